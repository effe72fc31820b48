//! Whether figures agree: random relations. Those of real summaries are in `verdicts.rs`.

use proptest::prelude::*;
use zongjie::diag::Findings;
use zongjie::figures::{Base, Bound, Facts, RateVerdict, SumKind, TypedRate, Verdict, derive};
use zongjie::load::Input;
use zongjie::model::{Figure, FigureId, Growth, Partition, Quantity};
use zongjie::pipeline::{self, Request};
use zongjie::world::Memory;

use crate::figures::{at, place, report};

pub fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap().value
}

/// A number of `units`, each 10^-6, rounded to some decimals, a half up.
pub fn rounded(units: i64, decimals: u32) -> String {
    let step = 10_i64.pow(6 - decimals);
    let steps = (2 * units + step).div_euclid(2 * step);
    let power = 10_i64.pow(decimals);
    let (whole, rest) = (steps.abs() / power, steps.abs() % power);
    let sign = if steps < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0width$}", width = decimals as usize),
    }
}

fn whole_of_parts(total: &str, parts: &[String]) -> Facts {
    let mut whole = Figure::new("合计", "合计", place());
    whole.value = Some(at(quantity(total)));
    let names = (0..parts.len()).map(|i| format!("分项{i}"));
    whole.parts.push(Partition {
        name: None,
        members: names.clone().map(at).collect(),
    });
    let mut figures = vec![whole];
    for (name, part) in names.zip(parts) {
        let mut figure = Figure::new(name.clone(), name, place());
        figure.value = Some(at(quantity(part)));
        figures.push(figure);
    }
    derive(report("2026年上半年", figures), &mut Findings::new())
}

fn verdict(total: &str, parts: &[String]) -> Verdict {
    let facts = whole_of_parts(total, parts);
    let sums = facts.sums();
    facts.judge(sums.first().unwrap())
}

fn growth(new: &str, old: &str, typed: &str) -> RateVerdict {
    let mut figure = Figure::new("税收", "税收", place());
    figure.value = Some(at(quantity(new)));
    figure.last_year = Some(at(quantity(old)));
    figure.growth = Some(at(Growth::parse(typed).unwrap().value));
    let facts = derive(report("2026年", vec![figure]), &mut Findings::new());
    facts.judge_rate(FigureId(0), TypedRate::Growth(Base::LastYear))
}

