//! The units that are known, as a table: reading, converting and translating all go by it.

use super::{Dimension, Exact};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The known units by all their names; the first of two that share one.
static BY_NAME: LazyLock<BTreeMap<&str, &Known>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for unit in UNITS {
        let is_bare = unit.kind == Kind::Bare;
        for name in unit.names().filter(|name| is_bare || !name.is_empty()) {
            all.entry(name).or_insert(unit);
        }
    }
    all
});

/// What kind of thing a known unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bare,
    Money(&'static str),
    Area,
    Volume,
    Mass,
    Length,
    Percent,
    Points,
    Count,
}

/// A known unit without a magnitude in front of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// Chinese name. Empty for bare numbers.
    pub zh: &'static str,
    /// English name, of more than one. Empty for counters that English does without (49个 is 49).
    pub en: &'static str,
    /// English name of one.
    pub en_one: &'static str,
    /// Other spellings that are read, of no language in particular: km, 平米.
    also: &'static [&'static str],
    kind: Kind,
    /// Numerator and denominator of its scale.
    scale: (i64, i64),
}

impl Known {
    /// The unit of a name in either language; the empty name is that of bare numbers.
    pub fn find(name: &str) -> Option<&'static Self> {
        BY_NAME.get(name).copied()
    }

    /// All its names.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.en, self.en_one]
            .into_iter()
            .chain(self.also.iter().copied())
    }

    /// Whether a name of it belongs to both languages: km, %.
    pub fn is_symbol(&self, name: &str) -> bool {
        self.also.contains(&name) || self.zh == self.en
    }

    /// Whether 万 and 亿 may stand in front of it.
    pub(super) fn takes_magnitude(&self) -> bool {
        !matches!(self.kind, Kind::Percent | Kind::Points)
    }

    /// What it measures.
    pub fn dimension(&self) -> Dimension {
        match self.kind {
            Kind::Bare => Dimension::Bare,
            Kind::Money(currency) => Dimension::Money(currency),
            Kind::Area => Dimension::Area,
            Kind::Volume => Dimension::Volume,
            Kind::Mass => Dimension::Mass,
            Kind::Length => Dimension::Length,
            Kind::Percent => Dimension::Percent,
            Kind::Points => Dimension::Points,
            Kind::Count => Dimension::Count(self.zh),
        }
    }

    /// How many basic units of its dimension it is.
    pub fn scale(&self) -> Exact {
        let (n, d) = self.scale;
        Exact::new(i128::from(n), i128::from(d)).unwrap_or(Exact::ONE)
    }
}

/// Whether a count of a unit, by its Chinese name, is read from a scale, not told off one by one.
pub(super) fn is_measured(zh: &str) -> bool {
    MEASURED.contains(&zh)
}

/// Magnitudes in front of Chinese units, the longest first.
pub(super) const MAGNITUDES: &[(&str, i64)] = &[
    ("万亿", 1_000_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1000),
    ("百", 100),
];

