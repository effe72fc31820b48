//! Random shares and formulas: true ones rounded to any digits are never an error, broken ones always are.

use crate::figures::{at, place, report};
use crate::relations::{quantity, rounded, run};
use proptest::prelude::*;
use zongjie::diag::{Findings, Severity};
use zongjie::figures::{RateVerdict, TypedRate, derive};
use zongjie::model::{Figure, FigureId, Share};

/// What becomes of a typed share of two amounts, all as typed.
fn share(part: &str, whole: &str, typed: &str) -> RateVerdict {
    let named = |name: &str, value: &str| {
        let mut figure = Figure::new(name, name, place());
        figure.value = Some(at(quantity(value)));
        figure
    };
    let mut figure = named("占比", typed);
    figure.share = Some(Share {
        part: at("部分".to_owned()),
        whole: at("总体".to_owned()),
    });
    let figures = vec![figure, named("部分", part), named("总体", whole)];
    let facts = derive(report("2026年", figures), &mut Findings::new());
    facts.judge_rate(FigureId(0), TypedRate::Share)
}

/// The errors that a formula has; it must be readable.
fn errors(data: &str, formula: &str) -> Vec<&'static str> {
    let outcome = run(&format!(
        "指标:\n{data}核对:\n  - '{formula}'\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
    ));
    let all = outcome.findings.iter();
    let errors = all.filter(|d| d.severity == Severity::Error);
    errors.map(|d| d.code.id).collect()
}

proptest! {
    #[test]
    fn true_shares_rounded_to_any_digits_are_possible(
        part in 0_i64..1_000_000_000_000,
        rest in 1_000_000_i64..1_000_000_000_000,
        digits in [0_u32..5, 0_u32..5, 0_u32..4],
    ) {
        let whole = part + rest;
        let percent = i128::from(part) * 100_000_000 / i128::from(whole);
        let percent = i64::try_from(percent).unwrap();
        let (part, whole) = (rounded(part, digits[0]), rounded(whole, digits[1]));
        let typed = format!("{}%", rounded(percent, digits[2]));
        let found = share(&format!("{part}亿元"), &format!("{whole}亿元"), &typed);
        prop_assert!(
            matches!(found, RateVerdict::Possible | RateVerdict::Truncated(_)),
            "{part} {whole} {typed} {found:?}"
        );
    }

    #[test]
    fn shares_far_from_both_amounts_are_always_an_error(
        part in 1_000_i64..1_000_000,
        rest in 1_000_i64..1_000_000,
        off in 3_i64..1000,
        up in any::<bool>(),
    ) {
        // In tenths of a percent; the amounts are known to a ten-thousandth of a percent or better.
        let tenths = part * 1000 / (part + rest) + if up { off } else { -off };
        prop_assume!(tenths >= 0);
        let typed = format!("{}.{}%", tenths / 10, tenths % 10);
        let whole = format!("{}.0000亿元", part + rest);
        let found = share(&format!("{part}.0000亿元"), &whole, &typed);
        prop_assert!(matches!(found, RateVerdict::Contradicts(_)), "{typed} {found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn true_formulas_rounded_to_any_digits_are_never_an_error(
        area in 1_i64..10_000_000,
        yield_ in 1_i64..10_000_000,
        digits in [0_u32..4, 0_u32..4, 0_u32..4],
    ) {
        // Each number has three decimals; their product has six.
        let (a, b) = (rounded(area * 1000, digits[0]), rounded(yield_ * 1000, digits[1]));
        let product = rounded(area * yield_, digits[2]);
        let data = format!("  面积: {a}万亩\n  亩产: {b}公斤/亩\n  产量: {product}万公斤\n");
        let found = errors(&data, "面积 × 亩产 = 产量");
        prop_assert!(found.is_empty(), "{data}{found:?}");
        // What was rounded to nothing cannot be divided by.
        let divides = !quantity(&format!("{a}万亩")).number.is_zero();
        let found = if divides { errors(&data, "产量 ÷ 面积 = 亩产") } else { Vec::new() };
        prop_assert!(found.is_empty(), "{data}{found:?}");
    }

    #[test]
    fn formulas_broken_by_more_than_rounding_are_always_an_error(
        area in 1_000_i64..1_000_000,
        yield_ in 1_000_i64..1_000_000,
        beyond in 1_i64..1_000_000,
        up in any::<bool>(),
    ) {
        // Whole numbers with two decimals: the product is known to (a + b) · 0.005 and a little more.
        let slack = (area + yield_) * 10_000 + 20_000;
        let exact = area * yield_ * 1_000_000;
        let wrong = exact + if up { slack + beyond } else { -slack - beyond };
        let data = format!(
            "  面积: {area}.00万亩\n  亩产: {yield_}.00公斤/亩\n  产量: {}万公斤\n",
            rounded(wrong, 2)
        );
        prop_assert_eq!(errors(&data, "面积 × 亩产 = 产量"), ["assertion-fails"], "{}", data);
    }
}
