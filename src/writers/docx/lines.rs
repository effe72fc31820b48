//! How many lines a text takes, by the widths of its characters.

use super::measure::latin_width;
use crate::layout::{TextStyle, Twips};

/// Whether a character may stand beyond the end of a line.
fn hangs(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '”'
            | '’'
            | '）'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〉'
            | ','
            | '.'
            | ';'
            | ':'
    )
}

/// Whether no line begins with a character, beside those that hang.
fn closes(c: char) -> bool {
    matches!(c, '%' | '％' | '℃' | '…' | '—' | '～' | '·')
}

/// Whether no line ends with a character.
fn opens(c: char) -> bool {
    matches!(
        c,
        '“' | '‘' | '（' | '《' | '「' | '『' | '【' | '〈' | '(' | '['
    )
}

/// How many lines a text takes whose lines are `width` wide, the first narrower by `first`. Forced line ends count.
pub fn count(text: &str, style: &TextStyle, width: Twips, first: Twips) -> usize {
    let width = i64::from(width.0).max(1);
    text.split('\n')
        .enumerate()
        .map(|(index, line)| {
            let first = if index == 0 { i64::from(first.0) } else { 0 };
            one(line, style, width, first)
        })
        .sum()
}

fn one(text: &str, style: &TextStyle, width: i64, first: i64) -> usize {
    let square = advance('字', style);
    let mut lines = 1;
    let mut used = first;
    let mut rest = text;
    while !rest.is_empty() {
        // Most of a Chinese text: lines may end on both sides of each character.
        let (han, behind) = rest.split_at(lone_han(rest));
        rest = behind;
        for _ in 0..han.len() / HAN {
            if used + square > width && used > 0 {
                lines += 1;
                used = 0;
            }
            used += square;
        }
        let (unit, behind) = rest.split_at(unit_end(rest));
        rest = behind;
        let needed: i64 = unit.chars().map(|c| advance(c, style)).sum();
        if used + needed > width && used > 0 && !unit.chars().all(|c| hangs(c) || c == ' ') {
            lines += 1;
            used = 0;
        }
        used += needed;
        // A word longer than a line is cut.
        while used > width + square {
            used -= width;
            lines += 1;
        }
    }
    lines
}

fn advance(c: char, style: &TextStyle) -> i64 {
    let width = i64::from(latin_width(c));
    i64::from(style.size.twips().0) * width / 100 + i64::from(style.spacing.0)
}

/// The end of the piece that a text begins with and no line end falls into: a word, a number, a character with the
/// marks that belong to it.
fn unit_end(text: &str) -> usize {
    let mut letters = text.char_indices();
    let Some((_, mut before)) = letters.next() else {
        return 0;
    };
    for (at, c) in letters {
        let joined = (is_word(before) && is_word(c))
            || opens(before)
            || closes(c)
            || (c == ' ' && before != ' ');
        if !joined {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Bytes of a common 汉字.
const HAN: usize = 3;

/// How many bytes the common 汉字 take that a text begins with, without one that something else follows: that may belong
/// to it.
fn lone_han(text: &str) -> usize {
    let is_han = |letter: &[u8]| matches!(letter, [0xe4, 0xb8..=0xbf, _] | [0xe5..=0xe9, _, _]);
    let letters = text.as_bytes().chunks_exact(HAN);
    let length = HAN * letters.take_while(|letter| is_han(letter)).count();
    if length == text.len() {
        length
    } else {
        length.saturating_sub(HAN)
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '-' | '(' | ')')
}
