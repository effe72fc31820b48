//! `counts-alike` 件数口径不明: 15 projects under construction here, 13 there, and nothing tells the two apart.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, Operand, Side};
use crate::model::{Figure, FigureId};

static CODE: Code = Code {
    id: "counts-alike",
    zh: "件数口径不明",
    unreadable: false,
};

/// A note: they may be two things, which only the author knows.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

名称读起来是一回事、件数却不同的两个指标，如“在建项目”15个和“建设项目”13个，有没有写明口径或期间，或者用“构成”“其中”“核对”
写明两者的关系。各事项自己的指标互不相比。

## 为什么要紧

同一篇总结里项目数一会儿15个、一会儿13个，读的人不知道信哪一个。

## 例子

    指标:
      在建项目: 15个
      建设项目: 13个

## 怎么改

名称写到能分清，或写明口径：

    指标:
      在建项目: {名称: 接受质量检查的在建项目, 本期: 15个}
      建设项目: {名称: 基础设施建设项目, 本期: 13个}
";

const PAGE_EN: &str = "\
## What it checks

Whether two Chinese figures whose names read as one thing, such as 在建项目 and 建设项目, count differently, and neither their
scope or period nor `parts`, `among` or `assert` says how they are related. Figures of different items are not compared.

## Why it matters

When a summary counts 15 projects here and 13 there, nobody knows which to believe.

## Example

    指标:
      在建项目: 15个
      建设项目: 13个

## How to put it right

Name them so that they can be told apart, or say their scope:

    指标:
      在建项目: {名称: 接受质量检查的在建项目, 本期: 15个}
      建设项目: {名称: 基础设施建设项目, 本期: 13个}
";

/// Beginnings of names that mean the same; the first stands for all.
const SAME: [&[&str]; 4] = [
    &["在建", "建设", "正在建设的", "正在建设", "在建设"],
    &["入驻", "入园", "进驻", "落户", "入住"],
    &["开展", "组织", "举办", "组织开展"],
    &["", "现有", "共有", "全部"],
];

/// With what they begin, but for the empty one.
const BEGIN: [char; 12] = [
    '在', '建', '正', '入', '进', '落', '开', '组', '举', '现', '共', '全',
];

/// A name as others would say it: the first of those it begins with, and the rest.
fn plain(name: &str) -> (&'static str, &str) {
    if !name.starts_with(BEGIN) {
        return ("", name);
    }
    let longest = SAME.iter().flat_map(|same| {
        let found = same
            .iter()
            .filter_map(|begin| Some((begin.len(), same, name.strip_prefix(begin)?)));
        found.max_by_key(|(length, ..)| *length)
    });
    let found = longest.max_by_key(|(length, ..)| *length);
    found.map_or(("", name), |(_, same, rest)| {
        (same.first().copied().unwrap_or_default(), rest)
    })
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let mut named = Vec::new();
    for (id, figure, fact) in facts.iter() {
        let counts = fact.value.as_ref().is_ok_and(|v| v.unit.counts_things());
        let level = figure.key.strip_suffix(figure.name.as_str());
        let Some(level) = level.filter(|_| counts) else {
            continue;
        };
        named.push(((level, plain(figure.printed_name())), id));
    }
    // Where no name begins otherwise than it reads, alike are the same, which is told elsewhere.
    let is_other = |(.., rest): &(&str, &str), id: &FigureId| {
        let figure = facts.report.figure(*id);
        figure.is_some_and(|figure| figure.printed_name() != *rest)
    };
    let others = named.iter().filter(|((_, name), id)| is_other(name, id));
    let mut others: Vec<_> = others.map(|(key, _)| *key).collect();
    others.sort_unstable();
    named.retain(|(key, _)| others.binary_search(key).is_ok());
    named.sort_unstable();
    for alike in named.chunk_by(|(one, _), (other, _)| one == other) {
        let mut ids = alike.iter().map(|(_, id)| *id);
        let Some(first) = ids.next() else { continue };
        findings.extend(ids.find_map(|other| untold(facts, first, other)));
    }
}

/// The finding on two counts, when nothing tells them apart.
fn untold(facts: &Facts, first: FigureId, other: FigureId) -> Option<Diagnostic> {
    let (one, two) = (facts.report.figure(first)?, facts.report.figure(other)?);
    let scope = |figure: &Figure| figure.scope.as_ref().map(|s| s.value.clone());
    let alike = scope(one) == scope(two)
        && facts.period(first) == facts.period(other)
        && one.status == two.status;
    // Two values under one name are told elsewhere.
    let same_name = one.printed_name() == two.printed_name();
    let [a, b] = [first, other].map(|id| facts.operand(id, Side::Value));
    let (a, b): (Operand, Operand) = (a.ok()?, b.ok()?);
    let same_unit = a.amount.unit.dimension == b.amount.unit.dimension;
    let meet = a
        .amount
        .interval(a.precision)?
        .meets(b.amount.interval(b.precision)?);
    if !alike || same_name || !same_unit || meet || related(facts, first, other) {
        return None;
    }
    let said = [(one, &a), (two, &b)]
        .map(|(f, o)| format!("“{}”{}", f.printed_name(), o.amount.written()));
    let message = Text::new(
        format!("{}，{}，看不出是不是同一口径", said[0], said[1]),
        format!("{}, {}: nothing tells the two apart", said[0], said[1]),
    );
    let hint = Text::new(
        "名称写到能分清，或写明“口径”“期间”；一个包含另一个的，写进“其中”",
        "give labels or a `scope` that tell them apart; list one `among` the other if it is part of it",
    );
    let place = facts.place_of(other, Side::Value);
    Some(facts.also(
        Diagnostic::note(&CODE, place, message).hint(hint),
        &a,
        Side::Value,
    ))
}

/// Whether the data say how two figures are related.
fn related(facts: &Facts, one: FigureId, other: FigureId) -> bool {
    let holds = |whole: FigureId, part: FigureId| {
        facts.fact(whole).is_some_and(|f| {
            f.among.contains(&part) || f.parts.iter().flatten().any(|id| *id == part)
        })
    };
    let names = [one, other].map(|id| facts.key(id));
    let mut formulas = facts
        .report
        .assertions
        .iter()
        .map(|a| a.formula.value.as_str());
    holds(one, other)
        || holds(other, one)
        || facts
            .iter()
            .any(|(whole, ..)| holds(whole, one) && holds(whole, other))
        || formulas.any(|text| names.iter().all(|name| text.contains(name)))
}
