//! Items as running text: 一是…；二是…, and what stands behind an item: cause, measure, owner, deadline.

use super::figure_table::capitalised;
use super::items::Printed;
use crate::document::marks;
use crate::model::Language;
use crate::numeral::chinese;
use crate::template::state;
use std::borrow::Cow;

/// The words before the parts of an item. A template may give others.
pub(super) struct Words {
    /// Before 原因.
    pub cause: String,
    /// Before 措施.
    pub measure: String,
    /// Before 责任单位.
    pub owner: String,
    /// Before 时限.
    pub deadline: String,
}

/// Beginnings that need no words before them: the cause or measure brings its own.
const OWN_BEGINNINGS: &[&str] = &[
    "主要",
    "原因",
    "由于",
    "因为",
    "因",
    "其",
    "下一步",
    "今后",
    "明年",
    "下半年",
    "对此",
    "为此",
    "将",
    "我",
];

impl Words {
    /// The usual words of a language.
    pub(super) fn usual(language: Language) -> Self {
        let [cause, measure, owner, deadline] = match language {
            Language::Chinese => ["主要原因是", "下一步将", "责任单位：", "完成时限："],
            Language::English => ["Cause: ", "Action: ", "owner: ", "due: "],
        };
        Self {
            cause: cause.to_owned(),
            measure: measure.to_owned(),
            owner: owner.to_owned(),
            deadline: deadline.to_owned(),
        }
    }

    /// Cause and measure as sentences, without the last stop.
    fn reasons(&self, item: &Printed<'_>) -> Option<String> {
        let parts = [(&self.cause, &item.cause), (&self.measure, &item.measure)];
        let said: Vec<String> = parts
            .into_iter()
            .filter_map(|(word, text)| {
                let text = without_stop(text.as_deref()?);
                let has_own = OWN_BEGINNINGS.iter().any(|b| {
                    state::language() == Language::Chinese
                        && marks::visible(&text).trim_start().starts_with(b)
                });
                let word = if has_own { "" } else { word.as_str() };
                Some(format!("{word}{text}"))
            })
            .collect();
        (!said.is_empty()).then(|| said.join(gap_stop()))
    }

    /// Owner and deadline in brackets.
    fn duty(&self, item: &Printed<'_>) -> Option<String> {
        let parts = [(&self.owner, &item.owner), (&self.deadline, &item.deadline)];
        let said: Vec<String> = parts
            .into_iter()
            .filter_map(|(word, text)| Some(format!("{word}{}", text.as_deref()?)))
            .collect();
        if said.is_empty() {
            return None;
        }
        Some(match state::language() {
            Language::Chinese => format!("（{}）", said.join("；")),
            Language::English => format!(" ({})", said.join("; ")),
        })
    }

    /// The body with all that stands behind it, as whole sentences.
    pub(super) fn body<'i>(&self, item: &'i Printed<'_>) -> Option<Cow<'i, str>> {
        let (reasons, duty) = (self.reasons(item), self.duty(item));
        if reasons.is_none() && duty.is_none() {
            return item.body.as_deref().map(Cow::Borrowed);
        }
        let mut out = String::new();
        if let Some(body) = &item.body {
            out = marks::trim_visible_end(body, &[]);
            if !ends_in_prose(&out) {
                out.push_str("\n\n");
            } else if reasons.is_some() {
                out = without_stop(&out);
                out.push_str(gap_stop());
            }
        }
        if let Some(reasons) = reasons {
            out.push_str(&reasons);
            out.push_str(stop());
        }
        let is_behind_stop = marks::visible(&out).trim_end().ends_with('.');
        let begins = |duty: String| match duty.strip_prefix(" (") {
            Some(rest) if is_behind_stop => format!(" ({}", capitalised(rest)),
            _ => duty,
        };
        out.extend(duty.map(begins));
        Some(Cow::Owned(out))
    }

