//! Templates as they will be used: line by line with the file each line comes from, the fields they print, and the
//! phrases and blocks that a project may fill.

use super::dialect;
use super::overrides::overrides;
use super::scan::{Mode, Piece, Tag, Token, TokenKind, scan};
use super::slots::{Filling, Override, SlotKind, SlotTag, closer, slot_tag};
use crate::diag::{Findings, Place as Stretch, SourceId, Sources};
use crate::model::{Genre, Part};
use std::collections::BTreeMap;

/// A template or part with the project's wording in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The file that holds it.
    pub source: SourceId,
    /// Its name, for people.
    pub name: String,
    /// Its lines, without the front matter.
    pub lines: Vec<SheetLine>,
}

/// A line of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// The file it comes from; for a line that holds a phrase of the project, that of the phrase.
    pub source: SourceId,
    /// Its line there, from 1.
    pub line: usize,
    /// What stands there.
    pub text: String,
}

/// A phrase or block of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Whether it is a block, not a phrase.
    pub is_block: bool,
    /// Its name.
    pub name: String,
    /// What stands in it now.
    pub text: String,
}

/// The sheets of a genre: its own first, then the parts it includes, in the order in which they are met.
pub fn sheets(genre: &Genre, parts: &[Part], sources: &Sources) -> Vec<Sheet> {
    // What is wrong with the layers is for `lint` to say.
    let overrides = overrides(genre, sources, &mut Findings::new());
    let mut folder = Folder {
        sources,
        overrides: &overrides,
        parts,
        wanted: Vec::new(),
    };
    let mut out = vec![folder.sheet(genre.source, genre.body, &genre.name)];
    let mut at = 0;
    while let Some(part) = folder.wanted.get(at).and_then(|n| parts.get(*n)) {
        out.push(folder.sheet(part.source, part.body, part.title()));
        at += 1;
    }
    out
}

impl Sheet {
    /// The whole text.
    pub fn text(&self) -> String {
        self.lines.iter().map(|l| format!("{}\n", l.text)).collect()
    }

    /// The fields it names, by their English names, each with the sentences it is printed in; names behind a dot are
    /// not fields.
    pub fn uses(&self, genre: &Genre) -> BTreeMap<String, Vec<String>> {
        let own = genre.fields.iter().map(|f| (f.en.as_str(), f.zh.as_str()));
        let known: Vec<(&str, &str)> = dialect::fields().map(|k| (k.en, k.zh)).chain(own).collect();
        let text = self.text();
        let pieces = scan(&text, Mode::Template, &mut Vec::new());
        let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (at, piece) in pieces.iter().enumerate() {
            let (Piece::Statement(tag) | Piece::Expression(tag)) = piece else {
                continue;
            };
            let is_printed = matches!(piece, Piece::Expression(_));
            for name in fields_in(tag, &known) {
                let sentences = out.entry(name.to_owned()).or_default();
                let sentence = is_printed.then(|| sentence(&text, &pieces, at));
                sentences.extend(sentence.filter(|s| !sentences.contains(s)));
            }
        }
        out
    }

    /// Its phrases and blocks.
    pub fn places(&self) -> Vec<Place> {
        let text = self.text();
        let pieces = scan(&text, Mode::Template, &mut Vec::new());
        let mut out = Vec::new();
        for (i, piece) in pieces.iter().enumerate() {
            let Piece::Statement(tag) = piece else {
                continue;
            };
            let Some(SlotTag::Open(kind, Some(name))) = slot_tag(tag) else {
                continue;
            };
            let Some(Piece::Statement(close)) = closer(&pieces, i).and_then(|end| pieces.get(end))
            else {
                continue;
            };
            out.push(Place {
                is_block: kind == SlotKind::Block,
                name,
                text: text[tag.end..close.start].trim_matches('\n').to_owned(),
            });
        }
        out
    }
}

