//! `number-without-source` 数字无来源: a number typed into wording, which nobody updates when the figures change.

mod names;

use super::reading::all_items;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::document::{BlockKind, Language, Role, Words};
use crate::figures::{Arguments, Aspect, Facts};
use crate::model::{FigureId, Quantity};
use std::cell::LazyCell;
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "number-without-source",
    zh: "数字无来源",
    unreadable: false,
};

/// A warning for amounts and for what a figure says as well, a note for small counts.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

正文里直接打上去的数字。日期、年份、期间、文号、第几、编号（9号路、附件1）、时间、电话、书名号里的数字和“5G”“PM2.5”
一类名称不算。金额、百分比、面积等报警告，“3次”“12个”一类的件数只作提示；同一个数字只说第一处。
和某个指标的值相同的，会说明可以换成哪个指标。

## 为什么要紧

直接打的数字，数据更新时没有人记得改；前后两处不一样，就是这样来的。写进“指标”，一处改了处处改，还能查到来源。

## 例子

    正文: |
      上半年，实现税收收入2.65亿元。

## 怎么改

数字写进“指标”，正文里写指标名：

    指标:
      税收收入: 2.65亿元
    ……
    正文: |
      上半年，实现税收收入{{税收收入}}。

本来就是名称、不会变的数字，写进“忽略”，说明理由：

    忽略:
      - {检查: 数字无来源, 文字: 10千伏, 理由: 线路名称}
";

const PAGE_EN: &str = "\
## What it checks

Numbers typed into wording. Dates, years, periods, document numbers, ordinals, labels (Annex 1, No. 9), times, telephone
numbers and names such as 5G do not count. Amounts and percentages get a warning, small counts a note; each number is
reported once. When a figure has the same value, the hint names it.

## Why it matters

Nobody remembers to change a typed number when the data change. As a figure it is changed in one place, is the same
everywhere, and can be traced.

## Example

    body: |
      Tax revenue was 2.65 billion yuan.

## How to put it right

Give the number as a figure and print the figure:

    figures:
      tax: 2.65 billion yuan
    ...
    body: |
      Tax revenue was {{tax}}.

A number that is part of a name can be silenced with a reason:

    ignore:
      - {check: number-without-source, text: 10 kV, reason: the name of a line}
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let names = item_names(subject);
    // Most texts have no typed number, and phrasing all figures takes time.
    let printed = LazyCell::new(|| printed_values(subject.facts));
    let mut seen = BTreeSet::new();
    for words in subject.words.iter().filter(|w| is_prose(subject, w)) {
        for range in words.typed_numbers() {
            let number = words.text.get(range.clone()).unwrap_or_default();
            let is_name = words.expression(range.start).is_some()
                || words.is_code(range.start)
                || names::is_name(words.text, &range);
            if is_name || seen.contains(number) {
                continue;
            }
            let place = subject.place(words, range.clone());
            if place.is_some_and(|p| names.iter().any(|n| holds(*n, p))) {
                continue;
            }
            seen.insert(number.to_owned());
            findings.push(finding(number, place, &printed));
        }
    }
}

/// Signatures and dates hold no figures.
fn is_prose(subject: &Subject<'_>, words: &Words<'_>) -> bool {
    let block = subject.document.blocks.get(words.block).map(|b| &b.kind);
    !matches!(
        block,
        Some(
            BlockKind::Paragraph {
                role: Role::Signature | Role::Date,
                ..
            } | BlockKind::Code { .. }
        )
    )
}

fn holds(outer: Place, inner: Place) -> bool {
    outer.source == inner.source && outer.start <= inner.start && inner.end <= outer.end
}

/// The names of projects: 10千伏线路 is called so.
fn item_names(subject: &Subject<'_>) -> Vec<Place> {
    let sections = subject.facts.report.sections.iter();
    let items = sections.flat_map(|s| all_items(&s.items));
    items.filter_map(|i| Some(i.name.as_ref()?.place)).collect()
}

/// What a figure can print, and the tag that prints it.
struct Printable {
    text: String,
    value: Option<Quantity>,
    tag: String,
}

