//! `figure-provisional` 指标未定: a figure is printed that is only expected, or a flash estimate.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Severity, Text};
use crate::model::Status;

static CODE: Code = Code {
    id: "figure-provisional",
    zh: "指标未定",
    unreadable: false,
};

/// A note in a draft; a warning in the version to be signed.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

印出来的指标有没有状态还是“预计”“快报”的，或者由这样的数算出来的。草稿里只作提示，定稿时是警告。

## 为什么要紧

预计数、快报数在正式稿里应当换成核定数，或者在文中写明“预计”。

## 例子

    指标:
      地区生产总值: {本期: 19.9亿元, 状态: 预计}

## 怎么改

有了核定数就换上，并删去“状态”；只能用预计数的，在文中写明“预计”，并在“忽略”里写明理由。
";

const PAGE_EN: &str = "\
## What it checks

Whether a figure is printed that is `expected` or a `flash` estimate, or computed from such. A note in a draft, a warning
in the final version.

## Why it matters

Before a report is signed, estimates are replaced by what was established, or the text says that they are estimates.

## Example

    figures:
      gdp: {value: 1.99 billion yuan, status: expected}

## How to put it right

Put in the established number and drop the status; or say in the text that it is an estimate, and why in `ignore`.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let mut provisional = facts
        .iter()
        .filter(|(.., fact)| fact.provisional)
        .peekable();
    if provisional.peek().is_none() {
        return;
    }
    let printed = subject.printed();
    for (id, figure, _) in provisional {
        if !printed.contains(id) || facts.is_pending(id) {
            continue;
        }
        let (zh, en) = match figure.status {
            Status::Expected => ("是预计数", "is only expected"),
            Status::Flash => ("是快报数", "is a flash estimate"),
            _ => ("是由预计数或快报数算出来的", "is computed from estimates"),
        };
        let message = Text::new(
            format!("指标“{}”{zh}", figure.key),
            format!("the figure \"{}\" {en}", figure.key),
        );
        let hint = Text::new(
            "有了核定数就换上，并删去“状态”",
            "put in the established number and drop `status`",
        );
        let mut finding = Diagnostic::note(&CODE, figure.place, message).hint(hint);
        if subject.is_final {
            finding.severity = Severity::Warning;
        }
        findings.push(finding);
    }
}
