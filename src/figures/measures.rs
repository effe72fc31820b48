//! What follows from a figure's values: growth, change, shares. Exact throughout; nothing is rounded
//! here.

use super::derive::{share, typed_amount};
use super::movement::{blurred, difference, movement, typed_trend};
use super::{Amount, Answer, Base, Facts, Gap, Movement, Trend};
use crate::model::{Approximation, Exact, Figure, FigureId, Located, Quantity};

impl Facts {
    /// The value a figure is compared with.
    ///
    /// # Errors
    /// It was not given.
    pub fn base(&self, id: FigureId, base: Base) -> Answer<Amount> {
        let (figure, _) = self.look_up(id)?;
        let typed = match base {
            Base::LastYear => &figure.last_year,
            Base::LastPeriod => &figure.last_period,
            Base::Opening => &figure.opening,
        };
        self.typed(id, typed.as_ref())
            .ok_or_else(|| no_base(figure, base))
    }

    /// 年初
    ///
    /// # Errors
    /// It was not given.
    pub fn opening(&self, id: FigureId) -> Answer<Amount> {
        self.base(id, Base::Opening)
    }

    /// A quantity typed beside the value; without a unit it takes the figure's, or that of the value.
    pub(super) fn typed(
        &self,
        id: FigureId,
        quantity: Option<&Located<Quantity>>,
    ) -> Option<Amount> {
        let fact = self.fact(id)?;
        let of_value = fact.value.as_ref().ok().map(|v| &v.unit);
        let unit = fact.unit.as_ref().or(of_value);
        quantity.map(|q| typed_amount(&q.value, unit))
    }

    /// The growth that prints: as typed, else computed from the values.
    ///
    /// What was typed wins, because statistics offices compute growth from values that were not rounded yet; whether it
    /// can be true is for the checks.
    ///
    /// # Errors
    /// There is neither a typed growth nor two values to compute it from, or they cannot be compared.
    pub fn trend(&self, id: FigureId, base: Base) -> Answer<Trend> {
        let (figure, _) = self.look_up(id)?;
        let typed = match base {
            Base::LastYear => &figure.growth,
            Base::LastPeriod => &figure.growth_on_period,
            Base::Opening => &None,
        };
        match typed {
            Some(growth) => Ok(typed_trend(growth.value)),
            None => self.computed_trend(id, base),
        }
    }

    /// How often it doubled against last year, rounded down, and whether by exactly so much.
    ///
    /// # Errors
    /// There is no growth, it is not a percentage, or less than 100%.
    pub fn doublings(&self, id: FigureId) -> Answer<(u32, bool)> {
        let (figure, _) = self.look_up(id)?;
        let trend = self.trend(id, Base::LastYear)?;
        let Movement::Percent(percent) = trend.movement else {
            return Err(not_doubled(figure));
        };
        let (mut times, mut reached) = (0, Exact::HUNDRED);
        let of_base = percent.plus(Exact::HUNDRED);
        let of_base = of_base.ok_or_else(|| Gap::too_large(figure))?;
        while let Some(next) = reached.plus(reached).filter(|next| *next <= of_base) {
            (times, reached) = (times + 1, next);
        }
        match times {
            0 => Err(not_doubled(figure)),
            _ => Ok((times, reached == of_base && !trend.approximate)),
        }
    }

    /// The growth that follows from the values, whatever was typed.
    ///
    /// # Errors
    /// A value is missing or only a bound, the units differ, or 按可比价 forbids computing.
    pub fn computed_trend(&self, id: FigureId, base: Base) -> Answer<Trend> {
        let (figure, _) = self.look_up(id)?;
        let old = self.base(id, base)?;
        if figure.comparable_price {
            return Err(comparable_price(figure));
        }
        let new = self.value(id)?;
        let approximate = blurred(figure, [new, &old])?;
        if old.unit.dimension != new.unit.dimension {
            return Err(Gap::units_differ(figure, &new.unit, &old.unit));
        }
        Ok(Trend {
            movement: movement(figure, new, &old)?,
            digits: None,
            approximate,
        })
    }

    /// 增减额: value less base, in the value's unit.
    ///
    /// # Errors
    /// A value is missing or only a bound, or the units differ.
    pub fn change(&self, id: FigureId, base: Base) -> Answer<Amount> {
        let (figure, _) = self.look_up(id)?;
        let old = self.base(id, base)?;
        let new = self.value(id)?;
        let approximate = blurred(figure, [new, &old])?;
        let mut change = difference(figure, new, &old)?;
        change.approximation = approximate.then_some(Approximation::About);
        Ok(change)
    }

    /// 占比: one figure in another, in percent.
    ///
    /// # Errors
    /// A value is missing, the units differ, or the whole is not above zero.
    pub fn share(&self, part: FigureId, whole: FigureId) -> Answer<Amount> {
        let (figure, _) = self.look_up(part)?;
        share(figure, self.value(part)?, self.value(whole)?)
    }

