//! A YAML list, cut into its entries as it is read: one that is wrong does not spoil the others.

use super::{Body, Raw};
use crate::diag::Text;
use crate::load::lines::{Charset, Lines};
use std::io::Read;

/// Most bytes of one entry.
const LONGEST: usize = 4 * 1024 * 1024;

/// The entries of a list, each with its own lines. An entry begins where a line begins with `-`, as far in as the first
/// one does; nothing in a YAML list may stand there but an entry, a comment or the end.
pub fn rows<'r>(
    read: Box<dyn Read + Send + 'r>,
    charset: Charset,
) -> impl Iterator<Item = Raw> + Send + 'r + use<'r> {
    let mut entries = Entries {
        lines: Lines::new(charset, read),
        read: 0,
        indent: None,
        next: None,
        is_over: false,
    };
    let mut index = 0;
    std::iter::from_fn(move || {
        let (line, body) = entries.next()?;
        index += 1;
        Some(Raw {
            index: index - 1,
            line,
            body,
        })
    })
}

struct Entries<R> {
    lines: Lines<R>,
    /// Lines read so far.
    read: usize,
    /// How far in entries begin; `None` before the first.
    indent: Option<usize>,
    /// The first line of the next entry, with its number.
    next: Option<(usize, String)>,
    is_over: bool,
}

impl<R: Read> Entries<R> {
    fn next(&mut self) -> Option<(usize, Body)> {
        if self.is_over {
            return None;
        }
        let (first, mut text) = self.next.take().unwrap_or((1, String::new()));
        loop {
            let mut line = String::new();
            match self.lines.next(&mut line) {
                Ok(true) if text.len() <= LONGEST => self.read += 1,
                Ok(true) => {
                    self.is_over = true;
                    let message =
                        Text::new("这一条太长，读不下去", "this entry is too long to read");
                    return Some((first, Body::Lost(message)));
                }
                Ok(false) => {
                    self.is_over = true;
                    let is_empty = text.trim().is_empty();
                    return (!is_empty).then_some((first, Body::Entry(text)));
                }
                Err(error) => {
                    self.is_over = true;
                    let message = Text::new(
                        format!("读到这里出错：{error}"),
                        format!("reading stopped here: {error}"),
                    );
                    return Some((self.read + 1, Body::Lost(message)));
                }
            }
            if self.begins(&line) {
                if says_something(&text) {
                    self.next = Some((self.read, line));
                    return Some((first, Body::Entry(text)));
                }
                return self.with_first(line);
            }
            text.push_str(&line);
        }
    }

    /// Goes on with an entry whose first line was just read; what stood before it says nothing.
    fn with_first(&mut self, line: String) -> Option<(usize, Body)> {
        self.next = Some((self.read, line));
        self.next()
    }

    fn begins(&mut self, line: &str) -> bool {
        let bare = line.trim_start_matches(' ');
        let is_entry = bare
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with([' ', '\n', '\r', '\t']));
        is_entry && *self.indent.get_or_insert(line.len() - bare.len()) == line.len() - bare.len()
    }
}

/// Whether a text holds more than comments, blank lines and the beginning of a document.
fn says_something(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#') && line != "---"
    })
}
