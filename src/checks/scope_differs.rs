//! `scope-differs` 口径不一致: figures of different scope stand together and the text does not say so.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::figures::formula::Relation;
use crate::figures::{Facts, Side, Sum, SumKind};
use crate::model::{FieldValue, FigureId};
use std::collections::{BTreeMap, BTreeSet};

static CODE: Code = Code {
    id: "scope-differs",
    zh: "口径不一致",
    unreadable: false,
};

/// Inside sums and equations; in the text only where no printed section names the scope.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

一是合计和分项、“核对”等式两边的口径是不是一致（分项按口径划分的不算，如规模以上和规模以下）；二是指标写了口径的，印出它的那一节里有没有写明这个口径。

## 为什么要紧

园区的总结里写“全市共确定项目49个”而不说明是全市的，读的人会当成园区的；全部税收和规模以上企业税收相比，比出来的不是完成率。

## 例子

    单位: 某园区管委会
    指标:
      招商项目: {本期: 49个, 口径: 全市}
    成绩:
      - 共确定招商项目{{招商项目}}。

## 怎么改

在文中写明口径，或换成口径一致的数。
";

const PAGE_EN: &str = "\
## What it checks

Whether whole and parts, or both sides of an equation under `assert`, are of one scope (parts that differ by scope among
themselves are fine), and whether the section that prints a figure with a `scope` names it.

## Why it matters

Forty-nine projects of the whole city, in a report of one park, are taken for the park's unless the text says so.

## Example

    organisation: the park
    figures:
      projects: {value: 49 projects, scope: the whole city}
    achievements:
      - Settled {{projects}}.

## How to put it right

Name the scope in the text, or use numbers of one scope.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let values = facts.sums().iter().filter(|s| s.side == Side::Value);
    findings.extend(values.filter_map(|sum| in_sum(facts, sum)));
    for (assertion, formula) in facts.assertions() {
        let equation = |r: &Relation| matches!(r, Relation::Equal | Relation::Near);
        let ids = formula.figures();
        let scoped = ids.iter().find_map(|id| Some((*id, scope(facts, *id)?)));
        let Some((first, own)) = scoped.filter(|_| formula.relations.iter().any(equation)) else {
            continue;
        };
        let other = ids
            .iter()
            .find_map(|id| Some((*id, scope(facts, *id).filter(|s| *s != own)?)));
        if let Some((other, its)) = other {
            let pair = [(first, own), (other, its)];
            findings.push(differing(facts, Some(assertion.formula.place), pair));
        }
    }
    in_text(subject, findings);
}

fn scope(facts: &Facts, id: FigureId) -> Option<&str> {
    let scope = facts.report.figure(id)?.scope.as_ref()?;
    Some(scope.value.trim())
}

fn in_sum(facts: &Facts, sum: &Sum) -> Option<Diagnostic> {
    let whole = scope(facts, sum.whole)?;
    let scopes: Vec<Option<&str>> = sum.members.iter().map(|id| scope(facts, *id)).collect();
    let distinct: BTreeSet<&str> = scopes.iter().copied().flatten().collect();
    // Parts may divide the whole by scope, and what is among it may be narrower.
    let divided = distinct.len() == scopes.len() && distinct.len() > 1;
    if divided || sum.kind == SumKind::Among {
        return None;
    }
    let members = sum.members.iter().zip(&scopes);
    let (part, its) = members
        .filter_map(|(id, s)| Some((*id, (*s)?)))
        .find(|(_, s)| *s != whole)?;
    let place = facts.place_of(part, sum.side);
    Some(differing(facts, place, [(sum.whole, whole), (part, its)]))
}

fn differing(facts: &Facts, place: Option<Place>, pair: [(FigureId, &str); 2]) -> Diagnostic {
    let [(one, own), (other, its)] = pair;
    let (one, other) = (facts.key(one), facts.key(other));
    let message = Text::new(
        format!("“{one}”的口径是“{own}”，“{other}”的口径是“{its}”，不能直接相加或相比"),
        format!(
            "the scope of \"{one}\" is \"{own}\", that of \"{other}\" \"{its}\"; they cannot be added or compared as they are"
        ),
    );
    let hint = Text::new(
        "换成口径一致的数；口径写错了就改“口径”",
        "use numbers of one scope, or correct the `scope` that is wrong",
    );
    Diagnostic::warning(&CODE, place, message).hint(hint)
}

/// Figures with a scope that no section printing them names, by where that scope was typed.
fn in_text(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    if facts.report.figures.iter().all(|f| f.scope.is_none()) {
        return;
    }
    let mut unnamed: BTreeMap<Place, Vec<FigureId>> = BTreeMap::new();
    let prints = subject.prints();
    for &id in prints.at.keys() {
        let typed = facts.report.figure(id).and_then(|f| f.scope.as_ref());
        let Some(typed) = typed.filter(|t| !t.value.trim().is_empty()) else {
            continue;
        };
        let named = |text: &str| text.contains(typed.value.trim());
        if !is_own(facts, typed.value.trim()) && !prints.contexts(id).any(named) {
            unnamed.entry(typed.place).or_default().push(id);
        }
    }
    for (place, ids) in unnamed {
        findings.extend(unsaid(facts, place, &ids));
    }
}

/// Whether a scope is only the organisation itself.
fn is_own(facts: &Facts, scope: &str) -> bool {
    let own = facts.report.field("organisation").map(|f| &f.value);
    matches!(own, Some(FieldValue::Plain(name)) if name.value.contains(scope))
}

fn unsaid(facts: &Facts, place: Place, ids: &[FigureId]) -> Option<Diagnostic> {
    let first = *ids.first()?;
    let (key, own, many) = (facts.key(first), scope(facts, first)?, ids.len());
    let (zh, en) = match many {
        1 => (format!("“{key}”的口径"), format!("the scope of \"{key}\"")),
        _ => (
            format!("“{key}”等{many}个指标的口径"),
            format!("the scope of \"{key}\" and {} more", many - 1),
        ),
    };
    let message = Text::new(
        format!("{zh}是“{own}”，印出它的地方没有写明"),
        format!("{en} is \"{own}\", and the text does not say so"),
    );
    let hint = Text::new(
        format!("在文中写明“{own}”，或换成本单位的数"),
        format!("name \"{own}\" in the text, or use the organisation's own number"),
    );
    Some(Diagnostic::warning(&CODE, place, message).hint(hint))
}
