//! Every number in the text, in reading order: what `trace` lists and what checks of sources read.
//!
//! Figures are numbers with a key. The digits of wording and plain data are numbers without one, except those of
//! dates: 2026年, 7月10日, 1—6月, 2026-07-10, 10 July 2026.

mod dates;

use super::{Document, FullText, Key, Signs, Words};
use crate::diag::{Place, Sources};
use dates::{Neighbours, Run, is_date};
use std::ops::Range;

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberInText {
    /// What is printed: for figures all of it, for others the digits with the unit behind them.
    pub text: String,
    /// The figure it is; `None` for a number without a source.
    pub key: Option<Key>,
    /// A figure's place in the data; for others the expression that printed them, or their place in the wording.
    pub place: Option<Place>,
    /// The index of its block.
    pub block: usize,
}

/// All numbers of a document in reading order.
pub fn numbers(document: &Document, sources: &Sources) -> Vec<NumberInText> {
    let text = FullText::of(document);
    let all = text.words();
    all.iter().flat_map(|w| in_words(w, sources)).collect()
}

fn in_words(words: &Words<'_>, sources: &Sources) -> Vec<NumberInText> {
    let figures = words.figures().map(|(range, figure)| {
        let number = NumberInText {
            text: figure.text.clone(),
            key: Some(figure.key.clone()),
            place: figure.key.place.or(figure.origin.expression),
            block: words.block,
        };
        (range.start, number)
    });
    let typed = words.typed_numbers().map(|range| {
        let number = NumberInText {
            text: words.text.get(range.clone()).unwrap_or_default().to_owned(),
            key: None,
            place: words.place(range.clone(), sources),
            block: words.block,
        };
        (range.start, number)
    });
    let mut all: Vec<_> = figures.chain(typed).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, number)| number).collect()
}

/// The numbers without a source in a run of words: digits with the unit behind them, but for those of dates.
pub(super) fn typed_numbers(words: &Words<'_>) -> Vec<Range<usize>> {
    if !words.may_have(DIGITS) || all_in_figures(words) {
        return Vec::new();
    }
    let line = Line::new(words);
    let byte = |at: usize| line.bytes.get(at).copied().unwrap_or(words.text.len());
    let typed = line.typed().into_iter();
    typed.map(|(start, end)| byte(start)..byte(end)).collect()
}

const DIGITS: Signs = Signs::of(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６',
    '７', '８', '９',
]);

/// Whether figures have printed all digits of a run of words.
fn all_in_figures(words: &Words<'_>) -> bool {
    let mut figures = words.figures().peekable();
    let mut digits = words.signs().filter(|(_, c)| is_digit(*c));
    digits.all(|(at, _)| {
        while figures.next_if(|(range, _)| range.end <= at).is_some() {}
        figures.peek().is_some_and(|(range, _)| range.start <= at)
    })
}

/// Stands for a figure, so that digits beside it are not taken for part of it.
const FIGURE: char = '\u{fffc}';

/// A run of words as characters, with the byte offset of each.
struct Line {
    chars: Vec<char>,
    bytes: Vec<usize>,
}

impl Line {
    fn new(words: &Words<'_>) -> Self {
        let about = words.text.len() / 2;
        let (mut chars, mut bytes) = (Vec::with_capacity(about), Vec::with_capacity(about));
        let mut figures = words.figures().peekable();
        let mut skip_to = 0;
        for (at, c) in words.text.char_indices() {
            while let Some((range, _)) = figures.next_if(|(range, _)| range.start <= at) {
                skip_to = range.end;
                chars.push(FIGURE);
                bytes.push(at);
            }
            if at >= skip_to {
                chars.push(c);
                bytes.push(at);
            }
        }
        Self { chars, bytes }
    }

    /// The ranges of typed numbers that are not dates.
    fn typed(&self) -> Vec<(usize, usize)> {
        let digits = self.digits();
        let mut out = Vec::new();
        for (i, run) in digits.iter().enumerate() {
            let neighbours = Neighbours {
                before: i.checked_sub(1).and_then(|i| digits.get(i)),
                after: digits.get(i + 1),
            };
            if !is_date(&self.chars, run, &neighbours) && !is_label(&self.chars, run) {
                out.push((
                    letters_before(&self.chars, run.start),
                    unit_end(&self.chars, run.end),
                ));
            }
        }
        // `PM2.5` or `3G4` may reach into each other.
        out.dedup_by(|next, last| next.0 < last.1);
        out
    }

