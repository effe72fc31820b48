//! `problem-without-plan` 问题无措施: a problem that nothing is planned for.

use super::reading::{all_items, is_han};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::model::{FieldValue, Item, SectionKind};
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

“问题”里的每一条，有没有自己的“措施”，或者在“下一步”里有没有对应的打算。是否对应按用字判断：打算比问题
少，又一个词都不沾边的才提示。

## 为什么要紧

问题写了不说怎么办，等于没写。上级看总结，常拿“问题”一条条去对“打算”。

## 例子

    问题:
      - 园区用地供需矛盾突出
      - 干部教育培训不够系统
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

Whether each of `problems` has a `measure` of its own, or something in `next_steps` that speaks of it. In Chinese it goes
by characters: a note comes only when there are fewer plans than problems and none shares a word with it. In English only
a report without any plan is warned of.

## Why it matters

Readers hold the problems against the plans one by one. A problem that nothing is planned for should not be there.

## Example

    problems:
      - Land for projects is scarce

## How to put it right

Plan something for it, or give its measure:

    problems:
      - body: Land for projects is scarce
        measure: Free idle plots
";

/// Plans that share so many characters with a problem, though no word, may well speak of it: 调研 and 调查研究.
const SHARED: usize = 2;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let Some(problems) = report.section(SectionKind::Problems) else {
        return;
    };
    let plans = plans(subject);
    let usual = usual(subject);
    let open: Vec<_> = problems.items.iter().filter(|i| !has_measure(i)).collect();
    // Where there is a plan for each, other words may well mean the same.
    let enough = plans.len() >= open.len();
    for item in open {
        let said = said(item);
        let told = Matter::of(&said, &usual);
        let answered = |plan: &String| told.meets(&Matter::of(plan, &usual));
        if plans.is_empty() {
            findings.push(Diagnostic::warning(&CODE, item.place, none_at_all(&said)).hint(hint()));
        } else if !enough && !told.is_empty() && !plans.iter().any(answered) {
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

/// What is planned, one text for each matter: 下一步 and the sections the user has added, which may be plans as well.
fn plans(subject: &Subject<'_>) -> Vec<String> {
    let sections = subject.facts.report.sections.iter();
    let later = sections.filter(|s| matches!(s.kind, SectionKind::NextSteps | SectionKind::Added));
    let mut out = Vec::new();
    for section in later {
        out.extend(section.items.iter().map(said));
        let around = [&section.lead, &section.closing];
        out.extend(around.into_iter().flatten().map(|w| w.text.clone()));
    }
    out
}

/// What all summaries say, and what says nothing of a matter.
const USUAL: &str = "工作方面问题够足有待进一步提高加强需要存在还是仍然比较为到位能力水平管理发展情况的了和与在等对上下中大小以及更要\
    推我们自己本各个年月日这那也都就不没强化力将把着重做好抓";

/// The characters that say nothing of a matter: those of all summaries and of the organisation's name.
fn usual(subject: &Subject<'_>) -> BTreeSet<char> {
    let mut out: BTreeSet<char> = USUAL.chars().collect();
    for name in ["organisation", "department"] {
        if let Some(FieldValue::Plain(text)) = subject.facts.report.field(name).map(|f| &f.value) {
            out.extend(text.value.chars());
        }
    }
    out
}

/// What a text is about: its telling 汉字, and the pairs of them. Empty for English, in which forms of words differ too
/// much to be held against each other.
struct Matter {
    chars: BTreeSet<char>,
    pairs: BTreeSet<[char; 2]>,
}

impl Matter {
    fn of(text: &str, usual: &BTreeSet<char>) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let telling = |c: &char| is_han(*c) && !usual.contains(c);
        let pairs = chars.windows(2).filter_map(|pair| match pair {
            [a, b] if is_han(*a) && is_han(*b) && (telling(a) || telling(b)) => Some([*a, *b]),
            _ => None,
        });
        Self {
            pairs: pairs.collect(),
            chars: chars.iter().copied().filter(telling).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    fn meets(&self, other: &Self) -> bool {
        let shared = self.chars.intersection(&other.chars).count();
        shared >= SHARED || !self.pairs.is_disjoint(&other.pairs)
    }
}
