//! Templates: facts and wording become marked Markdown.
//!
//! Every text with tags, the genre as well as each 正文 of the data, goes the same way: cut into pieces (`scan`), names
//! translated and checked (`translate`, `statement`), written for the engine with marks (`prepare`), rendered. The texts
//! of the data come first, each with its own places; the genre prints them like any other value.

mod braces;
mod compiled;
mod cursor;
mod dashes;
pub mod dialect;
mod direct;
mod emit;
mod engine;
mod fill;
mod filters;
mod included;
mod input;
pub mod manual;
mod member;
mod names;
pub mod outline;
mod overrides;
mod prepare;
mod read;
mod reference;
mod rich;
mod scan;
mod set;
mod sites;
mod slots;
mod state;
mod statement;
mod token;
mod translate;
mod view;
mod wordings;
mod work;

use crate::diag::{Findings, SourceId, Sources, Text};
use crate::figures::Facts;
use crate::model::{Genre, Part, Report};
pub use compiled::Cache;
use std::sync::Arc;
use work::Own;

/// What rendering gave.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Markdown with marks.
    text: String,
    /// What could not be printed, by the numbers in the marks.
    failures: Vec<Text>,
}

/// The templates and texts of a report.
#[derive(Debug, Clone, Copy)]
pub struct Project<'a> {
    /// The genre.
    pub genre: &'a Genre,
    /// The parts it may include.
    pub parts: &'a [Part],
    /// All texts.
    pub sources: &'a Sources,
    /// The first source that this report does not share with others on the same ground.
    pub own: SourceId,
}

impl Project<'_> {
    fn shares(&self, source: SourceId) -> bool {
        source < self.own
    }
}

/// The engine's name of the genre.
const GENRE: &str = "genre";

/// Checks a genre with its parts and the wording of the project, without printing anything: names are those of the
/// report, whose own texts are not looked at.
pub fn lint(report: &Report, project: &Project<'_>, findings: &mut Findings) {
    let _ = compiled::checked(report, project, findings);
}

/// Renders a report in its genre.
///
/// Faults of names and tags are found in all texts before anything is rendered, also in branches that are not reached;
/// then every text is rendered as far as it goes. `None` when nothing could be printed at all.
pub fn render(
    facts: &Arc<Facts>,
    project: &Project<'_>,
    cache: &Cache,
    findings: &mut Findings,
) -> Option<Rendered> {
    let compiled = cache.get(facts, project);
    findings.extend(compiled.findings.iter().cloned());
    let own = Own::new(facts, project, &compiled, findings)?;
    let language = facts.report.language;
    let (text, failures) = state::with_facts(facts, project.sources, language, || {
        work::run(facts, project, (&compiled, &own), findings)
    });
    text.map(|text| Rendered { text, failures })
}
