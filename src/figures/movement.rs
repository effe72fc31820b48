//! How a value moved against another.

use super::{Amount, Answer, Gap};
use crate::model::{Dimension, Exact, Figure, Growth, Unit};

/// What a value is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// 上年同期: 同比
    LastYear,
    /// 上期: 环比
    LastPeriod,
    /// 年初: 比年初
    Opening,
}

/// How a value moved against its base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Movement {
    /// By so many percent; negative for a decrease.
    Percent(Exact),
    /// By so many percentage points, for rates; negative for a decrease.
    Points(Exact),
    /// 扭亏为盈: from below zero to above.
    LossToProfit,
    /// 由盈转亏: from above zero to below.
    ProfitToLoss,
    /// 减亏: still below zero, by so much less.
    LossCut(Amount),
    /// 增亏: below zero, by so much more.
    LossGrown(Amount),
    /// 净增: the base was zero.
    FromNothing(Amount),
}

/// A movement and how well it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// The movement.
    pub movement: Movement,
    /// How many decimals were typed; `None` for what was computed.
    pub digits: Option<u32>,
    /// Whether a value it was computed from is only approximate (约).
    pub approximate: bool,
}

/// A growth as typed.
pub(super) fn typed_trend(growth: Growth) -> Trend {
    let number = growth.number();
    let movement = match growth {
        Growth::Points(_) => Movement::Points(Exact::from(number)),
        Growth::Percent(_) | Growth::Flat => Movement::Percent(Exact::from(number)),
    };
    Trend {
        movement,
        digits: Some(number.scale()),
        approximate: false,
    }
}

/// One amount less another, in the unit of the first.
pub(super) fn difference(figure: &Figure, new: &Amount, old: &Amount) -> Answer<Amount> {
    if new.unit.dimension != old.unit.dimension {
        return Err(Gap::units_differ(figure, &new.unit, &old.unit));
    }
    let exact = old
        .converted(&new.unit)
        .and_then(|old| new.exact.minus(old.exact))
        .ok_or_else(|| Gap::too_large(figure))?;
    if !new.unit.is_rate() {
        return Ok(Amount::computed(exact, new.unit.clone()));
    }
    let points = Unit::parse("个百分点").map_err(Gap::Because)?;
    let in_points = exact.times(new.unit.scale);
    let exact = in_points.ok_or_else(|| Gap::too_large(figure))?;
    Ok(Amount::computed(exact, points))
}

/// How a value moved. Percentages need a base above zero and a value not below it; money knows words for the rest.
pub(super) fn movement(figure: &Figure, new: &Amount, old: &Amount) -> Answer<Movement> {
    let change = difference(figure, new, old)?;
    if new.unit.is_rate() {
        return Ok(Movement::Points(change.exact));
    }
    let money = matches!(new.unit.dimension, Dimension::Money(_));
    if old.exact.is_positive() {
        if new.exact.is_negative() {
            let words = money.then_some(Movement::ProfitToLoss);
            return words.ok_or_else(|| no_percentage(figure));
        }
        let percent = new.basic().zip(old.basic()).and_then(|(new, old)| {
            let grown = new.minus(old)?;
            grown.over(old)?.times(Exact::HUNDRED)
        });
        let percent = percent.ok_or_else(|| Gap::too_large(figure))?;
        return Ok(Movement::Percent(percent));
    }
    if change.exact.is_zero() {
        return Ok(Movement::Percent(Exact::ZERO));
    }
    if old.exact.is_zero() && new.exact.is_positive() {
        return Ok(Movement::FromNothing(change));
    }
    match (money, new.exact.is_positive(), change.exact.is_positive()) {
        (true, true, _) => Ok(Movement::LossToProfit),
        (true, false, true) => Ok(Movement::LossCut(change)),
        (true, false, false) => Ok(Movement::LossGrown(Amount {
            exact: change.exact.negated(),
            ..change
        })),
        (false, ..) => Err(no_percentage(figure)),
    }
}

/// Whether a comparison is only approximate.
///
/// # Errors
/// A value that is only a bound (以上, 不足, 余 …): nothing can be computed from it.
pub(super) fn blurred(figure: &Figure, values: [&Amount; 2]) -> Answer<bool> {
    let mut words = values.iter().filter_map(|v| v.approximation);
    if words.clone().all(|w| w.blurs()) {
        return Ok(words.next().is_some());
    }
    let name = figure.printed_name();
    Err(Gap::because(
        format!("“{name}”的数带有“以上”“余”“不足”一类的词，算不出增减；请写上“同比”或“环比”"),
        format!(
            "a value of \"{name}\" is only a bound, so no growth follows from it; give `growth`"
        ),
    ))
}

fn no_percentage(figure: &Figure) -> Gap {
    let name = figure.printed_name();
    Gap::because(
        format!("“{name}”的本期数或基数是负数或零，不能说增减百分之几；请改用“增减额”"),
        format!(
            "value or base of \"{name}\" is zero or below, so there is no percentage; print its `change` instead"
        ),
    )
}
