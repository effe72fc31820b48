//! What stands between `[]` or `{}`, as raw text.

use super::faults::{full_width_colon, full_width_mark, lone_dash, missing_blank};
use super::is_known;
use crate::diag::Diagnostic;
use crate::load::quoting::Piece;

/// One past the bracket that closes the first one of a text; `None` if it stays open.
pub fn end(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (i, c) in outside_quotes(text) {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// How many more brackets a text opens than it closes.
pub fn balance(text: &str) -> isize {
    outside_quotes(text)
        .map(|(_, c)| match c {
            '{' | '[' => 1,
            '}' | ']' => -1,
            _ => 0,
        })
        .sum()
}

/// The slips in a byte range of a piece that lies between brackets.
pub fn slips(piece: Piece<'_>, start: usize, end: usize) -> Vec<Diagnostic> {
    let text = piece.text.get(start..end).unwrap_or_default();
    let mut out = Vec::new();
    let mut word = 0;
    for (i, c) in outside_quotes(text) {
        let next = i + c.len_utf8();
        let after = &text[next..];
        let key = text[word..i].trim();
        match c {
            '：' if is_known(key) => out.push(full_width_colon(piece, key, start + i)),
            ':' if is_known(key) && !after.starts_with([' ', '\t']) && !after.is_empty() => {
                out.push(missing_blank(piece, key, start + i));
            }
            '，' if begins_with_key(after) => {
                out.push(full_width_mark(piece, start + i..start + next, ", "));
            }
            _ => {}
        }
        if c == '-' && key.is_empty() && after.trim_start().starts_with([',', ']', '}']) {
            out.push(lone_dash(piece, start + i));
        }
        if matches!(c, ',' | '，' | '{' | '[') {
            word = next;
        }
    }
    out
}

/// A line with all slips between its brackets put right; a line whose value is running text stays as it is.
pub fn mended(line: &str) -> String {
    let is_flow = |i: usize| line[..i].trim_end().ends_with([':', '：', '-']);
    let Some(first) = line.find(['{', '｛', '[', '［']).filter(|i| is_flow(*i)) else {
        return line.to_owned();
    };
    let mut out = String::with_capacity(line.len());
    let mut rest = 0;
    for (i, c) in outside_quotes(line).filter(|(i, _)| *i >= first) {
        let next = i + c.len_utf8();
        let has_blank = line[next..].starts_with(' ');
        let instead = match c {
            '｛' => "{",
            '｝' => "}",
            '：' if has_blank && ends_with_key(&line[..i]) => ":",
            '：' if ends_with_key(&line[..i]) => ": ",
            ':' if !has_blank && ends_with_key(&line[..i]) => ": ",
            '，' if has_blank && begins_with_key(&line[next..]) => ",",
            '，' if begins_with_key(&line[next..]) => ", ",
            _ => continue,
        };
        out.push_str(&line[rest..i]);
        out.push_str(instead);
        rest = next;
    }
    out.push_str(&line[rest..]);
    out
}

fn ends_with_key(text: &str) -> bool {
    let word = text
        .rfind([',', '，', '{', '｛'])
        .map_or(text, |i| &text[i..]);
    is_known(word.trim_start_matches([',', '，', '{', '｛']))
}

/// Whether a text goes on with a key and its colon, full-width or not.
pub fn begins_with_key(text: &str) -> bool {
    text.find([':', '：'])
        .is_some_and(|colon| is_known(&text[..colon]))
}

/// The letters of a text that do not stand in quotes; a quote counts only where a value can begin.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut escaped = false;
    let mut can_begin = true;
    text.char_indices().filter(move |&(_, c)| {
        if let Some(open) = quote {
            if escaped {
                escaped = false;
            } else if open == '"' && c == '\\' {
                escaped = true;
            } else if c == open {
                quote = None;
            }
            return false;
        }
        if can_begin && matches!(c, '"' | '\'') {
            quote = Some(c);
            can_begin = false;
            return false;
        }
        can_begin = matches!(c, ',' | ':' | '[' | '{') || (can_begin && c == ' ');
        true
    })
}