/// Magnitudes in front of English units.
pub(super) const ENGLISH_MAGNITUDES: &[(&str, i64)] = &[
    ("thousand", 1000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

/// Letters typed for others that look or sound alike: wrong, right.
pub(super) const MISTYPED: &[(char, char)] = &[
    ('园', '元'),
    ('员', '元'),
    ('原', '元'),
    ('圆', '元'),
    ('母', '亩'),
    ('顿', '吨'),
    ('护', '户'),
    ('末', '米'),
    ('来', '米'),
    ('倾', '顷'),
    ('顶', '顷'),
    ('入', '人'),
];

/// Units of a dimension of their own that measure: their whole numbers may have been rounded.
const MEASURED: &[&str] = &[
    "年",
    "个月",
    "周",
    "天",
    "小时",
    "分钟",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "吨标准煤",
    "倍",
    "分",
];

const fn unit(
    zh: &'static str,
    en: &'static str,
    en_one: &'static str,
    kind: Kind,
    scale: (i64, i64),
) -> Known {
    Known {
        zh,
        en,
        en_one,
        also: &[],
        kind,
        scale,
    }
}

const fn money(zh: &'static str, en: &'static str, en_one: &'static str) -> Known {
    unit(zh, en, en_one, Kind::Money(zh), (1, 1))
}

/// A counter with an English name of its own.
const fn things(zh: &'static str, en: &'static str, en_one: &'static str) -> Known {
    unit(zh, en, en_one, Kind::Count, (1, 1))
}

/// A counter that English does without.
const fn counter(zh: &'static str) -> Known {
    things(zh, "", "")
}

impl Known {
    const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }
}

/// All known units.
pub(super) static UNITS: &[Known] = &[
    unit("", "", "", Kind::Bare, (1, 1)),
    unit("%", "%", "%", Kind::Percent, (1, 1)),
    unit("‰", "‰", "‰", Kind::Percent, (1, 10)),
    unit(
        "个百分点",
        "percentage points",
        "percentage point",
        Kind::Points,
        (1, 1),
    )
    .also(&["百分点", "pp"]),
    money("元", "yuan", "yuan").also(&["人民币元", "RMB", "CNY"]),
    money("美元", "US dollars", "US dollar").also(&["USD"]),
    money("欧元", "euros", "euro").also(&["EUR"]),
    money("港元", "Hong Kong dollars", "Hong Kong dollar").also(&["HKD", "港币"]),
    money("日元", "Japanese yen", "Japanese yen").also(&["JPY"]),
    money("英镑", "pounds sterling", "pound sterling").also(&["GBP"]),
    money("澳元", "Australian dollars", "Australian dollar"),
    money("澳门元", "patacas", "pataca"),
    money("新台币", "New Taiwan dollars", "New Taiwan dollar"),
    unit(
        "平方米",
        "square metres",
        "square metre",
        Kind::Area,
        (1, 1),
    )
    .also(&["平米", "㎡", "m²", "m2", "square meters", "square meter"]),
    // 1亩 = 1/15公顷, the legal equation.
    unit("亩", "mu", "mu", Kind::Area, (2000, 3)),
    unit("公顷", "hectares", "hectare", Kind::Area, (10_000, 1)).also(&["ha"]),
    unit(
        "平方公里",
        "square kilometres",
        "square kilometre",
        Kind::Area,
        (1_000_000, 1),
    )
    .also(&[
        "平方千米",
        "km²",
        "km2",
        "square kilometers",
        "square kilometer",
    ]),
    unit(
        "立方米",
        "cubic metres",
        "cubic metre",
        Kind::Volume,
        (1, 1),
    )
    .also(&["方", "m³", "m3", "cubic meters", "cubic meter"]),
    unit("公斤", "kilograms", "kilogram", Kind::Mass, (1, 1)).also(&["千克", "kg"]),
    unit("吨", "tonnes", "tonne", Kind::Mass, (1000, 1)).also(&["t", "tons", "ton"]),
    unit("克", "grams", "gram", Kind::Mass, (1, 1000)).also(&["g"]),
    unit("斤", "jin", "jin", Kind::Mass, (1, 2)),
    unit("米", "metres", "metre", Kind::Length, (1, 1)).also(&["m", "meters", "meter"]),
    unit("公里", "kilometres", "kilometre", Kind::Length, (1000, 1)).also(&[
        "千米",
        "km",
        "kilometers",
        "kilometer",
    ]),
    unit("厘米", "centimetres", "centimetre", Kind::Length, (1, 100)).also(&["cm"]),
    unit("毫米", "millimetres", "millimetre", Kind::Length, (1, 1000)).also(&["mm"]),
    things("人", "people", "person").also(&["persons"]),
    things("户", "households", "household"),
    things("人次", "person-times", "person-time"),
    things("年", "years", "year"),
    things("个月", "months", "month"),
    things("周", "weeks", "week"),
    things("天", "days", "day"),
    things("小时", "hours", "hour"),
    things("分钟", "minutes", "minute"),
    things("课时", "class hours", "class hour"),
    things("学分", "credits", "credit"),
    things("千瓦时", "kWh", "kWh").also(&["度"]),
    things("千瓦", "kW", "kW"),
    things("兆瓦", "MW", "MW"),
    things(
        "吨标准煤",
        "tonnes of coal equivalent",
        "tonne of coal equivalent",
    ),
    things("标箱", "TEU", "TEU"),
    things("倍", "times", "time"),
    things("分", "points", "point"),
    counter("个"),
    counter("家"),
    counter("项"),
    counter("次"),
    counter("处"),
    counter("套"),
    counter("件"),
    counter("名"),
    counter("条"),
    counter("栋"),
    counter("座"),
    counter("台"),
    counter("辆"),
    counter("所"),
    counter("批"),
    counter("份"),
    counter("篇"),
    counter("期"),
    counter("场"),
    counter("位"),
    counter("只"),
    counter("头"),
    counter("株"),
    counter("棵"),
    counter("艘"),
    counter("盏"),
    counter("支"),
    counter("间"),
    counter("宗"),
    counter("起"),
    counter("例"),
    counter("门"),
    counter("节"),
    counter("班"),
    counter("封"),
    counter("册"),
    counter("本"),
    counter("字"),
    counter("页"),
    counter("片"),
    counter("块"),
    counter("台套"),
    counter("户次"),
    counter("件次"),
];
