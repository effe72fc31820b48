//! A place among the tokens of a tag.

use super::scan::Token;

/// Where a token stands in its tag.
pub(super) struct Cursor<'t> {
    pub tokens: &'t [Token<'t>],
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn token(&self) -> &'t Token<'t> {
        &self.tokens[self.at]
    }

    pub(super) fn ahead(&self, n: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at + n)
    }

    pub(super) fn behind(&self, n: usize) -> Option<&'t Token<'t>> {
        self.at.checked_sub(n).and_then(|i| self.tokens.get(i))
    }

    pub(super) fn is_ahead(&self, n: usize, sign: &str) -> bool {
        self.ahead(n).is_some_and(|t| t.is(sign))
    }

    pub(super) fn is_behind(&self, n: usize, sign: &str) -> bool {
        self.behind(n).is_some_and(|t| t.is(sign))
    }
}
