//! One rendering: all texts prepared, those of the data rendered first, then the genre.

use super::dialect;
use super::engine;
use super::names::Names;
use super::prepare::{Input, Naming, Prepared, prepare};
use super::statement::part_name;
use super::view::{Texts, View};
use super::wordings::Scoped;
use crate::diag::{Diagnostic, Findings, SourceId, Sources};
use crate::figures::Facts;
use crate::model::Part;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The engine's name of the genre.
pub(super) const GENRE: &str = "genre";

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

    /// Prepares the parts that are included, each once, with the names bound at all their sites.
    pub(super) fn prepare_parts(&mut self, parts: &'a [Part]) {
        let sites = self.templates.values().flat_map(|t| t.1.includes.clone());
        let bound = self.bound_names(parts, sites.collect());
        for (number, names) in bound {
            if let Some(part) = parts.get(number) {
                let names: Vec<String> = names.into_iter().collect();
                self.prepare_template(&part_name(number), part.source, part.body, &names);
            }
        }
    }

    /// The parts that are included, also by each other, and the names bound where they are.
    fn bound_names(
        &self,
        parts: &[Part],
        mut sites: Vec<(usize, Vec<String>)>,
    ) -> BTreeMap<usize, BTreeSet<String>> {
        let mut bound: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        while let Some((number, names)) = sites.pop() {
            let is_new = !bound.contains_key(&number);
            let known = bound.entry(number).or_default();
            let before = known.len();
            known.extend(names);
            let (Some(part), true) = (parts.get(number), is_new || known.len() > before) else {
                continue;
            };
            // What is wrong in it is reported later, when all its names are known.
            let bound: Vec<String> = known.iter().cloned().collect();
            let naming = Naming {
                names: self.names,
                scope: "",
                bound: &bound,
            };
            let input = self.template(part.source, part.body);
            let (mut used, mut ignored) = (BTreeSet::new(), Findings::new());
            sites.extend(prepare(&input, &naming, self.sources, &mut used, &mut ignored).includes);
        }
        bound
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

    pub(super) fn run(&mut self, facts: &Arc<Facts>, wordings: &[Scoped<'_>]) -> Option<String> {
        let mut engine = engine::engine();
        let is_needed =
            |t: &&(Input<'_>, Prepared)| matches!(t.0, Input::Template { .. }) || !t.1.is_plain;
        let named: Vec<(String, &Prepared)> = self
            .templates
            .iter()
            .filter(|(_, t)| is_needed(t))
            .map(|(name, (_, prepared))| (name.clone(), prepared))
            .collect();
        let faults = engine::add(&mut engine, &named);
        if !faults.is_empty() {
            faults.into_iter().for_each(|f| self.report(f));
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
