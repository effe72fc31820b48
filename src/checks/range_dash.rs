//! `range-dash` 起止号误用: a hyphen between two numbers of a range.

use super::reading::first_of;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::Letters;
use std::ops::Range;

static CODE: Code = Code {
    id: "range-dash",
    zh: "起止号误用",
    unreadable: false,
};

/// Years, months and days take —, amounts take ～.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

两个数字之间表示起止的，是不是用了短横“-”或半角波浪号“~”。年、月、日的起止用一字线“—”，数量的范围用浪纹线“～”。
电话、编号、标准号里的短横不算。

## 为什么要紧

《标点符号用法》（GB/T 15834—2011）规定起止用一字线或浪纹线；短横用于编号和复合名称。

## 例子

    正文: |
      1-6月，共检查企业20-30家。

## 怎么改

    正文: |
      1—6月，共检查企业20～30家。
";

const PAGE_EN: &str = "\
## What it checks

Whether a Chinese text has a hyphen or a half-width tilde in a range of numbers. Spans of time take —, ranges of amounts
take ～. Telephone numbers, codes and numbers of standards do not count.

## Why it matters

GB/T 15834—2011, the standard of punctuation, keeps the hyphen for codes and compound names.

## Example

    body: |
      1-6月，共检查企业20-30家。

## How to put it right

    body: |
      1—6月，共检查企业20～30家。
";

const DASHES: [char; 6] = ['-', '–', '－', '−', '~', '‐'];

const LETTERS: Letters = Letters::of(&DASHES);

/// Units of time, which take —.
const TIMES: [&str; 6] = ["年", "月", "日", "季度", "学年", "时"];

/// Units of amounts, which take ～.
const AMOUNTS: [&str; 34] = [
    "%", "％", "‰", "万", "亿", "千", "百", "元", "个", "名", "人", "项", "家", "户", "倍", "米",
    "公里", "平方", "公斤", "吨", "亩", "公顷", "天", "次", "岁", "度", "分", "件", "台", "套",
    "场", "期", "小时", "成",
];

/// A range typed with the wrong sign.
struct Span {
    range: Range<usize>,
    dash: Range<usize>,
    sign: &'static str,
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.chinese_with(&LETTERS) {
        let text = words.text.as_str();
        for (at, c) in text.match_indices(DASHES) {
            let span = span(text, at, c.len()).filter(|_| !words.is_code(at));
            let Some(span) = span else { continue };
            let typed = text.get(span.range.clone()).unwrap_or_default();
            let dash = text.get(span.dash.clone()).unwrap_or_default();
            let right = typed.replacen(dash, span.sign, 1);
            let message = Text::new(
                format!("“{typed}”的起止号应为“{}”，现为“{dash}”", span.sign),
                format!(
                    "the range \"{typed}\" has \"{dash}\" where Chinese has \"{}\"",
                    span.sign
                ),
            );
            let hint = Text::new(format!("改为“{right}”"), format!("write \"{right}\""));
            let place = subject.place(words, span.range);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

fn span(text: &str, at: usize, length: usize) -> Option<Span> {
    let (head, tail) = (text.get(..at)?, text.get(at + length..)?);
    // `--`: the first of them speaks for both.
    if head.ends_with(DASHES) {
        return None;
    }
    let second = tail.trim_start_matches(DASHES);
    let dash = at..at + length + (tail.len() - second.len());
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let behind = second.trim_start_matches(number);
    let last = second.get(..second.len() - behind.len())?;
    let before = head.trim_end_matches(['年', '月', '日', '%', '％']);
    let start = before.trim_end_matches(number).len();
    let first = before.get(start..)?;
    if !is_number(first) || !is_number(last) || head.len() - before.len() > "年".len() {
        return None;
    }
    let unit_before = head.get(before.len()..)?;
    // GB/T 9704-2012, 0731-8888, 2026-07-10.
    let joined = text.get(..start)?.ends_with(|c: char| {
        c.is_ascii_alphabetic() || DASHES.contains(&c) || matches!(c, '/' | '〔' | ' ')
    });
    if joined || behind.starts_with(DASHES) {
        return None;
    }
    let time = first_of(behind, &TIMES).filter(|u| *u != "时" || !behind.starts_with("时间"));
    let (unit, sign) = match (time, first_of(behind, &AMOUNTS)) {
        (Some(unit), _) => (unit, "—"),
        (None, Some(unit)) if unit_before.is_empty() || unit == unit_before => (unit, "～"),
        _ => return None,
    };
    let end = dash.end + last.len() + unit.len();
    Some(Span {
        range: start..end,
        dash,
        sign,
    })
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit())
}
