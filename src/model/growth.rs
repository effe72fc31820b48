//! Growth (增幅) as typed: a percentage, points, or 持平.

use super::number::{half_width, leading_number};
use super::{Decimal, Parsed};
use crate::diag::Text;
use std::fmt;

/// A typed growth; negative for a decrease. The scale is the number of decimals typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// `3.2%`, `下降3.2%`
    Percent(Decimal),
    /// `1.2个百分点`, for rates
    Points(Decimal),
    /// `持平`
    Flat,
}

const UP: &[&str] = &[
    "增长",
    "上升",
    "提高",
    "增加",
    "上涨",
    "扩大",
    "提升",
    "up ",
    "rose ",
    "grew ",
    "increased ",
    "increased by ",
    "grew by ",
    "rose by ",
];

const DOWN: &[&str] = &[
    "下降",
    "减少",
    "回落",
    "降低",
    "下滑",
    "下跌",
    "缩小",
    "负增长",
    "down ",
    "fell ",
    "declined ",
    "decreased ",
    "decreased by ",
    "fell by ",
    "dropped ",
];

const FLAT: &[&str] = &[
    "持平",
    "与上年同期持平",
    "与上年持平",
    "与上期持平",
    "unchanged",
    "flat",
];

const POINTS: &[&str] = &[
    "个百分点",
    "百分点",
    "percentage points",
    "percentage point",
    "pp",
];

impl Growth {
    /// Reads `3.2%`, `-3.2%`, `增长3.2%`, `下降3.2%`, `持平`, `1.2个百分点`, `up 3.2%`.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        let typed = half_width(text);
        let mut notes = typed.notes;
        let whole = typed.text.as_str();
        let plain = ["同比", "环比"]
            .iter()
            .find_map(|p| whole.strip_prefix(p))
            .unwrap_or(whole);
        if FLAT.contains(&plain) {
            let value = Self::Flat;
            return Ok(Parsed { value, notes });
        }
        let (down, rest) = direction(plain);
        let leading = leading_number(rest).map_err(|_| not_growth(whole))?;
        notes.extend(leading.notes);
        let number = match (down, leading.number.is_sign_negative()) {
            (Some(_), true) => return Err(two_signs(whole)),
            (Some(true), false) => negated(leading.number),
            _ => leading.number,
        };
        let unit = leading.rest.trim();
        let value = if unit == "%" {
            Self::Percent(number)
        } else if POINTS.contains(&unit) {
            Self::Points(number)
        } else if unit.is_empty() {
            return Err(no_percent_sign(whole));
        } else {
            return Err(not_growth(whole));
        };
        Ok(Parsed { value, notes })
    }

    /// The number with its sign; 0 for 持平.
    pub fn number(self) -> Decimal {
        match self {
            Self::Percent(n) | Self::Points(n) => n,
            Self::Flat => Decimal::ZERO,
        }
    }

    /// The growth as it should be typed; reading it gives the same growth.
    pub fn text(self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(n) => write!(f, "{n}%"),
            Self::Points(n) => write!(f, "{n}个百分点"),
            Self::Flat => f.write_str("持平"),
        }
    }
}

/// Whether a word says up or down, and what follows it.
fn direction(text: &str) -> (Option<bool>, &str) {
    let strip = |words: &[&str]| {
        words
            .iter()
            .filter_map(|w| text.strip_prefix(w))
            .min_by_key(|rest| rest.len())
    };
    if let Some(rest) = strip(UP) {
        (Some(false), rest.trim_start())
    } else if let Some(rest) = strip(DOWN) {
        (Some(true), rest.trim_start())
    } else {
        (None, text)
    }
}

fn negated(number: Decimal) -> Decimal {
    if number.is_zero() { number } else { -number }
}

fn two_signs(text: &str) -> Text {
    Text::new(
        format!("“{text}”又写了增减又写了负号，应写作“下降3.2%”或“-3.2%”"),
        format!(
            "\"{text}\" has both a word of direction and a minus sign; write \"down 3.2%\" or \"-3.2%\""
        ),
    )
}

fn no_percent_sign(text: &str) -> Text {
    Text::new(
        format!("增幅“{text}”没有单位，应写作“{text}%”或“{text}个百分点”"),
        format!(
            "the growth \"{text}\" has no unit; write \"{text}%\" or \"{text} percentage points\""
        ),
    )
}

fn not_growth(text: &str) -> Text {
    Text::new(
        format!("“{text}”不是增幅，应写作“3.2%”“-3.2%”“下降3.2%”“1.2个百分点”或“持平”"),
        format!(
            "\"{text}\" is not a growth; expected \"3.2%\", \"-3.2%\", \"down 3.2%\", \"1.2 percentage points\" or \"unchanged\""
        ),
    )
}
