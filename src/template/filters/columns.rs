//! The columns that a table or chart of figures can have.

use super::sheet::word;
use crate::diag::{Text, codes};
use crate::document::marks;
use crate::figures::{Aspect, Base, Facts};
use crate::model::{FigureId, Period};
use crate::template::engine::fail;
use tera::{TeraResult, Value};

/// A column of an indicator table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Value,
    LastYear,
    Growth,
    LastPeriod,
    GrowthOnPeriod,
    Opening,
    Target,
    Completion,
    Rank,
}

impl Column {
    /// The columns of a table that names none.
    pub(super) const USUAL: [Self; 4] =
        [Self::Value, Self::LastYear, Self::Growth, Self::Completion];

    /// Its names in the argument 列, then its heads, each in Chinese and English.
    pub(super) fn words(self) -> [&'static str; 4] {
        match self {
            Self::Value => ["本期", "value", "本期", "This period"],
            Self::LastYear => ["上年同期", "last_year", "上年同期", "A year earlier"],
            Self::Growth => ["同比", "growth", "同比", "Change"],
            Self::LastPeriod => ["上期", "last_period", "上期", "Previous period"],
            Self::GrowthOnPeriod => ["环比", "growth_on_period", "环比", "On previous period"],
            Self::Opening => ["年初", "opening", "年初", "Start of year"],
            Self::Target => ["目标", "target", "目标", "Target"],
            Self::Completion => ["完成率", "completion", "完成年度目标", "Of annual target"],
            Self::Rank => ["位次", "rank", "位次", "Rank"],
        }
    }

    const ALL: [Self; 9] = [
        Self::Value,
        Self::LastYear,
        Self::Growth,
        Self::LastPeriod,
        Self::GrowthOnPeriod,
        Self::Opening,
        Self::Target,
        Self::Completion,
        Self::Rank,
    ];

    /// What its cell of a figure prints.
    pub(super) fn aspect(self, facts: &Facts, id: FigureId) -> Aspect {
        match self {
            Self::Value => Aspect::Value,
            Self::LastYear => Aspect::LastYear,
            Self::Growth => Aspect::GrowthRate,
            Self::LastPeriod => Aspect::LastPeriod,
            Self::GrowthOnPeriod => Aspect::GrowthOnPeriod,
            Self::Opening => Aspect::Opening,
            Self::Target => Aspect::Target,
            Self::Completion if facts.completion(id).is_ok() => Aspect::Completion,
            Self::Completion => Aspect::OfTarget,
            Self::Rank => Aspect::Rank,
        }
    }

    /// Its head.
    pub(super) fn head(self, facts: &Facts) -> String {
        let is_year = matches!(facts.report.period(), Some(Period::Year(_)));
        match self {
            Self::LastYear if is_year => word("上年", "Last year").to_owned(),
            _ => word(self.words()[2], self.words()[3]).to_owned(),
        }
    }

    /// Whether its cells are amounts in the unit of the row.
    pub(super) fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Value | Self::LastYear | Self::LastPeriod | Self::Opening | Self::Target
        )
    }

    /// Whether a figure has a number in this column, which can be drawn.
    pub(super) fn has_number(self, facts: &Facts, id: FigureId) -> bool {
        self.has(facts, id) && self.aspect(facts, id) != Aspect::OfTarget
    }

    /// Whether a figure has something to say in this column. Of a pending value only the value is asked for.
    pub(super) fn has(self, facts: &Facts, id: FigureId) -> bool {
        let figure = facts.report.figure(id);
        match self {
            Self::Value => facts.value(id).is_ok() || facts.is_pending(id),
            Self::LastYear => facts.base(id, Base::LastYear).is_ok(),
            Self::Growth => facts.trend(id, Base::LastYear).is_ok(),
            Self::LastPeriod => facts.base(id, Base::LastPeriod).is_ok(),
            Self::GrowthOnPeriod => facts.trend(id, Base::LastPeriod).is_ok(),
            Self::Opening => facts.opening(id).is_ok(),
            Self::Target => facts.target(id).is_ok(),
            Self::Completion => facts.completion(id).is_ok() || facts.standing(id).is_ok(),
            Self::Rank => figure.is_some_and(|f| f.rank.is_some()),
        }
    }
}

/// The columns asked for; `usual` when none are.
pub(super) fn columns(typed: Option<&Value>, usual: &[Column]) -> TeraResult<Vec<Column>> {
    let Some(typed) = typed else {
        return Ok(usual.to_vec());
    };
    let find = |name: &String| {
        let known = |c: &&Column| c.words()[..2].contains(&name.as_str());
        match Column::ALL.iter().find(known) {
            Some(column) => Ok(*column),
            None => {
                let list = |n: usize| Column::ALL.map(|c| c.words()[n]);
                let text = Text::new(
                    format!("表里没有“{name}”这一列：可用{}", list(0).join("、")),
                    format!("a table has no column `{name}`: use {}", list(1).join(", ")),
                );
                fail(&codes::BAD_VALUE, text)
            }
        }
    };
    names(typed).iter().map(find).collect()
}

/// A list of names, or names parted by commas.
pub(super) fn names(value: &Value) -> Vec<String> {
    let split = |s: &str| {
        let parts = marks::visible(s);
        let parts = parts.split(['、', '，', ',']).map(str::trim);
        parts
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    match value.as_array() {
        Some(list) => list
            .iter()
            .filter_map(Value::as_str)
            .map(|s| marks::visible(s).trim().to_owned())
            .collect(),
        None => value.as_str().map(split).unwrap_or_default(),
    }
}
