//! `problem-without-plan` 问题无措施: a problem that nothing is planned for.

use super::reading::{all_items, is_han};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::model::{FieldValue, Item, Section, SectionKind, Wording};
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "problem-without-plan",
    zh: "问题无措施",
    unreadable: false,
};

/// A warning when nothing at all is planned, a note when no plan seems to speak of the problem.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“问题”里的每一条，有没有自己的“措施”，或者在“下一步”里有没有对应的打算。是否对应按用词判断：一个词都不沾边的才提示。

## 为什么要紧

问题写了不说怎么办，等于没写。上级看总结，常拿“问题”一条条去对“打算”。

## 例子

    问题:
      - 园区用地供需矛盾突出
    下一步:
      - 加强干部教育培训

## 怎么改

在“下一步”里补上对应的打算，或者在这一条问题里写“措施”：

    问题:
      - 正文: 园区用地供需矛盾突出
        措施: 清理盘活闲置土地
";

const PAGE_EN: &str = "\
## What it checks

Whether each of `problems` has a `measure` of its own, or something in `next_steps` that speaks of it. It goes by words: a
note comes only when they share none.

## Why it matters

Readers hold the problems against the plans one by one. A problem that nothing is planned for should not be there.

## Example

    problems:
      - Land for projects is scarce
    next_steps:
      - Train the staff

## How to put it right

Plan something for it, or give its measure:

    problems:
      - body: Land for projects is scarce
        measure: Free idle plots
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let Some(problems) = report.section(SectionKind::Problems) else {
        return;
    };
    let plans = plans(subject);
    let planned = pairs(&plans, &BTreeSet::new());
    let common = common(subject);
    for item in problems.items.iter().filter(|item| !has_measure(item)) {
        let said = said(item);
        let told = pairs(&said, &common);
        let answered = !told.is_disjoint(&planned);
        if plans.is_empty() {
            findings.push(Diagnostic::warning(&CODE, item.place, none_at_all(&said)).hint(hint()));
        } else if !answered && !told.is_empty() {
            findings.push(Diagnostic::note(&CODE, item.place, none_for(&said)).hint(hint()));
        }
    }
}

fn none_at_all(said: &str) -> Text {
    let short = shortened(said);
    Text::new(
        format!("问题“{short}”没有写措施，报告里也没有“下一步”"),
        format!("the problem \"{short}\" has no measure, and nothing is planned in the report"),
    )
}

fn none_for(said: &str) -> Text {
    let short = shortened(said);
    Text::new(
        format!("问题“{short}”没有写措施，“下一步”里好像也没有对应的打算"),
        format!("the problem \"{short}\" has no measure, and no plan seems to speak of it"),
    )
}

fn hint() -> Text {
    Text::new(
        "在“下一步”里补上对应的打算，或在这一条里写“措施”",
        "plan something for it under `next_steps`, or give its `measure`",
    )
}

fn shortened(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(16) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None => line.trim_end_matches('。').to_owned(),
    }
}

fn has_measure(item: &Item) -> bool {
    item.measure.is_some() || item.items.iter().any(has_measure)
}

/// All that an item says.
fn said(item: &Item) -> String {
    let mut out = String::new();
    for item in all_items(std::slice::from_ref(item)) {
        for text in [&item.title, &item.body, &item.cause].into_iter().flatten() {
            out.push_str(&text.text);
            out.push('\n');
        }
        if let Some(name) = &item.name {
            out.push_str(&name.value);
            out.push('\n');
        }
    }
    out
}

/// All that is planned: 下一步 and the sections the user has added, which may be plans as well.
fn plans(subject: &Subject<'_>) -> String {
    let sections = subject.facts.report.sections.iter();
    let later = sections.filter(|s| matches!(s.kind, SectionKind::NextSteps | SectionKind::Added));
    let mut out = String::new();
    for section in later {
        section
            .items
            .iter()
            .for_each(|item| out.push_str(&said(item)));
        let more = |text: &Option<Wording>| text.as_ref().map_or(String::new(), |t| t.text.clone());
        let Section {
            title,
            lead,
            closing,
            ..
        } = section;
        [title, lead, closing]
            .into_iter()
            .for_each(|t| out.push_str(&more(t)));
    }
    out
}

/// Pairs of words that say nothing of a matter: those of the organisation's name, and what all summaries say.
fn common(subject: &Subject<'_>) -> BTreeSet<String> {
    let everywhere = "工作方面问题不够不足有待进一步提高加强需要存在还不仍然比较较为不高不强不到位能力水平管理发展情况";
    let mut out = pairs(everywhere, &BTreeSet::new());
    for name in ["organisation", "department"] {
        if let Some(FieldValue::Plain(text)) = subject.facts.report.field(name).map(|f| &f.value) {
            out.extend(pairs(&text.value, &BTreeSet::new()));
        }
    }
    out
}

/// Pairs of neighbouring 汉字, and Latin words of four letters or more: enough to know a matter again.
fn pairs(text: &str, without: &BTreeSet<String>) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    let han = chars
        .windows(2)
        .filter(|pair| pair.iter().all(|c| is_han(*c)));
    let han = han.map(|pair| pair.iter().collect::<String>());
    let latin = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|w| w.len() > 3);
    let all = han.chain(latin.map(str::to_lowercase));
    all.filter(|pair| !without.contains(pair)).collect()
}
