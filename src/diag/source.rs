//! Texts that came in, and places in them.

use crate::bytes;
use crate::digest::digest;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Which text of a run; the index in its [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A byte range of one source. `start == end` points between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The text it lies in.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// The range `start..end` of a source.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            source,
            start: small(start),
            end: small(end.max(start)),
        }
    }
}

/// The name of the source that a value from the command line is, as messages print it.
pub const SETTING: &str = "--set";

/// A place as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The source's name: a relative path, or `--set`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1; in a spreadsheet the column of the cell.
    pub column: usize,
    /// In a spreadsheet, sheet and cell: `名单!C5`.
    pub cell: Option<String>,
}

/// One text that came in: a file of the project, a built-in template, a command-line setting.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    lines: Vec<usize>,
    /// Lines of the file before this text.
    before: usize,
    /// For a row of a spreadsheet, its cells.
    cells: Option<Cells>,
    /// What [`Source::digest`] gave.
    digest: OnceLock<String>,
}

/// The cells that a text consists of.
#[derive(Debug, Clone)]
struct Cells {
    sheet: String,
    /// Where each begins, from column A on.
    starts: Vec<usize>,
}

impl Source {
    /// A text under the name that messages print. The text is what was decoded, without a byte order mark.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = std::iter::once(0)
            .chain(bytes::each(&text, b'\n').map(|i| i + 1))
            .collect();
        Self {
            name: name.into(),
            text,
            lines,
            before: 0,
            cells: None,
            digest: OnceLock::new(),
        }
    }

    /// A stretch of a longer file that begins at a line (from 1): a row of a roster. Lines are counted as in the file.
    pub fn stretch(name: impl Into<String>, text: impl Into<String>, first_line: usize) -> Self {
        let before = first_line.saturating_sub(1);
        Self {
            before,
            ..Self::new(name, text)
        }
    }

    /// A row (from 1) of a spreadsheet: the texts of its cells in one line, and where each begins, from column A on.
    pub fn row(
        name: impl Into<String>,
        sheet: &str,
        row: usize,
        (text, starts): (String, Vec<usize>),
    ) -> Self {
        let cells = Cells {
            sheet: sheet.to_owned(),
            starts,
        };
        Self {
            cells: Some(cells),
            ..Self::stretch(name, text, row)
        }
    }

    /// Sheet and cell at a byte offset, with the column of the cell from 1; `None` outside spreadsheets.
    fn cell(&self, offset: usize) -> Option<(String, usize)> {
        let cells = self.cells.as_ref()?;
        let column = cells
            .starts
            .partition_point(|&start| start <= offset)
            .max(1);
        let (letters, row) = (column_letters(column), self.before + 1);
        Some((format!("{}!{letters}{row}", cells.sheet), column))
    }

    /// The name that messages print.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The SHA-256 of the text in hexadecimal digits, computed once.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest(self.text.as_bytes()))
    }

    /// The line (from 1) that holds a byte offset; the last line for offsets past the end.
    pub fn line_of(&self, offset: usize) -> usize {
        self.before + self.lines.partition_point(|&start| start <= offset)
    }

    /// The byte offset at which a line (from 1) begins; the end of the text for lines past the end.
    pub fn line_start(&self, line: usize) -> usize {
        self.lines
            .get(line.saturating_sub(self.before + 1))
            .copied()
            .unwrap_or(self.text.len())
    }

    /// The range of a line (from 1) without its line end; nothing at the end of the text for lines past the end.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.line_start(line);
        let next = self.lines.get(line.saturating_sub(self.before + 1) + 1);
        let end = next.map_or(self.text.len(), |next| next - 1).max(start);
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches('\r').len()
    }

    /// Line and column (both from 1, columns in characters) of a byte offset.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_of(offset);
        let start = self.line_start(line);
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count())
            + 1;
        (line, column)
    }
}

/// The letters of a spreadsheet's column, from 1: A, B, … Z, AA.
pub fn column_letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(b'A' + u8::try_from(number % 26).unwrap_or_default());
        number /= 26;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}

/// All texts of one run. Sources are shared: a batch holds the common ones once.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    list: Vec<Arc<Source>>,
}

impl Sources {
    /// No texts.
    pub fn new() -> Self {
        Self::default()
    }

    /// The id that the next text will have.
    pub fn next_id(&self) -> SourceId {
        SourceId(u32::try_from(self.list.len()).unwrap_or(u32::MAX))
    }

    /// Adds a text and says under which id.
    pub fn add(&mut self, source: impl Into<Arc<Source>>) -> SourceId {
        let id = self.next_id();
        self.list.push(source.into());
        id
    }

    /// The text of an id; `None` for an id of another run.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.list.get(id.0 as usize).map(AsRef::as_ref)
    }

    /// File, line and column of a place.
    pub fn locate(&self, place: Place) -> Option<Location> {
        let source = self.get(place.source)?;
        let (line, mut column) = source.line_column(place.start as usize);
        let cell = source.cell(place.start as usize).map(|(cell, number)| {
            column = number;
            cell
        });
        Some(Location {
            file: source.name().to_owned(),
            line,
            column,
            cell,
        })
    }

    /// The text in a place.
    pub fn slice(&self, place: Place) -> Option<&str> {
        self.get(place.source)?
            .text()
            .get(place.start as usize..place.end as usize)
    }

    /// All sources in order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.list
            .iter()
            .enumerate()
            .map(|(i, s)| (SourceId(u32::try_from(i).unwrap_or(u32::MAX)), s.as_ref()))
    }
}