    /// 其余: the value less those named under 其中 (else the first partition of 构成), in the value's unit.
    ///
    /// # Errors
    /// A value is missing or inexact, the units differ, nothing is named, or the named exceed the whole.
    pub fn rest(&self, id: FigureId) -> Answer<Amount> {
        let (figure, fact) = self.look_up(id)?;
        let name = figure.printed_name();
        let named = match (fact.among.is_empty(), fact.parts.first()) {
            (true, Some(parts)) => parts,
            _ => &fact.among,
        };
        if named.is_empty() {
            return Err(Gap::because(
                format!("“{name}”没有“其中”，算不出其余"),
                format!("\"{name}\" has no `among`, so there is no rest"),
            ));
        }
        let mut rest = self.value(id)?.clone();
        for part in named {
            rest = difference(figure, &rest, self.value(*part)?)?;
        }
        let values = named.iter().chain([&id]).map(|i| self.value(*i));
        let exact = values.flatten().all(|v| v.approximation.is_none());
        if !exact || rest.exact.is_negative() {
            return Err(Gap::because(
                format!("“{name}”算不出其余：各数须是确数，且分项不超过合计"),
                format!(
                    "the rest of \"{name}\" cannot be computed: the values must be exact and not exceed the whole"
                ),
            ));
        }
        Ok(rest)
    }

    /// By how many percentage points a figure is above (negative: below) a value it is set against (对比). Rates compare
    /// with their value, other figures with their growth.
    ///
    /// # Errors
    /// The figure has no such rate, or the other value is not a percentage.
    pub fn lead(&self, id: FigureId, other: &Quantity) -> Answer<Exact> {
        let (figure, _) = self.look_up(id)?;
        let name = figure.printed_name();
        let own = match self.value(id) {
            Ok(value) if value.unit.is_rate() => value.exact.times(value.unit.scale),
            Err(gap @ Gap::Pending(_)) if figure.growth.is_none() => return Err(gap),
            _ => match self.trend(id, Base::LastYear)?.movement {
                Movement::Percent(percent) => Some(percent),
                _ => None,
            },
        };
        let other_rate = Exact::from(other.number)
            .times(other.unit.scale)
            .filter(|_| other.unit.is_rate());
        match (own, other_rate) {
            (Some(own), Some(other)) => own.minus(other).ok_or_else(|| Gap::too_large(figure)),
            _ => Err(Gap::because(
                format!("“{name}”不能与“对比”的数相比：两边都要是百分数"),
                format!("\"{name}\" cannot be set against that value: both must be percentages"),
            )),
        }
    }
}

fn no_base(figure: &Figure, base: Base) -> Gap {
    let name = figure.printed_name();
    match base {
        // From a rounded growth no base can be told that would not have to be rounded again.
        Base::LastYear if figure.growth.is_some() => Gap::because(
            format!("“{name}”只写了同比，没有上年同期数；请写上“上年同期”"),
            format!("\"{name}\" has a growth but no value of last year; give `last_year`"),
        ),
        Base::LastPeriod if figure.growth_on_period.is_some() => Gap::because(
            format!("“{name}”只写了环比，没有上期数；请写上“上期”"),
            format!(
                "\"{name}\" has a growth but no value of the period before; give `last_period`"
            ),
        ),
        Base::LastYear => Gap::because(
            format!("“{name}”没有上年同期数，算不出同比；请写上“上年同期”或“同比”"),
            format!(
                "\"{name}\" has no value of last year to compare with; give `last_year` or `growth`"
            ),
        ),
        Base::Opening => Gap::because(
            format!("“{name}”没有年初数；请写上“年初”"),
            format!("\"{name}\" has no opening value; give `opening`"),
        ),
        Base::LastPeriod => Gap::because(
            format!("“{name}”没有上期数，算不出环比；请写上“上期”或“环比”"),
            format!(
                "\"{name}\" has no value of the period before to compare with; give `last_period` or `growth_on_period`"
            ),
        ),
    }
}

fn not_doubled(figure: &Figure) -> Gap {
    let name = figure.printed_name();
    Gap::because(
        format!("“{name}”同比没有翻番：增长100%以上才能说翻一番；请用“同比”"),
        format!("\"{name}\" did not double: it takes a growth of 100% or more; print its `growth`"),
    )
}

fn comparable_price(figure: &Figure) -> Gap {
    let name = figure.printed_name();
    Gap::because(
        format!("“{name}”按可比价计算，增幅不能从现价算出；请写上“同比”"),
        format!(
            "\"{name}\" grows at comparable prices, which cannot be computed from current ones; give `growth`"
        ),
    )
}
