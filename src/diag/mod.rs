//! What the program has to say about its input: findings, each with a code, a place and a cure.
//!
//! This module knows only how texts are read. A [`Diagnostic`] carries its wording in both languages, because the
//! language is chosen when it is printed, not where it is found. A [`Place`] is a byte range of a [`Source`]; lines and
//! columns are computed only for printing.

mod code;
mod findings;
mod pages;
pub mod render;
mod source;

use crate::language::Language;
pub use code::{CODES, Code, codes};
pub use findings::Findings;
pub use pages::{Page, pages};
pub use source::{Location, Place, SETTING, Source, SourceId, Sources, column_letters};

/// How grave a finding is; errors sort first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document is wrong, or cannot be made at all.
    Error,
    /// Probably wrong; a person has to look.
    Warning,
    /// Worth knowing; nothing has to be done.
    Note,
}

/// One sentence for people, in both languages: lower case, no full stop, what was found first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The Chinese wording.
    pub zh: String,
    /// The English wording.
    pub en: String,
}

impl Text {
    /// The wording in a language.
    pub fn of(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }

    /// A sentence from its two wordings.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// One finding about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which fault this is.
    pub code: &'static Code,
    /// How grave it is.
    pub severity: Severity,
    /// What was found; makes sense alone, in one line, in a batch of 200.
    pub message: Text,
    /// The cure: what to type instead.
    pub hint: Option<Text>,
    /// Where; `None` for what has no place in a file.
    pub place: Option<Place>,
    /// Other places that belong to it (the first of two duplicate keys), each with its caption.
    pub related: Vec<(Place, Text)>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static Code, place: impl Into<Option<Place>>, message: Text) -> Self {
        Self::new(code, Severity::Error, place.into(), message)
    }

    /// A warning at a place.
    pub fn warning(code: &'static Code, place: impl Into<Option<Place>>, message: Text) -> Self {
        Self::new(code, Severity::Warning, place.into(), message)
    }

    /// A note at a place.
    pub fn note(code: &'static Code, place: impl Into<Option<Place>>, message: Text) -> Self {
        Self::new(code, Severity::Note, place.into(), message)
    }

    fn new(code: &'static Code, severity: Severity, place: Option<Place>, message: Text) -> Self {
        Self {
            code,
            severity,
            message,
            hint: None,
            place,
            related: Vec::new(),
        }
    }

    /// The same finding with a cure.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same finding with one more place.
    #[must_use]
    pub fn also(mut self, place: Place, caption: Text) -> Self {
        self.related.push((place, caption));
        self
    }
}

/// The known name nearest to a misspelt one, if any is near enough to be meant.
///
/// `None` when nothing is nearer than half the letters of `typed`.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = typed.chars().count().max(2) / 2;
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(typed, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, name)| (*distance, !looks_like(typed, name), *name))
        .map(|(_, name)| name)
}

/// Characters that are taken for one another, each group apart.
const ALIKE: [&str; 10] = [
    "间问",
    "人入八",
    "己已巳",
    "未末",
    "土士",
    "日曰目",
    "千干",
    "天夫",
    "成戍",
    "贷货",
];

/// Whether two words differ only in characters that look alike.
fn looks_like(typed: &str, name: &str) -> bool {
    let is_alike = |(a, b): (char, char)| {
        a == b
            || ALIKE
                .iter()
                .any(|group| group.contains(a) && group.contains(b))
    };
    typed.chars().count() == name.chars().count() && typed.chars().zip(name.chars()).all(is_alike)
}
