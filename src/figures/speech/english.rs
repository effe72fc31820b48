//! English.

use super::units::in_language;
use super::{Direction, Form, Said, Since, Speech};
use crate::figures::targets::TargetSpan;
use crate::figures::{Amount, AspectInfo, Base, Standing};
use crate::model::{Approximation, Language, Period, Rank, Rounding, Unit};

/// English as company reports have it.
pub(super) struct English;

impl Speech for English {
    fn amount(&self, amount: &Amount, decimals: Option<u32>, rounding: Rounding) -> Option<String> {
        let amount = in_language(amount, Language::English);
        let number = grouped(&amount.rounded(decimals, rounding)?.to_string());
        let unit = amount.unit.name.as_str();
        let close = unit.is_empty() || unit.starts_with(['%', '‰', '°', '℃']);
        let blank = if close { "" } else { " " };
        let size = format!("{number}{blank}{unit}");
        Some(match amount.approximation {
            None => size,
            Some(Approximation::About | Approximation::Around) => format!("about {size}"),
            Some(Approximation::Nearly) => format!("nearly {size}"),
            Some(Approximation::Over) => format!("over {size}"),
            Some(Approximation::Exceeding | Approximation::AndOdd | Approximation::AndMore) => {
                format!("more than {size}")
            }
            Some(Approximation::Under) => format!("less than {size}"),
            Some(Approximation::AndAbove) => format!("{size} or more"),
            Some(Approximation::AndBelow) => format!("{size} or less"),
        })
    }

    fn about(&self, size: &str) -> String {
        format!("about {size}")
    }

    fn named(&self, name: &str, value: &str) -> String {
        counted(name, value).unwrap_or_else(|| format!("{name} of {value}"))
    }

    fn sentence(&self, name: &str, value: Option<&str>, trend: Option<(&Said, Since)>) -> String {
        match (value, trend) {
            (Some(value), Some((said, since))) => {
                format!("{}, {}", was(name, value), aside(said, &since))
            }
            (Some(value), None) => was(name, value),
            (None, Some((said, since))) => format!("{name} {}", self.trend(said, &since)),
            (None, None) => name.to_owned(),
        }
    }

    fn trend(&self, said: &Said, since: &Since) -> String {
        let from = match since.base {
            // 同比 is what a reader expects without being told.
            Base::LastYear => String::new(),
            Base::LastPeriod => format!(" from {}", base_name(since)),
            Base::Opening => format!(" since {}", base_name(since)),
        };
        match (&said.form, said.direction) {
            (Form::Percent(_) | Form::Points(_), Direction::Flat) => {
                format!("was unchanged from {}", base_name(since))
            }
            (Form::Percent(size), Direction::Up) => format!("rose {size}%{from}"),
            (Form::Percent(size), Direction::Down) => format!("fell {size}%{from}"),
            (Form::Points(size), Direction::Up) => format!("rose {}{from}", points(size)),
            (Form::Points(size), Direction::Down) => format!("fell {}{from}", points(size)),
            (Form::LossToProfit, _) => "turned from loss to profit".to_owned(),
            (Form::ProfitToLoss, _) => "turned from profit to loss".to_owned(),
            (Form::LossCut(size), _) => format!("cut its loss by {size}"),
            (Form::LossGrown(size), _) => format!("widened its loss by {size}"),
            (Form::FromNothing(size), _) => format!("rose from zero by {size}"),
        }
    }

    fn doubling(&self, times: u32, exactly: bool) -> String {
        let more = if exactly { "" } else { "more than " };
        match times {
            1 => format!("{more}doubled"),
            2 => format!("{more}quadrupled"),
            n => format!("rose {more}{}-fold", 1_u128.checked_shl(n).unwrap_or(0)),
        }
    }

    fn points(&self, said: &Said) -> String {
        match (&said.form, said.direction) {
            (Form::Points(size), Direction::Up) => format!("up {}", points(size)),
            (Form::Points(size), Direction::Down) => format!("down {}", points(size)),
            _ => "unchanged".to_owned(),
        }
    }

    fn rate(&self, said: &Said) -> String {
        let sign = if said.direction == Direction::Down {
            "-"
        } else {
            ""
        };
        match &said.form {
            Form::Percent(size) => format!("{sign}{size}%"),
            Form::Points(size) => format!("{sign}{}", points(size)),
            Form::LossToProfit => "loss turned to profit".to_owned(),
            Form::ProfitToLoss => "profit turned to loss".to_owned(),
            Form::LossCut(size) => format!("loss cut by {size}"),
            Form::LossGrown(size) => format!("loss widened by {size}"),
            Form::FromNothing(size) => format!("up {size} from zero"),
        }
    }

    fn change(&self, direction: Direction, size: &str) -> String {
        match direction {
            Direction::Up => format!("an increase of {size}"),
            Direction::Down => format!("a decrease of {size}"),
            Direction::Flat => "no change".to_owned(),
        }
    }

    fn of_target(&self, percent: &str, span: TargetSpan) -> String {
        let target = match span {
            TargetSpan::Year => "annual target",
            TargetSpan::SchoolYear => "target for the school year",
            TargetSpan::Plan => "target of the plan",
        };
        format!("{percent} of the {target}")
    }

    fn standing(&self, standing: &Standing, by: &str) -> String {
        match standing {
            Standing::Reached => "meeting the target".to_owned(),
            Standing::Short(_) => format!("{by} below the target"),
            Standing::Within => "within the target".to_owned(),
            Standing::Beyond(_) => format!("{by} above the target"),
        }
    }

