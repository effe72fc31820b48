//! Whether a formula holds.

use super::measured::{Measured, Trouble};
use super::{Expression, Formula, Relation};
use crate::figures::precision::Weight;
use crate::figures::{Amount, Facts};
use crate::model::{Assertion, Exact, Quantity, Unit};

/// Two sides that were compared, as they are printed in messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How they should be to each other.
    pub relation: Relation,
    /// The side before the sign.
    pub left: String,
    /// The side behind it.
    pub right: String,
    /// By how much they differ, without sign.
    pub difference: String,
    /// By how much rounding lets them differ at most; `None` for counts and where it is not known.
    pub tolerance: Option<String>,
}

/// What became of a formula or one of its comparisons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// A number is not known.
    Undecided,
    /// A number is too large to compute with exactly.
    TooLarge,
    /// These two units cannot be added or compared.
    UnitsDiffer(String, String),
    /// It does not hold as printed, but may have before rounding.
    ByRounding(Comparison),
    /// Only because a number was given with fewer digits than the others.
    ByCoarsePart(Comparison),
    /// It cannot hold.
    Fails(Comparison),
    /// The value, and the range in which it is not.
    OutOfRange(String, String),
}

/// ≈: by how many per cent two sides may differ.
const NEAR: i64 = 5;

impl Facts {
    /// What becomes of each comparison of a formula (核对), and of its range, which is that of the first side.
    pub fn judge_formula(&self, assertion: &Assertion, formula: &Formula) -> Vec<Outcome> {
        let mut sides = Vec::with_capacity(formula.sides.len());
        let equation = |r: &Relation| matches!(r, Relation::Equal | Relation::Near);
        let equation = formula.relations.iter().all(equation);
        for side in &formula.sides {
            match self.side(side, equation) {
                Ok(side) => sides.push(side),
                Err(trouble) => return vec![trouble.into()],
            }
        }
        let pairs = sides.iter().zip(sides.iter().skip(1));
        let mut outcomes: Vec<Outcome> = pairs
            .zip(&formula.relations)
            .map(|((left, right), relation)| {
                compare(left, right, *relation).unwrap_or_else(Outcome::from)
            })
            .collect();
        if let (Some(range), Some(first)) = (&assertion.range, sides.first()) {
            outcomes.push(in_range(first, &range.value).unwrap_or_else(Outcome::from));
        }
        outcomes
    }

    /// One side of an equation. A number that stands alone on it was rounded like any printed number, as in
    /// `甲 ÷ 乙 = 3.5`; limits are meant as typed.
    fn side(&self, side: &Expression, equation: bool) -> Result<Measured, Trouble> {
        match side {
            Expression::Typed(typed) if equation => {
                let amount = Amount::typed(typed);
                let precision = amount.precision().ok_or(Trouble::TooLarge)?;
                Measured::of(&amount, precision)
            }
            _ => self.compute(side),
        }
    }
}

impl From<Trouble> for Outcome {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Unknown => Self::Undecided,
            Trouble::TooLarge => Self::TooLarge,
            Trouble::Units(one, other) => Self::UnitsDiffer(one, other),
        }
    }
}

fn compare(left: &Measured, right: &Measured, relation: Relation) -> Result<Outcome, Trouble> {
    left.check(right)?;
    let holds = match relation {
        Relation::Equal => return equal(left, right),
        Relation::Near => near(left, right).ok_or(Trouble::TooLarge)?,
        Relation::Less => !left.range.is_not_below(right.range),
        Relation::Greater => !right.range.is_not_below(left.range),
        Relation::AtMost => !left.range.is_above(right.range),
        Relation::AtLeast => !right.range.is_above(left.range),
    };
    Ok(match holds {
        true => Outcome::Holds,
        false => Outcome::Fails(comparison(left, right, relation, None)?),
    })
}

fn equal(left: &Measured, right: &Measured) -> Result<Outcome, Trouble> {
    let too_large = Trouble::TooLarge;
    let difference = left.at.minus(right.at).ok_or(too_large.clone())?.size();
    let told = |tolerance| comparison(left, right, Relation::Equal, tolerance);
    let Some((one, other)) = left.precision.zip(right.precision) else {
        return Ok(match left.range.meets(right.range) {
            true => Outcome::Holds,
            false => Outcome::Fails(told(None)?),
        });
    };
    let precision = one.plus(other).ok_or(too_large.clone())?;
    Ok(match precision.weigh(difference).ok_or(too_large)? {
        Weight::Nothing => Outcome::Holds,
        Weight::Rounding(tolerance) => Outcome::ByRounding(told(Some(tolerance))?),
        Weight::CoarsePart(tolerance) => Outcome::ByCoarsePart(told(Some(tolerance))?),
        Weight::Beyond(tolerance) => Outcome::Fails(told(Some(tolerance))?),
    })
}

/// Whether two sides are at most five per cent of the larger one apart, rounding included.
fn near(left: &Measured, right: &Measured) -> Option<bool> {
    if left.range.meets(right.range) {
        return Some(true);
    }
    let (above, below) = match left.range.is_above(right.range) {
        true => (left.range, right.range),
        false => (right.range, left.range),
    };
    let gap = above.low?.minus(below.high?)?;
    let larger = left.at.size().max(right.at.size());
    let allowed = larger.times(Exact::whole(NEAR))?.over(Exact::HUNDRED)?;
    Some(gap <= allowed)
}

fn comparison(
    left: &Measured,
    right: &Measured,
    relation: Relation,
    tolerance: Option<Exact>,
) -> Result<Comparison, Trouble> {
    let unit = right.unit.as_ref().or(left.unit.as_ref());
    let amount = |side: &Measured, at| Measured { at, ..side.clone() }.in_unit(unit);
    let whole = |side: &Measured| Some(amount(side, side.at)?.written());
    let apart = |at| Some(amount(right, at)?.written_as_difference());
    let tolerance = tolerance.filter(|t| t.is_positive());
    let told = || {
        Some(Comparison {
            relation,
            left: whole(left)?,
            right: whole(right)?,
            difference: apart(left.at.minus(right.at)?.size())?,
            tolerance: match tolerance {
                Some(tolerance) => Some(apart(tolerance)?),
                None => None,
            },
        })
    };
    told().ok_or(Trouble::TooLarge)
}

fn in_range(value: &Measured, range: &(Quantity, Quantity)) -> Result<Outcome, Trouble> {
    let (low, high) = (Measured::exactly(&range.0)?, Measured::exactly(&range.1)?);
    value.check(&low)?;
    value.check(&high)?;
    let outside = low.range.is_above(value.range) || value.range.is_above(high.range);
    if !outside {
        return Ok(Outcome::Holds);
    }
    let unit: &Unit = &range.1.unit;
    let shared = range.0.unit == *unit;
    let lower = if shared {
        range.0.number.to_string()
    } else {
        range.0.text()
    };
    Ok(Outcome::OutOfRange(
        value
            .in_unit(Some(unit))
            .ok_or(Trouble::TooLarge)?
            .written(),
        format!("{lower}—{}", range.1.text()),
    ))
}
