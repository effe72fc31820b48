//! The words of a document as plain texts that know where each stretch was typed: what checks and `trace` search.

use super::numbers::typed_numbers;
use super::{Block, BlockKind, Document, Figure, Inline, Letters, Origin, parts};
use crate::bytes::{place, places};
use crate::diag::{Place, Sources};
use std::collections::BTreeMap;
use std::ops::Range;

/// What made a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Maker<'d> {
    Text,
    Code,
    Figure(&'d Figure),
}

/// A stretch of one origin.
#[derive(Debug, Clone)]
struct Stretch<'d> {
    start: usize,
    end: usize,
    origin: Origin,
    maker: Maker<'d>,
    /// Where its first byte stands in the source, when the source has the same bytes there.
    at: Option<usize>,
}

/// A run of words of one block: a paragraph, a heading, the text behind a run-in heading, a table cell.
#[derive(Debug, Clone)]
pub struct Words<'d> {
    /// The words without their styles; a forced line end is `\n`.
    pub text: String,
    /// The index of the block.
    pub block: usize,
    letters: Letters,
    signs: Vec<(usize, char)>,
    numbers: Vec<Range<usize>>,
    stretches: Vec<Stretch<'d>>,
}

/// The characters of all words together.
pub fn letters(words: &[Words<'_>]) -> Letters {
    let mut all = Letters::none();
    words.iter().for_each(|words| all.add(&words.letters));
    all
}

/// All runs of words of a document in reading order.
pub fn words<'d>(document: &'d Document, sources: &Sources) -> Vec<Words<'d>> {
    let blocks = document.blocks.iter().enumerate();
    blocks
        .flat_map(|(index, block)| in_block(index, block, sources))
        .collect()
}

fn in_block<'d>(index: usize, block: &'d Block, sources: &Sources) -> Vec<Words<'d>> {
    let mut out: Vec<Words<'d>> = Vec::new();
    for content in parts(&block.kind) {
        let mut words = Words::of(index);
        words.add(content);
        out.push(words);
    }
    if let BlockKind::Code { text } = &block.kind {
        let mut words = Words::of(index);
        words.push(text, block.source, Maker::Code);
        out.push(words);
    }
    // How far each line has been read: the second 5% of a line is not the first.
    let mut read = BTreeMap::new();
    for words in &mut out {
        words.find_in(sources, &mut read);
        words.letters = Letters::in_text(&words.text, &mut words.signs);
        words.numbers = typed_numbers(words);
    }
    out
}

impl<'d> Words<'d> {
    fn of(block: usize) -> Self {
        Self {
            text: String::new(),
            block,
            letters: Letters::none(),
            signs: Vec::new(),
            numbers: Vec::new(),
            stretches: Vec::new(),
        }
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
            at: None,
        });
    }

    /// Finds where the stretches of typed wording stand in their lines.
    fn find_in(&mut self, sources: &Sources, read: &mut BTreeMap<Place, usize>) {
        for stretch in &mut self.stretches {
            let (Some(line), None) = (stretch.origin.line, stretch.origin.expression) else {
                continue;
            };
            let text = self.text.get(stretch.start..stretch.end);
            let (Some(text), Some(typed)) = (text, sources.slice(line)) else {
                continue;
            };
            let from = read.entry(line).or_default();
            let behind = typed
                .get(*from..)
                .and_then(|t| place(t, text))
                .map(|i| i + *from);
            // A line that is printed twice is read from its beginning again.
            let again = || place(typed, text).filter(|_| !text.trim().is_empty());
            if let Some(at) = behind.or_else(again) {
                *from = at + text.len();
                stretch.at = Some(line.start as usize + at);
            }
        }
    }

    /// The characters that are no common 汉字, with their offsets: marks, digits, Latin letters, blanks.
    pub fn signs(&self) -> impl Iterator<Item = (usize, char)> {
        self.signs.iter().copied()
    }

    /// The numbers without a source: digits with the unit behind them, but for those of dates.
    pub fn typed_numbers(&self) -> impl Iterator<Item = Range<usize>> {
        self.numbers.iter().cloned()
    }

    /// Whether one of some characters may be in the text; when not, none is.
    pub fn may_hold(&self, letters: &[char]) -> bool {
        self.letters.may_hold_any(letters)
    }

    /// Whether a word may be in the text; when not, it is not.
    pub fn may_say(&self, word: &str) -> bool {
        self.letters.may_say(word)
    }

    /// Where a word stands in the text.
    pub fn places_of(&self, word: &str) -> Vec<usize> {
        if !self.may_say(word) {
            return Vec::new();
        }
        places(&self.text, word).collect()
    }

    fn stretch(&self, at: usize) -> Option<&Stretch<'d>> {
        let next = self.stretches.partition_point(|s| s.start <= at);
        let stretch = self.stretches.get(next.checked_sub(1)?)?;
        Some(stretch).filter(|s| at < s.end)
    }

    /// The figure that printed the byte at an offset of the text.
    pub fn figure(&self, at: usize) -> Option<&'d Figure> {
        match self.stretch(at)?.maker {
            Maker::Figure(figure) => Some(figure),
            Maker::Text | Maker::Code => None,
        }
    }

    /// The figures with the ranges of the text that they printed.
    pub fn figures(&self) -> impl Iterator<Item = (Range<usize>, &'d Figure)> {
        self.stretches.iter().filter_map(|s| match s.maker {
            Maker::Figure(figure) => Some((s.start..s.end, figure)),
            Maker::Text | Maker::Code => None,
        })
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
        plain.then_some(stretch.start..stretch.end)
    }

    /// Where a range of the text was typed: its very place in wording, the `{{ }}` for what was printed. The line when
    /// the wording is spelt otherwise there, as with an escaped sign; `None` for what nobody typed.
    pub fn place(&self, range: Range<usize>, sources: &Sources) -> Option<Place> {
        let first = self.stretch(range.start)?;
        if first.origin.expression.is_some() {
            return first.origin.expression;
        }
        let line = first.origin.line?;
        let Some(at) = first.at else {
            return Some(search(
                line,
                self.text.get(range).unwrap_or_default(),
                sources,
            ));
        };
        let start = at + (range.start - first.start);
        let last = range.end.checked_sub(1).and_then(|end| self.stretch(end));
        let end = last.and_then(|last| match (last.origin.expression, last.at) {
            (Some(tag), _) if tag.source == line.source => Some(tag.end as usize),
            (None, Some(at)) => Some(at + (range.end - last.start)),
            _ => None,
        });
        let end = end.filter(|end| *end >= start);
        let end = end.unwrap_or(at + (first.end - first.start));
        // A place lies in one line.
        Some(Place::new(line.source, start, end.min(line.end as usize)))
    }
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
