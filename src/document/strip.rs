//! One pass that turns rendered text with marks into clean Markdown and tables by byte offset.
//!
//! The Markdown parser never sees a mark, so marks cannot disturb it. Printed data is one letter-like character to the
//! parser and is put back in the tree, so data cannot act as Markdown.

use super::flank;
use super::marks::{
    BYTES, EXPRESSION, EXPRESSION_END, FIGURE, FIGURE_END, HOLE, LINE, OPAQUE, OPAQUE_END, is_glue,
    is_mark, number, skip_numbers,
};
use crate::bytes::first_where;

/// Where a stretch of clean text came from, in numbers: source, line, and the expression's start and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct RawOrigin {
    pub source: u32,
    /// From 1; 0 when nothing is known.
    pub line: u32,
    pub expression: Option<(u32, u32, u32)>,
}

/// A piece of printed data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Figure { id: u32, text: String },
    Break,
}

impl Piece {
    /// Appends what people see of it.
    pub(super) fn push_text(&self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Figure { text, .. } => out.push_str(text),
            Self::Break => {}
        }
    }
}

/// Clean Markdown and what was known of it.
#[derive(Debug, Default)]
pub(super) struct Clean {
    pub(super) markdown: String,
    /// Offset in the Markdown from which an origin holds; ascending.
    pub(super) origins: Vec<(usize, RawOrigin)>,
    /// The data behind each HOLE, in order.
    pub(super) regions: Vec<(usize, Vec<Piece>)>,
    /// Origins at which marks were cut apart, so that something is lost.
    pub(super) faults: Vec<RawOrigin>,
}

impl Clean {
    pub(super) fn origin_index(&self, offset: usize) -> usize {
        self.origins.partition_point(|o| o.0 <= offset)
    }

    pub(super) fn origin_at(&self, offset: usize) -> RawOrigin {
        self.origin_index(offset)
            .checked_sub(1)
            .and_then(|i| self.origins.get(i))
            .map_or_else(Default::default, |o| o.1)
    }
}

/// How line ends inside an expression are written.
enum Context {
    /// In a heading or table row: a line end must not end it.
    OneLine,
    /// The blanks and markers that keep a further line inside the same item or quotation.
    Indent(String),
}

struct Open {
    start: usize,
    outer: RawOrigin,
    context: Context,
}

struct Stripper<'a> {
    chars: std::str::Chars<'a>,
    clean: Clean,
    current: RawOrigin,
    open: Vec<Open>,
}

pub(super) fn strip(marked: &str) -> Clean {
    let clean = Clean {
        markdown: String::with_capacity(marked.len()),
        ..Clean::default()
    };
    let mut s = Stripper {
        chars: marked.chars(),
        clean,
        current: RawOrigin::default(),
        open: Vec::new(),
    };
    loop {
        let plain = s.plain_run(|c| c == '\n');
        s.clean.markdown.push_str(plain);
        let Some(c) = s.chars.next() else { break };
        s.take(c);
    }
    if !s.open.is_empty() {
        s.clean.faults.push(s.current);
    }
    flank::cure(&mut s.clean);
    s.clean
}

