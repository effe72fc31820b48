//! `ignore-without-effect` 忽略无效: 忽略 that silences nothing.

use super::{Check, Subject, all};
use crate::diag::{CODES, Code, Diagnostic, Findings, Place, Sources, Text, nearest};
use crate::model::Ignore;

static CODE: Code = Code {
    id: "ignore-without-effect",
    zh: "忽略无效",
    unreadable: false,
};

/// Carries out 忽略, so it looks last: at what all others have found.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“忽略”里的每一条是不是真的用上了。检查名写错、文字对不上、问题已经改好的，都会提示。

## 为什么要紧

没有用处的“忽略”留在那里，将来可能把真问题也盖住。

## 例子

    忽略:
      - {检查: 数字无来源, 文字: 九号路, 理由: 路名}      # 正文写的是“9号路”

## 怎么改

“检查”写名称或代码（explain 命令列出全部），“文字”照正文抄；不再需要的删去：

    忽略:
      - {检查: 数字无来源, 文字: 9号路, 理由: 路名}
";

const PAGE_EN: &str = "\
## What it checks

Whether each entry of `ignore` silences something. Misspelt checks, words that are not there and matters that have been put
right get a note.

## Why it matters

An entry that is of no use may one day hide a real fault.

## Example

    ignore:
      - {check: number-without-source, text: 10 kW, reason: name}      # the text has \"10 kV\"

## How to put it right

Give the check by its code or Chinese name (`explain` lists them) and its words as they stand in the text; take out what
is not needed any more:

    ignore:
      - {check: number-without-source, text: 10 kV, reason: name}
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let rules = &subject.facts.report.ignore;
    if rules.is_empty() {
        return;
    }
    let mut uses = vec![Use::None; rules.len()];
    let all = std::mem::take(findings);
    for finding in all {
        let unfinished = subject.is_final && UNFINISHED.iter().any(|c| c.code == finding.code);
        let mut silenced = false;
        for (rule, of_rule) in rules.iter().zip(&mut uses) {
            if silences(rule, &finding, subject.sources) {
                *of_rule = if unfinished {
                    Use::Refused
                } else {
                    Use::Silenced
                };
                silenced |= !unfinished;
            }
        }
        if !silenced {
            findings.push(finding);
        }
    }
    findings.extend(
        rules
            .iter()
            .zip(uses)
            .filter_map(|(rule, of_rule)| match of_rule {
                Use::None => Some(without_effect(rule)),
                Use::Refused => Some(refused(rule)),
                Use::Silenced => None,
            }),
    );
}

/// What is still to be filled in may be silenced while drafting; the final version must not hold it.
static UNFINISHED: [&Check; 2] = [
    &super::figure_pending::CHECK,
    &super::placeholder_left::CHECK,
];

/// What a rule was good for.
#[derive(Clone, Copy)]
enum Use {
    /// Nothing.
    None,
    /// It silenced findings.
    Silenced,
    /// It would have silenced what the final version must not hold.
    Refused,
}

fn refused(rule: &Ignore) -> Diagnostic {
    let check = rule.check.value.trim();
    let message = Text::new(
        format!("“{check}”只在草稿里可以忽略，定稿里不能有没填的内容"),
        format!("`{check}` can be ignored in a draft only: the final version must have no gaps"),
    );
    Diagnostic::note(&CODE, rule.check.place, message).hint(Text::new(
        "请先补齐；现在就要用的，不加 --final，先出草稿",
        "fill in what is missing, or make a draft, without `--final`",
    ))
}

/// Whether a rule is about a finding: of its check, and about its words. Unreadable input cannot be silenced.
fn silences(rule: &Ignore, finding: &Diagnostic, sources: &Sources) -> bool {
    let check = rule.check.value.trim();
    let named = check == finding.code.id || check == finding.code.zh;
    let about = rule.text.as_ref().is_none_or(|text| {
        let text = text.value.trim();
        let said = &finding.message;
        said.zh.contains(text)
            || said.en.contains(text)
            || finding.place.is_some_and(|p| stands_at(text, p, sources))
    });
    named && about && !finding.code.unreadable
}

/// Whether some words stand in the source where a finding is, or around it: the number of 9号路 is only 9.
fn stands_at(words: &str, place: Place, sources: &Sources) -> bool {
    let Some(source) = sources.get(place.source) else {
        return false;
    };
    let (start, end) = (place.start as usize, place.end as usize);
    let line = source.line_start(source.line_of(start));
    let rest = source.text().get(line..).unwrap_or_default();
    let rest = rest
        .get(..rest.floor_char_boundary(end - line + words.len()))
        .unwrap_or_default();
    let mut found = rest.match_indices(words).map(|(at, _)| line + at);
    found.any(|at| at < end && start < at + words.len())
}

fn without_effect(rule: &Ignore) -> Diagnostic {
    let check = rule.check.value.trim();
    let known = || all().map(|c| c.code).chain(CODES.iter().copied());
    let found = known().find(|code| check == code.id || check == code.zh);
    let place = rule.check.place;
    match found {
        None => {
            let message = Text::new(
                format!("忽略：没有名为“{check}”的检查"),
                format!("there is no check \"{check}\" to ignore"),
            );
            let names = known().filter(|c| !c.unreadable).flat_map(|c| [c.id, c.zh]);
            let near = nearest(check, names);
            let hint = near.map_or_else(all_checks, |near| {
                Text::new(format!("是不是“{near}”"), format!("did you mean `{near}`?"))
            });
            Diagnostic::warning(&CODE, place, message).hint(hint)
        }
        Some(code) if code.unreadable => {
            let message = Text::new(
                format!("“{}”不能忽略：有这样的错误，文件就读不下去", code.zh),
                format!(
                    "`{}` cannot be ignored: input with such an error cannot be read",
                    code.id
                ),
            );
            Diagnostic::note(&CODE, place, message).hint(remove())
        }
        Some(code) => {
            let words = rule.text.as_ref().map(|t| t.value.trim());
            let (zh, en) = words.map_or_else(Default::default, |w| {
                (format!("（文字“{w}”）"), format!(" about \"{w}\""))
            });
            let message = Text::new(
                format!("忽略“{}”{zh}没有用上：没有这样的问题", code.zh),
                format!(
                    "ignoring `{}`{en} has no effect: there is no such finding",
                    code.id
                ),
            );
            Diagnostic::note(&CODE, place, message).hint(remove())
        }
    }
}

fn all_checks() -> Text {
    Text::new(
        "用 zongjie explain 列出全部检查",
        "list the checks with `zongjie explain`",
    )
}

fn remove() -> Text {
    Text::new(
        "核对“检查”和“文字”，不再需要的删去",
        "check its `check` and `text`, or take it out",
    )
}
