//! A template or text of the data, as typed, becomes a template of the engine: names translated, lines and expressions
//! marked, tag-only lines gone, and a map from every byte back to what was typed.

use super::braces;
use super::dashes::trim_dashes;
use super::direct::{self, Print};
use super::emit::{Emit, Said};
use super::input::{Input, LoneTag, Prepared};
use super::names::Names;
use super::scan::{Mode, Piece, Remark, Tag, Token, scan};
use super::sites::Target;
use super::slots;
use super::statement::Statements;
use super::translate::{FIGURE_FUNCTION, Translator};
use crate::diag::{Diagnostic, Findings, Severity, Sources};
use crate::document::marks;
use std::collections::BTreeSet;

/// The name of the filter that refuses what cannot be printed.
pub(super) const PRINTABLE_FILTER: &str = "zj_printable";

/// What becomes of the tags that print nothing but a figure or a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// They are left out, and where they stood is known: a text of the data with no other tags needs no engine. Fields
    /// are none of them, as their values may be texts of the data too.
    Apart,
    /// A mark stands for each, from this number on: the engine carries it where it belongs, and it is filled there.
    Marked(usize),
    /// The engine prints them like all others.
    Engine,
}

/// What names a text may use, and how those are printed.
pub(super) struct Naming<'a> {
    pub manner: Manner,
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
    let pieces = slots::filled(pieces, naming.names);
    let is_rich = mode == Mode::Data && !input.is_line();
    braces::check((input.text(), is_rich), &pieces, naming, &mut remarks);
    if let Input::Wording(wording) | Input::Phrase(wording) = input {
        super::rich::check(wording, &mut remarks);
    }
    let mut translator = Translator::new(naming.names, naming.scope, &mut remarks, used);
    translator.in_data = matches!(input, Input::Wording(_));
    translator.bind_outer(naming.bound);
    let mut writer = Writer {
        input,
        sources,
        manner: naming.manner,
        statements: Statements::new(translator),
        text: String::with_capacity(input.text().len() + input.text().len() / 2 + 32),
        map: vec![(0, 0)],
        marked_line: 0,
        tags: Vec::new(),
        prints: Vec::new(),
        has_others: false,
    };
    writer.write(&pieces);
    writer.statements.finish();
    let sites = std::mem::take(&mut writer.statements.sites);
    let slots = std::mem::take(&mut writer.statements.slots);
    let (text, map, mut tags) = (writer.text, writer.map, writer.tags);
    let (prints, needs_engine) = (writer.prints, writer.has_others);
    // What is known to be wrong in a tag is left out of it: the engine would find a gap.
    let is_wrong = |typed: (usize, usize)| {
        let touches = |r: &Remark| r.is_error && r.start < typed.1 && r.end > typed.0;
        remarks.iter().any(touches)
    };
    tags.retain(|t| !is_wrong(t.typed));
    findings.extend(remarks.into_iter().map(|r| diagnostic(r, input)));
    Prepared {
        text,
        map,
        sites,
        slots,
        tags,
        prints,
        needs_engine,
    }
}

pub(super) fn diagnostic(remark: Remark, input: &Input<'_>) -> Diagnostic {
    let place = input.place(remark.start, remark.end);
    let mut out = Diagnostic::note(remark.code, place, remark.message);
    if remark.is_error {
        out.severity = Severity::Error;
    }
    out.hint = remark.hint;
    out
}

struct Writer<'a> {
    input: &'a Input<'a>,
    sources: &'a Sources,
    manner: Manner,
    statements: Statements<'a>,
    text: String,
    map: Vec<(usize, usize)>,
    /// The line last marked; 0 when the next text needs a mark.
    marked_line: usize,
    tags: Vec<LoneTag>,
    /// What the engine does not print, and where it stands in the prepared text.
    prints: Vec<(usize, Print)>,
    /// Whether there is anything else for the engine.
    has_others: bool,
}

