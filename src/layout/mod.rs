//! How a page looks: lengths, fonts, numbering, profiles. Knows no content.
//!
//! A [`Profile`] says everything about the page in typed lengths and is pure data; [`profile`] finds one by name.

mod closing;
mod fonts;
mod lengths;
mod numbering;
mod official;
mod profile;
mod title;
mod title_words;

pub use closing::{ClosingIndents, closing_indents, text_width};
pub use fonts::{Face, FontSet, Typeface};
pub use lengths::{Chars, EighthPoints, HalfPoints, Twips};
pub use numbering::NumberForm;
pub use official::OFFICIAL;
pub use profile::{
    Align, ClosingRule, HeadingStyle, Indent, Line, Page, PageNumberForm, PageNumberStyle, Profile,
    TableLook, TextStyle,
};
pub use title::title_breaks;

/// All built-in profiles.
pub static PROFILES: &[&Profile] = &[&OFFICIAL];

/// The profile of a name, in any of its spellings (公文, `official`).
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES
        .iter()
        .find(|profile| profile.names.contains(&name))
        .copied()
}
