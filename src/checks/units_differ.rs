//! `units-differ` 单位不同类: numbers that measure different things are added or compared.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Severity, Text};
use crate::figures::formula::Outcome;
use crate::figures::{Facts, Sum, Verdict};
use crate::model::{Exact, FigureId, Unit};

static CODE: Code = Code {
    id: "units-differ",
    zh: "单位不同类",
    unreadable: false,
};

/// Judges sums, the numbers of one figure, shares and 核对. Counts of different things get only a warning.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

相加、相比的数是不是同一类单位。万元和亿元、亩和公顷会自动换算；元和美元、个和万元不能相加。“核对”里乘除以后的单位也要对得上：万亩乘公斤每亩得万公斤。量词不同（个、家、项）的整数只作警告。指标写了“单位”的，本期的单位要与它同类。

## 为什么要紧

单位不同类的数相加没有意义，多半是单位写错了，或者写错了指标名。

## 例子

    指标:
      出口总额: {本期: 4857.76万美元, 上年同期: 2592.60万元}

## 怎么改

改正写错的单位。数量没有写单位的，补上单位。
";

const PAGE_EN: &str = "\
## What it checks

Whether numbers that are added or compared measure the same thing. Yuan and million yuan, mu and hectares are
converted; yuan and dollars cannot be added. Under `assert` units are multiplied and divided as well. Counts of
different things are only a warning. The value of a figure with `unit` must be in a unit of that kind.

## Why it matters

Adding what cannot be added means nothing; most often a unit or a name is wrong.

## Example

    figures:
      exports: {value: 48.58 million US dollars, last_year: 25.93 million yuan}

## How to put it right

Correct the unit. Give a unit where there is none.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        if let Verdict::UnitsDiffer(part) = facts.judge(sum) {
            findings.extend(in_sum(facts, sum, part));
        }
    }
    for (id, ..) in facts.iter() {
        in_figure(facts, id, findings);
    }
    for (assertion, outcome) in facts.outcomes() {
        if let Outcome::UnitsDiffer(one, other) = outcome {
            let (one, other) = (named(&one), named(&other));
            let formula = &assertion.formula;
            let message = Text::new(
                format!(
                    "“{}”里的{}和{}不能相加或相比",
                    formula.value, one.zh, other.zh
                ),
                format!(
                    "\"{}\": {} and {} cannot be added or compared",
                    formula.value, one.en, other.en
                ),
            );
            findings.push(Diagnostic::error(&CODE, formula.place, message).hint(hint()));
        }
    }
}

/// A unit in a message.
fn named(unit: &str) -> Text {
    match unit {
        "" => Text::new("没有单位的数", "a number without a unit"),
        _ => Text::new(format!("“{unit}”"), format!("\"{unit}\"")),
    }
}

fn quoted(key: &str) -> Text {
    Text::new(format!("“{key}”"), format!("\"{key}\""))
}

fn hint() -> Text {
    Text::new(
        "改正写错的单位，或补上漏写的单位",
        "correct the unit, or give one where it is missing",
    )
}

/// Whether both are counts of something, so that only the counter may be at fault.
fn are_counts(one: &Unit, other: &Unit) -> bool {
    let counts = |u: &Unit| u.counts_things() && u.scale == Exact::ONE;
    counts(one) && counts(other)
}

fn finding(place: Option<Place>, names: [Text; 2], units: [&Unit; 2]) -> Diagnostic {
    let [one, other] = units.map(|u| named(&u.name));
    let [first, second] = names;
    let message = Text::new(
        format!(
            "{}用{}，{}用{}，不是同一类单位",
            first.zh, one.zh, second.zh, other.zh
        ),
        format!(
            "{}: {}, {}: {}; these units are not of one kind",
            first.en, one.en, second.en, other.en
        ),
    );
    let mut finding = Diagnostic::error(&CODE, place, message).hint(hint());
    if are_counts(units[0], units[1]) {
        finding.severity = Severity::Warning;
    }
    finding
}

fn in_sum(facts: &Facts, sum: &Sum, part: FigureId) -> Option<Diagnostic> {
    let part = facts.operand(part, sum.side).ok()?;
    let known = [&sum.whole].into_iter().chain(&sum.members);
    let first = known
        .filter_map(|id| facts.operand(*id, sum.side).ok())
        .next()?;
    let names = [first.id, part.id].map(|id| quoted(facts.key(id)));
    let place = facts.place_of(part.id, sum.side);
    let found = finding(place, names, [&first.amount.unit, &part.amount.unit]);
    Some(facts.also(found, &first, sum.side))
}

/// The numbers of one figure: last year's, the target and so on are compared with the value; a share with its whole.
fn in_figure(facts: &Facts, id: FigureId, findings: &mut Findings) {
    let Some(figure) = facts.report.figure(id) else {
        return;
    };
    let key = &figure.key;
    findings.extend(against_unit(facts, id));
    if let Ok(value) = facts.value(id) {
        let others = [
            (&figure.last_year, "上年同期", "last_year"),
            (&figure.last_period, "上期", "last_period"),
            (&figure.opening, "年初", "opening"),
            (&figure.target, "目标", "target"),
        ];
        for (typed, zh, en) in others {
            let Some(typed) = typed else { continue };
            // A number without a unit takes that of the value.
            let bare = typed.value.unit.name.is_empty();
            if !bare && typed.value.unit.dimension != value.unit.dimension {
                let own = Text::new(format!("“{key}”的本期"), format!("the value of \"{key}\""));
                let names = [own, Text::new(zh, format!("its {en}"))];
                let units = [&value.unit, &typed.value.unit];
                findings.push(finding(Some(typed.place), names, units));
            }
        }
    }
    of_share(facts, id, findings);
}

/// The unit typed behind the value against 单位: a percentage in a cell for a number of cases.
fn against_unit(facts: &Facts, id: FigureId) -> Option<Diagnostic> {
    let figure = facts.report.figure(id)?;
    let typed = figure.value.as_ref()?;
    let (key, own, unit) = (
        &figure.key,
        &typed.value.unit,
        facts.fact(id)?.unit.as_ref()?,
    );
    if own.name.is_empty() || own.dimension == unit.dimension {
        return None;
    }
    let message = Text::new(
        format!(
            "“{key}”的单位是“{}”，本期却写成“{}”",
            unit.name,
            typed.value.text()
        ),
        format!(
            "the unit of \"{key}\" is {}, but its value is given as {}",
            unit.name,
            typed.value.text()
        ),
    );
    let hint = Text::new(
        format!("核对这个数；没有填错的，改“单位: {}”", own.name),
        format!(
            "check the number; if it is right, write `unit: {}`",
            own.name
        ),
    );
    Some(Diagnostic::error(&CODE, typed.place, message).hint(hint))
}

fn of_share(facts: &Facts, id: FigureId, findings: &mut Findings) {
    let Some(figure) = facts.report.figure(id) else {
        return;
    };
    let (Some(typed), Some((part, whole))) = (&figure.share, facts.fact(id).and_then(|f| f.share))
    else {
        return;
    };
    if let (Ok(one), Ok(other)) = (facts.value(part), facts.value(whole))
        && one.unit.dimension != other.unit.dimension
    {
        let names = [part, whole].map(|id| quoted(facts.key(id)));
        let units = [&one.unit, &other.unit];
        findings.push(finding(Some(typed.whole.place), names, units));
    }
}
