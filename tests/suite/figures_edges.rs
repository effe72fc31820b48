//! Where figures and relations end: the first and last case of a rule, and the one beyond it.

use crate::figures::{EN, ZH, figure, report};
use crate::figures_phrases::{check, plain, say};
use zongjie::diag::Findings;
use zongjie::figures::{
    Arguments, Aspect, Bound, Facts, FigureTest, Side, SumKind, Verdict, derive, names_of_period,
    period_names,
};
use zongjie::model::{FigureId, Period, Rank};

fn facts(figures: &[&str]) -> Facts {
    let report = report("2026年上半年", figures.iter().map(|f| figure(f)).collect());
    derive(report, &mut Findings::new())
}

fn value(figures: &[&str]) -> String {
    say(figures, Aspect::Value, &Arguments::default(), ZH)
}

#[test]
fn nothing_is_added_up_while_a_part_is_no_figure() {
    let facts = facts(&["合计; 构成: 甲、无此指标", "甲; 本期: 3个"]);
    assert!(facts.value(FigureId(0)).is_err());
}

#[test]
fn a_sum_is_as_vague_as_its_parts() {
    let sum = |a: &str, b: &str| {
        let (a, b) = (format!("甲; 本期: {a}"), format!("乙; 本期: {b}"));
        value(&["合计; 构成: 甲、乙", &a, &b])
    };
    assert_eq!(sum("3万元", "2万元"), "5万元");
    assert_eq!(sum("3万元左右", "2万元"), "5万元左右");
    assert_eq!(sum("3万元以上", "2万元以上"), "5万元以上");
    assert_eq!(sum("3万元以上", "2万元左右"), "约5万元");
}

#[test]
fn what_is_computed_from_a_pending_figure_is_pending() {
    let facts = facts(&["合计; 构成: 甲", "甲; 状态: 待补", "乙; 本期: 3个"]);
    let pending = |id| facts.holds(FigureId(id), FigureTest::Pending);
    assert_eq!([0, 1, 2].map(pending), [true, true, false]);
}

#[test]
fn units_that_do_not_fit_are_named() {
    let parts = ["合计; 构成: 甲、乙", "甲; 本期: 3", "乙; 本期: 3万元"];
    assert_eq!(
        value(&parts),
        "!“合计”的单位对不上：没有单位的数和“万元”不能相比或相加，请改成同类单位"
    );
    assert_eq!(
        say(&parts, Aspect::Value, &Arguments::default(), EN),
        "!the units of \"合计\" do not fit: a number without a unit and \"万元\" cannot be compared or added; use \
         units of one kind"
    );
}

#[test]
fn better_is_never_worse() {
    for (typed, better, worse) in [
        ("甲; 同比: 3%", true, false),
        ("甲; 同比: -3%", false, true),
        ("甲; 同比: -3%; 逆指标: 是", true, false),
        ("甲; 同比: 3%; 逆指标: 是", false, true),
        ("甲; 同比: 0%", false, false),
    ] {
        let facts = facts(&[typed]);
        let holds = |test| facts.holds(FigureId(0), test);
        let found = (holds(FigureTest::Better), holds(FigureTest::Worse));
        assert_eq!(found, (better, worse), "{typed}");
    }
}

#[test]
fn the_rest_is_what_the_named_leave() {
    let rest = |figures: &[&str]| say(figures, Aspect::Rest, &Arguments::default(), ZH);
    let (a, b) = ("甲; 本期: 3个", "乙; 本期: 4个");
    assert_eq!(rest(&["合计; 本期: 9个; 其中: 甲、乙", a, b]), "2个");
    assert_eq!(rest(&["合计; 本期: 9个; 构成: 甲、乙", a, b]), "2个");
    assert_eq!(rest(&["合计; 本期: 7个; 其中: 甲、乙", a, b]), "0个");
    let both = "合计; 本期: 9个; 构成: 甲、乙; 其中: 甲";
    assert_eq!(rest(&[both, a, b]), "6个");
    let none = "!“合计”算不出其余：各数须是确数，且分项不超过合计";
    assert_eq!(rest(&["合计; 本期: 6个; 其中: 甲、乙", a, b]), none);
    let about = "甲; 本期: 3个左右";
    assert_eq!(rest(&["合计; 本期: 9个; 其中: 甲、乙", about, b]), none);
}

