//! The document: blocks and inlines by meaning. Every block knows the line it came from, every printed figure its key.
//!
//! It knows no format. Writers get a whole [`Document`] and nothing else but their layout; `parse` (from rendered
//! Markdown) makes it, `number` gives headings their ordinals.

mod punctuate;
mod tree;

pub use punctuate::{own_line, run_in, run_in_gap};
pub use tree::{
    Alignment, Block, BlockKind, Cell, Document, Figure, Heading, Inline, Key, Label, Language,
    Number, Origin, Role, Source, Table,
};
