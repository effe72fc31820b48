//! Exact fractions: figures are computed in them and rounded once, when they are printed.

use super::Decimal;
use std::cmp::Ordering;

/// What becomes of a half when a number is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// 四舍五入: a half goes away from zero, as statistics offices and spreadsheets do.
    #[default]
    HalfUp,
    /// 四舍六入五成双: a half goes to the even digit, as GB/T 8170 has it.
    HalfEven,
}

/// A fraction in lowest terms. Every operation that can leave its range says so with `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

impl Exact {
    /// 0
    pub const ZERO: Self = Self::whole(0);
    /// 1
    pub const ONE: Self = Self::whole(1);
    /// 100, for percentages
    pub const HUNDRED: Self = Self::whole(100);

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self {
            numerator: n as i128,
            denominator: 1,
        }
    }

    /// `numerator / denominator`; `None` for a zero denominator and for numbers at the very edge of the range.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        if denominator == 1 {
            return Self::lowest(numerator, denominator);
        }
        let common = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let part = |n: i128| i128::try_from(n.unsigned_abs() / common).ok();
        let negative = (numerator < 0) != (denominator < 0);
        let size = part(numerator)?;
        Some(Self {
            numerator: if negative { -size } else { size },
            denominator: part(denominator)?,
        })
    }

    /// What is in lowest terms already; `None` at the very edge of the range, where no sign can be turned.
    fn lowest(numerator: i128, denominator: i128) -> Option<Self> {
        let is_edge = numerator == i128::MIN || denominator == i128::MIN;
        (!is_edge).then_some(Self {
            numerator,
            denominator,
        })
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let common = i128::try_from(gcd(
            self.denominator.unsigned_abs(),
            other.denominator.unsigned_abs(),
        ))
        .ok()?;
        let stretch = other.denominator / common;
        let left = self.numerator.checked_mul(stretch)?;
        let right = other.numerator.checked_mul(self.denominator / common)?;
        Self::new(
            left.checked_add(right)?,
            self.denominator.checked_mul(stretch)?,
        )
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        // Crosswise, so that what cancels cannot overflow, and nothing is left to cancel.
        let a = Self::new(self.numerator, other.denominator)?;
        let b = Self::new(other.numerator, self.denominator)?;
        Self::lowest(
            a.numerator.checked_mul(b.numerator)?,
            a.denominator.checked_mul(b.denominator)?,
        )
    }

    /// The quotient; `None` also when `other` is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.denominator, other.numerator)?)
    }

    /// The number with its sign turned.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            numerator: -self.numerator,
            ..self
        }
    }

    /// The number without its sign.
    #[must_use]
    pub fn size(self) -> Self {
        if self.is_negative() {
            self.negated()
        } else {
            self
        }
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether it is above 0.
    pub fn is_positive(self) -> bool {
        self.numerator > 0
    }

    /// The same number as a decimal with as few digits as it needs; `None` when its digits never end or are too many.
    pub fn decimal(self) -> Option<Decimal> {
        let (mut power, mut scale) = (1_i128, 0);
        while power % self.denominator != 0 {
            scale += 1;
            power = power.checked_mul(10).filter(|_| scale <= 28)?;
        }
        let mantissa = self.numerator.checked_mul(power / self.denominator)?;
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }

    /// The number rounded to so many decimals, all of them kept (`2.50`); `None` when that is too long to write.
    pub fn round(self, decimals: u32, rounding: Rounding) -> Option<Decimal> {
        let denominator = self.denominator.unsigned_abs();
        let mut digits = self.numerator.unsigned_abs() / denominator;
        let mut rest = self.numerator.unsigned_abs() % denominator;
        for _ in 0..decimals {
            rest = rest.checked_mul(10)?;
            digits = digits.checked_mul(10)?.checked_add(rest / denominator)?;
            rest %= denominator;
        }
        let up = match rest.cmp(&(denominator - rest)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => rounding == Rounding::HalfUp || digits % 2 == 1,
        };
        let mantissa = i128::try_from(digits.checked_add(u128::from(up))?).ok()?;
        let signed = if self.is_negative() {
            -mantissa
        } else {
            mantissa
        };
        Decimal::try_from_i128_with_scale(signed, decimals).ok()
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Self {
        // A decimal has at most 28 places and 96 bits: both halves fit.
        let power = 10_i128.pow(number.scale().min(28));
        Self::new(number.mantissa(), power).unwrap_or(Self::ZERO)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// By continued fractions, because cross-multiplying could overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let (mut a, mut b) = (*self, *other);
        let mut turned = false;
        loop {
            let whole = |x: Exact| x.numerator.div_euclid(x.denominator);
            let rest = |x: Exact| x.numerator.rem_euclid(x.denominator);
            let order = whole(a).cmp(&whole(b)).then_with(|| {
                if rest(a) == 0 || rest(b) == 0 {
                    rest(a).signum().cmp(&rest(b).signum())
                } else {
                    Ordering::Equal
                }
            });
            if order != Ordering::Equal || rest(a) == 0 || rest(b) == 0 {
                return if turned { order.reverse() } else { order };
            }
            let reciprocal = |x: Exact| Exact {
                numerator: x.denominator,
                denominator: rest(x),
            };
            (a, b) = (reciprocal(a), reciprocal(b));
            turned = !turned;
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // Nearly all numbers of reports are short, and short ones are divided at once.
        if let (Ok(short), Ok(other)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(short_gcd(short, other));
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

fn short_gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
