//! How figures are put into words.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test builds is known to be readable"
)]

use crate::figures::{EN, TAX, ZH, at, figure, report};
use zongjie::diag::Findings;
use zongjie::figures::{ASPECTS, Arguments, Aspect, date_text, derive, period_names};
use zongjie::model::{Date, FigureId, Language, Period, Rank, Rounding};

/// What the first figure prints; a reason comes with `!` in front.
pub fn say(figures: &[&str], aspect: Aspect, arguments: &Arguments, language: Language) -> String {
    let report = report("2026年上半年", figures.iter().map(|f| figure(f)).collect());
    let mut findings = Findings::new();
    let facts = derive(report.clone(), &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    match facts.phrase(FigureId(0), aspect, arguments, language) {
        Ok(phrase) => phrase.text,
        Err(why) => format!("!{}", why.of(language)),
    }
}

pub fn plain(figures: &str, aspect: Aspect, language: Language) -> String {
    say(&[figures], aspect, &Arguments::default(), language)
}

fn decimals(n: u32) -> Arguments {
    Arguments {
        decimals: Some(n),
        ..Arguments::default()
    }
}

#[test]
fn the_half_year_sample_prints_as_it_was_written() {
    let gdp = "地区生产总值; 本期: 19.9亿元; 同比: 53.92%";
    assert_eq!(plain(gdp, Aspect::Named, ZH), "地区生产总值19.9亿元");
    assert_eq!(plain(gdp, Aspect::Growth, ZH), "同比增长53.92%");
    let invested = "固定资产投资; 本期: 205263.00万元; 同比: 38.00%";
    assert_eq!(plain(invested, Aspect::Value, ZH), "205263.00万元");
    assert_eq!(plain(invested, Aspect::Growth, ZH), "同比增长38.00%");
    assert_eq!(
        say(&[TAX], Aspect::Growth, &decimals(2), ZH),
        "同比增长16.64%"
    );
    assert_eq!(plain(TAX, Aspect::Change, ZH), "增加3784.1万元");
    let growth = plain("工业增速; 本期: 40%左右", Aspect::Value, ZH);
    assert_eq!(growth, "40%左右");
}

/// Lines of `figure | aspect | Chinese | English`, each of which must hold.
pub fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let &[typed, aspect, zh, en] = cells.as_slice() else {
            panic!("{line}");
        };
        let info = ASPECTS.iter().find(|a| a.en == aspect).expect(aspect);
        assert_eq!(plain(typed, info.aspect, ZH), zh, "{line}");
        assert_eq!(plain(typed, info.aspect, EN), en, "{line}");
    }
}

#[test]
fn values_have_their_words() {
    check(
        "
        税收; 本期: 26525.06万元   | value    | 26525.06万元     | 265.2506 million yuan
        税收; 本期: 26525.06万元   | number   | 26525.06         | 26525.06
        税收; 本期: 26525.06万元   | label    | 税收             | 税收
        税收; 本期: 26525.06万元   | named    | 税收26525.06万元 | 税收 of 265.2506 million yuan
        税收; 上年同期: 22740.9万元 | last_year | 22740.9万元     | 227.409 million yuan
        投资; 目标: 36亿元         | target   | 36亿元           | 3.6 billion yuan
        投资; 本期: 36亿元         | period   | 2026年上半年     | the first half of 2026
        项目; 本期: 15个           | in_words | 十五个           | fifteen
        项目; 本期: 2个            | in_words | 两个             | two
        项目; 本期: 342家          | in_words | 三百四十二家     | three hundred and forty-two
        农户; 本期: 20余户         | value    | 20余户           | more than 20 households
        就业; 本期: 0.6万人        | value    | 0.6万人          | 6,000 people
        产能; 本期: 3000万吨       | value    | 3000万吨         | 30 million tonnes
        亩产; 本期: 750公斤/亩     | value    | 750公斤/亩       | 750 kilograms per mu
        地价; 本期: 3.5万元/亩     | value    | 3.5万元/亩       | 35,000 yuan per mu
        里程; 本期: 12.50 km       | value    | 12.50 km         | 12.50 km
        sales; 本期: 2.65 billion yuan | value | 26.5亿元        | 2.65 billion yuan
        new projects; 本期: 23 projects | named | new projects23 projects | 23 new projects
        new projects; 本期: 23个   | sentence | new projects23个 | there were 23 new projects
        sales; 本期: 2 million yuan | sentence | sales200万元    | sales was 2 million yuan
        ",
    );
}

