//! Sums: which figures must add up to which (构成, the columns of a table with 合计行), which may not exceed which
//! (其中), and whether they do. What rounding can explain is no contradiction.

use super::precision::Weight;
use super::{Amount, Facts, Interval, Precision};
use crate::model::{Dimension, Exact, Figure, FigureId, FigureTable, Located, Quantity};

/// Which of a figure's numbers is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 本期
    Value,
    /// 上年同期
    LastYear,
    /// 上期
    LastPeriod,
    /// 年初
    Opening,
}

/// What kind of sum it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SumKind {
    /// 构成, with the name of the partition when several are given: the parts make the whole.
    Parts(Option<String>),
    /// A column of a table: the rows make the total.
    Column,
    /// 其中: the parts are in the whole.
    Among,
}

/// One whole and figures that are parts of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The whole.
    pub whole: FigureId,
    /// The parts.
    pub members: Vec<FigureId>,
    /// What kind.
    pub kind: SumKind,
    /// Of which numbers.
    pub side: Side,
}

/// A number in a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// Whose it is.
    pub id: FigureId,
    /// The number.
    pub amount: Amount,
    /// How well it is known.
    pub precision: Precision,
}

/// Why a number cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsure {
    /// It is pending, was not given, or cannot be computed.
    Unknown,
    /// It is too large to compute with exactly.
    TooLarge,
}

/// Two numbers that should be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was given for the whole.
    pub stated: Amount,
    /// What the parts make, in the unit of the whole.
    pub sum: Amount,
    /// By how much they differ, without sign.
    pub difference: Amount,
    /// By how much rounding lets them differ at most; zero for counts, `None` when one is only a bound (以上, 不足).
    pub tolerance: Option<Amount>,
}

/// Whether parts make their whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A number is not known, or known only roughly (约, 左右).
    Undecided,
    /// A number is too large to compute with exactly.
    TooLarge,
    /// This member cannot be added: it measures something else than the whole.
    UnitsDiffer(FigureId),
    /// They do.
    Agrees,
    /// They do not as printed, but could before they were rounded, all to the same last digit.
    ByRounding(Mismatch),
    /// Only because this figure was given with fewer digits than the others.
    ByCoarsePart(Mismatch, FigureId),
    /// They cannot.
    Contradicts(Mismatch),
}

/// Whether parts fit into their whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// As with [`Verdict`]; also when a number is below zero, because then a part may well exceed the whole.
    Undecided,
    /// As with [`Verdict`].
    TooLarge,
    /// As with [`Verdict`].
    UnitsDiffer(FigureId),
    /// They do.
    Fits,
    /// They do, and nothing is left.
    Exhausts,
    /// One part alone is more than the whole.
    Exceeds(FigureId, Mismatch),
    /// Each fits, all together do not.
    TogetherExceed(Mismatch),
}

impl Side {
    const ALL: [Self; 4] = [Self::Value, Self::LastYear, Self::LastPeriod, Self::Opening];

    /// The number of this side, as typed.
    pub fn typed(self, figure: &Figure) -> Option<&Located<Quantity>> {
        match self {
            Self::Value => figure.value.as_ref(),
            Self::LastYear => figure.last_year.as_ref(),
            Self::LastPeriod => figure.last_period.as_ref(),
            Self::Opening => figure.opening.as_ref(),
        }
    }
}

impl Facts {
    /// All sums of the report, in its order: those of 构成 and 其中, then those of tables. Names that are no figures
    /// leave their sum out.
    pub fn sums(&self) -> &[Sum] {
        &self.sums
    }

    /// Finds the sums.
    pub(super) fn find_sums(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        for (whole, figure, fact) in self.iter() {
            for (typed, members) in figure.parts.iter().zip(&fact.parts) {
                let kind = SumKind::Parts(typed.name.as_ref().map(|n| n.value.clone()));
                if typed.members.len() == members.len() {
                    self.add_sides(&mut sums, whole, members, &kind);
                }
            }
            if figure.among.len() == fact.among.len() {
                self.add_sides(&mut sums, whole, &fact.among, &SumKind::Among);
            }
        }
        for table in &self.report.tables {
            for column in 0..table.columns.len() {
                if let Some((total, rows)) = self.column(table, column) {
                    self.add_sides(&mut sums, total, &rows, &SumKind::Column);
                }
            }
        }
        sums
    }

