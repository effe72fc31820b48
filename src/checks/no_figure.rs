//! `no-figure` 通篇无数字: a summary of a whole period that counts nothing.

use super::reading::after;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{Language, Words};
use crate::model::SectionKind;

static CODE: Code = Code {
    id: "no-figure",
    zh: "通篇无数字",
    unreadable: false,
};

/// A note for a person, a warning for an organisation.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

写了期间和成绩的总结，除了日期，是不是一个数字也没有。“两次”“十余家”一类用汉字写的也算数字。300字以下的短文、
没有写期间的小结和工作计划不查。

## 为什么要紧

只说“认真”“扎实”，看不出做了多少。审批了几件、写了几篇、走访了几家，一两个数字就有了分量；考核和评议也看这个。

## 例子

    期间: 2026年
    成绩:
      - 认真办理来文来电，及时传达督办。

## 怎么改

把做过的事数一数，写进“指标”：

    期间: 2026年
    指标:
      来文: {名称: 办理来文, 本期: 186件}
    成绩:
      - 办理来文{{来文}}，及时传达督办。
";

const PAGE_EN: &str = "\
## What it checks

Whether a summary that has a period and achievements holds no number but dates. Short texts, summaries without a period
and plans are left alone.

## Why it matters

\"Diligently\" and \"steadily\" do not say how much was done. One or two numbers do, and they are what an appraisal looks
for.

## Example

    period: 2026
    achievements:
      - I answered letters and calls promptly.

## How to put it right

Count what was done and give it as a figure:

    period: 2026
    figures:
      letters: 186 letters
    achievements:
      - I answered {{letters}} promptly.
";

/// Shorter documents need no number, in characters.
const LEAST: usize = 300;

/// What is counted with 汉字 before it: 两次, 十余家. 一 says nothing: 一项任务, 一次次.
const COUNTED: &str = "个项次件家户人名篇份场期批本部套台处所条座天亩元吨年月倍成余多万千百";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let done = report.section(SectionKind::Achievements);
    let Some(done) = done.filter(|s| !s.items.is_empty()) else {
        return;
    };
    let is_short = subject.characters < LEAST;
    if is_short || report.period().is_none() || subject.words.iter().any(|w| has_number(subject, w))
    {
        return;
    }
    let message = Text::new(
        "通篇没有一个数字，看不出做了多少",
        "no number in the whole summary says how much was done",
    );
    let hint = Text::new(
        "把做过的事数一数，如“办理来文186件”，写进“指标”",
        "count what was done, such as \"186 letters\", and give it under `figures`",
    );
    let is_person = report.field("name").is_some();
    let finding = if is_person {
        Diagnostic::note(&CODE, done.place, message)
    } else {
        Diagnostic::warning(&CODE, done.place, message)
    };
    findings.push(finding.hint(hint));
}

fn has_number(subject: &Subject<'_>, words: &Words<'_>) -> bool {
    words.figures().next().is_some()
        || words
            .typed_numbers()
            .any(|range| !words.text.get(range).is_some_and(is_gap))
        || match subject.document.language {
            Language::Chinese => is_spelt(words.text),
            Language::English => ENGLISH.iter().any(|word| {
                let mut all = words.text.split(|c: char| !c.is_ascii_alphabetic());
                all.any(|w| w.eq_ignore_ascii_case(word))
            }),
        }
}

/// 20XX is no number yet.
fn is_gap(number: &str) -> bool {
    number.contains(['X', 'x'])
}

/// Numbers in words; one says nothing.
const ENGLISH: [&str; 14] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
    "dozen", "hundred", "thousand",
];

const NUMERALS: [char; 12] = [
    '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千',
];

/// Whether a text counts something in 汉字, outside of names in quotation marks: “三会一课”.
fn is_spelt(text: &str) -> bool {
    let mut quoted = false;
    text.char_indices().any(|(at, c)| {
        quoted = match c {
            '“' => true,
            '”' => false,
            _ => quoted,
        };
        let numeral = NUMERALS.contains(&c) && !quoted;
        let behind = after(text, at + c.len_utf8());
        // 第三次, 第二十届
        let head = text.get(..at).unwrap_or_default();
        let ordinal = || head.trim_end_matches(NUMERALS).ends_with('第');
        numeral && behind.is_some_and(|b| COUNTED.contains(b)) && !ordinal()
    })
}
