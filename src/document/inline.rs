//! Collecting the inlines of one block: text split where its origin changes, printed data put back in.

use super::marks::{FLANK, HOLE};
use super::strip::{Clean, Piece, RawOrigin};
use super::{Figure, Inline, Key, Origin};
use crate::diag::{Place, SourceId, Sources, Text};
use std::ops::Range;

/// What is needed to read the numbers in marks.
pub struct Reading<'a> {
    /// The texts that lines and expressions lie in.
    pub sources: &'a Sources,
    /// What the id of a printed figure means.
    pub figure: &'a (dyn Fn(u32) -> Printed + Sync),
}

/// What stands behind the id of a printed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// A figure, and whether it is provisional.
    Figure(Key, bool),
    /// It could not be printed, and why.
    Failure(Text),
}

impl Reading<'_> {
    pub(super) fn origin(&self, raw: RawOrigin) -> Origin {
        let id = SourceId(raw.source);
        let line = (raw.line > 0)
            .then(|| self.sources.get(id))
            .flatten()
            .map(|source| {
                let range = source.line_range(raw.line as usize);
                Place::new(id, range.start, range.end)
            });
        let expression = raw.expression.map(|(source, start, length)| {
            Place::new(
                SourceId(source),
                start as usize,
                start as usize + length as usize,
            )
        });
        Origin { line, expression }
    }
}

/// Which container inlines are being collected into.
pub(super) enum Wrap {
    Block,
    Strong,
    Emphasis,
    Link(String),
}

/// What the Markdown of a block ends with, as it was typed: no printed data, nothing behind a backslash.
#[derive(Default)]
struct TypedEnd {
    text: String,
    /// The byte of the Markdown behind it.
    end: usize,
}

/// The inlines of the block being read.
pub(super) struct Collector<'a> {
    clean: &'a Clean,
    reading: &'a Reading<'a>,
    stack: Vec<(Wrap, Vec<Inline>)>,
    /// Index of the next region that has not been put back.
    next_region: usize,
    /// A line end of the Markdown, waiting to know what follows it.
    soft_break: Option<Origin>,
    typed_end: TypedEnd,
    last: Option<char>,
    spaced: bool,
    /// What could not be printed, and where.
    pub(super) failures: Vec<(Text, Origin)>,
}

impl<'a> Collector<'a> {
    /// `spaced`: whether the language parts words by blanks, so that a line end in the Markdown is one. `start`: where
    /// the first block begins.
    pub(super) fn new(
        clean: &'a Clean,
        reading: &'a Reading<'a>,
        (spaced, start): (bool, usize),
    ) -> Self {
        Self {
            clean,
            reading,
            stack: vec![(Wrap::Block, Vec::new())],
            next_region: clean.regions.partition_point(|region| region.0 < start),
            soft_break: None,
            typed_end: TypedEnd::default(),
            last: None,
            spaced,
            failures: Vec::new(),
        }
    }

    pub(super) fn begin(&mut self, wrap: Wrap) {
        self.stack.push((wrap, Vec::new()));
    }

    /// Ends the innermost container; for a link, its target with printed data put in.
    pub(super) fn end(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let Some((wrap, content)) = self.stack.pop() else {
            return;
        };
        let inline = match wrap {
            Wrap::Strong => Inline::Strong(content),
            Wrap::Emphasis => Inline::Emphasis(content),
            Wrap::Link(target) => Inline::Link {
                target: self.fill(&target),
                content,
            },
            Wrap::Block => return,
        };
        if !matches!(&inline, Inline::Strong(c) | Inline::Emphasis(c) if c.is_empty()) {
            self.push(inline);
        }
    }

    /// What the block being read ends with, as far as it was typed as Markdown in one piece.
    pub(super) fn take_typed_end(&mut self) -> String {
        std::mem::take(&mut self.typed_end).text
    }

