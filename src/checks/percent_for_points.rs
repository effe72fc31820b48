//! `percent-for-points` 百分点误用: per cent where percentage points are meant, and the other way round.

use super::reading::{clause, first_of, number_end, statement};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{Signs, Words};
use std::borrow::Cow;

static CODE: Code = Code {
    id: "percent-for-points",
    zh: "百分点误用",
    unreadable: false,
};

/// Only where the words beside the number leave no doubt.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

增速、增幅、占比、比重和各种“率”的升降，是不是误用了“%”；数量的增减，是不是误用了“个百分点”。只报上下文说得清的。

## 为什么要紧

比重从20%升到22%，是提高2个百分点，不是提高2%（那是20.4%）。两种说法差得很远。

## 例子

    正文: |
      绿化覆盖率比上年提高2%。

## 怎么改

    正文: |
      绿化覆盖率比上年提高2个百分点。
";

const PAGE_EN: &str = "\
## What it checks

Whether the change of a rate or share is told in per cent, or that of an amount in percentage points, in a Chinese text and
only where the words leave no doubt.

## Why it matters

From 20% to 22% is up 2 percentage points, not up 2%, which would be 20.4%.

## Example

    body: |
      绿化覆盖率比上年提高2%。

## How to put it right

    body: |
      绿化覆盖率比上年提高2个百分点。
";

/// Words for what is itself in per cent.
const RATES: [&str; 9] = [
    "增速",
    "增幅",
    "涨幅",
    "降幅",
    "占比",
    "比重",
    "比例",
    "满意度",
    "率",
];

/// Words that end in 率 and are not in per cent, or so rare that their changes are told in per cent: 事故率下降30%.
const NO_RATES: [&str; 19] = [
    "效率",
    "速率",
    "频率",
    "功率",
    "汇率",
    "心率",
    "分辨率",
    "容积率",
    "发案率",
    "事故率",
    "投诉率",
    "信访率",
    "上访率",
    "发病率",
    "死亡率",
    "发生率",
    "犯罪率",
    "差错率",
    "故障率",
];

/// How rates go up and down.
const MOVES: [&str; 13] = [
    "提高", "提升", "上升", "下降", "降低", "回落", "加快", "放缓", "扩大", "收窄", "增加", "减少",
    "增长",
];

/// How amounts do.
const GROWTH: [&str; 4] = ["增长", "同比增长", "增加", "减少"];

const POINTS: &str = "个百分点";

/// The signs of per cent.
const PERCENT: [char; 2] = ['%', '％'];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.may_say(&RATES) && subject.may_say(&MOVES) {
        for words in subject.chinese_with(const { Signs::of(&PERCENT) }) {
            rates_in_percent(subject, words, findings);
        }
    }
    for words in subject.chinese_saying(&[POINTS]) {
        amounts_in_points(subject, words, findings);
    }
}

/// 比重提高2%
fn rates_in_percent(subject: &Subject<'_>, words: &Words<'_>, findings: &mut Findings) {
    let text = words.text;
    let signs = words.signs().filter(|(_, c)| PERCENT.contains(c));
    let mut found: Vec<_> = signs.filter_map(|(at, _)| moved_by(text, at)).collect();
    found.sort_unstable();
    for (_, range) in found.into_iter().map(|(verb, at, end)| (verb, at..end)) {
        let start = clause(text, range.start).start;
        let subject_words = text.get(start..range.start).unwrap_or_default();
        if words.is_code(range.start) || !speaks_of_rate(subject_words) {
            continue;
        }
        let said = text.get(range.clone()).unwrap_or_default();
        let right = said.replace(PERCENT, POINTS);
        let message = Text::new(
            format!(
                "“{}{said}”说的是比率的升降，应为百分点",
                subject_words.trim()
            ),
            format!("\"{said}\" is the change of a rate and should be in percentage points"),
        );
        let hint = match words.figure(range.start) {
            // 2.3% of a rate need not be 2.3 points.
            Some(_) => Text::new(
                "在数据里把增幅写成百分点；有上年同期数的，删去写好的增幅，由程序计算",
                "give the growth in percentage points; with a value of last year, leave it out and it is computed",
            ),
            None => Text::new(format!("改为“{right}”"), format!("write {right}")),
        };
        let place = subject.place(words, range);
        findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
    }
}

