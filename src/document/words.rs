//! The words of a document as plain texts that know where each stretch was typed: what checks and `trace` search.

use super::full_text::{FullText, Maker, Run, Stretch};
use super::numbers::typed_numbers;
use super::{Figure, Signs};
use crate::bytes::{place, places_in_line};
use crate::diag::{Place, Sources};
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of words of one block: a paragraph, a heading, the text behind a run-in heading, a table cell.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    /// The words without their styles; a forced line end is `\n`.
    pub text: &'t str,
    /// Its index among all runs of the document.
    pub index: usize,
    /// The index of the block.
    pub block: usize,
    full: &'t FullText<'t>,
    /// Where it begins in the full text.
    start: usize,
    signs: &'t [(usize, char)],
    held: Signs,
    numbers: Vec<Range<usize>>,
    stretches: &'t [Stretch<'t>],
    /// How many stretches stand before its own.
    stretches_before: usize,
}

impl<'t> Words<'t> {
    pub(super) fn new(full: &'t FullText<'t>, index: usize, run: &Run) -> Self {
        let stretches = full.stretches.get(run.stretches.clone());
        let mut words = Self {
            text: full.text.get(run.text.clone()).unwrap_or_default(),
            index,
            block: run.block,
            full,
            start: run.text.start,
            signs: full.signs.get(run.signs.clone()).unwrap_or_default(),
            held: run.held,
            numbers: Vec::new(),
            stretches: stretches.unwrap_or_default(),
            stretches_before: run.stretches.start,
        };
        words.numbers = typed_numbers(&words);
        words
    }

