//! Reading quantities, units, growth, dates and periods as people type them.

#![expect(clippy::panic, reason = "what a test builds is known to be readable")]

use crate::shell::Shell;
use zongjie::model::{
    Approximation, Date, Decimal, Dimension, Exact, Growth, Period, Quantity, Rounding, Unit,
};

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text)
        .unwrap_or_else(|why| panic!("{text}: {}", why.en))
        .value
}

#[test]
fn quantities_are_kept_as_typed() {
    let cases = [
        "19.9亿元",
        "26525.06万元",
        "205263.00万元",
        "4857.76万美元",
        "0.6万人",
        "1300米",
        "60万平方米",
        "6平方公里",
        "2万立方米",
        "30万吨",
        "3个月",
        "49个",
        "90%以上",
        "40%左右",
        "约40%",
        "近3亿元",
        "逾100家",
        "超20亿元",
        "不足5%",
        "20余个",
        "3万多人",
        "100多家",
        "2万余元",
        "3亩多",
        "-3.2%",
        "1.2个百分点",
        "800公斤/亩",
        "3.5万元/亩",
        "10万",
        "12",
        "2.65 billion yuan",
        "5 km",
        "1.2 percentage points",
        "7万盏",
    ];
    for text in cases {
        let parsed = Quantity::parse(text).unwrap_or_else(|why| panic!("{text}: {}", why.en));
        assert_eq!(parsed.value.text(), text);
        assert_eq!(parsed.notes, [], "{text}");
    }
}

#[test]
fn loose_spellings_are_read_with_a_note() {
    let cases = [
        ("26525.06 万元", "26525.06万元"),
        ("２０家", "20家"),
        ("16.64％", "16.64%"),
        ("1,234,567元", "1234567元"),
        ("超过3亿元", "超3亿元"),
        (".5%", "0.5%"),
    ];
    for (typed, meant) in cases {
        let parsed = Quantity::parse(typed).unwrap_or_else(|why| panic!("{typed}: {}", why.en));
        assert_eq!(parsed.value.text(), meant);
        assert_eq!(parsed.notes.len(), 1, "{typed}");
    }
}

#[test]
fn english_words_of_approximation_are_read() {
    let cases = [
        ("about 40%", Approximation::About),
        ("nearly 3 million yuan", Approximation::Nearly),
        ("more than 100 households", Approximation::Exceeding),
        ("over 5 km", Approximation::Over),
        ("90% or more", Approximation::AndAbove),
    ];
    for (typed, word) in cases {
        assert_eq!(quantity(typed).approximation, Some(word), "{typed}");
    }
}

#[test]
fn what_is_no_quantity_is_explained() {
    let cases = [
        ("", "不是"),
        ("十五个", "阿拉伯数字"),
        ("12,34元", "逗号"),
        ("3亿4500万元", "不是单位"),
        ("5—8个", "不是单位"),
        ("32. 5亿元", "数字"),
        ("约3亿元左右", "两个"),
        ("5亿园", "亿元"),
        ("3万平方末", "万平方米"),
        ("3 milion yuan", "million yuan"),
        ("3平米方", "平方米"),
        ("3立米", "立方米"),
        ("12 housholds", "households"),
        ("1.23456789012345678901234567890元", "28位"),
    ];
    for (typed, about) in cases {
        let why = Quantity::parse(typed).expect_err(typed);
        assert!(why.zh.contains(about), "{typed}: {}", why.zh);
    }
}

#[test]
fn units_convert_exactly_inside_their_dimension() {
    let cases = [
        ("19.9亿元", "万元", Some("199000")),
        ("3.45亿元", "元", Some("345000000")),
        ("15亩", "公顷", Some("1")),
        ("1亩", "平方米", None),
        ("800公顷", "平方公里", Some("8")),
        ("1300米", "公里", Some("1.3")),
        ("30万吨", "公斤", Some("300000000")),
        ("0.6万人", "人", Some("6000")),
        ("750公斤/亩", "吨/公顷", Some("11.25")),
        ("5个百分点", "%", None),
        ("5亿元", "万美元", None),
        ("2.65 billion yuan", "亿元", Some("26.5")),
    ];
    for (from, to, expected) in cases {
        let to = Unit::parse(to).expect(to);
        let converted = quantity(from).convert(&to).map(|d| d.to_string());
        assert_eq!(converted.as_deref(), expected, "{from}");
    }
}

#[test]
fn an_unknown_unit_is_a_dimension_of_its_own() {
    let blooms = quantity("3万朵").unit;
    assert_eq!(blooms.dimension, Dimension::Other("朵".into()));
    assert_eq!(blooms.scale, Exact::whole(10_000));
}

#[test]
fn growth_is_read_with_its_sign() {
    let cases = [
        ("53.92%", "53.92%"),
        ("-3.2%", "-3.2%"),
        ("增长3.2%", "3.2%"),
        ("同比下降3.2%", "-3.2%"),
        ("持平", "持平"),
        ("1.2个百分点", "1.2个百分点"),
        ("回落0.5个百分点", "-0.5个百分点"),
        ("up 3.2%", "3.2%"),
        ("down 3.2%", "-3.2%"),
        ("fell by 1.2 percentage points", "-1.2个百分点"),
        ("unchanged", "持平"),
        ("１６．６４％", "16.64%"),
    ];
    for (typed, meant) in cases {
        let growth = Growth::parse(typed).unwrap_or_else(|why| panic!("{typed}: {}", why.en));
        assert_eq!(growth.value.text(), meant, "{typed}");
    }
    for (typed, about) in [("3.2", "3.2%"), ("增长-3.2%", "负号"), ("较快", "不是增幅")] {
        let why = Growth::parse(typed).expect_err(typed);
        assert!(why.zh.contains(about), "{typed}: {}", why.zh);
    }
}

