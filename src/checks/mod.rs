//! What can be wrong with the content of a report. One check, one file, one code.

mod among_adds_up;
mod approximate_twice;
mod assertion_fails;
mod claim_without_figure;
mod counts_alike;
mod damaged_text;
mod date_contradicts_period;
mod double_punctuation;
mod empty_section;
mod explained_by_rounding;
mod explained_only_by_coarse_part;
mod figure_pending;
mod figure_provisional;
mod figure_unused;
mod growth_contradicts_values;
mod growth_without_base;
mod half_width_punctuation;
mod ignore_without_effect;
mod jiezhi;
mod labels;
mod length_outside_norm;
mod list_count_differs;
mod looks_truncated;
mod magnitude_differs;
mod multiple_of_decrease;
mod no_figure;
mod number_without_source;
mod numbered_twice;
mod numbering_broken;
mod part_exceeds_whole;
mod parts_do_not_add_up;
mod percent_for_points;
mod period_differs;
mod placeholder_left;
mod prints;
mod problem_without_plan;
mod promise_without_outcome;
mod range_dash;
mod ratio_out_of_range;
mod reading;
mod registry;
mod repeated_paragraph;
mod scope_differs;
mod section_out_of_proportion;
mod share_contradicts;
mod stale_year;
mod status_mixed;
mod too_large_to_check;
mod trailing_zeros;
mod two_values_for_one_figure;
mod unbalanced_quotes;
mod unit_missing;
mod units_differ;
mod units_mixed;
mod verb_twice;

pub use registry::all;
use registry::{OF_FIGURES, OF_TEXT};

use crate::diag::{Code, Findings, Sources};
use crate::document::{Document, FullText, Words};
use crate::figures::Facts;
use crate::model::Genre;

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
    /// Its genre.
    pub genre: &'a Genre,
    /// The texts that were read, in which places lie.
    pub sources: &'a Sources,
    /// The document as it will be printed.
    pub document: &'a Document,
    /// All words of the document together.
    pub text: &'a FullText<'a>,
    /// The words of the document, run by run.
    pub words: &'a [Words<'a>],
    /// The length of the document in 字.
    pub characters: usize,
    /// Whether this is the version to be signed, not a draft.
    pub is_final: bool,
}

/// What all checks find. What is printed of a report that has mistakes is not what its author means: then only the figures
/// are judged.
pub fn check(subject: &Subject<'_>, has_mistakes: bool) -> Findings {
    let mut findings = Findings::new();
    let of_text = if has_mistakes { &[] } else { OF_TEXT };
    for check in OF_FIGURES.iter().chain(of_text) {
        (check.run)(subject, &mut findings);
    }
    findings
}
