//! What messages about relations between figures share: names, numbers, places.

use super::formula::{Comparison, Outcome, Relation};
use super::{Amount, Facts, Formula, Mismatch, Operand, Side, Sum, SumKind};
use crate::diag::{Diagnostic, Place, Text};
use crate::model::{Assertion, FigureId};

/// Most parts of one sum that a message points at.
const MOST_PLACES: usize = 20;

impl Side {
    /// How the number is spoken of behind the figure's name; nothing for the value itself.
    pub fn of_name(self) -> Text {
        match self {
            Self::Value => Text::new("", ""),
            Self::LastYear => Text::new("的上年同期数", " (last year)"),
            Self::LastPeriod => Text::new("的上期数", " (last period)"),
            Self::Opening => Text::new("的年初数", " (opening value)"),
        }
    }
}

/// A difference and what rounding allows, as a message tells them.
fn told(difference: &str, tolerance: Option<&str>, within: bool) -> Text {
    let (zh, en) = (
        format!("相差{difference}"),
        format!("the difference is {difference}"),
    );
    match (tolerance, within) {
        (Some(tolerance), true) => Text::new(
            format!("{zh}，在四舍五入允许的{tolerance}以内"),
            format!("{en}, rounding explains up to {tolerance}"),
        ),
        (Some(tolerance), false) => Text::new(
            format!("{zh}，超过四舍五入允许的{tolerance}"),
            format!("{en}, rounding explains at most {tolerance}"),
        ),
        (None, _) => Text::new(zh, en),
    }
}

impl Mismatch {
    fn told_as(&self, within: bool) -> Text {
        let difference = self.difference.written_as_difference();
        let tolerance = self.tolerance.as_ref().filter(|t| t.exact.is_positive());
        let tolerance = tolerance.map(Amount::written_as_difference);
        told(&difference, tolerance.as_deref(), within)
    }

    /// By how much the two differ, and that this is more than rounding explains.
    pub fn told_beyond(&self) -> Text {
        self.told_as(false)
    }

    /// By how much the two differ, and that rounding explains it.
    pub fn told_within(&self) -> Text {
        self.told_as(true)
    }
}

impl Comparison {
    /// By how much the sides differ, and that this is too much.
    pub fn told_beyond(&self) -> Text {
        if self.relation == Relation::Near {
            let difference = &self.difference;
            return Text::new(
                format!("相差{difference}，超过5%"),
                format!("the difference is {difference}, more than 5%"),
            );
        }
        told(&self.difference, self.tolerance.as_deref(), false)
    }

    /// By how much the sides differ, and that rounding explains it.
    pub fn told_within(&self) -> Text {
        told(&self.difference, self.tolerance.as_deref(), true)
    }
}

impl Assertion {
    /// The formula with its note, quoted.
    pub fn quoted(&self) -> Text {
        let formula = &self.formula.value;
        match &self.note {
            None => Text::new(format!("“{formula}”"), format!("\"{formula}\"")),
            Some(note) => Text::new(
                format!("“{formula}”（{}）", note.value),
                format!("\"{formula}\" ({})", note.value),
            ),
        }
    }
}

impl Facts {
    /// The relations under 核对 that can be read.
    pub fn assertions(&self) -> impl Iterator<Item = (&Assertion, &Formula)> {
        let pairs = self.report.assertions.iter().zip(&self.formulas);
        pairs.filter_map(|(assertion, formula)| Some((assertion, formula.as_ref()?)))
    }

    /// What became of every comparison and range under 核对.
    pub fn outcomes(&self) -> Vec<(&Assertion, Outcome)> {
        let judged = |(assertion, formula)| {
            let outcomes = self.judge_formula(assertion, formula);
            outcomes
                .into_iter()
                .map(move |outcome| (assertion, outcome))
        };
        self.assertions().flat_map(judged).collect()
    }

    /// The path of a figure; empty for an id of another report.
    pub fn key(&self, id: FigureId) -> &str {
        self.report.figure(id).map_or("", |f| f.key.as_str())
    }

    /// Where a number of a figure stands: as typed, else where the figure begins.
    pub fn place_of(&self, id: FigureId, side: Side) -> Option<Place> {
        let figure = self.report.figure(id)?;
        Some(side.typed(figure).map_or(figure.place, |typed| typed.place))
    }

    /// The name of the whole of a sum and of which of its numbers is meant, quoted.
    pub fn whole_of(&self, sum: &Sum) -> Text {
        let key = self.key(sum.whole);
        let side = sum.side.of_name();
        Text::new(
            format!("“{key}”{}", side.zh),
            format!("\"{key}\"{}", side.en),
        )
    }

    /// The parts of a sum as one: 各分项, 按状态的各分项, 各行, 其中各项.
    pub fn parts_of(&self, sum: &Sum) -> Text {
        match &sum.kind {
            SumKind::Parts(None) => Text::new("各分项", "its parts"),
            SumKind::Parts(Some(name)) => {
                Text::new(format!("“{name}”的各分项"), format!("its parts \"{name}\""))
            }
            SumKind::Column => Text::new("各行", "the rows"),
            SumKind::Among => Text::new("“其中”各项", "those named under `among`"),
        }
    }

    /// The finding with the places of the parts, each with its number.
    pub fn pointing_at(&self, sum: &Sum, mut finding: Diagnostic) -> Diagnostic {
        for id in sum.members.iter().take(MOST_PLACES) {
            let Ok(operand) = self.operand(*id, sum.side) else {
                continue;
            };
            finding = self.also(finding, &operand, sum.side);
        }
        finding
    }

    /// The finding with the place of one more number.
    pub fn also(&self, finding: Diagnostic, operand: &Operand, side: Side) -> Diagnostic {
        let key = self.key(operand.id);
        let number = operand.amount.written();
        let caption = Text::new(
            format!("“{key}”{}是{number}", side.of_name().zh),
            format!("\"{key}\"{} is {number}", side.of_name().en),
        );
        match self.place_of(operand.id, side) {
            Some(place) => finding.also(place, caption),
            None => finding,
        }
    }
}
