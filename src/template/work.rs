//! One rendering: the texts of the data first, then the genre, which prints them like any other value.

use super::compiled::{Compiled, Ready, ready};
use super::dialect;
use super::names::Names;
use super::set::{Preparer, Set};
use super::view::{Texts, View};
use super::wordings::wordings;
use super::{GENRE, Project};
use crate::diag::{Findings, Place};
use crate::figures::Facts;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of one report that it does not share with others.
pub(super) struct Own {
    set: Set,
    wordings: BTreeMap<Place, Ready>,
}

impl Own {
    /// Prepares and compiles them. `None` when something is wrong with one.
    pub(super) fn new(
        facts: &Facts,
        project: &Project<'_>,
        compiled: &Compiled,
        findings: &mut Findings,
    ) -> Option<Self> {
        let texts = wordings(&facts.report);
        let is_own = |place: &Place| !compiled.wordings.contains_key(place);
        let own = || texts.iter().copied().filter(|(_, w)| is_own(&w.place));
        // Where there are no braces there are no names.
        let has_braces = own().any(|(_, w)| w.text.contains(['{', '｛']));
        let names = if has_braces {
            Names::new(&facts.report, project.genre, project.parts)
        } else {
            Names::none(&facts.report)
        };
        let mut preparer = Preparer::new(project.sources, &names, findings);
        let wordings = ready(own(), &mut preparer);
        let set = preparer.compile()?;
        Some(Self { set, wordings })
    }
}

/// The rendered report. `None` when the genre could not be rendered.
pub(super) fn run(
    facts: &Facts,
    project: &Project<'_>,
    (compiled, own): (&Compiled, &Own),
    findings: &mut Findings,
) -> Option<String> {
    let (set, shared) = compiled.set.as_ref().zip(compiled.texts.as_ref())?;
    let used = [set, shared, &own.set].map(|set| &set.used);
    let used: BTreeSet<String> = used.into_iter().flatten().cloned().collect();
    let mut texts = Texts::new();
    let view = View {
        facts,
        texts: &texts,
        sources: project.sources,
    };
    // Most reports of a roster have no tags of their own.
    let context = LazyCell::new(|| view.context(&simple_names(&used)));
    let mut rendered = Vec::with_capacity(compiled.wordings.len() + own.wordings.len());
    for (set, wordings) in [(shared, &compiled.wordings), (&own.set, &own.wordings)] {
        for (place, ready) in wordings {
            let text = match ready {
                Ready::Direct(direct) => direct.render(),
                // What failed is reported; what prints it goes on without.
                Ready::Named(name) => set.render(name, &context, findings).unwrap_or_default(),
            };
            rendered.push((*place, text));
        }
    }
    texts.extend(rendered);
    let view = View {
        facts,
        texts: &texts,
        sources: project.sources,
    };
    set.render(GENRE, &view.context(&used), findings)
}

/// The names used without those whose values hold other texts: a text of the data may print fields and figures.
fn simple_names(used: &BTreeSet<String>) -> BTreeSet<String> {
    let is_section = |name: &str| {
        dialect::SECTIONS.iter().any(|s| s.en == name)
            || name.starts_with("sections")
            || name == "annex_texts"
    };
    used.iter().filter(|n| !is_section(n)).cloned().collect()
}
