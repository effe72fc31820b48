//! `list-count-differs` 列举个数不符: five matters announced, four of them listed.

mod stated;

use super::labels::{Label, labels};
use super::reading::is_han;
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::{BlockKind, Words};
use stated::{SAID, SIGNS, Stated, stated, titles};

static CODE: Code = Code {
    id: "list-count-differs",
    zh: "列举个数不符",
    unreadable: false,
};

/// A warning: either the number is wrong or something is missing.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

写了个数又逐个列出来的，个数对不对：“抓好三项工作：一是……二是……”“以下四个方面”后面的小标题或分项、“五个基地：甲、乙、丙、丁、戊”
“《甲》《乙》等三个制度”。列举里带“等”的，只在列出来的比说的多时报告；列举看不清从哪里断开的，不判断。

## 为什么要紧

增删一条以后，前面的个数最容易忘改。

## 例子

    正文: |
      重点抓好三项工作：一是摸清底数；二是压实责任。

## 怎么改

改个数，或补上漏掉的一项：

    正文: |
      重点抓好两项工作：一是摸清底数；二是压实责任。
";

const PAGE_EN: &str = "\
## What it checks

Whether a Chinese text that says how many things it lists does list so many: 三项工作 before 一是…二是…, 以下四个方面 before
headings or items, 五个基地：甲、乙、丙、丁、戊, 《甲》《乙》等三个制度. Lists that end with 等 may be shorter; lists that may be read in
more than one way are left alone.

## Why it matters

When something is added or cut, the number before it is what everybody forgets.

## Example

    body: |
      重点抓好三项工作：一是摸清底数；二是压实责任。

## How to put it right

Correct the number, or add what is missing:

    body: |
      重点抓好两项工作：一是摸清底数；二是压实责任。
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let all = subject.chinese();
    let said = subject.chinese_saying(&SAID);
    for (index, words) in all.iter().enumerate() {
        let block = subject.document.blocks.get(words.block).map(|b| &b.kind);
        let is_running = match block {
            Some(BlockKind::Heading(heading)) => heading.run_in.is_some(),
            Some(BlockKind::Table(_) | BlockKind::Chart(_) | BlockKind::Code { .. }) | None => {
                false
            }
            Some(_) => true,
        };
        let says = said.binary_search_by_key(&index, |words| words.index);
        if !is_running || !(words.may_have(SIGNS) || says.is_ok()) {
            continue;
        }
        for said in stated(words, says.is_ok()) {
            let found = listed(subject, all, index, &said);
            findings.extend(found.and_then(|n| finding(subject, words, &said, n)));
        }
        for (said, listed) in titles(words) {
            findings.extend(finding(subject, words, &said, listed));
        }
    }
}

/// How many things are listed: so many at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listed {
    least: usize,
    most: usize,
}

impl Listed {
    fn exactly(number: usize) -> Self {
        Self {
            least: number,
            most: number,
        }
    }
}

/// What is listed behind a statement, when that can be told.
fn listed(subject: &Subject<'_>, all: &[Words<'_>], index: usize, said: &Stated) -> Option<Listed> {
    let words = all.get(index)?;
    let behind = words.text.get(said.list..)?;
    if behind.trim().is_empty() {
        let number = below(subject, words.block).or_else(|| labelled(subject, all, index, ""));
        return number.map(Listed::exactly);
    }
    if let Some(number) = labelled(subject, all, index, behind) {
        return Some(Listed::exactly(number));
    }
    named(words, said).filter(|_| said.is_named)
}

/// How many labels stand one after the other, from one on, behind a statement and in the blocks below it.
fn labelled(subject: &Subject<'_>, all: &[Words<'_>], index: usize, behind: &str) -> Option<usize> {
    let own = all.get(index)?.block;
    let is_heading = |words: &&Words<'_>| {
        let block = subject.document.blocks.get(words.block);
        words.block != own && block.is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)))
    };
    let below = all.iter().skip(index + 1).take_while(|w| !is_heading(w));
    let texts = std::iter::once(behind).chain(below.map(|w| w.text));
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let beginning = texts.first()?;
    let (at, first) = labels(beginning, beginning.char_indices())
        .into_iter()
        .next()?;
    if at > 0 || first.number != 1 {
        return None;
    }
    let mut last = Counted {
        number: 0,
        text: 0,
        at: 0,
    };
    let mut end = None;
    for (index, text) in texts.iter().enumerate() {
        let own = labels(text, text.char_indices()).into_iter();
        for (at, label) in own.filter(|(_, label)| label.form == first.form) {
            match label.number {
                number if number == last.number + 1 && end.is_none() => {
                    last = Counted {
                        number,
                        text: index,
                        at,
                    };
                }
                1 => end = end.or(Some((index, at))),
                // Out of order, which is told elsewhere.
                _ if end.is_none() => return None,
                _ => {}
            }
        }
    }
    let text = texts.get(last.text)?;
    let end = end.filter(|(index, _)| *index == last.text);
    let rest = text.get(last.at..end.map_or(text.len(), |(_, at)| at))?;
    (!goes_on(rest, &first, last.number)).then_some(last.number as usize)
}

