//! Templates: facts and wording become marked Markdown.
//!
//! Every text with tags, the genre as well as each 正文 of the data, goes the same way: cut into pieces (`scan`), names
//! translated and checked (`translate`, `statement`), written for the engine with marks (`prepare`), rendered. The texts
//! of the data come first, each with its own places; the genre prints them like any other value.

mod dashes;
pub mod dialect;
mod engine;
mod filters;
mod names;
pub mod outline;
mod overrides;
mod prepare;
mod read;
mod reference;
mod rich;
mod scan;
mod sites;
mod slots;
mod state;
mod statement;
mod token;
mod translate;
mod view;
mod wordings;
mod work;

use crate::diag::{Findings, Sources, Text};
use crate::figures::Facts;
use crate::model::{Genre, Part, Report};
use names::Names;
use std::sync::Arc;
use work::{GENRE, Work};

/// What rendering gave.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Markdown with marks.
    text: String,
    /// What could not be printed, by the numbers in the marks.
    failures: Vec<Text>,
}

/// Checks a genre with its parts and the wording of the project, without printing anything: names are those of the
/// report, whose own texts are not looked at.
pub fn lint(
    report: &Report,
    genre: &Genre,
    parts: &[Part],
    sources: &Sources,
    findings: &mut Findings,
) {
    let overrides = overrides::overrides(genre, sources, findings);
    let names = Names::new(report, genre, parts, &overrides);
    let mut work = Work::new(sources, &names, findings);
    work.prepare_template(GENRE, genre.source, genre.body, &[]);
    work.prepare_sites(parts, &overrides);
    work.check_all();
}

/// Renders a report in its genre.
///
/// Faults of names and tags are found in all texts before anything is rendered, also in branches that are not reached;
/// then every text is rendered as far as it goes. `None` when nothing could be printed at all.
pub fn render(
    facts: &Arc<Facts>,
    genre: &Genre,
    parts: &[Part],
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Rendered> {
    let overrides = overrides::overrides(genre, sources, findings);
    let names = Names::new(&facts.report, genre, parts, &overrides);
    let mut work = Work::new(sources, &names, findings);
    work.prepare_template(GENRE, genre.source, genre.body, &[]);
    work.prepare_sites(parts, &overrides);
    let wordings = wordings::wordings(&facts.report);
    work.prepare_wordings(&wordings);
    if work.is_unreadable() {
        // Also what only the engine would find, so that one run shows all.
        work.report_tags();
        return None;
    }
    let language = facts.report.language;
    let (text, failures) = state::with_facts(facts, language, || work.run(facts, &wordings));
    text.map(|text| Rendered { text, failures })
}
