//! DOCX: Word's format, laid out by a profile.
//!
//! docx-rs makes the shell (styles, numbering, settings, footers) from the profile; its faults are cured in
//! `order.rs` and beside each part, and what it makes of the built-in layouts is kept (`ready.rs`). The body is streamed
//! in schema order by `body.rs`. A draft carries the provenance of every figure and block (`provenance.rs`); a final
//! document does not.

mod annex;
mod body;
mod chart;
mod chart_part;
mod closing;
mod deflate;
mod element;
mod indent;
mod lines;
mod links;
mod made;
mod measure;
mod order;
mod pack;
mod package;
mod pages;
mod paragraph;
mod provenance;
mod ready;
mod room;
mod runs;
mod section;
mod shell;
mod shells;
mod style_id;
mod styles;
mod table;
mod title;
mod turned_footer;
mod workbook;
mod xml;

pub use deflate::deflate;
pub use pages::pages;
pub use provenance::{Draft, InputFile, NAMESPACE};
pub use ready::kept;
pub use shell::Shell;
pub use shells::Shells;
pub use style_id::StyleId;

use crate::beside::both;
use crate::diag::Text;
use crate::document::Document;
use crate::layout::{FontSet, Profile};
use pack::Packed;
use package::{Extras, MANIFEST_PART, core_properties, document_relationships};

/// A manifest of as many bytes is packed beside the body, not behind it.
const LONG: usize = 256 * 1024;

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

/// The document as a DOCX file. Its shell is taken from those that are kept, or made and kept.
///
/// # Errors
/// See [`WriteError`].
pub fn write(
    document: &Document,
    options: &Options<'_>,
    shells: &Shells,
) -> Result<Vec<u8>, WriteError> {
    let draft = options.draft.is_some();
    let shell = shells.get(options.profile, options.fonts, document.language, draft)?;
    let body = body::write(document, options);
    let extras = Extras {
        charts: body.charts.count(),
        turned_pages: body.has_turned_pages,
    };
    let mut package = shell.package(extras)?;
    let manifest = body.manifest.as_deref().unwrap_or_default().as_bytes();
    let (manifest, added) = both(
        manifest.len() >= LONG,
        || Packed::new(manifest),
        || package.add("word/document.xml", body.xml.as_bytes()),
    );
    added?;
    let relationships = document_relationships(&body.links, extras, draft);
    package.add("word/_rels/document.xml.rels", relationships.as_bytes())?;
    package.add("docProps/core.xml", core_properties(document).as_bytes())?;
    if draft {
        package.put(MANIFEST_PART, &manifest)?;
    }
    for (name, content) in body.charts.into_parts()? {
        package.add(&name, &content)?;
    }
    package.close()
}
