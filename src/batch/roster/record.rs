//! Rows as they stand in a roster; cells with their places in the text of the row.

use crate::diag::{Code, Text};
use std::ops::Range;
use std::path::PathBuf;

/// One row as it stands in the roster.
#[derive(Debug)]
pub struct Raw {
    /// Which row, from 0; the heading and empty ones are not counted.
    pub index: usize,
    /// The line of its file it begins at, from 1.
    pub line: usize,
    /// What stands there.
    pub body: Body,
}

/// What a row consists of.
#[derive(Debug)]
pub enum Body {
    /// Cells.
    Cells(Record),
    /// YAML text: an entry of a list.
    Entry(String),
    /// A YAML file of its own.
    File(PathBuf),
    /// Nothing that can be read; why.
    Lost(Text),
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says, without blanks around it.
    pub text: String,
    /// Where it begins in the text of the row.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Where stretches of what it says begin in the text of the row.
    pub stretches: Vec<(u32, u32)>,
}

impl Cell {
    /// A cell that says what stands in a row's text from a byte offset on, but for the blanks around it.
    pub fn plain(said: &str, start: usize) -> Self {
        let trimmed = said.trim();
        let from = start + (said.len() - said.trim_start().len());
        Self {
            text: trimmed.to_owned(),
            start: from,
            end: from + trimmed.len(),
            stretches: vec![(0, small(from))],
        }
    }

    /// Where in the text of the row a byte of what it says stands.
    pub fn offset(&self, at: usize) -> usize {
        let next = self
            .stretches
            .partition_point(|(inside, _)| *inside as usize <= at);
        match self.stretches.get(next.saturating_sub(1)) {
            Some((inside, from)) => *from as usize + at.saturating_sub(*inside as usize),
            None => self.start + at,
        }
    }
}

/// A row of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The text of the row as it stands in the file.
    pub text: String,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Why the row cannot be read, if it cannot.
    pub trouble: Option<Trouble>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Which fault.
    pub code: &'static Code,
    /// Where in the text of the row.
    pub range: Range<usize>,
    /// What was found.
    pub message: Text,
    /// The cure.
    pub hint: Text,
}

impl Record {
    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.trouble.is_none() && self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// An offset as stretches keep it.
pub fn small(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
