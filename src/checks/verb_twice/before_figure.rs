//! A verb typed before a tag that prints its own: 增长{{税收收入|同比}}.

use super::CODE;
use crate::checks::Subject;
use crate::checks::reading::first_of;
use crate::diag::{Diagnostic, Text};
use crate::document::{Language, Words};
use std::ops::Range;

/// Verbs with which tags begin, and which people type before them; longer ones before those they begin with.
const CHINESE: [&str; 11] = [
    "同比增长",
    "同比下降",
    "同比",
    "环比",
    "增长",
    "下降",
    "提高",
    "上升",
    "增加",
    "减少",
    "完成",
];
/// The characters with which they begin.
const FIRST: [char; 8] = ['同', '环', '增', '下', '提', '上', '减', '完'];
/// The characters with which they end.
const LAST: [char; 8] = ['长', '降', '比', '高', '升', '加', '少', '成'];
/// The same in English; what is typed has a blank behind it.
const ENGLISH: [&str; 8] = [
    "rose",
    "fell",
    "grew",
    "increased",
    "decreased",
    "dropped",
    "up",
    "down",
];

/// All of them in a document.
pub(super) fn found(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let verbs: &[&str] = match subject.document.language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    };
    let mut out = Vec::new();
    for words in subject.words {
        for (range, figure) in words.figures() {
            let Some(own) = begun_with(&figure.text, verbs) else {
                continue;
            };
            let head = words.text.get(..range.start).unwrap_or_default();
            if let Some(typed) = typed_before(head, verbs) {
                let start = head.trim_end().len() - typed.len();
                let whole = start..range.start + own.len();
                out.push(finding(subject, words, whole, (typed, own)));
            }
        }
    }
    out
}

/// The verb that a figure begins with; most begin with their number or name.
fn begun_with<'v>(figure: &str, verbs: &[&'v str]) -> Option<&'v str> {
    let first = figure.chars().next()?;
    let may_begin = first.is_ascii_alphabetic() || FIRST.contains(&first);
    may_begin.then(|| first_of(figure, verbs)).flatten()
}

/// The verb that a text ends with. In English a word must begin there: 'group' does not end with up.
fn typed_before<'v>(head: &str, verbs: &[&'v str]) -> Option<&'v str> {
    let head = head.trim_end();
    let last = head.chars().next_back()?;
    if !last.is_ascii() && !LAST.contains(&last) {
        return None;
    }
    let verb = verbs.iter().find(|verb| head.ends_with(**verb))?;
    let before = head.strip_suffix(verb)?;
    let is_part = verb.is_ascii() && before.ends_with(|c: char| c.is_alphanumeric());
    (!is_part).then_some(verb)
}

fn finding(
    subject: &Subject<'_>,
    words: &Words<'_>,
    range: Range<usize>,
    (typed, own): (&str, &str),
) -> Diagnostic {
    let said = words.text.get(range.clone()).unwrap_or_default();
    let message = Text::new(
        format!("“{said}”：标签自己会印出“{own}”，前面又写了“{typed}”"),
        format!("\"{said}\": the tag prints \"{own}\" itself, and \"{typed}\" is typed before it"),
    );
    let hint = Text::new(
        format!("删去前面的“{typed}”；只要数字，用 |增幅 或 |完成率"),
        format!(
            "drop the \"{typed}\" before it; for the number alone use |growth_rate or |completion"
        ),
    );
    let place = subject.place(words, range);
    Diagnostic::warning(&CODE, place, message).hint(hint)
}