    /// Title, body and all behind it in one run of text, without the punctuation at its end.
    pub(super) fn sentence(&self, item: &Printed<'_>) -> String {
        let mut out = item.sentence();
        if let Some(reasons) = self.reasons(item) {
            out.push_str(gap_stop());
            out.push_str(&reasons);
        }
        if !item.items.is_empty() {
            let colon = match state::language() {
                Language::Chinese => "：",
                Language::English => ": ",
            };
            out.push_str(colon);
            out.push_str(&self.inner(&item.items));
        }
        out.extend(self.duty(item));
        out
    }

    /// Items inside a sentence: （1）…；（2）…, without the last stop.
    pub(super) fn inner(&self, items: &[Printed<'_>]) -> String {
        let (open, close, between) = match state::language() {
            Language::Chinese => ("（", "）", "；"),
            Language::English => ("(", ") ", "; "),
        };
        let numbered = items.iter().enumerate().map(|(i, item)| {
            let sentence = self.sentence(item);
            if items.len() == 1 {
                sentence
            } else {
                format!("{open}{}{close}{sentence}", i + 1)
            }
        });
        numbered.collect::<Vec<_>>().join(between)
    }
}

impl Printed<'_> {
    /// Title and body in one run of text, without the punctuation at its end.
    pub(super) fn sentence(&self) -> String {
        joined(self, self.body.as_deref())
    }

    /// What a table or chart of its figures is called.
    pub(super) fn caption_or_title(&self) -> Option<String> {
        let text = self.caption.as_deref().or(self.title.as_deref());
        text.map(str::to_owned)
    }
}

/// An item's title and some body in one run of text, without the punctuation at its end.
pub(super) fn joined(item: &Printed<'_>, body: Option<&str>) -> String {
    let mut out = item.mark.to_owned();
    match (&item.title, body) {
        (Some(title), Some(body)) => {
            out.push_str(&without_stop(title));
            out.push_str(gap_stop());
            out.push_str(&without_stop(body));
        }
        (Some(only), None) => out.push_str(&without_stop(only)),
        (None, Some(only)) => out.push_str(&without_stop(only)),
        (None, None) => {}
    }
    out
}

fn without_stop(text: &str) -> String {
    marks::trim_visible_end(text, &['。', '；', ';', '.'])
}

/// What ends a sentence in the language being printed.
pub(super) fn stop() -> &'static str {
    match state::language() {
        Language::Chinese => "。",
        Language::English => ".",
    }
}

/// What parts two sentences.
fn gap_stop() -> &'static str {
    match state::language() {
        Language::Chinese => "。",
        Language::English => ". ",
    }
}

/// Whether a further sentence can follow on the last line of a text.
fn ends_in_prose(marked: &str) -> bool {
    let text = marks::visible(marked);
    let last = text.trim_end().lines().last().unwrap_or_default();
    let last = last.trim_start();
    let rest = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < last.len() && rest.starts_with(['.', ')']);
    !last.starts_with(['|', '-', '*', '+', '>']) && !is_numbered && !last.ends_with('}')
}

/// 一是…；二是…。 All end in 。 when any holds one.
pub(super) fn ordinals(items: &[Printed<'_>], words: &Words) -> String {
    let sentences: Vec<String> = items.iter().map(|i| words.sentence(i)).collect();
    let is_chinese = state::language() == Language::Chinese;
    let (between, stop) = match (
        is_chinese,
        sentences.iter().any(|s| marks::holds_inside(s, '。')),
    ) {
        (true, true) => ("。", "。"),
        (true, false) => ("；", "。"),
        (false, _) => ("; ", "."),
    };
    let mut out = String::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let n = u32::try_from(i + 1).unwrap_or(u32::MAX);
        // Of one item alone nobody says 一是.
        match (sentences.len(), is_chinese) {
            (1, _) => {}
            (_, true) => out.push_str(&format!("{}是", chinese(n))),
            (_, false) => out.push_str(&format!("({n}) ")),
        }
        out.push_str(sentence);
        out.push_str(if i + 1 == sentences.len() {
            stop
        } else {
            between
        });
    }
    out
}
