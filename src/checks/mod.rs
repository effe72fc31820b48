//! What can be wrong with the content of a report. One check, one file, one code.

mod figure_pending;

use crate::diag::{Code, Findings};
use crate::document::Document;
use crate::figures::Facts;

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

/// All checks, in the order in which they look.
pub static CHECKS: &[&Check] = &[&figure_pending::CHECK];

/// Runs all checks.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for check in CHECKS {
        (check.run)(subject, findings);
    }
}
