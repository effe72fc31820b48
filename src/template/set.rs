//! Texts prepared together and compiled into one engine.

use super::engine::{self, Fault};
use super::names::Names;
use super::prepare::{Home, Input, Naming, Prepared, prepare};
use super::statement::part_name;
use super::wordings::Scoped;
use crate::diag::{Diagnostic, Findings, SourceId, Sources};
use crate::model::Part;
use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, Tera};

/// Prepares texts one by one; what is wrong with them goes to the findings.
pub(super) struct Preparer<'a> {
    pub sources: &'a Sources,
    pub names: &'a Names<'a>,
    pub findings: &'a mut Findings,
    set: Set,
}

/// Prepared texts by the engine's names, and the engine that holds them.
#[derive(Debug, Default)]
pub(super) struct Set {
    engine: Option<Tera>,
    texts: BTreeMap<String, (Home, Prepared)>,
    /// The top-level names that some text uses.
    pub used: BTreeSet<String>,
}

impl<'a> Preparer<'a> {
    pub(super) fn new(
        sources: &'a Sources,
        names: &'a Names<'a>,
        findings: &'a mut Findings,
    ) -> Self {
        let set = Set::default();
        Self {
            sources,
            names,
            findings,
            set,
        }
    }

    fn prepared(&mut self, input: &Input<'_>, scope: &str, bound: &[String]) -> Prepared {
        let naming = Naming {
            names: self.names,
            scope,
            bound,
        };
        prepare(
            input,
            &naming,
            self.sources,
            &mut self.set.used,
            self.findings,
        )
    }

    fn input(&self, source: SourceId, body: usize) -> Input<'a> {
        let text = self.sources.get(source).and_then(|s| s.text().get(body..));
        Input::Template {
            source,
            offset: body,
            text: text.unwrap_or_default(),
        }
    }

    /// Prepares a template file, in which some names are bound from outside.
    pub(super) fn template(&mut self, name: &str, source: SourceId, body: usize, bound: &[String]) {
        let input = self.input(source, body);
        let prepared = self.prepared(&input, "", bound);
        self.set
            .texts
            .insert(name.to_owned(), (input.home(), prepared));
    }

    /// Prepares a text of the data. One without tags is finished with that; its rendered form comes back.
    pub(super) fn wording(&mut self, name: &str, (scope, wording): Scoped<'_>) -> Option<String> {
        let input = Input::Wording(wording);
        let prepared = self.prepared(&input, scope, &[]);
        if prepared.is_plain {
            return Some(prepared.text);
        }
        self.set
            .texts
            .insert(name.to_owned(), (input.home(), prepared));
        None
    }

    /// Prepares the parts that are included, each once, with the names bound at all their sites.
    pub(super) fn parts(&mut self, parts: &[Part]) {
        let sites = self.set.texts.values().flat_map(|t| t.1.includes.clone());
        let bound = self.bound_names(parts, sites.collect());
        for (number, names) in bound {
            if let Some(part) = parts.get(number) {
                let names: Vec<String> = names.into_iter().collect();
                self.template(&part_name(number), part.source, part.body, &names);
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
            let input = self.input(part.source, part.body);
            let (mut used, mut ignored) = (BTreeSet::new(), Findings::new());
            sites.extend(prepare(&input, &naming, self.sources, &mut used, &mut ignored).includes);
        }
        bound
    }

    /// Compiles what was prepared. `None` when something is wrong with it.
    pub(super) fn compile(mut self) -> Option<Set> {
        if self.findings.is_unreadable() {
            return None;
        }
        if self.set.texts.is_empty() {
            return Some(self.set);
        }
        let named: Vec<(String, &Prepared)> = self
            .set
            .texts
            .iter()
            .map(|(name, (_, prepared))| (name.clone(), prepared))
            .collect();
        let mut engine = engine::engine();
        let faults = engine::add(&mut engine, &named);
        if faults.is_empty() {
            self.set.engine = Some(engine);
            return Some(self.set);
        }
        let faults: Vec<Diagnostic> = faults.into_iter().map(|f| self.set.diagnostic(f)).collect();
        self.findings.extend(faults);
        None
    }
}

impl Set {
    /// Renders one text; a fault is pushed to the findings.
    pub(super) fn render(
        &self,
        name: &str,
        context: &Context,
        findings: &mut Findings,
    ) -> Option<String> {
        match engine::render(self.engine.as_ref()?, name, context) {
            Ok(text) => Some(text),
            Err(fault) => {
                findings.push(self.diagnostic(fault));
                None
            }
        }
    }

    fn diagnostic(&self, fault: Fault) -> Diagnostic {
        let place = self.texts.get(&fault.template).map(|(home, prepared)| {
            let at = prepared.back(fault.offset);
            home.place(at, at)
        });
        Diagnostic::error(fault.code, place, fault.message)
    }
}
