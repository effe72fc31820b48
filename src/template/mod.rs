//! Templates: facts and wording become marked Markdown.
//!
//! Every text with tags, the genre as well as each 正文 of the data, goes the same way: cut into pieces (`scan`), names
//! translated and checked (`translate`, `statement`), written for the engine with marks (`prepare`), rendered. The texts
//! of the data come first, each with its own places; the genre prints them like any other value.

pub mod dialect;
mod engine;
mod filters;
mod names;
mod prepare;
mod read;
mod reference;
mod rich;
mod scan;
mod state;
mod statement;
mod token;
mod translate;
mod view;
mod wordings;

use crate::diag::{Diagnostic, Findings, Sources, Text};
use crate::figures::Facts;
use crate::model::{Genre, Part};
use names::Names;
use prepare::{Input, Naming, Prepared, prepare};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use view::{Texts, View};

/// What rendering gave.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Markdown with marks.
    text: String,
    /// What could not be printed, by the numbers in the marks.
    failures: Vec<Text>,
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
    let mut names = Names::new(&facts.report, genre);
    for (number, part) in parts.iter().enumerate() {
        for name in part.aliases.iter().chain([&part.name]) {
            names.parts.entry(name.clone()).or_insert(number);
        }
    }
    let mut work = Work {
        sources,
        names: &names,
        used: BTreeSet::new(),
        findings,
        templates: BTreeMap::new(),
    };
    let genre_text = sources
        .get(genre.source)
        .and_then(|s| s.text().get(genre.body..))
        .unwrap_or_default();
    let input = Input::Template {
        source: genre.source,
        offset: genre.body,
        text: genre_text,
    };
    work.prepare(GENRE, input, "", &[]);
    work.prepare_parts(parts);
    let wordings = wordings::wordings(&facts.report);
    for (i, (scope, wording)) in wordings.iter().enumerate() {
        work.prepare(&format!("w{i}"), Input::Wording(wording), scope, &[]);
    }
    if work.findings.is_unreadable() {
        return None;
    }
    let language = facts.report.language;
    let (text, failures) = state::with_facts(facts, language, || work.run(facts, &wordings));
    text.map(|text| Rendered { text, failures })
}

/// The engine's name of the genre.
const GENRE: &str = "genre";

struct Work<'a> {
    sources: &'a Sources,
    names: &'a Names<'a>,
    used: BTreeSet<String>,
    findings: &'a mut Findings,
    templates: BTreeMap<String, (Input<'a>, Prepared)>,
}

impl<'a> Work<'a> {
    fn prepare(&mut self, name: &str, input: Input<'a>, scope: &str, bound: &[String]) {
        let naming = Naming {
            names: self.names,
            scope,
            bound,
        };
        let prepared = prepare(&input, &naming, self.sources, &mut self.used, self.findings);
        self.templates.insert(name.to_owned(), (input, prepared));
    }

    /// Prepares the parts that are included, with the names bound at all their sites.
    fn prepare_parts(&mut self, parts: &[Part]) {
        let mut bound: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        let mut fresh: Vec<(usize, Vec<String>)> = self
            .templates
            .values()
            .flat_map(|t| t.1.includes.clone())
            .collect();
        while let Some((number, names)) = fresh.pop() {
            let known = bound.get(&number).cloned().unwrap_or_default();
            let all: BTreeSet<String> = known.iter().cloned().chain(names).collect();
            if bound.contains_key(&number) && all == known {
                continue;
            }
            let Some(part) = parts.get(number) else {
                continue;
            };
            let text = self
                .sources
                .get(part.source)
                .and_then(|s| s.text().get(part.body..))
                .unwrap_or_default();
            let input = Input::Template {
                source: part.source,
                offset: part.body,
                text,
            };
            let names: Vec<String> = all.iter().cloned().collect();
            bound.insert(number, all);
            let name = statement::part_name(number);
            self.prepare(&name, input, "", &names);
            fresh.extend(
                self.templates
                    .get(&name)
                    .map(|t| t.1.includes.clone())
                    .unwrap_or_default(),
            );
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

    fn run(&mut self, facts: &Arc<Facts>, wordings: &[wordings::Scoped<'_>]) -> Option<String> {
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
            let name = format!("w{i}");
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
