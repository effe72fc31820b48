//! Amounts: exact numbers with a unit, typed or computed, and how many decimals they print with.

use crate::model::{Approximation, Decimal, Exact, Quantity, Rounding, Unit};

/// Most decimals that may be asked for.
pub(super) const MOST_DECIMALS: u32 = 10;
/// Decimals of a computed percentage, unless others are asked for.
const PERCENT_DECIMALS: u32 = 2;
/// Decimals of a computed amount whose digits do not end.
const AMOUNT_DECIMALS: u32 = 2;
/// A computed amount that ends within so many decimals is printed whole.
const WHOLE_WITHIN: u32 = 8;

/// An exact number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number, in `unit`.
    pub exact: Exact,
    /// Its unit.
    pub unit: Unit,
    /// 约, 左右, 以上 …
    pub approximation: Option<Approximation>,
    /// How many decimals were typed; `None` for what was computed.
    pub digits: Option<u32>,
}

impl Amount {
    /// A typed quantity.
    pub fn typed(quantity: &Quantity) -> Self {
        Self {
            exact: Exact::from(quantity.number),
            unit: quantity.unit.clone(),
            approximation: quantity.approximation,
            digits: Some(quantity.number.scale()),
        }
    }

    /// A computed number.
    pub fn computed(exact: Exact, unit: Unit) -> Self {
        Self {
            exact,
            unit,
            approximation: None,
            digits: None,
        }
    }

    /// The number in basic units of its dimension; `None` when it is too large to compute with.
    pub fn basic(&self) -> Option<Exact> {
        self.exact.times(self.unit.scale)
    }

    /// The same amount in another unit of its dimension; `None` for another dimension or when too large.
    pub fn converted(&self, unit: &Unit) -> Option<Self> {
        if self.unit == *unit {
            return Some(self.clone());
        }
        let same = self.unit.dimension == unit.dimension;
        let factor = self.unit.scale.over(unit.scale).filter(|_| same)?;
        // 吨 and tonnes are one: the typed digits still say what is known.
        let digits = self.digits.filter(|_| factor == Exact::ONE);
        Some(Self {
            exact: self.exact.times(factor)?,
            unit: unit.clone(),
            approximation: self.approximation,
            digits,
        })
    }

    /// The number as it prints: with the decimals asked for, else those typed, else as many as it takes.
    pub(super) fn rounded(&self, asked: Option<u32>, rounding: Rounding) -> Option<Decimal> {
        if let Some(decimals) = asked.or(self.digits) {
            return self.exact.round(decimals, rounding);
        }
        if self.unit.is_rate() {
            return percent(self.exact, None, rounding);
        }
        match self.exact.decimal().filter(|d| d.scale() <= WHOLE_WITHIN) {
            Some(whole) => Some(whole),
            None => Some(self.exact.round(AMOUNT_DECIMALS, rounding)?.normalize()),
        }
    }
}

/// A computed percentage as it prints: with the decimals asked for, else one, and then none that is zero.
pub(super) fn percent(exact: Exact, asked: Option<u32>, rounding: Rounding) -> Option<Decimal> {
    match asked {
        Some(decimals) => exact.round(decimals, rounding),
        None => Some(exact.round(PERCENT_DECIMALS, rounding)?.normalize()),
    }
}
