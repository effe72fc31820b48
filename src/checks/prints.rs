//! Which figures the text prints, and among which words.

use super::Subject;
use crate::document::{self, BlockKind};
use crate::figures::Facts;
use crate::model::FigureId;
use std::collections::BTreeMap;
use std::ops::Range;

/// Where the figures of a document are printed.
pub(super) struct Prints {
    pub(super) words: String,
    pub(super) at: BTreeMap<FigureId, Vec<Range<usize>>>,
}

impl Prints {
    /// The words around every print of a figure: from the heading above it to the end of its block.
    pub(super) fn contexts(&self, id: FigureId) -> impl Iterator<Item = &str> {
        let ranges = self.at.get(&id).into_iter().flatten();
        ranges.filter_map(|range| self.words.get(range.clone()))
    }
}

/// Some figures of a report.
pub(super) struct FigureSet(Vec<bool>);

impl FigureSet {
    fn of_none(facts: &Facts) -> Self {
        Self(vec![false; facts.report.figures.len()])
    }

    /// Adds a figure; whether it is a new one.
    pub(super) fn insert(&mut self, id: FigureId) -> bool {
        let held = self.0.get_mut(id.0 as usize);
        held.is_some_and(|held| !std::mem::replace(held, true))
    }

    pub(super) fn contains(&self, id: FigureId) -> bool {
        self.0.get(id.0 as usize).is_some_and(|held| *held)
    }

    /// Whether all figures of the report are in it.
    pub(super) fn is_full(&self) -> bool {
        self.0.iter().all(|held| *held)
    }

    /// Its figures in the order of the report.
    pub(super) fn iter(&self) -> impl Iterator<Item = FigureId> {
        let all = self.0.iter().zip((0..).map(FigureId));
        all.filter_map(|(held, id)| held.then_some(id))
    }
}

impl Subject<'_> {
    /// The figures that the text prints.
    pub(super) fn printed(&self) -> FigureSet {
        let mut printed = FigureSet::of_none(self.facts);
        for figure in self.text.figures() {
            printed.insert(FigureId(figure.key.number));
        }
        printed
    }

    /// The figures that the text prints, with the words around them.
    pub(super) fn prints(&self) -> Prints {
        let (mut words, mut section) = (String::new(), 0);
        let mut at: BTreeMap<FigureId, Vec<Range<usize>>> = BTreeMap::new();
        for block in &self.document.blocks {
            if matches!(block.kind, BlockKind::Heading(_)) {
                section = words.len();
            }
            for part in document::parts(&block.kind) {
                words.push_str(&document::plain(part));
                words.push('\n');
            }
            for figure in document::figures(block) {
                let id = FigureId(figure.key.number);
                at.entry(id).or_default().push(section..words.len());
            }
        }
        Prints { words, at }
    }
}
