//! `growth-without-base` 基数不能算增幅: a percentage of growth was typed where the base allows none.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Base, Facts, RateVerdict, Side, TypedRate};
use crate::model::FigureId;

static CODE: Code = Code {
    id: "growth-without-base",
    zh: "基数不能算增幅",
    unreadable: false,
};

/// Zero and losses have no growth rate; the words for them are printed when it is left out.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

上年同期（上期）是零或负数，或者本期由正变负，却写了百分之几的增幅。

## 为什么要紧

基数是零或负数，增幅没有意义：去年亏200万元，今年赚100万元，不能说增长150%。应当说扭亏为盈、减亏、净增。

## 例子

    指标:
      利润总额: {本期: 100万元, 上年同期: -200万元, 同比: 150%}

## 怎么改

删去“同比”，程序会印“扭亏为盈”“减亏”“净增”一类的话。
";

const PAGE_EN: &str = "\
## What it checks

Whether a growth in percent was typed although last year's value (or the last period's) is zero or negative, or the
value itself has turned negative.

## Why it matters

From a loss of 2 million to a profit of 1 million there is no percentage. One says that it returned to profit.

## Example

    figures:
      profit: {value: 1 million yuan, last_year: -2 million yuan, growth: 150%}

## How to put it right

Leave `growth` out: the text then says that it returned to profit, or by how much the loss was cut.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for (id, rate) in facts.typed_rates() {
        let side = match rate {
            TypedRate::Growth(Base::LastYear) => Side::LastYear,
            TypedRate::Growth(Base::LastPeriod) => Side::LastPeriod,
            TypedRate::Growth(Base::Opening) | TypedRate::Share => continue,
        };
        if facts.judge_rate(id, rate) == RateVerdict::NoBase {
            findings.extend(no_base(facts, id, rate, side));
        }
    }
}

fn no_base(facts: &Facts, id: FigureId, rate: TypedRate, side: Side) -> Option<Diagnostic> {
    let typed = rate.growth(facts.report.figure(id)?)?;
    let (new, old) = (
        facts.operand(id, Side::Value).ok()?,
        facts.operand(id, side).ok()?,
    );
    let (key, said) = (facts.key(id), typed.value.text());
    let (from, to) = (old.amount.written(), new.amount.written());
    let message = Text::new(
        format!("“{key}”从{from}到{to}，不能说增减百分之几，却写了{said}"),
        format!("\"{key}\" went from {from} to {to}, which is no percentage, yet {said} is given"),
    );
    let hint = Text::new(
        "删去这个增幅，由程序印“扭亏为盈”“减亏”“净增”一类的话",
        "leave the growth out; the text then says in words what happened",
    );
    let finding = Diagnostic::error(&CODE, typed.place, message).hint(hint);
    Some(facts.also(finding, &old, side))
}