#[test]
fn amounts_are_set_against_others_by_their_growth() {
    let against = |typed: &str| plain(typed, Aspect::Against, ZH);
    let lead = "低于全市3.1个百分点";
    assert_eq!(
        against("税收; 本期: 3亿元; 同比: 5%; 对比: 全市 8.1%"),
        lead
    );
    // The growth may be known before the value is.
    assert_eq!(against("税收; 状态: 待补; 同比: 5%; 对比: 全市 8.1%"), lead);
    assert_eq!(
        against("税收; 状态: 待补; 对比: 全市 8.1%"),
        "【待补：税收对比】"
    );
    let of = |of: &str| {
        let arguments = Arguments {
            of: Some(of.to_owned()),
            ..Arguments::default()
        };
        let typed = "税收; 同比: 5%; 对比: 全市 8.1%; 对比: 全省 4%";
        say(&[typed], Aspect::Against, &arguments, ZH)
    };
    assert_eq!(of("全市"), lead);
    assert_eq!(of("全省"), "高于全省1个百分点");
    let both = "税收; 同比: 5%; 对比: 全市 8.1%; 对比: 全省 4%; 对比: 全国 5%";
    assert_eq!(
        plain(both, Aspect::Against, ZH),
        "低于全市3.1个百分点，高于全省1个百分点，与全国持平"
    );
    assert_eq!(
        plain(both, Aspect::Against, EN),
        "3.1 percentage points below 全市, 1 percentage point above 全省 and level with 全国"
    );
}

#[test]
fn the_target_is_that_of_the_period() {
    check(
        "
        投资; 期间: 2026年; 本期: 9亿元; 目标: 10亿元 | of_target | 完成年度目标的90% | 90% of the annual target
        投资; 期间: 2021—2025年; 本期: 9亿元; 目标: 10亿元 | of_target | 完成规划目标的90% | 90% of the target of the plan
        投资; 期间: 2025—2026学年; 本期: 9亿元; 目标: 10亿元 | of_target | 完成学年目标的90% | 90% of the target for the school year
        ",
    );
}

#[test]
fn a_circle_is_found_behind_parts_that_are_in_none() {
    let report = report(
        "2026年",
        [
            "甲; 构成: 丙、乙",
            "乙; 构成: 丁、甲",
            "丙; 本期: 3个",
            "丁; 本期: 3个",
        ]
        .iter()
        .map(|f| figure(f))
        .collect(),
    );
    let mut findings = Findings::new();
    derive(report, &mut findings);
    let found: Vec<_> = findings.iter().map(|d| d.message.zh.as_str()).collect();
    assert_eq!(found, ["指标包含了自己：甲 → 乙 → 甲"]);
}

#[test]
fn periods_follow_each_other() {
    for (typed, next) in [
        ("2026年第一季度", "2026年第二季度"),
        ("2026年第三季度", "2026年第四季度"),
        ("2026年3月", "2026年4月"),
        ("2026年11月", "2026年12月"),
    ] {
        let period = Period::parse(typed).expect(typed).value;
        assert_eq!(period_names(&period, ZH).next, next);
    }
}

