//! `jiezhi` 截止误用: 截止 before a time, where 截至 is meant.

use super::reading::{around, first_of};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};

static CODE: Code = Code {
    id: "jiezhi",
    zh: "截止误用",
    unreadable: false,
};

/// A warning with the word as it should be.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“截止”后面是不是直接跟着时间，或者写成了“截止至”。到某个时间为止、后面还带着时间的，用“截至”；“截止”表示停止，后面不带时间，如“6月底截止”
“截止日期”“截止到6月底”。

## 为什么要紧

这是公文里最常见的错字之一，校对的人一眼就能看见。

## 例子

    正文: |
      截止6月底，到位资金10.6亿元。

## 怎么改

    正文: |
      截至6月底，到位资金10.6亿元。
";

const PAGE_EN: &str = "\
## What it checks

Whether 截止 stands right before a time, or as 截止至. 截至 takes a time behind it (\"as of\"); 截止 means \"to close\" and takes none, as in
6月底截止, 截止日期, 截止到6月底.

## Why it matters

It is one of the most common slips in official Chinese, and every proof-reader sees it.

## Example

    body: |
      截止6月底，到位资金10.6亿元。

## How to put it right

    body: |
      截至6月底，到位资金10.6亿元。
";

const WORD: &str = "截止";

/// How a time begins.
const TIMES: [&str; 27] = [
    "目前",
    "现在",
    "当前",
    "日前",
    "眼下",
    "今",
    "昨",
    "去年",
    "上年",
    "上月",
    "上半年",
    "上季",
    "本月",
    "本年",
    "本季",
    "年底",
    "年末",
    "月底",
    "月末",
    "季末",
    "此时",
    "期末",
    "上周",
    "本周",
    "周末",
    "前天",
    "明天",
];

/// The word with one 至 too many.
const DOUBLED: &str = "截止至";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.chinese_saying(&[WORD]) {
        let text = words.text;
        for at in words.places_of(WORD) {
            let rest = text.get(at..).unwrap_or_default();
            let word = first_of(rest, &[DOUBLED]).unwrap_or(WORD);
            let end = at + word.len();
            let time = word == DOUBLED || is_time(text.get(end..).unwrap_or_default());
            if !time || words.is_code(at) {
                continue;
            }
            let message = Text::new(
                format!(
                    "“{}”：后面带时间的应为“截至”，现为“{word}”",
                    around(text, &(at..end), 4)
                ),
                format!("{word} stands before a time, where 截至 is meant"),
            );
            let hint = Text::new("改为“截至”", "write 截至");
            let place = subject.place(words, at..end);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// Whether a text begins with a time: 目前, 2026年, 六月底.
fn is_time(text: &str) -> bool {
    let spelt = text.trim_start_matches([
        '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十',
    ]);
    let unit = first_of(spelt, &["年", "月", "日", "号", "季度"]);
    text.starts_with(|c: char| c.is_ascii_digit())
        || first_of(text, &TIMES).is_some()
        || (spelt.len() < text.len() && unit.is_some())
}
