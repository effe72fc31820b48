//! Which figures the text prints, and among which words.

use super::Subject;
use crate::document::{self, BlockKind, Words};
use crate::model::FigureId;
use std::collections::{BTreeMap, BTreeSet};
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

impl Subject<'_> {
    /// The figures that the text prints.
    pub(super) fn printed(&self) -> BTreeSet<FigureId> {
        let figures = self.words.iter().flat_map(Words::figures);
        figures
            .map(|(_, figure)| FigureId(figure.key.number))
            .collect()
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
