//! Lengths of a paragraph as attributes, for the style sheet and the body alike.

use crate::layout::{Chars, Indent, Line, TextStyle, Twips};

/// The attributes of `w:ind`. Each length is written twice, in characters for Word and WPS, which keep it when the
/// font size changes, and in twips for programs that do not know characters.
pub fn indent_attributes(indent: Indent, pitch: Twips) -> [(&'static str, i32); 6] {
    let first = indent.first_line;
    // A first line that stands out to the left is a matter of its own in the file.
    let (chars, twips, first) = if first < Chars(0) {
        ("w:hangingChars", "w:hanging", Chars(0) - first)
    } else {
        ("w:firstLineChars", "w:firstLine", first)
    };
    [
        ("w:leftChars", indent.left.0),
        ("w:left", indent.left.twips(pitch).0),
        ("w:rightChars", indent.right.0),
        ("w:right", indent.right.twips(pitch).0),
        (chars, first.0),
        (twips, first.twips(pitch).0),
    ]
}

/// The attributes of `w:spacing` in a paragraph.
pub fn line_attributes(text: &TextStyle) -> [(&'static str, String); 4] {
    let (line, rule) = match text.line {
        Line::Exact(pitch) => (pitch.0, "exact"),
        // 240 stand for one line.
        Line::Times(hundredths) => (i32::from(hundredths) * 12 / 5, "auto"),
    };
    [
        ("w:before", text.before.0.to_string()),
        ("w:after", text.after.0.to_string()),
        ("w:line", line.to_string()),
        ("w:lineRule", rule.to_owned()),
    ]
}
