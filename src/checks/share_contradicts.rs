//! `share-contradicts` 占比与数值不符: a typed share cannot follow from part and whole.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, RateVerdict, Side, TypedRate};
use crate::model::FigureId;

static CODE: Code = Code {
    id: "share-contradicts",
    zh: "占比与数值不符",
    unreadable: false,
};

/// Judged by intervals like growth.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

写了“占比”又写了本期数的指标，本期数和“部分÷总体”算出来的是不是一致。四舍五入能解释的不报。

## 为什么要紧

占比和两个数都印在文中，读的人一除就知道对不对。

## 例子

    指标:
      工业占比: {本期: 52%, 占比: {部分: 工业增加值, 总体: 地区生产总值}}
      工业增加值: 9.2亿元
      地区生产总值: 19.9亿元

9.2除以19.9是46%。

## 怎么改

改正写错的数；也可以删去本期数，由程序计算占比。
";

const PAGE_EN: &str = "\
## What it checks

Whether the value of a figure with `share` is what part over whole makes. What rounding explains is accepted.

## Why it matters

Share, part and whole stand in one text, and a reader can divide.

## Example

    figures:
      industry_share: {value: 52%, share: {part: industry, whole: gdp}}
      industry: 9.2 million yuan
      gdp: 19.9 million yuan

9.2 of 19.9 is 46%.

## How to put it right

Correct the number that is wrong, or leave the value out: the share is then computed.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let shares = facts
        .typed_rates()
        .filter(|(_, rate)| *rate == TypedRate::Share);
    findings.extend(shares.filter_map(|(id, _)| judge(facts, id)));
}

fn judge(facts: &Facts, id: FigureId) -> Option<Diagnostic> {
    let RateVerdict::Contradicts(found) = facts.judge_rate(id, TypedRate::Share) else {
        return None;
    };
    let typed = facts.report.figure(id)?.value.as_ref()?;
    let (key, said, unit) = (facts.key(id), typed.value.text(), &typed.value.unit.name);
    let [part, whole] = &found.operands;
    let names = [facts.key(part.id), facts.key(whole.id)];
    let message = Text::new(
        format!(
            "“{key}”写的是{said}，按“{}”和“{}”计算应为{}{unit}",
            names[0], names[1], found.computed
        ),
        format!(
            "\"{key}\" is given as {said}, but from \"{}\" and \"{}\" it is {}{unit}",
            names[0], names[1], found.computed
        ),
    );
    let hint = Text::new(
        "改正写错的数，或删去本期数，由程序计算",
        "correct the number that is wrong, or leave the value out to have it computed",
    );
    let finding = Diagnostic::error(&CODE, typed.place, message).hint(hint);
    let finding = facts.also(finding, part, Side::Value);
    Some(facts.also(finding, whole, Side::Value))
}
