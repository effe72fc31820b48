//! How a page looks: lengths, fonts, numbering, profiles. Knows no content.
//!
//! A [`Profile`] says everything about the page in typed lengths and is pure data. Profiles are written as YAML; reading
//! them is the work of `load`.

mod blank;
mod closing;
mod fonts;
mod lengths;
mod numbering;
mod page_number;
mod profile;
mod title;
mod title_words;

pub use closing::{ClosingIndents, char_width, closing_indents, text_width};
pub use fonts::{Face, FontNames, FontSet, Typeface};
pub use lengths::{Chars, EighthPoints, HalfPoints, Twips};
pub use numbering::{NumberForm, Numbering};
pub use page_number::{NumberPiece, NumberSide, PageNumberStyle};
pub use profile::{
    Align, ChartLook, ClosingRule, HeadingStyle, Indent, Line, Page, Profile, TableLook, TextStyle,
};
pub use title::title_breaks;
