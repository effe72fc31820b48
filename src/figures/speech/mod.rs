//! What a language needs to speak of figures. One file per language; nothing is computed here.

mod chinese;
mod english;
mod units;

use super::targets::TargetSpan;
use super::{Amount, AspectInfo, Base, Standing};
use crate::model::{Decimal, Language, Period, Rank, Rounding, Unit};

/// Which way a number moved, as printed: what rounds to nothing did not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Flat,
}

impl Direction {
    /// The direction of a printed difference.
    pub fn of(number: Decimal) -> Self {
        if number.is_zero() {
            Self::Flat
        } else if number.is_sign_negative() {
            Self::Down
        } else {
            Self::Up
        }
    }
}

/// A movement ready to be spoken of: numbers rounded and without a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub direction: Direction,
    pub form: Form,
    /// Whether less is better (逆指标): a 失业率 falls, it does not 回落.
    pub inverse: bool,
}

/// What kind of movement it was; the texts are numbers, or amounts with their units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Percent(String),
    Points(String),
    LossToProfit,
    ProfitToLoss,
    LossCut(String),
    LossGrown(String),
    FromNothing(String),
}

/// Since when a movement counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Since {
    pub base: Base,
    /// The period of the value itself.
    pub period: Option<Period>,
}

/// A language.
pub(super) trait Speech: Sync {
    /// A number with its unit and word of approximation; `None` when it is too long to write.
    fn amount(&self, amount: &Amount, decimals: Option<u32>, rounding: Rounding) -> Option<String>;
    /// Words around a size that is only approximate.
    fn about(&self, size: &str) -> String;
    /// 带名
    fn named(&self, name: &str, value: &str) -> String;
    /// 全句; value or trend is there.
    fn sentence(&self, name: &str, value: Option<&str>, trend: Option<(&Said, Since)>) -> String;
    /// 同比, 环比
    fn trend(&self, said: &Said, since: &Since) -> String;
    /// 翻番, so many times from 1, exactly or more
    fn doubling(&self, times: u32, exactly: bool) -> String;
    /// 百分点
    fn points(&self, said: &Said) -> String;
    /// 增幅
    fn rate(&self, said: &Said) -> String;
    /// 增减额
    fn change(&self, direction: Direction, size: &str) -> String;
    /// 完成目标
    fn of_target(&self, percent: &str, span: TargetSpan) -> String;
    /// 完成目标 of a rate or a ceiling; `by` is the size of what lies between.
    fn standing(&self, standing: &Standing, by: &str) -> String;
    /// 时间进度
    fn pace(&self, direction: Direction, points: &str) -> String;
    /// 占比
    fn share(&self, whole: &str, percent: &str) -> String;
    /// 对比, one entry
    fn against(&self, other: &str, direction: Direction, points: &str) -> String;
    /// Several phrases in a row.
    fn joined(&self, list: &[String]) -> String;
    /// 构成, 其中
    fn parts(&self, list: &[(&str, String)]) -> String;
    /// 位次
    fn rank(&self, rank: Rank) -> String;
    /// 汉字; `None` for numbers that are not written so.
    fn in_words(&self, number: u32, unit: &Unit) -> Option<String>;
    /// The placeholder of what is still to be filled in; `of` says which aspect when it is not the value.
    fn pending(&self, name: &str, of: Option<&AspectInfo>) -> String;
}

/// How a language speaks.
pub(super) fn speech(language: Language) -> &'static dyn Speech {
    match language {
        Language::Chinese => &chinese::Chinese,
        Language::English => &english::English,
    }
}