    /// The sum of the values, and of the other numbers that the whole and some part give.
    fn add_sides(
        &self,
        sums: &mut Vec<Sum>,
        whole: FigureId,
        members: &[FigureId],
        kind: &SumKind,
    ) {
        if members.is_empty() {
            return;
        }
        for side in Side::ALL {
            let has = |id: &FigureId| {
                self.report
                    .figure(*id)
                    .is_some_and(|f| side.typed(f).is_some())
            };
            // One number may be too much for the whole, whatever the others are.
            if side == Side::Value || (has(&whole) && members.iter().any(has)) {
                sums.push(Sum {
                    whole,
                    members: members.to_vec(),
                    kind: kind.clone(),
                    side,
                });
            }
        }
    }

    /// Total and rows of a column that adds up. Growth, prices and other ratios do not; shares do when they make 100%.
    fn column(&self, table: &FigureTable, column: usize) -> Option<(FigureId, Vec<FigureId>)> {
        let name = table.total.as_ref()?;
        let cell = |row: &[Option<FigureId>]| row.get(column).copied().flatten();
        let is_total = |row: &&(Located<String>, _)| row.0.value == name.value;
        let total = table.rows.iter().find(is_total).and_then(|r| cell(&r.1))?;
        let rows = table.rows.iter().filter(|r| !is_total(r));
        let rows: Vec<FigureId> = rows.filter_map(|r| cell(&r.1)).collect();
        let adds_up = match self.value(total) {
            Ok(amount) => match amount.unit.dimension {
                Dimension::Percent => amount.basic() == Some(Exact::HUNDRED),
                Dimension::Ratio(..) | Dimension::Points => false,
                _ => true,
            },
            Err(_) => true,
        };
        adds_up.then_some((total, rows))
    }

    /// One number of a figure and how well it is known.
    ///
    /// # Errors
    /// It is not known, or too large.
    pub fn operand(&self, id: FigureId, side: Side) -> Result<Operand, Unsure> {
        let (figure, fact) = self.look_up(id).map_err(|_| Unsure::Unknown)?;
        let (amount, precision) = match side {
            Side::Value => (fact.value.clone(), fact.precision),
            _ => {
                let amount = self.typed(id, side.typed(figure)).ok_or(Unsure::Unknown)?;
                let precision = amount.precision();
                (Ok(amount), precision)
            }
        };
        let amount = amount.map_err(|_| Unsure::Unknown)?;
        // What is only approximate is known by its word, not by its digits.
        let precision = precision.or(amount.approximation.map(|_| Precision::EXACT));
        match precision.filter(|_| amount.basic().is_some()) {
            Some(precision) => Ok(Operand {
                id,
                amount,
                precision,
            }),
            None => Err(Unsure::TooLarge),
        }
    }

    /// The known members of a sum, and what hinders it to be judged.
    fn operands(&self, sum: &Sum, whole: &Operand) -> Members {
        let mut members = Members::default();
        for &id in &sum.members {
            match self.operand(id, sum.side) {
                Ok(member) if member.amount.unit.dimension != whole.amount.unit.dimension => {
                    members.foreign = members.foreign.or(Some(id));
                }
                Ok(member) => members.known.push(member),
                Err(Unsure::TooLarge) => members.too_large = true,
                Err(Unsure::Unknown) => members.incomplete = true,
            }
        }
        members
    }

    /// Whether the parts make the whole.
    pub fn judge(&self, sum: &Sum) -> Verdict {
        let whole = match self.operand(sum.whole, sum.side) {
            Ok(whole) => whole,
            Err(Unsure::Unknown) => return self.judge_units(sum),
            Err(Unsure::TooLarge) => return Verdict::TooLarge,
        };
        let members = self.operands(sum, &whole);
        if let Some(id) = members.foreign {
            return Verdict::UnitsDiffer(id);
        }
        if members.too_large {
            return Verdict::TooLarge;
        }
        if members.incomplete {
            return Verdict::Undecided;
        }
        compare(&whole, &members.known).unwrap_or(Verdict::TooLarge)
    }

    /// Without a whole the parts can still be of different kinds.
    fn judge_units(&self, sum: &Sum) -> Verdict {
        let mut members = sum
            .members
            .iter()
            .filter_map(|id| self.operand(*id, sum.side).ok());
        let Some(first) = members.next() else {
            return Verdict::Undecided;
        };
        let dimension = &first.amount.unit.dimension;
        members
            .find(|m| m.amount.unit.dimension != *dimension)
            .map_or(Verdict::Undecided, |m| Verdict::UnitsDiffer(m.id))
    }

