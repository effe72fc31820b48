//! Works through a report: resolves names, and computes the values that were not typed.

use super::names::{self, Named};
use super::order::{Step, order};
use super::{Amount, Fact, Facts, Gap, Interval, Precision, formula};
use crate::diag::{Diagnostic, Findings, Place, Text, codes};
use crate::model::{
    Approximation, Dimension, Exact, Figure, FigureId, Quantity, Report, Status, Unit,
};
use std::sync::Arc;

/// Computes everything that follows from a report's figures.
///
/// Findings are names that are no figures, figures that are made of themselves, and units that cannot be read. What
/// merely cannot be computed is no finding here: it is a [`Gap`] that speaks up when somebody prints it.
pub fn derive(report: impl Into<Arc<Report>>, findings: &mut Findings) -> Facts {
    let shared = report.into();
    let report = shared.as_ref();
    let named: Vec<Named> = report
        .figures
        .iter()
        .map(|figure| names::resolve(report, figure, findings))
        .collect();
    let (order, circular) = order(report, &named);
    for circle in &circular {
        findings.push(in_a_circle(report, circle));
    }
    let mut facts: Vec<Fact> = report
        .figures
        .iter()
        .zip(&named)
        .zip((0..).map(FigureId))
        .map(|((figure, named), id)| first_look(id, figure, named, findings))
        .collect();
    for id in order {
        let index = id.0 as usize;
        let (Some(figure), Some(named)) = (report.figure(id), named.get(index)) else {
            continue;
        };
        let unit = facts.get(index).and_then(|f| f.unit.clone());
        let completed = complete(figure, named, &facts, unit);
        if let (Some(fact), Some(completed)) = (facts.get_mut(index), completed) {
            fact.value = completed.value;
            fact.precision = completed.precision;
            fact.computed = true;
            fact.provisional |= completed.provisional;
        }
    }
    let formulas = report.assertions.iter();
    let formulas = formulas
        .map(|a| formula::read(report, a, findings))
        .collect();
    let mut facts = Facts {
        report: Arc::clone(&shared),
        rounding: report.rounding,
        formulas,
        facts,
        sums: Vec::new(),
    };
    facts.sums = facts.find_sums();
    facts
}

fn ids(found: &[(FigureId, Place)]) -> Vec<FigureId> {
    found.iter().map(|(id, _)| *id).collect()
}

/// What can be said of a figure without looking at others.
fn first_look(id: FigureId, figure: &Figure, named: &Named, findings: &mut Findings) -> Fact {
    let mut unit = None;
    if let Some(typed) = &figure.unit {
        match Unit::parse(&typed.value) {
            Ok(known) => unit = Some(known),
            Err(why) => findings.push(Diagnostic::error(&codes::BAD_VALUE, typed.place, why)),
        }
    }
    let value = match &figure.value {
        _ if figure.status == Status::Pending => Err(Gap::Pending(id)),
        Some(value) => Ok(typed_amount(&value.value, unit.as_ref())),
        None => Err(no_value(figure)),
    };
    Fact {
        precision: value.as_ref().ok().and_then(Amount::precision),
        value,
        computed: false,
        provisional: matches!(figure.status, Status::Expected | Status::Flash),
        parts: named.parts.iter().map(|p| ids(p)).collect(),
        among: ids(&named.among),
        share: named.share.map(|[part, whole]| (part.0, whole.0)),
        unit,
    }
}

/// A typed quantity; without a unit of its own it takes the one that was given for all.
pub(super) fn typed_amount(quantity: &Quantity, unit: Option<&Unit>) -> Amount {
    let mut amount = Amount::typed(quantity);
    let magnitude = &quantity.unit.name;
    if quantity.unit.dimension != Dimension::Bare {
        return amount;
    }
    let Some(unit) = unit else {
        return amount;
    };
    if magnitude.is_empty() {
        amount.unit = unit.clone();
        return amount;
    }
    // 3.5万 with 单位: 元 is 3.5万元.
    let blank = if magnitude.is_ascii() { " " } else { "" };
    if let Ok(joined) = Unit::parse(&format!("{magnitude}{blank}{}", unit.name)) {
        amount.unit = joined;
    }
    amount
}

fn no_value(figure: &Figure) -> Gap {
    let name = figure.printed_name();
    Gap::because(
        format!("“{name}”没有本期数；请写上“本期”，暂缺就写“状态: 待补”"),
        format!("\"{name}\" has no value; give `value`, or `status: pending` while it is missing"),
    )
}

/// A value that was computed.
struct Completed {
    value: Result<Amount, Gap>,
    precision: Option<Precision>,
    provisional: bool,
}

