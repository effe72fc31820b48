//! `figure-pending` 指标待补: a figure is printed that is not known yet.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Severity, Text};
use crate::document;
use crate::model::Status;
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "figure-pending",
    zh: "指标待补",
    unreadable: false,
};

/// A draft may hold such figures, and shows them; the final version may not.
pub(super) static CHECK: Check = Check { code: &CODE, run };

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let blocks = subject.document.blocks.iter();
    let printed: BTreeSet<&str> = blocks
        .flat_map(document::figures)
        .map(|f| f.key.path.as_ref())
        .collect();
    for figure in &subject.facts.report.figures {
        if figure.status != Status::Pending || !printed.contains(figure.key.as_str()) {
            continue;
        }
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
