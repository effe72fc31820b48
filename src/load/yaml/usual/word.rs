//! Texts of one line, with and without quotes.

use super::Reader;
use crate::bytes::{first_of_three, first_of_two};
use crate::load::node::{Kind, Node, Scalar, Style};

/// Bytes from the beginning of a key to its colon; the parser bears that many letters.
pub const LONGEST_KEY: usize = 1024;

/// Where a text stands, with its quotes.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Whether it has quotes.
    is_quoted: bool,
}

impl Reader<'_> {
    /// The text that begins at an offset. One without quotes ends before a comment, at the end of its line, at a colon
    /// with a blank behind it and, between brackets, at any of their marks.
    pub fn word(&self, start: usize, is_flow: bool) -> Option<Word> {
        let (end, is_quoted) = match self.byte(start)? {
            quote @ (b'"' | b'\'') => (self.end_of_quotes(start + 1, quote)?, true),
            _ if !self.begins_plain(start) => return None,
            _ if is_flow => (self.end_in_brackets(start), false),
            _ => (self.end_of_plain(start), false),
        };
        Some(Word {
            start,
            end,
            is_quoted,
        })
    }

    /// A text as a node.
    pub fn scalar(&self, word: Word) -> Node {
        let place = self.piece.place(word.start, word.end);
        if self.is_null(word) {
            return Node::new(Kind::Null, place);
        }
        let style = if word.is_quoted {
            Style::Quoted
        } else {
            Style::Plain
        };
        let stretches = vec![(0, place.start + u32::from(word.is_quoted))];
        let text = self.text(word).to_owned();
        Node::new(
            Kind::Scalar(Scalar {
                text,
                style,
                stretches,
            }),
            place,
        )
    }

    /// A text without its quotes.
    pub fn text(&self, word: Word) -> &str {
        let quote = usize::from(word.is_quoted);
        let inside = word.start + quote..word.end - quote;
        self.piece.text.get(inside).unwrap_or_default()
    }

    /// Whether a text says that there is none.
    pub fn is_null(&self, word: Word) -> bool {
        !word.is_quoted && matches!(self.text(word), "~" | "null")
    }

    /// The colon that makes a text a key.
    pub fn colon_behind(&self, word: Word) -> Option<usize> {
        let at = self.behind_blanks(word.end);
        (self.byte(at) == Some(b':') && self.is_end(at + 1)).then_some(at)
    }

    /// Quotes within quotes, written twice or behind a backslash, are left to the parser.
    fn end_of_quotes(&self, start: usize, quote: u8) -> Option<usize> {
        let rest = self.piece.text.get(start..)?;
        let end = start
            + match quote {
                b'"' => first_of_three(rest, *b"\"\\\n"),
                _ => first_of_two(rest, *b"'\n"),
            }?;
        let is_closed = self.byte(end) == Some(quote) && self.byte(end + 1) != Some(quote);
        is_closed.then_some(end + 1)
    }

    /// Whether a text without quotes can begin at an offset. `...` and `---` part documents, so points and dashes must
    /// not be followed by their like.
    fn begins_plain(&self, at: usize) -> bool {
        let next = self.byte(at + 1).unwrap_or(b'\n');
        match self.bytes[at] {
            b'-' => next.is_ascii_alphanumeric() || next >= 0x80,
            b'.' => next != b'.',
            b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|'
            | b'>' | b'%' | b'@' | b'`' => false,
            first => first > b' ',
        }
    }

    fn end_of_plain(&self, start: usize) -> usize {
        let mut from = start;
        let rest = |from| self.piece.text.get(from..).unwrap_or_default();
        while let Some(found) = first_of_three(rest(from), *b":#\n") {
            let at = from + found;
            let is_end = match self.bytes[at] {
                b':' => self.is_end(at + 1),
                b'#' => self.bytes[at - 1] == b' ',
                _ => true,
            };
            if is_end {
                return self.before_blanks(at);
            }
            from = at + 1;
        }
        self.before_blanks(self.bytes.len())
    }

    fn end_in_brackets(&self, start: usize) -> usize {
        let rest = &self.bytes[start..];
        let is_end = |(i, byte): (usize, &u8)| match byte {
            b',' | b'[' | b']' | b'{' | b'}' | b'\n' => true,
            b':' => {
                let at = start + i + 1;
                self.is_end(at) || matches!(self.bytes[at], b',' | b'[' | b']' | b'{' | b'}')
            }
            b'#' => self.bytes[start + i - 1] == b' ',
            _ => false,
        };
        let end = rest.iter().enumerate().position(is_end);
        self.before_blanks(end.map_or(self.bytes.len(), |i| start + i))
    }

    /// Whether a blank or the end of the line stands at an offset.
    fn is_end(&self, at: usize) -> bool {
        matches!(self.byte(at), None | Some(b' ' | b'\n' | b'\r'))
    }

    fn before_blanks(&self, mut end: usize) -> usize {
        while end > 0 && matches!(self.bytes[end - 1], b' ' | b'\r') {
            end -= 1;
        }
        end
    }
}
