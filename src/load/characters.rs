//! Characters that no text may hold: those the program marks its own text with, and control characters.

use super::quoting::Piece;
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
    let bytes = text.as_bytes();
    let behind = |n: usize| bytes.get(n..).unwrap_or_default();
    // Without a way out in between, many bytes are looked at at once.
    let inside = bytes.iter().zip(behind(1)).zip(behind(2));
    let odd = inside.fold(0, |odd, ((a, b), c)| odd | u8::from(is_odd(*a, *b, *c)));
    let last = behind(bytes.len().saturating_sub(2)).iter();
    let next = last.clone().skip(1).chain(b"\n");
    odd == 0 && !last.zip(next).any(|(a, b)| is_odd(*a, *b, b'\n'))
}

/// Whether a byte with the two behind it begins what is not ordinary.
fn is_odd(byte: u8, next: u8, third: u8) -> bool {
    let is_control = (byte < b' ') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f);
    let is_lone_return = (byte == b'\r') & (next != b'\n');
    let is_second_control = (byte == 0xc2) & (next < 0xa0);
    let is_mark =
        (byte == 0xef) & ((next == 0xb7) | (next == 0xbb) | ((next == 0xbf) & (third >= 0xbe)));
    is_control | is_lone_return | is_second_control | is_mark
}

/// Whether a text holds such a character; escapes in double quotes can bring one in unseen.
pub fn is_clean(text: &str) -> bool {
    !text.chars().any(is_reserved)
}

fn is_reserved(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}
