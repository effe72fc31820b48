//! `claim-without-figure` 结论无数字: a strong claim with no number to bear it out.

use super::reading::{first_of, statement};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{BlockKind, Words};
use std::ops::Range;

static CODE: Code = Code {
    id: "claim-without-figure",
    zh: "结论无数字",
    unreadable: false,
};

/// A note: the reader may know the number from elsewhere.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

写了“超额”“大幅”“显著”的句子里有没有数字。写打算、目标的句子（力争、确保、将……）不算。

## 为什么要紧

“超额完成任务”后面没有数字，等于没说；评议的人要问的第一句就是：超了多少？

## 例子

    正文: |
      各项任务超额完成，税收大幅增长。

## 怎么改

    正文: |
      全年任务完成{{税收收入|完成率}}，税收{{税收收入|同比}}。

拿不出数字的，换一个平实的说法。
";

const PAGE_EN: &str = "\
## What it checks

Whether a Chinese sentence with 超额, 大幅 or 显著 has a number. Sentences about plans do not count.

## Why it matters

\"Far above target\" without a number says nothing; the first question will be: by how much?

## Example

    body: |
      各项任务超额完成，税收大幅增长。

## How to put it right

Give the number, or say it more plainly:

    body: |
      全年任务完成{{税收收入|完成率}}，税收{{税收收入|同比}}。
";

const CLAIMS: [&str; 3] = ["超额", "大幅", "显著"];

/// Words of sentences about what is to come, and of shortcomings, for which nobody has a number.
const NOT_DONE: [&str; 13] = [
    "力争", "争取", "确保", "力求", "将", "要", "不够", "不高", "不强", "还需", "尚未", "没有",
    "不足",
];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let claiming = subject.chinese_saying(&CLAIMS);
    if claiming.is_empty() {
        return;
    }
    let plans = subject.blocks_below(|heading| {
        [
            "打算",
            "计划",
            "安排",
            "思路",
            "下一步",
            "下半年",
            "明年",
            "方向",
            "问题",
            "不足",
        ]
        .iter()
        .any(|word| heading.contains(word))
    });
    for words in claiming {
        let is_heading = subject
            .document
            .blocks
            .get(words.block)
            .is_some_and(|b| matches!(&b.kind, BlockKind::Heading(h) if h.run_in.is_none()));
        if is_heading || plans.get(words.block).copied().unwrap_or(false) {
            continue;
        }
        let text = words.text;
        for (at, claim) in claims(text) {
            let whole = statement(text, at);
            let said = text.get(whole.clone()).unwrap_or_default();
            let plan = is_not_done(said);
            if plan || words.is_code(at) || has_number(words, &whole) {
                continue;
            }
            let message = Text::new(
                format!("“{claim}”这一句没有数字：“{}”", shortened(said)),
                format!("\"{claim}\" in a sentence without a number"),
            );
            let hint = Text::new(
                "写出具体数字，如“{{指标名|同比}}”，或换一个平实的说法",
                "give the number, as {{name|growth}}, or say it more plainly",
            );
            let place = subject.place(words, at..at + claim.len());
            findings.push(Diagnostic::note(&CODE, place, message).hint(hint));
        }
    }
}

/// The claims of a text, of each sentence the first.
fn claims(text: &str) -> Vec<(usize, &'static str)> {
    let mut out = Vec::new();
    let mut told = 0;
    for (at, _) in text.char_indices() {
        let claim = text.get(at..).and_then(|rest| first_of(rest, &CLAIMS));
        if let Some(claim) = claim.filter(|_| at >= told) {
            told = statement(text, at).end;
            out.push((at, claim));
        }
    }
    out
}

fn has_number(words: &Words<'_>, range: &Range<usize>) -> bool {
    let said = words.text.get(range.clone()).unwrap_or_default();
    let spelt = ["百分之", "倍", "翻番", "一番", "成以上"]
        .iter()
        .any(|w| said.contains(w));
    let figure = words
        .figures()
        .any(|(r, _)| r.start < range.end && range.start < r.end);
    figure || spelt || said.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// Whether a sentence speaks of what is to come or falls short; 主要 is no 要.
fn is_not_done(said: &str) -> bool {
    let bare = ["主要", "重要", "要求", "要素", "要点"]
        .iter()
        .fold(said.to_owned(), |said, word| said.replace(word, ""));
    NOT_DONE.iter().any(|word| bare.contains(word))
}

/// The beginning of a long sentence.
fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(20) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
