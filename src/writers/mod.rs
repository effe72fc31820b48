//! Writers: a document and its layout in, bytes out. Pure: the same in gives the same out.
//!
//! A format is one file here and one line in [`FORMATS`].

pub mod docx;
pub mod html;
pub mod markdown;

use crate::document::{Heading, Language};
use crate::layout::NumberForm;

/// Which format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormatId {
    /// A Word document.
    Docx,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// A web page.
    Html,
}

/// A format that can be asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Format {
    /// Which one.
    pub id: FormatId,
    /// Its name, as typed after `--to`.
    pub name: &'static str,
    /// Another name that is accepted.
    pub alias: &'static str,
    /// The extension of its files, without the point.
    pub extension: &'static str,
}

/// All formats, in the order in which files are written.
pub static FORMATS: &[Format] = &[
    Format {
        id: FormatId::Docx,
        name: "docx",
        alias: "word",
        extension: "docx",
    },
    Format {
        id: FormatId::Markdown,
        name: "md",
        alias: "markdown",
        extension: "md",
    },
    Format {
        id: FormatId::Html,
        name: "html",
        alias: "htm",
        extension: "html",
    },
];

/// The number of a heading as printed before its words; empty for one without a number. Ranks below the last form
/// take the last.
fn number_text(heading: &Heading, forms: &[NumberForm], language: Language) -> String {
    let rank = usize::from(heading.rank).saturating_sub(1);
    let form = forms.get(rank).or(forms.last());
    match (heading.number, form) {
        (Some(number), Some(form)) => match language {
            Language::Chinese => form.text(number.ordinal),
            Language::English => form.text(number.ordinal) + " ",
        },
        _ => String::new(),
    }
}
