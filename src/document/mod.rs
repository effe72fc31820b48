//! The document: blocks and inlines by meaning. Every block knows the line it came from, every printed figure its key.
//!
//! It knows no format. Writers get a whole [`Document`] and nothing else but their layout. It is made from rendered
//! Markdown in three steps: marks are taken out into tables ([`marks`]), the Markdown is parsed and the tables looked up
//! ([`parse`]), headings get their ordinals ([`number`]).

mod captions;
mod chart;
mod class;
mod complaint;
mod flank;
mod full_text;
mod inline;
mod length;
mod letters;
pub mod marks;
mod number;
mod numbers;
mod parse;
mod pieces;
mod plain;
mod punctuate;
mod strip;
mod tree;
mod words;

pub use crate::language::Language;
pub use chart::{Chart, ChartForm, ChartNames, cell_number};
pub use class::class_fault;
pub use full_text::FullText;
pub use inline::{Printed, Reading};
pub use length::characters;
pub use letters::{Letters, PRIVATE, Signs, is_private};
pub use number::number;
pub use numbers::{NumberInText, numbers};
pub use parse::parse;
pub use plain::{figures, parts, plain};
pub use punctuate::{own_line, run_in, run_in_gap};
pub use tree::{
    Alignment, Block, BlockKind, Cell, Document, Figure, Heading, Inline, Key, Label, Number,
    Origin, Role, Source, Table,
};
pub use words::Words;
