//! Figures and texts that nobody would type.

#![expect(
    clippy::expect_used,
    reason = "what a test builds is known to be readable"
)]

use crate::figures::{EN, ZH, at, place, report};
use proptest::prelude::*;
use zongjie::diag::Findings;
use zongjie::figures::{ASPECTS, Arguments, Aspect, TESTS, TypedRate, derive, period_names};
use zongjie::model::{
    Date, Decimal, Exact, Figure, FigureId, Growth, Partition, Period, Quantity, Rounding, Share,
    Status, Unit,
};

/// Texts near to quantities and periods, so that the readers get past the first letter.
fn nearly_readable() -> impl Strategy<Value = String> {
    const PIECES: &str = "约|近|超过|不足|-|0|1|5|20|2026|12|.|,|，|％|%| |　|万|亿|千|百|余|多|元|园|亩|公斤|/|人|个\
        |百分点|左右|以上|年|月|日|上半年|第|一|季度|—|至|截至|底|以来|学年|km|million |yuan| per |about \
        | or more|增长|下降|持平|May |Q1 | to ";
    let piece = prop::sample::select(PIECES.split('|').collect::<Vec<_>>());
    prop::collection::vec(piece, 0..8).prop_map(|p| p.concat())
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        -1_000_000_i128..1_000_000,
        Just(0),
        -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335,
    ];
    (mantissa, prop_oneof![0_u32..4, 0_u32..=28])
        .prop_map(|(m, scale)| Decimal::try_from_i128_with_scale(m, scale).expect("fits"))
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let units = prop::sample::select(vec![
        "万元",
        "亿元",
        "元",
        "个",
        "家",
        "%",
        "‰",
        "亩",
        "公顷",
        "公斤/亩",
        "万元/亩",
        "",
        "万",
        "million yuan",
        "US dollars",
        "万盏",
        "个百分点",
        "万亿元",
    ]);
    let words = prop::sample::select(vec!["约", "近", "超", "不足", "", "", "", ""]);
    (decimal(), units, words).prop_map(|(number, unit, word)| {
        let text = format!("{word}1{unit}");
        let mut quantity = Quantity::parse(&text).expect("a known unit").value;
        quantity.number = number;
        quantity
    })
}

prop_compose! {
    fn figure(index: usize)(
        values in prop::collection::vec(prop::option::of(quantity()), 5),
        growth in prop::option::of((decimal(), any::<bool>())),
        members in prop::collection::vec(0_usize..8, 0..4),
        flags in any::<[bool; 5]>(),
        decimals in prop::option::of(0_u32..14),
        unit in prop::option::of(prop::sample::select(vec!["万元", "亿园", "个"])),
    ) -> Figure {
        let name = |i: usize| at(format!("指标{i}"));
        let mut figure = Figure::new(format!("指标{index}"), format!("指标{index}"), place());
        let mut values = values.into_iter().map(|v| v.map(at));
        let mut next = || values.next().flatten();
        figure.value = next();
        figure.last_year = next();
        figure.last_period = next();
        figure.target = next();
        figure.against = next().map(|q| (at("全市".to_owned()), q)).into_iter().collect();
        figure.growth = growth.map(|(n, points)| {
            at(if points { Growth::Points(n) } else { Growth::Percent(n) })
        });
        if let [first, second, ..] = members.as_slice() {
            figure.share = flags[0].then(|| Share { part: name(*first), whole: name(*second) });
        }
        let list: Vec<_> = members.iter().map(|i| name(*i)).collect();
        if flags[1] {
            figure.among = list;
        } else {
            figure.parts.push(Partition { name: None, members: list });
        }
        figure.status = if flags[2] && flags[3] { Status::Pending } else { Status::Actual };
        figure.comparable_price = flags[3] && !flags[2];
        figure.lower_is_better = flags[4];
        figure.decimals = decimals;
        figure.unit = unit.map(|u| at(u.to_owned()));
        figure
    }
}

fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let list: Vec<_> = (0..6).map(|i| figure(i).boxed()).collect();
    list
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(text in prop_oneof![".{0,40}", nearly_readable()]) {
        let _ = Quantity::parse(&text);
        let _ = Unit::parse(&text);
        let _ = Growth::parse(&text);
        let _ = Date::parse(&text);
        if let Ok(period) = Period::parse(&text) {
            period_names(&period.value, ZH);
            period_names(&period.value, EN);
        }
    }

    #[test]
    fn what_is_read_and_printed_is_read_the_same(text in nearly_readable()) {
        if let Ok(quantity) = Quantity::parse(&text) {
            let printed = quantity.value.text();
            let again = Quantity::parse(&printed);
            prop_assert_eq!(again.map(|q| q.value), Ok(quantity.value), "{}", printed);
        }
        if let Ok(growth) = Growth::parse(&text) {
            let again = Growth::parse(&growth.value.text());
            prop_assert_eq!(again.map(|g| g.value), Ok(growth.value));
        }
        if let Ok(period) = Period::parse(&text) {
            let again = Period::parse(&period.value.text());
            prop_assert_eq!(again.map(|p| p.value), Ok(period.value));
        }
    }

    #[test]
    fn quantities_are_printed_and_read_the_same(quantity in quantity()) {
        let again = Quantity::parse(&quantity.text()).map(|q| q.value);
        prop_assert_eq!(again, Ok(quantity));
    }

    #[test]
    fn no_report_makes_the_phrases_panic(
        figures in figures(),
        decimals in prop::option::of(0_u32..12),
        unit in prop::option::of(prop::sample::select(vec!["亿元", "亿园", "million yuan", "家"])),
    ) {
        let report = report("2026年1—5月", figures);
        let facts = derive(report.clone(), &mut Findings::new());
        let arguments = Arguments {
            unit: unit.map(str::to_owned),
            decimals,
            ..Arguments::default()
        };
        for sum in facts.sums() {
            facts.judge(sum);
            facts.bound(sum);
        }
        for id in (0..8).map(FigureId) {
            for rate in TypedRate::ALL {
                facts.judge_rate(id, rate);
            }
            for info in ASPECTS {
                for language in [ZH, EN] {
                    for arguments in [&arguments, &Arguments::default()] {
                        if let Ok(phrase) = facts.phrase(id, info.aspect, arguments, language) {
                            prop_assert!(!phrase.text.is_empty());
                        }
                    }
                }
            }
            facts.number(id);
            for info in TESTS {
                facts.holds(id, info.test);
            }
        }
    }

    #[test]
    fn printed_growth_is_the_exact_growth_rounded_once(
        new in 0_i64..100_000_000,
        old in 1_i64..100_000_000,
        decimals in 0_u32..5,
    ) {
        let mut figure = Figure::new("税收", "税收", place());
        let amount = |n: i64| Some(at(Quantity::parse(&format!("{n}万元")).expect("a number").value));
        figure.value = amount(new);
        figure.last_year = amount(old);
        let report = report("2026年", vec![figure]);
        let facts = derive(report.clone(), &mut Findings::new());
        let arguments = Arguments { decimals: Some(decimals), ..Arguments::default() };
        let said = facts.phrase(FigureId(0), Aspect::Growth, &arguments, ZH).expect("it grows").text;

        // |new - old| * 100 * 10^d / old, a half rounded up: plain whole numbers.
        let power = 10_i128.pow(decimals);
        let (new, old) = (i128::from(new), i128::from(old));
        let scaled = ((new - old).abs() * 200 * power + old) / (old * 2);
        let size = Decimal::try_from_i128_with_scale(scaled, decimals).expect("fits");
        let expected = match (scaled, new > old) {
            (0, _) => "与上年持平".to_owned(),
            (_, true) => format!("同比增长{size}%"),
            (_, false) => format!("同比下降{size}%"),
        };
        prop_assert_eq!(said, expected);
    }

    #[test]
    fn fractions_keep_to_their_order(a in decimal(), b in decimal()) {
        let (x, y) = (Exact::from(a), Exact::from(b));
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!(x.decimal(), Some(a));
        if let (Some(sum), Some(difference)) = (x.plus(y), x.minus(y)) {
            prop_assert_eq!(sum.minus(y), Some(x));
            prop_assert_eq!(difference.is_negative(), a < b);
        }
        prop_assert_eq!(x.round(28, Rounding::HalfUp).is_none_or(|r| r == a), true);
    }
}
