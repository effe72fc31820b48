//! Figures made from short lines, what is derived from them, and the registries.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test builds is known to be readable"
)]

use zongjie::diag::{Findings, Place, SourceId};
use zongjie::figures::{ARGUMENTS, ASPECTS, Arguments, Aspect, FigureTest, TESTS, derive};
use zongjie::model::{
    Field, FieldValue, Figure, FigureId, Growth, Language, Length, Located, Partition, Period,
    Quantity, Report, Rounding, Share, Status,
};

pub const ZH: Language = Language::Chinese;
pub const EN: Language = Language::English;

pub fn place() -> Place {
    Place::new(SourceId(0), 0, 0)
}

pub fn at<T>(value: T) -> Located<T> {
    Located::new(value, place())
}

pub fn report(period: &str, figures: Vec<Figure>) -> Report {
    let period = Field {
        name: "period".to_owned(),
        name_zh: "期间".to_owned(),
        key: place(),
        value: FieldValue::Period(at(Period::parse(period).expect(period).value)),
    };
    Report {
        language: ZH,
        genre: at("半年总结".to_owned()),
        layout: None,
        fonts: None,
        seal: None,
        length: Length::Full,
        rounding: Rounding::HalfUp,
        fields: vec![period],
        figures,
        tables: Vec::new(),
        assertions: Vec::new(),
        sections: Vec::new(),
        last_plans: Vec::new(),
        print_last_plans: false,
        ignore: Vec::new(),
    }
}

fn quantity(text: &str) -> Located<Quantity> {
    at(Quantity::parse(text).expect(text).value)
}

/// A figure from lines such as `上年同期: 22740.96万元`; the first line is its name.
pub fn figure(lines: &str) -> Figure {
    let mut lines = lines.split("; ");
    let key = lines.next().unwrap_or_default();
    let name = key.rsplit('.').next().unwrap_or_default();
    let mut figure = Figure::new(key, name, place());
    for line in lines {
        let (key, value) = line.split_once(": ").expect(line);
        let names = || value.split('、').map(|n| at(n.to_owned())).collect();
        match key {
            "本期" => figure.value = Some(quantity(value)),
            "上年同期" => figure.last_year = Some(quantity(value)),
            "上期" => figure.last_period = Some(quantity(value)),
            "年初" => figure.opening = Some(quantity(value)),
            "目标" => figure.target = Some(quantity(value)),
            "同比" => figure.growth = Some(at(Growth::parse(value).expect(value).value)),
            "环比" => {
                figure.growth_on_period = Some(at(Growth::parse(value).expect(value).value));
            }
            "单位" => figure.unit = Some(at(value.to_owned())),
            "期间" => figure.period = Some(at(Period::parse(value).expect(value).value)),
            "小数" => figure.decimals = value.parse().ok(),
            "其中" => figure.among = names(),
            "构成" => figure.parts.push(Partition {
                name: None,
                members: names(),
            }),
            "占比" => {
                let (part, whole) = value.split_once('/').expect(value);
                figure.share = Some(Share {
                    part: at(part.to_owned()),
                    whole: at(whole.to_owned()),
                });
            }
            "对比" => {
                let (other, rate) = value.split_once(' ').expect(value);
                figure.against.push((at(other.to_owned()), quantity(rate)));
            }
            "状态" => {
                figure.status = match value {
                    "待补" => Status::Pending,
                    _ => Status::Expected,
                };
            }
            "按可比价" => figure.comparable_price = true,
            "逆指标" => figure.lower_is_better = true,
            _ => panic!("{key}"),
        }
    }
    figure
}

pub const TAX: &str = "税收收入; 本期: 26525.06万元; 上年同期: 22740.96万元";

#[test]
fn an_expected_value_marks_all_that_is_computed_from_it() {
    let figures = ["合计; 构成: 甲", "甲; 本期: 3个; 状态: 预计; 目标: 5个"];
    let report = report("2026年上半年", figures.iter().map(|f| figure(f)).collect());
    let facts = derive(report.clone(), &mut Findings::new());
    let provisional = |id, aspect| {
        let phrase = facts.phrase(FigureId(id), aspect, &Arguments::default(), ZH);
        phrase.expect("it prints").provisional
    };
    assert!(provisional(0, Aspect::Value));
    assert!(provisional(1, Aspect::Completion));
    assert!(!provisional(1, Aspect::Target));
}

