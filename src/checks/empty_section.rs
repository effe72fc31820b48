//! `empty-section` 空章节: a heading with nothing below it, or a section of the genre that was not filled in.

use super::{Check, Subject};
use crate::bytes::places;
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{BlockKind, Role, plain};
use crate::model::SectionKind;

static CODE: Code = Code {
    id: "empty-section",
    zh: "空章节",
    unreadable: false,
};

/// A warning for a bare heading, a note for a section that is not printed.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

标题下面有没有内容。文种里有、报告里却没有写的“成绩”“问题”“下一步”，也会提示一声：没写的不印。

## 为什么要紧

只有标题没有内容，是漏填了；少一个部分，上级一看就知道不完整。

## 例子

    成绩:
      - 标题: 招商引资取得成效

## 怎么改

补写正文，或者删去这一项：

    成绩:
      - 标题: 招商引资取得成效
        正文: |
          上半年，确定招商引资项目{{招商项目}}。
";

const PAGE_EN: &str = "\
## What it checks

Whether there is something below every heading. A section that the genre has and the report does not fill in gets a note:
it is not printed.

## Why it matters

A bare heading has been forgotten, and a missing section makes the report incomplete.

## Example

    achievements:
      - title: Investment

## How to put it right

Write the text, or take the item out:

    achievements:
      - title: Investment
        body: |
          {{projects}} were agreed upon.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    bare_headings(subject, findings);
    missing_sections(subject, findings);
}

fn bare_headings(subject: &Subject<'_>, findings: &mut Findings) {
    let blocks = &subject.document.blocks;
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Heading(heading) = &block.kind else {
            continue;
        };
        let is_bare = match blocks.get(index + 1).map(|next| &next.kind) {
            Some(BlockKind::Heading(next)) => next.level <= heading.level,
            Some(BlockKind::Paragraph { role, .. }) => matches!(role, Role::Signature | Role::Date),
            Some(_) => false,
            None => true,
        };
        if !is_bare || heading.run_in.is_some() {
            continue;
        }
        let title = plain(&heading.content);
        let message = Text::new(
            format!("标题“{title}”下面没有内容"),
            format!("there is nothing below the heading \"{title}\""),
        );
        let hint = Text::new("补写内容，或删去这一项", "write something, or take it out");
        let words = subject.words.iter().find(|w| w.block == index);
        let place = words.and_then(|w| subject.place(w, 0..w.text.len()));
        findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
    }
}

/// The sections that templates print by these names.
const SECTIONS: [(SectionKind, &str, &str); 3] = [
    (SectionKind::Achievements, "成绩", "achievements"),
    (SectionKind::Problems, "问题", "problems"),
    (SectionKind::NextSteps, "下一步", "next_steps"),
];

/// Whether a template asks whether there is something of one of two names: `if 成绩 `.
fn asks_for(template: &str, names: [&str; 2]) -> bool {
    let asked = places(template, "if ").filter_map(|at| template.get(at + "if ".len()..));
    let mut asked = asked.flat_map(|asked| names.map(|name| asked.strip_prefix(name)));
    asked.any(|behind| behind.is_some_and(|behind| behind.starts_with(' ')))
}

fn missing_sections(subject: &Subject<'_>, findings: &mut Findings) {
    let genre = subject.genre;
    let source = subject.sources.get(genre.source);
    let template = source
        .and_then(|s| s.text().get(genre.body..))
        .unwrap_or_default();
    let is_missing = |kind: SectionKind, names: [&str; 2]| {
        let section = subject.facts.report.section(kind);
        let filled =
            section.is_some_and(|s| !s.items.is_empty() || s.lead.is_some() || s.closing.is_some());
        !filled && asks_for(template, names)
    };
    let missing = SECTIONS
        .iter()
        .filter(|(kind, zh, en)| is_missing(*kind, [zh, en]));
    let (zh, en): (Vec<_>, Vec<_>) = missing
        .map(|(_, zh, en)| (format!("“{zh}”"), format!("`{en}`")))
        .unzip();
    if zh.is_empty() {
        return;
    }
    let (zh, en) = (zh.concat(), en.join(", "));
    let message = Text::new(
        format!("“{}”一般有{zh}，报告里没有写，印不出来", genre.name),
        format!("\"{}\" usually has {en}; the report has none", genre.name),
    );
    let hint = Text::new(
        format!("写上{zh}；确实没有的，可以不管"),
        format!("add {en}; when there is nothing to say, leave it"),
    );
    let place = subject.facts.report.genre.place;
    findings.push(Diagnostic::note(&CODE, place, message).hint(hint));
}
