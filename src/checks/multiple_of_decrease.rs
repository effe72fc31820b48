//! `multiple-of-decrease` 下降用倍: a decrease said in multiples.

use super::reading::{before, clause, number_end};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};

static CODE: Code = Code {
    id: "multiple-of-decrease",
    zh: "下降用倍",
    unreadable: false,
};

/// A warning wherever a verb of decrease has 倍 behind it.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“下降”“减少”“降低”后面有没有跟着“倍”。

## 为什么要紧

增加可以说几倍，减少不能：减少1倍就是一点不剩，减少2倍说不通。读的人不知道到底剩多少。

## 例子

    正文: |
      事故起数比上年减少2倍。

## 怎么改

改用百分数或者分数：

    正文: |
      事故起数比上年减少66.7%。
";

const PAGE_EN: &str = "\
## What it checks

Whether a Chinese text says of a decrease that it is so many times (倍).

## Why it matters

A rise can be told in multiples, a fall cannot: down by 1 倍 leaves nothing, down by 2 倍 makes no sense.

## Example

    body: |
      事故起数比上年减少2倍。

## How to put it right

Say it in per cent:

    body: |
      事故起数比上年减少66.7%。
";

const VERBS: [&str; 11] = [
    "下降", "减少", "降低", "缩减", "回落", "压减", "下滑", "缩小", "减小", "缩短", "少",
];

/// What may stand between the verb and its number.
const BETWEEN: [&str; 8] = ["了", "近", "约", "超过", "超", "到", "逾", "将近"];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.chinese_saying(&["倍"]) {
        let text = words.text;
        for verb in VERBS {
            for (at, _) in text.match_indices(verb) {
                // 减少 is told by itself; 至少 and 不少 are no verbs.
                if verb == "少" && before(text, at).is_some_and(|c| "减至不".contains(c)) {
                    continue;
                }
                let limit = clause(text, at).end;
                let end = multiple(text, at + verb.len()).filter(|end| *end <= limit);
                let Some(end) = end.filter(|_| !words.is_code(at)) else {
                    continue;
                };
                let said = text.get(at..end).unwrap_or_default();
                let message = Text::new(
                    format!("“{said}”：减少不能说倍"),
                    format!("\"{said}\": a decrease cannot be told in multiples"),
                );
                let hint = Text::new(
                    "改用百分数，如“下降66.7%”，或“降至原来的三分之一”",
                    "say it in per cent, as 下降66.7%",
                );
                let place = subject.place(words, at..end);
                findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
            }
        }
    }
}

/// The end of `了2倍` or `一倍` at an offset.
fn multiple(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    while let Some(word) = super::reading::first_of(text.get(at..)?, &BETWEEN) {
        at += word.len();
    }
    let rest = text.get(at..)?;
    let spelt = rest.trim_start_matches([
        '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '数', '几', '半',
    ]);
    let end = number_end(text, at)
        .or_else(|| (spelt.len() < rest.len()).then(|| at + rest.len() - spelt.len()))?;
    let rest = text.get(end..)?;
    let rest = rest.strip_prefix(['多', '余', '个']).unwrap_or(rest);
    rest.starts_with('倍')
        .then(|| text.len() - rest.len() + "倍".len())
}
