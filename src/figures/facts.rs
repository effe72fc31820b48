//! What is known about every figure once the report has been worked through.

use super::{Amount, Formula, Precision, Sum};
use crate::diag::Text;
use crate::model::{Figure, FigureId, Language, Period, Report, Rounding, Status, Unit};
use std::sync::Arc;

/// Why a question about a figure has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// This figure is still to be filled in (待补); a draft shows a placeholder.
    Pending(FigureId),
    /// It cannot be said, and why, with the cure.
    Because(Text),
}

/// An answer, or why there is none.
pub type Answer<T> = Result<T, Gap>;

/// What is known about one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// 本期, typed or computed.
    pub value: Answer<Amount>,
    /// How well the value is known; `None` when there is none, or when it is too large to say.
    pub precision: Option<Precision>,
    /// Whether the value was computed: from 构成 or 占比.
    pub computed: bool,
    /// Whether it is expected or a flash estimate, or computed from such.
    pub provisional: bool,
    /// 构成: for each partition its members, without those that were not found.
    pub parts: Vec<Vec<FigureId>>,
    /// 其中, without those that were not found.
    pub among: Vec<FigureId>,
    /// 占比: part and whole.
    pub share: Option<(FigureId, FigureId)>,
    /// 单位: the unit of everything typed without one.
    pub unit: Option<Unit>,
}

/// The report's figures with all that follows from them. Made by [`super::derive()`].
#[derive(Debug, Clone)]
pub struct Facts {
    /// The report they belong to.
    pub report: Arc<Report>,
    /// How halves are rounded when a figure is printed.
    pub rounding: Rounding,
    /// 核对, in the order of the report; `None` for a formula that cannot be read.
    pub formulas: Vec<Option<Formula>>,
    pub(super) facts: Vec<Fact>,
    pub(super) sums: Vec<Sum>,
}

impl Facts {
    /// What is known about a figure; `None` for an id of another report.
    pub fn fact(&self, id: FigureId) -> Option<&Fact> {
        self.facts.get(id.0 as usize)
    }

    /// All figures of the report with what is known about them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FigureId, &Figure, &Fact)> {
        let ids = (0..).map(FigureId);
        let pairs = self.report.figures.iter().zip(&self.facts);
        ids.zip(pairs)
            .map(|(id, (figure, fact))| (id, figure, fact))
    }

    /// The figure and what is known about it.
    ///
    /// # Errors
    /// An id of another report.
    pub(super) fn look_up(&self, id: FigureId) -> Answer<(&Figure, &Fact)> {
        let found = self.report.figure(id).zip(self.fact(id));
        found.ok_or_else(|| Gap::Because(Text::new("没有这个指标", "there is no such figure")))
    }

    /// Its value (本期), typed or computed.
    ///
    /// # Errors
    /// It is pending, was not given, or cannot be computed.
    pub fn value(&self, id: FigureId) -> Answer<&Amount> {
        self.look_up(id)?.1.value.as_ref().map_err(Gap::clone)
    }

    /// The period it speaks of: its own or the report's, with the report's year where it has none.
    pub fn period(&self, id: FigureId) -> Option<Period> {
        let of_report = self.report.period().copied();
        let own = self.report.figure(id)?.period.as_ref().map(|p| p.value);
        match (own, of_report.and_then(|p| p.year())) {
            (Some(own), Some(year)) => Some(own.in_year(year)),
            (own, _) => own.or(of_report),
        }
    }

    /// Whether it is pending (待补), or computed from a figure that is.
    pub fn is_pending(&self, id: FigureId) -> bool {
        let by_status = |f: &Figure| f.status == Status::Pending;
        self.report.figure(id).is_some_and(by_status)
            || matches!(self.value(id), Err(Gap::Pending(_)))
    }

    /// Its printed name; empty for an id of another report.
    pub(super) fn name(&self, id: FigureId) -> &str {
        self.report.figure(id).map_or("", Figure::printed_name)
    }
}

impl Gap {
    /// A reason in both languages.
    pub(super) fn because(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Because(Text::new(zh, en))
    }

    /// The numbers are beyond what can be computed exactly.
    pub(super) fn too_large(figure: &Figure) -> Self {
        let name = figure.printed_name();
        Self::because(
            format!("“{name}”的数太大或位数太多，无法精确计算"),
            format!("the numbers of \"{name}\" are too large or too long to compute with exactly"),
        )
    }

    /// Two amounts whose units cannot be compared.
    pub(super) fn units_differ(figure: &Figure, one: &Unit, other: &Unit) -> Self {
        let name = figure.printed_name();
        let (one_zh, other_zh) = (
            unit_name(one, Language::Chinese),
            unit_name(other, Language::Chinese),
        );
        let (one_en, other_en) = (
            unit_name(one, Language::English),
            unit_name(other, Language::English),
        );
        Self::because(
            format!("“{name}”的单位对不上：{one_zh}和{other_zh}不能相比或相加，请改成同类单位"),
            format!(
                "the units of \"{name}\" do not fit: {one_en} and {other_en} cannot be compared or added; use units of one kind"
            ),
        )
    }
}

fn unit_name(unit: &Unit, language: Language) -> String {
    match (unit.name.is_empty(), language) {
        (true, Language::Chinese) => "没有单位的数".to_owned(),
        (true, Language::English) => "a number without a unit".to_owned(),
        (false, Language::Chinese) => format!("“{}”", unit.name),
        (false, Language::English) => format!("\"{}\"", unit.name),
    }
}