fn printed_values(facts: &Facts) -> Vec<Printable> {
    let language = facts.report.language;
    let aspects = [
        Aspect::Value,
        Aspect::Growth,
        Aspect::Target,
        Aspect::LastYear,
        Aspect::Completion,
        Aspect::Change,
    ];
    let mut out = Vec::new();
    for (id, figure, _) in facts.iter() {
        for aspect in aspects {
            let phrase = facts.phrase(id, aspect, &Arguments::default(), language);
            let Some(phrase) = phrase.ok() else { continue };
            out.push(Printable {
                value: value_of(facts, id, aspect),
                text: phrase.text,
                tag: tag(&figure.key, aspect, language),
            });
        }
    }
    out
}

fn value_of(facts: &Facts, id: FigureId, aspect: Aspect) -> Option<Quantity> {
    let figure = facts
        .report
        .figure(id)
        .filter(|_| aspect == Aspect::Value)?;
    figure.value.as_ref().map(|v| v.value.clone())
}

/// `{{税收收入|同比}}`, as it should be typed.
fn tag(key: &str, aspect: Aspect, language: Language) -> String {
    let is_bare = key.split('.').all(|name| {
        name.starts_with(|c: char| c.is_alphabetic())
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
    });
    let name = match (is_bare, language) {
        (true, _) => key.to_owned(),
        (false, Language::Chinese) => format!("指标[\"{key}\"]"),
        (false, Language::English) => format!("figures[\"{key}\"]"),
    };
    let info = aspect.info();
    match aspect {
        Aspect::Value => format!("{{{{{name}}}}}"),
        _ => format!("{{{{{name}|{}}}}}", language.pick(info.zh, info.en)),
    }
}

/// The figure that says the same; small counts are equal by chance.
fn same<'p>(number: &str, printed: &'p [Printable]) -> Option<&'p Printable> {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits < 2 {
        return None;
    }
    let typed = Quantity::parse(number).ok().map(|parsed| parsed.value);
    printed.iter().find(|p| {
        let same_value = typed.as_ref().zip(p.value.as_ref()).is_some_and(|(a, b)| {
            !a.unit.name.is_empty()
                && a.exact_in(&b.unit)
                    .is_some_and(|a| Some(a) == b.exact_in(&b.unit))
        });
        same_value || holds_number(&p.text, number)
    })
}

/// Whether a phrase holds a number, not as part of a longer one.
fn holds_number(phrase: &str, number: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || c == '.';
    phrase.match_indices(number).any(|(at, _)| {
        let before = phrase.get(..at).unwrap_or_default();
        let behind = phrase.get(at + number.len()..).unwrap_or_default();
        !before.ends_with(part) && !behind.starts_with(part)
    })
}

/// Marks of what is measured, not counted.
const MEASURES: [&str; 16] = [
    "%",
    "％",
    "‰",
    "元",
    "百分点",
    "倍",
    "万",
    "亿",
    "亩",
    "公顷",
    "平方",
    "立方",
    "公里",
    "吨",
    "yuan",
    "dollar",
];

fn finding(number: &str, place: Option<Place>, printed: &[Printable]) -> Diagnostic {
    let message = Text::new(
        format!("数字“{number}”直接写在文字里，查不到来源"),
        format!("the number \"{number}\" is typed into the text and has no source"),
    );
    let same = same(number, printed);
    let is_measure = number.contains('.') || MEASURES.iter().any(|m| number.contains(m));
    let finding = if same.is_some() || is_measure {
        Diagnostic::warning(&CODE, place, message)
    } else {
        Diagnostic::note(&CODE, place, message)
    };
    finding.hint(match same {
        Some(figure) => Text::new(
            format!("和指标的值相同，可以写成 {}", figure.tag),
            format!("a figure says the same: write {}", figure.tag),
        ),
        None => Text::new(
            "写进“指标”，正文里写 {{指标名}}；如果是名称的一部分，写进“忽略”",
            "name it under `figures` and write {{name}}; if it is part of a name, list it under `ignore`",
        ),
    })
}