/// The verb before the percentage whose sign stands at an offset: which of [`MOVES`], where it begins, and where the
/// percentage ends.
fn moved_by(text: &str, sign: usize) -> Option<(usize, usize, usize)> {
    let of_number = |c: char| {
        c.is_ascii_digit()
            || ('０'..='９').contains(&c)
            || matches!(c, '.' | ',' | '十' | '百' | '千' | '万' | '亿')
    };
    let head = text.get(..sign)?.trim_end_matches(of_number);
    let head = head.strip_suffix(['了', '约', '近']).unwrap_or(head);
    let verb = MOVES.iter().position(|verb| head.ends_with(verb))?;
    let at = head.len() - MOVES.get(verb)?.len();
    Some((verb, at, percent_end(text, head.len())?))
}

/// The end of `了2%` at an offset; not of `到22%`.
fn percent_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let at = at + first_of(rest, &["了", "约", "近"]).map_or(0, str::len);
    let end = number_end(text, at)?;
    let sign = first_of(text.get(end..)?, &["%", "％"])?;
    Some(end + sign.len())
}

/// Whether the words before a verb end with a rate: 比重比上年 does, 效率 does not.
fn speaks_of_rate(words: &str) -> bool {
    let mut words = Cow::Borrowed(words);
    if words.contains('率') {
        let bare = |w: String, no: &&str| w.replace(no, "");
        words = NO_RATES.iter().fold(words.into_owned(), bare).into();
    }
    let ends_in_rate = |end: &usize| {
        let said = words.get(..*end).unwrap_or_default();
        said.ends_with(['速', '幅', '比', '重', '例', '度', '率'])
            && RATES.iter().any(|rate| said.ends_with(rate))
    };
    let mut ends = words.char_indices().rev().map(|(at, c)| at + c.len_utf8());
    let last = ends.find(ends_in_rate);
    let Some(behind) = last.and_then(|at| words.get(at..)) else {
        return false;
    };
    let compared = ["比", "较", "同比", "环比", "与"]
        .iter()
        .any(|w| behind.starts_with(w));
    behind.is_empty()
        || compared
        || matches!(
            behind,
            "分别" | "也" | "又" | "再" | "平均" | "总体" | "稳步" | "进一步"
        )
}

/// 税收增长5个百分点
fn amounts_in_points(subject: &Subject<'_>, words: &Words<'_>, findings: &mut Findings) {
    let text = words.text;
    for verb in GROWTH {
        for at in words.places_of(verb) {
            let number = at + verb.len();
            let number = number
                + first_of(text.get(number..).unwrap_or_default(), &["了"]).map_or(0, str::len);
            let end = number_end(text, number)
                .filter(|end| text.get(*end..).is_some_and(|t| t.starts_with(POINTS)));
            let Some(end) = end.filter(|_| !words.is_code(at)) else {
                continue;
            };
            let whole = statement(text, at);
            let said = text.get(whole.start..at).unwrap_or_default();
            let rate =
                RATES.iter().any(|r| said.contains(r)) || said.contains(['%', '％', '度', '利']);
            // 同比增长 is told where it begins.
            if rate || (verb == "增长" && said.ends_with("同比")) {
                continue;
            }
            let said = text.get(at..end + POINTS.len()).unwrap_or_default();
            let right = said.replace(POINTS, "%");
            let message = Text::new(
                format!("“{said}”：数量的增减用百分数，只有比率的升降才用百分点"),
                format!("\"{said}\": only rates change by percentage points, amounts by per cent"),
            );
            let hint = Text::new(
                format!("核对后改为“{right}”"),
                format!("check it, and write {right}"),
            );
            let place = subject.place(words, at..end + POINTS.len());
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}
