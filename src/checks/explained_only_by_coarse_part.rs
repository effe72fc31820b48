//! `explained-only-by-coarse-part` 只因某数太粗才对得上: a sum that only the coarser digits of one number can explain.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::formula::Outcome;
use crate::figures::{SumKind, Verdict};

static CODE: Code = Code {
    id: "explained-only-by-coarse-part",
    zh: "只因某数太粗才对得上",
    unreadable: false,
};

/// Between a note and an error: with one digit more it may well turn out to be wrong.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

合计与分项之和的差额，按最细的末位算已经超出四舍五入的范围，只因为其中某个数的位数比别的少（别的精确到0.01亿元，它只精确到1亿元），才勉强说得过去。

## 为什么要紧

一个数取得太粗，等于没有核对：补上小数以后，可能对得上，也可能是错的。

## 例子

    指标:
      总投资: {本期: 12.46亿元, 构成: [一期投资, 二期投资]}
      一期投资: 8.21亿元
      二期投资: 4亿元

相加是12.21亿元，差0.25亿元；二期投资只精确到亿元，可能是4.25亿元。

## 怎么改

把那个数写得和别的一样细；补不上的，核对一遍合计。
";

const PAGE_EN: &str = "\
## What it checks

The difference between a total and its parts is more than rounding at the finest last digit explains; only because
one number was given with fewer digits than the others can it be true.

## Why it matters

A number that coarse checks nothing: with one digit more the sum may hold, or be wrong.

## Example

    figures:
      total: {value: 12.46 million yuan, parts: [first, second]}
      first: 8.21 million yuan
      second: 4 million yuan

The parts make 12.21, off by 0.25; the second may have been 4.25.

## How to put it right

Give that number with as many digits as the others, or check the total once more.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        let Verdict::ByCoarsePart(found, coarse) = facts.judge(sum) else {
            continue;
        };
        if sum.kind == SumKind::Among {
            continue;
        }
        let (whole, parts, told) = (
            facts.whole_of(sum),
            facts.parts_of(sum),
            found.told_beyond(),
        );
        let (stated, added) = (found.stated.written(), found.sum.written());
        let coarse = facts.key(coarse);
        let message = Text::new(
            format!(
                "{}是{stated}，{}相加是{added}，{}；只因“{coarse}”取的位数太少才可能对得上",
                whole.zh, parts.zh, told.zh
            ),
            format!(
                "{} is {stated}, but {} add up to {added}; {}; only the few digits of \"{coarse}\" can explain it",
                whole.en, parts.en, told.en
            ),
        );
        let hint = Text::new(
            format!("把“{coarse}”写得和别的数一样细"),
            format!("give \"{coarse}\" with as many digits as the others"),
        );
        let place = facts.place_of(sum.whole, sum.side);
        let finding = Diagnostic::warning(&CODE, place, message).hint(hint);
        findings.push(facts.pointing_at(sum, finding));
    }
    for (assertion, outcome) in facts.outcomes() {
        if let Outcome::ByCoarsePart(found) = outcome {
            let (formula, told) = (&assertion.formula, found.told_beyond());
            let message = Text::new(
                format!(
                    "“{}”{}；只因有的数取的位数太少才可能成立",
                    formula.value, told.zh
                ),
                format!(
                    "\"{}\": {}; only the few digits of one number can explain it",
                    formula.value, told.en
                ),
            );
            let hint = Text::new("把各数写得一样细", "give all numbers with the same digits");
            findings.push(Diagnostic::warning(&CODE, formula.place, message).hint(hint));
        }
    }
}
