//! Braces that were meant as a tag or a class and are none: `{name}`, `｛｛name｝｝`, `{# #}` in a text of the data,
//! `{.a .b}`. Left alone they would be printed as they stand. Braces around anything else are ordinary text.

use super::dialect;
use super::prepare::Naming;
use super::scan::{Piece, Remark};
use crate::bytes;
use crate::diag::{Text, codes};
use crate::document::class_fault;

const OPENERS: [char; 2] = ['{', '｛'];
const CLOSERS: [char; 2] = ['}', '｝'];

/// Whether a text holds a brace that opens anything.
pub(super) fn opens(text: &str) -> bool {
    bytes::each(text, b'{').next().is_some() || opens_wide(text)
}

fn opens_wide(text: &str) -> bool {
    bytes::places(text, "｛").next().is_some()
}

/// Finds them in the text between the tags; `is_rich` for a text of the data that is more than a line.
pub(super) fn check(
    (text, is_rich): (&str, bool),
    pieces: &[Piece<'_>],
    naming: &Naming<'_>,
    remarks: &mut Vec<Remark>,
) {
    let has_wide = opens_wide(text);
    for (i, piece) in pieces.iter().enumerate() {
        let Piece::Text { start, end } = piece else {
            continue;
        };
        let words = &text[*start..*end];
        if !has_wide && bytes::each(words, b'{').next().is_none() {
            continue;
        }
        let behind = pieces[i + 1..]
            .iter()
            .find(|p| !matches!(p, Piece::Blank { .. }));
        if matches!(behind, None | Some(Piece::LineEnd { .. })) {
            remarks.extend(class(words, *start));
        }
        let mut from = 0;
        while let Some(group) = group(words, from) {
            from = group.end;
            remarks.extend(group.fault(is_rich, naming).map(|(code, message, hint)| {
                let range = (start + group.start, start + group.end);
                Remark::error(range, code, message).hint(hint)
            }));
        }
    }
}

/// A `{.class}` at the end of a block that means nothing.
fn class(words: &str, start: usize) -> Option<Remark> {
    let body = words.strip_suffix('}')?;
    let at = body.rfind("{.")?;
    let class = &body[at + 2..];
    if words[..at].ends_with('\\') || class.contains('{') {
        return None;
    }
    let (message, hint) = class_fault(class)?;
    let range = (start + at, start + words.len());
    Some(Remark::error(range, &codes::UNKNOWN_CLASS, message).hint(hint))
}

/// Braces with what they hold.
struct Group<'t> {
    start: usize,
    end: usize,
    /// How many there are before it.
    openers: usize,
    inner: &'t str,
}

type Fault = (&'static crate::diag::Code, Text, Text);

impl Group<'_> {
    fn fault(&self, is_rich: bool, naming: &Naming<'_>) -> Option<Fault> {
        let inner = self.inner.trim();
        if is_rich && inner.starts_with('#') && inner.ends_with('#') && inner.len() > 1 {
            let message = Text::new(
                "正文里不能用注释 {# #}，它会照样印出来",
                "a comment {# #} does not work here and would be printed",
            );
            let hint = Text::new(
                "删去它，或把注释写在 YAML 里单独的一行，行首写 #",
                "drop it, or write it on a line of its own in the YAML, beginning with #",
            );
            return Some((&codes::TAG_NOT_ALLOWED, message, hint));
        }
        if self.openers < 2 && !is_tag(inner, naming) || inner.is_empty() {
            return None;
        }
        let cure = format!("{{{{{}}}}}", inner.replace('｜', "|"));
        let message = Text::new(
            "标签要用两个半角花括号，这里会照样印出来",
            "a tag takes two braces on each side; this would be printed as it stands",
        );
        let hint = Text::new(format!("请写成 {cure}"), format!("write {cure}"));
        Some((&codes::TAG_SYNTAX, message, hint))
    }
}

/// The next braces from an offset on; those behind a backslash are text.
fn group(words: &str, from: usize) -> Option<Group<'_>> {
    let mut at = from;
    loop {
        let start = at + words.get(at..)?.find(OPENERS)?;
        let rest = &words[start..];
        let openers = rest.chars().take_while(|c| OPENERS.contains(c)).count();
        let first = start + rest.len() - rest.trim_start_matches(OPENERS).len();
        let length = words[first..].find([OPENERS, CLOSERS].as_flattened())?;
        let last = first + length;
        let closed = words[last..].trim_start_matches(CLOSERS);
        let end = words.len() - closed.len();
        // Two ASCII braces that are no tag stand between raw tags, or are reported as unclosed.
        let is_raw = rest.starts_with("{{");
        if words[..start].ends_with('\\') || end == last || is_raw {
            at = last;
            continue;
        }
        return Some(Group {
            start,
            end,
            openers,
            inner: &words[first..last],
        });
    }
}

/// Whether what single braces hold is what tags hold: a known name, or anything behind which a filter stands.
fn is_tag(inner: &str, naming: &Naming<'_>) -> bool {
    let (name, filter) = match inner.split_once(['|', '｜']) {
        Some((name, filter)) => (name.trim(), Some(filter)),
        None => (inner, None),
    };
    let names = naming.names;
    let is_filter = |typed: &str| {
        let typed = typed.split(['(', '（', '|', '｜']).next();
        dialect::filter(typed.unwrap_or_default().trim()).is_some()
    };
    names.figure(naming.scope, name).is_some()
        || names.top(name).is_some()
        || filter.is_some_and(is_filter)
}
