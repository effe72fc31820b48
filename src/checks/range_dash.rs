//! `range-dash` 起止号误用: a hyphen between two numbers of a range.

use super::reading::first_of;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::Signs;
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

两个数字、时刻或星期之间表示起止的，是不是用了短横“-”或半角波浪号“~”。年、月、日、
时刻、星期和“第几”的起止用一字线“—”，数量的范围用浪纹线“～”。电话、编号、标准号里的短横不算。

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

Whether a Chinese text has a hyphen or a half-width tilde in a range of numbers. Spans of time and ordinals take —, ranges of amounts
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

/// Units of time, which take —.
const TIMES: [&str; 6] = ["年", "月", "日", "季度", "学年", "时"];

/// Units of amounts, which take ～.
const AMOUNTS: [&str; 40] = [
    "%", "％", "‰", "万", "亿", "千", "百", "元", "个", "名", "人", "项", "家", "户", "倍", "米",
    "公里", "平方", "公斤", "吨", "亩", "公顷", "天", "次", "岁", "度", "分", "件", "台", "套",
    "场", "期", "小时", "成", "条", "篇", "份", "辆", "种", "位",
];

/// Units of ordinals, which take — behind 第.
const ORDINALS: [&str; 11] = [
    "条", "章", "款", "届", "页", "批", "期", "组", "周", "次", "名",
];

/// Units that may stand behind the first number as well; longer ones before those they end with.
const UNITS_BEFORE: [&str; 14] = [
    "年", "月", "日", "万元", "亿元", "元", "%", "％", "万", "亿", "人", "个", "公里", "米",
];

/// A range typed with the wrong sign.
struct Span {
    range: Range<usize>,
    dash: Range<usize>,
    sign: &'static str,
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.chinese_with(const { Signs::of(&DASHES) }) {
        let text = words.text;
        for (at, c) in words.signs().filter(|(_, c)| DASHES.contains(c)) {
            let span = span(text, at, c.len_utf8()).filter(|_| !words.is_code(at));
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
    let last = tail.trim_start_matches(DASHES);
    let dash = at..at + length + (tail.len() - last.len());
    let ends = weekdays(head, last)
        .or_else(|| times_of_day(head, last))
        .or_else(|| numbers(head, last))?;
    Some(Span {
        range: ends.start..dash.end + ends.last,
        dash,
        sign: ends.sign,
    })
}

/// Where a range begins, how long its last part is, and the sign it should have.
struct Ends {
    start: usize,
    last: usize,
    sign: &'static str,
}

/// 周一-周五
fn weekdays(head: &str, last: &str) -> Option<Ends> {
    const DAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
    let stem = head.strip_suffix(DAYS)?;
    let word = ["星期", "周"].into_iter().find(|w| stem.ends_with(w))?;
    let day = last.strip_prefix(word).unwrap_or(last);
    let behind = day.strip_prefix(DAYS)?;
    Some(Ends {
        start: stem.len() - word.len(),
        last: last.len() - behind.len(),
        sign: "—",
    })
}

/// 9:00-11:30
fn times_of_day(head: &str, last: &str) -> Option<Ends> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, ':' | '：');
    let start = head.trim_end_matches(part).len();
    let length = last.len() - last.trim_start_matches(part).len();
    let both = is_time(head.get(start..)?) && is_time(last.get(..length)?);
    both.then_some(Ends {
        start,
        last: length,
        sign: "—",
    })
}

/// 8:30; in 3:1 there are too few digits.
fn is_time(text: &str) -> bool {
    let digits = |t: &str| t.chars().all(|c| c.is_ascii_digit());
    text.split_once([':', '：']).is_some_and(|(hour, minute)| {
        matches!(hour.len(), 1 | 2) && minute.len() == 2 && digits(hour) && digits(minute)
    })
}

/// 1-6月, 20-30家, 5万元-10万元, 第3-5条, 上午9-11点
fn numbers(head: &str, last: &str) -> Option<Ends> {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let behind = last.trim_start_matches(number);
    let second = last.get(..last.len() - behind.len())?;
    let unit_before = UNITS_BEFORE.into_iter().find(|unit| head.ends_with(unit));
    let before = head.strip_suffix(unit_before.unwrap_or_default())?;
    let start = before.trim_end_matches(number).len();
    let first = before.get(start..)?;
    if !is_number(first) || !is_number(second) || behind.starts_with(DASHES) {
        return None;
    }
    // GB/T 9704-2012, 0731-8888, 2026-07-10.
    let stem = head.get(..start)?;
    let joined = stem.ends_with(|c: char| {
        c.is_ascii_alphabetic() || DASHES.contains(&c) || matches!(c, '/' | '〔' | ' ')
    });
    if joined {
        return None;
    }
    let time = first_of(behind, &TIMES).filter(|u| *u != "时" || !behind.starts_with("时间"));
    let date = unit_before.is_some_and(|unit| TIMES.contains(&unit));
    let (unit, sign) = match (time, first_of(behind, &AMOUNTS)) {
        (Some(unit), _) => (unit, "—"),
        (None, _) if stem.ends_with('第') => (first_of(behind, &ORDINALS)?, "—"),
        (None, _) if behind.starts_with('点') && stem.ends_with('午') => ("点", "—"),
        (None, Some(unit)) if !date => (unit, "～"),
        _ => return None,
    };
    let magnitude = matches!(unit, "千" | "百" | "万" | "亿");
    let of_what = behind
        .get(unit.len()..)
        .and_then(|rest| first_of(rest, &AMOUNTS))
        .filter(|_| magnitude);
    Some(Ends {
        start,
        last: second.len() + unit.len() + of_what.map_or(0, str::len),
        sign,
    })
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit())
}
