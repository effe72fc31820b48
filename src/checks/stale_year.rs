//! `stale-year` 年份过旧: a year that belongs to an older report.

use super::reading::{around, before, first_of, statement, years};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{Signs, Words};
use crate::model::Period;
use std::ops::Range;

static CODE: Code = Code {
    id: "stale-year",
    zh: "年份过旧",
    unreadable: false,
};

/// A warning: sometimes an old year is meant.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

手写的文字里有没有比报告期间的上一年还早的年份，如2026年的总结里写着“2024年”；有没有只差一年的期间，如2026年上半年的总结里写着“2025年上半年”（同一句里有“同比”“去年”一类的词，就是有意写的）。“2019年以来”“自2020年起”“较2019年增长”、
规划的起止年份、书名号里的年份和“成立于2008年”一类说明来历的不算。

## 为什么要紧

总结常拿往年的稿子改，漏改一个年份，整篇就像是抄的。

## 例子

    期间: 2026年上半年
    导语: |
      2024年上半年，我局认真落实各项部署。

## 怎么改

改成本期的年份；更好的是写标签，下次不用再改：

    导语: |
      {{期间}}，我局认真落实各项部署。

确实要写往年的，写进“忽略”，说明理由。
";

const PAGE_EN: &str = "\
## What it checks

Whether typed wording names a year more than one year before the report's period, or that very period a year earlier. \"Since 2019\", \"compared with 2019\", spans
of plans, titles of documents and years of founding do not count.

## Why it matters

Summaries are written over last year's text. One year that was not changed makes all of it look copied.

## Example

    period: first half of 2026
    lead: |
      In the first half of 2024, the bureau ...

## How to put it right

Name the present year, or better a tag, which need not be changed next time:

    lead: |
      In {{period}}, the bureau ...

When an old year is meant, list it under `ignore` with a reason.
";

/// What may stand right behind an old year that is meant.
const BEHIND: [&str; 12] = [
    "以来", "起", "后", "至今", "到", "至", "—", "～", "、", "建成", "成立", "版",
];

/// What may stand shortly before one: 比2024年, 较原2024年.
const BEFORE: [char; 16] = [
    '自', '从', '比', '较', '同', '于', '与', '由', '《', '〔', '—', '–', '至', '到', '、', '以',
];

/// How the years begin that are looked at: 1900 to 2099.
const CENTURIES: [char; 2] = ['1', '2'];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(period) = subject.facts.report.period().copied() else {
        return;
    };
    let Some((first, last)) = years(&period) else {
        return;
    };
    for words in subject.with(const { Signs::of(&CENTURIES) }) {
        for (range, year) in years_in(words) {
            let is_last = first == last && year == first - 1;
            if !(1900..2100).contains(&year) || (year >= first - 1 && !is_last) {
                continue;
            }
            let said = around(words.text, &range, 4);
            let message = match is_last {
                true if !is_own_period(words.text, &range, &period) => continue,
                true => Text::new(
                    format!("“{said}”写的是上一年，报告期间是{period}"),
                    format!("this is the year before the report's period ({period})"),
                ),
                false => Text::new(
                    format!("“{said}”里的{year}年比报告期间（{last}年）早了不止一年"),
                    format!("{year} is more than a year before the report's period ({last})"),
                ),
            };
            let hint = Text::new(
                format!("核对是不是往年稿子里留下的；改为{last}年，或写 {{{{期间}}}}"),
                format!("check whether an older text left it; write {last} or {{{{period}}}}"),
            );
            let place = subject.place(words, range);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// What says that last year is meant when it stands in one statement with it.
const COMPARED: [&str; 9] = [
    "同比",
    "比",
    "较",
    "上年",
    "去年",
    "同期",
    "基础上",
    "以来",
    "末",
];

/// Whether the words behind last year's year are the report's own period, so that only the year was left: 2025年上半年 in a
/// report on 2026年上半年. A whole year must begin its statement.
fn is_own_period(text: &str, range: &Range<usize>, period: &Period) -> bool {
    let whole = statement(text, range.start);
    let said = text.get(whole.clone()).unwrap_or_default();
    let rest = text.get(range.end..).unwrap_or_default();
    let own_year = period.year().map_or_else(String::new, |y| format!("{y}年"));
    if COMPARED.iter().any(|word| said.contains(word)) || said.contains(&own_year) {
        return false;
    }
    if matches!(period, Period::Year(_)) {
        let begins = whole.start == range.start || before(text, range.start) == Some('\u{3000}');
        return begins && first_of(rest, &["，", "全年", "度"]).is_some();
    }
    let own = period.to_string();
    own.strip_prefix(&own_year)
        .is_some_and(|own| !own.is_empty() && rest.starts_with(own))
}

/// The years typed into wording that stand by themselves.
fn years_in(words: &Words<'_>) -> Vec<(Range<usize>, i32)> {
    let text = words.text;
    let mut out = Vec::new();
    for (at, _) in words.signs().filter(|(_, c)| CENTURIES.contains(c)) {
        let Some(digits) = text.get(at..at + 4) else {
            continue;
        };
        let head = text.get(..at).unwrap_or_default();
        let tail = text.get(at + 4..).unwrap_or_default();
        let digit = |c: char| c.is_ascii_digit();
        let whole = !head.ends_with(digit) && !tail.starts_with(|c: char| digit(c) || c == '.');
        let printed = || words.figure(at).is_some() || words.expression(at).is_some();
        if !whole || printed() || words.is_code(at) {
            continue;
        }
        let Some(year) = digits.parse().ok().filter(|_| digits.chars().all(digit)) else {
            continue;
        };
        let end = if tail.starts_with('年') {
            at + 4 + "年".len()
        } else {
            at + 4
        };
        let is_year = end > at + 4 || is_english_year(head);
        let rest = text.get(end..).unwrap_or_default();
        let meant = || first_of(rest, &BEHIND).is_some() || is_meant(head);
        if is_year && !meant() {
            out.push((at..end, year));
        }
    }
    out
}

fn is_english_year(head: &str) -> bool {
    ["in ", "In ", "of ", " for "]
        .iter()
        .any(|word| head.ends_with(word))
}

/// Whether a word shortly before a year, or brackets around it, say that an old one is meant.
fn is_meant(head: &str) -> bool {
    let in_title = head.rfind('《') > head.rfind('》');
    in_title || head.chars().rev().take(2).any(|c| BEFORE.contains(&c))
}
