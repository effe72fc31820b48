//! Growth (增幅) as typed: a percentage, points, or 持平.

use super::Parsed;
use crate::diag::Text;
use rust_decimal::Decimal;

/// A typed growth; negative for a decrease. The scale is the number of decimals typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// `3.2%`, `下降3.2%`
    Percent(Decimal),
    /// `1.2个百分点`, for rates
    Points(Decimal),
    /// `持平`
    Flat,
}

impl Growth {
    /// Reads `3.2%`, `-3.2%`, `增长3.2%`, `下降3.2%`, `持平`, `1.2个百分点`, `up 3.2%`.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        Err(Text::new(text, text))
    }
}
