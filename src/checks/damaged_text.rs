//! `damaged-text` 文字损坏: characters that a wrong encoding has left.

use super::reading::around;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{PRIVATE, Signs, is_private};
use std::ops::Range;

static CODE: Code = Code {
    id: "damaged-text",
    zh: "文字损坏",
    unreadable: false,
};

/// Lost characters are an error; what only looks like a wrong encoding is a warning.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

文中有没有乱码：替换字符“�”（错误），以及“锟斤拷”“锛”“â€”一类因编码弄错而出现的字（警告），还有只在个别电脑上能显示的自造字。

## 为什么要紧

从网页、旧系统或别人的文件里复制文字时，编码可能出错，原来的字已经丢了，只能照原件补。

## 例子

    正文: |
      一级财政���入增长5.3%。

## 怎么改

找到原件，把这几个字重新打一遍：

    正文: |
      一级财政收入增长5.3%。
";

const PAGE_EN: &str = "\
## What it checks

Whether the text holds damage of a wrong encoding: the replacement character (an error), sequences such as 锟斤拷 or â€ (a
warning), and private characters that only some machines can show.

## Why it matters

Text copied from web pages or old systems may have been read in the wrong encoding. The characters are lost and must be
typed again from the original.

## Example

    body: |
      Revenue of the village���s firms rose.

## How to put it right

Type the damaged characters again:

    body: |
      Revenue of the village's firms rose.
";

/// Stands where a character could not be read.
const LOST: char = '\u{fffd}';

/// Signs that a wrong encoding leaves.
const LEFT: Signs = Signs::of(&[LOST, PRIVATE]);

/// What is left of common characters when UTF-8 is read as GBK or Latin-1.
const SEQUENCES: [&str; 12] = [
    "锟斤拷",
    "烫烫烫",
    "屯屯屯",
    "锛",
    "銆",
    "鈥",
    "鐨勬",
    "â€",
    "ï¼",
    "ã€",
    "Ã©",
    "ï»¿",
];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let mut said = subject.places_of(SEQUENCES);
    for words in subject.words {
        let mut doubtful = said.in_run(words);
        if doubtful.is_empty() && !words.may_have(LEFT) {
            continue;
        }
        let text = words.text;
        let lost = runs(text, |c| c == LOST);
        for range in &lost {
            let message = Text::new(
                format!("“{}”处的字已经损坏", around(text, range, 4)),
                format!("characters are lost at \"{}\"", around(text, range, 8)),
            );
            let place = subject.place(words, range.clone());
            findings.push(Diagnostic::error(&CODE, place, message).hint(hint()));
        }
        doubtful.extend(runs(text, is_private));
        doubtful.sort_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
        doubtful.dedup_by(|next, last| next.start < last.end);
        for range in doubtful {
            let message = Text::new(
                format!("“{}”像是乱码", around(text, &range, 4)),
                format!(
                    "\"{}\" looks like text in a wrong encoding",
                    around(text, &range, 8)
                ),
            );
            let place = subject.place(words, range);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint()));
        }
    }
}

fn hint() -> Text {
    Text::new(
        "照原件重新打一遍这几个字",
        "type it again from the original",
    )
}

/// The runs of characters of a kind.
fn runs(text: &str, is_one: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_one(*c)) {
        let end = at + c.len_utf8();
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = end,
            None => out.push(at..end),
        }
    }
    out
}
