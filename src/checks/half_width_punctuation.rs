//! `half-width-punctuation` 半角标点: half-width punctuation among 汉字.

use super::reading::{after, around, before, is_han};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::Signs;

static CODE: Code = Code {
    id: "half-width-punctuation",
    zh: "半角标点",
    unreadable: false,
};

/// Brackets and quotation marks are reported where they open.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

汉字前后有没有用了半角（英文）的逗号、句号、分号、冒号、问号、叹号、括号和直引号。数字里的小数点、千分位、时间的冒号和外文
里的标点不算。

## 为什么要紧

中文公文用全角标点。半角标点挤在字旁，排出来长短不齐，一看就没有校过。

## 例子

    正文: |
      完成投资19.9亿元,同比增长5.3%.

## 怎么改

    正文: |
      完成投资19.9亿元，同比增长5.3%。
";

const PAGE_EN: &str = "\
## What it checks

Whether Chinese text has half-width commas, stops, semicolons, colons, brackets or straight quotation marks beside Chinese
characters. Decimals, times and Latin text do not count.

## Why it matters

Chinese documents have full-width punctuation; half-width marks crowd the characters and look careless.

## Example

    body: |
      完成投资19.9亿元,同比增长5.3%.

## How to put it right

    body: |
      完成投资19.9亿元，同比增长5.3%。
";

/// Half-width marks and what Chinese has in their place.
const MARKS: [(char, &str); 10] = [
    (',', "，"),
    ('.', "。"),
    (';', "；"),
    (':', "："),
    ('?', "？"),
    ('!', "！"),
    ('(', "（"),
    (')', "）"),
    ('"', "“”"),
    ('\'', "‘’"),
];

/// The half-width marks.
const HALF_WIDTH: Signs = Signs::of(&[',', '.', ';', ':', '?', '!', '(', ')', '"', '\'']);

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.chinese_with(HALF_WIDTH) {
        let text = words.text;
        // The second of two brackets or quotation marks needs no finding of its own.
        let mut open = Vec::new();
        for (at, c) in words.signs().filter(|(_, c)| HALF_WIDTH.may_hold(*c)) {
            let Some((_, full)) = MARKS.iter().find(|(mark, _)| *mark == c) else {
                continue;
            };
            let opener = if c == ')' { '(' } else { c };
            let closes = open.iter().rposition(|o| *o == opener);
            if let (Some(closes), ')' | '"' | '\'') = (closes, c) {
                open.truncate(closes);
                continue;
            }
            if matches!(c, '(' | '"' | '\'') {
                open.push(c);
            }
            if words.is_code(at) || !is_among_han(text, at, c) {
                continue;
            }
            let range = at..at + c.len_utf8();
            let message = Text::new(
                format!("中文里用了半角“{c}”：“{}”", around(text, &range, 5)),
                format!(
                    "half-width \"{c}\" in Chinese text: {}",
                    around(text, &range, 5)
                ),
            );
            let hint = Text::new(format!("改为全角“{full}”"), format!("write {full}"));
            let place = subject.place(words, range);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// Whether a mark belongs to Chinese text, not to a number or to Latin words.
fn is_among_han(text: &str, at: usize, mark: char) -> bool {
    let (prev, next) = (before(text, at), after(text, at + mark.len_utf8()));
    let han = |c: Option<char>| {
        c.is_some_and(|c| is_han(c) || matches!(c, '”' | '》' | '）' | '“' | '《' | '（'))
    };
    let number = prev.is_some_and(|c| c.is_ascii_digit() || matches!(c, '%' | '％'));
    let ends = next.is_none_or(|c| c.is_whitespace());
    match mark {
        // 完成。 typed with a point, and 5.3%. at the end.
        '.' => (han(prev) && (ends || han(next))) || (prev == Some('%') && ends),
        '(' | ')' | '"' | '\'' => han(prev) || han(next),
        _ => han(prev) || (number && han(next)),
    }
}
