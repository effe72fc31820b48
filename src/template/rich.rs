//! What Markdown may not do in a text of the data: make headings, which would upset the numbering around it.

use super::scan::Remark;
use crate::bytes;
use crate::diag::{Text, codes};
use crate::model::{Wording, WordingKind};

/// Finds headings and tags in a rich text.
pub(super) fn check(wording: &Wording, remarks: &mut Vec<Remark>) {
    if wording.kind != WordingKind::Rich {
        return;
    }
    let mut at = 0;
    let mut previous_is_text = false;
    let has_tags = bytes::place(&wording.text, "{%").is_some();
    for line in wording.text.split_inclusive('\n') {
        let text = line.trim_end();
        let inner = text.trim_start_matches(' ');
        let start = at + (text.len() - inner.len());
        if text.len() - inner.len() < 4 {
            check_heading(inner, start, previous_is_text, remarks);
        }
        if has_tags {
            check_tags(text, at, remarks);
        }
        previous_is_text = !inner.is_empty();
        at += line.len();
    }
}

fn check_heading(line: &str, start: usize, previous_is_text: bool, remarks: &mut Vec<Remark>) {
    let range = (start, start + line.len());
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let is_heading = (1..=6).contains(&hashes)
        && line[hashes..]
            .chars()
            .next()
            .is_none_or(|c| c == ' ' || c == '\t');
    if is_heading {
        let message = Text::new("正文里不能写标题", "a heading cannot stand in a body");
        let hint = Text::new(
            "把它写成分项的 标题；要印出“#”，请写 \\#",
            "make it an item's title; write \\# for the sign",
        );
        remarks.push(Remark::error(range, &codes::MARKDOWN_NOT_ALLOWED, message).hint(hint));
    }
    let is_underline = |sign: char| !line.is_empty() && line.chars().all(|c| c == sign);
    if previous_is_text && (is_underline('=') || is_underline('-')) {
        let message = Text::new(
            "这一行会把上一行变成标题",
            "this line would make a heading of the one above",
        );
        let hint = Text::new(
            "前面空一行，或删去这一行",
            "leave a blank line before it, or drop it",
        );
        remarks.push(Remark::error(range, &codes::MARKDOWN_NOT_ALLOWED, message).hint(hint));
    }
}

fn check_tags(line: &str, start: usize, remarks: &mut Vec<Remark>) {
    for (at, _) in line.match_indices("{%") {
        if line[..at].ends_with('\\') {
            continue;
        }
        let message = Text::new(
            "正文里只能用 {{ }}，不能用 {% %}",
            "only {{ }} works here, not {% %}",
        );
        let hint = Text::new(
            "条件和循环写在模板里；要印出“{%”，请写 \\{%",
            "put it into the template; write \\{% for the signs",
        );
        let range = (start + at, start + at + 2);
        remarks.push(Remark::error(range, &codes::TAG_NOT_ALLOWED, message).hint(hint));
    }
}