#[test]
fn periods_have_english_names() {
    for (typed, name) in [
        ("2026年下半年", "the second half of 2026"),
        ("2026年第一季度", "the first quarter of 2026"),
        ("2026年第二季度", "the second quarter of 2026"),
        ("2026年第三季度", "the third quarter of 2026"),
        ("2026年第四季度", "the fourth quarter of 2026"),
        ("2026年前三季度", "the first three quarters of 2026"),
    ] {
        let period = Period::parse(typed).expect(typed).value;
        assert_eq!(period_names(&period, EN).full, name);
    }
    let two = Period::FirstQuarters(Some(2026), 2);
    assert_eq!(
        period_names(&two, EN).full,
        "the first two quarters of 2026"
    );
}

#[test]
fn a_period_goes_by_several_names() {
    let period = Period::parse("2026年1—5月").expect("a period").value;
    assert_eq!(
        names_of_period(&period),
        ["1—5月", "2026年1—5月", "January–May 2026", "January–May"]
    );
    let year = Period::parse("2026年").expect("a year").value;
    assert!(names_of_period(&year).iter().all(|name| !name.is_empty()));
}

#[test]
fn roughly_known_numbers_leave_a_sum_undecided() {
    let verdict = |whole: &str, part: &str| {
        let whole = format!("合计; 本期: {whole}; 构成: 甲、乙");
        let part = format!("甲; 本期: {part}");
        let facts = facts(&[&whole, &part, "乙; 本期: 2万元"]);
        let sums = facts.sums();
        facts.judge(sums.first().expect("a sum"))
    };
    assert_eq!(verdict("约5万元", "3万元"), Verdict::Undecided);
    assert_eq!(verdict("5万元", "3万元左右"), Verdict::Undecided);
    assert_eq!(verdict("5万元", "3万元以上"), Verdict::Agrees);
    assert_eq!(verdict("近6万元", "3万元"), Verdict::Agrees);
    let beyond = verdict("近5万元", "9万元");
    assert!(matches!(beyond, Verdict::Contradicts(_)));
    let below = verdict("5万元以上", "不足2万元");
    assert!(matches!(below, Verdict::Contradicts(_)));
}

#[test]
fn a_part_may_exceed_last_years_whole_though_another_has_no_number_of_last_year() {
    let facts = facts(&[
        "全部; 本期: 9家; 上年同期: 5家; 其中: 甲、乙",
        "甲; 本期: 3家; 上年同期: 6家",
        "乙; 本期: 3家",
    ]);
    let sums = facts.sums();
    let last_year = sums.iter().find(|s| s.side == Side::LastYear);
    let last_year = last_year.expect("a sum of last year");
    assert_eq!(last_year.kind, SumKind::Among);
    assert!(matches!(
        facts.bound(last_year),
        Bound::Exceeds(FigureId(1), _)
    ));
}

#[test]
fn last_years_numbers_are_a_sum_only_where_the_whole_and_a_part_have_one() {
    for (whole, part) in [("; 上年同期: 5家", ""), ("", "; 上年同期: 6家"), ("", "")] {
        let whole = format!("全部; 本期: 9家{whole}; 构成: 甲、乙");
        let part = format!("甲; 本期: 3家{part}");
        let facts = facts(&[&whole, &part, "乙; 本期: 6家"]);
        let sides: Vec<Side> = facts.sums().iter().map(|s| s.side).collect();
        assert_eq!(sides, [Side::Value], "{whole} {part}");
    }
}

#[test]
fn numbers_are_written_in_words() {
    check(
        "
        项目; 本期: 0个    | in_words | 零个 | zero
        项目; 本期: 12个   | in_words | 十二个 | twelve
        项目; 本期: 40个   | in_words | 四十个 | forty
        项目; 本期: 41个   | in_words | 四十一个 | forty-one
        项目; 本期: 300个  | in_words | 三百个 | three hundred
        项目; 本期: 1000个 | in_words | 一千个 | one thousand
        项目; 本期: 1099个 | in_words | 一千零九十九个 | one thousand and ninety-nine
        项目; 本期: 1100个 | in_words | 一千一百个 | one thousand one hundred
        项目; 本期: 9999个 | in_words | 九千九百九十九个 | nine thousand nine hundred and ninety-nine
        户数; 本期: 2      | in_words | 二 | two
        ",
    );
    let english = plain("projects; 本期: 2 km", Aspect::InWords, ZH);
    assert!(english.starts_with('!'), "{english}");
    assert_eq!(plain("roads; 本期: 2 km", Aspect::InWords, EN), "two km");
    let vague = plain("项目; 本期: 15个左右", Aspect::InWords, ZH);
    assert!(vague.starts_with('!'), "{vague}");
}

