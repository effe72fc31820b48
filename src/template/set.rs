//! Texts prepared together and compiled into one engine.

use super::compiled::Ready;
use super::direct::{Direct, Print};
use super::engine::{self, Fault};
use super::input::{Home, Input, Prepared};
use super::names::Names;
use super::prepare::{Manner, Naming, prepare};
use super::view::View;
use super::wordings::Scoped;
use crate::diag::{Diagnostic, Findings, SourceId, Sources};
use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, Tera};

/// Prepares texts one by one; what is wrong with them goes to the findings.
pub(super) struct Preparer<'a> {
    pub sources: &'a Sources,
    pub names: &'a Names<'a>,
    pub findings: &'a mut Findings,
    /// Whether marks stand for what templates print without the engine.
    pub marks: bool,
    /// Whether some text within a genre becomes a value of the engine, in which no mark may stand.
    pub captures: bool,
    pub set: Set,
}

/// Prepared texts by the engine's names, and the engine that holds them.
#[derive(Debug, Default)]
pub(super) struct Set {
    engine: Option<Tera>,
    pub texts: BTreeMap<String, (Home, Prepared)>,
    /// The top-level names that the engine must know.
    pub used: BTreeSet<String>,
    /// What the marks in the texts stand for, by their numbers.
    pub prints: Vec<Print>,
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
            marks: false,
            captures: false,
            set,
        }
    }

    fn prepared(
        &mut self,
        input: &Input<'_>,
        (scope, bound): (&str, &[String]),
        manner: Manner,
    ) -> Prepared {
        let naming = Naming {
            manner,
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

    pub(super) fn input(&self, source: SourceId, body: usize) -> Input<'a> {
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
        self.add(name, &input, bound);
    }

    /// Prepares a text that stands in a template, in which some names are bound from outside.
    pub(super) fn add(&mut self, name: &str, input: &Input<'_>, bound: &[String]) {
        let manner = match self.marks {
            true => Manner::Marked(self.set.prints.len()),
            false => Manner::Engine,
        };
        let mut prepared = self.prepared(input, ("", bound), manner);
        let prints = prepared.prints.drain(..).map(|(_, print)| print);
        self.set.prints.extend(prints);
        self.set
            .texts
            .insert(name.to_owned(), (input.home(), prepared));
    }

    /// Prepares a text of the data: the one of a number, by which the engine knows it when it needs the engine.
    pub(super) fn wording(&mut self, number: usize, (scope, wording): Scoped<'_>) -> Ready {
        let input = Input::Wording(wording);
        let prepared = self.prepared(&input, (scope, &[]), Manner::Apart);
        if !prepared.needs_engine
            && let Some(direct) = Direct::new(prepared.text, prepared.prints)
        {
            return Ready::Direct(direct);
        }
        let naming = Naming {
            manner: Manner::Engine,
            names: self.names,
            scope,
            bound: &[],
        };
        // What is wrong with it was told before.
        let mut told = Findings::new();
        let prepared = prepare(&input, &naming, self.sources, &mut self.set.used, &mut told);
        let name = format!("w{number}");
        self.set
            .texts
            .insert(name.clone(), (input.home(), prepared));
        Ready::Named(name)
    }

    /// Compiles what was prepared. `None` when something is wrong with it.
    pub(super) fn compile(mut self) -> Option<Set> {
        if self.marks && (self.captures || self.findings.is_unreadable()) {
            return None;
        }
        if self.findings.is_unreadable() {
            // Also what only the engine would find, so that one run shows all.
            self.findings.extend(self.set.broken_tags());
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
        let mut found = self.set.broken_tags();
        if found.is_empty() {
            found.extend(faults.into_iter().map(|f| self.set.diagnostic(f)));
        }
        self.findings.extend(found);
        None
    }
}

impl Set {
    /// Renders a text with marks. `None` when the engine finds a fault, or what a mark stands for cannot be printed: then
    /// only the engine knows what to say, given all of it.
    pub(super) fn render_marked(&self, name: &str, view: &View<'_>) -> Option<String> {
        let context = view.context(&self.used);
        let fill = |text: &str| view.filled(text, &self.prints);
        let usual = view.texts.length();
        engine::render(self.engine.as_ref()?, (name, usual), &context, fill).ok()?
    }

    /// Renders one text; a fault is pushed to the findings.
    pub(super) fn render(
        &self,
        name: &str,
        context: &Context,
        findings: &mut Findings,
    ) -> Option<String> {
        match engine::render(self.engine.as_ref()?, (name, 0), context, str::to_owned) {
            Ok(text) => Some(text),
            Err(fault) => {
                findings.push(self.diagnostic(fault));
                None
            }
        }
    }

    /// All tags that the engine cannot read, in all texts.
    fn broken_tags(&self) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        for (name, (_, prepared)) in &self.texts {
            for (i, mut fault) in engine::faults_of(&prepared.lone_tags()) {
                fault.template.clone_from(name);
                fault.offset += prepared.tags.get(i).map_or(0, |t| t.at.0);
                out.push(self.diagnostic(fault));
            }
        }
        out
    }

    fn diagnostic(&self, fault: Fault) -> Diagnostic {
        let of_tag = || {
            let (home, prepared) = self.texts.get(&fault.template)?;
            let at = prepared.back(fault.offset);
            Some(home.place(at, at))
        };
        let place = fault.place.or_else(of_tag);
        Diagnostic::error(fault.code, place, fault.message)
    }
}
