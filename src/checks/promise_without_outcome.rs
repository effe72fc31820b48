//! `promise-without-outcome` 上期计划无结果: a plan of the period before whose outcome is not told.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};

static CODE: Code = Code {
    id: "promise-without-outcome",
    zh: "上期计划无结果",
    unreadable: false,
};

/// A warning for each plan without 结果.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“上期计划”里的每一项，有没有写“结果”。

## 为什么要紧

上期说了要做的事，这期要有交代：完成了、部分完成，还是没有做、为什么。

## 例子

    上期计划:
      - 事项: 建成标准厂房

## 怎么改

    上期计划:
      - {事项: 建成标准厂房, 结果: 部分完成, 说明: 二期明年一月交付}
";

const PAGE_EN: &str = "\
## What it checks

Whether each of `last_plans` has an `outcome`.

## Why it matters

What was promised in the last report should be accounted for in this one: done, partly done, or not done and why.

## Example

    last_plans:
      - matter: Build the workshop

## How to put it right

    last_plans:
      - {matter: Build the workshop, outcome: partly done, note: the second hall follows in January}
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for plan in &subject.facts.report.last_plans {
        let told = plan
            .outcome
            .as_ref()
            .is_some_and(|o| !o.value.trim().is_empty());
        if told {
            continue;
        }
        let matter = plan.matter.text.trim();
        let message = Text::new(
            format!("上期计划“{matter}”没有写结果"),
            format!("the outcome of the plan \"{matter}\" is not told"),
        );
        let hint = Text::new(
            "写上“结果: 完成”“结果: 部分完成”或“结果: 未完成”，需要时加“说明”",
            "add `outcome: done`, `outcome: partly done` or `outcome: not done`, with a `note` where needed",
        );
        findings.push(Diagnostic::warning(&CODE, plan.matter.place, message).hint(hint));
    }
}
