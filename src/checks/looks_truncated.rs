//! `looks-truncated` 像是截尾: a typed rate holds only if its last digits were cut off instead of rounded.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, RateVerdict, TypedRate};
use crate::model::FigureId;

static CODE: Code = Code {
    id: "looks-truncated",
    zh: "像是截尾",
    unreadable: false,
};

/// A warning: the number is nearly right, and wrong by the rule.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

写的增幅或占比，按四舍五入对不上，把多余的小数直接去掉才对得上（56.48%写成56.4%）。

## 为什么要紧

统计数据应当四舍五入，一次到位；直接去尾会让同一个数在两处印得不一样。

## 例子

    指标:
      税收收入: {本期: 15648万元, 上年同期: 10000万元, 同比: 56.4%}

应为56.5%。

## 怎么改

改成四舍五入以后的数，或删去增幅由程序计算。上级公布的数就是这样的，可在“忽略”里写明理由。
";

const PAGE_EN: &str = "\
## What it checks

Whether a growth or share holds only if further digits were cut off (56.48% given as 56.4%) instead of rounded.

## Why it matters

Statistics are rounded, once. Cutting makes one number look different in two places.

## Example

    figures:
      tax: {value: 156.48 million yuan, last_year: 100.00 million yuan, growth: 56.4%}

It should be 56.5%.

## How to put it right

Give the rounded number, or leave it out to have it computed. If that is the published number, say so in `ignore`.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let rates = facts.typed_rates();
    findings.extend(rates.filter_map(|(id, rate)| judge(facts, id, rate)));
}

fn judge(facts: &Facts, id: FigureId, rate: TypedRate) -> Option<Diagnostic> {
    let RateVerdict::Truncated(found) = facts.judge_rate(id, rate) else {
        return None;
    };
    let figure = facts.report.figure(id)?;
    let (said, place, number) = match rate.growth(figure) {
        Some(growth) => (growth.value.text(), growth.place, growth.value.number()),
        None => {
            let value = figure.value.as_ref()?;
            (value.value.text(), value.place, value.value.number)
        }
    };
    // The same text with the other number in it.
    let rounded = said.replacen(&number.to_string(), &found.computed.to_string(), 1);
    let (key, computed) = (&figure.key, rounded);
    let message = Text::new(
        format!("“{key}”写的{said}像是去掉尾数得来的，四舍五入应为{computed}"),
        format!("the {said} of \"{key}\" looks cut off; rounded it is {computed}"),
    );
    let hint = Text::new(
        "改成四舍五入的数，或删去它由程序计算",
        "give the rounded number, or leave it out to have it computed",
    );
    Some(Diagnostic::warning(&CODE, place, message).hint(hint))
}
