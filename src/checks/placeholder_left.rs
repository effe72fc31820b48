//! `placeholder-left` 占位未填: something that stands for words nobody has filled in.

use super::reading::{after, before, lists};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Severity, Text};
use crate::document::{Signs, Words};
use crate::model::{FieldValue, STAND_IN_WORDS, is_stand_in};
use std::ops::Range;

static CODE: Code = Code {
    id: "placeholder-left",
    zh: "占位未填",
    unreadable: false,
};

/// A draft may have gaps; the final version may not.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

文中有没有还没填的占位：XX、××、***、___、某某、TODO、待补充、在这里写（新建的报告里的说明），空的或写着“待填”一类字样的【】，空括号；还有新建的报告里没有改的“本单位”“本人姓名”“第一项工作”。
草稿里是警告，定稿（--final）里是错误。指标待补印出的【待补：名称】另有检查。

## 为什么要紧

起草时留的空，过几天就忘了。“争取资金XX万元”印出去，一看就是没写完。

## 例子

    正文: |
      上半年，从商业银行融资XX万元。

## 怎么改

填上实际内容。数字还没有报来的，写进指标，标“状态: 待补”，程序会一直提醒：

    指标:
      融资额: {状态: 待补, 单位: 万元}
    ……
      上半年，从商业银行融资{{融资额}}。
";

const PAGE_EN: &str = "\
## What it checks

Whether the text still holds placeholders: XX, ××, ***, ___, 某某, TODO, TBD, empty or \"to fill in\" brackets, or what `new`
wrote for you to replace (Our Organisation, Your Name). A warning in a draft, an error in the final version. What a pending figure prints has a check of its own.

## Why it matters

A gap left while drafting is forgotten a few days later, and \"raised XX yuan\" shows that the text is unfinished.

## Example

    body: |
      The park raised XX million yuan from banks.

## How to put it right

Fill it in. For a number that has not been reported yet, name a figure and mark it pending, so that it is not forgotten:

    figures:
      loans: {status: pending, unit: million yuan}
    ...
      The park raised {{loans}} from banks.
";

/// Words that only stand in for others.
const WORDS: [&str; 9] = [
    "TODO",
    "TBD",
    "FIXME",
    "待补充",
    "待填写",
    "待核实",
    "此处填写",
    "某某",
    "[insert",
];

/// What brackets say that are still to be filled.
const TO_FILL: [&str; 9] = ["待", "填", "补", "XX", "××", "请", "此处", "写", "…"];

/// Signs that stand for something when they are repeated, and how often.
const SIGNS: [(&[char], usize); 6] = [
    (&['X', 'x', 'Ｘ', 'ｘ'], 2),
    (&['×', '✕', '╳'], 2),
    (&['*', '＊'], 2),
    (&['_', '＿'], 3),
    (&['?', '？'], 2),
    (&['□', '■'], 2),
];

/// All of them.
const REPEATED: Signs = Signs::of(&[
    'X', 'x', 'Ｘ', 'ｘ', '×', '✕', '╳', '*', '＊', '_', '＿', '?', '？', '□', '■',
]);

/// What opens brackets that may be empty or say what is to be filled in.
const OPENING: Signs = Signs::of(&['【', '〖', '（']);

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    stand_ins(subject, findings);
    let mut said = subject.places_of(WORDS.into_iter().chain(STAND_IN_WORDS));
    for words in subject.words {
        for range in placeholders(words, said.in_run(words)) {
            let found = words.text.get(range.clone()).unwrap_or_default();
            let hint = Text::new(
                "填上实际内容；数字还没有的，写进“指标”并标“状态: 待补”",
                "fill it in; for a number not known yet, name a figure with `status: pending`",
            );
            let place = subject.place(words, range);
            findings.push(finding(subject, place, found, hint));
        }
    }
}

fn finding(subject: &Subject<'_>, place: Option<Place>, found: &str, hint: Text) -> Diagnostic {
    let message = Text::new(
        format!("文中留有占位“{found}”，还没有填"),
        format!("the placeholder \"{found}\" has not been filled in"),
    );
    let mut finding = Diagnostic::warning(&CODE, place, message).hint(hint);
    if subject.is_final {
        finding.severity = Severity::Error;
    }
    finding
}

/// Fields and titles that are still as `new` wrote them.
fn stand_ins(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let fields = report.fields.iter().filter_map(|field| match &field.value {
        FieldValue::Plain(text) => Some((text.value.as_str(), text.place)),
        FieldValue::Wording(text) => Some((text.text.as_str(), text.place)),
        _ => None,
    });
    let items = lists(report).into_iter().flatten();
    let titles = items.filter_map(|item| item.title.as_ref());
    let titles = titles.map(|title| (title.text.as_str(), title.place));
    for (text, place) in fields.chain(titles).filter(|(text, _)| is_stand_in(text)) {
        let hint = Text::new("换成实际内容", "put your own there");
        findings.push(finding(subject, Some(place), text.trim(), hint));
    }
}

/// The placeholders among some words; `out` are the words in it that only stand in for others.
fn placeholders(words: &Words<'_>, mut out: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if words.may_have(REPEATED) {
        out.extend(repeated_signs(words));
    }
    if words.may_have(OPENING) {
        out.extend(brackets(words));
    }
    out.retain(|r| words.figure(r.start).is_none() && !words.is_code(r.start));
    out.sort_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    // 【待填XX】 is one placeholder.
    out.dedup_by(|next, last| next.start < last.end);
    out
}

fn repeated_signs(words: &Words<'_>) -> Vec<Range<usize>> {
    let text = words.text;
    let mut out = Vec::new();
    let mut skip_to = 0;
    for (at, c) in words.signs().filter(|(_, c)| REPEATED.may_hold(*c)) {
        let kind = SIGNS.iter().find(|(signs, _)| signs.contains(&c));
        let Some((signs, least)) = kind.filter(|_| at >= skip_to) else {
            continue;
        };
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches(*signs).len();
        skip_to = at + length;
        let count = rest.get(..length).map_or(0, |run| run.chars().count());
        // XXL and XXIV are words, 20XX is none.
        let letter = |c: char| c.is_ascii_alphabetic();
        let is_word = letter(c)
            && (before(text, at).is_some_and(letter)
                || after(text, skip_to).is_some_and(|c| c.is_ascii_alphanumeric()));
        // xxx@example.com shows how an address looks.
        let address = after(text, skip_to) == Some('@') || before(text, at) == Some('@');
        if count >= *least && !is_word && !address {
            out.push(at..skip_to);
        }
    }
    out
}

/// Empty brackets, and 【】 that say what is to be filled in.
fn brackets(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (at, open) in words.signs() {
        let (close, may_be_empty_only) = match open {
            '【' => ('】', false),
            '〖' => ('〗', false),
            '（' => ('）', true),
            _ => continue,
        };
        let inside = words.text.get(at + open.len_utf8()..).unwrap_or_default();
        let Some(length) = inside.find(close) else {
            continue;
        };
        let inside = inside.get(..length).unwrap_or_default().trim();
        let to_fill = !may_be_empty_only && TO_FILL.iter().any(|word| inside.contains(word));
        if inside.is_empty() || to_fill {
            out.push(at..at + open.len_utf8() + length + close.len_utf8());
        }
    }
    out
}
