//! Periods (期间): what stretch of time a report or figure speaks of.

use super::number::half_width;
use super::{Date, Parsed, period_read};
use crate::diag::Text;
use std::fmt;

/// A period as typed. Where a year may be missing, that of the report is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// 2026年
    Year(i16),
    /// 2026年上半年 (1), 下半年 (2)
    Half(Option<i16>, u8),
    /// 2026年第一季度
    Quarter(Option<i16>, u8),
    /// 2026年前三季度: the first quarters together, two or three
    FirstQuarters(Option<i16>, u8),
    /// 2026年3月
    Month(Option<i16>, u8),
    /// 2026年1—5月
    Months(Option<i16>, u8, u8),
    /// 截至2026年5月底: a point
    Until(Option<i16>, u8),
    /// 2024年以来
    Since(i16),
    /// 2025—2026学年
    SchoolYear(i16),
    /// 2025—2026学年第一学期
    SchoolTerm(i16, u8),
    /// 2021—2025年
    Years(i16, i16),
    /// 2025年7月—2026年6月
    MonthSpan((i16, u8), (i16, u8)),
    /// 2026年1月5日—2026年4月4日, for time on probation
    Days(Date, Date),
}

impl Period {
    /// Reads a period in Chinese or English: `2026年`, `2026年上半年`, `第一季度`, `2026年1—5月`, `截至5月底`, `2024年以来`,
    /// `2025—2026学年`, `first half of 2026`, `Q1 2026`, `January–May 2026`, `as of the end of May 2026`, `since 2024`.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        let typed = half_width(text);
        let mut notes = typed.notes;
        let text = typed.text.as_str();
        let value = period_read::chinese(text).or_else(|| period_read::english(text));
        let Some(value) = value.filter(|p| p.is_sound()) else {
            return Err(not_a_period(text));
        };
        let chinese_span = !text.is_ascii() && !period_read::is_english(text);
        if chinese_span && text.contains(['-', '~', '–']) && !matches!(value, Self::Days(..)) {
            notes.push(Text::new(
                format!("“{text}”的起止要用一字线，将印作“{value}”"),
                format!("\"{text}\" needs the long dash; it is printed as \"{value}\""),
            ));
        }
        if text.starts_with("截止") {
            notes.push(Text::new(
                format!("“{text}”应为“截至”，将印作“{value}”"),
                format!("\"{text}\" should say 截至; it is printed as \"{value}\""),
            ));
        }
        Ok(Parsed { value, notes })
    }

    /// The calendar year in which it ends; `None` when it has none of its own.
    pub fn year(&self) -> Option<i16> {
        match *self {
            Self::Year(y) | Self::Since(y) | Self::Years(_, y) | Self::MonthSpan(_, (y, _)) => {
                Some(y)
            }
            Self::SchoolYear(y) | Self::SchoolTerm(y, _) => y.checked_add(1),
            Self::Days(_, last) => Some(last.year),
            Self::Half(y, _)
            | Self::Quarter(y, _)
            | Self::FirstQuarters(y, _)
            | Self::Month(y, _)
            | Self::Months(y, ..)
            | Self::Until(y, _) => y,
        }
    }

    /// The same period in a year, when it has none of its own.
    #[must_use]
    pub fn in_year(self, year: i16) -> Self {
        match self {
            Self::Half(None, n) => Self::Half(Some(year), n),
            Self::Quarter(None, n) => Self::Quarter(Some(year), n),
            Self::FirstQuarters(None, n) => Self::FirstQuarters(Some(year), n),
            Self::Month(None, n) => Self::Month(Some(year), n),
            Self::Months(None, a, b) => Self::Months(Some(year), a, b),
            Self::Until(None, n) => Self::Until(Some(year), n),
            other => other,
        }
    }

    /// How many months of the calendar year have passed when it ends, for periods that begin with January.
    pub fn months_passed(&self) -> Option<u8> {
        match *self {
            Self::Year(_) => Some(12),
            Self::Half(_, 1) => Some(6),
            Self::Quarter(_, 1) => Some(3),
            Self::FirstQuarters(_, n) => n.checked_mul(3),
            Self::Month(_, 1) => Some(1),
            Self::Months(_, 1, last) | Self::Until(_, last) => Some(last),
            Self::MonthSpan((a, 1), (b, last)) if a == b => Some(last),
            _ => None,
        }
    }

    /// The period as it should be typed in Chinese; reading it gives the same period.
    pub fn text(&self) -> String {
        self.to_string()
    }

    fn is_sound(&self) -> bool {
        let years = |y: i16| (1900..=2999).contains(&y);
        let months = |m: u8| (1..=12).contains(&m);
        let year_fits = self.year().is_none_or(years);
        let parts_fit = match *self {
            Self::Year(_) | Self::Since(_) => true,
            Self::SchoolYear(y) => years(y),
            Self::SchoolTerm(y, n) => years(y) && (1..=2).contains(&n),
            Self::Half(_, n) => (1..=2).contains(&n),
            Self::Quarter(_, n) => (1..=4).contains(&n),
            Self::FirstQuarters(_, n) => (2..=3).contains(&n),
            Self::Month(_, m) | Self::Until(_, m) => months(m),
            Self::Months(_, a, b) => months(a) && months(b) && a < b,
            Self::Years(a, b) => years(a) && a < b,
            Self::MonthSpan(a, b) => years(a.0) && months(a.1) && months(b.1) && a < b,
            Self::Days(a, b) => a < b,
        };
        year_fits && parts_fit
    }
}

