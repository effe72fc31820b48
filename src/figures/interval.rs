//! Closed intervals of exact numbers: what a rounded number may have been before it was rounded.

use crate::model::Exact;

/// All numbers from `low` to `high`, both included; `None` where there is no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lowest; `None` for no lower bound.
    pub low: Option<Exact>,
    /// The highest; `None` for no upper bound.
    pub high: Option<Exact>,
}

impl Interval {
    /// All numbers: nothing is known.
    pub const ALL: Self = Self {
        low: None,
        high: None,
    };

    /// One number.
    pub fn point(at: Exact) -> Self {
        Self {
            low: Some(at),
            high: Some(at),
        }
    }

    /// The numbers at most `slack` away from `at`; `None` when that is too large to compute with.
    pub fn around(at: Exact, slack: Exact) -> Option<Self> {
        Some(Self {
            low: Some(at.minus(slack)?),
            high: Some(at.plus(slack)?),
        })
    }

    /// Whether two intervals have a number in common.
    pub fn meets(self, other: Self) -> bool {
        !self.is_above(other) && !other.is_above(self)
    }

    /// Whether every number of it is above every number of the other.
    pub fn is_above(self, other: Self) -> bool {
        matches!((self.low, other.high), (Some(low), Some(high)) if low > high)
    }

    /// Whether no number of it is below any number of the other.
    pub fn is_not_below(self, other: Self) -> bool {
        matches!((self.low, other.high), (Some(low), Some(high)) if low >= high)
    }

    /// Sums of a number of each; `None` when too large to compute with, as below.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: both(self.low, other.low, Exact::plus)?,
            high: both(self.high, other.high, Exact::plus)?,
        })
    }

    /// The numbers with their signs turned.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            low: self.high.map(Exact::negated),
            high: self.low.map(Exact::negated),
        }
    }

    /// Differences of a number of each.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// Products of a number of each.
    pub fn times(self, other: Self) -> Option<Self> {
        let (Some(a), Some(b), Some(c), Some(d)) = (self.low, self.high, other.low, other.high)
        else {
            return self.times_unbounded(other);
        };
        let ends = [a.times(c)?, a.times(d)?, b.times(c)?, b.times(d)?];
        Some(Self {
            low: ends.into_iter().min(),
            high: ends.into_iter().max(),
        })
    }

    /// Where one has no end, something can be said only if neither goes below zero.
    fn times_unbounded(self, other: Self) -> Option<Self> {
        match (self.low, other.low) {
            (Some(a), Some(b)) if !a.is_negative() && !b.is_negative() => Some(Self {
                low: Some(a.times(b)?),
                high: both(self.high, other.high, Exact::times)?,
            }),
            _ => Some(Self::ALL),
        }
    }

    /// Quotients of a number of each; everything when the divisor may be zero.
    pub fn over(self, other: Self) -> Option<Self> {
        let positive = other.low.is_some_and(Exact::is_positive);
        let negative = other.high.is_some_and(Exact::is_negative);
        if negative {
            return self.negated().over(other.negated());
        }
        if !positive {
            return Some(Self::ALL);
        }
        let inverse = |end: Exact| Exact::ONE.over(end);
        let low = match other.high {
            Some(high) => inverse(high)?,
            None => Exact::ZERO,
        };
        let high = inverse(other.low?)?;
        self.times(Self {
            low: Some(low),
            high: Some(high),
        })
    }
}

/// `None` outside when too large; `None` inside when one side has no bound.
#[expect(
    clippy::option_option,
    reason = "two different nothings: no bound, and too large"
)]
fn both(
    a: Option<Exact>,
    b: Option<Exact>,
    combine: fn(Exact, Exact) -> Option<Exact>,
) -> Option<Option<Exact>> {
    match a.zip(b) {
        Some((a, b)) => combine(a, b).map(Some),
        None => Some(None),
    }
}
