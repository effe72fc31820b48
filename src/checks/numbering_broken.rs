//! `numbering-broken` 编号不连续: numbers typed in the text that skip or repeat one.

use super::labels::{Form, Label, labels};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::BlockKind;
use std::collections::BTreeMap;

static CODE: Code = Code {
    id: "numbering-broken",
    zh: "编号不连续",
    unreadable: false,
};

/// A warning at the label that does not follow.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

正文里手写的“一、二、”“（一）（二）”“1. 2.”“（1）（2）”“一是、二是”“第一，第二，”有没有跳号、重号，或者前后用的不是一种
（第一……二是……）。每个标题下面重新算起。

## 为什么要紧

删改以后最容易漏改编号；两个“二是”，一看就知道没有校过。

## 例子

    正文: |
      一是摸清底数；二是压实责任；二是强化督导。

## 怎么改

    正文: |
      一是摸清底数；二是压实责任；三是强化督导。

更省事的是写成分项，由程序编号：

    形式: 一是
    分项: [摸清底数, 压实责任, 强化督导]
";

const PAGE_EN: &str = "\
## What it checks

Whether numbers typed in a Chinese text (一、二、 1. 2. 一是 二是 第一，第二，) skip or repeat one, or change their form on the way.
They begin anew below each heading.

## Why it matters

After something was cut, numbers are what everybody forgets to change.

## Example

    body: |
      一是摸清底数；二是压实责任；二是强化督导。

## How to put it right

    body: |
      一是摸清底数；二是压实责任；三是强化督导。

Easier still, give them as items, which the program numbers:

    form: 一是
    items: [摸清底数, 压实责任, 强化督导]
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let mut runs = Runs::default();
    for words in subject.chinese() {
        let block = subject.document.blocks.get(words.block).map(|b| &b.kind);
        // Those before headings and items that the program numbers have a check of their own.
        if let Some(BlockKind::Heading(heading)) = block {
            runs = Runs::default();
            if heading.run_in.is_none() {
                continue;
            }
        }
        for (at, label) in labels(words.text, words.signs()) {
            let Some(expected) = runs.expected(label) else {
                continue;
            };
            let end = at + label.length;
            if words.is_code(at) {
                continue;
            }
            let said = words.text.get(at..end).unwrap_or_default();
            let right = expected.text();
            let message = Text::new(
                format!("编号不连续：“{said}”应为“{right}”"),
                format!("the number \"{said}\" should be \"{right}\""),
            );
            let hint = Text::new(
                format!("改为“{right}”，或写成分项，由程序编号"),
                format!("write \"{right}\", or give `items`, which the program numbers"),
            );
            let place = subject.place(words, at..end);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// The numbers that were last in each open run of labels, by form.
#[derive(Default)]
struct Runs {
    last: BTreeMap<Form, Vec<u32>>,
}

impl Runs {
    /// What a label should be when it does not follow. One begins a run, which may lie in another; what begins with two
    /// is left alone, unless it goes on with a run of another form.
    fn expected(&mut self, label: Label) -> Option<Label> {
        if label.number > 1 && !self.last.contains_key(&label.form) {
            return self.in_another_form(label);
        }
        if label.number == 1 {
            // 第一 after 一是 and 二是 begins something new.
            self.last.retain(|form, _| !is_other(*form, label.form));
        }
        let open = self.last.entry(label.form).or_default();
        let follows = open.iter().rposition(|last| last + 1 == label.number);
        match (label.number, follows) {
            (1, _) => {
                open.push(1);
                None
            }
            (number, Some(at)) => {
                open.truncate(at);
                open.push(number);
                None
            }
            (_, None) => {
                let number = open.pop().map_or(1, |last| last + 1);
                open.push(number);
                Some(Label { number, ..label })
            }
        }
    }

    /// 第一……二是……
    fn in_another_form(&mut self, label: Label) -> Option<Label> {
        let mut open = self.last.iter_mut();
        let (form, open) = open.find(|(form, _)| is_other(**form, label.form))?;
        let last = open.last_mut().filter(|last| **last + 1 == label.number)?;
        *last = label.number;
        Some(Label {
            form: *form,
            ..label
        })
    }
}

/// Whether one form is 一是 and the other 第一: they mean the same and get mixed.
fn is_other(one: Form, other: Form) -> bool {
    matches!(
        (one, other),
        (Form::Is, Form::Ordinal) | (Form::Ordinal, Form::Is)
    )
}
