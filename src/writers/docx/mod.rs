//! DOCX: Word's format, laid out by a profile.
//!
//! docx-rs makes the shell (styles, numbering, settings, footers) from the profile; its faults are cured in
//! `order.rs` and beside each part. The body is streamed in schema order by `body.rs`. A draft carries the provenance
//! of every figure and block (`provenance.rs`); a final document does not.

mod annex;
mod body;
mod chart;
mod chart_part;
mod closing;
mod element;
mod indent;
mod lines;
mod links;
mod measure;
mod order;
mod pack;
mod package;
mod pages;
mod paragraph;
mod provenance;
mod runs;
mod section;
mod shell;
mod style_id;
mod styles;
mod table;
mod title;
mod turned_footer;
mod workbook;
mod xml;

pub use pages::pages;
pub use provenance::{Draft, InputFile, NAMESPACE};
pub use shell::Shell;
pub use style_id::StyleId;

use crate::diag::Text;
use crate::document::Document;
use crate::layout::{FontSet, Profile};
use package::{Extras, MANIFEST_PART, content_types, core_properties, document_relationships};
use shell::part;

/// What a document is written with.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// How the page looks.
    pub profile: &'a Profile,
    /// The names of the fonts.
    pub fonts: FontSet,
    /// Where everything came from, for a draft; `None` for a final document.
    pub draft: Option<Draft<'a>>,
}

/// Why no document could be written. No input is known that leads here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// The shell is no XML.
    Shell(String),
    /// The container refuses a part.
    Container(String),
}

impl WriteError {
    /// The error in words.
    pub fn text(&self) -> Text {
        match self {
            Self::Shell(why) => Text::new(
                format!("无法生成DOCX的样式部分：{why}"),
                format!("cannot make the styles of the DOCX: {why}"),
            ),
            Self::Container(why) => Text::new(
                format!("无法打包DOCX：{why}"),
                format!("cannot pack the DOCX: {why}"),
            ),
        }
    }
}

/// The document as a DOCX file.
///
/// # Errors
/// See [`WriteError`].
pub fn write(document: &Document, options: &Options<'_>) -> Result<Vec<u8>, WriteError> {
    let shell = Shell::new(
        options.profile,
        options.fonts,
        document.language,
        options.draft.is_some(),
    )?;
    write_with(&shell, document, options)
}

/// The same with a shell made before, by [`Shell::new`] from the same profile, fonts, language and kind. For many
/// documents of one look.
///
/// # Errors
/// See [`WriteError`].
pub fn write_with(
    shell: &Shell,
    document: &Document,
    options: &Options<'_>,
) -> Result<Vec<u8>, WriteError> {
    let body = body::write(document, options);
    let draft = options.draft.is_some();
    let extras = Extras {
        charts: body.charts.count(),
        turned_pages: body.has_turned_pages,
    };
    let mut parts = vec![
        part("word/document.xml", body.xml),
        part(
            "word/_rels/document.xml.rels",
            document_relationships(&body.links, extras, draft),
        ),
        part("docProps/core.xml", core_properties(document)),
    ];
    if let Some(manifest) = body.manifest {
        parts.push(part(MANIFEST_PART, manifest));
    }
    if extras == Extras::default() {
        return pack::append(shell.package.clone(), &parts);
    }
    parts.extend(body.charts.into_parts()?);
    if extras.turned_pages {
        parts.extend(shell.turned_footers.iter().cloned());
    }
    pack::append_kinds(&shell.package, content_types(draft, extras), &parts)
}
