//! Writers: a document and its layout in, bytes out. Pure: the same in gives the same out.
//!
//! A format is one file here and one line in [`FORMATS`].

pub mod docx;
pub mod html;
pub mod markdown;

use crate::diag::{Diagnostic, Findings, Sources, codes};
use crate::document::{Document, Heading, Language};
use crate::layout::{FontSet, Numbering, Profile};
use docx::{Draft, InputFile, Shells};

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

/// What documents are written with.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The layout.
    pub profile: &'a Profile,
    /// The names of the fonts.
    pub fonts: FontSet,
    /// The texts that everything came from, for a draft; `None` for the version to be signed.
    pub sources: Option<&'a Sources>,
    /// What documents of one look share.
    pub shells: &'a Shells,
}

/// A file in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its format.
    pub format: &'static Format,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The document in each format, in the order asked for. What cannot be written is a finding.
pub fn write(
    document: &Document,
    formats: &[FormatId],
    options: &Options<'_>,
    findings: &mut Findings,
) -> Vec<Output> {
    let mut outputs = Vec::with_capacity(formats.len());
    for format in formats
        .iter()
        .filter_map(|id| FORMATS.iter().find(|f| f.id == *id))
    {
        let forms = options.profile.number_forms();
        let bytes = match format.id {
            FormatId::Docx => write_docx(document, options, findings),
            FormatId::Markdown => Some(markdown::write(document, &forms).into_bytes()),
            FormatId::Html => Some(html::write(document, &forms).into_bytes()),
        };
        outputs.extend(bytes.map(|bytes| Output { format, bytes }));
    }
    outputs
}

fn write_docx(
    document: &Document,
    options: &Options<'_>,
    findings: &mut Findings,
) -> Option<Vec<u8>> {
    let inputs: Vec<InputFile> = options.sources.map_or_else(Vec::new, |sources| {
        let file = |(_, s): (_, &crate::diag::Source)| InputFile {
            name: s.name().to_owned(),
            sha256: s.digest().to_owned(),
        };
        sources.iter().map(file).collect()
    });
    let draft = options.sources.map(|sources| Draft {
        sources,
        inputs: &inputs,
    });
    let shells = options.shells;
    let options = docx::Options {
        profile: options.profile,
        fonts: options.fonts,
        draft,
    };
    match docx::write(document, &options, shells) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            findings.push(Diagnostic::error(&codes::CANNOT_WRITE, None, error.text()));
            None
        }
    }
}

/// The number of the next heading as printed before its words; empty for one without a number.
fn number_text(numbering: &mut Numbering<'_>, heading: &Heading, language: Language) -> String {
    let mut text = numbering.next(heading.rank, heading.number.map(|n| n.ordinal));
    if language == Language::English && !text.is_empty() {
        text.push(' ');
    }
    text
}
