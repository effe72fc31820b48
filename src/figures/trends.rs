//! Growth and shares that were typed beside the values they follow from: whether they can be true.

use super::precision::half_of_digit;
use super::{Base, Facts, Interval, Operand, Side, Unsure};
use crate::model::{Decimal, Exact, Figure, FigureId, Growth, Located, Rounding};

/// Which typed rate is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedRate {
    /// 同比 or 环比, against the base.
    Growth(Base),
    /// A figure with 占比: its value.
    Share,
}

/// A typed rate and what the values make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateMismatch {
    /// As typed, in percent or points.
    pub typed: Exact,
    /// What follows from the values as printed, rounded to the digits typed.
    pub computed: Decimal,
    /// What was divided: value and base, or part and whole.
    pub operands: [Operand; 2],
}

/// Whether a typed rate can be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RateVerdict {
    /// Nothing to compare with, or only roughly known, or at comparable prices.
    Undecided,
    /// A number is too large to compute with exactly.
    TooLarge,
    /// It can.
    Possible,
    /// It can if its last digits were cut off instead of rounded.
    Truncated(RateMismatch),
    /// It cannot.
    Contradicts(RateMismatch),
    /// It is the difference of two percentages, so it must be given in percentage points.
    PointsMeant(RateMismatch),
    /// It is in percentage points, but the figure is no percentage.
    NotARate,
    /// The base is zero or below, or the value has turned below zero: there is no percentage.
    NoBase,
    /// A decrease by more than everything, of something that cannot be below zero.
    BelowNothing,
}

impl TypedRate {
    /// All that a figure may have.
    pub const ALL: [Self; 3] = [
        Self::Growth(Base::LastYear),
        Self::Growth(Base::LastPeriod),
        Self::Share,
    ];

    /// The typed growth.
    pub fn growth(self, figure: &Figure) -> Option<&Located<Growth>> {
        match self {
            Self::Growth(Base::LastYear) => figure.growth.as_ref(),
            Self::Growth(Base::LastPeriod) => figure.growth_on_period.as_ref(),
            Self::Growth(Base::Opening) | Self::Share => None,
        }
    }
}

/// A typed rate: where it stands and by how much it may have been rounded.
struct Typed {
    at: Exact,
    half: Exact,
    digits: u32,
}

impl Typed {
    fn new(number: Decimal) -> Self {
        Self {
            at: Exact::from(number),
            half: half_of_digit(number.scale()),
            digits: number.scale(),
        }
    }

    fn rounded(&self) -> Option<Interval> {
        Interval::around(self.at, self.half)
    }

    /// What it may have been before its further digits were cut off.
    fn cut(&self) -> Option<Interval> {
        let digit = self.half.plus(self.half)?;
        let below = if self.at.is_positive() {
            Exact::ZERO
        } else {
            digit
        };
        let above = if self.at.is_negative() {
            Exact::ZERO
        } else {
            digit
        };
        Some(Interval {
            low: Some(self.at.minus(below)?),
            high: Some(self.at.plus(above)?),
        })
    }
}

impl Facts {
    /// The rates that were typed, in the order of the figures; all others are undecided.
    pub fn typed_rates(&self) -> impl Iterator<Item = (FigureId, TypedRate)> {
        self.iter().flat_map(|(id, figure, fact)| {
            let is_share = fact.share.is_some() && figure.value.is_some();
            let is_typed = move |rate: &TypedRate| match rate {
                TypedRate::Growth(_) => rate.growth(figure).is_some(),
                TypedRate::Share => is_share,
            };
            let rates = TypedRate::ALL.into_iter().filter(is_typed);
            rates.map(move |rate| (id, rate))
        })
    }

    /// Whether a typed growth or share agrees with the values it follows from.
    pub fn judge_rate(&self, id: FigureId, rate: TypedRate) -> RateVerdict {
        let verdict = match rate {
            TypedRate::Growth(base) => self.growth_verdict(id, base),
            TypedRate::Share => self.share_verdict(id),
        };
        verdict.unwrap_or(RateVerdict::TooLarge)
    }

    fn growth_verdict(&self, id: FigureId, base: Base) -> Option<RateVerdict> {
        let Some(figure) = self.report.figure(id) else {
            return Some(RateVerdict::Undecided);
        };
        let Some(growth) = TypedRate::Growth(base).growth(figure).map(|g| g.value) else {
            return Some(RateVerdict::Undecided);
        };
        let new = self.operand(id, Side::Value);
        if let Some(verdict) = by_itself(growth, new.as_ref().ok()) {
            return Some(verdict);
        }
        let side = match base {
            Base::LastYear => Side::LastYear,
            Base::LastPeriod => Side::LastPeriod,
            Base::Opening => Side::Opening,
        };
        let (new, old) = match (new, self.operand(id, side)) {
            (Ok(new), Ok(old)) => (new, old),
            (Err(Unsure::TooLarge), _) | (_, Err(Unsure::TooLarge)) => return None,
            _ => return Some(RateVerdict::Undecided),
        };
        if figure.comparable_price || new.amount.unit.dimension != old.amount.unit.dimension {
            return Some(RateVerdict::Undecided);
        }
        if new.amount.unit.is_rate() {
            return of_rates(growth, new, old);
        }
        if !old.amount.exact.is_positive() || new.amount.exact.is_negative() {
            let nothing = new.amount.basic()? == old.amount.basic()?;
            let flat = nothing && growth.number().is_zero();
            return Some(if flat {
                RateVerdict::Possible
            } else {
                RateVerdict::NoBase
            });
        }
        of_amounts(growth, new, old)
    }