/// The value that follows from parts or a share, when none was typed.
fn complete(
    figure: &Figure,
    named: &Named,
    facts: &[Fact],
    unit: Option<Unit>,
) -> Option<Completed> {
    if figure.value.is_some() || figure.status == Status::Pending {
        return None;
    }
    let fact_of = |id: &FigureId| facts.get(id.0 as usize);
    let partition = named
        .parts
        .iter()
        .zip(&named.complete)
        .find(|(members, complete)| **complete && !members.is_empty());
    let sources = match (partition, named.share) {
        (Some((members, _)), _) => ids(members),
        (None, Some([part, whole])) => vec![part.0, whole.0],
        (None, None) => return None,
    };
    let sources: Vec<&Fact> = sources.iter().filter_map(fact_of).collect();
    let provisional = sources.iter().any(|f| f.provisional);
    let values: Result<Vec<&Amount>, Gap> = sources
        .iter()
        .map(|f| f.value.as_ref().map_err(Gap::clone))
        .collect();
    let value = values.and_then(|values| match (partition, values.as_slice()) {
        (Some(_), values) => sum(figure, values, unit),
        (None, [part, whole]) => share(figure, part, whole),
        (None, _) => Err(no_value(figure)),
    });
    let precision = match partition {
        Some(_) => sources.iter().try_fold(Precision::EXACT, |sum, fact| {
            sum.plus(fact.precision.filter(|_| fact.value.is_ok())?)
        }),
        None => value
            .as_ref()
            .ok()
            .and_then(|v| share_precision(v, &sources)),
    };
    Some(Completed {
        value,
        precision,
        provisional,
    })
}

/// How far a computed share may be off, given how well part and whole are known.
fn share_precision(share: &Amount, sources: &[&Fact]) -> Option<Precision> {
    let interval = |fact: &Fact| fact.value.as_ref().ok()?.interval(fact.precision?);
    let [part, whole] = sources else {
        return None;
    };
    let ratio = interval(part)?.over(interval(whole)?)?;
    let percent = ratio.times(Interval::point(Exact::HUNDRED))?;
    let slack = percent.high?.minus(share.exact)?;
    Some(Precision::rounded(
        slack.max(share.exact.minus(percent.low?)?),
    ))
}

/// The sum of the parts, in the unit asked for, else in that of the first part.
fn sum(figure: &Figure, parts: &[&Amount], unit: Option<Unit>) -> Result<Amount, Gap> {
    let Some(first) = parts.first() else {
        return Err(no_value(figure));
    };
    let unit = unit.unwrap_or_else(|| first.unit.clone());
    let mut total = Exact::ZERO;
    for part in parts {
        let same = part.unit.dimension == unit.dimension;
        if !same {
            return Err(Gap::units_differ(figure, &unit, &part.unit));
        }
        total = part
            .converted(&unit)
            .and_then(|p| total.plus(p.exact))
            .ok_or_else(|| Gap::too_large(figure))?;
    }
    let mut amount = Amount::computed(total, unit);
    amount.approximation = sum_approximation(parts);
    Ok(amount)
}

/// One inexact part makes the sum inexact: in its own way if all agree, else 约.
fn sum_approximation(parts: &[&Amount]) -> Option<Approximation> {
    let mut words = parts.iter().filter_map(|p| p.approximation);
    let first = words.next()?;
    let agree = words.all(|w| w == first);
    Some(if agree { first } else { Approximation::About })
}

/// Part over whole, in percent.
pub(super) fn share(figure: &Figure, part: &Amount, whole: &Amount) -> Result<Amount, Gap> {
    if part.unit.dimension != whole.unit.dimension {
        return Err(Gap::units_differ(figure, &part.unit, &whole.unit));
    }
    if !whole.exact.is_positive() {
        let name = figure.printed_name();
        return Err(Gap::because(
            format!("“{name}”算不出占比：总体不是正数"),
            format!("the share \"{name}\" cannot be computed: the whole is not above zero"),
        ));
    }
    let percent = Unit::parse("%").map_err(Gap::Because)?;
    let exact = part
        .basic()
        .zip(whole.basic())
        .and_then(|(p, w)| p.over(w)?.times(Exact::HUNDRED))
        .ok_or_else(|| Gap::too_large(figure))?;
    let mut amount = Amount::computed(exact, percent);
    let blurred = part.approximation.or(whole.approximation).is_some();
    amount.approximation = blurred.then_some(Approximation::About);
    Ok(amount)
}

fn in_a_circle(report: &Report, circle: &[Step]) -> Diagnostic {
    let key = |id: FigureId| report.figure(id).map_or("", |f| f.key.as_str());
    let names: Vec<&str> = circle.iter().map(|(id, _)| key(*id)).collect();
    let last = names.last().copied().unwrap_or_default();
    let path = std::iter::once(last).chain(names.iter().copied());
    let path: Vec<&str> = path.collect();
    let place = circle.first().map(|(_, place)| *place);
    Diagnostic::error(
        &codes::CIRCULAR,
        place,
        Text::new(
            format!("指标包含了自己：{}", path.join(" → ")),
            format!("a figure is made of itself: {}", path.join(" → ")),
        ),
    )
    .hint(Text::new(
        "从“构成”“其中”或“占比”里去掉一个，断开这个圈",
        "take one of them out of `parts`, `among` or `share` to break the circle",
    ))
}
