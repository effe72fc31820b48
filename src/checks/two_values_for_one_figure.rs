//! `two-values-for-one-figure` 一个指标两个数: two figures of one printed name, period and scope have different values.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, Operand, Side};

static CODE: Code = Code {
    id: "two-values-for-one-figure",
    zh: "一个指标两个数",
    unreadable: false,
};

/// Only names that print the same at the same level: projects may each have a 计划投资.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

有没有两个指标，印出来的名称相同，期间、口径也相同，数却不一样。不同项目各自的同名指标（各项目的计划投资）不算。

## 为什么要紧

两个科室报的同一个指标数不一样，或者一个数改了、另一处忘了改，印出来就自相矛盾。

## 例子

    指标:
      税收收入: 26525.06万元
      财政科_税收: {名称: 税收收入, 本期: 26520万元}

## 怎么改

只留一个；确实是两回事的，给其中一个写上不同的“名称”或“口径”。
";

const PAGE_EN: &str = "\
## What it checks

Whether two figures print under one name, for one period and scope, with different values. Figures of different items
may have one name.

## Why it matters

Two departments report one figure differently, or it was corrected in one place only: the text contradicts itself.

## Example

    figures:
      tax: {label: tax revenue, value: 265.25 million yuan}
      finance_tax: {label: tax revenue, value: 265.20 million yuan}

## How to put it right

Keep one; if they are two things, give one of them another `label` or a `scope`.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let mut named = Vec::new();
    for (id, figure, _) in facts.iter() {
        let level = figure
            .key
            .strip_suffix(figure.name.as_str())
            .unwrap_or_default();
        named.push(((level, figure.printed_name()), id));
    }
    named.sort_unstable();
    let alike = named.chunk_by(|(one, _), (other, _)| one == other);
    for same in alike.filter(|same| same.len() > 1) {
        let name = same.first().map_or("", |((_, name), _)| name);
        let mut others = same
            .iter()
            .filter_map(|(_, id)| facts.operand(*id, Side::Value).ok());
        let Some(first) = others.next() else { continue };
        findings.extend(others.find_map(|other| differing(facts, name, &first, &other)));
    }
}

fn differing(facts: &Facts, name: &str, first: &Operand, other: &Operand) -> Option<Diagnostic> {
    let scope = |o: &Operand| {
        facts
            .report
            .figure(o.id)?
            .scope
            .as_ref()
            .map(|s| s.value.as_str())
    };
    let alike = scope(first) == scope(other)
        && facts.period(first.id) == facts.period(other.id)
        && first.amount.unit.dimension == other.amount.unit.dimension;
    let (one, two) = (
        first.amount.interval(first.precision)?,
        other.amount.interval(other.precision)?,
    );
    if !alike || one.meets(two) {
        return None;
    }
    let (a, b) = (first.amount.written(), other.amount.written());
    let message = Text::new(
        format!("“{name}”有两个数：{a}和{b}"),
        format!("\"{name}\" has two values: {a} and {b}"),
    );
    let hint = Text::new(
        "只留一个；确实是两回事的，写上不同的“名称”或“口径”",
        "keep one; if they are two things, give them different labels or scopes",
    );
    let finding = Diagnostic::warning(&CODE, facts.place_of(other.id, Side::Value), message);
    Some(facts.also(finding.hint(hint), first, Side::Value))
}
