//! A template or text of the data, as typed, becomes a template of the engine: names translated, lines and expressions
//! marked, tag-only lines gone, and a map from every byte back to what was typed.

use super::names::Names;
use super::scan::{Mode, Piece, Remark, Tag, is_blank, scan};
use super::statement::Statements;
use super::translate::{Emit, Translator};
use crate::diag::{Diagnostic, Findings, Place, Severity, SourceId, Sources};
use crate::document::marks;
use crate::model::{Wording, WordingKind};
use std::collections::BTreeSet;

/// The name of the filter that refuses what cannot be printed.
pub(super) const PRINTABLE_FILTER: &str = "zj_printable";

/// A text to prepare and where it lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Input<'a> {
    /// A template: a file from a byte offset on.
    Template {
        source: SourceId,
        offset: usize,
        text: &'a str,
    },
    /// A text of the data.
    Wording(&'a Wording),
}

impl Input<'_> {
    fn text(&self) -> &str {
        match self {
            Self::Template { text, .. } => text,
            Self::Wording(wording) => &wording.text,
        }
    }

    fn place(&self, start: usize, end: usize) -> Place {
        match self {
            Self::Template { source, offset, .. } => {
                Place::new(*source, offset + start, offset + end)
            }
            Self::Wording(wording) => wording.place_of(start, end),
        }
    }

    /// What remains of it when its text is gone.
    pub(super) fn home(&self) -> Home {
        match self {
            Self::Template { source, offset, .. } => Home::Template(*source, *offset),
            Self::Wording(wording) => Home::Wording((*wording).clone()),
        }
    }

    fn source(&self) -> SourceId {
        match self {
            Self::Template { source, .. } => *source,
            Self::Wording(wording) => wording.place.source,
        }
    }

    fn is_line(&self) -> bool {
        matches!(self, Self::Wording(w) if w.kind == WordingKind::Line)
    }
}

/// Where a prepared text came from.
#[derive(Debug)]
pub(super) enum Home {
    /// A file from a byte offset on.
    Template(SourceId, usize),
    /// A text of the data.
    Wording(Wording),
}

impl Home {
    /// The place of a byte range of the typed text.
    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        match self {
            Self::Template(source, offset) => Place::new(*source, offset + start, offset + end),
            Self::Wording(wording) => wording.place_of(start, end),
        }
    }
}

/// A prepared text.
#[derive(Debug)]
pub(super) struct Prepared {
    /// For the engine.
    pub text: String,
    /// `(offset in the prepared text, offset in the typed text)`, ascending.
    map: Vec<(usize, usize)>,
    /// The parts it includes, each with the names bound there.
    pub includes: Vec<(usize, Vec<String>)>,
    /// Whether it holds no tag at all, so that the engine need not see it.
    pub is_plain: bool,
}

impl Prepared {
    /// The typed offset from which a prepared byte was made.
    pub(super) fn back(&self, offset: usize) -> usize {
        let i = self.map.partition_point(|m| m.0 <= offset);
        i.checked_sub(1)
            .and_then(|i| self.map.get(i))
            .map_or(0, |m| m.1)
    }
}

/// What names a text may use.
pub(super) struct Naming<'a> {
    pub names: &'a Names<'a>,
    /// The path of the item around the text.
    pub scope: &'a str,
    /// Names bound where the text is included.
    pub bound: &'a [String],
}

/// Prepares one text; its faults go to `findings`, the top-level names it uses to `used`.
pub(super) fn prepare(
    input: &Input<'_>,
    naming: &Naming<'_>,
    sources: &Sources,
    used: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> Prepared {
    let mut remarks = Vec::new();
    let mode = if matches!(input, Input::Template { .. }) {
        Mode::Template
    } else {
        Mode::Data
    };
    let pieces = trim_dashes(input.text(), scan(input.text(), mode, &mut remarks));
    if let Input::Wording(wording) = input {
        super::rich::check(wording, &mut remarks);
    }
    let mut translator = Translator::new(naming.names, naming.scope, &mut remarks, used);
    translator.bind_outer(naming.bound);
    let mut writer = Writer {
        input,
        sources,
        statements: Statements::new(translator),
        text: String::with_capacity(input.text().len() * 2),
        map: vec![(0, 0)],
        marked_line: 0,
    };
    writer.write(&pieces);
    writer.statements.finish();
    let includes = std::mem::take(&mut writer.statements.includes);
    let (text, map) = (writer.text, writer.map);
    let is_plain = !pieces
        .iter()
        .any(|p| matches!(p, Piece::Statement(_) | Piece::Expression(_)));
    findings.extend(remarks.into_iter().map(|r| diagnostic(r, input)));
    Prepared {
        text,
        map,
        includes,
        is_plain,
    }
}

fn diagnostic(remark: Remark, input: &Input<'_>) -> Diagnostic {
    let place = input.place(remark.start, remark.end);
    let mut out = Diagnostic::note(remark.code, place, remark.message);
    if remark.is_error {
        out.severity = Severity::Error;
    }
    out.hint = remark.hint;
    out
}

/// `-` in a tag eats ASCII blanks and line ends on its side, never U+3000: the engine's own trimming would meet a mark.
fn trim_dashes(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    if !pieces.iter().any(|p| dashes(p) != (false, false)) {
        return pieces;
    }
    let ascii = |c: char| c.is_ascii_whitespace();
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut eating = false;
    for piece in pieces {
        match piece {
            Piece::LineEnd { .. } if eating => continue,
            Piece::Blank { start, end } if eating => {
                let blank = &text[start..end];
                let start = end - blank.trim_start_matches(ascii).len();
                if start < end {
                    out.push(Piece::Blank { start, end });
                    eating = false;
                }
                continue;
            }
            _ => {}
        }
        let (before, after) = dashes(&piece);
        if before {
            trim_end(text, &mut out);
        }
        eating = after;
        out.push(piece);
    }
    out
}

fn trim_end(text: &str, out: &mut Vec<Piece>) {
    loop {
        match out.last() {
            Some(Piece::LineEnd { .. }) => {
                out.pop();
            }
            Some(&Piece::Blank { start, end }) => {
                out.pop();
                let kept = text[start..end]
                    .trim_end_matches(|c: char| c.is_ascii_whitespace())
                    .len();
                if kept > 0 {
                    out.push(Piece::Blank {
                        start,
                        end: start + kept,
                    });
                    return;
                }
            }
            _ => return,
        }
    }
}

fn dashes(piece: &Piece) -> (bool, bool) {
    match piece {
        Piece::Statement(tag) | Piece::Expression(tag) => (tag.trims_before, tag.trims_after),
        Piece::Comment {
            trims_before,
            trims_after,
            ..
        } => (*trims_before, *trims_after),
        _ => (false, false),
    }
}

struct Writer<'a> {
    input: &'a Input<'a>,
    sources: &'a Sources,
    statements: Statements<'a>,
    text: String,
    map: Vec<(usize, usize)>,
    /// The line last marked; 0 when the next text needs a mark.
    marked_line: usize,
}

