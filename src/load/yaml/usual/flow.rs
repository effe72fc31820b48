//! Lists and maps in brackets on one line.

use super::{Reader, are_unique};
use crate::load::node::{Entry, Kind, Node};

impl Reader<'_> {
    /// The list or map whose bracket stands at an offset, and the offset behind it.
    pub fn flow(&mut self, depth: usize, at: usize) -> Option<(Node, usize)> {
        self.count(depth + 1)?;
        let (kind, end) = if self.byte(at) == Some(b'[') {
            let mut items = Vec::new();
            let end = self.entries(at, b']', |reader, at| {
                let (item, end) = reader.entry_value(depth + 1, at)?;
                items.push(item);
                Some(end)
            })?;
            (Kind::List(items), end)
        } else {
            let mut entries = Vec::new();
            let end = self.entries(at, b'}', |reader, at| {
                let (entry, end) = reader.entry(depth + 1, at)?;
                entries.push(entry);
                Some(end)
            })?;
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

    /// Reads what stands between brackets, parted by commas; each time it is told where an entry begins and tells where
    /// it ends. The offset is that behind the closing bracket.
    fn entries(
        &mut self,
        open: usize,
        close: u8,
        mut read: impl FnMut(&mut Self, usize) -> Option<usize>,
    ) -> Option<usize> {
        let mut at = self.behind_blanks(open + 1);
        if self.byte(at) == Some(close) {
            return Some(at + 1);
        }
        loop {
            let end = read(self, at)?;
            at = self.behind_blanks(end);
            match self.byte(at)? {
                b',' => at = self.behind_blanks(at + 1),
                byte if byte == close => return Some(at + 1),
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
