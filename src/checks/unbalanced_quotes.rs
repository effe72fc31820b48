//! `unbalanced-quotes` 引号括号不配对: quotation marks or brackets without their other half.

use super::reading::{after, around, before};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{Signs, Words};

static CODE: Code = Code {
    id: "unbalanced-quotes",
    zh: "引号括号不配对",
    unreadable: false,
};

/// Each paragraph is read by itself.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

每一段里，引号“”‘’、书名号《》、括号（）〔〕【】是不是成对，有没有只有一半、前后颠倒或者套错。“1）”一类编号的半个括号不算。

## 为什么要紧

少了半个引号或括号，后面的话就不知道到哪里为止；多半是删改时留下的。

## 例子

    正文: |
      开展“学习型机关创建活动。

## 怎么改

    正文: |
      开展“学习型机关”创建活动。
";

const PAGE_EN: &str = "\
## What it checks

Whether quotation marks and brackets come in pairs in each paragraph, in the right order. The half bracket of a label such
as \"1)\" does not count.

## Why it matters

Without its other half nobody knows where a quotation ends; it is mostly left over from an edit.

## Example

    body: |
      The campaign “Learning office was launched.

## How to put it right

    body: |
      The campaign “Learning office” was launched.
";

const PAIRS: [(char, char); 9] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('(', ')'),
    ('〔', '〕'),
    ('【', '】'),
    ('「', '」'),
];

/// All of them.
const HALVES: Signs = Signs::of(&[
    '“', '”', '‘', '’', '《', '》', '〈', '〉', '（', '）', '(', ')', '〔', '〕', '【', '】', '「',
    '」',
]);

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.with(HALVES) {
        for (at, mark) in unpaired(words) {
            let end = at + mark.len_utf8();
            let missing = PAIRS.iter().find_map(|(open, close)| match mark {
                m if m == *open => Some(*close),
                m if m == *close => Some(*open),
                _ => None,
            });
            let missing = missing.unwrap_or(mark);
            let context = around(words.text, &(at..end), 6);
            let message = Text::new(
                format!("“{context}”这里的 {mark} 没有配对的 {missing}"),
                format!("{mark} without its {missing} at \"{context}\""),
            );
            let hint = Text::new(
                format!("补上 {missing}，或删去 {mark}"),
                format!("add {missing}, or drop {mark}"),
            );
            let place = subject.place(words, at..end);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// The marks without their other half, in order.
fn unpaired(words: &Words<'_>) -> Vec<(usize, char)> {
    let text = words.text;
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut out = Vec::new();
    let is_one = |c: char| PAIRS.iter().any(|(open, close)| *open == c || *close == c);
    let is_mark = |c: char| HALVES.may_hold(c) && is_one(c);
    for (at, c) in words.signs().filter(|(_, c)| is_mark(*c)) {
        if words.is_code(at) || is_apostrophe(text, at, c) {
            continue;
        }
        let Some((opener, _)) = PAIRS.iter().find(|(_, close)| *close == c) else {
            open.push((at, c));
            continue;
        };
        match open.iter().rposition(|(_, o)| o == opener) {
            Some(found) => {
                out.extend(open.drain(found + 1..));
                open.pop();
            }
            None if is_label(text, at, c) => {}
            None => out.push((at, c)),
        }
    }
    out.extend(open);
    out.sort_unstable();
    out
}

/// ’ in Latin words.
fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    c == '’'
        && latin(before(text, at))
        && after(text, at + c.len_utf8()).is_none_or(|c| c.is_ascii())
}

/// The bracket of a label: `1）`, `一）`, `a)`.
fn is_label(text: &str, at: usize, c: char) -> bool {
    let label = before(text, at)
        .is_some_and(|b| b.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(b));
    matches!(c, '）' | ')') && label
}
