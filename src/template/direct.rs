//! Tags that print nothing but a figure or a field, as nearly all do: they need no engine.
//!
//! `{{ 税收收入 | 同比(小数=1) }}` says which figure, which aspect of it and with what arguments; what the engine would
//! make of it is what [`state::print`] gives. Whatever says more than that goes through the engine.

use super::emit::{Emit, Said};
use super::state;
use super::translate::FIGURE_FUNCTION;
use crate::diag::Text;
use crate::figures::{ASPECTS, Arguments, Aspect, Facts};
use crate::model::FigureId;

/// What a tag prints.
#[derive(Debug)]
pub(super) enum Print {
    /// A figure in one of its aspects.
    Figure(Shown),
    /// A figure as a bare number (纯数).
    Number(FigureId),
    /// A field, by the engine's name.
    Field(String),
}

/// A figure in one of its aspects.
#[derive(Debug)]
pub(super) struct Shown {
    pub figure: FigureId,
    /// The index of the aspect in [`ASPECTS`].
    pub aspect: usize,
    pub arguments: Arguments,
}

/// A prepared text without its tags, all of which print figures.
#[derive(Debug)]
pub(super) struct Direct {
    text: String,
    /// The figures, each with the offset in the text at which it is printed; ascending.
    figures: Vec<(usize, Shown)>,
}

impl Direct {
    /// A prepared text with what it prints; `None` when that is more than figures.
    pub(super) fn new(text: String, prints: Vec<(usize, Print)>) -> Option<Self> {
        let shown = |(at, print)| match print {
            Print::Figure(shown) => Some((at, shown)),
            Print::Number(_) | Print::Field(_) => None,
        };
        let figures: Option<Vec<_>> = prints.into_iter().map(shown).collect();
        let figures = figures?;
        Some(Self { text, figures })
    }

    /// Appends the rendered text; `failed` says what stands in the place of a figure that cannot be printed, or that
    /// nothing does and the text is given up.
    pub(super) fn push(
        &self,
        facts: &Facts,
        out: &mut String,
        failed: impl Fn(Text) -> Option<String>,
    ) -> Option<()> {
        out.reserve(self.text.len() + 128 * self.figures.len());
        let mut from = 0;
        for (at, shown) in &self.figures {
            out.push_str(self.text.get(from..*at)?);
            if let Err(why) = state::push_figure(out, facts, shown) {
                out.push_str(&failed(why)?);
            }
            from = *at;
        }
        out.push_str(self.text.get(from..)?);
        Some(())
    }
}

impl Print {
    /// The one call of the engine that prints it; `None` for what takes more.
    pub(super) fn call(&self) -> Option<String> {
        let Self::Figure(shown) = self else {
            return None;
        };
        let Arguments { unit, of, by, .. } = &shown.arguments;
        if [unit, of, by].into_iter().any(Option::is_some) {
            return None;
        }
        let (figure, aspect) = (shown.figure.0, shown.aspect);
        let decimals = shown.arguments.decimals;
        let decimals = decimals.map_or_else(String::new, |n| format!(", d={n}"));
        Some(format!(
            "{FIGURE_FUNCTION}(i={figure}, a={aspect}{decimals})"
        ))
    }
}

/// What a translated tag prints, when it is a figure or field and that is all.
pub(super) fn print(tag: &[Emit<'_>]) -> Option<Print> {
    let (first, rest) = tag.split_first()?;
    let figure = match (&first.said, rest) {
        (Said::Figure(id), _) => *id,
        (Said::Field(name), []) => return Some(Print::Field((*name).to_owned())),
        _ => return None,
    };
    let (aspect, arguments) = match rest {
        [] => (state::value_aspect(), Arguments::default()),
        [bar, name, arguments @ ..] if bar.text() == "|" => {
            let aspect = ASPECTS.iter().position(|info| info.en == name.text())?;
            (aspect, read_arguments(arguments)?)
        }
        _ => return None,
    };
    if ASPECTS.get(aspect)?.aspect == Aspect::Number {
        return (rest.len() == 2).then_some(Print::Number(figure));
    }
    Some(Print::Figure(Shown {
        figure,
        aspect,
        arguments,
    }))
}

/// The arguments between brackets, each `name=literal`; `None` for anything else. Those that a filter does not have were
/// told when the tag was translated.
fn read_arguments(tokens: &[Emit<'_>]) -> Option<Arguments> {
    let mut arguments = Arguments::default();
    let mut rest = match tokens {
        [] => return Some(arguments),
        [open, rest @ .., close] if open.text() == "(" && close.text() == ")" => rest,
        _ => return None,
    };
    loop {
        let [name, equals, literal, behind @ ..] = rest else {
            return None;
        };
        let literal = literal.text();
        let text = || Some(Some(unquoted(literal)?.to_owned()));
        match name.text() {
            _ if equals.text() != "=" => return None,
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
            [comma, rest @ ..] if comma.text() == "," => rest,
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
