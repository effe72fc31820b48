//! Days and periods in words.

use crate::model::{Date, Language, MONTHS, Period};

/// A day in running text: 2026年7月10日, 10 July 2026.
pub fn date_text(date: Date, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", date.year, date.month, date.day),
        Language::English => {
            let month = u8::try_from(date.month).map_or("", month);
            format!("{} {month} {}", date.day, date.year)
        }
    }
}

/// The names of a period and of the one after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodNames {
    /// 2026年上半年
    pub full: String,
    /// 上半年; 全年 for a year
    pub short: String,
    /// The next period in full: 2026年下半年, 2027年
    pub next: String,
    /// The next period in short: 下半年, 明年, 下季度, 下月, 下学年
    pub next_short: String,
    /// The calendar year in which it ends: 2026年. Empty without a year.
    pub year: String,
    /// The year after: 2027年
    pub next_year: String,
    /// The year before: 2025年
    pub last_year: String,
}

/// The names of a period.
pub fn period_names(period: &Period, language: Language) -> PeriodNames {
    let year = |offset: i16| {
        let year = period.year().and_then(|y| y.checked_add(offset));
        year.map_or_else(String::new, |y| full(&Period::Year(y), language))
    };
    PeriodNames {
        full: full(period, language),
        short: short(period, language),
        next: next(period).map_or_else(
            || next_short(period, language).to_owned(),
            |p| full(&p, language),
        ),
        next_short: next_short(period, language).to_owned(),
        year: year(0),
        next_year: year(1),
        last_year: year(-1),
    }
}

/// The names under which a period goes in running text, in both languages, without its year where that may be left out.
pub fn names_of_period(period: &Period) -> Vec<String> {
    let mut names = vec![
        period.chinese_in_year(),
        period.text(),
        english_full(period),
    ];
    names.extend(Some(english_in_year(period)).filter(|n| !n.is_empty()));
    names
}

/// A period in full.
pub(super) fn full(period: &Period, language: Language) -> String {
    match language {
        Language::Chinese => period.text(),
        Language::English => english_full(period),
    }
}

fn short(period: &Period, language: Language) -> String {
    match (period, language) {
        (Period::Year(_), Language::Chinese) => "全年".to_owned(),
        (Period::Year(_), Language::English) => "the year".to_owned(),
        (Period::SchoolYear(_), Language::Chinese) => "本学年".to_owned(),
        (Period::SchoolYear(_), Language::English) => "the school year".to_owned(),
        (_, Language::Chinese) => period.chinese_in_year(),
        (_, Language::English) => {
            let short = english_in_year(period);
            if short.is_empty() {
                english_full(period)
            } else {
                short
            }
        }
    }
}

/// The period that follows, where that is clear.
fn next(period: &Period) -> Option<Period> {
    let after = |y: Option<i16>| y.and_then(|y| y.checked_add(1));
    match *period {
        Period::Year(y) => Some(Period::Year(after(Some(y))?)),
        Period::Half(y, 1) => Some(Period::Half(y, 2)),
        Period::Half(y, _) => Some(Period::Half(Some(after(y)?), 1)),
        Period::Quarter(y, n @ 1..=3) => Some(Period::Quarter(y, n + 1)),
        Period::Quarter(y, _) => Some(Period::Quarter(Some(after(y)?), 1)),
        Period::FirstQuarters(y, 3) => Some(Period::Quarter(y, 4)),
        Period::FirstQuarters(y, _) => Some(Period::Half(y, 2)),
        Period::Month(y, m @ 1..=11) => Some(Period::Month(y, m + 1)),
        Period::Month(y, _) => Some(Period::Month(Some(after(y)?), 1)),
        Period::Months(y, _, 6) => Some(Period::Half(y, 2)),
        Period::SchoolYear(y) => Some(Period::SchoolYear(after(Some(y))?)),
        Period::SchoolTerm(y, 1) => Some(Period::SchoolTerm(y, 2)),
        Period::SchoolTerm(y, _) => Some(Period::SchoolTerm(after(Some(y))?, 1)),
        Period::Months(_, _, 12) => Some(Period::Year(after(period.year())?)),
        Period::Months(..)
        | Period::Until(..)
        | Period::Since(_)
        | Period::Years(..)
        | Period::MonthSpan(..)
        | Period::Days(..) => None,
    }
}

fn next_short(period: &Period, language: Language) -> &'static str {
    let (zh, en) = match period {
        Period::Year(_) | Period::Half(_, 2..) | Period::Months(_, _, 12) => ("明年", "next year"),
        Period::Half(..) | Period::FirstQuarters(_, 2) | Period::Months(_, _, 6) => {
            ("下半年", "the second half of the year")
        }
        Period::FirstQuarters(..) => ("第四季度", "the fourth quarter"),
        Period::Quarter(..) => ("下季度", "the next quarter"),
        Period::Month(..) => ("下月", "next month"),
        Period::SchoolYear(_) => ("下学年", "the next school year"),
        Period::SchoolTerm(..) => ("下学期", "the next term"),
        Period::Months(..) | Period::Until(..) | Period::Since(_) => ("下一步", "the next stage"),
        Period::Years(..) | Period::MonthSpan(..) | Period::Days(..) => ("今后", "the time ahead"),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

fn month(n: u8) -> &'static str {
    let index = usize::from(n).checked_sub(1);
    index.and_then(|i| MONTHS.get(i)).copied().unwrap_or("")
}

fn english_full(period: &Period) -> String {
    let inside = english_in_year(period);
    let year = |y: Option<i16>, joint: &str| {
        let year = y.map_or_else(String::new, |y| format!("{joint}{y}"));
        format!("{inside}{year}")
    };
    match *period {
        Period::Year(y) => y.to_string(),
        Period::Half(y, _) | Period::Quarter(y, _) | Period::FirstQuarters(y, _) => year(y, " of "),
        Period::Month(y, _) | Period::Months(y, ..) | Period::Until(y, _) => year(y, " "),
        Period::Since(y) => format!("since {y}"),
        Period::SchoolYear(y) => format!("the {y}–{} school year", i32::from(y) + 1),
        Period::SchoolTerm(y, _) => {
            format!("{inside} of the {y}–{} school year", i32::from(y) + 1)
        }
        Period::Years(a, b) => format!("{a}–{b}"),
        Period::MonthSpan(a, b) => {
            format!("{} {} – {} {}", month(a.1), a.0, month(b.1), b.0)
        }
        Period::Days(a, b) => {
            let day = |d| date_text(d, Language::English);
            format!("{} – {}", day(a), day(b))
        }
    }
}

/// The English name without the year; empty where the year is the name.
fn english_in_year(period: &Period) -> String {
    let nth = |n: u8| match n {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    };
    match *period {
        Period::Half(_, n) => format!("the {} half", nth(n)),
        Period::Quarter(_, n) => format!("the {} quarter", nth(n)),
        Period::FirstQuarters(_, n) => {
            let count = if n == 2 { "two" } else { "three" };
            format!("the first {count} quarters")
        }
        Period::Month(_, m) => month(m).to_owned(),
        Period::Months(_, a, b) => format!("{}–{}", month(a), month(b)),
        Period::Until(_, m) => format!("the end of {}", month(m)),
        Period::SchoolTerm(_, n) => format!("the {} term", nth(n)),
        Period::Year(_)
        | Period::Since(_)
        | Period::SchoolYear(_)
        | Period::Years(..)
        | Period::MonthSpan(..)
        | Period::Days(..) => String::new(),
    }
}
