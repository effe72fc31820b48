//! `numbered-twice` 编号重复: a number typed before a heading or item that the program numbers.

use super::labels::{Form, Label, label};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{BlockKind, Label as Marker, Words};

static CODE: Code = Code {
    id: "numbered-twice",
    zh: "编号重复",
    unreadable: false,
};

/// A warning: it would print 一、一、.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

标题、分项前面有没有手写的“一、”“（一）”“1.”“一是”等编号。不编号的标题不算。

## 为什么要紧

编号由程序编：增删一项，后面的自动改。再手写一个，印出来就是“一、一、”；删去一项，手写的还要一个个改。

## 例子

    成绩:
      - 标题: 一、园区经济平稳增长

## 怎么改

    成绩:
      - 标题: 园区经济平稳增长
";

const PAGE_EN: &str = "\
## What it checks

Whether a heading or an item begins with a number typed by hand: 一、 （一） 1. 一是. Headings without numbers do not count.

## Why it matters

The program numbers headings and items, and numbers them anew when one is added or taken out. With a number typed as well,
two are printed.

## Example

    achievements:
      - title: 1. Investment

## How to put it right

    achievements:
      - title: Investment
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for words in subject.words {
        let Some(label) = typed(subject, words) else {
            continue;
        };
        let said = words.text.get(..label.length).unwrap_or_default();
        let start: String = words.text.chars().take(12).collect();
        let message = Text::new(
            format!("“{start}”前面手写了“{said}”，程序还要编号"),
            format!("\"{start}\" begins with \"{said}\", and the program numbers it as well"),
        );
        let hint = Text::new(
            format!("删去“{said}”，编号由程序编"),
            format!("take out \"{said}\"; the program numbers it"),
        );
        let place = subject.place(words, 0..label.length);
        findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
    }
}

/// The label typed before a heading or an item that is numbered; 一是 twice in a row.
fn typed(subject: &Subject<'_>, words: &Words<'_>) -> Option<Label> {
    let block = subject.document.blocks.get(words.block)?;
    let found = label(words.text)?;
    let numbered = match &block.kind {
        BlockKind::Heading(heading) => heading.rank > 0,
        BlockKind::ListItem { label, .. } => matches!(label, Marker::Number(_)),
        _ => false,
    };
    let behind = words.text.get(found.length..)?;
    let twice = found.form == Form::Is && label(behind).is_some_and(|l| l.form == Form::Is);
    (numbered || twice).then_some(found)
}
