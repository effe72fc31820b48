//! Quantities (数量): an exact decimal with its typed digits, a unit, and a word of approximation.

use super::{Parsed, Unit};
use crate::diag::Text;
use rust_decimal::Decimal;

/// A word that says the number is not exact; printed as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approximation {
    /// 约…
    About,
    /// 近…
    Nearly,
    /// 逾…
    Exceeding,
    /// 超…
    Over,
    /// 不足…
    Under,
    /// …左右
    Around,
    /// …以上
    AndAbove,
    /// …以下
    AndBelow,
    /// …余
    AndOdd,
    /// …多
    AndMore,
}

/// A number as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The exact value; its scale is the number of decimals typed (`205263.00` has 2).
    pub number: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// 约, 左右, 以上 …
    pub approximation: Option<Approximation>,
}

impl Quantity {
    /// Reads `[约|近|逾|超|不足] number [unit] [左右|以上|以下|余|多]`.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        Err(Text::new(text, text))
    }
}
