//! Findings as people and programs read them.

pub mod json;
pub mod text;

use super::{Severity, Text};

/// The language messages are printed in; the document's may be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 中文
    Chinese,
    /// English
    English,
}

impl Language {
    /// The wording of a text in this language.
    pub fn of(self, text: &Text) -> &str {
        self.pick(&text.zh, &text.en)
    }

    /// One of two wordings.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }

    /// What a severity is called.
    fn severity(self, severity: Severity) -> &'static str {
        match (severity, self) {
            (Severity::Error, Self::Chinese) => "错误",
            (Severity::Warning, Self::Chinese) => "警告",
            (Severity::Note, Self::Chinese) => "提示",
            (_, Self::English) => id(severity),
        }
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
