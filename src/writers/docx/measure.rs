//! How wide inlines are when printed, and whether they are a number.

use crate::document::{Inline, plain};
use crate::layout::{Chars, char_width, text_width};
use std::borrow::Cow;

/// What inlines print, forced line ends as `\n`; nothing is copied when it is one piece, as in nearly all cells.
pub fn words(content: &[Inline]) -> Cow<'_, str> {
    match content {
        [Inline::Text { text, .. } | Inline::Code { text, .. }] => text.into(),
        [Inline::Figure(figure)] => figure.text.as_str().into(),
        _ => plain(content).into(),
    }
}

/// The width of all that inlines print, as if on one line.
pub fn length(content: &[Inline]) -> Chars {
    text_width(&words(content))
}

/// The width of the longest line that inlines print.
pub fn width(content: &[Inline]) -> Chars {
    longest(content, text_width)
}

/// What a bold letter is wider than a plain one, in hundredths of a character.
const BOLD: i32 = 6;
/// What some programs put between a 汉字 and a Latin letter or digit, in hundredths of a character.
const GAP: i32 = 25;

/// The same with the quarter of a character that some programs put between 汉字 and Latin letters or digits, and with
/// letters as wide as they are.
pub fn spaced_width(content: &[Inline], is_bold: bool) -> Chars {
    longest(content, |line| {
        let (mut spaced, mut latin, mut before) = (0_i32, 0_i32, None);
        for c in line.chars() {
            let beside = |one: char, other: char| one.is_ascii_alphanumeric() && !other.is_ascii();
            let is_gap = before.is_some_and(|before| beside(before, c) || beside(c, before));
            let gap = if is_gap { GAP } else { 0 };
            let bold = if is_bold && c.is_ascii_alphabetic() {
                BOLD
            } else {
                0
            };
            spaced = spaced.saturating_add(char_width(c).0 + gap);
            latin = latin.saturating_add(latin_width(c) + bold);
            before = Some(c);
        }
        Chars(spaced.max(latin))
    })
}

fn longest(content: &[Inline], width: impl Fn(&str) -> Chars) -> Chars {
    words(content).lines().map(width).max().unwrap_or_default()
}

/// What a cell says about its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// A number with at most a short unit: 26525.06万元, -3.2%.
    Number,
    /// Nothing, or the stroke that stands for nothing.
    Blank,
    /// Words.
    Words,
}

/// The kind of a cell. A date is words: its digits need not stand below each other. A figure still to come is blank:
/// it must not change how its column stands.
pub fn cell_kind(content: &[Inline]) -> CellKind {
    let pending = |inline: &Inline| matches!(inline, Inline::Figure(figure) if figure.provisional);
    let text = words(content);
    let text = text.trim();
    if content.iter().any(pending) || matches!(text, "" | "-" | "–" | "—" | "——" | "/" | "…")
    {
        return CellKind::Blank;
    }
    let unsigned = text.trim_start_matches(['+', '-', '−', '－']);
    let unit = unsigned.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    let has_digit = unsigned.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = unit.chars().count() <= 4
        && !unit.contains(|c: char| c.is_ascii_digit() || "年月日季".contains(c));
    if has_digit && is_unit {
        CellKind::Number
    } else {
        CellKind::Words
    }
}

/// The width of a Latin letter, digit or point in the font of running text, in hundredths of a character: digits are half
/// a character wide, points and blanks a quarter.
pub fn latin_width(c: char) -> i32 {
    match c {
        '.' | ' ' | ',' | ':' | ';' | '\'' | '|' => 25,
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '(' | ')' | '-' | '/' => 31,
        'r' | 's' => 36,
        'a' | 'c' | 'e' | 'z' => 44,
        'm' | 'M' | 'W' | '%' | '—' => 86,
        'w' | 'A'..='Z' => 70,
        c if c.is_ascii() => 50,
        _ => 100,
    }
}