#[test]
fn comparisons_have_their_words() {
    check(
        "
        贷款; 本期: 19.9亿元; 上期: 20亿元 | growth_on_period | 环比下降0.5% | fell 0.5% from the previous period
        投资; 本期: 20.53亿元; 目标: 36亿元 | completion | 57.03%            | 57.03%
        投资; 本期: 20.53亿元; 目标: 36亿元 | of_target  | 完成年度目标的57.03% | 57.03% of the annual target
        投资; 本期: 20.53亿元; 目标: 36亿元 | pace | 超时间进度7.03个百分点 | 7.03 percentage points ahead of schedule
        投资; 本期: 16亿元; 目标: 36亿元 | pace | 低于时间进度5.56个百分点 | 5.56 percentage points behind schedule
        投资; 本期: 18亿元; 目标: 36亿元 | pace | 与时间进度持平 | on schedule
        满意度; 本期: 96.3%; 目标: 95%以上 | of_target | 达到目标 | meeting the target
        满意度; 本期: 94.2%; 目标: 95% | of_target | 低于目标0.8个百分点 | 0.8 percentage points below the target
        满意度; 本期: 约94%; 目标: 95% | of_target | 低于目标约1个百分点 | about 1 percentage point below the target
        满意度; 本期: 95%以上; 目标: 95% | of_target | 达到目标 | meeting the target
        事故; 本期: 0起; 目标: 3起; 逆指标: 是 | of_target | 控制在目标以内 | within the target
        事故; 本期: 3起; 目标: 3起; 逆指标: 是 | of_target | 控制在目标以内 | within the target
        事故; 本期: 5起; 目标: 3起; 逆指标: 是 | of_target | 超出目标2起 | 2 above the target
        能耗; 本期: 5吨; 目标: 4.8吨以下 | of_target | 超出目标0.2吨 | 0.2 tonnes above the target
        失业率; 本期: 5.3%; 目标: 5%; 逆指标: 是 | of_target | 超出目标0.3个百分点 | 0.3 percentage points above the target
        投资; 本期: 18亿元; 目标: 36亿元以上 | of_target | 完成年度目标的50% | 50% of the annual target
        率; 本期: 81.2%; 上年同期: 80% | growth | 同比提高1.2个百分点 | rose 1.2 percentage points
        率; 本期: 81.2%; 上年同期: 80% | points | 提高1.2个百分点 | up 1.2 percentage points
        率; 本期: 4%; 上年同期: 5%; 逆指标: 是 | points | 下降1个百分点 | down 1 percentage point
        率; 本期: 81.2%; 对比: 全市 79.5% | against | 高于全市1.7个百分点 | 1.7 percentage points above 全市
        税收; 同比: 5%; 对比: 全市 8.1% | against | 低于全市3.1个百分点 | 3.1 percentage points below 全市
        税收; 本期: 3亿元; 同比: -2.0% | sentence | 税收3亿元，同比下降2.0% | 税收 was 300 million yuan, down 2.0%
        税收; 同比: 8.1% | sentence | 税收同比增长8.1% | 税收 rose 8.1%
        税收; 本期: 3亿元 | sentence | 税收3亿元 | 税收 was 300 million yuan
        户籍人口; 本期: 105万人; 年初: 100万人 | since_opening | 比年初增长5% | rose 5% since the beginning of the year
        存款; 本期: 95亿元; 年初: 95.0亿元 | since_opening | 与年初持平 | was unchanged from the beginning of the year
        出口; 同比: 100% | doubling | 翻一番 | doubled
        出口; 本期: 9亿元; 上年同期: 4亿元 | doubling | 翻一番多 | more than doubled
        出口; 本期: 8亿元; 上年同期: 2亿元 | doubling | 翻两番 | quadrupled
        出口; 本期: 33亿元; 上年同期: 4亿元 | doubling | 翻三番多 | rose more than 8-fold
        税收; 本期: 3亿元; 上年同期: 4亿元 | change | 减少1亿元 | a decrease of 100 million yuan
        ",
    );
}

