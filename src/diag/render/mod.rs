//! Findings as people and programs read them.

pub mod json;
pub mod text;

pub use crate::language::Language;

use super::Severity;

/// What a severity is called.
fn severity_name(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Chinese) => "错误",
        (Severity::Warning, Language::Chinese) => "警告",
        (Severity::Note, Language::Chinese) => "提示",
        (_, Language::English) => id(severity),
    }
}

/// A severity's name for programs.
fn id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
