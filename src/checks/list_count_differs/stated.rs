//! Where a text says how many things it lists.

use super::Listed;
use crate::checks::labels::{is_numeral, numeral};
use crate::checks::reading::{before, clause, first_of, is_han, statement};
use crate::document::{Signs, Words};
use std::ops::Range;

/// A number of things to be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// How many.
    pub(super) number: u32,
    /// What says so: 三项工作.
    pub(super) range: Range<usize>,
    /// Where the list begins.
    pub(super) list: usize,
    /// Whether the list may be one of names in a row.
    pub(super) is_named: bool,
    /// Whether the list need not be whole (等).
    pub(super) and_more: bool,
}

/// What is counted. 次, 人 and 家次 are not listed one by one.
const MEASURES: [&str; 14] = [
    "个", "项", "点", "条", "大", "类", "种", "件", "方面", "家", "座", "所", "套", "门",
];

/// What makes a span of 个: 三个月, 两个百分点.
const SPANS: [&str; 8] = [
    "月",
    "多月",
    "半月",
    "百分点",
    "小时",
    "工作日",
    "星期",
    "季度",
];

/// The longest words between the measure and the colon, in characters.
const TAIL: usize = 10;

/// What says that not all of them are listed.
const SOME: [&str; 5] = ["主要", "重点", "部分", "典型", "之一"];

/// What joins a number to its list as a colon does.
const JOINTS: [&str; 5] = ["，分别是", "，分别为", "，即", "分别是", "分别为"];

/// What stands before the number of what follows in blocks of its own.
const ANNOUNCING: [&str; 3] = ["以下", "下列", "如下"];

/// The words one of which is in every such statement without a colon.
pub(super) const SAID: [&str; 6] = ["，即", "分别是", "分别为", "以下", "下列", "如下"];

/// The signs of statements: colons and titles.
pub(super) const SIGNS: Signs = Signs::of(&['：', '》']);

/// All such statements of a text: with a colon or 分别是 behind them, and those of 以下 at the end of a sentence.
/// Without one of the words of [`SAID`] there can only be those of colons.
pub(super) fn stated(words: &Words<'_>, says: bool) -> Vec<Stated> {
    let text = words.text;
    let colons = words.signs().filter(|(_, c)| *c == '：');
    let colons = colons.map(|(at, c)| (at, at + c.len_utf8()));
    let joints = JOINTS.iter().filter(|_| says).flat_map(|joint| {
        let places = words.places_of(joint);
        places.map(|at| (at, at + joint.len()))
    });
    let with_list = colons
        .chain(joints)
        .filter_map(|(at, list)| before_list(text, at, list));
    let announced = ANNOUNCING
        .iter()
        .filter(|_| says)
        .flat_map(|word| announced(words, word).into_iter());
    let mut out: Vec<Stated> = with_list.chain(announced).collect();
    out.retain(|said| !words.is_code(said.range.start));
    out.sort_by_key(|said| (said.range.start, said.list));
    out.dedup_by_key(|said| said.range.start);
    out
}

/// The number of things at the end of what stands before a colon.
fn before_list(text: &str, end: usize, list: usize) -> Option<Stated> {
    let start = clause(text, end).start;
    let head = text.get(start..end)?;
    let mut places = head.char_indices().rev();
    let (number, at, measured) = places.find_map(|(at, _)| counted(text, start + at, &MEASURES))?;
    let tail = text.get(measured..end)?;
    let fits = tail.chars().all(is_han) && tail.chars().count() <= TAIL;
    fits.then_some(Stated {
        number,
        range: at..end,
        list,
        is_named: true,
        and_more: SOME.iter().any(|word| tail.contains(word)),
    })
}

