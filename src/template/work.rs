//! One rendering: all texts prepared, those of the data rendered first, then the genre.

use super::dialect;
use super::engine;
use super::names::Names;
use super::overrides;
use super::prepare::{Input, Naming, Prepared, prepare};
use super::sites::{Site, Target};
use super::slots::{Filling, Override, Slot};
use super::view::{Texts, View};
use super::wordings::Scoped;
use crate::diag::{Diagnostic, Findings, SourceId, Sources};
use crate::figures::Facts;
use crate::model::Part;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The engine's name of the genre.
pub(super) const GENRE: &str = "genre";

/// What is known at the sites of a text.
#[derive(Debug, Default)]
struct Bound {
    names: BTreeSet<String>,
    /// Whether some site must not leave its line.
    is_inline: bool,
}

/// The texts of one rendering, by the engine's names.
pub(super) struct Work<'a> {
    sources: &'a Sources,
    names: &'a Names<'a>,
    /// The top-level names that some text uses.
    used: BTreeSet<String>,
    findings: &'a mut Findings,
    templates: BTreeMap<String, (Input<'a>, Prepared)>,
}

impl<'a> Work<'a> {
    pub(super) fn new(
        sources: &'a Sources,
        names: &'a Names<'a>,
        findings: &'a mut Findings,
    ) -> Self {
        Self {
            sources,
            names,
            used: BTreeSet::new(),
            findings,
            templates: BTreeMap::new(),
        }
    }

    pub(super) fn is_unreadable(&self) -> bool {
        self.findings.is_unreadable()
    }

    fn prepare(&mut self, name: &str, input: Input<'a>, scope: &str, bound: &[String]) {
        let naming = Naming {
            names: self.names,
            scope,
            bound,
        };
        let prepared = prepare(&input, &naming, self.sources, &mut self.used, self.findings);
        self.templates.insert(name.to_owned(), (input, prepared));
    }

