//! `too-large-to-check` 数太大无法核对: numbers too large, or with too many digits, to be computed with exactly.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::figures::formula::Outcome;
use crate::figures::{RateVerdict, Verdict};
use crate::model::FigureId;

static CODE: Code = Code {
    id: "too-large-to-check",
    zh: "数太大无法核对",
    unreadable: false,
};

/// So that what was not checked is not taken for checked.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

有没有合计、增幅、核对式，因为数太大或位数太多，不能精确计算，没有核对成。

## 为什么要紧

没有核对成的要说出来，免得被当成核对过了。

## 例子

    指标:
      合计: {本期: 79228162514264337593543950335亿元, 构成: [甲, 乙]}

## 怎么改

多半是多打了数字；确实这么大的，换用更大的单位。
";

const PAGE_EN: &str = "\
## What it checks

Whether a sum, a growth or a formula could not be checked because its numbers are too large or too long to be computed
with exactly.

## Why it matters

What was not checked must not pass for checked.

## Example

    figures:
      total: {value: 79228162514264337593543950335 billion yuan, parts: [a, b]}

## How to put it right

Most often a digit was typed too many times; else use a larger unit.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        if facts.judge(sum) == Verdict::TooLarge {
            let place = facts.place_of(sum.whole, sum.side);
            findings.push(finding(place, facts.key(sum.whole)));
        }
    }
    let rates = facts.typed_rates();
    let too_large =
        rates.filter(|(id, rate)| facts.judge_rate(*id, *rate) == RateVerdict::TooLarge);
    let mut figures: Vec<FigureId> = too_large.map(|(id, _)| id).collect();
    figures.dedup();
    for figure in figures.into_iter().filter_map(|id| facts.report.figure(id)) {
        findings.push(finding(Some(figure.place), &figure.key));
    }
    for (assertion, outcome) in facts.outcomes() {
        if outcome == Outcome::TooLarge {
            let formula = &assertion.formula;
            findings.push(finding(Some(formula.place), &formula.value));
        }
    }
}

fn finding(place: Option<Place>, name: &str) -> Diagnostic {
    let message = Text::new(
        format!("“{name}”的数太大或位数太多，没有核对"),
        format!("the numbers of \"{name}\" are too large or too long, so it was not checked"),
    );
    let hint = Text::new(
        "看看是不是多打了数字；确实这么大的，换用更大的单位",
        "look for digits typed too often, or use a larger unit",
    );
    Diagnostic::warning(&CODE, place, message).hint(hint)
}
