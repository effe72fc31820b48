//! `explained-by-rounding` 四舍五入误差: a sum that is off by no more than rounding explains.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::formula::Outcome;
use crate::figures::{SumKind, Verdict};

static CODE: Code = Code {
    id: "explained-by-rounding",
    zh: "四舍五入误差",
    unreadable: false,
};

/// A note, never more: figures that were rounded one by one need not add up in print.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

合计与分项之和对不上，但差额没有超出四舍五入所能解释的范围（各数末位一半之和）。这不是错误，只作提示。“核对”里的加减等式同样适用。

## 为什么要紧

各数分别四舍五入以后，合计与分项之和差一两个末位很正常，不应为了凑数去改；但读的人可能会问，最好注明。

## 例子

    指标:
      协议投资: {本期: 99.4亿元, 构成: [新开工投资, 续建投资]}
      新开工投资: 48.2亿元
      续建投资: 51.3亿元

相加是99.5亿元，差0.1亿元，四舍五入最多可差0.15亿元。

## 怎么改

不用改。需要说明的，可在文末或表下注明：部分数据因四舍五入，合计与分项之和略有差异，未作机械调整。
";

const PAGE_EN: &str = "\
## What it checks

A total and its parts differ, but by no more than rounding explains (half of the last digit of each number). This is
no mistake, only worth knowing. It holds for sums under `assert` too.

## Why it matters

Numbers that were rounded one by one need not add up. They should not be bent until they do, but a reader may ask.

## Example

    figures:
      agreed: {value: 99.4 million yuan, parts: [new, continued]}
      new: 48.2 million yuan
      continued: 51.3 million yuan

The parts make 99.5, off by 0.1; rounding explains up to 0.15.

## How to put it right

Nothing has to be done. A note may say that figures may not add up because of rounding.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        let Verdict::ByRounding(found) = facts.judge(sum) else {
            continue;
        };
        if sum.kind == SumKind::Among {
            continue;
        }
        let (whole, parts, told) = (
            facts.whole_of(sum),
            facts.parts_of(sum),
            found.told_within(),
        );
        let (stated, added) = (found.stated.written(), found.sum.written());
        let message = Text::new(
            format!(
                "{}是{stated}，{}相加是{added}，{}",
                whole.zh, parts.zh, told.zh
            ),
            format!(
                "{} is {stated} and {} add up to {added}; {}",
                whole.en, parts.en, told.en
            ),
        );
        let place = facts.place_of(sum.whole, sum.side);
        findings.push(Diagnostic::note(&CODE, place, message).hint(hint()));
    }
    for (assertion, outcome) in facts.outcomes() {
        if let Outcome::ByRounding(found) = outcome {
            let (formula, told) = (&assertion.formula, found.told_within());
            let message = Text::new(
                format!("“{}”{}", formula.value, told.zh),
                format!("\"{}\": {}", formula.value, told.en),
            );
            findings.push(Diagnostic::note(&CODE, formula.place, message).hint(hint()));
        }
    }
}

fn hint() -> Text {
    Text::new(
        "不用改；可以注明“部分数据因四舍五入，合计与分项之和略有差异，未作机械调整”",
        "nothing has to be done; a note may say that figures may not add up because of rounding",
    )
}
