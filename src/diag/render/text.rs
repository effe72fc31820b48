//! Findings for people. The first line of each makes sense alone, as compilers print theirs:
//! ```text
//! report.yaml:14:10: error[unknown-key]: unknown key `税收收人`
//!    |
//! 14 |   税收收人: 9亿元
//!    |   ^^^^^^^^
//! hint: write `税收收入`
//! ```

use super::{Language, severity_name};
use crate::diag::{Diagnostic, Findings, Place, Severity, Sources};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::BTreeMap;

/// How many findings of one code are printed before the rest is only counted.
const OF_A_KIND: usize = 20;

/// Longer lines are shown around the place only, in characters.
const LONG_LINE: usize = 60;

/// All findings, errors first, with a blank line between them and a count of what is left out; empty for none.
pub fn findings(findings: &Findings, sources: &Sources, language: Language) -> String {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut blocks = Vec::new();
    for diagnostic in findings.sorted() {
        let count = seen.entry(diagnostic.code.id).or_default();
        *count += 1;
        if *count <= OF_A_KIND {
            blocks.push(finding(diagnostic, sources, language));
        }
    }
    for diagnostic in findings.sorted() {
        let code = diagnostic.code;
        // Each code is counted once: what is told is taken out.
        if let Some(rest) = seen.remove(code.id).filter(|n| *n > OF_A_KIND) {
            let rest = rest - OF_A_KIND;
            blocks.push(match language {
                Language::Chinese => format!("另有 {rest} 处“{}”未列出\n", code.zh),
                Language::English => format!("{rest} more of `{}` not shown\n", code.id),
            });
        }
    }
    blocks.join("\n")
}

/// One finding: its line, the place in the text, the cure, other places.
pub fn finding(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> String {
    let mut out = line(diagnostic, sources, language);
    out.push('\n');
    if let Some(place) = diagnostic.place {
        out.push_str(&snippet(place, sources));
    }
    if let Some(hint) = &diagnostic.hint {
        out.push_str(language.pick("建议：", "hint: "));
        out.push_str(hint.of(language));
        out.push('\n');
    }
    for (place, caption) in &diagnostic.related {
        out.push_str(&located(*place, sources));
        out.push_str(language.pick("另见：", "see also: "));
        out.push_str(caption.of(language));
        out.push('\n');
        out.push_str(&snippet(*place, sources));
    }
    out
}

/// The first line of a finding, without a line end.
pub fn line(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> String {
    let place = diagnostic
        .place
        .map_or(String::new(), |place| located(place, sources));
    let severity = severity_name(diagnostic.severity, language);
    let message = diagnostic.message.of(language);
    match language {
        Language::Chinese => format!("{place}{severity}[{}]：{message}", diagnostic.code.zh),
        Language::English => format!("{place}{severity}[{}]: {message}", diagnostic.code.id),
    }
}

/// How many errors and warnings there are, as the last line of a run; `None` when there are none of either.
pub fn summary(findings: &Findings, language: Language) -> Option<String> {
    let sorted = findings.sorted();
    let count = |severity| sorted.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings == 0 {
        return None;
    }
    Some(match language {
        Language::Chinese => format!("共 {errors} 处错误，{warnings} 处警告"),
        Language::English => format!(
            "{}, {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        ),
    })
}

fn counted(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

/// `report.yaml:14:10: `, or nothing for a place of another run.
fn located(place: Place, sources: &Sources) -> String {
    sources
        .locate(place)
        .map_or(String::new(), |at| match at.cell {
            Some(cell) => format!("{}:{cell}: ", at.file),
            None => format!("{}:{}:{}: ", at.file, at.line, at.column),
        })
}

/// The first line of a place with carets under it.
fn snippet(place: Place, sources: &Sources) -> String {
    let Some(source) = sources.get(place.source) else {
        return String::new();
    };
    let text = source.text();
    let start = text.floor_char_boundary(place.start as usize);
    let number = source.line_of(start);
    let begin = source.line_start(number);
    let rest = text.get(begin..).unwrap_or_default();
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    if line.trim().is_empty() {
        return String::new();
    }
    let end = text.ceil_char_boundary(place.end as usize);
    let start = (start - begin).min(line.len());
    let end = (end - begin).clamp(start, line.len());
    let (line, start, end) = window(line, start, end);
    let annotation = AnnotationKind::Primary.span(start..end);
    let snippet = Snippet::source(line.as_str())
        .line_start(number)
        .annotation(annotation);
    let group = Group::with_level(Level::ERROR).element(snippet);
    let mut out = Renderer::plain().render(&[group]);
    out.push('\n');
    out
}

/// A line with a range in it, cut around the range when it is long; tabs become blanks, one for one.
fn window(line: &str, start: usize, end: usize) -> (String, usize, usize) {
    let before: Vec<char> = line.get(..start).unwrap_or_default().chars().collect();
    let inside: Vec<char> = line.get(start..end).unwrap_or_default().chars().collect();
    let after: Vec<char> = line.get(end..).unwrap_or_default().chars().collect();
    let long = before.len() + inside.len() + after.len() > LONG_LINE;
    let keep = if long { LONG_LINE / 3 } else { LONG_LINE };
    let mut out = String::new();
    let plain = |c: &char| if c.is_control() { ' ' } else { *c };
    if before.len() > keep {
        out.push('…');
    }
    out.extend(
        before
            .iter()
            .skip(before.len().saturating_sub(keep))
            .map(plain),
    );
    let start = out.len();
    out.extend(inside.iter().take(keep).map(plain));
    let end = out.len();
    if inside.len() > keep || after.len() > keep {
        out.extend(
            after
                .iter()
                .take(if inside.len() > keep { 0 } else { keep })
                .map(plain),
        );
        out.push('…');
    } else {
        out.extend(after.iter().map(plain));
    }
    (out, start, end)
}
