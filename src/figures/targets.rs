//! What follows from a figure's target. What is done of it, in percent, and whether that keeps pace with the year, can
//! only be said of amounts that accumulate; a rate reaches its target or not, a ceiling is kept or not. This is the one
//! place that tells these apart.

use super::derive::share;
use super::movement::difference;
use super::{Amount, Answer, Facts, Gap};
use crate::model::{Approximation, Exact, FigureId, Period};

/// What kind of goal a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// An amount that accumulates: so much of it is done.
    Amount,
    /// A rate that should be reached: 满意度95%以上.
    Rate,
    /// What should not be exceeded: 逆指标, or a target with 以下 or 不足.
    Ceiling,
}

/// How a value stands to a target of which no percentage is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// A rate is not below its target.
    Reached,
    /// A rate is below its target, by so many percentage points.
    Short(Amount),
    /// A ceiling is kept.
    Within,
    /// A ceiling is exceeded by so much.
    Beyond(Amount),
}

impl Facts {
    /// 目标
    ///
    /// # Errors
    /// It was not given.
    pub fn target(&self, id: FigureId) -> Answer<Amount> {
        let (figure, _) = self.look_up(id)?;
        self.typed(id, figure.target.as_ref()).ok_or_else(|| {
            let name = figure.printed_name();
            Gap::because(
                format!("“{name}”没有目标；请写上“目标”"),
                format!("\"{name}\" has no target; give `target`"),
            )
        })
    }

    /// What kind of goal its target is.
    ///
    /// # Errors
    /// It has no target.
    pub fn goal(&self, id: FigureId) -> Answer<Goal> {
        let (figure, _) = self.look_up(id)?;
        let target = self.target(id)?;
        let is_highest = target.approximation.is_some_and(Approximation::is_below);
        Ok(match target.unit.is_rate() {
            _ if figure.lower_is_better || is_highest => Goal::Ceiling,
            true => Goal::Rate,
            false => Goal::Amount,
        })
    }

    /// How a rate, or a value with a ceiling, stands to its target.
    ///
    /// # Errors
    /// Value or target is missing, the units differ, or the value is a bound (以上, 不足) that leaves it open.
    pub fn standing(&self, id: FigureId) -> Answer<Standing> {
        let (figure, _) = self.look_up(id)?;
        let over = self.over_target(id)?;
        let is_ceiling = self.goal(id)? == Goal::Ceiling;
        let meets = self.meets_target(id)?;
        let word = self.value(id)?.approximation;
        let settles =
            |word: Approximation| word.blurs() || (meets && is_ceiling == word.is_below());
        if !word.is_none_or(settles) {
            let name = figure.printed_name();
            return Err(Gap::because(
                format!("“{name}”的本期数带有“以上”“不足”一类的词，说不准是否达到目标；请写出确数"),
                format!(
                    "the value of \"{name}\" is only a bound, which leaves open whether the target is met; give the exact value"
                ),
            ));
        }
        let size = Amount {
            exact: over.exact.size(),
            approximation: word,
            ..over
        };
        Ok(match (is_ceiling, meets) {
            (true, true) => Standing::Within,
            (true, false) => Standing::Beyond(size),
            (false, true) => Standing::Reached,
            (false, false) => Standing::Short(size),
        })
    }

    /// Whether the target is met: reached, or not exceeded if it is a ceiling.
    ///
    /// # Errors
    /// Value or target is missing, or the units differ.
    pub fn meets_target(&self, id: FigureId) -> Answer<bool> {
        let over = self.over_target(id)?.exact;
        Ok(match self.goal(id)? {
            Goal::Ceiling => !over.is_positive(),
            Goal::Amount | Goal::Rate => !over.is_negative(),
        })
    }

    /// The figure's value against its target: above zero when it is more than the target.
    fn over_target(&self, id: FigureId) -> Answer<Amount> {
        let (figure, _) = self.look_up(id)?;
        difference(figure, self.value(id)?, &self.target(id)?)
    }

    /// 完成率: value over target, in percent.
    ///
    /// # Errors
    /// Value or target is missing, the target is not above zero or not an amount that accumulates, or the units differ.
    pub fn completion(&self, id: FigureId) -> Answer<Amount> {
        let (figure, _) = self.look_up(id)?;
        let mut target = self.target(id)?;
        self.accumulates(id, "完成率", "no completion rate")?;
        if !target.exact.is_positive() {
            let name = figure.printed_name();
            return Err(Gap::because(
                format!("“{name}”的目标不是正数，算不出完成率"),
                format!(
                    "the target of \"{name}\" is not above zero, so there is no completion rate"
                ),
            ));
        }
        // 目标: 40亿元以上 is a floor; what is completed is measured against it.
        target.approximation = None;
        share(figure, self.value(id)?, &target)
    }

    /// 时间进度: completion less the part of the year that has passed, in percentage points.
    ///
    /// # Errors
    /// There is no completion, or the period does not begin with the year.
    pub fn pace(&self, id: FigureId) -> Answer<Exact> {
        let (figure, _) = self.look_up(id)?;
        self.accumulates(id, "时间进度", "no pace")?;
        let completion = self.completion(id)?;
        let months = self.period(id).and_then(|p| p.months_passed());
        let passed = months.and_then(|m| Exact::new(i128::from(m) * 100, 12));
        let Some(passed) = passed else {
            let name = figure.printed_name();
            return Err(Gap::because(
                format!(
                    "“{name}”的期间不是从年初算起，没有时间进度；请写上“期间: 1—6月”这样的期间"
                ),
                format!(
                    "the period of \"{name}\" does not begin with the year, so there is no pace; give a period such as `period: January–June 2026`"
                ),
            ));
        };
        completion
            .exact
            .minus(passed)
            .ok_or_else(|| Gap::too_large(figure))
    }

    /// Refuses `zh` (`en`) to figures whose target is no amount that accumulates.
    fn accumulates(&self, id: FigureId, zh: &str, en: &str) -> Answer<()> {
        let (figure, _) = self.look_up(id)?;
        let (kind_zh, kind_en) = match self.goal(id)? {
            Goal::Amount => return Ok(()),
            Goal::Rate => (
                "百分率，只说是否达到目标",
                "a rate, which meets its target or not",
            ),
            Goal::Ceiling => (
                "越少越好的指标，只说是否控制在目标以内",
                "better when lower, and keeps within its target or not",
            ),
        };
        let name = figure.printed_name();
        Err(Gap::because(
            format!("“{name}”是{kind_zh}，没有{zh}；请用“完成目标”"),
            format!("\"{name}\" is {kind_en}, so it has {en}; print `of_target`"),
        ))
    }
}

/// What the target of a period is called: that of the year, unless the period is longer or not a calendar year.
pub(super) fn target_span(period: Option<Period>) -> TargetSpan {
    match period {
        Some(Period::Years(..)) => TargetSpan::Plan,
        Some(Period::SchoolYear(_) | Period::SchoolTerm(..)) => TargetSpan::SchoolYear,
        _ => TargetSpan::Year,
    }
}

/// Whose target it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TargetSpan {
    /// 年度目标
    Year,
    /// 学年目标
    SchoolYear,
    /// 规划目标
    Plan,
}
