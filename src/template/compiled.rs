//! What can be compiled once for many reports on one ground: the genre, its parts, and the texts that all share.

use super::Project;
use super::direct::Direct;
use super::names::Names;
use super::overrides::overrides;
use super::set::{Preparer, Set};
use super::slots::Override;
use super::wordings::{Scoped, wordings};
use crate::beside::{both, spread};
use crate::diag::{Findings, Place, SourceId, Sources};
use crate::figures::Facts;
use crate::model::{Phrase, Report};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// So many different sets of figures are kept; the rows of a roster mostly have one.
const KEPT: usize = 16;

/// As many texts are prepared beside the genre, not behind it.
const MANY: usize = 512;

/// Compiled templates of one ground, for all reports on it.
#[derive(Debug, Default)]
pub struct Cache {
    list: Mutex<Vec<Arc<Compiled>>>,
}

/// A compiled genre with the shared texts of the data.
#[derive(Debug)]
pub(super) struct Compiled {
    genre: SourceId,
    /// The wording of the project in it, which changes with the length.
    phrases: Vec<Phrase>,
    /// The paths of the report's figures: names mean the same only in a report that has the same ones.
    figures: Vec<String>,
    /// `None` when something is wrong with it.
    pub set: Option<Set>,
    /// The genre as the engine is given all of it, compiled when something turned out that only the engine can tell of.
    whole: OnceLock<Option<Set>>,
    /// The shared texts that need the engine; `None` when something is wrong with one.
    pub texts: Option<Set>,
    /// The shared texts.
    pub wordings: Wordings,
    /// What there is to say of it.
    pub findings: Findings,
}

/// Prepared texts by their places.
#[derive(Debug)]
pub(super) struct Wordings {
    /// In the order of their places.
    pub list: Vec<(Place, Ready)>,
}

/// A text of the data that was prepared.
#[derive(Debug)]
pub(super) enum Ready {
    /// Rendered by the engine under this name.
    Named(String),
    /// Rendered without the engine.
    Direct(Direct),
}

impl Wordings {
    fn new(mut list: Vec<(Place, Ready)>) -> Self {
        list.sort_by_key(|(place, _)| *place);
        // Of two in one place, such as what an alias repeats, the last one is meant.
        list.dedup_by(|next, kept| {
            let is_again = next.0 == kept.0;
            if is_again {
                std::mem::swap(next, kept);
            }
            is_again
        });
        Self { list }
    }

    /// Whether a text of that place is among them.
    pub(super) fn has(&self, place: Place) -> bool {
        let found = self.list.binary_search_by_key(&place, |(place, _)| *place);
        found.is_ok()
    }
}

impl Cache {
    /// What fits a report: kept from before, or compiled now.
    pub(super) fn get(&self, facts: &Facts, project: &Project<'_>) -> Arc<Compiled> {
        let fits = |c: &&Arc<Compiled>| {
            let figures = &facts.report.figures;
            c.genre == project.genre.source
                && c.phrases == project.genre.phrases
                && c.figures.len() == figures.len()
                && c.figures.iter().zip(figures).all(|(a, b)| *a == b.key)
        };
        let compile = || Arc::new(Compiled::new(facts, project));
        let mut list = self.lock();
        if let Some(found) = list.iter().find(fits) {
            return Arc::clone(found);
        }
        if list.is_empty() {
            // Threads that begin together wait for one of them to compile what all will want.
            let compiled = compile();
            list.push(Arc::clone(&compiled));
            return compiled;
        }
        drop(list);
        let compiled = compile();
        let mut list = self.lock();
        if list.len() == KEPT {
            list.remove(0);
        }
        list.push(Arc::clone(&compiled));
        compiled
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Compiled>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Compiled {
    fn new(facts: &Facts, project: &Project<'_>) -> Self {
        let mut found = Findings::new();
        let overrides = overrides(project.genre, project.sources, &mut found);
        let names = Names::new(&facts.report, project.genre, project.parts).filled_by(&overrides);
        let genre = || {
            let attempt = |marks| {
                let mut findings = found.clone();
                let set = genre(project, (&names, &overrides), marks, &mut findings);
                (set, findings)
            };
            match attempt(true) {
                (None, _) => attempt(false),
                fine => fine,
            }
        };
        let all = wordings(&facts.report);
        let shared = all.iter().copied();
        let shared: Vec<Scoped<'_>> = shared
            .filter(|(_, w)| project.shares(w.place.source))
            .collect();
        let texts = || {
            let mut findings = Findings::new();
            let (wordings, set) = ready(&shared, &names, project.sources, &mut findings);
            (set, wordings, findings)
        };
        let ((set, mut findings), (texts, wordings, faults)) =
            both(all.len() >= MANY, genre, texts);
        findings.extend(faults);
        let figures = facts.report.figures.iter().map(|f| f.key.clone());
        Self {
            genre: project.genre.source,
            phrases: project.genre.phrases.clone(),
            figures: figures.collect(),
            set,
            whole: OnceLock::new(),
            texts,
            wordings,
            findings,
        }
    }

    /// The genre of which the engine prints all, for a report that it fits. `None` when something is wrong with it.
    pub(super) fn whole(&self, report: &Report, project: &Project<'_>) -> Option<&Set> {
        // What there is to say of the genre itself was said when it was compiled.
        let compiled = || checked(report, project, &mut Findings::new());
        self.whole.get_or_init(compiled).as_ref()
    }
}

/// Prepares and compiles a genre with all that it prints; `marks` stand for what needs no engine.
fn genre<'a>(
    project: &Project<'a>,
    (names, overrides): (&'a Names<'a>, &[Override<'a>]),
    marks: bool,
    findings: &mut Findings,
) -> Option<Set> {
    let mut preparer = Preparer::new(project.sources, names, findings);
    preparer.marks = marks;
    preparer.genre(project, overrides);
    preparer.compile()
}

/// Prepares and compiles a genre alone, for what is wrong with it. The engine is given all of it.
pub(super) fn checked(
    report: &Report,
    project: &Project<'_>,
    findings: &mut Findings,
) -> Option<Set> {
    let overrides = overrides(project.genre, project.sources, findings);
    let names = Names::new(report, project.genre, project.parts).filled_by(&overrides);
    genre(project, (&names, &overrides), false, findings)
}

/// Prepares texts of the data, many at a time, and compiles those that need the engine.
pub(super) fn ready(
    texts: &[Scoped<'_>],
    names: &Names<'_>,
    sources: &Sources,
    findings: &mut Findings,
) -> (Wordings, Option<Set>) {
    let numbered: Vec<(usize, Scoped<'_>)> = texts.iter().copied().enumerate().collect();
    let parts = spread(&numbered, MANY, |part| {
        let mut findings = Findings::new();
        let mut preparer = Preparer::new(sources, names, &mut findings);
        let ready = |(number, scoped): &(usize, Scoped<'_>)| {
            (scoped.1.place, preparer.wording(*number, *scoped))
        };
        let list: Vec<(Place, Ready)> = part.iter().map(ready).collect();
        (list, preparer.set, findings)
    });
    let mut all = Preparer::new(sources, names, findings);
    let mut list = Vec::with_capacity(texts.len());
    for (part, set, findings) in parts {
        list.extend(part);
        all.set.texts.extend(set.texts);
        all.set.used.extend(set.used);
        all.findings.extend(findings);
    }
    (Wordings::new(list), all.compile())
}