#[test]
fn dates_are_days_of_the_calendar() {
    let typed = [
        "2026-07-10",
        "2026/7/10",
        "2026年7月10日",
        "2026.7.10",
        "10 July 2026",
        "July 10, 2026",
    ];
    for text in typed {
        let date = Date::parse(text).unwrap_or_else(|why| panic!("{text}: {}", why.en));
        assert_eq!(date.value.text(), "2026-07-10");
    }
    for leap in ["2028-02-29", "2000-02-29"] {
        assert_eq!(Date::parse(leap).expect(leap).value.text(), leap);
    }
    for text in [
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "26-7-10",
        "7月10日",
        "now",
        "2026-7",
    ] {
        assert!(Date::parse(text).is_err(), "{text}");
    }
}

#[test]
fn periods_are_read_in_both_languages() {
    let cases = [
        ("2026年", "2026年"),
        ("2026", "2026年"),
        ("2026年度", "2026年"),
        ("2026年上半年", "2026年上半年"),
        ("下半年", "下半年"),
        ("2026年第一季度", "2026年第一季度"),
        ("2026年3季度", "2026年第三季度"),
        ("2026年前三季度", "2026年前三季度"),
        ("2026年3月", "2026年3月"),
        ("2026年1—5月", "2026年1—5月"),
        ("1-6月", "1—6月"),
        ("1月至5月", "1—5月"),
        ("截至5月底", "截至5月底"),
        ("截止2026年5月末", "截至2026年5月底"),
        ("2024年以来", "2024年以来"),
        ("2025-2026学年", "2025—2026学年"),
        ("2025—2026学年第一学期", "2025—2026学年第一学期"),
        ("2021—2025年", "2021—2025年"),
        ("2025年7月—2026年6月", "2025年7月—2026年6月"),
        ("2026年1月5日至4月4日", "2026年1月5日—2026年4月4日"),
        ("2026-01-05至2026-04-04", "2026年1月5日—2026年4月4日"),
        ("first half of 2026", "2026年上半年"),
        ("H1 2026", "2026年上半年"),
        ("Q1 2026", "2026年第一季度"),
        ("first three quarters of 2026", "2026年前三季度"),
        ("March 2026", "2026年3月"),
        ("January–May 2026", "2026年1—5月"),
        ("January to May", "1—5月"),
        ("as of the end of May 2026", "截至2026年5月底"),
        ("since 2024", "2024年以来"),
        ("2025–2026 school year", "2025—2026学年"),
        ("July 2025 – June 2026", "2025年7月—2026年6月"),
    ];
    for (typed, meant) in cases {
        let period = Period::parse(typed).unwrap_or_else(|why| panic!("{typed}: {}", why.en));
        assert_eq!(period.value.text(), meant, "{typed}");
        let again = Period::parse(meant).expect(meant);
        assert_eq!(again.value, period.value, "{typed}");
        assert_eq!(again.notes, [], "{meant}");
    }
    let wrong = [
        "26年",
        "2026年13月",
        "5—1月",
        "2026年第五季度",
        "今年",
        "2025—2027学年",
        "",
        "2026年2月30日—3月1日",
    ];
    for typed in wrong {
        assert!(Period::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_half_is_rounded_away_from_zero_or_to_the_even_digit() {
    let cases = [
        ("2.5", 0, "3", "2"),
        ("-2.5", 0, "-3", "-2"),
        ("6.850", 1, "6.9", "6.8"),
        ("2.50001", 0, "3", "3"),
        ("0.05", 1, "0.1", "0.0"),
        ("7", 2, "7.00", "7.00"),
    ];
    for (number, decimals, up, even) in cases {
        let exact = Exact::from(Decimal::from_str_exact(number).expect(number));
        let rounded = |how| exact.round(decimals, how).expect(number).to_string();
        assert_eq!(rounded(Rounding::HalfUp), up, "{number}");
        assert_eq!(rounded(Rounding::HalfEven), even, "{number}");
    }
}

/// What building a report says in which a figure has this rank, and what it prints of it.
fn ranked(typed: &str) -> (String, String) {
    let shell = Shell::new().with(
        "r.yaml",
        format!(
            "模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n标题: 总结\n指标:\n  产值: {{本期: 3亿元, 位次: {typed}}}\n\
             成绩:\n  - 标题: 产值\n    正文: 产值{{{{产值|位次}}}}。\n"
        ),
    );
    let run = shell.run("build r.yaml -o o --to md");
    let text = match shell.exists("o/总结.md") {
        true => shell.text("o/总结.md"),
        false => String::new(),
    };
    (run.err, text)
}

#[test]
fn a_rank_is_read_as_people_type_it() {
    for (typed, printed) in [
        ("3", "位居第3位。"),
        ("\"第3位，上升2位\"", "位居第3位，上升2位。"),
        ("{位次: 第3位, 变化: 上升2位}", "位居第3位，上升2位。"),
        ("{位次: 第三名, 变化: 下降了一位}", "位居第3位，下降1位。"),
        ("{位次: 3, 变化: -1}", "位居第3位，下降1位。"),
        ("{位次: 3, 变化: 不变}", "位居第3位，位次不变。"),
    ] {
        let (said, text) = ranked(typed);
        assert!(text.contains(printed), "{typed}: {text}{said}");
    }
    for (typed, hint) in [
        ("{位次: 第0位}", "位次写作 3 或 第3位"),
        ("{位次: 3, 变化: 有所提高}", "变化写作 上升2位"),
        ("\"3，5\"", "位次写作 3、第3位，或 第3位，上升2位"),
    ] {
        let (said, _) = ranked(typed);
        assert!(said.contains(hint), "{typed}: {said}");
    }
}
