//! `figure-pending` 指标待补: a figure is printed that is not known yet.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Severity, Text};
use crate::model::Status;

static CODE: Code = Code {
    id: "figure-pending",
    zh: "指标待补",
    unreadable: false,
};

/// A draft may hold such figures, and shows them; the final version may not.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

文中印出的指标有没有还标着“状态: 待补”的。草稿里它印成【待补：名称】并加亮；定稿（--final）不许有。

## 为什么要紧

数据还没报齐时可以先写稿，但带着空白定稿就成了笑话。

## 例子

    指标:
      出口总额: {状态: 待补, 单位: 万美元}

## 怎么改

数据到位后写上“本期”，删去“状态: 待补”：

    指标:
      出口总额: 4857.76万美元
";

const PAGE_EN: &str = "\
## What it checks

Whether the text prints a figure that is still `status: pending`. A draft shows it as a highlighted placeholder; a
final version may not have one.

## Why it matters

A draft can be written before all departments have reported, but it must not be signed with a gap in it.

## Example

    figures:
      exports: {status: pending, unit: million US dollars}

## How to put it right

Write the value when it is known, and drop the status:

    figures:
      exports: 48.58 million US dollars
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let figures = subject.facts.iter();
    let pending = figures.filter(|(_, figure, _)| figure.status == Status::Pending);
    let mut pending = pending.peekable();
    if pending.peek().is_none() {
        return;
    }
    let printed = subject.printed();
    for (_, figure, _) in pending.filter(|(id, ..)| printed.contains(*id)) {
        let message = Text::new(
            format!("指标“{}”待补", figure.key),
            format!("figure `{}` is still pending", figure.key),
        );
        let hint = Text::new(
            "数据到位后填写“本期”，并删去“状态: 待补”",
            "fill in `value` when it is known, and drop `status: pending`",
        );
        let mut finding = Diagnostic::warning(&CODE, figure.place, message).hint(hint);
        if subject.is_final {
            finding.severity = Severity::Error;
        }
        findings.push(finding);
    }
}
