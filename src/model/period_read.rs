//! Reading periods. Every reader takes the whole text and knows one way of writing; whether the numbers make sense is
//! asked afterwards.

use super::date::month_named;
use super::period::CHINESE_NUMBERS;
use super::{Date, Period};

const DASHES: [char; 6] = ['—', '-', '–', '~', '至', '到'];

/// Reads a period written in Chinese, or in bare numbers.
pub(super) fn chinese(text: &str) -> Option<Period> {
    let readers = [until, since, school, days, span, years, in_year];
    readers.iter().find_map(|read| read(text))
}

/// Whether a text is to be read as English.
pub(super) fn is_english(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_alphabetic())
}

fn number(text: &str) -> Option<(u16, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let digits = text.get(..end).filter(|d| d.len() <= 4)?;
    Some((digits.parse().ok()?, text.get(end..)?))
}

fn small(text: &str) -> Option<(u8, &str)> {
    let (n, rest) = number(text)?;
    Some((u8::try_from(n).ok()?, rest))
}

fn year(text: &str) -> Option<(i16, &str)> {
    let (n, rest) = number(text)?;
    Some((i16::try_from(n).ok()?, rest))
}

/// `2026年…`, or no year at all.
fn year_if_any(text: &str) -> (Option<i16>, &str) {
    year(text)
        .and_then(|(y, rest)| Some((Some(y), rest.strip_prefix('年')?)))
        .unwrap_or((None, text))
}

fn dash(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix(DASHES)?;
    // —— is typed for — now and then.
    Some(rest.strip_prefix('—').unwrap_or(rest).trim_start())
}

fn until(text: &str) -> Option<Period> {
    let rest = ["截至", "截止到", "截止"]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let (year, rest) = year_if_any(rest);
    let (month, rest) = small(rest)?;
    ["月底", "月末", "月"]
        .contains(&rest)
        .then_some(Period::Until(year, month))
}

fn since(text: &str) -> Option<Period> {
    let (year, rest) = year(text)?;
    ["年以来", "年来"]
        .contains(&rest)
        .then_some(Period::Since(year))
}

fn school(text: &str) -> Option<Period> {
    let (first, rest) = year(text)?;
    let (last, rest) = year(dash(rest.strip_prefix('年').unwrap_or(rest))?)?;
    let rest = rest.strip_prefix("学年")?;
    (first.checked_add(1) == Some(last)).then_some(())?;
    match rest {
        "" | "度" => Some(Period::SchoolYear(first)),
        "第一学期" | "第1学期" | "上学期" => Some(Period::SchoolTerm(first, 1)),
        "第二学期" | "第2学期" | "下学期" => Some(Period::SchoolTerm(first, 2)),
        _ => None,
    }
}

fn days(text: &str) -> Option<Period> {
    let date = |t: &str| Date::parse(t).ok().map(|d| d.value);
    text.char_indices()
        .filter(|(_, c)| DASHES.contains(c))
        .find_map(|(i, _)| {
            let first = date(text.get(..i)?)?;
            let rest = dash(text.get(i..)?)?;
            let last = date(rest).or_else(|| date(&format!("{}年{rest}", first.year)))?;
            Some(Period::Days(first, last))
        })
}

fn span(text: &str) -> Option<Period> {
    let month = |t| -> Option<((i16, u8), &str)> {
        let (y, rest) = year(t)?;
        let (m, rest) = small(rest.strip_prefix('年')?)?;
        Some(((y, m), rest.strip_prefix('月')?))
    };
    let (first, rest) = month(text)?;
    let (last, rest) = month(dash(rest)?)?;
    rest.is_empty().then_some(Period::MonthSpan(first, last))
}

fn years(text: &str) -> Option<Period> {
    let (first, rest) = year(text)?;
    let (last, rest) = year(dash(rest.strip_prefix('年').unwrap_or(rest))?)?;
    let whole = ["年", "年度", ""].contains(&rest) && first >= 1000 && last >= 1000;
    whole.then_some(Period::Years(first, last))
}

fn in_year(text: &str) -> Option<Period> {
    if let Some((y, "")) = year(text) {
        return Some(Period::Year(y));
    }
    let (year, rest) = year_if_any(text);
    match rest {
        "" | "度" | "全年" => return year.map(Period::Year),
        "上半年" => return Some(Period::Half(year, 1)),
        "下半年" => return Some(Period::Half(year, 2)),
        _ => {}
    }
    if let Some(name) = rest.strip_suffix("季度") {
        return quarter(year, name);
    }
    months(year, rest)
}

fn quarter(year: Option<i16>, name: &str) -> Option<Period> {
    let which = name.trim_start_matches(['第', '前']);
    let n = (1..)
        .zip(CHINESE_NUMBERS)
        .find(|(n, zh)| *zh == which || n.to_string() == which)
        .map(|(n, _)| n)?;
    if name.starts_with('前') {
        Some(Period::FirstQuarters(year, n))
    } else {
        Some(Period::Quarter(year, n))
    }
}