impl<'a> Stripper<'a> {
    /// Takes what comes before the next mark or other character that has a meaning.
    fn plain_run(&mut self, has_meaning: impl Fn(char) -> bool) -> &'a str {
        let rest = self.chars.as_str();
        // All of those begin like this, and hardly anything else does.
        let may_begin =
            |b: u8, next: u8| (b == b'\n') | (b == b'\r') | ((b == BYTES[0]) & (next == BYTES[1]));
        let mut end = 0;
        loop {
            let found = first_where(&rest[end..], may_begin);
            end = found.map_or(rest.len(), |at| end + at);
            match rest[end..].chars().next() {
                Some(c) if !is_mark(c) && !has_meaning(c) => end += c.len_utf8(),
                _ => break,
            }
        }
        let (plain, rest) = rest.split_at(end);
        self.chars = rest.chars();
        plain
    }

    fn take(&mut self, c: char) {
        match c {
            LINE => {
                let (source, line) = (number(&mut self.chars), number(&mut self.chars));
                self.set_origin(RawOrigin {
                    source,
                    line,
                    expression: None,
                });
            }
            EXPRESSION => self.begin_expression(),
            EXPRESSION_END => self.end_expression(),
            OPAQUE | FIGURE => self.region(c),
            '\n' => self.line_end(),
            c if is_glue(c) => {}
            _ => self.clean.faults.push(self.current),
        }
    }

    fn set_origin(&mut self, origin: RawOrigin) {
        self.current = origin;
        self.clean.origins.push((self.clean.markdown.len(), origin));
    }

    fn begin_expression(&mut self) {
        let (source, start, length) = (
            number(&mut self.chars),
            number(&mut self.chars),
            number(&mut self.chars),
        );
        let text = &self.clean.markdown;
        let line = text
            .rfind('\n')
            .map_or(text.as_str(), |end| &text[end + 1..]);
        let context = if line.trim_start().starts_with(['|', '#']) {
            Context::OneLine
        } else {
            Context::Indent(continuation(line))
        };
        self.open.push(Open {
            start: text.len(),
            outer: self.current,
            context,
        });
        self.set_origin(RawOrigin {
            expression: Some((source, start, length)),
            ..self.current
        });
    }

    fn end_expression(&mut self) {
        let Some(open) = self.open.pop() else {
            self.clean.faults.push(self.current);
            return;
        };
        // The end of a block scalar is no blank line of the document.
        while self.clean.markdown.len() > open.start && self.clean.markdown.ends_with(['\n', '\r'])
        {
            self.clean.markdown.pop();
        }
        // What began behind it and printed nothing must not reach into what follows.
        let end = self.clean.markdown.len();
        let origins = self.clean.origins.iter_mut().rev();
        origins
            .take_while(|origin| origin.0 > end)
            .for_each(|origin| origin.0 = end);
        self.set_origin(open.outer);
    }

    fn line_end(&mut self) {
        let next = self.chars.as_str().chars().find(|c| !is_mark(*c));
        match self.open.last().map(|o| &o.context) {
            Some(Context::OneLine) => {
                if next.is_some() && !self.clean.markdown.ends_with(HOLE) {
                    self.hole(vec![Piece::Break]);
                }
            }
            Some(Context::Indent(indent)) if !indent.is_empty() => {
                let wanted = next.is_some_and(|n| n != '\n' || indent.contains('>'));
                self.clean.markdown.push('\n');
                if wanted {
                    self.clean.markdown.push_str(indent);
                }
            }
            _ => self.clean.markdown.push('\n'),
        }
    }

    fn hole(&mut self, pieces: Vec<Piece>) {
        self.clean.regions.push((self.clean.markdown.len(), pieces));
        self.clean.markdown.push(HOLE);
    }

    /// Reads to the end of a region that `opener` began.
    fn region(&mut self, opener: char) {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut depth = u32::from(opener == OPAQUE);
        let mut figure = (opener == FIGURE).then(|| (number(&mut self.chars), String::new()));
        while depth > 0 || figure.is_some() {
            let plain = self.plain_run(|c| matches!(c, '\n' | '\r'));
            match (&mut figure, pieces.last_mut()) {
                _ if plain.is_empty() => {}
                (Some((_, text)), _) | (None, Some(Piece::Text(text))) => text.push_str(plain),
                _ => pieces.push(Piece::Text(plain.to_owned())),
            }
            let Some(c) = self.chars.next() else {
                self.clean.faults.push(self.current);
                break;
            };
            match c {
                OPAQUE => depth += 1,
                OPAQUE_END => depth = depth.saturating_sub(1),
                LINE => skip_numbers(&mut self.chars, 2),
                EXPRESSION => skip_numbers(&mut self.chars, 3),
                EXPRESSION_END => {}
                FIGURE => figure = Some((number(&mut self.chars), String::new())),
                FIGURE_END => {
                    pieces.extend(figure.take().map(|(id, text)| Piece::Figure { id, text }))
                }
                '\r' => {}
                '\n' if figure.is_none() => pieces.push(Piece::Break),
                c if is_glue(c) => {}
                // A line end in a figure is part of its text.
                '\n' => figure.iter_mut().for_each(|(_, text)| text.push('\n')),
                _ => self.clean.faults.push(self.current),
            }
        }
        pieces.extend(figure.map(|(id, text)| Piece::Figure { id, text }));
        if !pieces.is_empty() {
            self.hole(pieces);
        }
    }
}

/// What a further line must begin with to stay inside the list item or quotation of `line`.
fn continuation(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start_matches(' ');
        out.push_str(&rest[..rest.len() - trimmed.len()]);
        rest = trimmed;
        if let Some(after) = rest.strip_prefix('>') {
            out.push('>');
            rest = after;
            continue;
        }
        let width = marker_width(rest);
        if width == 0 {
            return out;
        }
        out.push_str(&" ".repeat(width));
        rest = &rest[width..];
    }
}

/// Bytes of a list marker without the blank behind it; 0 when there is none.
fn marker_width(text: &str) -> usize {
    if text.starts_with(['-', '*', '+']) && text[1..].starts_with(' ') {
        return 1;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = &text[digits..];
    let is_marker = digits > 0 && after.starts_with(['.', ')']) && after[1..].starts_with(' ');
    if is_marker { digits + 1 } else { 0 }
}