/// The stretch of time that a period covers, in days counted with 31 to each month so that every month ends on its
/// 31st; good for comparing, not for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day; `None` for a point, of which only the end counts.
    pub from: Option<i32>,
    /// Its last day; `None` while it goes on.
    pub to: Option<i32>,
}

impl Stretch {
    fn months(first: (i16, u8), last: (i16, u8)) -> Self {
        Self {
            from: Some(day(first.0, i32::from(first.1), 1)),
            to: Some(day(last.0, i32::from(last.1), 31)),
        }
    }

    /// Whether two cover the same time; a point is the same as all that ends there.
    pub fn is_same(self, other: Self) -> bool {
        let points = self.from.is_none() || other.from.is_none();
        self.to == other.to && (points || self.from == other.from)
    }

    /// Whether it lies within another.
    pub fn is_within(self, other: Self) -> bool {
        let ends = match (self.to, other.to) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(end)) => own <= end,
        };
        let begins = match (self.from.or(self.to), other.from) {
            (Some(own), Some(start)) => own >= start,
            (None, Some(_)) => false,
            (_, None) => self.to == other.to,
        };
        ends && begins
    }

    /// Whether a day lies before it begins.
    pub fn begins_after(self, day: Date) -> bool {
        self.from.is_some_and(|from| day_of(day, false) < from)
    }

    /// How many of its days, counted as here, are left behind a day; none of those that go on.
    pub fn days_left(self, day: Date) -> Option<i32> {
        Some(self.to? - day_of(day, true))
    }

    /// Whether two have no day in common.
    pub fn is_apart(self, other: Self) -> bool {
        let before =
            |a: Self, b: Self| matches!((a.to, b.from.or(b.to)), (Some(a), Some(b)) if a < b);
        before(self, other) || before(other, self)
    }
}

fn day(year: i16, month: i32, day: i32) -> i32 {
    (i32::from(year) * 12 + month) * 31 + day
}

/// A day, the last of any month as the 31st.
fn day_of(date: Date, is_last: bool) -> i32 {
    let last = is_last && date.day >= 28;
    let of_month = if last { 31 } else { i32::from(date.day) };
    day(date.year, i32::from(date.month), of_month)
}

