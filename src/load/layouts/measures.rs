//! Lengths as people type them: 37毫米, 28.95磅, 2字, 三号. Reckoned in whole thousandths, so that every machine gives
//! the same twip.

use crate::diag::Text;
use crate::layout::{Chars, HalfPoints, Twips};

/// A length with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Millimetres, centimetres, inches, points.
    Fixed(Twips),
    /// 字: widths of the paragraph's own characters.
    Chars(Chars),
    /// 行: lines of the page, in hundredths.
    Lines(i32),
    /// 倍: times the height of the letters, in hundredths.
    Times(i32),
}

/// Longest length, in thousandths of its unit: more than any sheet is wide.
const LONGEST: i64 = 10_000_000;

/// What units are called, and how many twips one has, as a fraction.
const FIXED: &[(&[&str], i64, i64)] = &[
    (&["毫米", "mm"], 14_400, 254),
    (&["厘米", "公分", "cm"], 144_000, 254),
    (&["英寸", "inch", "in"], 1440, 1),
    (&["磅", "pt", "点"], 20, 1),
];
const CHARS: &[&str] = &[
    "字符",
    "字",
    "characters",
    "character",
    "chars",
    "char",
    "em",
];
const LINES: &[&str] = &["行", "lines", "line"];
const TIMES: &[&str] = &["倍行距", "倍", "times", "x"];

/// The sizes of letters by name, in half points.
const SIZES: &[(&str, u16)] = &[
    ("初号", 84),
    ("小初", 72),
    ("一号", 52),
    ("小一", 48),
    ("二号", 44),
    ("小二", 36),
    ("三号", 32),
    ("小三", 30),
    ("四号", 28),
    ("小四", 24),
    ("五号", 21),
    ("小五", 18),
    ("六号", 15),
    ("小六", 13),
    ("七号", 11),
    ("八号", 10),
];

/// Reads a length.
///
/// # Errors
/// What is wrong with it: no number, no unit, an unknown unit.
pub fn measure(typed: &str) -> Result<Measure, Text> {
    let text = normal(typed);
    if matches!(text.as_str(), "单倍" | "单倍行距" | "single") {
        return Ok(Measure::Times(100));
    }
    let end = text
        .char_indices()
        .find(|(_, c)| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+'))
        .map_or(text.len(), |(at, _)| at);
    let (number, unit) = text.split_at(end);
    let unit = unit.trim();
    let thousandths = thousandths(number).ok_or_else(|| no_number(typed))?;
    if unit.is_empty() {
        return Err(no_unit(typed));
    }
    let round = |n: i64, times: i64, over: i64| -> i32 {
        let doubled = 2 * n * times / over / 1000;
        let away = if doubled < 0 {
            doubled - 1
        } else {
            doubled + 1
        };
        i32::try_from(away / 2).unwrap_or(i32::MAX)
    };
    if let Some((_, times, over)) = FIXED.iter().find(|(names, ..)| names.contains(&unit)) {
        return Ok(Measure::Fixed(Twips(round(thousandths, *times, *over))));
    }
    let hundredths = round(thousandths, 100, 1);
    match unit {
        unit if CHARS.contains(&unit) => Ok(Measure::Chars(Chars(hundredths))),
        unit if LINES.contains(&unit) => Ok(Measure::Lines(hundredths)),
        unit if TIMES.contains(&unit) => Ok(Measure::Times(hundredths)),
        _ => Err(unknown_unit(typed, unit)),
    }
}

/// Reads a size of letters: 三号, 小四, 3号, 16磅.
///
/// # Errors
/// What is wrong with it.
pub fn size(typed: &str) -> Result<HalfPoints, Text> {
    let name: String = normal(typed).chars().map(by_name).collect();
    let named = SIZES.iter().find(|(known, _)| {
        *known == name || name.strip_suffix('号').is_some_and(|short| short == *known)
    });
    if let Some((_, size)) = named {
        return Ok(HalfPoints(*size));
    }
    let wrong = || {
        Text::new(
            format!("字号“{typed}”不认识"),
            format!("\"{typed}\" is no size of letters"),
        )
    };
    match measure(typed) {
        Ok(Measure::Fixed(Twips(twips))) if (20..=4000).contains(&twips) => {
            u16::try_from((twips + 5) / 10)
                .map(HalfPoints)
                .map_err(|_| wrong())
        }
        Err(fault) if normal(typed).starts_with(|c: char| c.is_ascii_digit()) => Err(fault),
        _ => Err(wrong()),
    }
}

/// 3 as in 3号.
fn by_name(c: char) -> char {
    let digit = c.to_digit(10).and_then(|d| usize::try_from(d).ok());
    let names = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    digit.and_then(|d| names.get(d).copied()).unwrap_or(c)
}

/// Full-width digits and signs as ASCII, small letters, no blanks at the edges.
fn normal(typed: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | '．' | '－' | '＋' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '−' => '-',
        c => c.to_ascii_lowercase(),
    };
    typed.trim().chars().map(narrow).collect()
}

fn thousandths(number: &str) -> Option<i64> {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 6
        || part.len() > 6
        || !is_number(whole)
        || !is_number(part)
    {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let value = whole.parse::<i64>().ok()? * 1000 + part.parse::<i64>().ok()?;
    (value <= LONGEST).then_some(sign * value)
}

fn no_number(typed: &str) -> Text {
    Text::new(
        format!("“{typed}”不是长度"),
        format!("\"{typed}\" is no length"),
    )
}

fn no_unit(typed: &str) -> Text {
    Text::new(
        format!("长度“{typed}”没有写单位"),
        format!("the length \"{typed}\" has no unit"),
    )
}

fn unknown_unit(typed: &str, unit: &str) -> Text {
    Text::new(
        format!("长度“{typed}”的单位“{unit}”不认识"),
        format!("the unit \"{unit}\" of the length \"{typed}\" is not known"),
    )
}

/// A length in points, as people type it: 28.95.
pub fn points(length: Twips) -> String {
    let sign = if length.0 < 0 { "-" } else { "" };
    let hundredths = i64::from(length.0).abs() * 5;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let text = format!("{sign}{whole}.{part:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
