//! `ratio-out-of-range` 比值超出范围: the value of a formula is outside the range given for it.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::formula::Outcome;
use crate::figures::{Facts, Side};
use crate::model::Assertion;
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "ratio-out-of-range",
    zh: "比值超出范围",
    unreadable: false,
};

/// A warning: the range is what is plausible, not what is possible.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“核对”里写了“范围”的式子，算出来的值在不在范围里。单位一起算；“每套”“人均”的“套”“人”可以不写进单位。

## 为什么要紧

636套房60万平方米，每套943平方米：单看两个数都不显眼，除一下就知道多写了一个零。

## 例子

    指标:
      安置房面积: 60万平方米
      安置房套数: 636套
    核对:
      - {式: 安置房面积 / 安置房套数, 范围: 30—300平方米, 说明: 每套面积}

## 怎么改

核对两个数，尤其是单位和小数点；确实如此的，放宽范围。
";

const PAGE_EN: &str = "\
## What it checks

Whether the value of a formula with `range` lies in it. Units are computed too; counted things in the denominator may be
left out of the unit of the range.

## Why it matters

600,000 square metres for 636 flats are 943 each: neither number looks wrong until one divides.

## Example

    figures:
      floor_space: 600000 m2
      flats: 636
    assert:
      - {formula: floor_space / flats, range: 30-300 m2}

## How to put it right

Check both numbers, units and points above all; if they are right, widen the range.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for (assertion, formula) in facts.assertions() {
        for outcome in facts.judge_formula(assertion, formula) {
            let Outcome::OutOfRange(value, range) = outcome else {
                continue;
            };
            let mut finding = outside(assertion, &value, &range);
            let figures: BTreeSet<_> = formula.figures().into_iter().collect();
            for id in figures {
                finding = pointing_at(facts, finding, id);
            }
            findings.push(finding);
        }
    }
}

fn pointing_at(facts: &Facts, finding: Diagnostic, id: crate::model::FigureId) -> Diagnostic {
    match facts.operand(id, Side::Value) {
        Ok(operand) => facts.also(finding, &operand, Side::Value),
        Err(_) => finding,
    }
}

fn outside(assertion: &Assertion, value: &str, range: &str) -> Diagnostic {
    let typed = &assertion.formula;
    let said = assertion.quoted();
    let message = Text::new(
        format!("{}算出来是{value}，不在{range}的范围里", said.zh),
        format!("{} is {value}, outside the range {range}", said.en),
    );
    let hint = Text::new(
        "核对式里各指标的数，尤其是单位和小数点；没有错就放宽范围",
        "check the numbers in the formula, units and points above all; if they are right, widen the range",
    );
    Diagnostic::warning(&CODE, typed.place, message).hint(hint)
}
