//! What can be wrong with the content of a report. One check, one file, one code.

mod among_adds_up;
mod assertion_fails;
mod explained_by_rounding;
mod explained_only_by_coarse_part;
mod figure_pending;
mod figure_provisional;
mod figure_unused;
mod growth_contradicts_values;
mod growth_without_base;
mod looks_truncated;
mod part_exceeds_whole;
mod parts_do_not_add_up;
mod period_differs;
mod ratio_out_of_range;
mod scope_differs;
mod share_contradicts;
mod status_mixed;
mod too_large_to_check;
mod two_values_for_one_figure;
mod units_differ;
mod units_mixed;

use crate::diag::{Code, Findings};
use crate::document::{self, BlockKind, Document};
use crate::figures::Facts;
use crate::model::FigureId;
use std::collections::BTreeMap;
use std::ops::Range;

/// A check.
#[derive(Debug)]
pub struct Check {
    /// The code of what it finds, also the name of its file.
    pub code: &'static Code,
    /// Its page in Chinese: under `## 查什么`, `## 为什么要紧`, `## 例子`, `## 怎么改`.
    pub page_zh: &'static str,
    /// Its page in English: under `## What it checks`, `## Why it matters`, `## Example`, `## How to put it right`.
    pub page_en: &'static str,
    /// Looks, and says what it finds.
    pub run: fn(&Subject<'_>, &mut Findings),
}

/// What a check may look at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The report with all that was computed.
    pub facts: &'a Facts,
    /// The document as it will be printed.
    pub document: &'a Document,
    /// Whether this is the version to be signed, not a draft.
    pub is_final: bool,
}

/// Where the figures of a document are printed.
struct Prints {
    words: String,
    at: BTreeMap<FigureId, Vec<Range<usize>>>,
}

impl Prints {
    /// The words around every print of a figure: from the heading above it to the end of its block.
    fn contexts(&self, id: FigureId) -> impl Iterator<Item = &str> {
        let ranges = self.at.get(&id).into_iter().flatten();
        ranges.filter_map(|range| self.words.get(range.clone()))
    }
}

impl Subject<'_> {
    /// The figures that the text prints.
    fn prints(&self) -> Prints {
        let figures = self.facts.iter();
        let ids: BTreeMap<&str, FigureId> =
            figures.map(|(id, f, _)| (f.key.as_str(), id)).collect();
        let (mut words, mut section) = (String::new(), 0);
        let mut at: BTreeMap<FigureId, Vec<Range<usize>>> = BTreeMap::new();
        for block in &self.document.blocks {
            if matches!(block.kind, BlockKind::Heading(_)) {
                section = words.len();
            }
            for part in document::parts(&block.kind) {
                words.push_str(&document::plain(part));
                words.push('\n');
            }
            let printed = document::figures(block).into_iter();
            for id in printed.filter_map(|f| ids.get(f.key.path.as_ref())) {
                at.entry(*id).or_default().push(section..words.len());
            }
        }
        Prints { words, at }
    }
}

/// All checks, in the order in which they look.
pub static CHECKS: &[&Check] = &[
    &parts_do_not_add_up::CHECK,
    &part_exceeds_whole::CHECK,
    &growth_contradicts_values::CHECK,
    &growth_without_base::CHECK,
    &share_contradicts::CHECK,
    &assertion_fails::CHECK,
    &units_differ::CHECK,
    &status_mixed::CHECK,
    &ratio_out_of_range::CHECK,
    &explained_only_by_coarse_part::CHECK,
    &looks_truncated::CHECK,
    &period_differs::CHECK,
    &scope_differs::CHECK,
    &units_mixed::CHECK,
    &two_values_for_one_figure::CHECK,
    &too_large_to_check::CHECK,
    &figure_pending::CHECK,
    &figure_provisional::CHECK,
    &explained_by_rounding::CHECK,
    &among_adds_up::CHECK,
    &figure_unused::CHECK,
];

/// Runs all checks.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for check in CHECKS {
        (check.run)(subject, findings);
    }
}
