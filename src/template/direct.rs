//! Texts of the data that print nothing but figures, as nearly all do: they need no engine.
//!
//! `{{ 税收收入 | 同比(小数=1) }}` says which figure, which aspect of it and with what arguments; what the engine would
//! make of it is what [`state::print`] gives. Whatever says more than that goes through the engine.

use super::state;
use super::translate::{Emit, FIGURE_FUNCTION, called_figure};
use crate::figures::{ASPECTS, Arguments, Aspect};
use crate::model::FigureId;

/// A figure that a tag prints.
#[derive(Debug)]
pub(super) struct Print {
    figure: FigureId,
    /// The index of its aspect in [`ASPECTS`].
    aspect: usize,
    arguments: Arguments,
}

/// A prepared text in which figures stand in the place of all tags.
#[derive(Debug)]
pub(super) struct Direct {
    /// The figures, each with what stands before it.
    figures: Vec<(String, Print)>,
    /// What stands behind the last one.
    tail: String,
}

impl Direct {
    /// A prepared text with the range of each of its tags and what it prints; `None` when one does more than print a
    /// figure.
    pub(super) fn new(text: &str, tags: Vec<((usize, usize), Option<Print>)>) -> Option<Self> {
        let (mut figures, mut at) = (Vec::with_capacity(tags.len()), 0);
        for ((start, end), print) in tags {
            figures.push((text.get(at..start)?.to_owned(), print?));
            at = end;
        }
        let tail = text.get(at..)?.to_owned();
        Some(Self { figures, tail })
    }

    /// The rendered text.
    pub(super) fn render(&self) -> String {
        let mut out = String::with_capacity(self.tail.len() + 256 * self.figures.len());
        for (before, print) in &self.figures {
            out.push_str(before);
            out.push_str(&state::print(print.figure, print.aspect, &print.arguments));
        }
        out.push_str(&self.tail);
        out
    }
}

impl Print {
    /// The one call of the engine that prints it; `None` for arguments that are texts.
    pub(super) fn call(&self) -> Option<String> {
        let Arguments { unit, of, by, .. } = &self.arguments;
        if [unit, of, by].into_iter().any(Option::is_some) {
            return None;
        }
        let (figure, aspect) = (self.figure.0, self.aspect);
        let decimals = self.arguments.decimals;
        let decimals = decimals.map_or_else(String::new, |n| format!(", d={n}"));
        Some(format!(
            "{FIGURE_FUNCTION}(i={figure}, a={aspect}{decimals})"
        ))
    }
}

/// The figure that a translated tag prints, when that is all it does.
pub(super) fn print(tag: &[Emit]) -> Option<Print> {
    let (first, rest) = tag.split_first()?;
    let figure = called_figure(&first.text)?;
    let (aspect, arguments) = match rest {
        [] => (state::value_aspect(), Arguments::default()),
        [bar, name, arguments @ ..] if bar.text == "|" => {
            let aspect = ASPECTS.iter().position(|info| info.en == name.text)?;
            (aspect, read_arguments(arguments)?)
        }
        _ => return None,
    };
    let is_printed = ASPECTS.get(aspect)?.aspect != Aspect::Number;
    is_printed.then_some(Print {
        figure,
        aspect,
        arguments,
    })
}

/// The arguments between brackets, each `name=literal`; `None` for anything else. Those that a filter does not have were
/// told when the tag was translated.
fn read_arguments(tokens: &[Emit]) -> Option<Arguments> {
    let mut arguments = Arguments::default();
    let tokens: Vec<&str> = tokens.iter().map(|emit| emit.text.as_str()).collect();
    let mut rest = match tokens.as_slice() {
        [] => return Some(arguments),
        ["(", rest @ .., ")"] => rest,
        _ => return None,
    };
    loop {
        let [name, "=", literal, behind @ ..] = rest else {
            return None;
        };
        let text = || Some(Some(unquoted(literal)?.to_owned()));
        match *name {
            "unit" if arguments.unit.is_none() => arguments.unit = text()?,
            "of" if arguments.of.is_none() => arguments.of = text()?,
            "by" if arguments.by.is_none() => arguments.by = text()?,
            "decimals" if arguments.decimals.is_none() => {
                arguments.decimals = Some(literal.parse().ok()?);
            }
            _ => return None,
        }
        rest = match behind {
            [] => return Some(arguments),
            [",", rest @ ..] => rest,
            _ => return None,
        };
    }
}

/// What a string holds; `None` for what is no string, or has signs that the engine reads in its own way.
fn unquoted(literal: &str) -> Option<&str> {
    let quote = literal
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inside = literal.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inside.contains([quote, '\\'])).then_some(inside)
}
