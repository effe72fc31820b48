//! One rendering: the texts of the data first, then the genre, which prints them like any other value.

use super::braces;
use super::compiled::{Compiled, Ready, Wordings, ready};
use super::dialect;
use super::names::Names;
use super::set::Set;
use super::state;
use super::view::{Texts, View};
use super::wordings::{Scoped, wordings};
use super::{GENRE, Project};
use crate::beside::spread;
use crate::diag::{Findings, Place};
use crate::figures::Facts;
use std::cell::LazyCell;
use std::collections::BTreeSet;
use tera::Value;

/// As many texts are rendered on another thread beside this one.
const MANY: usize = 256;

/// The texts of one report that it does not share with others.
pub(super) struct Own {
    set: Set,
    wordings: Wordings,
}

impl Own {
    /// Prepares and compiles them. `None` when something is wrong with one.
    pub(super) fn new(
        facts: &Facts,
        project: &Project<'_>,
        compiled: &Compiled,
        findings: &mut Findings,
    ) -> Option<Self> {
        let mut own = wordings(&facts.report);
        own.retain(|(_, w)| !compiled.wordings.has(w.place));
        // Where there are no braces there are no names.
        let may_name = |(_, w): &Scoped<'_>| braces::opens(&w.text);
        let names = if own.iter().any(may_name) {
            Names::new(&facts.report, project.genre, project.parts)
        } else {
            Names::none(&facts.report)
        };
        let (wordings, set) = ready(&own, &names, project.sources, findings);
        Some(Self {
            set: set?,
            wordings,
        })
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
    let nothing = Texts::default();
    let before = View {
        facts,
        texts: &nothing,
        sources: project.sources,
    };
    let used = || shared.used.union(&own.set.used);
    // Most reports have no text that needs the engine.
    let context = LazyCell::new(|| before.context(&simple_names(used())));
    let mut rendered = Vec::with_capacity(compiled.wordings.list.len() + own.wordings.list.len());
    for (set, wordings) in [(shared, &compiled.wordings), (&own.set, &own.wordings)] {
        let parts = spread(&wordings.list, MANY, |part| direct(part, facts));
        let texts = parts.into_iter().flatten();
        for ((place, ready), text) in wordings.list.iter().zip(texts) {
            let text = text.unwrap_or_else(|| match ready {
                Ready::Direct(direct) => {
                    let mut out = String::new();
                    direct.push(facts, &mut out, |why| Some(state::failure(why)));
                    Value::safe_string(&out)
                }
                // What failed is reported; what prints it goes on without.
                Ready::Named(name) => {
                    let text = set.render(name, &context, findings);
                    Value::safe_string(&text.unwrap_or_default())
                }
            });
            rendered.push((*place, text));
        }
    }
    let view = View {
        facts,
        texts: &Texts::new(rendered),
        sources: project.sources,
    };
    set.render_marked(GENRE, &view).or_else(|| {
        state::again();
        let set = compiled.whole(&facts.report, project)?;
        set.render(GENRE, &view.context(&set.used), findings)
    })
}

/// Texts as far as they need neither the engine nor a word on what cannot be printed.
fn direct(list: &[(Place, Ready)], facts: &Facts) -> Vec<Option<Value>> {
    let mut out = String::new();
    let text = |(_, ready): &(Place, Ready)| {
        let Ready::Direct(direct) = ready else {
            return None;
        };
        out.clear();
        direct.push(facts, &mut out, |_| None)?;
        Some(Value::safe_string(&out))
    };
    list.iter().map(text).collect()
}

/// The names used without those whose values hold other texts: a text of the data may print fields and figures.
fn simple_names<'n>(used: impl Iterator<Item = &'n String>) -> BTreeSet<String> {
    let is_section = |name: &str| {
        dialect::SECTIONS.iter().any(|s| s.en == name)
            || name.starts_with("sections")
            || name == "annex_texts"
    };
    used.filter(|n| !is_section(n)).cloned().collect()
}