#[test]
fn the_verb_follows_the_printed_number() {
    check(
        "
        甲; 本期: 96.8万元; 上年同期: 100万元  | growth | 同比下降3.2%   | fell 3.2%
        甲; 本期: 205.3万元; 上年同期: 100万元 | growth | 同比增长105.3% | rose 105.3%
        甲; 本期: 1亿元; 上年同期: 9000万元    | growth | 同比增长11.11% | rose 11.11%
        甲; 本期: 10000.4万元; 上年同期: 1亿元 | growth | 与上年同期持平 | was unchanged from a year earlier
        甲; 同比: 持平                         | growth | 与上年同期持平 | was unchanged from a year earlier
        甲; 期间: 2026年; 同比: 0%             | growth | 与上年持平     | was unchanged from a year earlier
        甲; 本期: 约20亿元; 上年同期: 18亿元   | growth | 同比增长约11.11% | rose about 11.11%
        甲; 本期: 10个; 上年同期: 0个          | growth | 同比净增10个   | rose from zero by 10
        率; 本期: 79%; 上年同期: 80%           | growth | 同比回落1个百分点 | fell 1 percentage point
        利润; 本期: 3万元; 上年同期: -5万元    | growth | 同比扭亏为盈   | turned from loss to profit
        利润; 本期: -3万元; 上年同期: -5万元   | growth | 同比减亏2万元  | cut its loss by 20,000 yuan
        利润; 本期: -7万元; 上年同期: -5万元   | growth | 同比增亏2万元  | widened its loss by 20,000 yuan
        利润; 本期: -7万元; 上年同期: 5万元    | growth | 同比由盈转亏   | turned from profit to loss
        ",
    );
}

#[test]
fn what_cannot_be_said_is_explained_with_the_cure() {
    let cases = [
        (
            "甲; 本期: 3万元",
            Aspect::Growth,
            "请写上“上年同期”或“同比”",
        ),
        (
            "甲; 本期: 3万元; 同比: 3%",
            Aspect::LastYear,
            "只写了同比，没有上年同期数；请写上“上年同期”",
        ),
        (
            "甲; 本期: 3万元; 环比: 3%",
            Aspect::LastPeriod,
            "只写了环比，没有上期数；请写上“上期”",
        ),
        ("甲; 本期: 3万元", Aspect::Completion, "请写上“目标”"),
        ("甲; 同比: 3%", Aspect::Value, "请写上“本期”"),
        (
            "甲; 本期: 3万元; 上年同期: 2万元; 按可比价: 是",
            Aspect::Growth,
            "按可比价",
        ),
        (
            "甲; 本期: 3万元; 上年同期: 2个",
            Aspect::Growth,
            "单位对不上",
        ),
        (
            "甲; 本期: 3万元以上; 上年同期: 2万元",
            Aspect::Growth,
            "以上",
        ),
        ("气温; 本期: 3度; 上年同期: -2度", Aspect::Growth, "增减额"),
        (
            "甲; 本期: 3万元; 目标: 0万元",
            Aspect::Completion,
            "不是正数",
        ),
        (
            "甲; 本期: 3万元; 目标: 5万元; 期间: 2026年3月",
            Aspect::Pace,
            "时间进度",
        ),
        ("甲; 本期: 3.5万元", Aspect::InWords, "整数"),
        ("甲; 本期: 3万元", Aspect::In, "换算(单位="),
        ("甲; 本期: 3万元", Aspect::Share, "占比"),
        ("甲; 本期: 3万元", Aspect::Rank, "位次"),
        ("甲; 本期: 3万元", Aspect::Parts, "构成"),
    ];
    for (typed, aspect, about) in cases {
        let text = plain(typed, aspect, ZH);
        assert!(
            text.starts_with('!') && text.contains(about),
            "{typed}: {text}"
        );
    }
}

#[test]
fn a_pending_figure_leaves_a_placeholder() {
    let exports = "出口总额; 状态: 待补; 单位: 万美元; 目标: 100万美元";
    let cases = [
        (Aspect::Value, "【待补：出口总额】", "[pending: 出口总额]"),
        (Aspect::Named, "【待补：出口总额】", "[pending: 出口总额]"),
        (
            Aspect::Completion,
            "【待补：出口总额完成率】",
            "[pending: 出口总额, completion]",
        ),
        (Aspect::Target, "100万美元", "1 million US dollars"),
    ];
    for (aspect, zh, en) in cases {
        assert_eq!(plain(exports, aspect, ZH), zh);
        assert_eq!(plain(exports, aspect, EN), en);
    }
    let whole = ["合计; 构成: 甲、乙", "甲; 本期: 3个", "乙; 状态: 待补"];
    let text = say(&whole, Aspect::Value, &Arguments::default(), ZH);
    assert_eq!(text, "【待补：乙】");
    let text = say(&whole, Aspect::Parts, &Arguments::default(), ZH);
    assert_eq!(text, "其中：甲3个，乙【待补：乙】");
}

