//! The marks by which provenance travels through a template engine that knows only text.
//!
//! They are Unicode noncharacters (U+FDD0–U+FDEF), refused in all input, with numbers in hexadecimal digits of the
//! same range. Whoever renders writes them; [`super::parse`] takes them all out again before Markdown is parsed.
//!
//! ```text
//! LINE source STOP line STOP                        what follows was typed on that line
//! EXPRESSION source STOP start STOP length STOP …   EXPRESSION_END    printed by that {{ }}
//! FIGURE number STOP text FIGURE_END                a printed figure
//! OPAQUE text OPAQUE_END                            printed data: never Markdown
//! ```

use crate::bytes::places;
use crate::diag::SourceId;

pub(super) const FIGURE: char = '\u{FDD0}';
pub(super) const FIGURE_END: char = '\u{FDD1}';
pub(super) const EXPRESSION: char = '\u{FDD2}';
pub(super) const EXPRESSION_END: char = '\u{FDD3}';
pub(super) const LINE: char = '\u{FDD4}';
pub(super) const STOP: char = '\u{FDD5}';
/// Stands inside emphasis next to punctuation so that CommonMark sees a letter there.
pub(super) const FLANK: char = '\u{FDD6}';
/// Parts two characters that would be a tag together; vanishes.
const GLUE: char = '\u{FDD7}';
pub(super) const OPAQUE: char = '\u{FDD8}';
pub(super) const OPAQUE_END: char = '\u{FDD9}';
/// Stands for what a template prints until it is filled in; no document holds it.
const PLACE: &str = "\u{FDDB}";
/// Stands for one region of printed data while Markdown is parsed.
pub(super) const HOLE: char = '\u{FDDA}';
/// The bytes with which all of them begin, as hardly any other character does.
pub(super) const BYTES: [u8; 2] = [0xef, 0xb7];
/// The sixteen of them, of three bytes each.
const DIGITS: &str = "\u{FDE0}\u{FDE1}\u{FDE2}\u{FDE3}\u{FDE4}\u{FDE5}\u{FDE6}\u{FDE7}\u{FDE8}\u{FDE9}\u{FDEA}\u{FDEB}\u{FDEC}\u{FDED}\u{FDEE}\u{FDEF}";

