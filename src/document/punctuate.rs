//! The full stop of headings, which depends on where the heading stands and so is no matter of wording.
//!
//! A heading on a line of its own has none; a heading that its text follows on the same line needs one. All writers
//! ask here, so that all formats say the same words.

use super::{Inline, Language, Origin};

/// What a heading on its own line loses at its end.
const STOPS: [char; 4] = ['。', '；', '.', ';'];

/// What may end a run-in heading.
const ENDS: [char; 12] = [
    '。', '；', '：', '！', '？', '…', '.', ';', ':', '!', '?', '，',
];

/// What may stand behind an end mark and belong to it.
const CLOSERS: [char; 4] = ['”', '’', '"', '\''];

/// The words of a heading that stands on its own line: without a full stop or semicolon at the end.
///
/// A stop printed by a figure stays: what a figure prints is data. So do the dots of `...`.
pub fn own_line(content: &[Inline]) -> Vec<Inline> {
    let mut content = content.to_vec();
    strip(&mut content);
    content
}

/// The words of a heading that its text follows on the same line: with 。 (in English `.`) unless some mark ends
/// them already. The mark that is added has no origin, because nobody typed it.
pub fn run_in(content: &[Inline], language: Language) -> Vec<Inline> {
    let mut content = content.to_vec();
    let ended = last_letters(&content).is_some_and(|text| {
        text.trim_end()
            .trim_end_matches(CLOSERS)
            .ends_with(ENDS.as_slice())
    });
    if !ended {
        let stop = match language {
            Language::Chinese => "。",
            Language::English => ".",
        };
        content.push(Inline::Text {
            text: stop.to_owned(),
            origin: Origin::default(),
        });
    }
    content
}

/// What stands between the words of a run-in heading, or the number of a list item, and the text behind it.
pub fn run_in_gap(language: Language) -> &'static str {
    match language {
        Language::Chinese => "",
        Language::English => " ",
    }
}

fn strip(content: &mut Vec<Inline>) {
    while let Some(last) = content.last_mut() {
        let emptied = match last {
            Inline::Text { text, .. } => {
                let kept = without_stop(text).len();
                text.truncate(kept);
                text.is_empty()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                strip(inner);
                inner.is_empty()
            }
            Inline::Link { content: inner, .. } => {
                strip(inner);
                inner.is_empty()
            }
            Inline::Break => true,
            Inline::Figure(_) | Inline::Code { .. } => false,
        };
        if !emptied {
            return;
        }
        content.pop();
    }
}

fn without_stop(text: &str) -> &str {
    let text = text.trim_end();
    if text.ends_with("...") {
        return text;
    }
    text.trim_end_matches(STOPS.as_slice()).trim_end()
}

/// The last piece of text that prints anything.
fn last_letters(content: &[Inline]) -> Option<&str> {
    content.iter().rev().find_map(|inline| match inline {
        Inline::Text { text, .. } | Inline::Code { text, .. } => {
            (!text.trim().is_empty()).then_some(text.as_str())
        }
        Inline::Figure(figure) => Some(figure.text.as_str()),
        Inline::Strong(inner) | Inline::Emphasis(inner) => last_letters(inner),
        Inline::Link { content, .. } => last_letters(content),
        Inline::Break => None,
    })
}
