//! Numbers with what they measure: 万亩 × 公斤/亩 = 万公斤.

use super::{Expression, Part};
use crate::figures::{Amount, Facts, Interval, Precision, Side, Unsure};
use crate::model::{Dimension, Exact, FigureId, Quantity, Unit};
use std::collections::BTreeMap;

/// What a number measures: powers of dimensions that are no products of others. Empty for plain numbers and rates.
pub(super) type Powers = BTreeMap<Dimension, i32>;

/// Why a formula cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A number is not known.
    Unknown,
    /// A number is too large.
    TooLarge,
    /// These cannot be added or compared.
    Units(String, String),
}

impl From<Unsure> for Trouble {
    fn from(unsure: Unsure) -> Self {
        match unsure {
            Unsure::Unknown => Self::Unknown,
            Unsure::TooLarge => Self::TooLarge,
        }
    }
}

type Computed<T> = Result<T, Trouble>;

/// How a plain number was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In percent.
    Percent,
    /// Without a unit.
    Bare,
    /// Computed, or with a unit.
    Other,
}

/// A number, in basic units, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub at: Exact,
    /// What it may have been before rounding.
    pub range: Interval,
    /// How well it is known, as long as it was only added up; `None` for products.
    pub precision: Option<Precision>,
    /// A unit to print it in.
    pub unit: Option<Unit>,
    pub(super) powers: Powers,
    pub(super) form: Form,
}

/// Powers of a dimension, and by what its basic unit must be multiplied: percent become fractions.
fn powers(dimension: &Dimension) -> (Powers, Exact) {
    let one = |dimension: Dimension, power| (Powers::from([(dimension, power)]), Exact::ONE);
    match dimension {
        Dimension::Bare => (Powers::new(), Exact::ONE),
        Dimension::Percent | Dimension::Points => {
            (Powers::new(), Exact::new(1, 100).unwrap_or(Exact::ONE))
        }
        Dimension::Area => one(Dimension::Length, 2),
        Dimension::Volume => one(Dimension::Length, 3),
        Dimension::Ratio(upper, lower) => {
            let ((mut above, a), (below, b)) = (powers(upper), powers(lower));
            merge(&mut above, &below, -1);
            (above, a.over(b).unwrap_or(Exact::ONE))
        }
        Dimension::Money(_)
        | Dimension::Mass
        | Dimension::Length
        | Dimension::Count(_)
        | Dimension::Other(_) => one(dimension.clone(), 1),
    }
}

fn merge(into: &mut Powers, other: &Powers, sign: i32) {
    for (dimension, power) in other {
        let sum = into.entry(dimension.clone()).or_default();
        *sum = sum.saturating_add(power.saturating_mul(sign));
        if *sum == 0 {
            into.remove(dimension);
        }
    }
}

/// Without counted things: 每套 and 人均 are rarely typed into the unit.
fn uncounted(powers: &Powers) -> Powers {
    let counts = |d: &Dimension| matches!(d, Dimension::Count(_) | Dimension::Other(_));
    let kept = powers.iter().filter(|(d, _)| !counts(d));
    kept.map(|(d, n)| (d.clone(), *n)).collect()
}

impl Measured {
    pub(super) fn of(amount: &Amount, precision: Precision) -> Computed<Self> {
        let (powers, factor) = powers(&amount.unit.dimension);
        let basic = amount.basic().ok_or(Trouble::TooLarge)?;
        let range = amount.interval(precision).ok_or(Trouble::TooLarge)?;
        let scaled = |n: Exact| n.times(factor).ok_or(Trouble::TooLarge);
        let range = range.times(Interval::point(factor));
        let precision = Precision {
            slack: scaled(precision.slack)?,
            finest: scaled(precision.finest)?,
            rounded: precision.rounded,
        };
        Ok(Self {
            at: scaled(basic)?,
            range: range.ok_or(Trouble::TooLarge)?,
            precision: amount.approximation.is_none().then_some(precision),
            form: match amount.unit.dimension {
                Dimension::Percent => Form::Percent,
                Dimension::Bare => Form::Bare,
                _ => Form::Other,
            },
            unit: Some(amount.unit.clone()),
            powers,
        })
    }

    /// A typed quantity, taken as exact.
    pub(super) fn exactly(quantity: &Quantity) -> Computed<Self> {
        Self::of(&Amount::typed(quantity), Precision::EXACT)
    }