#[test]
fn arguments_choose_unit_and_decimals() {
    let unit = |unit: &str, decimals| Arguments {
        unit: Some(unit.to_owned()),
        decimals,
        ..Arguments::default()
    };
    let cases = [
        (Aspect::In, unit("亿元", None), "2.652506亿元"),
        (Aspect::In, unit("亿元", Some(2)), "2.65亿元"),
        (Aspect::Value, decimals(1), "26525.1万元"),
        (Aspect::Number, unit("亿元", Some(1)), "2.7"),
        (Aspect::Change, unit("元", None), "增加37841000元"),
        (Aspect::Growth, decimals(4), "同比增长16.6400%"),
        (Aspect::Growth, decimals(0), "同比增长17%"),
    ];
    for (aspect, arguments, expected) in cases {
        assert_eq!(say(&[TAX], aspect, &arguments, ZH), expected);
    }
    let typed = "甲; 本期: 3亿元; 同比: 5.3%";
    // No digits are invented behind a typed growth.
    assert_eq!(
        say(&[typed], Aspect::Growth, &decimals(3), ZH),
        "同比增长5.3%"
    );
    assert!(say(&[typed], Aspect::Value, &decimals(11), ZH).starts_with("!小数最多"));
    assert!(say(&[typed], Aspect::In, &unit("公顷", None), ZH).starts_with("!“甲”的单位对不上"));
}

#[test]
fn ranks_are_read_out() {
    let mut ranked = figure("甲; 本期: 3亿元");
    let rank = |change| Some(at(Rank { place: 3, change }));
    let cases = [
        (None, "位居第3位", "ranked 3rd"),
        (Some(2), "位居第3位，上升2位", "ranked 3rd, up 2 places"),
        (Some(-1), "位居第3位，下降1位", "ranked 3rd, down 1 place"),
        (Some(0), "位居第3位，位次不变", "ranked 3rd, unchanged"),
    ];
    for (change, zh, en) in cases {
        ranked.rank = rank(change);
        let report = report("2026年", vec![ranked.clone()]);
        let facts = derive(report.clone(), &mut Findings::new());
        for (language, text) in [(ZH, zh), (EN, en)] {
            let phrase = facts.phrase(FigureId(0), Aspect::Rank, &Arguments::default(), language);
            assert_eq!(phrase.expect(text).text, text);
        }
    }
}

#[test]
fn missing_values_are_computed_exactly() {
    let sum = [
        "合计; 构成: 甲、乙",
        "甲; 本期: 17.4亿元",
        "乙; 本期: 15.5亿元",
    ];
    let none = Arguments::default();
    assert_eq!(say(&sum, Aspect::Value, &none, ZH), "32.9亿元");
    let mixed = [
        "合计; 单位: 亿元; 构成: 甲、乙",
        "甲; 本期: 9000万元",
        "乙; 本期: 1.25亿元",
    ];
    assert_eq!(say(&mixed, Aspect::Value, &none, ZH), "2.15亿元");
    let projects = [
        "招商项目; 本期: 49个; 构成: 新开工项目、续建项目; 其中: 新开工项目",
        "新开工项目; 本期: 23个",
        "续建项目; 本期: 26个",
    ];
    let parts = "其中：新开工项目23个，续建项目26个";
    assert_eq!(say(&projects, Aspect::Parts, &none, ZH), parts);
    let en = "including 23 新开工项目 and 26 续建项目";
    assert_eq!(say(&projects, Aspect::Parts, &none, EN), en);
    assert_eq!(
        say(&projects, Aspect::Among, &none, ZH),
        "其中：新开工项目23个"
    );
    assert_eq!(say(&projects, Aspect::Rest, &none, ZH), "26个");
    let share = [
        "占比重; 占比: 工业/总值",
        "工业; 本期: 1900万元",
        "总值; 本期: 2亿元",
    ];
    assert_eq!(say(&share, Aspect::Value, &none, ZH), "9.5%");
    assert_eq!(say(&share, Aspect::Share, &none, ZH), "占总值的9.5%");
    assert_eq!(say(&share, Aspect::Share, &none, EN), "9.5% of 总值");
    let units_differ = ["合计; 构成: 甲、乙", "甲; 本期: 3个", "乙; 本期: 3万元"];
    assert!(say(&units_differ, Aspect::Value, &none, ZH).contains("单位对不上"));
}