    fn pace(&self, direction: Direction, size: &str) -> String {
        match direction {
            Direction::Up => format!("{} ahead of schedule", points(size)),
            Direction::Down => format!("{} behind schedule", points(size)),
            Direction::Flat => "on schedule".to_owned(),
        }
    }

    fn share(&self, whole: &str, percent: &str) -> String {
        format!("{percent} of {whole}")
    }

    fn against(&self, other: &str, direction: Direction, size: &str) -> String {
        match direction {
            Direction::Up => format!("{} above {other}", points(size)),
            Direction::Down => format!("{} below {other}", points(size)),
            Direction::Flat => format!("level with {other}"),
        }
    }

    fn joined(&self, list: &[String]) -> String {
        match list {
            [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
            _ => list.concat(),
        }
    }

    fn parts(&self, list: &[(&str, String)]) -> String {
        let parts: Vec<String> = list.iter().map(|(n, v)| self.named(n, v)).collect();
        format!("including {}", self.joined(&parts))
    }

    fn rank(&self, rank: Rank) -> String {
        let place = format!("ranked {}", ordinal(rank.place));
        let places = |n: u32| {
            if n == 1 {
                "1 place".to_owned()
            } else {
                format!("{n} places")
            }
        };
        match rank.change {
            None => place,
            Some(0) => format!("{place}, unchanged"),
            Some(n @ 1..) => format!("{place}, up {}", places(n.unsigned_abs())),
            Some(n) => format!("{place}, down {}", places(n.unsigned_abs())),
        }
    }

    fn in_words(&self, number: u32, unit: &Unit) -> Option<String> {
        let number = cardinal(number)?;
        let unit = match unit.parts() {
            Some(parts) if !unit.name.is_ascii() => parts.plain.en,
            _ => &unit.name,
        };
        Some(format!("{number} {unit}").trim_end().to_owned())
    }

    fn pending(&self, name: &str, of: Option<&AspectInfo>) -> String {
        match of {
            Some(info) => format!("[pending: {name}, {}]", info.en.replace('_', " ")),
            None => format!("[pending: {name}]"),
        }
    }
}

/// A number of things that the name already says: 23 new projects, not: new projects of 23 projects.
fn counted(name: &str, value: &str) -> Option<String> {
    let (number, unit) = value.rsplit_once(' ').unwrap_or((value, ""));
    let says_unit = unit.is_empty() || name.split(' ').any(|word| word == unit);
    (says_unit && number.ends_with(|c: char| c.is_ascii_digit()))
        .then(|| format!("{number} {name}"))
}

/// A value as a sentence.
fn was(name: &str, value: &str) -> String {
    match counted(name, value) {
        Some(things) => format!("there were {things}"),
        None => format!("{name} was {value}"),
    }
}

/// A movement behind a comma.
fn aside(said: &Said, since: &Since) -> String {
    match (&said.form, said.direction) {
        (Form::Percent(_) | Form::Points(_), Direction::Flat) => {
            format!("unchanged from {}", base_name(since))
        }
        (Form::Percent(size), Direction::Up) => format!("up {size}%"),
        (Form::Percent(size), Direction::Down) => format!("down {size}%"),
        (Form::Points(size), Direction::Up) => format!("up {}", points(size)),
        (Form::Points(size), Direction::Down) => format!("down {}", points(size)),
        (Form::LossToProfit, _) => "turning a loss into a profit".to_owned(),
        (Form::ProfitToLoss, _) => "turning a profit into a loss".to_owned(),
        (Form::LossCut(size), _) => format!("cutting the loss by {size}"),
        (Form::LossGrown(size), _) => format!("widening the loss by {size}"),
        (Form::FromNothing(size), _) => format!("up from zero by {size}"),
    }
}

fn base_name(since: &Since) -> &'static str {
    match (since.base, since.period) {
        (Base::LastYear, _) => "a year earlier",
        (Base::Opening, _) => "the beginning of the year",
        (Base::LastPeriod, Some(Period::Month(..))) => "the previous month",
        (Base::LastPeriod, Some(Period::Quarter(..))) => "the previous quarter",
        (Base::LastPeriod, _) => "the previous period",
    }
}

fn points(size: &str) -> String {
    let one = size == "1" || size == "about 1";
    let unit = if one { "point" } else { "points" };
    format!("{size} percentage {unit}")
}

/// Thousands parted by commas, as English has them.
fn grouped(number: &str) -> String {
    let (sign, unsigned) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, decimals) = match unsigned.find('.') {
        Some(point) => unsigned.split_at(point),
        None => (unsigned, ""),
    };
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(decimals);
    out
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// A number up to 9999 in words: one hundred and five.
fn cardinal(n: u32) -> Option<String> {
    let index = usize::try_from(n).ok()?;
    if let Some(word) = SMALL.get(index) {
        return Some((*word).to_owned());
    }
    let (head, rest, joint) = match n {
        0..=99 => (TENS.get(index / 10)?.to_string(), n % 10, "-"),
        100..=999 => (format!("{} hundred", cardinal(n / 100)?), n % 100, " and "),
        1000..=9999 if n % 1000 < 100 => (
            format!("{} thousand", cardinal(n / 1000)?),
            n % 1000,
            " and ",
        ),
        1000..=9999 => (format!("{} thousand", cardinal(n / 1000)?), n % 1000, " "),
        _ => return None,
    };
    if rest == 0 {
        return Some(head);
    }
    Some(format!("{head}{joint}{}", cardinal(rest)?))
}
