//! `figure-unused` 指标没有用到: a figure is neither printed nor part of anything that is checked.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::Facts;
use crate::model::FigureId;
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "figure-unused",
    zh: "指标没有用到",
    unreadable: false,
};

/// A note: it may be left from last time, or its sentence was forgotten.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

填了的指标，有没有在文中印出来，或者作为构成、其中、占比、核对的一部分用到。指标表里只要有一个数用到，整张表都算用到；一个也没有用到，只报一次。

## 为什么要紧

没有用到的指标，可能是上期留下的，也可能是忘了写进正文。

## 例子

    指标:
      出口总额: 4857.76万美元

而正文里没有 {{出口总额}}。

## 怎么改

写进正文，或删去。
";

const PAGE_EN: &str = "\
## What it checks

Whether every figure is printed, or used as a part, a share or in an assertion. A table counts as used when one of its
numbers is.

## Why it matters

A figure that is not used may be left from the last report, or its sentence was forgotten.

## Example

    figures:
      exports: 48.58 million US dollars

and no {{exports}} in the text.

## How to put it right

Print it, or take it out.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let mut used: BTreeSet<FigureId> = subject.prints().at.into_keys().collect();
    used.extend(related(facts));
    for table in &facts.report.tables {
        let cells: Vec<FigureId> = table
            .rows
            .iter()
            .flat_map(|r| r.1.iter().flatten().copied())
            .collect();
        if !cells.is_empty() && !cells.iter().any(|id| used.contains(id)) {
            let name = &table.name.value;
            let message = Text::new(
                format!("指标表“{name}”在文中没有用到"),
                format!("the table \"{name}\" is not used in the text"),
            );
            findings.push(Diagnostic::note(&CODE, table.name.place, message).hint(hint()));
        }
        used.extend(cells);
    }
    for (id, figure, _) in facts.iter() {
        if used.contains(&id) {
            continue;
        }
        let message = Text::new(
            format!("指标“{}”在文中没有用到", figure.key),
            format!("the figure \"{}\" is not used in the text", figure.key),
        );
        findings.push(Diagnostic::note(&CODE, figure.place, message).hint(hint()));
    }
}

fn hint() -> Text {
    Text::new("写进正文，或删去", "print it, or take it out")
}

/// The figures that others are made of or checked against.
fn related(facts: &Facts) -> BTreeSet<FigureId> {
    let mut out = BTreeSet::new();
    for (id, _, fact) in facts.iter() {
        let share = fact.share.map(|(part, whole)| [part, whole]);
        let before = out.len();
        out.extend(fact.parts.iter().flatten().chain(&fact.among).copied());
        out.extend(share.into_iter().flatten());
        if out.len() > before {
            // A whole whose parts are given is there to be checked.
            out.insert(id);
        }
    }
    out.extend(
        facts
            .assertions()
            .flat_map(|(_, formula)| formula.figures()),
    );
    out
}