proptest! {
    #[test]
    fn true_sums_rounded_to_any_digits_are_never_an_error(
        parts in prop::collection::vec((-1_000_000_000_i64..1_000_000_000, 0_u32..5), 1..8),
        decimals in 0_u32..5,
    ) {
        let total: i64 = parts.iter().map(|p| p.0).sum();
        let typed: Vec<_> = parts.iter().map(|(n, d)| format!("{}万元", rounded(*n, *d))).collect();
        let found = verdict(&format!("{}万元", rounded(total, decimals)), &typed);
        prop_assert!(!matches!(found, Verdict::Contradicts(_)), "{typed:?} {found:?}");
    }

    #[test]
    fn true_sums_rounded_to_the_same_digits_are_at_most_a_note(
        parts in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 1..8),
        decimals in 0_u32..5,
    ) {
        let total: i64 = parts.iter().sum();
        let typed: Vec<_> = parts.iter().map(|n| format!("{}亿元", rounded(*n, decimals))).collect();
        let found = verdict(&format!("{}亿元", rounded(total, decimals)), &typed);
        prop_assert!(matches!(found, Verdict::Agrees | Verdict::ByRounding(_)), "{typed:?} {found:?}");
    }

    #[test]
    fn sums_broken_by_more_than_rounding_are_always_an_error(
        parts in prop::collection::vec((-1_000_000_000_i64..1_000_000_000, 0_u32..5), 1..8),
        decimals in 0_u32..5,
        beyond in 1_i64..1_000_000,
        up in any::<bool>(),
    ) {
        // What all half last digits make together, twice: once for the rounding done here.
        let half = |d: u32| 10_i64.pow(6 - d) / 2;
        let slack: i64 = parts.iter().map(|p| half(p.1)).sum::<i64>() + half(decimals);
        let off = 2 * slack + 2 * half(decimals) + beyond;
        let total: i64 = parts.iter().map(|p| p.0).sum::<i64>() + if up { off } else { -off };
        let typed: Vec<_> = parts.iter().map(|(n, d)| format!("{}万元", rounded(*n, *d))).collect();
        let found = verdict(&format!("{}万元", rounded(total, decimals)), &typed);
        prop_assert!(matches!(found, Verdict::Contradicts(_)), "{typed:?} {found:?}");
    }

    #[test]
    fn counts_are_exact(parts in prop::collection::vec(0_i64..1000, 1..8), off in -3_i64..4) {
        let total = parts.iter().sum::<i64>() + off;
        let typed: Vec<_> = parts.iter().map(|n| format!("{n}个")).collect();
        let found = verdict(&format!("{total}个"), &typed);
        prop_assert_eq!(matches!(found, Verdict::Contradicts(_)), off != 0);
        prop_assert_eq!(found == Verdict::Agrees, off == 0);
    }

    #[test]
    fn true_growth_rounded_to_any_digits_is_possible(
        new in 1_i64..1_000_000_000_000,
        old in 1_000_000_i64..1_000_000_000_000,
        digits in [0_u32..5, 0_u32..5, 0_u32..4],
    ) {
        let percent = i128::from(new - old) * 100_000_000 / i128::from(old);
        prop_assume!(percent.abs() < 1_000_000_000_000);
        let percent = i64::try_from(percent).unwrap();
        let (new, old) = (rounded(new, digits[0]), rounded(old, digits[1]));
        // A base that rounds to nothing has no growth.
        prop_assume!(!quantity(&old).number.is_zero());
        let typed = format!("{}%", rounded(percent, digits[2]));
        let found = growth(&format!("{new}亿元"), &format!("{old}亿元"), &typed);
        prop_assert!(
            matches!(found, RateVerdict::Possible | RateVerdict::Truncated(_)),
            "{new} {old} {typed} {found:?}"
        );
    }

    #[test]
    fn growth_far_from_both_values_is_always_an_error(
        new in 1_000_i64..1_000_000,
        old in 1_000_i64..1_000_000,
        off in 3_i64..1000,
        up in any::<bool>(),
    ) {
        // In tenths of a percent; the values are known to a ten-thousandth of a percent or better.
        let tenths = (new - old) * 1000 / old + if up { off } else { -off };
        prop_assume!(tenths >= -1000);
        let sign = if tenths < 0 { "-" } else { "" };
        let typed = format!("{sign}{}.{}%", tenths.abs() / 10, tenths.abs() % 10);
        let found = growth(&format!("{new}.0000亿元"), &format!("{old}.0000亿元"), &typed);
        prop_assert!(matches!(found, RateVerdict::Contradicts(_)), "{typed} {found:?}");
    }

    #[test]
    fn no_formula_makes_the_reader_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "甲", "乙", "丙-丁", "+", "−", "×", "/", "÷", "=", "≤", "<", "≈", "(", "）", "|", "目标",
                "“", "”", "3.5", "800公斤/亩", "%", "万元", " ", "　", "-", "0", "99999999999999999999",
            ]),
            0..14,
        ),
    ) {
        let text = pieces.concat();
        let yaml = format!(
            "指标:\n  甲: {{本期: 3亿元, 目标: 4亿元}}\n  乙: 0个\n  丙-丁: 430公斤/亩\n核对:\n  - 式: '{text}'\n    \
             范围: 1—2万元\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
        );
        run(&yaml);
    }
}

pub fn run(yaml: &str) -> pipeline::Outcome {
    let world = Memory::new().with("r.yaml", yaml);
    let input = Input {
        path: "r.yaml".into(),
        data: Vec::new(),
        set: Vec::new(),
    };
    let request = Request {
        input,
        formats: Vec::new(),
        is_final: false,
    };
    pipeline::run(&world, &request)
}

/// The content findings on some figures and relations, but for what is not printed.
fn found(data: &str) -> Vec<&'static str> {
    let yaml = format!("{data}模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n");
    let outcome = run(&yaml);
    let unreadable: Vec<_> = outcome
        .findings
        .iter()
        .filter(|d| d.code.unreadable)
        .map(|d| d.message.zh.as_str())
        .collect();
    assert!(unreadable.is_empty(), "{unreadable:?}\n{data}");
    let codes = outcome.findings.sorted().into_iter().map(|d| d.code.id);
    let content = [
        "add-up",
        "part",
        "status",
        "units",
        "growth",
        "rounding",
        "assertion",
        "ratio",
        "share",
        "scope-",
        "period-",
        "truncated",
        "two-values",
        "adds-up",
    ];
    codes
        .filter(|id| content.iter().any(|c| id.contains(c)))
        .collect()
}

