//! The aspects of a figure: every way in which one can be printed. Templates get a filter for each.

use super::arguments::{BY, DECIMALS, OF, UNIT};
use crate::model::schema::Key;

/// One way of printing a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "ASPECTS says what each one prints")]
pub enum Aspect {
    Value,
    Number,
    Named,
    Sentence,
    Label,
    Growth,
    GrowthOnPeriod,
    Change,
    Points,
    Completion,
    OfTarget,
    Pace,
    Share,
    Target,
    LastYear,
    LastPeriod,
    Opening,
    Period,
    Parts,
    Among,
    Rest,
    Rank,
    Against,
    In,
    InWords,
    SinceOpening,
    Doubling,
    GrowthRate,
}

impl Aspect {
    /// Its entry in [`ASPECTS`].
    pub fn info(self) -> &'static AspectInfo {
        &ASPECTS[self as usize]
    }

    /// Whether it speaks of the value, so that an expected value makes it provisional.
    pub(super) fn is_of_the_value(self) -> bool {
        !matches!(
            self,
            Self::Label
                | Self::Target
                | Self::LastYear
                | Self::LastPeriod
                | Self::Opening
                | Self::Period
                | Self::Rank
        )
    }

    /// Whether it prints the value itself, so that the placeholder of a pending figure needs no further name.
    pub(super) fn is_the_value(self) -> bool {
        matches!(
            self,
            Self::Value | Self::Number | Self::Named | Self::Sentence | Self::In | Self::InWords
        )
    }
}

/// What is known about an aspect.
#[derive(Debug, PartialEq, Eq)]
pub struct AspectInfo {
    /// Which one.
    pub aspect: Aspect,
    /// English name of the filter.
    pub en: &'static str,
    /// Chinese name of the filter.
    pub zh: &'static str,
    /// The arguments it takes; all may be left out, unless `about` says otherwise.
    pub arguments: &'static [Key],
    /// What it prints, in Chinese.
    pub about_zh: &'static str,
    /// What it prints, in English.
    pub about_en: &'static str,
}

const AMOUNT: &[Key] = &[UNIT, DECIMALS];
const ROUNDED: &[Key] = &[DECIMALS];

const fn aspect(
    aspect: Aspect,
    en: &'static str,
    zh: &'static str,
    arguments: &'static [Key],
    about: (&'static str, &'static str),
) -> AspectInfo {
    AspectInfo {
        aspect,
        en,
        zh,
        arguments,
        about_zh: about.0,
        about_en: about.1,
    }
}

