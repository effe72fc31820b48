//! `magnitude-differs` 数量级悬殊: a value and what it is compared with are so far apart that 万 and 亿 must have been
//! mistaken for each other.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Amount, Facts, Side};
use crate::model::{Dimension, Exact, FigureId, Quantity};

static CODE: Code = Code {
    id: "magnitude-differs",
    zh: "数量级悬殊",
    unreadable: false,
};

/// A warning: there are figures that grow a hundredfold.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

本期数与上年同期数、上期数、年初数是不是差到100倍以上；一个用万、一个用亿的，差到10倍以上就提醒。基数是零的、不到10的个数、负数不算。

## 为什么要紧

“万”和“亿”写错一个字，同比就成了下降99.99%。这是数字里最常见的笔误，单看哪个数都不显眼。

## 例子

    指标:
      收入: {本期: 120万元, 上年同期: 100亿元}

## 怎么改

核对两个数的单位和小数点，改正写错的一个。确实变化这么大的，写进“忽略”，说明理由。
";

const PAGE_EN: &str = "\
## What it checks

Whether the value is a hundred times last year's, that of the period before or the opening value, or a hundredth of it;
ten times is enough where the units differ in size, such as thousand and billion. Nothing is said of a base of zero, of
counts below ten and of negative numbers.

## Why it matters

One wrong word in a unit turns growth into a fall of 99.99%, and neither number looks wrong by itself.

## Example

    figures:
      revenue: {value: 1.2 million yuan, last_year: 10 billion yuan}

## How to put it right

Check units and points of both numbers. If they are right, list the finding under `ignore` with a reason.
";

/// So many times apart is hardly ever true.
const FAR: i128 = 100;
/// So many times apart is suspicious when the units differ in size.
const FAR_IN_OTHER_UNIT: i128 = 10;
/// Counts below this multiply easily.
const FEW: i128 = 10;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for (id, figure, fact) in facts.iter() {
        let Ok(value) = &fact.value else { continue };
        let sides = [Side::LastYear, Side::LastPeriod, Side::Opening];
        let far = |side: &Side| {
            side.typed(figure)
                .is_some_and(|old| !is_near(value, &old.value))
        };
        let mut typed = sides.into_iter().filter(far);
        findings.extend(typed.find_map(|side| judge(facts, id, value, side)));
    }
}

fn judge(facts: &Facts, id: FigureId, value: &Amount, side: Side) -> Option<Diagnostic> {
    let old = facts.operand(id, side).ok()?;
    let times = apart(value, &old.amount)?;
    let new = facts.operand(id, Side::Value).ok()?;
    let (key, sizes) = (facts.key(id), [&new, &old].map(|o| o.amount.written()));
    let name = side.of_name();
    let message = Text::new(
        format!(
            "“{key}”本期{}，{}{}，相差{times}倍以上",
            sizes[0],
            name.zh.trim_start_matches('的'),
            sizes[1]
        ),
        format!(
            "\"{key}\" is {}, but {}{}: more than {times} times apart",
            sizes[0], sizes[1], name.en
        ),
    );
    let hint = Text::new(
        "核对两个数的单位（万、亿）和小数点",
        "check units and points of both numbers",
    );
    let finding = Diagnostic::warning(&CODE, facts.place_of(id, side), message).hint(hint);
    Some(facts.also(finding, &new, Side::Value))
}

/// Whether a typed number is near enough to a value at first sight: both above zero and in one unit, as nearly all are.
fn is_near(value: &Amount, typed: &Quantity) -> bool {
    let (one, other) = (value.exact, Exact::from(typed.number));
    let is_alike = typed.unit.dimension != Dimension::Bare
        && typed.unit.scale == value.unit.scale
        && typed.unit.dimension == value.unit.dimension;
    let is_below = |less: Exact, more: Exact| {
        let limit = Exact::new(FAR, 1).and_then(|far| less.times(far));
        limit.is_some_and(|limit| limit > more)
    };
    is_alike && one.is_positive() && other.is_positive() && is_below(one.min(other), one.max(other))
}

/// How many times one amount is the other at least, when that is too much to be believed.
fn apart(new: &Amount, old: &Amount) -> Option<i128> {
    let units = [&new.unit, &old.unit];
    if units[0].dimension != units[1].dimension {
        return None;
    }
    let (one, other) = (new.basic()?, old.basic()?);
    let (less, more) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    let is_few = units[0].counts_things() && less < Exact::new(FEW, 1)?;
    if !less.is_positive() || is_few {
        return None;
    }
    let limit = if units[0].scale == units[1].scale {
        FAR
    } else {
        FAR_IN_OTHER_UNIT
    };
    let far = |times: i128| Some(less.times(Exact::new(times, 1)?)? <= more);
    if !far(limit)? {
        return None;
    }
    let powers = std::iter::successors(Some(limit), |times| times.checked_mul(10));
    powers
        .take(12)
        .take_while(|times| far(*times) == Some(true))
        .last()
}