    fn template(&self, source: SourceId, body: usize) -> Input<'a> {
        let text = self.sources.get(source).and_then(|s| s.text().get(body..));
        Input::Template {
            source,
            offset: body,
            text: text.unwrap_or_default(),
        }
    }

    /// Prepares a template file, in which some names are bound from outside.
    pub(super) fn prepare_template(
        &mut self,
        name: &str,
        source: SourceId,
        body: usize,
        bound: &[String],
    ) {
        self.prepare(name, self.template(source, body), "", bound);
    }

    /// Prepares the texts of the data.
    pub(super) fn prepare_wordings(&mut self, wordings: &[Scoped<'a>]) {
        for (i, (scope, wording)) in wordings.iter().enumerate() {
            self.prepare(&wording_name(i), Input::Wording(wording), scope, &[]);
        }
    }

    /// Prepares the texts that are printed within others, each once, with the names bound at all their sites.
    pub(super) fn prepare_sites(&mut self, parts: &[Part], overrides: &[Override<'a>]) {
        let sites = self.templates.values().flat_map(|t| t.1.sites.clone());
        let bound = self.bound_names(parts, overrides, sites.collect());
        for (target, bound) in &bound {
            if let Some(input) = self.input(*target, parts, overrides) {
                let names: Vec<String> = bound.names.iter().cloned().collect();
                self.prepare(&target.name(), input, "", &names);
            }
        }
        self.check(overrides, &bound);
    }

    fn input(
        &self,
        target: Target,
        parts: &[Part],
        overrides: &[Override<'a>],
    ) -> Option<Input<'a>> {
        Some(match target {
            Target::Part(number) => {
                let part = parts.get(number)?;
                self.template(part.source, part.body)
            }
            Target::Override(number) => match overrides.get(number)?.filling {
                Filling::Phrase(wording) => Input::Phrase(wording),
                Filling::Block(place) => overrides::template_at(place, self.sources),
            },
        })
    }

    /// The texts that are printed within others, also by each other, and the names bound where they are.
    fn bound_names(
        &self,
        parts: &[Part],
        overrides: &[Override<'a>],
        mut sites: Vec<Site>,
    ) -> BTreeMap<Target, Bound> {
        let mut all: BTreeMap<Target, Bound> = BTreeMap::new();
        while let Some(site) = sites.pop() {
            let is_new = !all.contains_key(&site.target);
            let bound = all.entry(site.target).or_default();
            let before = bound.names.len();
            bound.names.extend(site.bound);
            bound.is_inline |= site.is_inline;
            if !is_new && bound.names.len() == before {
                continue;
            }
            let Some(input) = self.input(site.target, parts, overrides) else {
                continue;
            };
            // What is wrong in it is reported later, when all its names are known.
            let names: Vec<String> = bound.names.iter().cloned().collect();
            let naming = Naming {
                names: self.names,
                scope: "",
                bound: &names,
            };
            let (mut used, mut ignored) = (BTreeSet::new(), Findings::new());
            sites.extend(prepare(&input, &naming, self.sources, &mut used, &mut ignored).sites);
        }
        all
    }

    /// Finds the wording of the project that is printed nowhere, or does not fit where it is.
    fn check(&mut self, overrides: &[Override<'a>], bound: &BTreeMap<Target, Bound>) {
        let slots: Vec<Slot> = self
            .templates
            .values()
            .flat_map(|t| t.1.slots.clone())
            .collect();
        for (i, over) in overrides.iter().enumerate() {
            match (bound.get(&Target::Override(i)), over.filling) {
                (None, _) => self.findings.push(overrides::unknown(over, &slots)),
                (Some(bound), Filling::Phrase(wording))
                    if bound.is_inline && wording.text.trim_end().contains('\n') =>
                {
                    self.findings.push(overrides::too_long(over));
                }
                _ => {}
            }
        }
    }

    fn report(&mut self, fault: engine::Fault) {
        let place = self
            .templates
            .get(&fault.template)
            .map(|(input, prepared)| {
                let at = prepared.back(fault.offset);
                input.place(at, at)
            });
        self.findings
            .push(Diagnostic::error(fault.code, place, fault.message));
    }

    /// Reports all tags that the engine cannot read, in all texts; whether there were any.
    pub(super) fn report_tags(&mut self) -> bool {
        let mut found = Vec::new();
        for (name, (_, prepared)) in &self.templates {
            for (i, mut fault) in engine::faults_of(&prepared.lone_tags()) {
                fault.template.clone_from(name);
                fault.offset += prepared.tags.get(i).map_or(0, |t| t.at.0);
                found.push(fault);
            }
        }
        let any = !found.is_empty();
        found.into_iter().for_each(|f| self.report(f));
        any
    }

    /// Whether the engine takes all texts; its faults become findings.
    pub(super) fn check_all(&mut self) {
        let named: Vec<(String, &Prepared)> = self
            .templates
            .iter()
            .map(|(name, (_, prepared))| (name.clone(), prepared))
            .collect();
        let faults = engine::add(&mut engine::engine(), &named);
        if !faults.is_empty() && !self.report_tags() && !self.is_unreadable() {
            faults.into_iter().for_each(|f| self.report(f));
        }
    }

    pub(super) fn run(&mut self, facts: &Arc<Facts>, wordings: &[Scoped<'_>]) -> Option<String> {
        let mut engine = engine::engine();
        let is_needed =
            |t: &&(Input<'_>, Prepared)| !matches!(t.0, Input::Wording(_)) || !t.1.is_plain;
        let named: Vec<(String, &Prepared)> = self
            .templates
            .iter()
            .filter(|(_, t)| is_needed(t))
            .map(|(name, (_, prepared))| (name.clone(), prepared))
            .collect();
        let faults = engine::add(&mut engine, &named);
        if !faults.is_empty() {
            if !self.report_tags() {
                faults.into_iter().for_each(|f| self.report(f));
            }
            return None;
        }
        let mut texts = Texts::new();
        let context = View {
            facts,
            texts: &texts,
            sources: self.sources,
        }
        .context(&self.simple_names());
        for (i, (_, wording)) in wordings.iter().enumerate() {
            let name = wording_name(i);
            let Some((_, prepared)) = self.templates.get(&name) else {
                continue;
            };
            let text = if prepared.is_plain {
                prepared.text.clone()
            } else {
                match engine::render(&engine, &name, &context) {
                    Ok(text) => text,
                    Err(fault) => {
                        self.report(fault);
                        String::new()
                    }
                }
            };
            texts.insert(wording.place, text);
        }
        let context = View {
            facts,
            texts: &texts,
            sources: self.sources,
        }
        .context(&self.used);
        match engine::render(&engine, GENRE, &context) {
            Ok(text) => Some(text),
            Err(fault) => {
                self.report(fault);
                None
            }
        }
    }

    /// The names used without those whose values hold other texts: a text of the data may print fields and figures.
    fn simple_names(&self) -> BTreeSet<String> {
        let is_section = |name: &str| {
            dialect::SECTIONS.iter().any(|s| s.en == name) || name.starts_with("sections")
        };
        self.used
            .iter()
            .filter(|n| !is_section(n))
            .cloned()
            .collect()
    }
}

/// The engine's name of the n-th text of the data.
fn wording_name(n: usize) -> String {
    format!("w{n}")
}