/// 以下三个方面, where the sentence ends so, and what follows begins.
fn announced(words: &Words<'_>, word: &'static str) -> Vec<Stated> {
    let text = words.text;
    let places = words.places_of(word);
    let found = places.filter_map(|at| {
        let before = before(text, at);
        // 18岁以下两类人员
        let is_limit =
            before.is_some_and(|c| c.is_ascii_digit() || "岁万亿元人级%％米里吨亩年".contains(c));
        let (number, start, measured) = counted(text, at + word.len(), &MEASURES)?;
        let sentence = statement(text, at);
        let ends = text.get(measured..sentence.end)?.chars().all(is_han);
        let full_stop = text
            .get(sentence.end..)?
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        (!is_limit && ends).then_some(Stated {
            number,
            range: start..sentence.end,
            list: sentence.end + full_stop,
            is_named: false,
            and_more: false,
        })
    });
    found.collect()
}

/// The number of things at an offset, where it begins, and the end of its measure.
fn counted(text: &str, at: usize, measures: &[&str]) -> Option<(u32, usize, usize)> {
    let rest = text.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit() || counts(c)) {
        return None;
    }
    let is_part = |c: char| {
        c.is_ascii_digit() || "一二两三四五六七八九十百千万几第、.．—～至零数余".contains(c)
    };
    if before(text, at).is_some_and(is_part) {
        return None;
    }
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if digits.len() < rest.len() {
        digits
    } else {
        rest.trim_start_matches(counts)
    };
    let typed = rest.get(..rest.len() - behind.len())?;
    let number = match typed {
        "两" => Some(2),
        _ => typed.parse().ok().or_else(|| numeral(typed)),
    };
    let measure = first_of(behind, measures)?;
    let after = behind.get(measure.len()..)?;
    let is_span = measure == "个" && first_of(after, &SPANS).is_some();
    let number = number.filter(|n| (2..=30).contains(n) && !is_span)?;
    let end = at + typed.len() + measure.len();
    Some((number, at, end))
}

/// Whether a number of things is written with a character: 两 too, which no label has.
fn counts(c: char) -> bool {
    is_numeral(c) || c == '两'
}

/// How titles are counted.
const OF_TITLES: [&str; 8] = ["本", "部", "篇", "个", "项", "份", "门", "首"];

/// The fewest titles that make a list.
const TITLES: usize = 2;

/// More than so many are copies.
const FEW: u32 = 9;

/// Verbs of copies, which are more than their titles.
const COPIES: [&str; 6] = ["发放", "印发", "印制", "赠", "订", "发送"];

/// 《甲》《乙》两本书, with the number of titles.
pub(super) fn titles(words: &Words<'_>) -> Vec<(Stated, Listed)> {
    let text = words.text;
    let ends = words.signs().filter(|(_, c)| *c == '》');
    let found = ends.filter_map(|(at, _)| {
        let end = at + '》'.len_utf8();
        let behind = text.get(end..)?;
        let (and_more, rest) = match behind.strip_prefix('等') {
            Some(rest) => (true, rest),
            None => (false, behind),
        };
        let (number, start, measured) = counted(text, text.len() - rest.len(), &OF_TITLES)?;
        let whole = clause(text, at);
        let head = text.get(whole.start..end)?;
        let listed = run_of_titles(head);
        let copies = COPIES.iter().any(|verb| head.contains(verb));
        if listed < TITLES || number > FEW || copies || words.is_code(at) {
            return None;
        }
        let said = Stated {
            number,
            range: start..measured,
            list: end,
            is_named: false,
            and_more,
        };
        Some((said, Listed::exactly(listed)))
    });
    found.collect()
}

/// How many titles stand side by side at the end of a text.
fn run_of_titles(text: &str) -> usize {
    let mut rest = text;
    let mut number = 0;
    while let Some(head) = rest.strip_suffix('》') {
        let Some((before, _)) = head.rsplit_once('《') else {
            break;
        };
        number += 1;
        let joint = ["、", "和", "与", "及", "以及"];
        let joint = joint.iter().rev().find_map(|j| before.strip_suffix(*j));
        rest = joint.unwrap_or(before);
    }
    number
}
