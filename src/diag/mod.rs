//! What the program has to say about its input: findings, each with a code, a place and a cure.
//!
//! This module knows nobody. A [`Diagnostic`] carries its wording in both languages, because the language is chosen
//! when it is printed, not where it is found. A [`Place`] is a byte range of a [`Source`]; lines and columns are
//! computed only for printing.

mod code;
pub mod render;
mod source;

pub use code::{CODES, Code, codes};
pub use source::{Location, Place, Source, SourceId, Sources};

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

/// All findings of one run, in the order they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Diagnostic>,
}

impl Findings {
    /// No findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of another run's.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(others);
    }

    /// The findings, errors first, otherwise in the order they were found; doubles are left out.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut out: Vec<&Diagnostic> = Vec::with_capacity(self.list.len());
        for d in &self.list {
            if !out.contains(&d) {
                out.push(d);
            }
        }
        out.sort_by_key(|d| d.severity);
        out
    }

    /// Whether the input cannot be read, so that nothing may be written.
    pub fn is_unreadable(&self) -> bool {
        self.list
            .iter()
            .any(|d| d.severity == Severity::Error && d.code.unreadable)
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The findings in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl FromIterator<Diagnostic> for Findings {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self {
            list: iter.into_iter().collect(),
        }
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
        .min_by(|a, b| a.cmp(b))
        .map(|(_, name)| name)
}
