//! Which digits belong to dates.

use super::followed_by;

/// A run of digits.
pub struct Run {
    /// Its first character.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// Its value, when it is a whole number of up to four digits.
    pub value: Option<u32>,
}

/// The runs of digits before and behind one, however far away.
pub struct Neighbours<'a> {
    pub before: Option<&'a Run>,
    pub after: Option<&'a Run>,
}

/// Whether a run of digits is the year, month or day of a date.
pub fn is_date(chars: &[char], run: &Run, near: &Neighbours<'_>) -> bool {
    let Some(value) = run.value else {
        return is_dotted_date(chars, run);
    };
    let year = run.end - run.start == 4 && (1900..2100).contains(&value);
    let month = (1..=12).contains(&value);
    let day = (1..=31).contains(&value);
    let next = chars.get(run.end).copied();
    let after_month = run.start.checked_sub(1).and_then(|i| chars.get(i)) == Some(&'月');
    match next {
        Some('年') => year,
        Some('月') => month,
        Some('日') => day,
        Some('号') => day && after_month,
        _ if year
            && followed_by(
                chars,
                run.end,
                &["上半年", "下半年", "财年", "学年", "—", "–"],
            ) =>
        {
            true
        }
        // `1—6月`: the first number of a span has the unit of the second.
        _ if joined(chars, run, near.after) && near.after.is_some_and(|n| ends_date(chars, n)) => {
            year || month || day
        }
        _ => is_iso_part(chars, run, near) || is_english_date(chars, run, year, day),
    }
}

fn ends_date(chars: &[char], run: &Run) -> bool {
    matches!(chars.get(run.end), Some('年' | '月' | '日'))
}

/// Whether only a dash stands between a number and the next one.
fn joined(chars: &[char], run: &Run, next: Option<&Run>) -> bool {
    let Some(next) = next else { return false };
    match chars.get(run.end..next.start) {
        Some([dash]) => matches!(
            dash,
            '-' | '—' | '–' | '－' | '~' | '～' | '至' | '到' | '、'
        ),
        _ => false,
    }
}

/// `2026.7.10`, read as one run because of its points.
fn is_dotted_date(chars: &[char], run: &Run) -> bool {
    let text: String = chars
        .get(run.start..run.end)
        .unwrap_or_default()
        .iter()
        .collect();
    let mut parts = text.split('.').map(|p| p.parse::<u32>().unwrap_or(0));
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day), None) => is_day(year, month, day),
        _ => false,
    }
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// `2026-07-10`, `2026/7/10`: any of its three parts.
fn is_iso_part(chars: &[char], run: &Run, near: &Neighbours<'_>) -> bool {
    let sign = |a: Option<&Run>, b: Option<&Run>| -> bool {
        let (Some(a), Some(b)) = (a, b) else {
            return false;
        };
        matches!(chars.get(a.end..b.start), Some(['-' | '/']))
    };
    let back = sign(near.before, Some(run));
    let on = sign(Some(run), near.after);
    let value = run.value.unwrap_or(0);
    let is_year = |r: Option<&Run>| {
        r.and_then(|r| r.value)
            .is_some_and(|v| (1900..2100).contains(&v))
    };
    if back && !on {
        // The day: the year lies two parts back, and only the month is in sight.
        return (1..=31).contains(&value)
            && near
                .before
                .and_then(|r| r.value)
                .is_some_and(|m| (1..=12).contains(&m))
            && near.before.is_some_and(|r| {
                matches!(
                    r.start.checked_sub(1).and_then(|i| chars.get(i)),
                    Some('-' | '/')
                )
            });
    }
    match (back, on) {
        (true, true) => is_year(near.before) && (1..=12).contains(&value),
        (false, true) => is_year(Some(run)),
        _ => false,
    }
}

const MONTHS: [&str; 12] = [
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

/// A bare year of English text (`in 2026`, `July 2026`), or a day beside a month's name.
fn is_english_date(chars: &[char], run: &Run, year: bool, day: bool) -> bool {
    let before: String = chars.get(..run.start).unwrap_or_default().iter().collect();
    let after: String = chars.get(run.end..).unwrap_or_default().iter().collect();
    let after_month = |text: &str| MONTHS.iter().any(|m| text.trim_end().ends_with(m));
    if day && (after_month(&before) || MONTHS.iter().any(|m| after.trim_start().starts_with(m))) {
        return true;
    }
    let in_year = ["in ", "In ", "since ", "Since "]
        .iter()
        .any(|p| before.ends_with(p));
    // `July 10, 2026`
    let behind_day = before
        .strip_suffix(", ")
        .is_some_and(|b| after_month(b.trim_end_matches(|c: char| c.is_ascii_digit())));
    year && (in_year || behind_day || after_month(&before))
}
