//! Reading reports. For now only what the command line asks for.

use crate::diag::SourceId;
use crate::model::{Genre, Language};
use std::path::PathBuf;

/// What to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The report, or a folder with `report.yaml`.
    pub path: PathBuf,
    /// Files laid over it.
    pub data: Vec<PathBuf>,
    /// Settings laid over those, as key and value.
    pub set: Vec<(String, String)>,
}

/// The built-in genres.
pub fn genres() -> Vec<Genre> {
    [
        (
            "zh/half-year-summary",
            include_str!("../../templates/zh/half-year-summary.md"),
        ),
        (
            "zh/probation-summary",
            include_str!("../../templates/zh/probation-summary.md"),
        ),
    ]
    .into_iter()
    .map(|(id, text)| genre(id, text))
    .collect()
}

fn genre(id: &str, text: &str) -> Genre {
    let line = |key: &str| {
        text.lines()
            .find_map(|l| l.strip_prefix(key)?.strip_prefix(": "))
            .unwrap_or_default()
            .to_owned()
    };
    Genre {
        id: id.to_owned(),
        name: line("名称"),
        aliases: Vec::new(),
        about: line("说明"),
        language: Language::Chinese,
        layout: line("版式"),
        length: None,
        required: Vec::new(),
        fields: Vec::new(),
        source: SourceId(0),
        body: 0,
    }
}
