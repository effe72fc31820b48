//! Printing comparisons: growth, change, completion, shares.

use super::speaker::Speaker;
use crate::figures::amount::percent;
use crate::figures::speech::{Direction, Form, Said, Since};
use crate::figures::targets::target_span;
use crate::figures::{Amount, Answer, Base, Gap, Goal, Movement, Standing, Trend, names};
use crate::model::{Decimal, Exact};

impl Speaker<'_> {
    pub(super) fn growth(&self, base: Base) -> Answer<String> {
        let trend = self.facts.trend(self.id, base)?;
        Ok(self.speech.trend(&self.said(&trend)?, &self.since(base)))
    }

    /// 增幅: the growth as a signed number.
    pub(super) fn growth_rate(&self) -> Answer<String> {
        let trend = self.facts.trend(self.id, Base::LastYear)?;
        Ok(self.speech.rate(&self.said(&trend)?))
    }

    pub(super) fn since(&self, base: Base) -> Since {
        Since {
            base,
            period: self.facts.period(self.id),
        }
    }

    /// The growth inside 全句, where 小数 speaks of the value.
    pub(super) fn unasked_said(&self, trend: &Trend) -> Answer<Said> {
        self.facts.said(self.id, trend, self.language)
    }

    pub(super) fn said(&self, trend: &Trend) -> Answer<Said> {
        let about = |size: String| {
            if trend.approximate {
                self.speech.about(&size)
            } else {
                size
            }
        };
        let amount = |amount: &Amount| {
            self.speech
                .amount(amount, None, self.facts.rounding)
                .map(about)
                .ok_or_else(|| Gap::too_large(self.figure))
        };
        let said = |direction, form| Said {
            direction,
            form,
            inverse: self.figure.lower_is_better,
        };
        let signed = |rounded: Decimal, form: fn(String) -> Form| {
            let size = about(rounded.abs().to_string());
            said(Direction::of(rounded), form(size))
        };
        let up = |form| said(Direction::Up, form);
        let down = |form| said(Direction::Down, form);
        Ok(match &trend.movement {
            Movement::Percent(exact) => signed(self.percent(*exact, trend.digits)?, Form::Percent),
            Movement::Points(exact) => signed(self.percent(*exact, trend.digits)?, Form::Points),
            Movement::LossToProfit => up(Form::LossToProfit),
            Movement::ProfitToLoss => down(Form::ProfitToLoss),
            Movement::LossCut(by) => up(Form::LossCut(amount(by)?)),
            Movement::LossGrown(by) => down(Form::LossGrown(amount(by)?)),
            Movement::FromNothing(by) => up(Form::FromNothing(amount(by)?)),
        })
    }

    /// A percentage, or percentage points, as they print: typed digits may be cut, never invented.
    fn percent(&self, exact: Exact, typed: Option<u32>) -> Answer<Decimal> {
        let asked = self.arguments.decimals;
        let places = match typed {
            Some(typed) => Some(asked.map_or(typed, |a| a.min(typed))),
            None => asked,
        };
        percent(exact, places, self.facts.rounding).ok_or_else(|| Gap::too_large(self.figure))
    }

    pub(super) fn change(&self) -> Answer<String> {
        let change = self.facts.change(self.id, Base::LastYear)?;
        let change = self.shown(&change)?;
        let size = Amount {
            exact: change.exact.size(),
            ..change.as_ref().clone()
        };
        let rounded = size.rounded(self.asked(), self.facts.rounding);
        let rounded = rounded.ok_or_else(|| Gap::too_large(self.figure))?;
        let direction = match Direction::of(rounded) {
            Direction::Up if change.exact.is_negative() => Direction::Down,
            direction => direction,
        };
        let size = self
            .speech
            .amount(&size, self.asked(), self.facts.rounding)
            .ok_or_else(|| Gap::too_large(self.figure))?;
        Ok(self.speech.change(direction, &size))
    }

    pub(super) fn points(&self) -> Answer<String> {
        let trend = self.facts.trend(self.id, Base::LastYear)?;
        if !matches!(trend.movement, Movement::Points(_)) {
            let name = self.figure.printed_name();
            return Err(Gap::because(
                format!("“{name}”不是百分率，不能用“百分点”；请用“同比”或“增减额”"),
                format!(
                    "\"{name}\" is not a rate, so it has no `points`; use `growth` or `change`"
                ),
            ));
        }
        Ok(self.speech.points(&self.said(&trend)?))
    }

    /// A computed percentage with its sign: 57%, 约57%.
    fn percentage(&self, amount: &Amount) -> Answer<String> {
        let number = self.percent(amount.exact, None)?;
        let size = format!("{number}%");
        Ok(match amount.approximation {
            Some(_) => self.speech.about(&size),
            None => size,
        })
    }

    pub(super) fn completion(&self) -> Answer<String> {
        self.percentage(&self.facts.completion(self.id)?)
    }

    pub(super) fn of_target(&self) -> Answer<String> {
        if self.facts.goal(self.id)? != Goal::Amount {
            return self.standing();
        }
        let completion = self.completion()?;
        let span = target_span(self.facts.period(self.id));
        Ok(self.speech.of_target(&completion, span))
    }

    fn standing(&self) -> Answer<String> {
        let standing = self.facts.standing(self.id)?;
        let by = match &standing {
            Standing::Short(by) | Standing::Beyond(by) => {
                let said = self.speech.amount(by, self.asked(), self.facts.rounding);
                said.ok_or_else(|| Gap::too_large(self.figure))?
            }
            Standing::Reached | Standing::Within => String::new(),
        };
        Ok(self.speech.standing(&standing, &by))
    }

    pub(super) fn pace(&self) -> Answer<String> {
        let ahead = self.percent(self.facts.pace(self.id)?, None)?;
        let points = ahead.abs().to_string();
        Ok(self.speech.pace(Direction::of(ahead), &points))
    }

    pub(super) fn share(&self) -> Answer<String> {
        let report = &self.facts.report;
        let own = self.facts.fact(self.id).and_then(|f| f.share);
        let (part, whole) = match &self.arguments.of {
            Some(name) => {
                let whole = report.resolve(names::scope(self.figure), name);
                let whole = whole.ok_or_else(|| self.no_such_figure(name))?;
                (self.id, whole)
            }
            None => own.ok_or_else(|| self.no_share())?,
        };
        // A share that was typed prints as typed; the checks compare it.
        let value = self.facts.value(self.id);
        let percent = match value {
            Ok(value) if own == Some((part, whole)) && value.unit.is_rate() => self
                .speech
                .amount(value, self.asked(), self.facts.rounding)
                .ok_or_else(|| Gap::too_large(self.figure))?,
            _ => self.percentage(&self.facts.share(part, whole)?)?,
        };
        Ok(self.speech.share(self.facts.name(whole), &percent))
    }

    fn no_such_figure(&self, name: &str) -> Gap {
        Gap::because(
            format!("没有“{name}”这个指标，算不出占比；“对象”要写指标名"),
            format!("there is no figure \"{name}\" to take a share of; `of` takes a figure's name"),
        )
    }

    fn no_share(&self) -> Gap {
        let name = self.figure.printed_name();
        Gap::because(
            format!(
                "“{name}”没有占比；请写上“占比: {{部分: …, 总体: …}}”，或用 占比(对象=\"总体的指标名\")"
            ),
            format!(
                "\"{name}\" has no share; give `share: {{part: …, whole: …}}`, or print share(of=\"the whole\")"
            ),
        )
    }

    pub(super) fn against(&self) -> Answer<String> {
        let name = self.figure.printed_name();
        let asked = self.arguments.of.as_deref();
        let mut list = Vec::new();
        for (other, quantity) in &self.figure.against {
            if asked.is_some_and(|a| a != other.value) {
                continue;
            }
            let lead = self.facts.lead(self.id, &quantity.value)?;
            let points = self.percent(lead, None)?;
            let size = points.abs().to_string();
            list.push(
                self.speech
                    .against(&other.value, Direction::of(points), &size),
            );
        }
        if list.is_empty() {
            return Err(Gap::because(
                format!("“{name}”没有可比的数；请写上“对比: {{全市: 8.1%}}”"),
                format!(
                    "\"{name}\" has nothing to be set against; give `against: {{the city: 8.1%}}`"
                ),
            ));
        }
        Ok(self.speech.joined(&list))
    }
}
