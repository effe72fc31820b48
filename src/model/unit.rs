//! Units (计量单位): each knows its dimension and scale.

use rust_decimal::Decimal;

/// What a unit measures. Quantities of one dimension can be converted and added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// No unit.
    Bare,
    /// Money of one currency, named by its basic unit: 元, 美元.
    Money(String),
    /// 平方米, 亩, 公顷, 平方公里
    Area,
    /// 立方米
    Volume,
    /// 吨, 公斤
    Mass,
    /// 米, 公里
    Length,
    /// %
    Percent,
    /// 百分点
    Points,
    /// Counted things, each kind its own dimension: 个, 家, 户, 人.
    Count(String),
    /// One unit per another: 公斤/亩.
    Ratio(Box<Dimension>, Box<Dimension>),
    /// A unit we do not know, a dimension of its own.
    Other(String),
}

/// A unit as typed, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As printed: 万元, 公斤/亩. Empty for bare numbers.
    pub name: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How many basic units of the dimension it is: 万元 = 10000.
    pub scale: Decimal,
}