    fn share_verdict(&self, id: FigureId) -> Option<RateVerdict> {
        let undecided = Some(RateVerdict::Undecided);
        let Some((part, whole)) = self.fact(id).and_then(|f| f.share) else {
            return undecided;
        };
        let typed = self.report.figure(id).and_then(|f| f.value.as_ref());
        let Some(typed) = typed.filter(|v| v.value.approximation.is_none()) else {
            return undecided;
        };
        let operands = (
            self.operand(part, Side::Value),
            self.operand(whole, Side::Value),
        );
        let (part, whole) = match operands {
            (Ok(part), Ok(whole)) => (part, whole),
            (Err(Unsure::TooLarge), _) | (_, Err(Unsure::TooLarge)) => return None,
            _ => return undecided,
        };
        let alike = part.amount.unit.dimension == whole.amount.unit.dimension;
        let unit = &typed.value.unit;
        if !alike || !unit.is_rate() || !whole.amount.exact.is_positive() {
            return undecided;
        }
        // Per mille are tenths of percent.
        let percents = Exact::HUNDRED.over(unit.scale)?;
        let computed = part
            .amount
            .basic()?
            .over(whole.amount.basic()?)?
            .times(percents)?;
        let ratio = interval(&part)?.over(interval(&whole)?)?;
        let possible = ratio.times(Interval::point(percents))?;
        let typed = Typed::new(typed.value.number);
        verdict(&typed, computed, possible, [part, whole])
    }
}

/// What is wrong with a growth whatever the base.
fn by_itself(growth: Growth, value: Option<&Operand>) -> Option<RateVerdict> {
    let is_rate = value.map(|v| v.amount.unit.is_rate());
    let below = value.is_some_and(|v| v.amount.exact.is_negative());
    match growth {
        Growth::Points(_) if is_rate == Some(false) => Some(RateVerdict::NotARate),
        Growth::Percent(n) if !below && Exact::from(n) < Exact::HUNDRED.negated() => {
            Some(RateVerdict::BelowNothing)
        }
        _ => None,
    }
}

fn interval(operand: &Operand) -> Option<Interval> {
    operand.amount.interval(operand.precision)
}

fn of_amounts(growth: Growth, new: Operand, old: Operand) -> Option<RateVerdict> {
    let computed = relative_change(&new, &old)?;
    let ratio = interval(&new)?.over(interval(&old)?)?;
    let possible = ratio
        .minus(Interval::point(Exact::ONE))?
        .times(Interval::point(Exact::HUNDRED))?;
    verdict(&Typed::new(growth.number()), computed, possible, [new, old])
}

/// Two percentages: their difference counts in points; who gives a percentage must mean the relative change.
fn of_rates(growth: Growth, new: Operand, old: Operand) -> Option<RateVerdict> {
    let computed = new.amount.basic()?.minus(old.amount.basic()?)?;
    let possible = interval(&new)?.minus(interval(&old)?)?;
    let mut typed = Typed::new(growth.number());
    if growth == Growth::Flat {
        // Two percentages are the same only if a decimal shows nothing else.
        typed.half = half_of_digit(1);
        typed.digits = 1;
    }
    let in_points = verdict(&typed, computed, possible, [new.clone(), old.clone()])?;
    if !matches!(growth, Growth::Percent(_)) {
        return Some(in_points);
    }
    let relative = match old.amount.exact.is_positive() {
        true => of_amounts(growth, new.clone(), old.clone())?,
        false => RateVerdict::NoBase,
    };
    // Exactly the difference of the two, and not what division gives: a slip that everybody makes.
    let slip = in_points == RateVerdict::Possible && Exact::from(growth.number()) == computed;
    Some(match relative {
        RateVerdict::Contradicts(found) => match in_points {
            RateVerdict::Possible => RateVerdict::PointsMeant(found),
            // What it should be is told in points.
            RateVerdict::Truncated(points) => RateVerdict::Contradicts(points),
            in_points => in_points,
        },
        RateVerdict::Possible if slip => {
            let found = mismatch(&typed, relative_change(&new, &old)?, [new, old])?;
            match found.computed == growth.number() {
                true => RateVerdict::Possible,
                false => RateVerdict::PointsMeant(found),
            }
        }
        relative => relative,
    })
}

/// By how many percent a value changed, as printed.
fn relative_change(new: &Operand, old: &Operand) -> Option<Exact> {
    let ratio = new.amount.basic()?.over(old.amount.basic()?)?;
    ratio.minus(Exact::ONE)?.times(Exact::HUNDRED)
}

fn verdict(
    typed: &Typed,
    computed: Exact,
    possible: Interval,
    operands: [Operand; 2],
) -> Option<RateVerdict> {
    if typed.rounded()?.meets(possible) {
        return Some(RateVerdict::Possible);
    }
    let found = mismatch(typed, computed, operands)?;
    Some(match typed.cut()?.meets(possible) {
        true => RateVerdict::Truncated(found),
        false => RateVerdict::Contradicts(found),
    })
}

fn mismatch(typed: &Typed, computed: Exact, operands: [Operand; 2]) -> Option<RateMismatch> {
    Some(RateMismatch {
        typed: typed.at,
        computed: computed.round(typed.digits, Rounding::HalfUp)?,
        operands,
    })
}