/// The last label of a list, and where it stands.
struct Counted {
    number: u32,
    text: usize,
    at: usize,
}

/// Whether what follows the last label has the next one where labels are not looked for: 一是甲、二是乙.
fn goes_on(rest: &str, first: &Label, last: u32) -> bool {
    let next = Label {
        number: last + 1,
        ..*first
    };
    let label = next.text();
    let spelt = [label.replace('，', ""), label.replace('.', "、"), label];
    spelt.iter().any(|label| rest.contains(label))
}

/// How many headings or items follow a block that they belong to.
fn below(subject: &Subject<'_>, block: usize) -> Option<usize> {
    let blocks = &subject.document.blocks;
    let level = |kind: &BlockKind| match kind {
        BlockKind::Heading(heading) => Some(heading.level),
        _ => None,
    };
    let own = blocks.get(..=block)?;
    let above = own.iter().rev().find_map(|b| level(&b.kind));
    let rest = blocks.get(block + 1..)?;
    let first = &rest.first()?.kind;
    let is_inner = |first: &u8| above.is_some_and(|above| *first > above);
    if let Some(first) = level(first).filter(is_inner) {
        let headings = rest.iter().filter_map(|b| level(&b.kind));
        let inner = headings.take_while(|level| *level >= first);
        return Some(inner.filter(|level| *level == first).count());
    }
    let BlockKind::ListItem { depth, .. } = first else {
        return None;
    };
    let mut section = rest.iter().take_while(|b| level(&b.kind).is_none());
    let depth_of = |kind: &BlockKind| match kind {
        BlockKind::ListItem { depth, .. } => Some(*depth),
        _ => None,
    };
    let run = section.by_ref().map_while(|b| depth_of(&b.kind));
    let number = run.filter(|d| d == depth).count();
    // Items with paragraphs between them may be one list or two.
    let is_all = !section.any(|b| depth_of(&b.kind).is_some());
    is_all.then_some(number)
}

/// The longest name, in characters.
const NAME: usize = 16;

/// How many names a list has that fills the rest of its sentence: 甲、乙和丙. What holds numbers, commas or 等 is none.
fn named(words: &Words<'_>, said: &Stated) -> Option<Listed> {
    let rest = words.text.get(said.list..)?;
    let end = rest.find(['。', '；', '\n', '）']).unwrap_or(rest.len());
    let list = without_brackets(rest.get(..end)?)?;
    let figures = words.figures();
    let mut figures = figures.filter(|(range, _)| range.start >= said.list);
    let has_figure = figures.any(|(range, _)| range.start < said.list + end);
    let unclear = |c: char| !is_han(c) && !c.is_ascii_alphabetic() && !"、“”《》·".contains(c);
    let counted = ["等", "其中", "个", "家", "项", "处", "名", "或", "一是"];
    if has_figure || list.contains(unclear) || counted.iter().any(|word| list.contains(word)) {
        return None;
    }
    let list = list.replace("”“", "”、“").replace("》《", "》、《");
    let names: Vec<&str> = list.split('、').collect();
    let is_list = names.len() > 1
        && names
            .iter()
            .all(|n| !n.is_empty() && n.chars().count() <= NAME);
    let joints = list.matches(['和', '与', '及']).count();
    is_list.then_some(Listed {
        least: names.len(),
        most: names.len() + joints,
    })
}

/// A text without what stands in brackets; `None` when they do not match.
fn without_brackets(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((head, inside)) = rest.split_once('（') {
        out.push_str(head);
        rest = inside.split_once('）')?.1;
    }
    out.push_str(rest);
    Some(out)
}

fn finding(
    subject: &Subject<'_>,
    words: &Words<'_>,
    said: &Stated,
    listed: Listed,
) -> Option<Diagnostic> {
    let number = said.number as usize;
    let more = number > listed.most && !said.and_more;
    if !more && number >= listed.least {
        return None;
    }
    let count = if more { listed.most } else { listed.least };
    let phrase = words.text.get(said.range.clone())?;
    let message = Text::new(
        format!("“{phrase}”，列出来的是{count}个"),
        format!("\"{phrase}\" announces {number}, but {count} are listed"),
    );
    let hint = Text::new(
        format!("个数改为{count}，或核对列出来的有没有漏、有没有多"),
        format!("make it {count}, or see what is missing or too many in the list"),
    );
    let place = subject.place(words, said.range.clone());
    Some(Diagnostic::warning(&CODE, place, message).hint(hint))
}