#[test]
fn names_that_are_no_figures_and_circles_are_errors() {
    let figures = [
        "甲.合计; 构成: 新开项目",
        "甲.新开工项目; 本期: 3个",
        "乙; 构成: 丙",
        "丙; 其中: 乙",
        "丁; 构成: 乙",
    ];
    let report = report("2026年上半年", figures.iter().map(|f| figure(f)).collect());
    let mut findings = Findings::new();
    let facts = derive(report.clone(), &mut findings);
    let found: Vec<_> = findings
        .iter()
        .map(|d| {
            (
                d.code.id,
                d.message.zh.as_str(),
                d.hint.as_ref().map(|h| h.zh.as_str()),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "unknown-name",
                "“甲.合计”的构成里写的“新开项目”不是指标",
                Some("是不是“新开工项目”？")
            ),
            (
                "circular-parts",
                "指标包含了自己：乙 → 丙 → 乙",
                Some("从“构成”“其中”或“占比”里去掉一个，断开这个圈")
            ),
        ]
    );
    assert!(facts.value(FigureId(4)).is_err());
}

#[test]
fn tests_ask_for_what_is_printed() {
    let cases = [
        (TAX, FigureTest::Up, true),
        (TAX, FigureTest::Better, true),
        ("甲; 同比: -3%", FigureTest::Down, true),
        ("甲; 同比: -3%; 逆指标: 是", FigureTest::Better, true),
        ("甲; 同比: 0.0%", FigureTest::Flat, true),
        (
            "甲; 本期: 10000.4万元; 上年同期: 1亿元",
            FigureTest::Up,
            false,
        ),
        ("甲; 本期: 3个", FigureTest::Up, false),
        ("甲; 状态: 待补", FigureTest::Pending, true),
        ("甲; 本期: 3个; 目标: 3个", FigureTest::Met, true),
        (
            "事故; 本期: 4起; 目标: 3起; 逆指标: 是",
            FigureTest::Unmet,
            true,
        ),
        (
            "事故; 本期: 3起; 目标: 3起; 逆指标: 是",
            FigureTest::Met,
            true,
        ),
        ("能耗; 本期: 5吨; 目标: 4.8吨以下", FigureTest::Unmet, true),
        ("满意度; 本期: 96.3%; 目标: 95%以上", FigureTest::Met, true),
        ("满意度; 本期: 96.3%; 目标: 95%", FigureTest::Ahead, false),
        (
            "事故; 本期: 0起; 目标: 3起; 逆指标: 是",
            FigureTest::Behind,
            false,
        ),
        ("甲; 本期: 3个", FigureTest::Unmet, false),
        ("甲; 本期: 3个; 目标: 5个", FigureTest::Ahead, true),
        ("甲; 同比: 100%", FigureTest::Doubled, true),
        ("甲; 同比: 99.9%", FigureTest::Doubled, false),
    ];
    for (typed, test, expected) in cases {
        let report = report("2026年上半年", vec![figure(typed)]);
        let facts = derive(report.clone(), &mut Findings::new());
        assert_eq!(facts.holds(FigureId(0), test), expected, "{typed} {test:?}");
    }
}

#[test]
fn the_registries_are_in_order_and_have_no_doubles() {
    for (i, info) in ASPECTS.iter().enumerate() {
        assert_eq!(info.aspect as usize, i, "{}", info.en);
        assert_eq!(info.aspect.info(), info);
        for key in info.arguments {
            assert!(ARGUMENTS.iter().any(|a| a.key == *key), "{}", key.en);
        }
    }
    for (i, info) in TESTS.iter().enumerate() {
        assert_eq!(info.test as usize, i, "{}", info.en);
    }
    let mut names: Vec<_> = ASPECTS.iter().flat_map(|a| [a.en, a.zh]).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
}
