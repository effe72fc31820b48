//! What a batch tells while it runs and when it is done.

use crate::diag::{Diagnostic, Findings, Sources};

/// How far a batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows that are done, whatever became of them.
    pub done: usize,
    /// All rows.
    pub total: usize,
    /// Rows of which nothing could be written.
    pub failed: usize,
}

/// What came of a batch.
#[derive(Debug)]
pub struct Summary {
    /// Files written.
    pub files: usize,
    /// Rows of which at least one file was written.
    pub written: usize,
    /// Rows all of whose files were there already, the same.
    pub unchanged: usize,
    /// Rows of which nothing could be written.
    pub failed: usize,
    /// The texts in which the findings' places lie.
    pub sources: Sources,
    /// What there is to say: of the report once, then of the rows in their order.
    pub findings: Findings,
    /// Warnings and notes that are only counted, because there are many of their kind.
    pub left_out: usize,
}

impl Summary {
    /// A batch that was not begun, and why.
    pub fn refused(sources: Sources, faults: impl IntoIterator<Item = Diagnostic>) -> Self {
        Self {
            files: 0,
            written: 0,
            unchanged: 0,
            failed: 0,
            sources,
            findings: faults.into_iter().collect(),
            left_out: 0,
        }
    }

    /// Whether anything kept a document from being written.
    pub fn is_incomplete(&self) -> bool {
        self.failed > 0 || (self.written + self.unchanged == 0 && self.findings.has_errors())
    }
}
