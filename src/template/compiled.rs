//! What can be compiled once for many reports on one ground: the genre, its parts, and the texts that all share.

use super::Project;
use super::direct::Direct;
use super::names::Names;
use super::overrides::overrides;
use super::set::{Preparer, Set};
use super::wordings::{Scoped, wordings};
use crate::beside::both;
use crate::diag::{Findings, Place, SourceId};
use crate::figures::Facts;
use crate::model::{Phrase, Report};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// So many different sets of figures are kept; the rows of a roster mostly have one.
const KEPT: usize = 16;

/// As many texts are prepared beside the genre, not behind it.
const MANY: usize = 64;

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
    /// The shared texts that need the engine; `None` when something is wrong with one.
    pub texts: Option<Set>,
    /// By the place of a shared text: its engine's name, or its own form when it needs no engine.
    pub wordings: BTreeMap<Place, Ready>,
    /// What there is to say of it.
    pub findings: Findings,
}

/// A text of the data that was prepared.
#[derive(Debug)]
pub(super) enum Ready {
    /// Rendered by the engine under this name.
    Named(String),
    /// Rendered without the engine.
    Direct(Direct),
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
        if let Some(found) = self.lock().iter().find(fits) {
            return Arc::clone(found);
        }
        let compiled = Arc::new(Compiled::new(facts, project));
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
        let mut findings = Findings::new();
        let overrides = overrides(project.genre, project.sources, &mut findings);
        let names = Names::new(&facts.report, project.genre, project.parts).filled_by(&overrides);
        let genre = || {
            let mut preparer = Preparer::new(project.sources, &names, &mut findings);
            preparer.genre(project, &overrides);
            preparer.compile()
        };
        let all = wordings(&facts.report);
        let shared = all
            .iter()
            .filter(|(_, w)| project.shares(w.place.source))
            .copied();
        let texts = || {
            let mut findings = Findings::new();
            let mut preparer = Preparer::new(project.sources, &names, &mut findings);
            let wordings = ready(shared, &mut preparer);
            (preparer.compile(), wordings, findings)
        };
        let (set, (texts, wordings, faults)) = both(all.len() >= MANY, genre, texts);
        findings.extend(faults);
        let figures = facts.report.figures.iter().map(|f| f.key.clone());
        Self {
            genre: project.genre.source,
            phrases: project.genre.phrases.clone(),
            figures: figures.collect(),
            set,
            texts,
            wordings,
            findings,
        }
    }
}

/// Prepares and compiles a genre alone, for what is wrong with it.
pub(super) fn checked(report: &Report, project: &Project<'_>, findings: &mut Findings) {
    let overrides = overrides(project.genre, project.sources, findings);
    let names = Names::new(report, project.genre, project.parts).filled_by(&overrides);
    let mut preparer = Preparer::new(project.sources, &names, findings);
    preparer.genre(project, &overrides);
    preparer.compile();
}

/// Prepares texts of the data.
pub(super) fn ready<'r>(
    texts: impl Iterator<Item = Scoped<'r>>,
    preparer: &mut Preparer<'_>,
) -> BTreeMap<Place, Ready> {
    let prepare = |(i, scoped): (usize, Scoped<'r>)| {
        let name = format!("w{i}");
        let ready = match preparer.wording(&name, scoped) {
            Some(direct) => Ready::Direct(direct),
            None => Ready::Named(name),
        };
        (scoped.1.place, ready)
    };
    texts.enumerate().map(prepare).collect()
}
