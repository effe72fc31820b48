//! Characters that no text may hold: those the program marks its own text with, and control characters.

use super::quoting::Piece;
use crate::bytes::first_where;
use crate::diag::{Diagnostic, Text, codes};

/// Most characters reported of one file; a file full of them is no text.
const MOST: usize = 20;

/// The errors for all characters of a piece that may not stand in it.
pub fn reserved(piece: Piece<'_>) -> Vec<Diagnostic> {
    if !may_have_some(piece.text) {
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

/// Whether a text has a byte with which such a character begins.
fn may_have_some(text: &str) -> bool {
    let is_control = |b: u8| (b < b' ') & (b != b'\n') & (b != b'\r') & (b != b'\t') | (b == 0x7f);
    let begins_one =
        |b: u8, next: u8| (b == 0xc2) | (b == 0xef) & ((next == 0xb7) | (next == 0xbf));
    first_where(text, |b, next| is_control(b) | begins_one(b, next)).is_some()
}

/// Whether a text holds such a character; escapes in double quotes can bring one in unseen.
pub fn is_clean(text: &str) -> bool {
    !text.chars().any(is_reserved)
}

fn is_reserved(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}
