//! `repeated-paragraph` 段落重复: the same paragraph twice.

use super::reading::lists;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::document::{BlockKind, Role, Signs, Words};
use crate::model::Item;
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

static CODE: Code = Code {
    id: "repeated-paragraph",
    zh: "段落重复",
    unreadable: false,
};

/// A warning at the second of two equal paragraphs.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

有没有两段文字完全一样（空格不计，短句不算）；同一个列表里有没有两条完全一样的，再短也算。

## 为什么要紧

复制粘贴、几个科室交来同一段材料，都会让一段话出现两遍。

## 例子

    成绩:
      - 标题: 招商引资
        正文: 全市招商引资工作扎实推进，项目储备不断充实。
      - 标题: 项目建设
        正文: 全市招商引资工作扎实推进，项目储备不断充实。

## 怎么改

删去一段，或者改成这一项自己的内容。
";

const PAGE_EN: &str = "\
## What it checks

Whether two paragraphs are the same (blanks aside; short ones do not count), or two items of one list, however short.

## Why it matters

It happens by copying, and when two departments hand in the same text.

## Example

    achievements:
      - title: Investment
        body: Investment went forward steadily, and more projects are in store.
      - title: Projects
        body: Investment went forward steadily, and more projects are in store.

## How to put it right

Take one of them out, or say what belongs there.
";

/// Shorter paragraphs may well be the same, in characters.
const SHORT: usize = 12;

/// The blanks that texts have.
const BLANKS: [char; 5] = [' ', '\u{3000}', '\n', '\t', '\u{a0}'];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let twice = equal_items(subject);
    let told: Vec<Place> = twice.iter().filter_map(|d| d.place).collect();
    findings.extend(twice);
    paragraphs(subject, &told, findings);
}

/// What is said twice: the index of the later one and of the first, in order. Few are, so that sorting finds them sooner
/// than a look at each, by a number of each text before the texts themselves.
fn repeated<T: Ord + Hash>(all: Vec<(T, usize)>) -> Vec<(usize, usize)> {
    let numbered = |(said, index): (T, usize)| {
        let mut hasher = DefaultHasher::new();
        said.hash(&mut hasher);
        (hasher.finish(), said, index)
    };
    let mut all: Vec<(u64, T, usize)> = all.into_iter().map(numbered).collect();
    all.sort_unstable();
    let groups = all.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1));
    let mut out: Vec<(usize, usize)> = groups
        .filter_map(|same| same.split_first())
        .flat_map(|((.., first), later)| later.iter().map(|(.., index)| (*index, *first)))
        .collect();
    out.sort_unstable();
    out
}

/// Items of one list that say the same, however short.
fn equal_items(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for items in lists(&subject.facts.report) {
        let bare = items.iter().enumerate();
        let bare = bare.filter(|(_, item)| item.items.is_empty() && item.figures.is_empty());
        let said = bare.filter(|(_, item)| place(item).is_some());
        let said = said.map(|(index, item)| (words(item), index));
        let said = said.map(|(words, index)| ((words.map(str::len), words), index));
        for (later, first) in repeated(said.collect()) {
            let [Some(item), Some(first)] = [later, first].map(|index| items.get(index)) else {
                continue;
            };
            let start: String = words(item).concat().chars().take(10).collect();
            let message = Text::new(
                format!("“{start}”这一条和前面的一条完全一样"),
                format!("the item \"{start}\" is in the list already"),
            );
            let hint = Text::new(
                "删去一条，或改成另外的内容",
                "take one of them out, or say something else",
            );
            let finding = Diagnostic::warning(&CODE, place(item), message).hint(hint);
            let first = place(first).map(|first| (first, Text::new("前面的一条", "the first one")));
            out.push(
                first
                    .into_iter()
                    .fold(finding, |finding, (first, text)| finding.also(first, text)),
            );
        }
    }
    out
}

/// What an item says: its title and its body.
fn words(item: &Item) -> [&str; 2] {
    [&item.title, &item.body].map(|w| w.as_ref().map_or("", |w| w.text.trim()))
}

/// Where it says so.
fn place(item: &Item) -> Option<Place> {
    item.body.as_ref().or(item.title.as_ref()).map(|w| w.place)
}

fn paragraphs(subject: &Subject<'_>, told: &[Place], findings: &mut Findings) {
    let running = subject.words.iter().filter(|words| is_text(subject, words));
    let bare = running.map(|words| (bare(words), words.index));
    let long = bare.filter(|(bare, _)| bare.chars().nth(SHORT - 1).is_some());
    let all = long.map(|(bare, index)| ((bare.len(), bare), index));
    for (later, first) in repeated(all.collect()) {
        let [Some(words), Some(first)] = [later, first].map(|index| subject.words.get(index))
        else {
            continue;
        };
        let [place, first] = [words, first].map(|w| subject.place(w, 0..w.text.len()));
        let is_told = |place: Place| {
            let mut holding = told.iter().filter(|t| t.source == place.source);
            holding.any(|t| t.start <= place.start && place.end <= t.end)
        };
        if place.is_some_and(is_told) {
            continue;
        }
        let start: String = words.text.chars().take(10).collect();
        let message = Text::new(
            format!("“{start}…”这一段和前面的一段完全一样"),
            format!("the paragraph \"{start}…\" has been printed before"),
        );
        let hint = Text::new(
            "删去一段，或改成这里自己的内容",
            "take one of them out, or say what belongs here",
        );
        let mut finding = Diagnostic::warning(&CODE, place, message).hint(hint);
        // One text that a template prints twice has one place.
        if let Some(first) = first.filter(|first| Some(*first) != place) {
            finding = finding.also(first, Text::new("前面的一段", "the first one"));
        }
        findings.push(finding);
    }
}

/// Whether some words are those of a paragraph.
fn is_text(subject: &Subject<'_>, words: &Words<'_>) -> bool {
    match subject.document.blocks.get(words.block).map(|b| &b.kind) {
        Some(BlockKind::Paragraph { role, .. }) => *role == Role::Body,
        Some(BlockKind::ListItem { .. } | BlockKind::Quote { .. }) => true,
        Some(BlockKind::Heading(heading)) => heading.run_in.is_some(),
        _ => false,
    }
}

/// Some words without their blanks.
fn bare<'w>(words: &Words<'w>) -> Cow<'w, str> {
    let has_blanks = words.may_have(const { Signs::of(&BLANKS) })
        && words.signs().any(|(_, c)| BLANKS.contains(&c));
    match has_blanks {
        true => words.text.replace(char::is_whitespace, "").into(),
        false => words.text.into(),
    }
}
