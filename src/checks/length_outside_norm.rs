//! `length-outside-norm` 篇幅不合: a text much shorter or longer than its genre is expected to be.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Severity, Text};
use crate::model::Length;

static CODE: Code = Code {
    id: "length-outside-norm",
    zh: "篇幅不合",
    unreadable: false,
};

/// Too long is a warning; too short, or while figures are pending, a note. 简版 is exempt.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

全文字数是不是在文种的“篇幅”之内（写在模板开头，可以改）。短一成、长一成以内不报；“篇幅: 简版”的不查。过长报警告；偏短，或者
还有指标待补的，只作提示。

## 为什么要紧

通知里常有字数要求，过长的要被退回；太短的，多半是有的部分还没有写。

## 例子

    模板: 半年总结      # 一般2000—4500字，写了900字

## 怎么改

压缩或补充；本来就要写短的，标明简版：

    篇幅: 简版
";

const PAGE_EN: &str = "\
## What it checks

Whether the length of the text is within what the genre's template gives as usual, with a tenth either way. A report of
`length: brief` is exempt. Too long is a warning; too short, or while figures are pending, only a note.

## Why it matters

Reports that are too long are sent back; one that is far too short mostly has a part missing.

## Example

    template: 半年总结      # usually 2000 to 4500 characters; this one has 900

## How to put it right

Cut it or say more; when it is meant to be short, say so:

    length: brief
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let Some((low, high)) = subject.genre.length else {
        return;
    };
    let (low, high) = (low as usize, high as usize);
    let length = subject.characters;
    let short = length * 10 < low * 9;
    let long = length * 10 > high * 11;
    if report.length == Length::Brief || !(short || long) {
        return;
    }
    let (zh, en) = if short {
        ("偏短", "short")
    } else {
        ("偏长", "long")
    };
    let name = &subject.genre.name;
    let message = Text::new(
        format!("全文{length}字，{zh}：“{name}”一般为{low}—{high}字"),
        format!(
            "the text is {en}, with {length} characters: \"{name}\" usually has {low} to {high}"
        ),
    );
    let hint = if short {
        Text::new(
            "看看有没有漏写的部分；本来就要写短的，标明“篇幅: 简版”",
            "see whether a part is missing; when it is meant to be short, say `length: brief`",
        )
    } else {
        Text::new("压缩过长的部分", "cut what is too long")
    };
    let mut finding = Diagnostic::warning(&CODE, report.genre.place, message).hint(hint);
    let pending = subject
        .facts
        .iter()
        .any(|(id, ..)| subject.facts.is_pending(id));
    if short || pending {
        finding.severity = Severity::Note;
    }
    findings.push(finding);
}
