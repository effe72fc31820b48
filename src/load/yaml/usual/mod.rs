//! The YAML that people usually write, read in one pass.
//!
//! That is: maps and lists by indentation, texts of one line with or without quotes, lists and maps in brackets on one
//! line, long texts behind `|`, comments. Whatever else YAML knows, and whatever is wrong, is not judged here: the
//! reader gives up, and the parser begins anew. What it does read is the tree that the parser's events give, with the
//! same texts and places; `tests/suite/yaml_usual.rs` holds the one against the other.

mod block;
mod flow;
mod literal;
mod word;

use super::{DEPTH, NODES};
use crate::bytes;
use crate::load::characters;
use crate::load::node::{Entry, Node};
use crate::load::quoting::Piece;

/// A map of so many keys is searched for a key that stands twice without sorting them.
const FEW: usize = 8;

/// The tree of a piece that is written as most are; `None` leaves it to the parser.
pub fn read(piece: Piece<'_>) -> Option<Node> {
    if !characters::are_ordinary(piece.text) {
        return None;
    }
    let mut reader = Reader {
        piece,
        bytes: piece.text.as_bytes(),
        at: 0,
        indent: None,
        nodes: 0,
    };
    reader.open_line(0);
    let root = reader.block(0, reader.indent?)?;
    reader.indent.is_none().then_some(root)
}

/// A reader that stands at the beginning of what the next line holds.
struct Reader<'a> {
    piece: Piece<'a>,
    bytes: &'a [u8],
    /// Where the content of the line begins.
    at: usize,
    /// The column of that content; `None` when there is no line left.
    indent: Option<usize>,
    /// Lists, maps and texts so far.
    nodes: usize,
}

impl Reader<'_> {
    /// Goes to the first line from an offset on that holds more than blanks and a comment.
    fn open_line(&mut self, mut start: usize) {
        loop {
            let at = self.behind_blanks(start);
            match self.byte(at) {
                None => {
                    self.indent = None;
                    return;
                }
                Some(b'\n' | b'\r' | b'#') => start = self.end_of_line(at) + 1,
                Some(_) => {
                    self.at = at;
                    self.indent = Some(at - start);
                    return;
                }
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn behind_blanks(&self, mut at: usize) -> usize {
        while self.byte(at) == Some(b' ') {
            at += 1;
        }
        at
    }

    /// The line feed that ends the line around an offset, or the end of the text.
    fn end_of_line(&self, at: usize) -> usize {
        let rest = self.piece.text.get(at..).unwrap_or_default();
        bytes::first(rest, b'\n').map_or(self.bytes.len(), |i| at + i)
    }

    /// The end of the line, if nothing stands behind an offset but a comment.
    fn rest_of_line(&self, at: usize) -> Option<usize> {
        let next = self.behind_blanks(at);
        match self.byte(next) {
            None => Some(next),
            Some(b'\n') => Some(next),
            Some(b'\r') => Some(next + 1),
            Some(b'#') if next > at => Some(self.end_of_line(next)),
            Some(_) => None,
        }
    }

    /// Counts a node, at most as many as the parser's tree may have, so deep in others.
    fn count(&mut self, depth: usize) -> Option<()> {
        self.nodes += 1;
        (self.nodes <= NODES && depth <= DEPTH).then_some(())
    }
}

/// Whether every key of a map stands in it once.
fn are_unique(entries: &[Entry]) -> bool {
    if entries.len() <= FEW {
        let mut rest = entries;
        while let Some((first, others)) = rest.split_first() {
            if others.iter().any(|e| e.name.text == first.name.text) {
                return false;
            }
            rest = others;
        }
        return true;
    }
    let mut names: Vec<&str> = entries.iter().map(|e| e.name.text.as_str()).collect();
    names.sort_unstable();
    names.windows(2).all(|pair| pair[0] != pair[1])
}
