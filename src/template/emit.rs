//! What the tags of a template say once their names are translated.

use super::scan::Token;
use crate::model::FigureId;
use std::borrow::Cow;

/// One translated piece of a tag and the offset of what it was made from.
#[derive(Debug)]
pub(super) struct Emit<'t> {
    pub said: Said<'t>,
    pub at: usize,
}

/// What a piece of a tag says.
#[derive(Debug)]
pub(super) enum Said<'t> {
    /// A word or sign of the engine, or a name bound in the template.
    Word(Cow<'t, str>),
    /// A field, by the engine's name.
    Field(&'t str),
    /// A figure.
    Figure(FigureId),
}

impl<'t> Emit<'t> {
    pub(super) fn word(text: impl Into<Cow<'t, str>>, at: usize) -> Self {
        let said = Said::Word(text.into());
        Self { said, at }
    }

    /// The text of a token as it stands.
    pub(super) fn token(token: &'t Token<'_>) -> Self {
        Self::word(token.text.as_ref(), token.start)
    }

    /// What it is when it is neither a field nor a figure; else empty.
    pub(super) fn text(&self) -> &str {
        match &self.said {
            Said::Word(text) => text,
            Said::Field(_) | Said::Figure(_) => "",
        }
    }
}
