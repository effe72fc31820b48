//! `section-out-of-proportion` 篇幅失衡: a section that outweighs what the report is about.

use super::reading::all_items;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::model::{Item, Section, SectionKind};

static CODE: Code = Code {
    id: "section-out-of-proportion",
    zh: "篇幅失衡",
    unreadable: false,
};

/// A note; lengths are those of the wording as typed.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“下一步”是不是比“成绩”还长；“成绩”的一项是不是占了这一部分的六成以上（三项以上、八百字以上的才看）。字数按填写的文字算。
工作计划、总结和计划合写的文种不查。

## 为什么要紧

总结以成绩为主。打算写得比成绩长，像计划不像总结；一项占去大半，别的工作就看不见了。

## 例子

“成绩”五项共一千字，其中“党建”一项写了八百字。

## 怎么改

压缩过长的一项，或者拆成几项；把其余的补充实。
";

const PAGE_EN: &str = "\
## What it checks

Whether `next_steps` is longer than `achievements`, and whether one item fills more than six tenths of `achievements` (of
three items and 800 characters at least). Lengths are those of the wording as typed. Plans are left alone.

## Why it matters

A summary is about what was done. When the plans are longer, it reads as a plan; when one item fills most of a section,
the others are lost.

## Example

Five achievements of 1,000 characters together, 800 of them about one event.

## How to put it right

Cut the long item or part it, and say more of the others.
";

/// Shorter sections are not judged, in characters.
const LEAST: usize = 800;
/// Fewer items are not held against each other.
const ITEMS: usize = 3;
/// More than this share of a section is too much for one of its items, in tenths.
const TENTHS: usize = 6;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let Some(done) = report.section(SectionKind::Achievements) else {
        return;
    };
    let total = section_length(done);
    if total < LEAST {
        return;
    }
    let planned = report
        .section(SectionKind::NextSteps)
        .filter(|_| !subject.genre.id.contains("plan"));
    if let Some(section) = planned.filter(|s| section_length(s) > total) {
        let length = section_length(section);
        let message = Text::new(
            format!("“下一步”约{length}字，比“成绩”（约{total}字）还长"),
            format!(
                "`next_steps` has about {length} characters, more than `achievements` with {total}"
            ),
        );
        let hint = Text::new(
            "压缩打算，或充实成绩",
            "cut the plans, or say more of what was done",
        );
        findings.push(Diagnostic::note(&CODE, section.place, message).hint(hint));
    }
    if done.items.len() < ITEMS {
        return;
    }
    for item in &done.items {
        let length = item_length(item);
        if length * 10 <= total * TENTHS {
            continue;
        }
        let name = name(item);
        let share = length * 100 / total;
        let message = Text::new(
            format!(
                "“{name}”约{length}字，占“成绩”的{share}%，其余{}项显得单薄",
                done.items.len() - 1
            ),
            format!("\"{name}\" has about {length} characters, {share}% of `achievements`"),
        );
        let hint = Text::new(
            "压缩这一项或拆成几项，充实其余各项",
            "cut or part it, and say more of the others",
        );
        findings.push(Diagnostic::note(&CODE, item.place, message).hint(hint));
    }
}

fn name(item: &Item) -> &str {
    let title = item.title.as_ref().map(|t| t.text.as_str());
    let name = item.name.as_ref().map(|n| n.value.as_str());
    title.or(name).unwrap_or_default().trim()
}

fn section_length(section: &Section) -> usize {
    let around = [&section.lead, &section.closing];
    let around: usize = around.into_iter().flatten().map(|w| length(&w.text)).sum();
    around + section.items.iter().map(item_length).sum::<usize>()
}

fn item_length(item: &Item) -> usize {
    let texts = all_items(std::slice::from_ref(item))
        .into_iter()
        .flat_map(|item| {
            [&item.title, &item.body, &item.cause, &item.measure]
                .into_iter()
                .flatten()
        });
    texts.map(|w| length(&w.text)).sum()
}

fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}
