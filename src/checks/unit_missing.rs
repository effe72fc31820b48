//! `unit-missing` 单位不全: 万 or 亿 of what is not said.

use super::reading::{after, is_han};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::model::Dimension;

static CODE: Code = Code {
    id: "unit-missing",
    zh: "单位不全",
    unreadable: false,
};

/// A note: 人口105万 is understood by everybody.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

指标和正文里的数有没有只写到“万”“亿”的：后面没有元、人、亩等单位。

## 为什么要紧

“投资1400万”，是人民币还是美元？公文里的金额要写全。没有单位的数也不能换算，不能和别的数核对。

## 例子

    指标:
      计划投资: 1400万

## 怎么改

    指标:
      计划投资: 1400万元
";

const PAGE_EN: &str = "\
## What it checks

Whether a number of a Chinese text ends with 万 or 亿 and does not say of what: yuan, people, mu.

## Why it matters

投资1400万: yuan or dollars? Amounts are given in full. A number without a unit cannot be converted or held against others
either.

## Example

    指标:
      计划投资: 1400万

## How to put it right

    指标:
      计划投资: 1400万元
";

const MAGNITUDES: [char; 2] = ['万', '亿'];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (_, figure, fact) in subject.facts.iter() {
        let bare = |name: &str| name.ends_with(MAGNITUDES);
        let Some(typed) = &figure.value else { continue };
        let Ok(value) = &fact.value else { continue };
        if value.unit.dimension == Dimension::Bare && bare(&value.unit.name) {
            findings.push(finding(&typed.value.text(), Some(typed.place)));
        }
    }
    for words in subject.chinese() {
        for range in words.typed_numbers() {
            let number = words.text.get(range.clone()).unwrap_or_default();
            let next = after(words.text, range.end);
            let goes_on = next.is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric())
                && !(next == Some('的') && is_money(words.text, range.start));
            if number.ends_with(MAGNITUDES) && !goes_on && !words.is_code(range.start) {
                findings.push(finding(number, subject.place(words, range)));
            }
        }
    }
}

/// What money is given for; 投资1.5亿的项目 leaves out 元, 1.5亿的人口 nothing.
const MONEY: [&str; 12] = [
    "投资", "融资", "投入", "贷款", "资金", "产值", "收入", "利润", "造价", "金额", "总额", "税收",
];

/// Whether the words before a number say that it is money.
fn is_money(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let head = head.trim_end_matches(['约', '近', '达', '超', '为', '共']);
    MONEY.iter().any(|word| head.ends_with(word))
}

fn finding(number: &str, place: Option<Place>) -> Diagnostic {
    let message = Text::new(
        format!("“{number}”没有写单位"),
        format!("\"{number}\" does not say of what"),
    );
    let hint = Text::new(
        format!("写全单位，如“{number}元”“{number}人”"),
        format!("give the unit, as {number}元 or {number}人"),
    );
    Diagnostic::note(&CODE, place, message).hint(hint)
}
