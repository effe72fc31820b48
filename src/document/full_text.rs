//! All words of a document in one text: what is looked for in the whole document is searched for once.

use super::letters::{Letters, Signs};
use super::plain::each_part;
use super::{BlockKind, Document, Figure, Inline, Origin, Words};
use crate::bytes::places;
use std::cell::OnceCell;
use std::ops::Range;

/// What a block mostly has at most: bytes, stretches, and characters that are no common 汉字.
const USUAL: (usize, usize, usize) = (512, 8, 64);

/// What made a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Maker<'d> {
    Text,
    Code,
    Figure(&'d Figure),
}

/// A stretch of one origin.
#[derive(Debug, Clone)]
pub(super) struct Stretch<'d> {
    /// Where it begins and ends in the full text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) origin: Origin,
    pub(super) maker: Maker<'d>,
}

/// A run of words: ranges of the full text, of its signs and of its stretches.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The index of the block.
    pub(super) block: usize,
    pub(super) text: Range<usize>,
    pub(super) signs: Range<usize>,
    pub(super) stretches: Range<usize>,
    /// The signs together.
    pub(super) held: Signs,
}

/// The stretches of a block, and where each was typed, once somebody has asked.
#[derive(Debug, Clone, Default)]
pub(super) struct BlockStretches {
    pub(super) range: Range<usize>,
    pub(super) typed_at: OnceCell<Vec<Option<usize>>>,
}

/// All words of a document, and what is known about them.
#[derive(Debug, Clone)]
pub struct FullText<'d> {
    /// The runs of words in reading order, a line end behind each.
    pub(super) text: String,
    pub(super) stretches: Vec<Stretch<'d>>,
    /// One for each block of the document.
    pub(super) blocks: Vec<BlockStretches>,
    /// The characters that are no common 汉字, with their offsets in their runs.
    pub(super) signs: Vec<(usize, char)>,
    runs: Vec<Run>,
    letters: Letters,
}

impl<'d> FullText<'d> {
    /// The words of a document.
    pub fn of(document: &'d Document) -> Self {
        let count = document.blocks.len();
        let mut all = Self {
            text: String::with_capacity(USUAL.0 * count),
            stretches: Vec::with_capacity(USUAL.1 * count),
            blocks: Vec::with_capacity(count),
            signs: Vec::with_capacity(USUAL.2 * count),
            runs: Vec::with_capacity(count),
            letters: Letters::none(),
        };
        for (index, block) in document.blocks.iter().enumerate() {
            let first = all.stretches.len();
            each_part(&block.kind, |content| {
                all.run(index, |all| all.add(content));
            });
            if let BlockKind::Code { text } = &block.kind {
                all.run(index, |all| all.push(text, block.source, Maker::Code));
            }
            all.blocks.push(BlockStretches {
                range: first..all.stretches.len(),
                typed_at: OnceCell::new(),
            });
        }
        all
    }

    /// Adds a run of words of a block; `add` adds what it holds.
    fn run(&mut self, block: usize, add: impl FnOnce(&mut Self)) {
        let begin = (self.text.len(), self.signs.len(), self.stretches.len());
        add(self);
        let text = begin.0..self.text.len();
        let added = self.text.get(text.clone()).unwrap_or_default();
        let held = self.letters.add(added, &mut self.signs);
        self.runs.push(Run {
            block,
            text,
            signs: begin.1..self.signs.len(),
            stretches: begin.2..self.stretches.len(),
            held,
        });
        self.text.push('\n');
    }

    fn add(&mut self, content: &'d [Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, origin } => self.push(text, *origin, Maker::Text),
                Inline::Code { text, origin } => self.push(text, *origin, Maker::Code),
                Inline::Figure(figure) => {
                    self.push(&figure.text, figure.origin, Maker::Figure(figure));
                }
                Inline::Strong(content)
                | Inline::Emphasis(content)
                | Inline::Link { content, .. } => self.add(content),
                Inline::Break => self.text.push('\n'),
            }
        }
    }

    fn push(&mut self, text: &str, origin: Origin, maker: Maker<'d>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.stretches.push(Stretch {
            start,
            end: self.text.len(),
            origin,
            maker,
        });
    }

    /// All runs of words in reading order.
    pub fn words(&self) -> Vec<Words<'_>> {
        let runs = self.runs.iter().enumerate();
        runs.map(|(index, run)| Words::new(self, index, run))
            .collect()
    }

    /// The figures that are printed, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = &'d Figure> {
        let stretches = self.stretches.iter();
        stretches.filter_map(|stretch| match stretch.maker {
            Maker::Figure(figure) => Some(figure),
            Maker::Text | Maker::Code => None,
        })
    }

    /// All characters of the words together: what is not among them needs no search.
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// Shows where a word stands: which run of words says it, and at which offset. A line end is in no word.
    pub fn each_place(&self, word: &str, mut show: impl FnMut(usize, usize)) {
        if !self.letters.may_say(word) {
            return;
        }
        for at in places(&self.text, word) {
            let index = self.runs.partition_point(|run| run.text.end <= at);
            if let Some(run) = self.runs.get(index) {
                show(index, at - run.text.start);
            }
        }
    }
}