/// All aspects, in the order of [`Aspect`].
pub static ASPECTS: &[AspectInfo] = &[
    aspect(
        Aspect::Value,
        "value",
        "值",
        AMOUNT,
        ("本期数：26525.06万元", "the value: 2.65 billion yuan"),
    ),
    aspect(
        Aspect::Number,
        "number",
        "纯数",
        AMOUNT,
        (
            "没有单位的本期数：26525.06；可以比较大小",
            "the value without its unit: 26525.06; can be compared",
        ),
    ),
    aspect(
        Aspect::Named,
        "named",
        "带名",
        AMOUNT,
        (
            "名称和本期数：地区生产总值19.9亿元",
            "name and value: tax revenue of 2.65 billion yuan",
        ),
    ),
    aspect(
        Aspect::Sentence,
        "sentence",
        "全句",
        AMOUNT,
        (
            "名称、本期数和同比：税收收入26525.06万元，同比增长16.6%",
            "name, value and growth: tax revenue was 265.25 million yuan, up 16.6%",
        ),
    ),
    aspect(Aspect::Label, "label", "名称", &[], ("名称", "its name")),
    aspect(
        Aspect::Growth,
        "growth",
        "同比",
        ROUNDED,
        (
            "同比增长16.6%、同比下降3.2%、与上年同期持平；百分率为“同比提高1.2个百分点”",
            "rose 16.6%, fell 3.2%, was unchanged from a year earlier; rates in percentage points",
        ),
    ),
    aspect(
        Aspect::GrowthOnPeriod,
        "growth_on_period",
        "环比",
        ROUNDED,
        (
            "环比增长1.2%、与上月持平",
            "rose 1.2% from the previous month",
        ),
    ),
    aspect(
        Aspect::Change,
        "change",
        "增减额",
        AMOUNT,
        (
            "比上年同期增减多少：增加3784.1万元",
            "the change on last year: an increase of 37.8 million yuan",
        ),
    ),
    aspect(
        Aspect::Points,
        "points",
        "百分点",
        ROUNDED,
        (
            "百分率比上年同期升降多少：提高1.2个百分点",
            "how a rate changed on last year: up 1.2 percentage points",
        ),
    ),
    aspect(
        Aspect::Completion,
        "completion",
        "完成率",
        ROUNDED,
        (
            "本期占目标的百分比：57%；百分率和逆指标没有，请用“完成目标”",
            "the value in percent of the target: 57%; not for rates and where lower is better, see `of_target`",
        ),
    ),
    aspect(
        Aspect::OfTarget,
        "of_target",
        "完成目标",
        ROUNDED,
        (
            "完成年度目标的57%；百分率为“达到目标”“低于目标2个百分点”，逆指标为“控制在目标以内”“超出目标2起”",
            "57% of the annual target; rates: meeting the target, 2 percentage points below the target; ceilings: within the target, 2 above the target",
        ),
    ),
    aspect(
        Aspect::Pace,
        "pace",
        "时间进度",
        ROUNDED,
        (
            "完成率与时间相比：超时间进度7个百分点；百分率和逆指标没有",
            "completion against time: 7 percentage points ahead of schedule; not for rates and where lower is better",
        ),
    ),
    aspect(
        Aspect::Share,
        "share",
        "占比",
        &[DECIMALS, OF],
        (
            "占地区生产总值的9.5%；总体取自指标的“占比”，或用“对象”指定",
            "9.5% of GDP; the whole is that of the figure's `share`, or given by `of`",
        ),
    ),
    aspect(
        Aspect::Target,
        "target",
        "目标",
        AMOUNT,
        ("目标：36亿元", "the target: 3.6 billion yuan"),
    ),
    aspect(
        Aspect::LastYear,
        "last_year",
        "上年同期",
        AMOUNT,
        ("上年同期数", "the value of the same period last year"),
    ),
    aspect(
        Aspect::LastPeriod,
        "last_period",
        "上期",
        AMOUNT,
        ("上期数", "the value of the period before"),
    ),
    aspect(
        Aspect::Opening,
        "opening",
        "年初",
        AMOUNT,
        ("年初数", "the value at the beginning of the year"),
    ),
    aspect(
        Aspect::Period,
        "period",
        "期间",
        &[],
        ("期间：2026年1—5月", "its period: January–May 2026"),
    ),
    aspect(
        Aspect::Parts,
        "parts",
        "构成",
        &[DECIMALS, BY],
        (
            "其中：新开工项目23个，续建项目26个",
            "including 23 new projects and 26 continued projects",
        ),
    ),
    aspect(
        Aspect::Among,
        "among",
        "其中",
        ROUNDED,
        ("其中：高新技术企业12家", "including 12 high-tech firms"),
    ),
    aspect(
        Aspect::Rest,
        "rest",
        "其余",
        AMOUNT,
        (
            "减去“其中”各项后余下的数：16个",
            "the value less those named under `among`: 16",
        ),
    ),
    aspect(
        Aspect::Rank,
        "rank",
        "位次",
        &[],
        ("位居第3位，上升2位", "ranked 3rd, up 2 places"),
    ),
    aspect(
        Aspect::Against,
        "against",
        "对比",
        &[DECIMALS, OF],
        (
            "与“对比”里各数相比：高于全市1.2个百分点",
            "set against the values under `against`: 1.2 percentage points above the city",
        ),
    ),
    aspect(
        Aspect::In,
        "in",
        "换算",
        AMOUNT,
        (
            "换成“单位”所说的单位：换算(单位=\"亿元\")",
            "in another unit, which must be given: in(unit=\"million yuan\")",
        ),
    ),
    aspect(
        Aspect::InWords,
        "in_words",
        "汉字",
        &[],
        ("用汉字写的整数：十五个", "a whole number in words: fifteen"),
    ),
    aspect(
        Aspect::SinceOpening,
        "since_opening",
        "比年初",
        ROUNDED,
        (
            "与年初数相比：比年初增长5.2%",
            "against the beginning of the year: rose 5.2% since the beginning of the year",
        ),
    ),
    aspect(
        Aspect::Doubling,
        "doubling",
        "翻番",
        &[],
        (
            "同比翻了几番：翻一番、翻一番多；不到一倍的不能印",
            "by how much it doubled: doubled, more than doubled; nothing less can be printed",
        ),
    ),
    aspect(
        Aspect::GrowthRate,
        "growth_rate",
        "增幅",
        ROUNDED,
        (
            "同比增幅，不带“增长”“下降”：16.6%、-3.2%、1.2个百分点",
            "the growth as a signed number: 16.6%, -3.2%, 1.2 percentage points",
        ),
    ),
];
