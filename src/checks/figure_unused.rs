//! `figure-unused` 指标没有用到: a figure is neither printed nor part of anything that is checked.

use super::prints::FigureSet;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, SETTING, Text, codes, nearest};
use crate::figures::Facts;
use crate::model::{Figure, FigureId};
use std::collections::BTreeMap;

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
    let mut used = subject.printed();
    if used.is_full() {
        return;
    }
    for (_, formula) in facts.assertions() {
        formula.figures().into_iter().for_each(|id| {
            used.insert(id);
        });
    }
    spread(facts, &mut used);
    for table in &facts.report.tables {
        let cells: Vec<FigureId> = table
            .rows
            .iter()
            .flat_map(|r| r.1.iter().flatten().copied())
            .collect();
        if !cells.is_empty() && !cells.iter().any(|id| used.contains(*id)) {
            let name = &table.name.value;
            let message = Text::new(
                format!("指标表“{name}”在文中没有用到"),
                format!("the table \"{name}\" is not used in the text"),
            );
            findings.push(Diagnostic::note(&CODE, table.name.place, message).hint(hint()));
        }
        for id in cells {
            used.insert(id);
        }
    }
    spread(facts, &mut used);
    for (id, figure, _) in facts.iter() {
        if used.contains(id) {
            continue;
        }
        let typed_in = subject.sources.get(figure.place.source);
        if typed_in.is_some_and(|source| source.name() == SETTING) {
            findings.push(unknown(facts, figure));
            continue;
        }
        let message = Text::new(
            format!("指标“{}”在文中没有用到", figure.key),
            format!("the figure \"{}\" is not used in the text", figure.key),
        );
        findings.push(Diagnostic::note(&CODE, figure.place, message).hint(hint()));
    }
}

/// A value from the command line for a figure that the report does not have: a slip of the pen, for nothing prints it.
fn unknown(facts: &Facts, figure: &Figure) -> Diagnostic {
    let key = &figure.key;
    let message = Text::new(
        format!("报告里没有指标“{key}”，文中也没有用到"),
        format!("the report has no figure \"{key}\", and nothing prints it"),
    );
    let others = facts.report.figures.iter().map(|f| f.key.as_str());
    let hint = match nearest(key, others.filter(|other| other != key)) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean \"{near}\"?"),
        ),
        None => Text::new(
            "核对指标的名称；确实要添的指标，写进报告",
            "check the name; a figure to be added belongs in the report",
        ),
    };
    Diagnostic::error(&codes::UNKNOWN_NAME, figure.place, message).hint(hint)
}

fn hint() -> Text {
    Text::new("写进正文，或删去", "print it, or take it out")
}

/// Which figures speak of each other: wholes and parts, shares and what they are shares of.
fn related(facts: &Facts) -> BTreeMap<FigureId, Vec<FigureId>> {
    let mut out: BTreeMap<FigureId, Vec<FigureId>> = BTreeMap::new();
    for (id, _, fact) in facts.iter() {
        let share = fact.share.map(|(part, whole)| [part, whole]);
        let parts = fact.parts.iter().flatten().chain(&fact.among).copied();
        for other in parts.chain(share.into_iter().flatten()) {
            out.entry(id).or_default().push(other);
            out.entry(other).or_default().push(id);
        }
    }
    out
}

/// Adds all that is checked against what is used: a total that is not printed still guards the parts that are.
fn spread(facts: &Facts, used: &mut FigureSet) {
    let related = related(facts);
    let mut open: Vec<FigureId> = used.iter().collect();
    while let Some(id) = open.pop() {
        let others = related.get(&id).into_iter().flatten();
        open.extend(others.filter(|other| used.insert(**other)));
    }
}
