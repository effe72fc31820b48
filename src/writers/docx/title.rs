//! The lines of a title.

use crate::document::{Inline, plain};
use crate::layout::{Chars, TextStyle, Twips, title_breaks};

/// The inlines of a title, line by line. Where its author ends lines, those stand; else the layout looks for the best.
pub fn lines(content: &[Inline], style: &TextStyle, width: Twips) -> Vec<Vec<Inline>> {
    let text = plain(content);
    let breaks = if text.contains('\n') {
        Vec::new()
    } else {
        let widest = Chars::fitting(width, style.pitch());
        title_breaks(&text, &seams(content), widest)
    };
    let mut rest = content.to_vec();
    let mut out = Vec::with_capacity(breaks.len() + 1);
    let mut begin = 0;
    for at in breaks {
        let (line, after) = split(rest, at - begin);
        out.push(line);
        rest = after;
        begin = at;
    }
    out.push(rest);
    out
}

/// The bytes at which text of another origin begins.
fn seams(content: &[Inline]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut last = None;
    for inline in content {
        let origin = match inline {
            Inline::Text { origin, .. } | Inline::Code { origin, .. } => origin.expression,
            Inline::Figure(figure) => figure.origin.expression,
            Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } | Inline::Break => None,
        };
        if at > 0 && origin != last {
            out.push(at);
        }
        last = origin;
        at += length(inline);
    }
    out
}

fn length(inline: &Inline) -> usize {
    plain(std::slice::from_ref(inline)).len()
}

/// Parts inlines at a byte of their text. What cannot be parted, like a figure, goes to the first half.
pub fn split(content: Vec<Inline>, at: usize) -> (Vec<Inline>, Vec<Inline>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut begin = 0;
    for inline in content {
        let end = begin + length(&inline);
        if begin >= at {
            after.push(inline);
        } else if end <= at {
            before.push(inline);
        } else {
            let (first, second) = split_one(inline, at - begin);
            before.extend(first);
            after.extend(second);
        }
        begin = end;
    }
    (before, after)
}

fn split_one(inline: Inline, at: usize) -> (Option<Inline>, Option<Inline>) {
    let both = |halves: (Vec<Inline>, Vec<Inline>), wrap: fn(Vec<Inline>) -> Inline| {
        (Some(wrap(halves.0)), Some(wrap(halves.1)))
    };
    match inline {
        Inline::Text { text, origin } => match text.split_at_checked(at) {
            Some((first, second)) => {
                let part = |text: &str| {
                    let text = text.to_owned();
                    Some(Inline::Text { text, origin })
                };
                (part(first), part(second))
            }
            None => (Some(Inline::Text { text, origin }), None),
        },
        Inline::Strong(inner) => both(split(inner, at), Inline::Strong),
        Inline::Emphasis(inner) => both(split(inner, at), Inline::Emphasis),
        other @ (Inline::Figure(_) | Inline::Code { .. } | Inline::Link { .. } | Inline::Break) => {
            (Some(other), None)
        }
    }
}
