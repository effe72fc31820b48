//! Relations that the user wants checked (核对): `种植面积 × 亩产 = 粮食产量`.
//!
//! [`read()`] makes a [`Formula`] of the text, with every name resolved; [`Facts::judge_formula`] computes both sides
//! with their units and what rounding allows. Names may be any text: where one begins, the longest figure name that
//! fits is taken, so that `A-B线长度` is no difference.
//!
//! [`Facts::judge_formula`]: super::Facts::judge_formula

mod judge;
mod measured;
mod parser;
mod scan;

pub use judge::{Comparison, Outcome};
pub use parser::read;

use crate::model::{FigureId, Quantity};

/// A relation, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// The sides, at least one.
    pub sides: Vec<Expression>,
    /// What stands between them, one fewer.
    pub relations: Vec<Relation>,
}

/// How one side must be to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// =
    Equal,
    /// ≈: within five per cent
    Near,
    /// <
    Less,
    /// >
    Greater,
    /// ≤
    AtMost,
    /// ≥
    AtLeast,
}

/// Which number of a figure a formula means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 值, or only the name
    Value,
    /// 上年同期
    LastYear,
    /// 上期
    LastPeriod,
    /// 年初
    Opening,
    /// 目标
    Target,
    /// 完成率
    Completion,
}

/// Something to compute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A number of a figure.
    Figure(FigureId, Part),
    /// A typed quantity.
    Typed(Quantity),
    /// Terms added, or taken away where the flag is set.
    Sum(Vec<(bool, Expression)>),
    /// Factors multiplied, or divided by where the flag is set.
    Product(Vec<(bool, Expression)>),
}

impl Expression {
    fn collect(&self, out: &mut Vec<FigureId>) {
        match self {
            Self::Figure(id, _) => out.push(*id),
            Self::Typed(_) => {}
            Self::Sum(inner) | Self::Product(inner) => {
                inner.iter().for_each(|(_, e)| e.collect(out));
            }
        }
    }
}

impl Formula {
    /// The figures that it names, in order, doubles included.
    pub fn figures(&self) -> Vec<FigureId> {
        let mut out = Vec::new();
        self.sides.iter().for_each(|side| side.collect(&mut out));
        out
    }
}