    /// Whether two numbers measure the same; counted things may be left unsaid.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let percent_of_nothing = |a: &Self, b: &Self| {
            a.form == Form::Percent && b.form == Form::Bare && b.at.size() > Exact::ONE
        };
        if percent_of_nothing(self, other) || percent_of_nothing(other, self) {
            return false;
        }
        self.powers == other.powers || uncounted(&self.powers) == uncounted(&other.powers)
    }

    pub(super) fn check(&self, other: &Self) -> Computed<()> {
        match self.fits(other) {
            true => Ok(()),
            false => Err(Trouble::Units(self.named(), other.named())),
        }
    }

    /// What it measures, in words: its unit, or units multiplied and divided.
    fn named(&self) -> String {
        if let Some(unit) = &self.unit {
            return unit.name.clone();
        }
        let part = |dimension: &Dimension, power: u32| {
            let name = match (dimension, power) {
                (Dimension::Money(name) | Dimension::Count(name), _) => *name,
                (Dimension::Other(name), _) => &**name,
                (Dimension::Mass, _) => "公斤",
                (_, 2) => return "平方米".to_owned(),
                (_, 3) => return "立方米".to_owned(),
                _ => "米",
            };
            vec![name; power.min(4) as usize].join("×")
        };
        let side = |above: bool| {
            let powers = self.powers.iter().filter(|(_, n)| n.is_positive() == above);
            let names = powers.map(|(d, n)| part(d, n.unsigned_abs()));
            names.collect::<Vec<_>>().join("×")
        };
        match (side(true), side(false)) {
            (above, below) if below.is_empty() => above,
            (above, below) if above.is_empty() => format!("1/{below}"),
            (above, below) => format!("{above}/{below}"),
        }
    }

    /// The number in a unit that fits it, for a message.
    pub(super) fn in_unit(&self, unit: Option<&Unit>) -> Option<Amount> {
        let unit = unit.cloned().unwrap_or_else(Unit::bare);
        let (_, factor) = powers(&unit.dimension);
        let scale = unit.scale.times(factor)?;
        Some(Amount::computed(self.at.over(scale)?, unit))
    }

    fn plus(mut self, other: &Self, negative: bool) -> Computed<Self> {
        self.check(other)?;
        let (at, range) = match negative {
            true => (other.at.negated(), other.range.negated()),
            false => (other.at, other.range),
        };
        self.at = self.at.plus(at).ok_or(Trouble::TooLarge)?;
        self.range = self.range.plus(range).ok_or(Trouble::TooLarge)?;
        let both = self.precision.zip(other.precision);
        self.precision = both.and_then(|(a, b)| a.plus(b));
        Ok(self)
    }

    fn times(mut self, other: &Self, divided: bool) -> Computed<Self> {
        let at = match divided {
            true if other.at.is_zero() => return Err(Trouble::Unknown),
            true => self.at.over(other.at),
            false => self.at.times(other.at),
        };
        let range = match divided {
            true => self.range.over(other.range),
            false => self.range.times(other.range),
        };
        self.at = at.ok_or(Trouble::TooLarge)?;
        self.range = range.ok_or(Trouble::TooLarge)?;
        merge(
            &mut self.powers,
            &other.powers,
            if divided { -1 } else { 1 },
        );
        self.precision = None;
        self.unit = None;
        self.form = Form::Other;
        Ok(self)
    }
}

impl Facts {
    pub(super) fn compute(&self, expression: &Expression) -> Computed<Measured> {
        match expression {
            Expression::Figure(id, part) => self.compute_figure(*id, *part),
            Expression::Typed(quantity) => Measured::exactly(quantity),
            Expression::Sum(terms) => {
                let zero = |like: &Measured| Measured {
                    at: Exact::ZERO,
                    range: Interval::point(Exact::ZERO),
                    precision: Some(Precision::EXACT),
                    ..like.clone()
                };
                let mut sum: Option<Measured> = None;
                for (negative, term) in terms {
                    let term = self.compute(term)?;
                    let before = sum.take().unwrap_or_else(|| zero(&term));
                    sum = Some(before.plus(&term, *negative)?);
                }
                sum.ok_or(Trouble::Unknown)
            }
            Expression::Product(factors) => {
                let one = Amount::computed(Exact::ONE, Unit::bare());
                let mut product = Measured::of(&one, Precision::EXACT)?;
                for (divided, factor) in factors {
                    product = product.times(&self.compute(factor)?, *divided)?;
                }
                Ok(product)
            }
        }
    }

    fn compute_figure(&self, id: FigureId, part: Part) -> Computed<Measured> {
        let side = match part {
            Part::Value => Side::Value,
            Part::LastYear => Side::LastYear,
            Part::LastPeriod => Side::LastPeriod,
            Part::Opening => Side::Opening,
            Part::Target => {
                let target = self.target(id).map_err(|_| Trouble::Unknown)?;
                return Measured::of(&target, Precision::EXACT);
            }
            Part::Completion => {
                let value = self.compute_figure(id, Part::Value)?;
                let target = self.compute_figure(id, Part::Target)?;
                value.check(&target)?;
                return value.times(&target, true);
            }
        };
        let operand = self.operand(id, side)?;
        Measured::of(&operand.amount, operand.precision)
    }
}
