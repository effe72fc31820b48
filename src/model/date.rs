//! Days.

use super::Parsed;
use super::number::half_width;
use crate::diag::Text;
use std::fmt;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, four digits.
    pub year: i16,
    /// Month, 1–12.
    pub month: i8,
    /// Day, 1–31.
    pub day: i8,
}

impl Date {
    /// Reads `2026-07-10`, `2026/7/10`, `2026年7月10日`, `2026.7.10`, `10 July 2026`, `July 10, 2026`.
    ///
    /// # Errors
    /// The explanation of what cannot be read or is not a day, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        let typed = half_width(text);
        let (year, month, day) = fields(&typed.text).ok_or_else(|| not_a_date(&typed.text))?;
        if !(1900..=2999).contains(&year) {
            return Err(Text::new(
                format!("“{}”的年份要写四位数，如2026", typed.text),
                format!(
                    "the year of \"{}\" must have four digits, such as 2026",
                    typed.text
                ),
            ));
        }
        if !(1..=days_in(year, month)).contains(&day) {
            return Err(Text::new(
                format!("没有“{}”这一天", typed.text),
                format!("there is no day \"{}\"", typed.text),
            ));
        }
        let value = Self { year, month, day };
        Ok(Parsed {
            value,
            notes: typed.notes,
        })
    }

    /// The date as it should be typed: `2026-07-10`.
    pub fn text(self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has; none for a month that is not.
fn days_in(year: i16, month: i8) -> i8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i8::from(leap),
        _ => 0,
    }
}

/// English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month by its English name or the first three letters of it.
pub(super) fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| {
            name.eq_ignore_ascii_case(word)
                || name.get(..3).is_some_and(|n| n.eq_ignore_ascii_case(word))
        })
        .map(|(n, _)| n)
}

/// Year, month and day of a text, whether or not there is such a day.
fn fields(text: &str) -> Option<(i16, i8, i8)> {
    if text.is_ascii() && text.contains(|c: char| c.is_ascii_alphabetic()) {
        return english_fields(text);
    }
    let chinese = text
        .strip_suffix('日')
        .and_then(|t| t.split_once('年'))
        .and_then(|(y, rest)| rest.split_once('月').map(|(m, d)| [y, m, d]));
    let parts = match chinese {
        Some(parts) => parts,
        None => {
            let separator = ['-', '/', '.'].into_iter().find(|c| text.contains(*c))?;
            let mut parts = text.split(separator);
            let three = [parts.next()?, parts.next()?, parts.next()?];
            parts.next().is_none().then_some(three)?
        }
    };
    let [year, month, day] = parts.map(str::trim);
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let sound = digits(year) && digits(month) && digits(day);
    sound.then_some(())?;
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn english_fields(text: &str) -> Option<(i16, i8, i8)> {
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let &[first, second, year] = words.as_slice() else {
        return None;
    };
    let (month, day) = match month_named(first) {
        Some(month) => (month, second),
        None => (month_named(second)?, first),
    };
    Some((
        year.parse().ok()?,
        i8::try_from(month).ok()?,
        day.parse().ok()?,
    ))
}

fn not_a_date(text: &str) -> Text {
    Text::new(
        format!("“{text}”不是日期，应写作“2026-07-10”或“2026年7月10日”"),
        format!("\"{text}\" is not a date; expected \"2026-07-10\" or \"10 July 2026\""),
    )
}
