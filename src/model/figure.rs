//! A figure (指标): one number of the report with everything that belongs to it.

use super::{Growth, Located, Period, Quantity};
use crate::diag::Place;

/// Which figure of a [`super::Report`]: the index in its `figures`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub u32);

/// How firm a value is (状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// 实际
    #[default]
    Actual,
    /// 预计
    Expected,
    /// 快报
    Flash,
    /// 计划
    Planned,
    /// 申报
    Applied,
    /// 待补: not known yet; prints a placeholder and blocks `--final`.
    Pending,
}

/// One way of dividing a whole into parts that must add up (构成).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// Its name, when several are given.
    pub name: Option<Located<String>>,
    /// The parts as typed: paths or short names of figures.
    pub members: Vec<Located<String>>,
}

/// A figure that is the share of one figure in another (占比); both as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// 部分
    pub part: Located<String>,
    /// 总体
    pub whole: Located<String>,
}

/// A rank (位次): place from 1, and by how many places it rose (positive) or fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// 第几位
    pub place: u32,
    /// 上升（正）或下降（负）的位数
    pub change: Option<i32>,
}

/// A figure as the user wrote it. What can be computed is not here but in `figures`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its path, unique in the report: `税收收入`, `城西排水分流工程.全长`, `招商引资.新开工.协议总投资`.
    pub key: String,
    /// The last part of the path: the short name.
    pub name: String,
    /// Where its key stands.
    pub place: Place,
    /// 名称: what to print instead of the short name.
    pub label: Option<Located<String>>,
    /// 本期
    pub value: Option<Located<Quantity>>,
    /// 上年同期
    pub last_year: Option<Located<Quantity>>,
    /// 上期
    pub last_period: Option<Located<Quantity>>,
    /// 年初
    pub opening: Option<Located<Quantity>>,
    /// 目标
    pub target: Option<Located<Quantity>>,
    /// 同比
    pub growth: Option<Located<Growth>>,
    /// 环比
    pub growth_on_period: Option<Located<Growth>>,
    /// 构成: must add up.
    pub parts: Vec<Partition>,
    /// 其中: may not exceed.
    pub among: Vec<Located<String>>,
    /// 占比
    pub share: Option<Share>,
    /// 位次
    pub rank: Option<Located<Rank>>,
    /// 对比: what the growth or value is set against (全市, 全省).
    pub against: Vec<(Located<String>, Located<Quantity>)>,
    /// 单位
    pub unit: Option<Located<String>>,
    /// 期间, when it differs from the report's
    pub period: Option<Located<Period>>,
    /// 口径
    pub scope: Option<Located<String>>,
    /// 状态
    pub status: Status,
    /// 按可比价: growth is at comparable prices and must not be computed from the values.
    pub comparable_price: bool,
    /// 逆指标: less is better.
    pub lower_is_better: bool,
    /// 小数: decimals to print.
    pub decimals: Option<u32>,
    /// 来源
    pub source: Option<Located<String>>,
    /// 备注
    pub note: Option<Located<String>>,
}

impl Figure {
    /// A figure of which only path and place are known yet.
    pub fn new(key: impl Into<String>, name: impl Into<String>, place: Place) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            place,
            label: None,
            value: None,
            last_year: None,
            last_period: None,
            opening: None,
            target: None,
            growth: None,
            growth_on_period: None,
            parts: Vec::new(),
            among: Vec::new(),
            share: None,
            rank: None,
            against: Vec::new(),
            unit: None,
            period: None,
            scope: None,
            status: Status::Actual,
            comparable_price: false,
            lower_is_better: false,
            decimals: None,
            source: None,
            note: None,
        }
    }

    /// What to print as its name: 名称, or the short name.
    pub fn printed_name(&self) -> &str {
        self.label.as_ref().map_or(&self.name, |l| &l.value)
    }
}
