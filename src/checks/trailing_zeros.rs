//! `trailing-zeros` 小数末尾多零: 205263.00万元 among numbers that are not given to two decimals.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::figures::Facts;
use crate::model::{Decimal, Dimension, Exact, Figure, FigureId, Growth, Located, Quantity};
use std::collections::BTreeSet;

static CODE: Code = Code {
    id: "trailing-zeros",
    zh: "小数末尾多零",
    unreadable: false,
};

/// A note: where all numbers of a kind have two decimals, the zeros stay.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

指标里有没有“205263.00万元”“38.00%”一类小数部分全是零的数，而同类的数小数位数并不一致，如“19.9亿元”“18.2%”。
同类的数都保留两位小数的，指标表里的数，有“构成”关系的数，不算。

## 为什么要紧

小数位数表示准到哪一位。别的数只写一位小数，这一个写到“.00”，零就没有意义，多半是从表格里直接粘贴来的。

## 例子

    指标:
      生产总值: {本期: 19.9亿元, 同比: 18.2%}
      固定资产投资: {本期: 205263.00万元, 同比: 38.00%}

## 怎么改

去掉末尾的零，或者把同类的数都写到同一位：

    指标:
      生产总值: {本期: 19.9亿元, 同比: 18.2%}
      固定资产投资: {本期: 20.5亿元, 同比: 38.0%}
";

const PAGE_EN: &str = "\
## What it checks

Whether a figure is typed with two or more decimals that are all zero, as 205263.00 or 38.00%, while numbers of its kind
are given with other decimals. Where all of them have the same decimals, in figure tables, and where parts make a whole, the
zeros are fine.

## Why it matters

Decimals say how exactly a number is known. Beside numbers with one decimal, `.00` says nothing and was mostly pasted from
a spreadsheet.

## Example

    figures:
      output: {value: 1990.5 million yuan, growth: 18.2%}
      investment: {value: 2052.00 million yuan, growth: 38.00%}

## How to put it right

Drop the zeros, or give all numbers of the kind with the same decimals:

    figures:
      output: {value: 1990.5 million yuan, growth: 18.2%}
      investment: {value: 2052.0 million yuan, growth: 38.0%}
";

/// One zero may well be meant: 5.0%.
const ZEROS: u32 = 2;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let mut figures = subject.facts.iter();
    if !figures.any(|(_, figure, _)| may_have_zeros(figure)) {
        return;
    }
    let aligned = aligned(subject.facts);
    let figures = subject.facts.iter();
    let all: Vec<Number> = figures
        .filter(|(id, ..)| !aligned.contains(id))
        .flat_map(|(_, figure, _)| numbers(figure))
        .collect();
    for zeros in all.iter().filter(|n| n.has_zeros()) {
        let other = all.iter().find(|n| n.is_alike(zeros));
        findings.extend(other.map(|other| finding(zeros, other)));
    }
}

/// The figures whose decimals follow those of others: in the columns of tables, and where parts make a whole.
fn aligned(facts: &Facts) -> BTreeSet<FigureId> {
    let rows = facts.report.tables.iter().flat_map(|t| &t.rows);
    let in_tables = rows.flat_map(|(_, row)| row).flatten().copied();
    let in_sums = facts.iter().flat_map(|(whole, _, fact)| {
        let parts = fact.parts.iter().flatten().copied();
        parts.flat_map(move |part| [whole, part])
    });
    in_tables.chain(in_sums).collect()
}

/// A typed number that says how exactly it is known.
struct Number {
    number: Decimal,
    text: String,
    place: Place,
    /// What it measures.
    dimension: Dimension,
    /// How much its last digit stands for; nothing when that is too little to say.
    last_digit: Option<Exact>,
    /// Whether it belongs to an item: those are set beside those of other items.
    of_item: bool,
}

impl Number {
    fn has_zeros(&self) -> bool {
        has_zeros(self.number)
    }

    /// Whether it is of the kind of another, and known more or less exactly.
    fn is_alike(&self, other: &Self) -> bool {
        self.last_digit != other.last_digit
            && self.dimension == other.dimension
            && self.of_item == other.of_item
    }
}

fn has_zeros(number: Decimal) -> bool {
    number.scale() >= ZEROS && number.fract().is_zero() && !number.is_zero()
}

/// Whether a number of a figure has such zeros: asked first, for it is hardly ever so.
fn may_have_zeros(figure: &Figure) -> bool {
    let growth = [&figure.growth, &figure.growth_on_period];
    let mut rates = growth.into_iter().flatten();
    let value = figure.value.as_ref();
    value.is_some_and(|typed| has_zeros(typed.value.number))
        || rates.any(|typed| match typed.value {
            Growth::Percent(number) | Growth::Points(number) => has_zeros(number),
            Growth::Flat => false,
        })
}

/// The value of a figure and its growth; targets are round anyway, and so is what is approximate.
fn numbers(figure: &Figure) -> Vec<Number> {
    let of_item = figure.key.contains('.');
    let exact = |typed: &&Located<Quantity>| typed.value.approximation.is_none();
    let value = figure.value.as_ref().filter(exact).map(|typed| Number {
        number: typed.value.number,
        text: typed.value.text(),
        place: typed.place,
        dimension: typed.value.unit.dimension.clone(),
        last_digit: last_digit(typed.value.number, typed.value.unit.scale),
        of_item,
    });
    let growth = [&figure.growth, &figure.growth_on_period];
    let rates = growth.into_iter().flatten().filter_map(|typed| {
        let (number, dimension) = match typed.value {
            Growth::Percent(number) => (number, Dimension::Percent),
            Growth::Points(number) => (number, Dimension::Points),
            Growth::Flat => return None,
        };
        Some(Number {
            number,
            text: typed.value.text(),
            place: typed.place,
            dimension,
            last_digit: last_digit(number, Exact::ONE),
            of_item,
        })
    });
    value.into_iter().chain(rates).collect()
}

/// What the last typed digit of a number stands for.
fn last_digit(number: Decimal, unit: Exact) -> Option<Exact> {
    let one = Decimal::try_from_i128_with_scale(1, number.scale()).ok()?;
    Exact::from(one).times(unit)
}

fn finding(zeros: &Number, other: &Number) -> Diagnostic {
    let (text, beside) = (&zeros.text, &other.text);
    let decimals = format!(".{}", "0".repeat(zeros.number.scale() as usize));
    let short = text.replacen(&decimals, "", 1);
    let message = Text::new(
        format!("“{text}”小数末尾的零没有意义：同类的数小数位数不一，如“{beside}”"),
        format!("the zeros of \"{text}\" say nothing beside \"{beside}\""),
    );
    let hint = Text::new(
        format!("写成“{short}”；零表示准到这一位的，同类的数也写到这一位"),
        format!("write `{short}`; if the zeros are exact, give all such numbers with them"),
    );
    Diagnostic::note(&CODE, zeros.place, message).hint(hint)
}
