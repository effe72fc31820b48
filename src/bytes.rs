//! Texts read many bytes at a time. The only module that names memchr and simdutf8.

use memchr::{memchr, memchr_iter, memchr2, memchr3, memmem};

/// Where a word stands in a text, the ranges not touching each other.
pub fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    memmem::find_iter(text.as_bytes(), word.as_bytes())
}

/// The byte by which a text is found: in Chinese the last of a letter says most. The general search would prepare longer
/// than it searches a line.
const TELLING: usize = 15;

/// Where a text stands first in another, which is about a line long.
pub fn place(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let Some(last) = wanted.len().checked_sub(1) else {
        return Some(0);
    };
    let telling = last.min(TELLING);
    memchr_iter(wanted[telling], text)
        .filter_map(|at| at.checked_sub(telling))
        .find(|start| text[*start..].starts_with(wanted))
}

/// Where a byte stands first in a text.
pub fn first(text: &str, byte: u8) -> Option<usize> {
    memchr(byte, text.as_bytes())
}

/// Where a byte stands in a text.
pub fn each(text: &str, byte: u8) -> impl Iterator<Item = usize> {
    memchr_iter(byte, text.as_bytes())
}

/// Where a word stands in a text of about a line, the ranges not touching each other: as [`places`], without preparation.
pub fn places_in_line<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + place(text.get(from..)?, word)?;
        from = at + word.len().max(1);
        Some(at)
    })
}

/// The first of two bytes in a text.
pub fn first_of_two(text: &str, bytes: [u8; 2]) -> Option<usize> {
    memchr2(bytes[0], bytes[1], text.as_bytes())
}

/// The first of three bytes in a text.
pub fn first_of_three(text: &str, bytes: [u8; 3]) -> Option<usize> {
    memchr3(bytes[0], bytes[1], bytes[2], text.as_bytes())
}

/// Bytes tried together.
const CHUNK: usize = 16;

/// The first byte that answers to a test, which also sees the byte behind it (0 behind the last one). The test is put to
/// many bytes at a time, so it should compute, not branch.
pub fn first_where(text: &str, is_it: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let chunk = |at: usize| bytes.get(at..)?.first_chunk::<CHUNK>();
    let mut start = 0;
    while let Some((these, next)) = chunk(start).zip(chunk(start + 1)) {
        let found: [bool; CHUNK] = std::array::from_fn(|i| is_it(these[i], next[i]));
        if found != [false; CHUNK] {
            break;
        }
        start += CHUNK;
    }
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or(0);
    (start..bytes.len()).find(|at| is_it(bytes[*at], next(*at)))
}

/// Bytes as a text; `None` when they are not UTF-8.
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}
