//! Maps and lists by indentation.

use super::word::{LONGEST_KEY, Word};
use super::{Reader, are_unique};
use crate::load::node::{Entry, Kind, Name, Node};

impl Reader<'_> {
    /// The list or map that begins here, at a column, within so many others.
    pub fn block(&mut self, depth: usize, column: usize) -> Option<Node> {
        if self.is_dash(self.at) {
            return self.list(depth, column, false);
        }
        let first = self.word(self.at, false)?;
        self.map(depth, column, first)
    }

    fn map(&mut self, depth: usize, column: usize, first: Word) -> Option<Node> {
        self.count(depth + 1)?;
        let mut entries = Vec::new();
        let mut key = first;
        loop {
            let colon = self.colon_behind(key)?;
            let name = self.name(key, colon)?;
            let value = self.value(depth + 1, column, colon)?;
            entries.push(Entry { name, value });
            if self.indent != Some(column) {
                break;
            }
            key = self.word(self.at, false)?;
        }
        if self.indent > Some(column) || !are_unique(&entries) {
            return None;
        }
        let end = entries.last()?.value.place.end;
        Some(self.spanning(first.start, end, Kind::Map(entries)))
    }

    /// A key, whose colon stands at an offset.
    pub fn name(&mut self, key: Word, colon: usize) -> Option<Name> {
        self.count(0)?;
        let text = self.text(key);
        if self.is_null(key) || colon - key.start > LONGEST_KEY {
            return None;
        }
        Some(Name {
            text: text.to_owned(),
            place: self.piece.place(key.start, key.end),
        })
    }

    /// What stands behind a colon: on its line, on deeper ones, or nothing. A list may stand as deep as its key.
    fn value(&mut self, depth: usize, column: usize, colon: usize) -> Option<Node> {
        let Some(end) = self.rest_of_line(colon + 1) else {
            return self.inline(depth, column, self.behind_blanks(colon + 1));
        };
        self.open_line(end + 1);
        match self.indent {
            Some(deeper) if deeper > column => self.block(depth, deeper),
            Some(same) if same == column && self.is_dash(self.at) => self.list(depth, column, true),
            _ => {
                self.count(depth)?;
                Some(Node::new(Kind::Null, self.piece.place(colon, colon)))
            }
        }
    }

    /// A list; one that stands as deep as its key begins, for the parser, behind its first dash.
    fn list(&mut self, depth: usize, column: usize, is_as_deep: bool) -> Option<Node> {
        self.count(depth + 1)?;
        let mut start = self.at;
        if is_as_deep {
            start = self.behind_blanks(start + 1);
        }
        let mut items = Vec::new();
        loop {
            items.push(self.item(depth + 1, column)?);
            if self.indent != Some(column) || !self.is_dash(self.at) {
                break;
            }
        }
        if self.indent > Some(column) {
            return None;
        }
        let end = items.last().map(|item: &Node| item.place.end)?;
        Some(self.spanning(start, end, Kind::List(items)))
    }

    /// A list or map that ends where its last value does.
    fn spanning(&self, start: usize, end: u32, kind: Kind) -> Node {
        let mut place = self.piece.place(start, start);
        place.end = end.max(place.start);
        Node::new(kind, place)
    }

    /// An entry of a list: a text, a list or map in brackets, or one that goes on under what stands behind the dash.
    fn item(&mut self, depth: usize, column: usize) -> Option<Node> {
        let at = self.behind_blanks(self.at + 1);
        let inner = column + (at - self.at);
        match self.byte(at)? {
            b'[' | b'{' | b'|' => self.inline(depth, column, at),
            b'-' if self.is_dash(at) => {
                self.at = at;
                self.list(depth, inner, false)
            }
            _ => {
                let word = self.word(at, false)?;
                if self.colon_behind(word).is_some() {
                    return self.map(depth, inner, word);
                }
                self.last_word(depth, word)
            }
        }
    }

    /// A value on the line of its key or dash.
    fn inline(&mut self, depth: usize, column: usize, at: usize) -> Option<Node> {
        match self.byte(at)? {
            b'[' | b'{' => {
                let (node, end) = self.flow(depth, at)?;
                self.open_line(self.rest_of_line(end)? + 1);
                Some(node)
            }
            b'|' => {
                self.count(depth)?;
                self.literal(column, at)
            }
            _ => {
                let word = self.word(at, false)?;
                self.last_word(depth, word)
            }
        }
    }

    /// A text with which its line ends.
    fn last_word(&mut self, depth: usize, word: Word) -> Option<Node> {
        self.count(depth)?;
        self.open_line(self.rest_of_line(word.end)? + 1);
        Some(self.scalar(word))
    }

    /// Whether a dash that begins an entry stands at an offset.
    fn is_dash(&self, at: usize) -> bool {
        self.byte(at) == Some(b'-') && self.byte(at + 1) == Some(b' ')
    }
}
