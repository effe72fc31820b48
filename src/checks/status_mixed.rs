//! `status-mixed` 实际与计划混加: a total of actual numbers counts in what is only planned or applied for.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Facts, Side, Sum};
use crate::model::{FigureId, Status};

static CODE: Code = Code {
    id: "status-mixed",
    zh: "实际与计划混加",
    unreadable: false,
};

/// An error: the numbers may add up, but the total says what is not so.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

合计是实际数（包括预计数、快报数），“构成”“其中”或合计行下面却有状态为“计划”“申报”的分项。合计本身标了“计划”或“申报”的不算。

## 为什么要紧

还没有批下来的贷款算进“已投入建设的资金”，数字加得上，事实却不对，这是最难看的一种错。

## 例子

    指标:
      建设资金: {本期: 12.8亿元, 构成: [到位资金, 申请贷款]}
      到位资金: 9亿元
      申请贷款: {本期: 3.8亿元, 状态: 申报}

## 怎么改

把没有落实的部分从合计里拿出来单写；合计本来就包括计划数的，给合计写上“状态: 计划”，并在文中说明。
";

const PAGE_EN: &str = "\
## What it checks

Whether a total of actual numbers has parts that are `planned` or `applied`. A total that is itself planned or applied
for may have them.

## Why it matters

A loan that has not been granted, counted among the money spent: the numbers add up, and the statement is false.

## Example

    figures:
      funds: {value: 12.8 million yuan, parts: [received, applied_for]}
      received: 9 million yuan
      applied_for: {value: 3.8 million yuan, status: applied}

## How to put it right

Take what is not certain out of the total, or give the total `status: planned` and say so in the text.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let values = facts.sums().iter().filter(|s| s.side == Side::Value);
    for sum in values {
        let intended = sum.members.iter().find(|id| is_intended(facts, **id));
        let Some(part) = intended.filter(|_| !is_intended(facts, sum.whole)) else {
            continue;
        };
        findings.push(mixed(facts, sum, *part));
    }
}

/// Whether a number says what is meant to be, not what is.
fn is_intended(facts: &Facts, id: FigureId) -> bool {
    let status = facts.report.figure(id).map(|f| f.status);
    matches!(status, Some(Status::Planned | Status::Applied))
}

fn mixed(facts: &Facts, sum: &Sum, part: FigureId) -> Diagnostic {
    let status = facts.report.figure(part).map(|f| f.status);
    let (zh, en) = match status {
        Some(Status::Applied) => ("申报", "applied"),
        _ => ("计划", "planned"),
    };
    let (whole, key) = (facts.whole_of(sum), facts.key(part));
    let message = Text::new(
        format!("{}是实际数，却算进了状态为“{zh}”的“{key}”", whole.zh),
        format!(
            "{} is an actual number, but counts in \"{key}\", which is only {en}",
            whole.en
        ),
    );
    let hint = Text::new(
        format!("把“{key}”从合计里拿出来单写；合计本来就包括计划数的，给合计写上“状态: 计划”"),
        format!("take \"{key}\" out of the total, or give the total `status: planned`"),
    );
    let finding = Diagnostic::error(&CODE, facts.place_of(sum.whole, sum.side), message);
    match facts.operand(part, sum.side) {
        Ok(part) => facts.also(finding.hint(hint), &part, sum.side),
        Err(_) => finding.hint(hint),
    }
}
