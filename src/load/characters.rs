//! Characters that no text may hold: those the program marks its own text with, and control characters.

use super::quoting::Piece;
use crate::bytes::first_where;
use crate::diag::{Diagnostic, Text, codes};

/// Most characters reported of one file; a file full of them is no text.
const MOST: usize = 20;

/// The errors for all characters of a piece that may not stand in it.
pub fn reserved(piece: Piece<'_>) -> Vec<Diagnostic> {
    if are_ordinary(piece.text) {
        return Vec::new();
    }
    piece
        .text
        .char_indices()
        .filter(|(_, c)| is_reserved(*c))
        .take(MOST)
        .map(|(at, c)| {
            let number = format!("U+{:04X}", c as u32);
            Diagnostic::error(
                &codes::RESERVED_CHARACTER,
                piece.place(at, at + c.len_utf8()),
                Text::new(
                    format!("这里有一个看不见的字符（{number}），不能使用"),
                    format!("an invisible character stands here ({number}) that cannot be used"),
                ),
            )
            .hint(Text::new(
                "请删去这个字符，重新键入这一行",
                "delete it, or type the line again",
            ))
        })
        .collect()
}

/// Whether a text holds only letters, blanks and line ends: no such character, no tab, no lone carriage return, no byte
/// order mark. A few rare letters that look like them in their first bytes count as none.
pub fn are_ordinary(text: &str) -> bool {
    let is_control = |b: u8| (b < b' ') & (b != b'\n') & (b != b'\r') | (b == 0x7f);
    let may_be_odd = |b: u8, next: u8| {
        is_control(b)
            | (b == b'\r') & (next != b'\n')
            | (b == 0xc2) & (next < 0xa0)
            | (b == 0xef) & ((next == 0xb7) | (next == 0xbb) | (next == 0xbf))
    };
    let mut rest = text;
    while let Some(at) = first_where(rest, may_be_odd) {
        // U+FFC0 to U+FFFD are ordinary, but begin as U+FFFE and U+FFFF do.
        match rest.get(at..).map(str::as_bytes) {
            Some([0xef, 0xbf, 0x80..=0xbd, ..]) => rest = rest.get(at + 3..).unwrap_or_default(),
            _ => return false,
        }
    }
    true
}

/// Whether a text holds such a character; escapes in double quotes can bring one in unseen.
pub fn is_clean(text: &str) -> bool {
    !text.chars().any(is_reserved)
}

fn is_reserved(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}