#[test]
fn a_computed_total_is_as_uncertain_as_its_parts() {
    let figures = [
        ("合计", None, vec!["甲", "乙"]),
        ("甲", None, vec!["丙", "丁"]),
        ("乙", Some("15.5亿元"), vec![]),
        ("丙", Some("8.7亿元"), vec![]),
        ("丁", Some("8.7亿元"), vec![]),
        ("总计", Some("33.1亿元"), vec!["合计"]),
    ];
    let figures = figures.iter().map(|(name, value, parts)| {
        let mut figure = Figure::new(*name, *name, place());
        figure.value = value.map(|v| at(quantity(v)));
        if !parts.is_empty() {
            let members = parts.iter().map(|p| at((*p).to_owned())).collect();
            figure.parts.push(Partition {
                name: None,
                members,
            });
        }
        figure
    });
    let facts = derive(report("2026年", figures.collect()), &mut Findings::new());
    let sums = facts.sums();
    let last = sums.last().unwrap();
    // 32.9 against 33.1: four rounded numbers may be off by 0.2 together.
    assert!(matches!(facts.judge(last), Verdict::ByRounding(_)));
    let by_itself = sums.iter().filter(|s| s.whole != last.whole);
    assert!(
        by_itself
            .into_iter()
            .all(|s| facts.judge(s) == Verdict::Agrees)
    );
}

#[test]
fn parts_may_fill_a_whole_but_not_more() {
    let facts = |member: &str| {
        let mut whole = Figure::new("全部", "全部", place());
        whole.value = Some(at(quantity("25家")));
        whole.among.push(at("部分".to_owned()));
        let mut part = Figure::new("部分", "部分", place());
        part.value = Some(at(quantity(member)));
        derive(report("2026年", vec![whole, part]), &mut Findings::new())
    };
    let bound = |member: &str| {
        let facts = facts(member);
        let sums = facts.sums();
        let sum = sums.iter().find(|s| s.kind == SumKind::Among).unwrap();
        facts.bound(sum)
    };
    assert_eq!(bound("24家"), Bound::Fits);
    assert_eq!(bound("25家"), Bound::Exhausts);
    assert!(matches!(bound("26家"), Bound::Exceeds(..)));
    assert_eq!(bound("26家左右"), Bound::Fits);
    assert!(matches!(bound("26家以上"), Bound::Exceeds(..)));
    assert_eq!(bound("不足26家"), Bound::Fits);
}

/// Formulas that cannot be read: code, message, hint.
const UNREADABLE: &[(&str, &str, &str, Option<&str>)] = &[
    (
        "计划投次 = 乙",
        "unknown-name",
        "核对的式里写的“计划投次”不是指标",
        Some("是不是“计划投资”"),
    ),
    (
        "甲 +",
        "bad-value",
        "式里少了一个指标名或数，运算符号两边都要有",
        Some("例如 种植面积 × 亩产 = 粮食产量"),
    ),
    (
        "(甲 = 乙",
        "bad-value",
        "式里的左括号没有配对的右括号",
        None,
    ),
    (
        "甲 = 乙)",
        "bad-value",
        "式里的“)”是多余的，或前面少了运算符号",
        None,
    ),
    (
        "甲|同去年 = 乙",
        "unknown-filter",
        "式里“|”后面的“同去年”不能用",
        Some("可以写：值、上年同期、上期、年初、目标、完成率"),
    ),
    (
        "甲 + 乙",
        "bad-value",
        "这条核对没有说要核对什么：式里没有 = < > ≤ ≥ ≈，也没有“范围”",
        Some("写成 甲 + 乙 = 丙，或加上“范围: 30—300平方米”"),
    ),
    (
        "全长 = 3米",
        "unknown-name",
        "核对的式里写的“全长”不是指标",
        Some("是不是“排水工程.全长”"),
    ),
];

