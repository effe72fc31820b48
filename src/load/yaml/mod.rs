//! YAML text to a tree of nodes. The only module that names the YAML crate.
//!
//! The crate's parser gives events with exact places; its deserializer would stop at the first fault and lose how a
//! text was written. Anchors, aliases and tags are refused: in a work summary they are always text that lacks quotes.

mod builder;
mod messages;
mod usual;

use super::node::Node;
use super::quoting::Piece;
use crate::diag::{Diagnostic, Place, Text, codes};
use builder::{Builder, Stop};
use serde_yaml::granit_parser::{ErrorKind, Parser, ScanError, options};

/// Deepest nesting of lists and maps.
const DEPTH: usize = 32;
/// Most lists, maps and texts of one file.
const NODES: usize = 200_000;

/// What reading one file gave.
#[derive(Debug)]
pub enum Tree {
    /// The file's tree; `None` for a file without content. Faults that leave the rest readable stand beside it.
    Read(Option<Node>, Vec<Diagnostic>),
    /// The file cannot be read; the offset says where the parser gave up.
    Broken(Diagnostic, usize),
}

/// Reads a piece of a source as one YAML document.
pub fn parse(piece: Piece<'_>) -> Tree {
    match usual(piece) {
        Some(root) => Tree::Read(Some(root), Vec::new()),
        None => parse_any(piece),
    }
}

/// Reads a piece if it is written as most are and nothing is wrong with it: a tenth of the parser's work.
pub fn usual(piece: Piece<'_>) -> Option<Node> {
    usual::read(piece)
}

/// Reads a piece with the parser, whatever it holds.
pub fn parse_any(piece: Piece<'_>) -> Tree {
    let mut limits = options! {
        emit_unresolved_aliases: true,
        disallow_directives: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    limits.set_emit_comments(false);
    let mut parser = Parser::new_from_str_with_options(piece.text, limits);
    let mut builder = Builder::new(piece);
    match builder.document(&mut parser) {
        Ok(root) => Tree::Read(root, builder.faults),
        Err(Stop::Scan(error)) => {
            let at = error.marker().byte_offset().unwrap_or(0);
            let offset = piece.text.floor_char_boundary(at.min(piece.text.len()));
            let offset = offset + to_tab(error.kind(), &piece.text[offset..]);
            Tree::Broken(broken(piece, offset, &error), offset)
        }
        Err(Stop::Fault(fault, offset)) => Tree::Broken(*fault, offset),
    }
}

/// How far behind the place that the parser names a tab is that it stumbled over: it names the text before.
fn to_tab(kind: &ErrorKind, text: &str) -> usize {
    match kind {
        ErrorKind::TabInPlainScalar => text.find('\t').unwrap_or(0),
        _ => 0,
    }
}

fn broken(piece: Piece<'_>, offset: usize, error: &ScanError) -> Diagnostic {
    let place = piece.place(offset, offset);
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_large(
            place,
            "列表和键值套得太深",
            "lists and maps are nested too deep",
        );
    }
    let (message, hint) = messages::explain(error.kind(), &error.info());
    let diagnostic = Diagnostic::error(&codes::NOT_YAML, place, message);
    match hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}

fn too_large(place: Place, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::TOO_LARGE,
        place,
        Text::new(
            format!("{zh}，最多{DEPTH}层、{NODES}项"),
            format!("{en}, at most {DEPTH} levels and {NODES} nodes are read"),
        ),
    )
}

/// The error for a key that stands twice in one map.
pub fn duplicate(name: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::error(
        &codes::DUPLICATE_KEY,
        place,
        Text::new(
            format!("“{name}”写了两次"),
            format!("\"{name}\" is given twice"),
        ),
    )
    .hint(Text::new(
        "请删去或改名其中一个",
        "remove or rename one of the two",
    ))
    .also(first, Text::new("第一次在这里", "first given here"))
}