    /// The characters that are no common 汉字, with their offsets: marks, digits, Latin letters, blanks.
    pub fn signs(&self) -> impl Iterator<Item = (usize, char)> + use<'t> {
        self.signs.iter().copied()
    }

    /// The signs that stand right beside each other, two by two.
    pub fn touching_signs(&self) -> impl Iterator<Item = [(usize, char); 2]> + use<'t> {
        let pairs = self.signs.windows(2).filter_map(|pair| match pair {
            [one, other] => Some([*one, *other]),
            _ => None,
        });
        pairs.filter(|[(at, c), (next, _)]| at + c.len_utf8() == *next)
    }

    /// Whether one of some signs may be in the text; when not, none is.
    pub fn may_have(&self, signs: Signs) -> bool {
        self.held.may_meet(signs)
    }

    /// The numbers without a source: digits with the unit behind them, but for those of dates.
    pub fn typed_numbers(&self) -> impl Iterator<Item = Range<usize>> {
        self.numbers.iter().cloned()
    }

    /// Where a word stands in the text.
    pub fn places_of(&self, word: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        places_in_line(self.text, word)
    }

    /// The stretch that holds the byte at an offset, and its index among all.
    fn indexed(&self, at: usize) -> Option<(usize, &'t Stretch<'t>)> {
        let at = self.start + at;
        let next = self.stretches.partition_point(|s| s.start <= at);
        let index = next.checked_sub(1)?;
        let stretch = self.stretches.get(index).filter(|s| at < s.end)?;
        Some((self.stretches_before + index, stretch))
    }

    fn stretch(&self, at: usize) -> Option<&'t Stretch<'t>> {
        Some(self.indexed(at)?.1)
    }

    /// The figure that printed the byte at an offset of the text.
    pub fn figure(&self, at: usize) -> Option<&'t Figure> {
        match self.stretch(at)?.maker {
            Maker::Figure(figure) => Some(figure),
            Maker::Text | Maker::Code => None,
        }
    }

    /// The figures with the ranges of the text that they printed.
    pub fn figures(&self) -> impl Iterator<Item = (Range<usize>, &'t Figure)> {
        self.stretches.iter().filter_map(|s| match s.maker {
            Maker::Figure(figure) => Some((self.within(s), figure)),
            Maker::Text | Maker::Code => None,
        })
    }

    /// The range of a stretch in the text.
    fn within(&self, stretch: &Stretch<'_>) -> Range<usize> {
        stretch.start - self.start..stretch.end - self.start
    }

    /// Whether the byte at an offset stands in verbatim text, to which the rules of prose do not apply.
    pub fn is_code(&self, at: usize) -> bool {
        self.stretch(at).is_some_and(|s| s.maker == Maker::Code)
    }

    /// The `{{ }}` that printed the byte at an offset; `None` for wording typed where it stands.
    pub fn expression(&self, at: usize) -> Option<Place> {
        self.stretch(at)?.origin.expression
    }

    /// All that the `{{ }}` or the part of it that printed the byte at an offset has printed; `None` for typed wording
    /// and for figures.
    pub fn printed(&self, at: usize) -> Option<Range<usize>> {
        let stretch = self.stretch(at)?;
        let plain = stretch.maker == Maker::Text && stretch.origin.expression.is_some();
        plain.then(|| self.within(stretch))
    }

    /// Where a range of the text was typed: its very place in wording, the `{{ }}` for what was printed. The line when
    /// the wording is spelt otherwise there, as with an escaped sign; `None` for what nobody typed.
    pub fn place(&self, range: Range<usize>, sources: &Sources) -> Option<Place> {
        let (index, first) = self.indexed(range.start)?;
        if first.origin.expression.is_some() {
            return first.origin.expression;
        }
        let line = first.origin.line?;
        let Some(at) = self.typed_at(index, sources) else {
            let words = self.text.get(range).unwrap_or_default();
            return Some(search(line, words, sources));
        };
        let within = self.within(first);
        let start = at + (range.start - within.start);
        let last = range.end.checked_sub(1).and_then(|end| self.indexed(end));
        let end = last.and_then(|(index, last)| {
            match (last.origin.expression, self.typed_at(index, sources)) {
                (Some(tag), _) if tag.source == line.source => Some(tag.end as usize),
                (None, Some(at)) => Some(at + (range.end - self.within(last).start)),
                _ => None,
            }
        });
        let end = end.filter(|end| *end >= start);
        let end = end.unwrap_or(at + within.len());
        // A place lies in one line.
        Some(Place::new(line.source, start, end.min(line.end as usize)))
    }

    /// Where the first byte of a stretch stands in the source, when the source has the same bytes there. Few documents
    /// are asked, and of those few blocks.
    fn typed_at(&self, index: usize, sources: &Sources) -> Option<usize> {
        let block = self.full.blocks.get(self.block)?;
        let all = block.typed_at.get_or_init(|| {
            let stretches = self.full.stretches.get(block.range.clone());
            find(&self.full.text, stretches.unwrap_or_default(), sources)
        });
        all.get(index - block.range.start).copied().flatten()
    }
}

/// Where the stretches of typed wording of a block stand in their lines.
fn find(text: &str, stretches: &[Stretch<'_>], sources: &Sources) -> Vec<Option<usize>> {
    // How far each line has been read: the second 5% of a line is not the first.
    let mut read: BTreeMap<Place, usize> = BTreeMap::new();
    let mut find = |stretch: &Stretch<'_>| {
        let line = stretch.origin.line;
        let line = line.filter(|_| stretch.origin.expression.is_none())?;
        let text = text.get(stretch.start..stretch.end)?;
        let typed = sources.slice(line)?;
        let from = read.entry(line).or_default();
        let behind = typed
            .get(*from..)
            .and_then(|t| place(t, text))
            .map(|i| i + *from);
        // A line that is printed twice is read from its beginning again.
        let again = || place(typed, text).filter(|_| !text.trim().is_empty());
        let at = behind.or_else(again)?;
        *from = at + text.len();
        Some(line.start as usize + at)
    };
    stretches.iter().map(&mut find).collect()
}

/// The first place of some words in a line, or all of the line but its indentation.
fn search(line: Place, words: &str, sources: &Sources) -> Place {
    let typed = sources.slice(line).unwrap_or_default();
    let start = line.start as usize;
    match typed.find(words).filter(|_| !words.is_empty()) {
        Some(at) => Place::new(line.source, start + at, start + at + words.len()),
        None => {
            let indent = typed.len() - typed.trim_start().len();
            Place::new(line.source, start + indent, line.end as usize)
        }
    }
}
