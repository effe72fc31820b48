//! Which typed numbers are no figures: ordinals, labels, document numbers, times, parts of names.

use crate::checks::reading::{after, before, first_of, is_han};
use std::ops::Range;

/// What makes a name or a label of the number before it.
const BEHIND: [&str; 45] = [
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
    "世纪",
    "单元",
    "强",
    "岁以上",
    "岁以下",
    "周岁",
];

/// What makes a label of the number behind it.
const BEFORE: [&str; 22] = [
    "第", "表", "图", "附件", "附表", "附图", "附录", "φ", "Φ", "No.", "No. ", "no. ", "Annex ",
    "Table ", "Figure ", "Section ", "Chapter ", "Article ", "Phase ", "Part ", "Step ", "Item ",
];

/// What makes a name of a number without a unit behind it.
const BEFORE_BARE: [&str; 7] = ["邮编", "编号", "电话", "尾号", "单元", "栋", "幢"];

/// What the numbers of emergencies have behind them.
const SERVICES: [&str; 9] = [
    "联动",
    "指挥",
    "急救",
    "报警",
    "接警",
    "接处警",
    "消防",
    "警情",
    "平台",
];

/// What joins the numbers of a list or span.
const JOINTS: [char; 7] = ['、', '和', '至', '—', '～', '-', '－'];

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
    number.chars().all(is_digit)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_named(number: &str, head: &str, tail: &str) -> bool {
    let ends_with = |head: &str, words: &[&str]| words.iter().any(|word| head.ends_with(word));
    let named = ends_with(head, &BEFORE) || ends_with(before_list(head), &BEFORE);
    let labelled = ends_with(head.trim_end_matches(['：', ':']), &BEFORE_BARE);
    // 2期工程; but 培训班2期 is a count.
    let phase = number.ends_with('期') && first_of(tail, &["工程", "项目", "厂房"]).is_some();
    let behind = first_of(behind_list(tail), &BEHIND).is_some();
    let emergency =
        matches!(number, "110" | "119" | "120" | "122") && first_of(tail, &SERVICES).is_some();
    // 0事故, 东经111°28′
    let nothing = number == "0" && tail.starts_with(is_han);
    let angle = tail.starts_with(['°', '′', '″']);
    let bare = labelled || behind || emergency || nothing || angle;
    let version = number.contains('.') && is_plain(number) && tail.starts_with(['版', '节']);
    named || phase || version || (is_bare(number) && bare)
}

/// What stands before a list or span that a text ends with: 第 of 第3—, 附件 of 附件1、.
fn before_list(head: &str) -> &str {
    let mut rest = head;
    while let Some(list) = rest.strip_suffix(JOINTS) {
        let before = list.trim_end_matches(is_digit);
        if before.len() == list.len() {
            break;
        }
        rest = before;
    }
    rest
}

/// What stands behind a list or span that a text begins with: 后 of 、90后.
fn behind_list(tail: &str) -> &str {
    let mut rest = tail;
    while let Some(list) = rest.strip_prefix(JOINTS) {
        let behind = list.trim_start_matches(is_digit);
        if behind.len() == list.len() {
            break;
        }
        rest = behind;
    }
    rest
}

fn is_plain(number: &str) -> bool {
    number.chars().all(|c| is_digit(c) || c == '.')
}

/// ISO 9001, GB/T 19001, and Windows 11 among 汉字.
fn follows_word(head: &str) -> bool {
    let Some(head) = head.strip_suffix(' ') else {
        return false;
    };
    let before = head.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '/');
    let word = head.get(before.len()..).unwrap_or_default();
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let among_han = before.ends_with(|c| is_han(c) || "、，。；：（《“".contains(c));
    capitals >= 2 || (capitals == 1 && among_han)
}

/// The 400 of K123+400.
fn is_chainage(head: &str) -> bool {
    head.strip_suffix(['+', '＋'])
        .is_some_and(|h| h.ends_with(is_digit) && h.trim_end_matches(is_digit).ends_with('K'))
}

/// PM2.5, A4, 5G, 21st, 1+6, 8·15, 1∶500, 2.0.1, telephone numbers, years in English.
fn is_code(number: &str, text: &str, range: &Range<usize>) -> bool {
    let begins = number.starts_with(|c: char| c.is_ascii_alphabetic());
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = number.get(digits.len()..).unwrap_or_default();
    // 20XX is a gap and told as one.
    let gap = !letters.is_empty() && letters.chars().all(|c| matches!(c, 'X' | 'x'));
    let ends = gap
        || matches!(letters, "st" | "nd" | "rd" | "th")
        || (letters.len() == 1 && letters != "m" && letters != "t");
    let joint = |c: Option<char>| {
        matches!(
            c,
            Some('+' | '·' | '＋' | '－' | '-' | '/' | '〔' | '∶' | '@')
        )
    };
    let joined = joint(before(text, range.start)) || joint(after(text, range.end));
    let long = is_bare(number) && number.len() >= 7;
    let year = number.len() == 4
        && (number.starts_with("19") || number.starts_with("20"))
        && is_bare(number);
    let in_english = before(text, range.start).is_none_or(|c| c.is_ascii() || c == '–');
    let head = text.get(..range.start).unwrap_or_default();
    let in_name = joined || follows_word(head);
    let parts = number.matches('.').count() > 1;
    begins
        || ends
        || long
        || parts
        || is_chainage(head)
        || (is_bare(number) && in_name)
        || (year && in_english)
}

/// Parts of the day, which make a time of the number behind them.
const DAY: [&str; 7] = ["上午", "下午", "中午", "晚上", "早上", "凌晨", "晚"];

/// 8:30, 14时30分, 24小时, 下午3点, 90年代, 26年6月.
fn is_time(number: &str, head: &str, tail: &str) -> bool {
    let digit = is_digit;
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
        && (first_of(tail, &["点半", "点整", "点钟", "点前", "点后"]).is_some()
            || DAY.iter().any(|part| head.ends_with(part)));
    let month = tail.trim_start_matches(digit);
    let in_year = number.ends_with('年')
        && (tail.starts_with('代') || (month.len() < tail.len() && month.starts_with('月')));
    let is_clock = behind_colon || before_colon || hour || minute || clock;
    is_clock || in_year || matches!(number, "24小时" | "8小时")
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