#[test]
fn a_formula_that_cannot_be_read_says_what_to_type() {
    for (formula, code, message, hint) in UNREADABLE {
        let outcome = run(&format!(
            "指标:\n  甲: 3个\n  乙: 4个\n  计划投资: 3个\n成绩:\n  - 名称: 排水工程\n    指标: {{全长: 3米}}\n    正文: 全长{{{{全长}}}}。\n核对:\n  - \
             '{formula}'\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
        ));
        let found: Vec<_> = outcome
            .findings
            .iter()
            .filter(|d| d.code.unreadable)
            .map(|d| {
                (
                    d.code.id,
                    d.message.zh.as_str(),
                    d.hint.as_ref().map(|h| h.zh.as_str()),
                )
            })
            .collect();
        assert_eq!(found, [(*code, *message, *hint)], "{formula}");
    }
}

#[test]
fn a_formula_points_at_the_name_that_is_wrong() {
    let outcome = run(
        "指标:\n  甲: 3个\n核对:\n  - '甲 = 甲乙丙'\n  - {式: 甲 = 3个, 说明: 成立}\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n",
    );
    let place = outcome.findings.iter().find_map(|d| d.place).unwrap();
    assert_eq!(outcome.sources.slice(place), Some("甲乙丙"));
    for (formula, wrong) in [
        ("甲 = 甲乙丙", "甲乙丙"),
        ("甲 = 3.5.5个", "3.5.5个"),
        ("'甲 = 3.5.5个'", "3.5.5个"),
        ("甲 = （甲 + 1个", "（"),
        ("甲|去年 = 3个", "去年"),
        ("甲 = 3个）", "）"),
    ] {
        let outcome = run(&format!(
            "指标:\n  甲: 3个\n核对:\n  - {formula}\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
        ));
        let faults = outcome.findings.iter().filter(|d| d.code.unreadable);
        let places = faults.filter_map(|d| outcome.sources.slice(d.place?));
        assert_eq!(places.collect::<Vec<_>>(), [wrong], "{formula}");
    }
}

#[test]
fn brackets_nested_without_end_are_refused() {
    let deep = "(".repeat(100_000);
    let outcome = run(&format!(
        "指标:\n  甲: 3个\n核对:\n  - '{deep}'\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
    ));
    assert!(outcome.findings.has_errors());
    let long = "甲 + ".repeat(5000);
    let outcome = run(&format!(
        "指标:\n  甲: 3个\n核对:\n  - '{long}甲 = 15003个'\n模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n"
    ));
    assert!(!outcome.findings.has_errors());
}

#[test]
fn outcomes_of_formulas_follow_the_numbers() {
    let outcome = |data: &str, formula: &str| {
        let yaml = format!("{data}核对:\n  - '{formula}'\n");
        let outcome = found(&yaml);
        outcome.first().copied()
    };
    let data =
        "指标:\n  甲: 12.5万亩\n  乙: 430公斤/亩\n  丙: 5375万公斤\n  丁: 2500元\n  戊: 3个\n";
    let cases = [
        ("甲 × 乙 = 丙", None),
        ("丙 ÷ 甲 = 乙", None),
        ("丙 / (甲 × 乙) = 1", None),
        ("甲 × 乙 = 丁", Some("units-differ")),
        ("丁 ＊ 戊 ＝ 7500元", None),
        ("丁 × 戊 = 0.75万元", None),
        ("丁 × 戊 = 8600元", Some("assertion-fails")),
        ("丁 − 丁 × 40% = 1500元", None),
        ("-戊 + 5个 = 2个", None),
        ("戊 + 0.4元 = 3个", Some("units-differ")),
        ("丁 < 2500元", None),
        ("戊 < 3个", Some("assertion-fails")),
        ("戊 ≤ 3个 < 4个 >= 戊", None),
        ("戊 = 4个", Some("assertion-fails")),
    ];
    for (formula, expected) in cases {
        assert_eq!(outcome(data, formula), expected, "{formula}");
    }
}

#[test]
fn the_report_says_what_becomes_of_halves() {
    let printed = |line: &str| {
        let outcome = run(&format!(
            "{line}指标:\n  额: 22.5万元\n成绩:\n  - 全年{{{{额|值(小数=0)}}}}。\n模板: 半年总结\n单位: 某局\n期间: \
             2026年上半年\n"
        ));
        let blocks = outcome.product.unwrap().document.blocks;
        let figures = blocks.iter().flat_map(zongjie::document::figures);
        figures.map(|f| f.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(printed(""), ["23万元"]);
    assert_eq!(printed("修约: 四舍五入\n"), ["23万元"]);
    assert_eq!(printed("修约: 四舍六入五成双\n"), ["22万元"]);
    assert_eq!(printed("rounding: half_even\n"), ["22万元"]);
}