    /// All inlines of the block, for a new one to begin.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        while self.stack.len() > 1 {
            self.end();
        }
        self.soft_break = None;
        self.last = None;
        let Some((_, inlines)) = self.stack.first_mut() else {
            return Vec::new();
        };
        merge(inlines);
        #[expect(
            clippy::drain_collect,
            reason = "what is kept takes just the room it needs, and the list to be filled keeps its own"
        )]
        inlines.drain(..).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.stack.len() == 1 && self.stack.iter().all(|s| s.1.is_empty())
    }

    pub(super) fn line_end(&mut self, range: &Range<usize>) {
        self.soft_break = Some(self.reading.origin(self.clean.origin_at(range.start)));
    }

    pub(super) fn hard_break(&mut self) {
        self.soft_break = None;
        self.last = None;
        self.push(Inline::Break);
    }

    /// Text of the Markdown: split where the origin changes, with data put back.
    pub(super) fn text(&mut self, text: &str, range: &Range<usize>, code: bool) {
        // When the parser changed the text (an entity, an escape) its bytes have no offsets of their own.
        let verbatim = self.clean.markdown.get(range.clone()) == Some(text);
        self.note_end(text, range, verbatim && !code);
        let mut i = 0;
        while i < text.len() {
            let offset = if verbatim {
                range.start + i
            } else {
                range.start
            };
            let k = self.clean.origin_index(offset);
            let stop = match self.clean.origins.get(k) {
                Some(next) if verbatim => (next.0 - range.start).min(text.len()),
                _ => text.len(),
            };
            let end = text[i..stop].find([HOLE, FLANK]).map_or(stop, |at| i + at);
            if end > i {
                let origin = self.reading.origin(self.clean.origin_at(offset));
                self.piece(&text[i..end], origin, code);
                i = end;
            } else if text[i..].starts_with(HOLE) {
                self.region(offset);
                i += HOLE.len_utf8();
            } else {
                i += FLANK.len_utf8();
            }
        }
    }

    /// Remembers what a text of the Markdown ends with.
    fn note_end(&mut self, text: &str, range: &Range<usize>, verbatim: bool) {
        let markdown = &self.clean.markdown;
        let goes_on = range.start == self.typed_end.end;
        let is_escaped = !goes_on
            && markdown
                .get(..range.start)
                .is_some_and(|m| m.ends_with('\\'));
        let typed = text.rsplit(HOLE).next().unwrap_or_default();
        let end = &mut self.typed_end.text;
        if !goes_on || typed.len() < text.len() {
            end.clear();
        }
        end.push_str(match typed.chars().next() {
            _ if !verbatim => "",
            Some(first) if is_escaped && typed.len() == text.len() => &typed[first.len_utf8()..],
            _ => typed,
        });
        self.typed_end.end = range.end;
    }

    fn piece(&mut self, text: &str, origin: Origin, code: bool) {
        self.settle(text.chars().next());
        self.last = text.chars().next_back();
        let text = text.to_owned();
        self.push(if code {
            Inline::Code { text, origin }
        } else {
            Inline::Text { text, origin }
        });
    }

    /// The next region at or behind an offset.
    fn next_pieces(&mut self, offset: usize) -> Option<(RawOrigin, &'a [Piece])> {
        let regions = &self.clean.regions;
        while regions.get(self.next_region).is_some_and(|r| r.0 < offset) {
            self.next_region += 1;
        }
        let (at, pieces) = regions.get(self.next_region)?;
        self.next_region += 1;
        Some((self.clean.origin_at(*at), pieces))
    }

    fn region(&mut self, offset: usize) {
        let Some((raw, pieces)) = self.next_pieces(offset) else {
            return;
        };
        let origin = self.reading.origin(raw);
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.piece(text, origin, false),
                Piece::Break => self.hard_break(),
                Piece::Figure { id, text } => self.figure(*id, text, origin),
            }
        }
    }

    fn figure(&mut self, id: u32, text: &str, origin: Origin) {
        let (key, provisional) = match (self.reading.figure)(id) {
            Printed::Figure(key, provisional) => (key, provisional),
            Printed::Failure(reason) => {
                self.failures.push((reason, origin));
                return self.piece(text, origin, false);
            }
        };
        self.settle(text.chars().next());
        self.last = text.chars().next_back();
        self.push(Inline::Figure(Figure {
            key,
            text: text.to_owned(),
            provisional,
            origin,
        }));
    }

    /// Decides what a line end of the Markdown becomes, now that it is known what follows: nothing between Chinese
    /// characters, one blank between words.
    fn settle(&mut self, next: Option<char>) {
        let Some(origin) = self.soft_break.take() else {
            return;
        };
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
        if self.spaced || (letter(self.last) && letter(next)) {
            self.push(Inline::Text {
                text: " ".to_owned(),
                origin,
            });
        }
    }

    fn push(&mut self, inline: Inline) {
        if let Some((_, inlines)) = self.stack.last_mut() {
            inlines.push(inline);
        }
    }

    fn fill(&mut self, target: &str) -> String {
        let mut out = String::with_capacity(target.len());
        for c in target.chars() {
            match c {
                HOLE => self
                    .next_pieces(0)
                    .map(|r| r.1)
                    .unwrap_or_default()
                    .iter()
                    .for_each(|p| p.push_text(&mut out)),
                FLANK => {}
                c => out.push(c),
            }
        }
        out
    }
}

/// Joins neighbouring texts of one origin (the parser splits at escapes and entities).
fn merge(inlines: &mut Vec<Inline>) {
    for inline in inlines.iter_mut() {
        match inline {
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                merge(content);
            }
            Inline::Text { .. } | Inline::Code { .. } | Inline::Figure(_) | Inline::Break => {}
        }
    }
    inlines.dedup_by(|next, last| match (last, next) {
        (
            Inline::Text { text, origin },
            Inline::Text {
                text: more,
                origin: next,
            },
        ) if origin == next => {
            text.push_str(more);
            true
        }
        _ => false,
    });
}
