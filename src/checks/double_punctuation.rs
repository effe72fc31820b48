//! `double-punctuation` 标点重复: two marks in a row where there should be one.

use super::reading::{after, around, before};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::document::Language;

static CODE: Code = Code {
    id: "double-punctuation",
    zh: "标点重复",
    unreadable: false,
};

/// It mostly happens where a template and the data meet.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

有没有两个标点连在一起：“，，”“。。”“，；”“、，”等。“？！”“！！”“……”“——”和引号、括号前后的标点不算。

## 为什么要紧

多半是模板里已经有句号，填的内容末尾又带了一个；或者删改时没有删干净。

## 例子

    下一步:
      - 加强用地保障。，盘活存量土地

## 怎么改

删去多余的一个。填的内容后面模板会接标点的，末尾不要带标点：

    下一步:
      - 加强用地保障，盘活存量土地
";

const PAGE_EN: &str = "\
## What it checks

Whether two marks stand in a row: ，， 。。 ，； and in English \",,\" or \".,\". ？！ ！！ …… —— do not count.

## Why it matters

Mostly the template has a full stop and the data bring one of their own, or something was cut out halfway.

## Example

    next_steps:
      - Secure land,, reuse idle plots

## How to put it right

Drop the mark that is too many:

    next_steps:
      - Secure land, reuse idle plots
";

fn is_chinese(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '：' | '、' | '！' | '？' | ',' | ';' | '.' | ':'
    )
}

fn is_english(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!')
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let chinese = subject.document.language == Language::Chinese;
    let is_mark: fn(char) -> bool = if chinese { is_chinese } else { is_english };
    for words in subject.words {
        let text = words.text;
        let mut skip_to = 0;
        for [(at, c), (_, next)] in words.touching_signs() {
            if !is_mark(c) || !is_mark(next) {
                continue;
            }
            let end = at + c.len_utf8() + next.len_utf8();
            if at < skip_to || words.is_code(at) || is_fine(text, at, next) || is_dots(text, at) {
                continue;
            }
            let rest = text.get(end..).unwrap_or_default();
            let end = end + (rest.len() - rest.trim_start_matches(is_mark).len());
            skip_to = end;
            let doubled = text.get(at..end).unwrap_or_default();
            let message = Text::new(
                format!("标点“{doubled}”重复：“{}”", around(text, &(at..end), 5)),
                format!(
                    "too many marks, \"{doubled}\", in \"{}\"",
                    around(text, &(at..end), 12)
                ),
            );
            let hint = Text::new("只留一个", "keep one of them");
            let place = subject.place(words, at..end);
            findings.push(Diagnostic::warning(&CODE, place, message).hint(hint));
        }
    }
}

/// ？！ and ！！ are said on purpose; so is a full stop after an abbreviation before a comma, also a Chinese one.
fn is_fine(text: &str, at: usize, second: char) -> bool {
    let loud = |c: char| matches!(c, '！' | '？' | '!');
    let first = after(text, at);
    let abbreviated = before(text, at).is_some_and(|c| c.is_ascii_alphabetic());
    first.is_some_and(loud) && loud(second)
        || first == Some('.') && second != '.' && (second.is_ascii() || abbreviated)
}

/// `...` is no doubled full stop but dots.
fn is_dots(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.starts_with("...")
        || text.get(..at).is_some_and(|h| h.ends_with('.')) && rest.starts_with("..")
}
