//! One document for each person of a roster.
//!
//! ```text
//! roster ─rows─▶ names (a first pass: clashes are found before anything is written)
//!        ─rows─▶ data laid over the report ─pipeline─▶ files     (over threads, a few rows at a time)
//!                                             └─▶ findings, in the order of the rows
//! ```
//! The report is the common ground and is read once. A row that is wrong becomes a finding and stops nobody else.

pub mod codes;
mod columns;
mod events;
mod gather;
mod names;
mod roster;
mod row;
mod run;
mod workers;

pub use events::{Progress, Summary};
pub use names::extension;
pub use run::run;

use crate::pipeline::Request;
use std::path::PathBuf;

/// What to make of which roster.
#[derive(Debug, Clone)]
pub struct Job {
    /// The roster: `.csv`, `.xlsx`, a `.yaml` list, or a folder of YAML files.
    pub roster: PathBuf,
    /// The report that all rows are laid over, and what to make of it.
    pub request: Request,
    /// Where the documents go.
    pub folder: PathBuf,
    /// How they are named: `{{部门}}/{{姓名}}`.
    pub name: Option<String>,
    /// How many threads work.
    pub jobs: usize,
    /// Whether documents edited by hand are overwritten, with the edited ones kept as `.bak`.
    pub force: bool,
}
