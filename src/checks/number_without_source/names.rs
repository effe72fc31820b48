//! Which typed numbers are no figures: ordinals, labels, document numbers, times, parts of names.

use crate::checks::reading::{after, before, first_of};
use std::ops::Range;

/// What makes a name or a label of the number before it.
const BEHIND: [&str; 39] = [
    "号",
    "路",
    "街",
    "巷",
    "楼",
    "栋",
    "幢",
    "室",
    "层",
    "届",
    "后",
    "版",
    "级",
    "#",
    "标段",
    "热线",
    "周年",
    "区",
    "线",
    "国道",
    "省道",
    "高速",
    "厂",
    "班",
    "型",
    "系列",
    "条例",
    "工程",
    "项目",
    "行动",
    "计划",
    "模式",
    "机制",
    "学年",
    "学期",
    "级台阶",
    "年级",
    "地块",
    "制",
];

/// What makes a label of the number behind it.
const BEFORE: [&str; 20] = [
    "第", "表", "图", "附件", "附表", "附图", "附录", "No.", "No. ", "no. ", "Annex ", "Table ",
    "Figure ", "Section ", "Chapter ", "Article ", "Phase ", "Part ", "Step ", "Item ",
];

/// Whether the number in a range of a text is part of a name, a label or a time.
pub(super) fn is_name(text: &str, range: &Range<usize>) -> bool {
    let number = text.get(range.clone()).unwrap_or_default();
    let head = text.get(..range.start).unwrap_or_default();
    let tail = text.get(range.end..).unwrap_or_default();
    is_named(number, head, tail)
        || is_code(number, text, range)
        || is_time(number, head, tail)
        || is_label(number, head, tail)
        || is_inside(head, tail, ['《', '》'])
        || is_inside(head, tail, ['〔', '〕'])
        || (is_bare(number) && is_inside(head, tail, ['“', '”']))
}

fn is_bare(number: &str) -> bool {
    number.chars().all(|c| c.is_ascii_digit())
}

fn is_named(number: &str, head: &str, tail: &str) -> bool {
    let named = BEFORE.iter().any(|word| head.ends_with(word));
    // 2期工程; but 培训班2期 is a count.
    let phase = number.ends_with('期') && first_of(tail, &["工程", "项目", "厂房"]).is_some();
    let behind = is_bare(number) && first_of(tail, &BEHIND).is_some();
    named || phase || behind
}

/// PM2.5, A4, 5G, 21st, 1+6, 8·15, telephone numbers, years in English.
fn is_code(number: &str, text: &str, range: &Range<usize>) -> bool {
    let begins = number.starts_with(|c: char| c.is_ascii_alphabetic());
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = number.get(digits.len()..).unwrap_or_default();
    // 20XX is a gap and told as one.
    let gap = !letters.is_empty() && letters.chars().all(|c| matches!(c, 'X' | 'x'));
    let ends = gap
        || matches!(letters, "st" | "nd" | "rd" | "th")
        || (letters.len() == 1 && letters != "m" && letters != "t");
    let joint = |c: Option<char>| matches!(c, Some('+' | '·' | '＋' | '－' | '-' | '/' | '〔'));
    let joined = joint(before(text, range.start)) || joint(after(text, range.end));
    let long = is_bare(number) && number.len() >= 7;
    let year = number.len() == 4
        && (number.starts_with("19") || number.starts_with("20"))
        && is_bare(number);
    let in_english = before(text, range.start).is_none_or(|c| c.is_ascii());
    begins || ends || long || (is_bare(number) && joined) || (year && in_english)
}

/// 8:30, 14时30分, 24小时.
fn is_time(number: &str, head: &str, tail: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let behind_colon = head
        .strip_suffix([':', '：'])
        .is_some_and(|h| h.ends_with(digit));
    let before_colon = tail
        .strip_prefix([':', '：'])
        .is_some_and(|t| t.starts_with(digit));
    let hour = tail.starts_with('时')
        && first_of(tail, &["时间", "时期", "时段", "时代", "时候"]).is_none();
    let minute = head.ends_with('时') && number.ends_with('分');
    let clock = tail.starts_with('点')
        && first_of(tail, &["点半", "点整", "点钟", "点前", "点后"]).is_some();
    behind_colon || before_colon || hour || minute || clock || matches!(number, "24小时" | "8小时")
}

/// A label typed by hand at the beginning of a line or sentence: `1.`, `2、`, `（3）`.
fn is_label(number: &str, head: &str, tail: &str) -> bool {
    let begins = head.is_empty() || head.ends_with(['\n', '。', '；', '：']);
    let ends = tail.starts_with(['.', '．', '、', '）', ')'])
        && !tail
            .get(1..)
            .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
    let bracketed = head.ends_with(['（', '(']) && tail.starts_with(['）', ')']);
    is_bare(number) && ((begins && ends) || bracketed)
}

/// Whether brackets or quotation marks are open around it, in the same line.
fn is_inside(head: &str, tail: &str, [open, close]: [char; 2]) -> bool {
    let last = head.rfind([open, close, '\n']);
    let is_open = last.is_some_and(|at| head.get(at..).is_some_and(|h| h.starts_with(open)));
    let closes = tail.find([open, close, '\n']);
    is_open && closes.is_some_and(|at| tail.get(at..).is_some_and(|t| t.starts_with(close)))
}