/// The English names of the fields that a tag names.
fn fields_in<'k>(tag: &Tag<'_>, known: &[(&'k str, &str)]) -> Vec<&'k str> {
    if slot_tag(tag).is_some() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (i, token) in tag.tokens.iter().enumerate() {
        let is_behind = i > 0 && (tag.tokens[i - 1].is(".") || tag.tokens[i - 1].is("|"));
        let is_name = token.kind == TokenKind::Name && !is_behind;
        let meant = |(en, zh): &&(&str, &str)| *en == token.text || *zh == token.text;
        out.extend(known.iter().find(meant).filter(|_| is_name).map(|k| k.0));
    }
    out
}

/// The sentence around a tag as it is printed: without the tags that print nothing, branches parted by a stroke.
fn sentence(text: &str, pieces: &[Piece<'_>], at: usize) -> String {
    let is_end = |p: &Piece| matches!(p, Piece::LineEnd { .. });
    let first = pieces[..at].iter().rposition(is_end).map_or(0, |i| i + 1);
    let (mut out, mut start, mut end) = (String::new(), 0, None);
    for (i, piece) in pieces.iter().enumerate().skip(first) {
        match piece {
            Piece::LineEnd { .. } => break,
            Piece::Blank { start, end } => out.push_str(&text[*start..*end]),
            Piece::Text {
                start: from,
                end: to,
            } => {
                for c in text[*from..*to].chars() {
                    out.push(c);
                    if c == '。' && i < at {
                        start = out.len();
                    } else if c == '。' && end.is_none() {
                        end = Some(out.len());
                    }
                }
            }
            Piece::Expression(tag) => out.push_str(&text[tag.start..tag.end]),
            Piece::Statement(tag) if tag.tokens.first().is_some_and(|t| t.is("else")) => {
                out.push_str(" / ");
            }
            Piece::Statement(_) | Piece::Comment { .. } | Piece::Filled { .. } => {}
        }
    }
    let end = end.unwrap_or(out.len());
    out[start..end]
        .trim()
        .trim_start_matches('#')
        .trim()
        .to_owned()
}

/// Puts sheets together.
struct Folder<'a> {
    sources: &'a Sources,
    overrides: &'a [Override<'a>],
    parts: &'a [Part],
    /// The parts met so far, by number.
    wanted: Vec<usize>,
}

/// The deepest that blocks may fill one another.
const MAX_DEPTH: usize = 16;

impl<'a> Folder<'a> {
    fn sheet(&mut self, source: SourceId, body: usize, name: &str) -> Sheet {
        let mut lines = Lines {
            sources: self.sources,
            done: Vec::new(),
            open: None,
        };
        let end = self.sources.get(source).map_or(body, |s| s.text().len());
        self.lay(Stretch::new(source, body, end), &mut lines, 0);
        Sheet {
            source,
            name: name.to_owned(),
            lines: lines.finish(),
        }
    }

    /// Lays a stretch of template, with what fills its places.
    fn lay(&mut self, place: Stretch, out: &mut Lines<'_>, depth: usize) {
        let text = self.sources.slice(place).unwrap_or_default();
        let pieces = scan(text, Mode::Template, &mut Vec::new());
        let base = place.start as usize;
        let (mut from, mut at) = (0, 0);
        while let Some(piece) = pieces.get(at) {
            let filled = self.filling(piece).filter(|_| depth < MAX_DEPTH);
            let end = closer(&pieces, at).and_then(|last| Some((last, pieces.get(last)?)));
            if let (Piece::Statement(open), Some(filling), Some((last, Piece::Statement(close)))) =
                (piece, filled, end)
            {
                let is_own_line = text[open.end..].starts_with('\n');
                let stop = open.end + usize::from(is_own_line);
                out.typed(place.source, base + from, &text[from..stop]);
                self.fill(filling, out, depth);
                if is_own_line {
                    out.end_line();
                }
                from = close.start;
                at = last;
            }
            self.note_include(piece);
            at += 1;
        }
        out.typed(place.source, base + from, &text[from..]);
    }

    fn fill(&mut self, filling: Filling<'_>, out: &mut Lines<'_>, depth: usize) {
        match filling {
            Filling::Phrase(wording) => {
                let mut offset = 0;
                for line in wording.text.trim_end_matches('\n').split_inclusive('\n') {
                    let at = wording.place_of(offset, offset);
                    out.own(at.source, at.start as usize, line);
                    offset += line.len();
                }
            }
            Filling::Block(place) => self.lay(place, out, depth + 1),
        }
    }

    /// What fills the place that a tag opens.
    fn filling(&self, piece: &Piece<'_>) -> Option<Filling<'a>> {
        let Piece::Statement(tag) = piece else {
            return None;
        };
        let SlotTag::Open(kind, Some(name)) = slot_tag(tag)? else {
            return None;
        };
        let over = self
            .overrides
            .iter()
            .find(|o| o.kind == kind && o.name == name);
        over.map(|o| o.filling)
    }

    fn note_include(&mut self, piece: &Piece<'_>) {
        let Piece::Statement(tag) = piece else { return };
        let name = match tag.tokens.as_slice() {
            [first, name, ..] if first.is("include") => Token::unquoted(name),
            _ => None,
        };
        let Some(name) = name else { return };
        let is_called = |p: &Part| p.name == name || p.aliases.iter().any(|a| a == name);
        if let Some(number) = self.parts.iter().position(is_called)
            && !self.wanted.contains(&number)
        {
            self.wanted.push(number);
        }
    }
}

/// Lines being put together.
struct Lines<'a> {
    sources: &'a Sources,
    done: Vec<SheetLine>,
    /// The line that is not ended yet, and whether it holds wording of the project.
    open: Option<(SheetLine, bool)>,
}

impl Lines<'_> {
    /// Text of a template.
    fn typed(&mut self, source: SourceId, at: usize, text: &str) {
        self.push(source, at, text, false);
    }

    /// Text of a phrase of the project.
    fn own(&mut self, source: SourceId, at: usize, text: &str) {
        self.push(source, at, text, true);
    }

    fn push(&mut self, source: SourceId, at: usize, text: &str, is_own: bool) {
        let first = self.sources.get(source).map_or(1, |s| s.line_of(at));
        for (i, piece) in text.split_inclusive('\n').enumerate() {
            let words = piece.trim_end_matches(['\n', '\r']);
            let line = first + if is_own { 0 } else { i };
            match &mut self.open {
                Some((open, own)) => {
                    open.text.push_str(words);
                    if is_own && !*own {
                        (open.source, open.line, *own) = (source, line, true);
                    }
                }
                None => {
                    let text = words.to_owned();
                    self.open = Some((SheetLine { source, line, text }, is_own));
                }
            }
            if piece.ends_with('\n') {
                self.end_line();
            }
        }
    }

    fn end_line(&mut self) {
        self.done.extend(self.open.take().map(|(line, _)| line));
    }

    fn finish(mut self) -> Vec<SheetLine> {
        self.end_line();
        self.done
    }
}
