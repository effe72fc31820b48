//! Lists and maps in brackets on one line.

use super::{Reader, are_unique};
use crate::load::node::{Entry, Kind, Node};

impl Reader<'_> {
    /// The list or map whose bracket stands at an offset, and the offset behind it.
    pub fn flow(&mut self, depth: usize, at: usize) -> Option<(Node, usize)> {
        self.count(depth + 1)?;
        let (kind, end) = if self.byte(at) == Some(b'[') {
            let (items, end) = self.entries(at, b']', |r, at| r.entry_value(depth + 1, at))?;
            (Kind::List(items), end)
        } else {
            let (entries, end) = self.entries(at, b'}', |r, at| r.entry(depth + 1, at))?;
            if !are_unique(&entries) {
                return None;
            }
            (Kind::Map(entries), end)
        };
        let node = Node {
            kind,
            place: self.piece.place(at, end),
            flow: true,
        };
        Some((node, end))
    }

    /// What stands between brackets, parted by commas, and the offset behind the closing one; `read` is told where an
    /// entry begins, and tells where it ends.
    fn entries<T>(
        &mut self,
        open: usize,
        close: u8,
        read: impl Fn(&mut Self, usize) -> Option<(T, usize)>,
    ) -> Option<(Vec<T>, usize)> {
        let mut all = Vec::new();
        let mut at = self.behind_blanks(open + 1);
        if self.byte(at) == Some(close) {
            return Some((all, at + 1));
        }
        loop {
            let (entry, end) = read(self, at)?;
            all.push(entry);
            at = self.behind_blanks(end);
            match self.byte(at)? {
                b',' => at = self.behind_blanks(at + 1),
                byte if byte == close => return Some((all, at + 1)),
                _ => return None,
            }
        }
    }

    fn entry(&mut self, depth: usize, at: usize) -> Option<(Entry, usize)> {
        let key = self.word(at, true)?;
        let colon = self.colon_behind(key)?;
        let name = self.name(key, colon)?;
        let (value, end) = self.entry_value(depth, self.behind_blanks(colon + 1))?;
        Some((Entry { name, value }, end))
    }

    fn entry_value(&mut self, depth: usize, at: usize) -> Option<(Node, usize)> {
        if matches!(self.byte(at)?, b'[' | b'{') {
            return self.flow(depth, at);
        }
        self.count(depth)?;
        let word = self.word(at, true)?;
        Some((self.scalar(word), word.end))
    }
}
