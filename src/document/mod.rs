//! The document: blocks and inlines by meaning. Every block knows the line it came from, every printed figure its key.
//!
//! It knows no format. Writers get a whole [`Document`] and nothing else but their layout. It is made from rendered
//! Markdown in three steps: marks are taken out into tables ([`marks`]), the Markdown is parsed and the tables looked up
//! ([`parse`]), headings get their ordinals.

mod class;
mod flank;
mod inline;
pub mod marks;
mod parse;
mod strip;
mod tree;

pub use inline::Reading;
pub use parse::parse;
pub use strip::Clean;
pub use tree::{
    Alignment, Block, BlockKind, Cell, Document, Figure, Heading, Inline, Key, Label, Language,
    Number, Origin, Role, Source, Table,
};

/// The words of some inlines, without markup; a forced line end is nothing.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(inlines, &mut out);
    out
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => out.push_str(text),
            Inline::Figure(figure) => out.push_str(&figure.text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_plain(inner, out),
            Inline::Link { content, .. } => push_plain(content, out),
            Inline::Break => {}
        }
    }
}