#[test]
fn growth_is_told_as_a_rate_in_both_languages() {
    check(
        "
        甲; 同比: 5.3%  | growth_rate | 5.3%  | 5.3%
        甲; 同比: -5.3% | growth_rate | -5.3% | -5.3%
        率; 本期: 81%; 上年同期: 80% | growth_rate | 1个百分点 | 1 percentage point
        ",
    );
}

#[test]
fn points_keep_two_typed_decimals_and_are_cut_where_asked() {
    let rate = "率; 本期: 81.25%; 上年同期: 80%";
    let points = |decimals| {
        let arguments = Arguments {
            decimals,
            ..Arguments::default()
        };
        say(&[rate], Aspect::Growth, &arguments, ZH)
    };
    assert_eq!(points(None), "同比提高1.25个百分点");
    assert_eq!(points(Some(1)), "同比提高1.3个百分点");
    let long = "率; 本期: 81.2345%; 上年同期: 80%";
    assert_eq!(plain(long, Aspect::Growth, ZH), "同比提高1.23个百分点");
    let typed = "率; 本期: 81.2%; 同比: 1.0个百分点";
    assert_eq!(plain(typed, Aspect::Growth, ZH), "同比提高1.0个百分点");
}

#[test]
fn a_typed_share_prints_as_typed_and_only_for_its_own_whole() {
    let figures = [
        "工业; 本期: 9.5%; 占比: 部分/总值",
        "部分; 本期: 1900万元",
        "总值; 本期: 2.01亿元",
        "全市; 本期: 20%",
    ];
    let share = |of: Option<&str>| {
        let arguments = Arguments {
            of: of.map(str::to_owned),
            ..Arguments::default()
        };
        say(&figures, Aspect::Share, &arguments, ZH)
    };
    assert_eq!(share(None), "占总值的9.5%");
    assert_eq!(share(Some("全市")), "占全市的47.5%");
}

#[test]
fn sentences_leave_out_what_nobody_gave() {
    let real = "产值; 本期: 3亿元; 上年同期: 2亿元; 按可比价: 是";
    assert_eq!(plain(real, Aspect::Sentence, ZH), "产值3亿元");
    let pending = ["合计; 构成: 甲", "甲; 状态: 待补"];
    let named = |figures: &[&str]| say(figures, Aspect::Named, &Arguments::default(), ZH);
    assert_eq!(named(&pending), "合计【待补：甲】");
    assert_eq!(named(&pending[1..]), "【待补：甲】");
}

#[test]
fn lists_of_parts_take_decimals_and_tell_what_is_provisional() {
    let figures = [
        "合计; 构成: 甲、乙; 其中: 甲",
        "甲; 本期: 3.26万元; 状态: 预计",
        "乙; 本期: 4万元",
    ];
    let facts = facts(&figures);
    let arguments = Arguments {
        decimals: Some(1),
        ..Arguments::default()
    };
    let phrase = facts.phrase(FigureId(0), Aspect::Parts, &arguments, ZH);
    let phrase = phrase.expect("it prints");
    assert_eq!(phrase.text, "其中：甲3.3万元，乙4.0万元");
    assert!(phrase.provisional);
}

