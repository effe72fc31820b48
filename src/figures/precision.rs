//! How well a number is known: a typed one to half its last digit, a count exactly, a computed one as well as those it
//! was computed from.

use super::{Amount, Interval};
use crate::model::{Approximation, Decimal, Exact, Rounding, approximate};

/// How far the true numbers may lie from those given, in basic units of their dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    /// The half last digits of all numbers in it together.
    pub slack: Exact,
    /// The smallest half last digit among those that were rounded; zero when none was.
    pub finest: Exact,
    /// How many of the numbers were rounded.
    pub rounded: u32,
}

/// What a difference weighs, with what rounding allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// There is none.
    Nothing,
    /// Rounding to the finest last digit explains it.
    Rounding(Exact),
    /// Only rounding to the coarser digits of some number explains it; this is what the finest would allow.
    CoarsePart(Exact),
    /// Rounding does not explain it.
    Beyond(Exact),
}

impl Precision {
    /// Nothing was rounded.
    pub const EXACT: Self = Self {
        slack: Exact::ZERO,
        finest: Exact::ZERO,
        rounded: 0,
    };

    /// One number, rounded by at most `slack`.
    pub fn rounded(slack: Exact) -> Self {
        if slack.is_zero() {
            return Self::EXACT;
        }
        Self {
            slack,
            finest: slack,
            rounded: 1,
        }
    }

    /// That of a sum; `None` when too large to compute with.
    pub fn plus(self, other: Self) -> Option<Self> {
        let finest = match (self.rounded, other.rounded) {
            (0, _) => other.finest,
            (_, 0) => self.finest,
            _ => self.finest.min(other.finest),
        };
        Some(Self {
            slack: self.slack.plus(other.slack)?,
            finest,
            rounded: self.rounded.saturating_add(other.rounded),
        })
    }

    /// What a difference between two sums weighs, given how well both together are known; `None` when too large.
    pub(super) fn weigh(self, difference: Exact) -> Option<Weight> {
        if difference.is_zero() {
            return Some(Weight::Nothing);
        }
        let tolerance = self.tolerance()?;
        Some(if difference <= tolerance {
            Weight::Rounding(tolerance)
        } else if difference <= self.slack {
            Weight::CoarsePart(tolerance)
        } else {
            Weight::Beyond(self.slack)
        })
    }

    /// How far a sum may be off if every number of it had been rounded to the finest last digit.
    pub fn tolerance(self) -> Option<Exact> {
        self.finest.times(Exact::whole(i64::from(self.rounded)))
    }
}

/// Half the last digit of a number with so many decimals: 0.05 for 17.4.
pub(super) fn half_of_digit(decimals: u32) -> Exact {
    // A typed number has at most 28 decimals.
    let power = 10_i128.checked_pow(decimals.min(28)).unwrap_or(1);
    Exact::new(1, power * 2).unwrap_or(Exact::ZERO)
}

impl Amount {
    /// How well it is known by its typed digits alone. Whole counts of things are exact, and so is 100%; 12.3万人 was
    /// rounded like any measure. `None` when too large to compute with, or computed (then its figure knows).
    pub fn precision(&self) -> Option<Precision> {
        let digits = self.digits?;
        let counted = digits == 0 && self.unit.scale == Exact::ONE && self.unit.counts_things();
        let whole = self.unit.is_rate() && self.basic()? == Exact::HUNDRED;
        if counted || whole {
            return Some(Precision::EXACT);
        }
        let slack = half_of_digit(digits).times(self.unit.scale)?;
        Some(Precision::rounded(slack))
    }

    /// What the true number may be, in basic units: 以上, 逾 and the like are bounds, 左右 and 约 say nothing.
    /// `None` when too large to compute with.
    pub fn interval(&self, precision: Precision) -> Option<Interval> {
        let at = self.basic()?;
        let none = Interval::ALL;
        match self.approximation {
            None => Interval::around(at, precision.slack),
            Some(Approximation::About | Approximation::Around) => Some(none),
            Some(
                Approximation::Exceeding
                | Approximation::Over
                | Approximation::AndAbove
                | Approximation::AndOdd
                | Approximation::AndMore,
            ) => Some(Interval {
                low: Some(at),
                ..none
            }),
            Some(Approximation::Nearly | Approximation::Under | Approximation::AndBelow) => {
                Some(Interval {
                    high: Some(at),
                    ..none
                })
            }
        }
    }

    /// The amount as it is spoken of in a message: typed digits as typed, computed ones as many as it takes, two
    /// decimals of those that do not end.
    pub fn written(&self) -> String {
        let number = match self.digits {
            Some(digits) => self.exact.round(digits, Rounding::HalfUp),
            None => brief(self.exact),
        };
        let number = number.map_or_else(|| "…".to_owned(), |n| n.to_string());
        approximate(&number, &self.unit.name, self.approximation)
    }

    /// A difference of two amounts, as it is spoken of: that of percentages in points.
    pub fn written_as_difference(&self) -> String {
        let mut difference = self.clone();
        if self.unit.name == "%" {
            difference.unit = difference.unit.named("个百分点");
        }
        difference.written()
    }

    /// A number of basic units, as an amount in the unit of this one.
    pub fn alike(&self, basic: Exact) -> Option<Self> {
        let exact = basic.over(self.unit.scale)?;
        Some(Self::computed(exact, self.unit.clone()))
    }
}

/// Decimals in messages at most.
const BRIEF: u32 = 6;

/// A number for a message: whole when it ends soon, else with two decimals, or six when it is small.
fn brief(exact: Exact) -> Option<Decimal> {
    match exact.decimal().filter(|d| d.scale() <= BRIEF) {
        Some(whole) => Some(whole),
        None => {
            let decimals = if exact.size() < Exact::ONE { BRIEF } else { 2 };
            let rounded = exact.round(decimals, Rounding::HalfUp)?;
            Some(rounded.normalize())
        }
    }
}
