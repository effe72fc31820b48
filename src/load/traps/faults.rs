//! What is said of each slip: its code, and the line as it should be typed.

use super::flow;
use crate::diag::{Diagnostic, Text, codes};
use crate::load::quoting::{Piece, typed};
use std::ops::Range;

/// A full-width colon where a key ends. `colon` is its byte in the piece.
pub fn full_width_colon(piece: Piece<'_>, key: &str, colon: usize) -> Diagnostic {
    let end = colon + '：'.len_utf8();
    let blanks = blanks_after(piece, end);
    Diagnostic::error(
        &codes::FULL_WIDTH_COLON,
        piece.place(colon, end),
        Text::new(
            format!("“{key}”后面是全角冒号“：”"),
            format!("a full-width colon follows \"{key}\""),
        ),
    )
    .hint(whole_line(piece, colon..end + blanks, ": "))
}

/// A colon without a blank behind it.
pub fn missing_blank(piece: Piece<'_>, key: &str, colon: usize) -> Diagnostic {
    Diagnostic::error(
        &codes::MISSING_BLANK,
        piece.place(colon, colon + 1),
        Text::new(
            format!("“{key}”的冒号后面缺少空格"),
            format!("no blank follows the colon of \"{key}\""),
        ),
    )
    .hint(whole_line(piece, colon..colon + 1, ": "))
}

/// The line with something changed, and all that is wrong between its brackets put right at once.
fn whole_line(piece: Piece<'_>, range: Range<usize>, instead: &str) -> Text {
    let Text { zh, en } = piece.changed_line(range, instead);
    Text::new(flow::mended(&zh), flow::mended(&en))
}

/// A list entry without a blank behind its dash, or with a dash that is not `-`.
pub fn bad_dash(piece: Piece<'_>, dash: Range<usize>) -> Diagnostic {
    let sign = piece.text.get(dash.clone()).unwrap_or_default();
    let blanks = blanks_after(piece, dash.end);
    let hint = piece.changed_line(dash.start..dash.end + blanks, "- ");
    let place = piece.place(dash.start, dash.end);
    let diagnostic = if sign == "-" {
        let message = Text::new(
            "列表的短横线后面缺少空格",
            "no blank follows the dash of a list entry",
        );
        Diagnostic::error(&codes::MISSING_BLANK, place, message)
    } else {
        let message = Text::new(
            format!("列表要用半角短横线，这里是“{sign}”"),
            format!("list entries begin with `-`, this is `{sign}`"),
        );
        Diagnostic::error(&codes::FULL_WIDTH_MARK, place, message)
    };
    diagnostic.hint(hint)
}

/// A full-width bracket or comma where YAML's own should stand.
pub fn full_width_mark(piece: Piece<'_>, range: Range<usize>, instead: &str) -> Diagnostic {
    let found = piece.text.get(range.clone()).unwrap_or_default();
    let diagnostic = Diagnostic::error(
        &codes::FULL_WIDTH_MARK,
        piece.place(range.start, range.end),
        Text::new(
            format!(
                "这里要用半角的“{}”，找到的是全角的“{found}”",
                instead.trim()
            ),
            format!(
                "`{}` should stand here, found the full-width `{found}`",
                instead.trim()
            ),
        ),
    );
    diagnostic.hint(whole_line(piece, range, instead))
}

/// A text that ` #` would cut. `value` is the whole text, `hash` the sign in it.
pub fn cut_by_comment(piece: Piece<'_>, value: usize, hash: usize) -> Diagnostic {
    let line = piece.line_at(hash);
    let value = value.max(line.start);
    let text = piece.text.get(value..line.end).unwrap_or_default();
    let indent = text.len() - text.trim_start().len();
    let Text { zh, en } = piece.quoted_line(value + indent);
    Diagnostic::error(
        &codes::CUT_BY_COMMENT,
        piece.place(hash, line.end),
        Text::new(
            "“ #”后面的文字会被当作注释丢掉",
            "the text behind ` #` would be dropped as a comment",
        ),
    )
    .hint(Text::new(
        format!("{zh}；若是注释，请在“#”后面空一格"),
        format!("{en}; for a comment, put a blank behind the `#`"),
    ))
}

/// A text that holds `: `, which ends a key.
pub fn colon_in_text(piece: Piece<'_>, value: usize, colon: usize) -> Diagnostic {
    Diagnostic::error(
        &codes::AMBIGUOUS_TEXT,
        piece.place(colon, colon + 1),
        Text::new(
            "没有引号的文字里不能有“: ”",
            "a text without quotes cannot hold a colon and a blank",
        ),
    )
    .hint(piece.quoted_line(value))
}

/// A `-` for an empty cell, which YAML takes for the beginning of a list.
pub fn lone_dash(piece: Piece<'_>, dash: usize) -> Diagnostic {
    Diagnostic::error(
        &codes::AMBIGUOUS_TEXT,
        piece.place(dash, dash + 1),
        Text::new(
            "括号里单独的“-”会被当作列表",
            "YAML takes a lone `-` between brackets for a list",
        ),
    )
    .hint(piece.changed_line(dash..dash + 1, "—"))
}

/// Indentation by anything but blanks.
pub fn bad_indent(piece: Piece<'_>, line: Range<usize>, indent: &str) -> Option<Diagnostic> {
    let (at, sign) = indent.char_indices().find(|(_, c)| *c != ' ')?;
    let (code, zh, en) = match sign {
        '\t' => (&codes::TAB_INDENT, "制表符（Tab）", "a tab"),
        '\u{3000}' => (&codes::WIDE_SPACE_INDENT, "全角空格", "a full-width space"),
        _ => (
            &codes::WIDE_SPACE_INDENT,
            "不间断空格等特殊空格",
            "a special space",
        ),
    };
    let width = |c: char| if c == ' ' { " " } else { "  " };
    let blanks: String = indent.chars().map(width).collect();
    let rest = piece
        .text
        .get(line.start + indent.len()..line.end)
        .unwrap_or_default();
    let Text {
        zh: zh_hint,
        en: en_hint,
    } = typed(&format!("{blanks}{rest}"));
    let start = line.start + at;
    Some(
        Diagnostic::error(
            code,
            piece.place(start, start + sign.len_utf8()),
            Text::new(
                format!("这一行用{zh}缩进，YAML只认半角空格"),
                format!("this line is indented with {en}, YAML knows blanks only"),
            ),
        )
        .hint(Text::new(
            format!("{zh_hint}（用半角空格缩进）"),
            format!("{en_hint} (indented with blanks)"),
        )),
    )
}

fn blanks_after(piece: Piece<'_>, offset: usize) -> usize {
    let rest = piece.text.get(offset..).unwrap_or_default();
    rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len()
}