impl Period {
    /// What it covers; a period without a year is taken to lie in the year 0.
    pub fn stretch(&self) -> Stretch {
        let year = self.year().unwrap_or(0);
        let in_year = |first: u8, last: u8| Stretch::months((year, first), (year, last));
        match *self {
            Self::Year(_) => in_year(1, 12),
            Self::Half(_, n) => in_year(if n == 1 { 1 } else { 7 }, if n == 1 { 6 } else { 12 }),
            Self::Quarter(_, n) => {
                in_year(n.saturating_mul(3).saturating_sub(2), n.saturating_mul(3))
            }
            Self::FirstQuarters(_, n) => in_year(1, n.saturating_mul(3)),
            Self::Month(_, m) => in_year(m, m),
            Self::Months(_, a, b) => in_year(a, b),
            Self::Until(_, m) => Stretch {
                from: None,
                ..in_year(m, m)
            },
            Self::Since(y) => Stretch {
                to: None,
                ..Stretch::months((y, 1), (y, 1))
            },
            Self::SchoolYear(y) => Stretch::months((y, 9), (year, 8)),
            Self::SchoolTerm(y, 1) => Stretch::months((y, 9), (year, 1)),
            Self::SchoolTerm(..) => in_year(2, 8),
            Self::Years(a, b) => Stretch::months((a, 1), (b, 12)),
            Self::MonthSpan(a, b) => Stretch::months(a, b),
            Self::Days(a, b) => Stretch {
                from: Some(day_of(a, false)),
                to: Some(day_of(b, true)),
            },
        }
    }
}

/// 第一季度 without 第, 上半年 …: the names of the parts of a year.
pub(crate) const CHINESE_NUMBERS: [&str; 4] = ["一", "二", "三", "四"];

fn nth(n: u8) -> &'static str {
    let index = usize::from(n.saturating_sub(1));
    CHINESE_NUMBERS.get(index).copied().unwrap_or_default()
}

impl Period {
    /// Its Chinese name without the year: 上半年, 第一季度, 1—5月; the whole name where the year is the name.
    pub(crate) fn chinese_in_year(&self) -> String {
        match *self {
            Self::Half(_, n) => if n == 1 { "上半年" } else { "下半年" }.to_owned(),
            Self::Quarter(_, n) => format!("第{}季度", nth(n)),
            Self::FirstQuarters(_, n) => format!("前{}季度", nth(n)),
            Self::Month(_, m) => format!("{m}月"),
            Self::Months(_, a, b) => format!("{a}—{b}月"),
            Self::Until(_, m) => format!("截至{m}月底"),
            Self::SchoolTerm(_, n) => format!("第{}学期", nth(n)),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(y) => write!(f, "{y}年"),
            Self::Until(Some(y), m) => write!(f, "截至{y}年{m}月底"),
            Self::Since(y) => write!(f, "{y}年以来"),
            Self::SchoolYear(y) => write!(f, "{y}—{}学年", i32::from(y) + 1),
            Self::SchoolTerm(y, _) => {
                write!(f, "{}{}", Self::SchoolYear(y), self.chinese_in_year())
            }
            Self::Years(a, b) => write!(f, "{a}—{b}年"),
            Self::MonthSpan(a, b) => write!(f, "{}年{}月—{}年{}月", a.0, a.1, b.0, b.1),
            Self::Days(a, b) => write!(f, "{}—{}", chinese_day(a), chinese_day(b)),
            Self::Half(y, _)
            | Self::Quarter(y, _)
            | Self::FirstQuarters(y, _)
            | Self::Month(y, _)
            | Self::Months(y, ..)
            | Self::Until(y, _) => {
                if let Some(y) = y {
                    write!(f, "{y}年")?;
                }
                f.write_str(&self.chinese_in_year())
            }
        }
    }
}

fn chinese_day(date: Date) -> String {
    format!("{}年{}月{}日", date.year, date.month, date.day)
}

fn not_a_period(text: &str) -> Text {
    Text::new(
        format!(
            "“{text}”不是期间，应写作“2026年”“2026年上半年”“2026年第一季度”“2026年1—5月”“截至2026年5月底”“2024年以来”或“2025—2026学年”，年份写四位数"
        ),
        format!(
            "\"{text}\" is not a period; expected \"2026\", \"first half of 2026\", \"Q1 2026\", \"January–May 2026\", \"as of the end of May 2026\" or \"since 2024\""
        ),
    )
}