fn months(year: Option<i16>, text: &str) -> Option<Period> {
    let (first, rest) = small(text)?;
    if ["月", "月份"].contains(&rest) {
        return Some(Period::Month(year, first));
    }
    let (last, rest) = small(dash(rest.strip_prefix('月').unwrap_or(rest))?)?;
    ["月", "月份"]
        .contains(&rest)
        .then_some(Period::Months(year, first, last))
}

/// Reads a period written in English.
pub(super) fn english(text: &str) -> Option<Period> {
    let lower = text.to_ascii_lowercase();
    let text = lower.trim();
    let text = text.strip_prefix("the ").unwrap_or(text);
    let readers = [
        english_until,
        english_since,
        english_school,
        english_days,
        english_part,
        english_months,
    ];
    readers.iter().find_map(|read| read(text))
}

fn english_until(text: &str) -> Option<Period> {
    let rest = text.strip_prefix("as of ").unwrap_or(text);
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let (month, year) = month_and_year(rest.strip_prefix("end of ")?)?;
    Some(Period::Until(year, month))
}

fn english_since(text: &str) -> Option<Period> {
    let (year, rest) = year(text.strip_prefix("since ")?)?;
    rest.is_empty().then_some(Period::Since(year))
}

fn english_school(text: &str) -> Option<Period> {
    let rest = ["school year", "academic year"].iter().find_map(|name| {
        text.strip_suffix(name)
            .or_else(|| text.strip_prefix(name))
            .map(str::trim)
    })?;
    let (first, rest) = year(rest)?;
    let (last, rest) = year(dash(rest)?)?;
    let follows = first.checked_add(1) == Some(last) && rest.is_empty();
    follows.then_some(Period::SchoolYear(first))
}

fn two_sides(text: &str) -> Option<(&str, &str)> {
    text.split_once(" to ")
        .or_else(|| text.split_once(['–', '—', '-']))
        .map(|(a, b)| (a.trim(), b.trim()))
}

fn english_days(text: &str) -> Option<Period> {
    let (first, last) = two_sides(text)?;
    let date = |t: &str| Date::parse(t).ok().map(|d| d.value);
    Some(Period::Days(date(first)?, date(last)?))
}

/// Parts of the year: `first half of 2026`, `h1 2026`, `q1`, `first three quarters of 2026`.
fn english_part(text: &str) -> Option<Period> {
    type Part = (&'static str, &'static str, fn(Option<i16>) -> Period);
    const PARTS: &[Part] = &[
        ("first half", "h1", |y| Period::Half(y, 1)),
        ("second half", "h2", |y| Period::Half(y, 2)),
        ("first quarter", "q1", |y| Period::Quarter(y, 1)),
        ("second quarter", "q2", |y| Period::Quarter(y, 2)),
        ("third quarter", "q3", |y| Period::Quarter(y, 3)),
        ("fourth quarter", "q4", |y| Period::Quarter(y, 4)),
        ("first three quarters", "q1-q3", |y| {
            Period::FirstQuarters(y, 3)
        }),
        ("first two quarters", "q1-q2", |y| {
            Period::FirstQuarters(y, 2)
        }),
    ];
    let (name, year) = match text.rsplit_once(' ') {
        Some((name, last)) if last.starts_with(|c: char| c.is_ascii_digit()) => {
            (name.strip_suffix(" of").unwrap_or(name), Some(last))
        }
        _ => (text, None),
    };
    let year = match year {
        Some(typed) => Some(self::year(typed).filter(|(_, rest)| rest.is_empty())?.0),
        None => None,
    };
    PARTS
        .iter()
        .find(|(long, short, _)| *long == name || *short == name)
        .map(|(_, _, make)| make(year))
}

fn english_months(text: &str) -> Option<Period> {
    let Some((first, last)) = two_sides(text) else {
        let (month, year) = month_and_year(text)?;
        return Some(Period::Month(year, month));
    };
    let (first, first_year) = month_and_year(first)?;
    let (last, last_year) = month_and_year(last)?;
    match (first_year, last_year) {
        (Some(a), Some(b)) if a != b => Some(Period::MonthSpan((a, first), (b, last))),
        (a, b) => Some(Period::Months(b.or(a), first, last)),
    }
}

fn month_and_year(text: &str) -> Option<(u8, Option<i16>)> {
    let (name, rest) = text.split_once(' ').unwrap_or((text, ""));
    let month = month_named(name)?;
    if rest.is_empty() {
        return Some((month, None));
    }
    let (year, rest) = year(rest)?;
    rest.is_empty().then_some((month, Some(year)))
}
