//! `verb-twice` 动词重复: 实现产值达到5亿元, 共计投资合计3亿元.

mod before_figure;

use super::reading::{before, clause, first_of};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::Words;
use std::ops::Range;

static CODE: Code = Code {
    id: "verb-twice",
    zh: "动词重复",
    unreadable: false,
};

/// A warning for a sentence that says twice how it comes to its number.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

一个金额前面有没有两个意思相同的动词：“实现产值达到5亿元”“完成投资达3亿元”“共计投资合计3亿元”。
比率不算：“实现城镇化率达到60%”是“使它达到”的意思。还有标签前面有没有再写一个标签自己会印的动词：“增长{{税收收入|同比}}”
印出来是“增长同比增长16.64%”。

## 为什么要紧

“实现”和“达到”都带宾语，后面只有一个数，句子就杂糅了。写的时候改了一半、没有删干净，最容易这样。

## 例子

    正文: |
      上半年，园区共实现工业总产值达到了19.9亿元。

## 怎么改

留一个动词：

    正文: |
      上半年，园区实现工业总产值19.9亿元。
";

const PAGE_EN: &str = "\
## What it checks

Whether a Chinese sentence has two verbs of one meaning before an amount: 实现产值达到5亿元, 共计投资合计3亿元. Rates do not
count. And in both languages whether a verb is typed before a tag that prints its own: `rose {{tax|growth}}` prints \"rose rose
16.64%\".

## Why it matters

Both verbs want the number as their object. Mostly a sentence was changed halfway.

## Example

    body: |
      上半年，园区共实现工业总产值达到了19.9亿元。

## How to put it right

Keep one of them:

    body: |
      上半年，园区实现工业总产值19.9亿元。
";

const FIRST: [&str; 2] = ["实现", "完成"];
const SECOND: [&str; 2] = ["达到", "达"];

/// What one realises in money or goods. What is made to reach a level (率, 能力, 面积) may be both 实现 and 达到.
const SUMS: [&str; 21] = [
    "总值",
    "产值",
    "增加值",
    "附加值",
    "总额",
    "税额",
    "金额",
    "成交额",
    "销售额",
    "交易额",
    "收入",
    "投资",
    "利润",
    "利税",
    "税收",
    "税金",
    "产量",
    "销量",
    "销售",
    "贷款",
    "资金",
];

/// What makes 实现 and 完成 say something else: 完成后, 完成率, 未完成.
const OTHERWISE: [&str; 8] = ["后", "率", "时", "情况", "的", "比例", "度", "较"];

/// Words that sum up.
const TOTALS: [&str; 5] = ["共计", "合计", "总计", "总共", "一共"];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    findings.extend(before_figure::found(subject));
    let mut verbs = TOTALS.to_vec();
    if subject.may_say(&FIRST) {
        verbs.push("达");
    }
    for words in subject.chinese_saying(&verbs) {
        let doubled = of_amounts(words).into_iter().chain(of_totals(words));
        for (first, second) in doubled {
            if !words.is_code(first.start) {
                findings.push(finding(subject, words, &first, &second));
            }
        }
    }
}

/// The two verbs of an amount: 实现 or 完成, a sum, 达到, a number.
type Verbs = (Range<usize>, Range<usize>);

fn of_amounts(words: &Words<'_>) -> Vec<Verbs> {
    let places = words.text.match_indices('达');
    places.filter_map(|(at, _)| of_amount(words, at)).collect()
}

/// Those of the amount behind the 达 at an offset.
fn of_amount(words: &Words<'_>, at: usize) -> Option<Verbs> {
    let text = words.text;
    let end = at + first_of(text.get(at..)?, &SECOND)?.len();
    let number = text.get(end..)?.trim_start_matches('了');
    let head = text.get(clause(text, at).start..at)?;
    let sum = SUMS.iter().find(|sum| head.ends_with(**sum))?;
    // 实现产值达5亿元的企业
    let is_part = number.get(..clause(number, 0).end)?.contains('的');
    if !is_number(words, text.len() - number.len()) || is_rate(number) || is_part {
        return None;
    }
    let before_sum = head.get(..head.len() - sum.len())?;
    let (from, first) = last_of(before_sum, &FIRST)?;
    let object = before_sum.get(from + first.len()..)?;
    let other = object.contains("人均")
        || object.contains(|c: char| c.is_ascii_digit() || matches!(c, '、' | '的'))
        || first_of(object, &OTHERWISE).is_some()
        || before(before_sum, from) == Some('未');
    let start = at - head.len() + from;
    (!other).then_some((start..start + first.len(), at..end))
}

/// Two words that sum up before one number.
fn of_totals(words: &Words<'_>) -> Vec<Verbs> {
    let text = words.text;
    let may_begin = |c: char| matches!(c, '共' | '合' | '总' | '一');
    let totals = text.match_indices(may_begin).filter_map(|(at, _)| {
        let word = first_of(text.get(at..)?, &TOTALS)?;
        Some(at..at + word.len())
    });
    let totals: Vec<Range<usize>> = totals.collect();
    let pairs = totals.iter().zip(totals.iter().skip(1));
    let doubled = pairs.filter(|(first, next)| is_one_total(words, first, next));
    doubled.map(|(a, b)| (a.clone(), b.clone())).collect()
}

/// Whether two words that sum up do so for one number.
fn is_one_total(words: &Words<'_>, first: &Range<usize>, next: &Range<usize>) -> bool {
    let text = words.text;
    let between = text.get(first.end..next.start).unwrap_or_default();
    let behind = text.get(next.end..).unwrap_or_default();
    let number = text.len() - behind.trim_start_matches(['为', '达']).len();
    let one_clause = clause(text, first.start) == clause(text, next.start);
    let is_list = between.contains(['、', '和', '与', '及', '”', '》']);
    let counted = between.contains(is_numeral) || has_figure(words, first, next);
    one_clause && !counted && !is_list && is_number(words, number)
}

fn has_figure(words: &Words<'_>, first: &Range<usize>, next: &Range<usize>) -> bool {
    let mut figures = words.figures();
    figures.any(|(range, _)| first.end <= range.start && range.end <= next.start)
}

/// The last of some words in a text.
fn last_of(text: &str, wanted: &[&'static str]) -> Option<(usize, &'static str)> {
    let places = wanted.iter().filter_map(|w| Some((text.rfind(*w)?, *w)));
    places.max()
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十百千万亿".contains(c)
}

/// Whether a number or a figure stands at an offset.
fn is_number(words: &Words<'_>, at: usize) -> bool {
    let rest = words.text.get(at..).unwrap_or_default();
    let rest = rest.trim_start_matches(['约', '近']);
    rest.starts_with(|c: char| c.is_ascii_digit()) || words.figure(at).is_some()
}

/// Whether a text begins with a percentage.
fn is_rate(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    behind.starts_with(['%', '％', '‰'])
}

fn finding(
    subject: &Subject<'_>,
    words: &Words<'_>,
    first: &Range<usize>,
    second: &Range<usize>,
) -> Diagnostic {
    let said = |range: &Range<usize>| words.text.get(range.clone()).unwrap_or_default();
    let (one, two) = (said(first), said(second));
    let whole = said(&(first.start..second.end));
    let message = Text::new(
        format!("“{whole}”：“{one}”和“{two}”意思重复"),
        format!("\"{whole}\" says it twice: {one} and {two}"),
    );
    let hint = Text::new(
        format!("删去“{one}”或“{two}”"),
        format!("drop {one} or {two}"),
    );
    let place = subject.place(words, first.start..second.end);
    Diagnostic::warning(&CODE, place, message).hint(hint)
}
