//! `approximate-twice` 约数重复: a number called approximate before and behind.

use super::reading::{before, first_of, is_han, number_end};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};

static CODE: Code = Code {
    id: "approximate-twice",
    zh: "约数重复",
    unreadable: false,
};

/// A warning for two words of approximation around one number.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

一个数字前后有没有两个表示约数的词：“约40%左右”“近百余人”“超过50%以上”“不足5家以下”。

## 为什么要紧

“约”和“左右”意思相同，用一个就够；“超过…以上”“近…余”自相矛盾。

## 例子

    正文: |
      新增就业约300人左右。

## 怎么改

    正文: |
      新增就业约300人。
";

const PAGE_EN: &str = "\
## What it checks

Whether a number in a Chinese text is called approximate twice, as in 约40%左右 or 超过50%以上.

## Why it matters

One word is enough, and some pairs contradict each other.

## Example

    body: |
      新增就业约300人左右。

## How to put it right

    body: |
      新增就业约300人。
";

const BEFORE: [&str; 12] = [
    "大约", "约", "将近", "接近", "近", "超过", "超", "逾", "不足", "不到", "至少", "最多",
];

const BEHIND: [&str; 8] = ["左右", "上下", "以上", "以下", "以内", "余", "多", "许"];

/// With what before them these are parts of other words: 公约, 节约, 附近, 最近.
const COMPOUNDS: [(&str, &str); 3] = [
    ("约", "公节签违制预条合契盟履失特集简邀毁守"),
    ("近", "附最远邻靠临亲新贴逼"),
    ("超", "赶反"),
];

/// What may stand between the word before and the number: 约为, 约有.
const LINKS: [&str; 7] = ["为", "有", "占", "合", "达", "计", "需"];

/// The longest unit between a number and the word behind it, in characters.
const UNIT: usize = 4;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.may_say(&BEHIND) {
        return;
    }
    let mut said = subject.places_of(BEFORE);
    for words in subject.chinese() {
        let text = words.text;
        let mut told = 0;
        let mut starts: Vec<usize> = said.in_run(words).into_iter().map(|r| r.start).collect();
        starts.sort_unstable();
        starts.dedup();
        for at in starts {
            let word = text.get(at..).and_then(|t| first_of(t, &BEFORE));
            let Some(before) = word.filter(|word| !is_in_a_compound(text, at, word)) else {
                continue;
            };
            let number = at + before.len();
            let link = text.get(number..).and_then(|t| first_of(t, &LINKS));
            let number = number + link.map_or(0, str::len);
            let Some((end, behind)) = number_and_word(text, number) else {
                continue;
            };
            if at < told || words.is_code(at) {
                continue;
            }
            told = end;
            let said = text.get(at..end).unwrap_or_default();
            let message = Text::new(
                format!("“{said}”：“{before}”和“{behind}”只能用一个"),
                format!("\"{said}\" has both {before} and {behind}"),
            );
            let hint = Text::new(
                format!("删去“{before}”或“{behind}”"),
                format!("drop {before} or {behind}"),
            );
            let place = subject.place(words, at..end);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

fn is_in_a_compound(text: &str, at: usize, word: &str) -> bool {
    let heads = COMPOUNDS.iter().find(|(last, _)| *last == word);
    let head = before(text, at);
    heads.is_some_and(|(_, heads)| head.is_some_and(|c| heads.contains(c)))
}

/// The end and the word behind a number and its unit at an offset.
fn number_and_word(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let rest = text.get(at..)?;
    let spelt = rest.trim_start_matches([
        '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿',
    ]);
    let end = number_end(text, at)
        .or_else(|| (spelt.len() < rest.len()).then(|| text.len() - spelt.len()))?;
    let mut end = end;
    for step in 0..=UNIT {
        let rest = text.get(end..)?;
        // 余 and 多 stand right behind the number or its 万.
        let near = |word: &str| step == 0 || !matches!(word, "余" | "多" | "许");
        if let Some(word) = first_of(rest, &BEHIND).filter(|word| near(word)) {
            let word = BEHIND.iter().find(|w| **w == word)?;
            return Some((end + word.len(), word));
        }
        let next = rest.chars().next()?;
        if !is_han(next) && !matches!(next, '%' | '％') {
            return None;
        }
        end += next.len_utf8();
    }
    None
}
