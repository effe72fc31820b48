//! `parts-do-not-add-up` 构成与合计不符: parts do not make their whole, and rounding does not explain it.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, Mismatch, Sum, SumKind, Verdict};

static CODE: Code = Code {
    id: "parts-do-not-add-up",
    zh: "构成与合计不符",
    unreadable: false,
};

/// Judges 构成 and the columns of tables with 合计行; other numbers than the value where all parts give them.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“构成”的各分项、“指标表”中合计行以外的各行，加起来是不是等于合计。单位不同的先换算（274万元可以和亿元相加）。上年同期、上期、年初的数，各分项和合计都填了的，也要相加核对。个、家、人一类的整数必须分毫不差；其他数按四舍五入的道理留出余地：n个分项加一个合计，最多可差（n+1）个末位的一半。还有待补的分项，暂不判断。

## 为什么要紧

合计对不上，是总结里最容易被当场指出的错误：17.4加15.5印成32.5，读的人一按计算器就知道。

## 例子

    指标:
      计划投资: {本期: 32.5亿元, 构成: [新开工投资, 续建投资]}
      新开工投资: 17.4亿元
      续建投资: 15.5亿元

相加是32.9亿元，差0.4亿元，而四舍五入最多只能差0.15亿元。

## 怎么改

找到写错的那个数，改正它。三个数都是别人报来的，请报数的部门核实。如果分项没有列全，把“构成”改成“其中”。
";

const PAGE_EN: &str = "\
## What it checks

Whether the parts of a figure (`parts`), and the rows of a table with a `total` row, add up to the whole. Units are
converted first. Values of last year, of the last period and of the beginning of the year are added up too where the
whole and all parts give them. Whole counts must be exact; other numbers may be off by what rounding explains: half
of the last digit for each part and for the total. A pending part leaves the sum undecided.

## Why it matters

A total that does not add up is the first mistake a reader finds: 17.4 and 15.5 do not make 32.5.

## Example

    figures:
      planned: {value: 32.5 million yuan, parts: [new, continued]}
      new: 17.4 million yuan
      continued: 15.5 million yuan

The parts make 32.9, off by 0.4; rounding explains at most 0.15.

## How to put it right

Find the number that is wrong and correct it. If the list of parts is not complete, use `among` instead of `parts`.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        if sum.kind == SumKind::Among {
            continue;
        }
        if let Verdict::Contradicts(found) = facts.judge(sum) {
            findings.push(contradiction(facts, sum, &found));
        }
    }
}

fn contradiction(facts: &Facts, sum: &Sum, found: &Mismatch) -> Diagnostic {
    let (whole, parts, told) = (
        facts.whole_of(sum),
        facts.parts_of(sum),
        found.told_beyond(),
    );
    let (stated, added) = (found.stated.written(), found.sum.written());
    let message = Text::new(
        format!(
            "{}是{stated}，{}相加是{added}，{}",
            whole.zh, parts.zh, told.zh
        ),
        format!(
            "{} is {stated}, but {} add up to {added}; {}",
            whole.en, parts.en, told.en
        ),
    );
    let hint = Text::new(
        format!("改正写错的那个数；各分项都没有错的话，合计应写“{added}”"),
        format!("correct the number that is wrong; if all parts are right, the total is `{added}`"),
    );
    let place = facts.place_of(sum.whole, sum.side);
    let finding = Diagnostic::error(&CODE, place, message).hint(hint);
    facts.pointing_at(sum, finding)
}
