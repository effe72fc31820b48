//! `growth-contradicts-values` 增幅与数值不符: a typed growth cannot follow from the typed values.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Base, Facts, RateMismatch, RateVerdict, Side, TypedRate};
use crate::model::{Decimal, FigureId};

static CODE: Code = Code {
    id: "growth-contradicts-values",
    zh: "增幅与数值不符",
    unreadable: false,
};

/// Judged by intervals: nothing that rounding of value, base and growth can explain is reported.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“同比”“环比”写的增幅，和同一个指标里的本期数、上年同期数（上期数）算出来的，是不是一致。各数四舍五入以前可能是多少，按区间来比，凡是说得通的都不报。标了“按可比价”的不比。百分率（如合格率）的升降应写百分点。

## 为什么要紧

本期、上年同期、增幅三个数里，给了两个就能算出第三个。读的人一算就能发现，而且说明至少有一个数是错的。

## 例子

    指标:
      税收收入: {本期: 26525.06万元, 上年同期: 22740.96万元, 同比: 18.2%}

按这两个数算，应为增长16.6%。

## 怎么改

改正写错的数。增幅是按可比价算的，写上“按可比价: 是”。上年同期数后来调整过的，写调整后的数。只要本期和上年同期都写了，也可以不写同比，由程序计算。
";

const PAGE_EN: &str = "\
## What it checks

Whether the growth that was typed (`growth`, `growth_on_period`) can follow from the value and that of last year (last
period). All that rounding can explain is accepted. Figures at comparable prices are left alone. Rates, such as a pass
rate, change by percentage points.

## Why it matters

Of value, base and growth two give the third. A reader can compute it, and one of the three must be wrong.

## Example

    figures:
      tax: {value: 265.25 million yuan, last_year: 227.41 million yuan, growth: 18.2%}

From these values the growth is 16.6%.

## How to put it right

Correct the number that is wrong. If the growth is at comparable prices, add `comparable_price: yes`. With both values
given, `growth` may be left out: it is computed.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for (id, rate) in facts.typed_rates() {
        if let TypedRate::Growth(base) = rate {
            findings.extend(judge(facts, id, base));
        }
    }
}

fn judge(facts: &Facts, id: FigureId, base: Base) -> Option<Diagnostic> {
    let rate = TypedRate::Growth(base);
    let typed = rate.growth(facts.report.figure(id)?)?;
    let (key, said) = (facts.key(id), typed.value.text());
    let (name, old) = match base {
        Base::LastYear => (Text::new("同比", "growth"), Side::LastYear),
        Base::LastPeriod => (Text::new("环比", "growth_on_period"), Side::LastPeriod),
        // Nobody types a growth since the beginning of the year.
        Base::Opening => return None,
    };
    let (end, hint) = fault(&facts.judge_rate(id, rate), &name, typed.value.number())?;
    let message = Text::new(
        format!("“{key}”的{}写的是{said}，{}", name.zh, end.zh),
        format!(
            "the {} of \"{key}\" is given as {said}, but {}",
            name.en, end.en
        ),
    );
    let mut finding = Diagnostic::error(&CODE, typed.place, message).hint(hint);
    for side in [Side::Value, old] {
        if let Ok(operand) = facts.operand(id, side) {
            finding = facts.also(finding, &operand, side);
        }
    }
    Some(finding)
}

/// What is wrong with a typed growth, and the cure.
fn fault(verdict: &RateVerdict, name: &Text, typed: Decimal) -> Option<(Text, Text)> {
    Some(match verdict {
        RateVerdict::Contradicts(found) => (computed(found), correct()),
        RateVerdict::PointsMeant(found) => {
            let relative = found.computed;
            (
                Text::new(
                    format!("但这是两个百分率之差，应写百分点；按百分比算是{relative}%"),
                    format!(
                        "it is the difference of two rates, in percentage points; in percent it is {relative}%"
                    ),
                ),
                Text::new(
                    format!("写成“{}: {typed}个百分点”", name.zh),
                    format!("write `{}: {typed} percentage points`", name.en),
                ),
            )
        }
        RateVerdict::NotARate => (
            Text::new(
                "但它不是百分率，增减不能用百分点",
                "it is no rate and cannot change by percentage points",
            ),
            Text::new(
                format!("写成“{}: {typed}%”", name.zh),
                format!("write `{}: {typed}%`", name.en),
            ),
        ),
        RateVerdict::BelowNothing => (
            Text::new("但下降不可能超过100%", "nothing falls by more than 100%"),
            correct(),
        ),
        RateVerdict::Undecided
        | RateVerdict::TooLarge
        | RateVerdict::Possible
        | RateVerdict::Truncated(_)
        | RateVerdict::NoBase => return None,
    })
}

fn computed(found: &RateMismatch) -> Text {
    let [new, old] = [0, 1].map(|i: usize| found.operands.get(i).map(|o| o.amount.written()));
    let (new, old) = (new.unwrap_or_default(), old.unwrap_or_default());
    let unit = match found
        .operands
        .first()
        .is_some_and(|o| o.amount.unit.is_rate())
    {
        true => Text::new("个百分点", " percentage points"),
        false => Text::new("%", "%"),
    };
    let rate = found.computed;
    Text::new(
        format!("按{new}和{old}计算应为{rate}{}", unit.zh),
        format!("from {new} and {old} it is {rate}{}", unit.en),
    )
}

fn correct() -> Text {
    Text::new(
        "改正写错的数；按可比价计算的，写上“按可比价: 是”",
        "correct the number that is wrong; for a growth at comparable prices add `comparable_price: yes`",
    )
}
