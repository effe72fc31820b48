//! A piece of a source that is read as YAML, and how lines of it should have been typed.

use crate::diag::{Diagnostic, Place, SourceId, Text, codes};
use std::ops::Range;

/// A stretch of a source: a whole file, or the front matter of a template.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// The source it is part of.
    pub source: SourceId,
    /// Its text.
    pub text: &'a str,
    /// Where it begins in the source, in bytes.
    pub base: usize,
}

impl<'a> Piece<'a> {
    /// A whole source.
    pub fn whole(source: SourceId, text: &'a str) -> Self {
        Self {
            source,
            text,
            base: 0,
        }
    }

    /// The place of a byte range of the piece.
    pub fn place(self, start: usize, end: usize) -> Place {
        Place::new(self.source, self.base + start, self.base + end)
    }

    /// Stretches of a text, each with where it begins in the piece, with where they begin in the source.
    pub fn in_source(self, mut stretches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
        let base = u32::try_from(self.base).unwrap_or(u32::MAX);
        for (_, start) in &mut stretches {
            *start = start.saturating_add(base);
        }
        stretches
    }

    /// The byte range of the piece in which a place of the source lies.
    pub fn range(self, place: Place) -> Range<usize> {
        let back = |offset: u32| {
            (offset as usize)
                .saturating_sub(self.base)
                .min(self.text.len())
        };
        back(place.start)..back(place.end)
    }

    /// The line around a byte offset, without its line end.
    pub fn line_at(self, offset: usize) -> Range<usize> {
        let offset = self.text.floor_char_boundary(offset);
        let start = self.text[..offset].rfind('\n').map_or(0, |i| i + 1);
        let end = self.text[offset..]
            .find('\n')
            .map_or(self.text.len(), |i| offset + i);
        let line = self.text[start..end].trim_end_matches('\r');
        start..(start + line.len()).max(offset)
    }

    /// The error for a text that begins with a sign of YAML's own at a byte offset of the piece.
    pub fn needs_quotes(self, start: usize) -> Diagnostic {
        let line = self.line_at(start);
        let value = self.text.get(start..line.end).unwrap_or_default();
        let sign: String = value.chars().take(1).collect();
        Diagnostic::error(
            &codes::AMBIGUOUS_TEXT,
            self.place(start, line.end),
            Text::new(
                format!("这段文字以“{sign}”开头，YAML把它当作自己的符号"),
                format!("this text begins with `{sign}`, which YAML takes for a sign of its own"),
            ),
        )
        .hint(self.quoted_line(start))
    }

    /// The line around `start`, with all from `start` on in quotes.
    pub fn quoted_line(self, start: usize) -> Text {
        let line = self.line_at(start);
        let before = self.text.get(line.start..start).unwrap_or_default();
        let value = self.text.get(start..line.end).unwrap_or_default();
        typed(&format!(
            "{}{}",
            before.trim_start(),
            quoted(value.trim_end())
        ))
    }

    /// The line around a range, with the range replaced.
    pub fn changed_line(self, range: Range<usize>, new: &str) -> Text {
        let line = self.line_at(range.start);
        let before = self.text.get(line.start..range.start).unwrap_or_default();
        let after = self
            .text
            .get(range.end..line.end.max(range.end))
            .unwrap_or_default();
        typed(format!("{before}{new}{after}").trim())
    }
}

/// The hint that shows a line as it should be typed.
pub fn typed(line: &str) -> Text {
    Text::new(format!("请写成 {line}"), format!("write {line}"))
}

/// A text in the quotes that need the least escaping.
pub fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}
