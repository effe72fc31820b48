//! `assertion-fails` 核对不成立: a relation that the user wants to hold does not.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::formula::{Comparison, Outcome};
use crate::figures::{Facts, Formula, Side};
use crate::model::Assertion;
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "assertion-fails",
    zh: "核对不成立",
    unreadable: false,
};

/// The formulas under 核对, with their units and what rounding allows.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“核对”里的每个式子成立不成立。可以用 + − × ÷ 和括号，比较用 = < > ≤ ≥ ≈（≈是相差不超过5%），全角半角都行。名称后面加“|目标”“|上年同期”“|上期”“|年初”“|完成率”，指那个数。单位一起算：万亩×公斤/亩=万公斤。四舍五入能解释的不报；有待补的数，暂不判断。

## 为什么要紧

构成、其中管不到的关系（面积乘单产等于总产，户数不多于人数），写成核对式，以后每次生成都会检查。

## 例子

    指标:
      种植面积: 12.5万亩
      亩产: 430公斤/亩
      粮食产量: 6375万公斤
    核对:
      - {式: 种植面积 × 亩产 = 粮食产量}

12.5乘430是5375万公斤。

## 怎么改

改正写错的数；式子写错了就改式子。
";

const PAGE_EN: &str = "\
## What it checks

Whether every formula under `assert` holds. It may use + - × ÷ and brackets, and = < > ≤ ≥ ≈ (≈ is within five per
cent). `name|target`, `|last_year`, `|last_period`, `|opening`, `|completion` mean that number of a figure. Units are
computed with the numbers. What rounding explains is accepted; pending numbers leave it undecided.

## Why it matters

What is no sum of parts (area times yield is the harvest) can be written down once and is checked every time.

## Example

    figures:
      area: 12.5 hectares
      yield: 430 kg/ha
      harvest: 6375 kg
    assert:
      - {formula: area × yield = harvest}

12.5 times 430 is 5375.

## How to put it right

Correct the number that is wrong, or the formula.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for (assertion, formula) in facts.assertions() {
        for outcome in facts.judge_formula(assertion, formula) {
            if let Outcome::Fails(found) = outcome {
                findings.push(failed(facts, assertion, formula, &found));
            }
        }
    }
}

fn failed(
    facts: &Facts,
    assertion: &Assertion,
    formula: &Formula,
    found: &Comparison,
) -> Diagnostic {
    let typed = &assertion.formula;
    let (left, right, told) = (&found.left, &found.right, found.told_beyond());
    let said = assertion.quoted();
    let message = Text::new(
        format!(
            "{}不成立：左边是{left}，右边是{right}，{}",
            said.zh, told.zh
        ),
        format!(
            "{} does not hold: {left} against {right}; {}",
            said.en, told.en
        ),
    );
    let hint = Text::new(
        "核对式里各指标的数和单位，改正写错的一个",
        "check the numbers and units of the figures in the formula and correct the wrong one",
    );
    let mut finding = Diagnostic::error(&CODE, typed.place, message).hint(hint);
    let figures: BTreeSet<_> = formula.figures().into_iter().collect();
    for id in figures {
        if let Ok(operand) = facts.operand(id, Side::Value) {
            finding = facts.also(finding, &operand, Side::Value);
        }
    }
    finding
}
