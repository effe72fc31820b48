//! `units-mixed` 单位不统一: the parts of one list are given in units of different size.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, Side, Sum};

static CODE: Code = Code {
    id: "units-mixed",
    zh: "单位不统一",
    unreadable: false,
};

/// A warning: the reader cannot add them up in the head.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

同一个“构成”或“其中”、同一列里的各分项，是不是一会儿用亿元、一会儿用万元。合计与分项之间不要求一致（合计1.25亿元，其中9400万元，是通常的写法）。

## 为什么要紧

同一句“其中”里3亿元、274万元并列，读的人没法直接核加，也最容易把单位看错。

## 例子

    指标:
      融资: {本期: 3.0274亿元, 构成: [银行贷款, 财政贴息]}
      银行贷款: 3亿元
      财政贴息: 274万元

## 怎么改

把各分项写成同一个单位。
";

const PAGE_EN: &str = "\
## What it checks

Whether the parts of one list (`parts`, `among`, a column) are given in units of different size, such as yuan and
million yuan. The whole may have another unit than its parts.

## Why it matters

A reader cannot add up 3 billion and 2.74 million in the head, and easily misreads one of them.

## Example

    figures:
      loans: {value: 302.74 million yuan, parts: [bank, subsidy]}
      bank: 300 million yuan
      subsidy: 2740 thousand yuan

## How to put it right

Give all parts in one unit.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let values = facts.sums().iter().filter(|s| s.side == Side::Value);
    findings.extend(values.filter_map(|sum| mixed(facts, sum)));
}

/// The first part whose unit has another size than that of the first.
fn mixed(facts: &Facts, sum: &Sum) -> Option<Diagnostic> {
    let mut parts = sum
        .members
        .iter()
        .filter_map(|id| facts.operand(*id, sum.side).ok());
    let first = parts.next()?;
    let unit = &first.amount.unit;
    let other = parts.find(|p| {
        let own = &p.amount.unit;
        own.dimension == unit.dimension && own.scale != unit.scale
    })?;
    let (whole, other_unit) = (facts.whole_of(sum), &other.amount.unit.name);
    let message = Text::new(
        format!(
            "{}的分项有的用“{}”，有的用“{other_unit}”",
            whole.zh, unit.name
        ),
        format!(
            "some parts of {} are in {}, others in {other_unit}",
            whole.en, unit.name
        ),
    );
    let alike = other.amount.converted(unit)?.written();
    let key = facts.key(other.id);
    let hint = Text::new(
        format!("各分项写成同一个单位，如“{key}”写成“{alike}”"),
        format!("give all parts in one unit, such as `{alike}` for \"{key}\""),
    );
    let place = facts.place_of(other.id, sum.side);
    let finding = Diagnostic::warning(&CODE, place, message).hint(hint);
    Some(facts.also(finding, &first, sum.side))
}
