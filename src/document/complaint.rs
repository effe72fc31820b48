//! What a document cannot hold, as findings.

use super::class::unknown_class;
use super::parse::Builder;
use super::strip::Clean;
use super::{Inline, Origin, Reading};
use crate::diag::{Diagnostic, Findings, Place, Text, codes};
use std::ops::Range;

/// Complains of marks that a filter cut apart.
pub(super) fn report_faults(clean: &Clean, reading: &Reading<'_>, findings: &mut Findings) {
    for &fault in &clean.faults {
        let text = Text::new(
            "过滤器把印出的内容截断了",
            "a filter cut printed text apart",
        );
        let hint = Text::new(
            "指标和正文不要用截取、替换一类的过滤器",
            "do not cut or replace in figures and bodies",
        );
        findings.push(complaint(text, hint, reading.origin(fault)));
    }
}

/// Says what could not be printed, and why.
pub(super) fn report_failures(failures: Vec<(Text, Origin)>, findings: &mut Findings) {
    for (reason, origin) in failures {
        let place = origin.expression.or(origin.line);
        findings.push(Diagnostic::error(&codes::CANNOT_PRINT, place, reason));
    }
}

fn complaint(message: Text, hint: Text, origin: Origin) -> Diagnostic {
    let place = origin.expression.or(origin.line);
    Diagnostic::error(&codes::MARKDOWN_NOT_ALLOWED, place, message).hint(hint)
}

impl Builder<'_> {
    pub(super) fn complain(&mut self, message: Text, hint: Text, origin: Origin) {
        self.findings.push(complaint(message, hint, origin));
    }

    pub(super) fn html(&mut self, text: &str, range: &Range<usize>) {
        let tag = text.trim();
        // What closes an element is no fault of its own.
        if tag.starts_with("</") {
            return;
        }
        let message = Text::new(
            format!("正文里不能用HTML：“{tag}”"),
            format!("HTML is not allowed here: `{tag}`"),
        );
        let hint = Text::new("要印出“<”，请写 \\<", "write \\< to print a less-than sign");
        let mut origin = self.origin_of(range);
        origin.line = origin.line.map(|line| self.within(line, tag));
        self.complain(message, hint, origin);
    }

    /// The first place of words in a line; the line when they are not in it as they stand.
    fn within(&self, line: Place, words: &str) -> Place {
        let text = self.reading.sources.slice(line).unwrap_or_default();
        text.find(words).map_or(line, |at| {
            let start = line.start as usize + at;
            Place::new(line.source, start, start + words.len())
        })
    }

    pub(super) fn unknown_class(&mut self, class: &str, known: &[&str]) {
        let (message, hint) = unknown_class(class, known);
        self.findings
            .push(Diagnostic::error(&codes::UNKNOWN_CLASS, self.origin.line, message).hint(hint));
    }

    /// Complains of a chart that was asked for and has no table below it, or one without numbers.
    pub(super) fn chart_without_data(&mut self) {
        let Some((form, _, origin)) = self.chart.take() else {
            return;
        };
        let names = form.names();
        let (zh, en) = (names.zh, names.class);
        let message = Text::new(
            format!("“{{.{zh}}}”下面没有可以画成图的表"),
            format!("there is no table to draw below `{{.{en}}}`"),
        );
        let hint = Text::new(
            "下面空一行，接一张表：第一列是名称，后面每列是一组数",
            "leave a blank line and give a table: names in the first column, numbers in the others",
        );
        self.complain(message, hint, origin);
    }

    pub(super) fn check_links(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Link { target, .. }
                    if !["http://", "https://", "mailto:"]
                        .iter()
                        .any(|p| target.starts_with(p)) =>
                {
                    let message = Text::new(
                        format!("链接“{target}”不能用"),
                        format!("the link target `{target}` cannot be used"),
                    );
                    let hint = Text::new(
                        "链接要以 http://、https:// 或 mailto: 开头；方括号本身写 \\[",
                        "links begin with http://, https:// or mailto:; write \\[ for a bracket",
                    );
                    self.complain(message, hint, self.origin);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.check_links(inner),
                _ => {}
            }
        }
    }
}