#[test]
fn periods_and_days_have_names() {
    let cases = [
        ("2026年上半年", "上半年", "2026年下半年", "下半年"),
        ("2026年", "全年", "2027年", "明年"),
        ("2026年第四季度", "第四季度", "2027年第一季度", "下季度"),
        ("2026年12月", "12月", "2027年1月", "下月"),
        ("2025—2026学年", "本学年", "2026—2027学年", "下学年"),
        ("2026年1—6月", "1—6月", "2026年下半年", "下半年"),
    ];
    for (typed, short, next, next_short) in cases {
        let names = period_names(&Period::parse(typed).expect(typed).value, ZH);
        assert_eq!(
            (
                names.full.as_str(),
                names.short.as_str(),
                names.next.as_str(),
                names.next_short.as_str()
            ),
            (typed, short, next, next_short)
        );
    }
    let half = period_names(&Period::parse("H1 2026").expect("H1").value, EN);
    assert_eq!(half.full, "the first half of 2026");
    assert_eq!(half.next_short, "the second half of the year");
    assert_eq!(
        (half.year.as_str(), half.last_year.as_str()),
        ("2026", "2025")
    );
    let day = Date {
        year: 2026,
        month: 7,
        day: 10,
    };
    assert_eq!(date_text(day, ZH), "2026年7月10日");
    assert_eq!(date_text(day, EN), "10 July 2026");
}

#[test]
fn less_than_twice_as_much_has_not_doubled() {
    for typed in [
        "出口; 同比: 87.37%",
        "出口; 同比: 99.99%",
        "利润; 本期: 2亿元; 上年同期: -1亿元",
        "出口; 本期: 9亿元",
        "率; 本期: 80%; 上年同期: 20%",
    ] {
        assert!(
            plain(typed, Aspect::Doubling, ZH).starts_with('!'),
            "{typed}"
        );
    }
    let why = plain("出口; 同比: 87.37%", Aspect::Doubling, ZH);
    assert_eq!(
        why,
        "!“出口”同比没有翻番：增长100%以上才能说翻一番；请用“同比”"
    );
}

#[test]
fn halves_are_rounded_as_the_report_asks() {
    let printed = |rounding| {
        let mut report = report("2026年", vec![figure("额; 本期: 22.5万元")]);
        report.rounding = rounding;
        let facts = derive(report, &mut Findings::new());
        let phrase = facts.phrase(FigureId(0), Aspect::Value, &decimals(0), ZH);
        phrase.expect("it prints").text
    };
    assert_eq!(printed(Rounding::HalfUp), "23万元");
    assert_eq!(printed(Rounding::HalfEven), "22万元");
}

#[test]
fn only_amounts_that_accumulate_have_a_completion_rate_and_a_pace() {
    let rate = "满意度; 本期: 96.3%; 目标: 95%";
    let ceiling = "事故; 本期: 0起; 目标: 3起; 逆指标: 是";
    for (typed, aspect, why) in [
        (
            rate,
            Aspect::Completion,
            "!“满意度”是百分率，只说是否达到目标，没有完成率；请用“完成目标”",
        ),
        (
            rate,
            Aspect::Pace,
            "!“满意度”是百分率，只说是否达到目标，没有时间进度；请用“完成目标”",
        ),
        (
            ceiling,
            Aspect::Completion,
            "!“事故”是越少越好的指标，只说是否控制在目标以内，没有完成率；请用“完成目标”",
        ),
        (
            ceiling,
            Aspect::Pace,
            "!“事故”是越少越好的指标，只说是否控制在目标以内，没有时间进度；请用“完成目标”",
        ),
    ] {
        assert_eq!(plain(typed, aspect, ZH), why, "{typed}");
    }
    let open = plain("满意度; 本期: 90%以上; 目标: 95%", Aspect::OfTarget, ZH);
    assert!(
        open.starts_with("!“满意度”的本期数带有“以上”“不足”一类的词"),
        "{open}"
    );
}
