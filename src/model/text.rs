//! Values with their places, and the kinds of text.

use crate::diag::{Place, Text};

/// A value and where the user wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// What reading a typed text gave: the value, and what was accepted although it should be typed otherwise
/// (full-width digits, a blank before the unit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The value.
    pub value: T,
    /// Remarks; each becomes a note at the text's place.
    pub notes: Vec<Text>,
}

impl<T> Parsed<T> {
    /// A value without remarks.
    pub fn clean(value: T) -> Self {
        Self {
            value,
            notes: Vec::new(),
        }
    }
}

/// Which rules a text with `{{ }}` follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordingKind {
    /// Printed as typed but for `{{ }}`: titles, matters, table cells.
    Line,
    /// Markdown without HTML and headings, with `{{ }}`: bodies, leads, closings.
    Rich,
}

/// A text in which `{{ }}` works (never `{% %}`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The text as YAML understands it.
    pub text: String,
    /// Which rules it follows.
    pub kind: WordingKind,
    /// The whole scalar in its source.
    pub place: Place,
    /// Where stretches of the text begin in the source: `(offset in text, offset in source)`, ascending, the first at 0.
    /// Within a stretch the bytes are the same on both sides; block scalars have one stretch a line.
    pub stretches: Vec<(u32, u32)>,
}

impl Wording {
    /// Its text as a name: nothing in it has still to be filled in.
    pub fn as_name(&self) -> Option<&str> {
        (!self.text.contains("{{")).then_some(self.text.as_str())
    }

    /// The place in the source of a byte range of the text.
    pub fn place_of(&self, start: usize, end: usize) -> Place {
        let back = |offset: usize| {
            let offset = u32::try_from(offset).unwrap_or(u32::MAX);
            let i = self.stretches.partition_point(|s| s.0 <= offset);
            match i.checked_sub(1).and_then(|i| self.stretches.get(i)) {
                Some(&(text, source)) => (source + (offset - text)).min(self.place.end),
                None => self.place.start,
            }
        };
        let start = back(start);
        Place {
            source: self.place.source,
            start,
            end: back(end).max(start),
        }
    }
}