impl<'a> Writer<'a> {
    fn write(&mut self, pieces: &'a [Piece<'a>]) {
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
    fn line(&mut self, pieces: &'a [Piece<'a>]) {
        let prints = pieces.iter().any(|p| {
            matches!(
                p,
                Piece::Text { .. } | Piece::Expression(_) | Piece::Filled { .. }
            )
        });
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
                Piece::Blank { start, end } => self.blank(*start, *end),
                Piece::Text { start, end } => self.plain(*start, *end),
                Piece::Comment { .. } => {}
                Piece::Statement(tag) => self.statement(tag, vanishes),
                Piece::Expression(tag) => self.expression(tag),
                Piece::Filled {
                    start,
                    number,
                    is_inline,
                    ..
                } => self.filled(*start, *number, *is_inline),
            }
        }
    }

    /// What fills a phrase or block is a text of its own, printed here; it marks its own lines.
    fn filled(&mut self, start: usize, number: usize, is_inline: bool) {
        let target = Target::Override(number);
        self.has_others = true;
        self.mark_map(start);
        self.text
            .push_str(&format!("{{% include \"{}\" %}}", target.name()));
        self.statements.site(target, is_inline);
        self.marked_line = 0;
    }

    /// Only the engine tells of what it was given.
    fn mark_map(&mut self, typed: usize) {
        if self.manner == Manner::Engine {
            self.map.push((self.text.len(), typed));
        }
    }

    fn lone_tag(&mut self, at: usize, closer: &'static str, tag: &Tag<'_>) {
        if self.manner == Manner::Engine {
            self.tags.push(LoneTag {
                at: (at, self.text.len()),
                closer,
                typed: (tag.start, tag.end),
            });
        }
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

    fn blank(&mut self, start: usize, end: usize) {
        let text = &self.input.text()[start..end];
        // A paragraph that begins with full-width blanks begins on this line.
        if text.contains('\u{3000}') {
            self.mark_line(start);
        }
        if self.input.is_line() {
            return self.plain(start, end);
        }
        self.mark_map(start);
        self.text.push_str(text);
    }

    fn plain(&mut self, start: usize, end: usize) {
        let text = &self.input.text()[start..end];
        self.mark_line(start);
        self.mark_map(start);
        if self.input.is_line() {
            let mut inert = String::with_capacity(text.len());
            marks::push_inert(&mut inert, text);
            marks::push_opaque(&mut self.text, &inert);
        } else {
            marks::push_inert(&mut self.text, text);
        }
    }

    fn emits(&mut self, emits: &[Emit<'_>]) {
        for emit in emits {
            self.mark_map(emit.at);
            match &emit.said {
                Said::Word(word) => self.text.push_str(word),
                Said::Field(name) => {
                    self.statements.translator.used.insert((*name).to_owned());
                    self.text.push_str(name);
                }
                Said::Figure(id) => self
                    .text
                    .push_str(&format!("{FIGURE_FUNCTION}(i={})", id.0)),
            }
            self.text.push(' ');
        }
    }

    fn expression(&mut self, tag: &'a Tag<'a>) {
        self.mark_line(tag.start);
        self.mark_map(tag.start);
        let place = self.input.place(tag.start, tag.end);
        marks::push_expression(
            &mut self.text,
            self.input.source(),
            place.start,
            place.end - place.start,
        );
        let emits = self.statements.expression(tag);
        match direct::print(&emits).filter(|print| self.is_apart(print)) {
            Some(print) => self.print(print),
            None => self.engine_prints(tag, &emits),
        }
        marks::push_expression_end(&mut self.text);
    }

    /// Whether something is printed without the engine. What a `{% set %}` holds the engine must know.
    fn is_apart(&self, print: &Print) -> bool {
        match self.manner {
            Manner::Apart => matches!(print, Print::Figure(_)),
            Manner::Marked(_) => !self.statements.is_capturing(),
            Manner::Engine => false,
        }
    }

    fn print(&mut self, print: Print) {
        let number = self.prints.len();
        self.prints.push((self.text.len(), print));
        if let Manner::Marked(first) = self.manner {
            marks::push_place(&mut self.text, first + number);
        }
    }

    fn engine_prints(&mut self, tag: &Tag<'_>, emits: &[Emit<'_>]) {
        self.has_others = true;
        let at = self.text.len();
        match direct::print(emits).and_then(|print| print.call()) {
            Some(call) => self.text.push_str(&format!("{{{{ {call} }}}}")),
            None => self.printable(tag, emits),
        }
        self.lone_tag(at, "", tag);
    }

    /// An expression that may give what cannot be printed.
    fn printable(&mut self, tag: &Tag<'_>, emits: &[Emit<'_>]) {
        self.text.push_str("{{ (");
        self.emits(emits);
        self.mark_map(tag.start);
        self.text.push_str(") | ");
        self.text.push_str(PRINTABLE_FILTER);
        self.text.push_str(" }}");
    }

    fn statement(&mut self, tag: &'a Tag<'a>, alone: bool) {
        self.has_others = true;
        if let Some(slot) = slots::slot_tag(tag) {
            self.statements.slot(tag, slot);
            self.mark_map(tag.start);
            return;
        }
        let written = self.statements.statement(tag);
        // An empty capture must be an empty text, so that `if` can tell.
        if written.ends_capture && alone && self.text.ends_with('\n') {
            self.text.pop();
        }
        self.mark_map(tag.start);
        let at = self.text.len();
        self.text.push_str("{% ");
        self.emits(&written.emits);
        self.text.push_str("%}");
        if let Some(closer) = lone_closer(&tag.tokens) {
            self.lone_tag(at, closer, tag);
        }
        self.text.push_str(written.behind);
        self.marked_line = 0;
    }
}

/// What closes a `{% %}` that stands alone; `None` for one that says nothing alone.
fn lone_closer(tokens: &[Token<'_>]) -> Option<&'static str> {
    match tokens.first()?.text.as_ref() {
        "if" | "elif" => Some("{% endif %}"),
        "for" => Some("{% endfor %}"),
        "set" | "set_global" if tokens.len() > 2 => Some(""),
        _ => None,
    }
}