    /// The runs of digits with their decimals and thousands commas.
    fn digits(&self) -> Vec<Run> {
        let digit = |i: usize| self.chars.get(i).copied().is_some_and(is_digit);
        let mut out = Vec::new();
        let mut i = 0;
        while i < self.chars.len() {
            if !digit(i) {
                i += 1;
                continue;
            }
            let start = i;
            while digit(i)
                || (matches!(self.chars.get(i), Some('.' | ',' | '．' | '，')) && self.joins(i))
            {
                i += 1;
            }
            out.push(Run {
                start,
                end: i,
                value: whole(self.chars.get(start..i).unwrap_or_default()),
            });
        }
        out
    }

    /// Whether a point or comma belongs to the number around it: a comma only before three digits.
    fn joins(&self, at: usize) -> bool {
        let digit = |i: usize| self.chars.get(i).copied().is_some_and(is_digit);
        match self.chars.get(at) {
            Some('.' | '．') => digit(at + 1),
            Some(',') => (1..=3).all(|n| digit(at + n)) && !digit(at + 4),
            _ => false,
        }
    }
}

/// Whether a number says which table, chart or annex it is: 表1, 图1, 附件：1. at the beginning, 2. behind it.
fn is_label(chars: &[char], run: &Run) -> bool {
    let before = trimmed(chars.get(..run.start).unwrap_or_default());
    if before.len() > LONGEST_LABEL {
        return false;
    }
    let before: String = before.iter().collect();
    let behind = chars.get(run.end..).unwrap_or_default();
    match before.as_str() {
        "表" | "图" | "Table" | "Figure" => true,
        "" | "附件：" | "Annexes:" => behind.starts_with(&['.', ANNEX_GAP]),
        _ => false,
    }
}

/// The length of `Annexes:`.
const LONGEST_LABEL: usize = 8;

/// Some characters without the blanks around them.
fn trimmed(chars: &[char]) -> &[char] {
    let is_word = |c: &char| !c.is_whitespace();
    let start = chars.iter().position(is_word).unwrap_or(chars.len());
    let end = chars.iter().rposition(is_word).map_or(start, |at| at + 1);
    chars.get(start..end).unwrap_or_default()
}

/// What stands between the number of an annex and its name, so that the two do not read as one number.
const ANNEX_GAP: char = '\u{a0}';

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn whole(chars: &[char]) -> Option<u32> {
    if chars.len() > 4 {
        return None;
    }
    chars.iter().try_fold(0, |value, c| {
        let digit = c
            .to_digit(10)
            .or_else(|| (*c as u32).checked_sub('０' as u32).filter(|d| *d < 10))?;
        Some(value * 10 + digit)
    })
}

fn followed_by(chars: &[char], at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let mut rest = chars.get(at..).unwrap_or_default().iter();
        word.chars().all(|c| rest.next() == Some(&c))
    })
}

/// The start of a number with the Latin letters right before it: `PM2.5`, `A4`.
fn letters_before(chars: &[char], start: usize) -> usize {
    let before = chars.get(..start).unwrap_or_default();
    start
        - before
            .iter()
            .rev()
            .take_while(|c| c.is_ascii_alphabetic())
            .count()
}

/// Units that are printed right behind a number, longer ones before those they begin with.
const UNITS: &[&str] = &[
    "个百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "美元",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "瓦时",
    "伏",
    "瓦",
    "克",
    "小时",
    "分钟",
    "人次",
    "个月",
    "元",
    "%",
    "％",
    "‰",
    "倍",
    "番",
    "成",
    "个",
    "家",
    "户",
    "人",
    "名",
    "项",
    "次",
    "件",
    "亩",
    "米",
    "吨",
    "台",
    "套",
    "处",
    "条",
    "座",
    "场",
    "期",
    "批",
    "篇",
    "所",
    "辆",
    "天",
    "年",
    "分",
    "位",
];

/// The end of a number with its multiplier and unit: 1.25亿元, 10kv.
fn unit_end(chars: &[char], end: usize) -> usize {
    let count = |from: usize, test: fn(&char) -> bool| -> usize {
        chars
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|c| test(c))
            .count()
    };
    let end = end
        + count(end, |c| {
            matches!(c, '十' | '百' | '千' | '万' | '亿' | '多' | '余')
        });
    let latin = count(end, char::is_ascii_alphabetic);
    if latin > 0 {
        return end + latin;
    }
    let unit = UNITS.iter().find(|unit| followed_by(chars, end, &[unit]));
    end + unit.map_or(0, |unit| unit.chars().count())
}