impl Writer<'_> {
    fn write(&mut self, pieces: &[Piece]) {
        let mut at = 0;
        while at < pieces.len() {
            let length = pieces[at..]
                .iter()
                .position(|p| matches!(p, Piece::LineEnd { .. }));
            let end = length.map_or(pieces.len(), |n| at + n + 1);
            self.line(&pieces[at..end]);
            at = end;
        }
    }

    /// One line of the typed text; a line of tags and comments alone leaves nothing.
    fn line(&mut self, pieces: &[Piece]) {
        let prints = pieces
            .iter()
            .any(|p| matches!(p, Piece::Text { .. } | Piece::Expression(_)));
        let has_tags = pieces
            .iter()
            .any(|p| matches!(p, Piece::Statement(_) | Piece::Comment { .. }));
        let vanishes = has_tags && !prints;
        for piece in pieces {
            match piece {
                Piece::LineEnd { at } | Piece::Blank { start: at, .. } if vanishes => {
                    self.mark_map(*at)
                }
                Piece::LineEnd { at } => {
                    self.mark_map(*at);
                    self.text.push('\n');
                }
                Piece::Blank { start, end } | Piece::Text { start, end } => {
                    // A paragraph that begins with full-width blanks begins on this line.
                    if self.input.text()[*start..*end].contains('\u{3000}') {
                        self.mark_line(*start);
                    }
                    self.plain(*start, *end);
                }
                Piece::Comment { .. } => {}
                Piece::Statement(tag) => self.statement(tag, vanishes),
                Piece::Expression(tag) => self.expression(tag),
            }
        }
    }

    fn mark_map(&mut self, typed: usize) {
        self.map.push((self.text.len(), typed));
    }

    /// Marks the line of an offset, just before the first thing printed on it.
    fn mark_line(&mut self, typed: usize) {
        let place = self.input.place(typed, typed);
        let line = self
            .sources
            .get(place.source)
            .map_or(1, |s| s.line_of(place.start as usize));
        if line != self.marked_line {
            self.marked_line = line;
            marks::push_line(&mut self.text, place.source, line);
        }
    }

    fn plain(&mut self, start: usize, end: usize) {
        let input = self.input;
        let text = &input.text()[start..end];
        if text.chars().all(is_blank) && !input.is_line() {
            self.mark_map(start);
            return self.text.push_str(text);
        }
        self.mark_line(start);
        self.mark_map(start);
        let mut inert = String::with_capacity(text.len());
        marks::push_inert(&mut inert, text);
        if input.is_line() {
            marks::push_opaque(&mut self.text, &inert);
        } else {
            self.text.push_str(&inert);
        }
    }

    fn emits(&mut self, emits: &[Emit]) {
        for emit in emits {
            self.mark_map(emit.at);
            self.text.push_str(&emit.text);
            self.text.push(' ');
        }
    }

    fn expression(&mut self, tag: &Tag) {
        self.mark_line(tag.start);
        self.mark_map(tag.start);
        let place = self.input.place(tag.start, tag.end);
        marks::push_expression(
            &mut self.text,
            self.input.source(),
            place.start,
            place.end - place.start,
        );
        self.text.push_str("{{ (");
        let emits = self.statements.expression(tag);
        self.emits(&emits);
        self.mark_map(tag.start);
        self.text.push_str(") | ");
        self.text.push_str(PRINTABLE_FILTER);
        self.text.push_str(" }}");
        marks::push_expression_end(&mut self.text);
    }

    fn statement(&mut self, tag: &Tag, alone: bool) {
        let written = self.statements.statement(tag);
        // An empty capture must be an empty text, so that `if` can tell.
        if written.ends_capture && alone && self.text.ends_with('\n') {
            self.text.pop();
        }
        self.mark_map(tag.start);
        self.text.push_str("{% ");
        self.emits(&written.emits);
        self.text.push_str("%}");
        self.text.push_str(written.behind);
        self.marked_line = 0;
    }
}