#[test]
fn english_ranks_have_their_endings() {
    for (place, text) in [
        (1, "ranked 1st"),
        (2, "ranked 2nd"),
        (3, "ranked 3rd"),
        (4, "ranked 4th"),
        (11, "ranked 11th"),
        (12, "ranked 12th"),
        (13, "ranked 13th"),
        (21, "ranked 21st"),
        (22, "ranked 22nd"),
        (111, "ranked 111th"),
    ] {
        let mut ranked = figure("甲; 本期: 3亿元");
        let rank = Rank {
            place,
            change: None,
        };
        ranked.rank = Some(crate::figures::at(rank));
        let facts = derive(report("2026年", vec![ranked]), &mut Findings::new());
        let phrase = facts.phrase(FigureId(0), Aspect::Rank, &Arguments::default(), EN);
        assert_eq!(phrase.expect("it prints").text, text);
    }
}

#[test]
fn one_of_a_unit_is_singular_in_english() {
    check(
        "
        人数; 本期: 1人     | value | 1人     | 1 person
        额; 本期: 0.0001万元 | value | 0.0001万元 | 1 yuan
        亩产; 本期: 750公斤/亩 | value | 750公斤/亩 | 750 kilograms per mu
        强度; 本期: 5万元/km | value | 5万元/km | 50,000 yuan per kilometre
        造价; 本期: 3万元/个 | value | 3万元/个 | 30,000 yuan/个
        路灯; 本期: 5盏/公里 | value | 5盏/公里 | 5 per kilometre
        密度; 本期: 5丛/公里 | value | 5丛/公里 | 5 丛/kilometre
        造价; 本期: 3万元/盏 | value | 3万元/盏 | 30,000 yuan/盏
        rent; 本期: 3 yuan/mu | value | 3元/亩 | 3 yuan per mu
        ",
    );
}

#[test]
fn parts_are_listed_by_the_partition_asked_for() {
    let mut whole = figure("项目; 本期: 7个; 构成: 甲、乙; 构成: 丙、丁; 构成: 无此指标");
    for (partition, name) in whole.parts.iter_mut().zip(["按状态", "按类型", "按地区"]) {
        partition.name = Some(crate::figures::at(name.to_owned()));
    }
    let members = [
        "甲; 本期: 3个",
        "乙; 本期: 4个",
        "丙; 本期: 2个",
        "丁; 本期: 5个",
    ];
    let mut figures = vec![whole];
    figures.extend(members.iter().map(|f| figure(f)));
    let facts = derive(report("2026年", figures), &mut Findings::new());
    let parts = |by: &str| {
        let arguments = Arguments {
            by: Some(by.to_owned()),
            ..Arguments::default()
        };
        let phrase = facts.phrase(FigureId(0), Aspect::Parts, &arguments, ZH);
        phrase.map_or_else(|why| format!("!{}", why.zh), |p| p.text)
    };
    assert_eq!(parts("按状态"), "其中：甲3个，乙4个");
    assert_eq!(parts("按类型"), "其中：丙2个，丁5个");
    assert!(parts("按地区").starts_with('!'));
    assert!(parts("按颜色").starts_with('!'));
}

#[test]
fn a_figure_as_a_number_has_the_decimals_it_prints_with() {
    let number = |typed| facts(&[typed]).number(FigureId(0)).map(|n| n.to_string());
    assert_eq!(number("税收; 本期: 3.25亿元").as_deref(), Some("3.25"));
    assert_eq!(
        number("税收; 本期: 3.25亿元; 小数: 1").as_deref(),
        Some("3.3")
    );
    assert_eq!(number("税收; 状态: 待补"), None);
}

#[test]
fn english_parts_count_what_their_names_say() {
    let figures = [
        "total; 本期: 49 projects; 构成: new projects、old projects、sites",
        "new projects; 本期: 23 projects",
        "old projects; 本期: about 26 projects",
        "sites; 本期: 5 projects",
    ];
    let parts = say(&figures, Aspect::Parts, &Arguments::default(), EN);
    assert_eq!(
        parts,
        "including 23 new projects, about 26 old projects and sites of 5 projects"
    );
}