    /// Whether the parts fit into the whole. Parts that are not known leave more room, never less.
    pub fn bound(&self, sum: &Sum) -> Bound {
        let whole = match self.operand(sum.whole, sum.side) {
            Ok(whole) => whole,
            Err(Unsure::Unknown) => return Bound::Undecided,
            Err(Unsure::TooLarge) => return Bound::TooLarge,
        };
        let members = self.operands(sum, &whole);
        if let Some(id) = members.foreign {
            return Bound::UnitsDiffer(id);
        }
        if members.too_large {
            return Bound::TooLarge;
        }
        let all = members.known.iter().chain([&whole]);
        if members.known.is_empty() || all.into_iter().any(|o| o.amount.exact.is_negative()) {
            return Bound::Undecided;
        }
        fit(&whole, &members).unwrap_or(Bound::TooLarge)
    }
}

/// The members of a sum as far as they are known.
#[derive(Default)]
struct Members {
    known: Vec<Operand>,
    /// The first that measures something else than the whole.
    foreign: Option<FigureId>,
    too_large: bool,
    incomplete: bool,
}

/// What some operands make together: number, what it may have been, precision.
fn total(operands: &[Operand]) -> Option<(Exact, Interval, Precision)> {
    let start = (Exact::ZERO, Interval::point(Exact::ZERO), Precision::EXACT);
    operands
        .iter()
        .try_fold(start, |(sum, range, precision), o| {
            Some((
                sum.plus(o.amount.basic()?)?,
                range.plus(o.amount.interval(o.precision)?)?,
                precision.plus(o.precision)?,
            ))
        })
}

fn mismatch(whole: &Operand, sum: Exact, tolerance: Option<Exact>) -> Option<Mismatch> {
    let amount = &whole.amount;
    let tolerance = match tolerance {
        Some(tolerance) => Some(amount.alike(tolerance)?),
        None => None,
    };
    Some(Mismatch {
        stated: amount.clone(),
        sum: amount.alike(sum)?,
        difference: amount.alike(sum.minus(amount.basic()?)?.size())?,
        tolerance,
    })
}

fn compare(whole: &Operand, members: &[Operand]) -> Option<Verdict> {
    let (sum, range, precision) = total(members)?;
    let blurred = |o: &Operand| o.amount.approximation.is_some();
    if blurred(whole) || members.iter().any(blurred) {
        let known = whole.amount.interval(whole.precision)?;
        if known == Interval::ALL || range == Interval::ALL {
            return Some(Verdict::Undecided);
        }
        if known.meets(range) {
            return Some(Verdict::Agrees);
        }
        return mismatch(whole, sum, None).map(Verdict::Contradicts);
    }
    let difference = sum.minus(whole.amount.basic()?)?.size();
    let found = |tolerance| mismatch(whole, sum, Some(tolerance));
    match precision.plus(whole.precision)?.weigh(difference)? {
        Weight::Nothing => Some(Verdict::Agrees),
        Weight::Rounding(tolerance) => found(tolerance).map(Verdict::ByRounding),
        Weight::CoarsePart(tolerance) => {
            let all = members.iter().chain([whole]);
            let coarsest = all
                .max_by_key(|o| o.precision.slack)
                .map_or(whole.id, |o| o.id);
            found(tolerance).map(|found| Verdict::ByCoarsePart(found, coarsest))
        }
        Weight::Beyond(slack) => found(slack).map(Verdict::Contradicts),
    }
}

fn fit(whole: &Operand, members: &Members) -> Option<Bound> {
    let room = whole.amount.interval(whole.precision)?;
    for member in &members.known {
        if member.amount.interval(member.precision)?.is_above(room) {
            let slack = member.precision.plus(whole.precision)?.slack;
            let found = mismatch(whole, member.amount.basic()?, Some(slack))?;
            return Some(Bound::Exceeds(member.id, found));
        }
    }
    let (sum, range, precision) = total(&members.known)?;
    if range.is_above(room) {
        let slack = precision.plus(whole.precision)?.slack;
        return mismatch(whole, sum, Some(slack)).map(Bound::TogetherExceed);
    }
    let exact = members.known.iter().chain([whole]);
    let exact = exact.into_iter().all(|o| o.amount.approximation.is_none());
    let exhausts = exact && !members.incomplete && sum == whole.amount.basic()?;
    Some(if exhausts {
        Bound::Exhausts
    } else {
        Bound::Fits
    })
}
