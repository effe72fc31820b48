//! `among-adds-up` 其中等于全部: what is named under 其中 is all there is.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Bound, Side, SumKind};

static CODE: Code = Code {
    id: "among-adds-up",
    zh: "其中等于全部",
    unreadable: false,
};

/// Only worth a note: the list may be complete, or one number may have been used twice.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“其中”的各项加起来是不是正好等于合计。

## 为什么要紧

“其中”说的是一部分。正好等于全部，往往是列全了（那就应当用“构成”，程序会严格核对），也可能是把一个数误用了两次。

## 例子

    指标:
      入驻企业: {本期: 25家, 其中: [投产企业]}
      投产企业: 25家

## 怎么改

各项确实列全了，把“其中”改成“构成”；没有列全，核对各项的数。
";

const PAGE_EN: &str = "\
## What it checks

Whether the figures under `among` add up to exactly the whole.

## Why it matters

`among` names a part of the whole. If nothing is left, the list is complete (then `parts` is checked strictly), or one
number was used for two things.

## Example

    figures:
      firms: {value: 25 firms, among: [producing]}
      producing: 25 firms

## How to put it right

If the list is complete, write `parts` instead of `among`; if not, check the numbers.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        let is_meant = sum.kind == SumKind::Among && sum.side == Side::Value;
        if !is_meant || facts.bound(sum) != Bound::Exhausts {
            continue;
        }
        let whole = facts.whole_of(sum);
        let message = Text::new(
            format!("{}的“其中”加起来正好等于全部", whole.zh),
            format!("those named under `among` of {} make all of it", whole.en),
        );
        let hint = Text::new(
            "如果列全了，把“其中”改成“构成”",
            "if the list is complete, write `parts` instead of `among`",
        );
        let place = facts.place_of(sum.whole, sum.side);
        findings.push(Diagnostic::note(&CODE, place, message).hint(hint));
    }
}