/// Whether a character is one of the marks, and so must not be in any input.
pub fn is_mark(c: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

fn push_number(out: &mut String, n: u32) {
    let digits = (32 - n.leading_zeros()).div_ceil(4).max(1);
    for i in (0..digits).rev() {
        let at = 3 * (n >> (4 * i) & 15) as usize;
        out.push_str(&DIGITS[at..at + 3]);
    }
    out.push(STOP);
}

/// Writes that what follows was typed on a line (from 1) of a source.
pub fn push_line(out: &mut String, source: SourceId, line: usize) {
    out.push(LINE);
    push_number(out, source.0);
    push_number(out, u32::try_from(line).unwrap_or(u32::MAX));
}

/// Opens what an expression at a byte range of a source prints.
pub fn push_expression(out: &mut String, source: SourceId, start: u32, length: u32) {
    out.push(EXPRESSION);
    push_number(out, source.0);
    push_number(out, start);
    push_number(out, length);
}

/// Closes what an expression prints.
pub fn push_expression_end(out: &mut String) {
    out.push(EXPRESSION_END);
}

/// A printed figure: an id that the reader of the marks understands, and the text.
pub fn figure(id: u32, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    push_figure(&mut out, id, text);
    out
}

/// Writes a printed figure.
pub fn push_figure(out: &mut String, id: u32, text: &str) {
    out.push(FIGURE);
    push_number(out, id);
    out.push_str(text);
    out.push(FIGURE_END);
}

/// Keeps a place for what is printed there later, by its number.
pub fn push_place(out: &mut String, number: usize) {
    out.push_str(PLACE);
    push_number(out, u32::try_from(number).unwrap_or(u32::MAX));
}

/// What stands before the first place that was kept in a text, and the number of each place with what stands behind it.
pub fn kept_places(text: &str) -> (&str, Vec<(u32, &str)>) {
    let (mut before, mut kept) = (text, Vec::new());
    let mut last = None;
    for at in places(text, PLACE) {
        let mut behind = text[at + PLACE.len()..].chars();
        let number = number(&mut behind);
        match last.replace((number, text.len() - behind.as_str().len())) {
            None => before = &text[..at],
            Some((number, from)) => kept.push((number, &text[from..at])),
        }
    }
    kept.extend(last.map(|(number, from)| (number, &text[from..])));
    (before, kept)
}

/// The id of a text that is exactly one printed figure.
pub fn figure_id(text: &str) -> Option<u32> {
    let rest = text.strip_prefix(FIGURE)?;
    if text.matches(FIGURE).count() != 1 || !text.ends_with(FIGURE_END) {
        return None;
    }
    Some(number(&mut rest.chars()))
}

/// Data that must never act as Markdown.
pub fn push_opaque(out: &mut String, text: &str) {
    out.push(OPAQUE);
    out.push_str(text);
    out.push(OPAQUE_END);
}

/// Writes text so that no template tag can begin in it.
pub fn push_inert(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(brace) = rest.find('{') {
        let (before, behind) = rest.split_at(brace + 1);
        out.push_str(before);
        // At the end too, as what follows may begin with a brace of its own.
        if matches!(behind.as_bytes().first(), None | Some(b'{' | b'%' | b'#')) {
            out.push(GLUE);
        }
        rest = behind;
    }
    out.push_str(rest);
}

/// The text that people see of a marked text.
pub fn visible(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            LINE => skip_numbers(&mut chars, 2),
            EXPRESSION => skip_numbers(&mut chars, 3),
            FIGURE => skip_numbers(&mut chars, 1),
            c if is_mark(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether the visible text of a marked text holds `wanted` before its end.
pub fn holds_inside(marked: &str, wanted: char) -> bool {
    let text = visible(marked);
    text.trim_end().trim_end_matches(wanted).contains(wanted)
}

/// The marked text without the given characters (and blanks) at its visible end.
pub fn trim_visible_end(marked: &str, unwanted: &[char]) -> String {
    let (mut end, mut kept) = (marked.len(), Vec::new());
    for (at, c) in marked.char_indices().rev() {
        if matches!(c, EXPRESSION_END | OPAQUE_END | FIGURE_END | GLUE) {
            kept.push(c);
        } else if !unwanted.contains(&c) && !c.is_whitespace() {
            break;
        }
        end = at;
    }
    let mut out = marked[..end].to_owned();
    out.extend(kept.into_iter().rev());
    out
}

/// A marked text whose lines after the first begin with `indent`; line ends inside printed data stay as they are.
pub fn indent(marked: &str, indent: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut depth = 0u32;
    for c in marked.chars() {
        out.push(c);
        match c {
            OPAQUE => depth += 1,
            OPAQUE_END => depth = depth.saturating_sub(1),
            '\n' if depth == 0 => out.push_str(indent),
            _ => {}
        }
    }
    out
}

pub(super) fn number(chars: &mut std::str::Chars<'_>) -> u32 {
    let rest = chars.as_str();
    let (mut n, mut at) = (0u32, 0);
    while let Some([0xef, 0xb7, digit @ 0xa0..=0xaf]) = rest.as_bytes().get(at..at + 3) {
        n = n << 4 | u32::from(digit & 15);
        at += 3;
    }
    *chars = rest.get(at..).unwrap_or_default().chars();
    // They begin with `BYTES`, as all marks do. Behind them stands STOP, unless a filter tore the mark apart.
    for c in chars.by_ref() {
        if c == STOP {
            break;
        }
        n = n << 4 | (u32::from(c) & 15);
    }
    n
}

pub(super) fn skip_numbers(chars: &mut std::str::Chars<'_>, count: usize) {
    for _ in 0..count {
        number(chars);
    }
}

/// Whether a character only parts others and never shows.
pub(super) fn is_glue(c: char) -> bool {
    c == GLUE
}
