//! The names that templates may use, and what the engine calls them.

use super::dialect;
use super::slots::{Override, SlotKind};
use crate::diag::nearest;
use crate::model::{FigureId, Genre, Part, Report};
use std::collections::BTreeMap;

/// A name's meaning outside all loops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field or helper, by the engine's name.
    Field(String),
    /// A section: `for` runs over its items.
    Section(String),
}

/// The names of one report and genre.
pub(super) struct Names<'a> {
    report: &'a Report,
    top: BTreeMap<String, Meaning>,
    /// The paths of the figures, in order.
    figures: Vec<(&'a str, FigureId)>,
    /// Whether some figure belongs to an item.
    is_nested: bool,
    /// Name or alias of each part that can be included, and its number.
    pub parts: BTreeMap<String, usize>,
    /// What fills phrases and blocks, by the name of the place; the last of two of one name.
    pub overrides: BTreeMap<(SlotKind, String), usize>,
}

impl<'a> Names<'a> {
    pub(super) fn new(report: &'a Report, genre: &Genre, parts: &[Part]) -> Self {
        let mut top = BTreeMap::new();
        for key in dialect::fields() {
            let is_section = dialect::SECTIONS.iter().any(|s| s.en == key.en);
            let name = key.en.to_owned();
            let meaning = if is_section {
                Meaning::Section(name)
            } else {
                Meaning::Field(name)
            };
            top.insert(key.en.to_owned(), meaning.clone());
            top.insert(key.zh.to_owned(), meaning);
        }
        for field in &genre.fields {
            let meaning = Meaning::Field(engine_name(&field.en));
            top.insert(field.en.clone(), meaning.clone());
            top.insert(field.zh.clone(), meaning);
        }
        let figures = report.figures.iter().zip(0..);
        let figures = figures.map(|(f, i)| (f.key.as_str(), FigureId(i)));
        let mut figures: Vec<(&str, FigureId)> = figures.collect();
        figures.sort_unstable();
        Self {
            report,
            top,
            is_nested: figures.iter().any(|(key, _)| key.contains('.')),
            figures,
            parts: part_numbers(parts),
            overrides: BTreeMap::new(),
        }
    }

    /// The same names, with what fills phrases and blocks.
    pub(super) fn filled_by(mut self, overrides: &[Override<'_>]) -> Self {
        let numbered = overrides.iter().enumerate();
        self.overrides = numbered
            .map(|(i, o)| ((o.kind, o.name.clone()), i))
            .collect();
        self
    }

    /// No names at all, for texts without tags.
    pub(super) fn none(report: &'a Report) -> Self {
        Self {
            report,
            top: BTreeMap::new(),
            figures: Vec::new(),
            is_nested: false,
            parts: BTreeMap::new(),
            overrides: BTreeMap::new(),
        }
    }

    pub(super) fn top(&self, typed: &str) -> Option<&Meaning> {
        self.top.get(typed)
    }

    /// The figure that a name or dotted path means in a scope.
    pub(super) fn figure(&self, scope: &str, name: &str) -> Option<FigureId> {
        let mut scope = Some(scope).filter(|s| self.is_nested && !s.is_empty());
        while let Some(inner) = scope {
            if let Some(id) = self.known(&format!("{inner}.{name}")) {
                return Some(id);
            }
            scope = inner.rfind('.').map(|dot| &inner[..dot]);
        }
        self.known(name)
    }

    /// The figure of a whole path; of two with one path the last one.
    fn known(&self, path: &str) -> Option<FigureId> {
        let behind = self.figures.partition_point(|(key, _)| *key <= path);
        let (key, id) = self.figures.get(behind.checked_sub(1)?)?;
        (*key == path).then_some(*id)
    }

    /// Whether some figure's path begins with these names.
    pub(super) fn begins_a_figure(&self, path: &str) -> bool {
        let prefix = format!("{path}.");
        let first = self
            .figures
            .partition_point(|(key, _)| *key < prefix.as_str());
        let found = self.figures.get(first);
        found.is_some_and(|(key, _)| key.starts_with(&prefix))
    }

    /// The known name nearest to a misspelt one; figures of items by their short names.
    pub(super) fn nearest(&self, typed: &str, locals: &[String]) -> Option<String> {
        let short = self.report.figures.iter().map(|f| f.name.as_str());
        let known = self
            .top
            .keys()
            .map(String::as_str)
            .chain(self.figures.iter().map(|(key, _)| *key))
            .chain(short);
        nearest(typed, known.chain(locals.iter().map(String::as_str))).map(ToOwned::to_owned)
    }

    /// Whether there is a table of figures of that name.
    pub(super) fn has_table(&self, name: &str) -> bool {
        self.report.tables.iter().any(|t| t.name.value == name)
    }

    /// The name of a table of figures nearest to a misspelt one.
    pub(super) fn nearest_table(&self, typed: &str) -> Option<&'a str> {
        nearest(
            typed,
            self.report.tables.iter().map(|t| t.name.value.as_str()),
        )
    }

    /// Items in which a short name is a figure, for a name used outside of them.
    pub(super) fn owners(&self, name: &str) -> Vec<&'a str> {
        let named = self
            .report
            .figures
            .iter()
            .filter(|f| f.name == name && f.key != name);
        named.map(|f| f.key.as_str()).take(3).collect()
    }
}

/// The number of each part by all its names; the first of two with one name.
fn part_numbers(parts: &[Part]) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        for name in part.aliases.iter().chain([&part.name]) {
            out.entry(name.clone()).or_insert(number);
        }
    }
    out
}

/// What the names begin with that the engine has for those it cannot read.
const MADE: &str = "z_";

/// The ASCII name under which the engine knows a user's name: the same for the same name, different for different ones.
pub(super) fn engine_name(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    let codes: Vec<String> = name
        .chars()
        .map(|c| format!("{:x}", u32::from(c)))
        .collect();
    format!("{MADE}{}", codes.join("_"))
}

/// Whether a name may be one that [`engine_name`] made of another.
pub(super) fn is_made(name: &str) -> bool {
    name.starts_with(MADE)
}

/// The engine's name of a name bound in a template, apart from all fields.
pub(super) fn local_name(name: &str) -> String {
    format!("l_{}", engine_name(name))
}
