//! Quantities (数量): an exact decimal with its typed digits, a unit, and a word of approximation.

use super::number::{half_width, leading_number};
use super::{Decimal, Exact, Parsed, Unit};
use crate::diag::Text;
use std::borrow::Cow;
use std::fmt;

/// A word that says the number is not exact; printed as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approximation {
    /// 约…
    About,
    /// 近…
    Nearly,
    /// 逾…
    Exceeding,
    /// 超…
    Over,
    /// 不足…
    Under,
    /// …左右
    Around,
    /// …以上
    AndAbove,
    /// …以下
    AndBelow,
    /// …余
    AndOdd,
    /// …多
    AndMore,
}

/// Words in front of the number; the first of each kind is how it prints.
const BEFORE: &[(&str, Approximation)] = &[
    ("不足", Approximation::Under),
    ("约", Approximation::About),
    ("近", Approximation::Nearly),
    ("逾", Approximation::Exceeding),
    ("超过", Approximation::Over),
    ("超", Approximation::Over),
    ("大约", Approximation::About),
    ("将近", Approximation::Nearly),
    ("接近", Approximation::Nearly),
    ("不到", Approximation::Under),
    ("about ", Approximation::About),
    ("around ", Approximation::About),
    ("nearly ", Approximation::Nearly),
    ("almost ", Approximation::Nearly),
    ("more than ", Approximation::Exceeding),
    ("over ", Approximation::Over),
    ("less than ", Approximation::Under),
    ("under ", Approximation::Under),
];

/// Words behind the unit.
const BEHIND: &[(&str, Approximation)] = &[
    ("左右", Approximation::Around),
    ("上下", Approximation::Around),
    ("以上", Approximation::AndAbove),
    ("以下", Approximation::AndBelow),
    (" or more", Approximation::AndAbove),
    (" or less", Approximation::AndBelow),
    ("余", Approximation::AndOdd),
    ("多", Approximation::AndMore),
];

/// What may stand between the number and 余 or 多.
const BEFORE_ODD: &[&str] = &["万亿", "千万", "百万", "亿", "万", "千", "百", ""];

impl Approximation {
    /// The word itself, as Chinese text has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::About => "约",
            Self::Nearly => "近",
            Self::Exceeding => "逾",
            Self::Over => "超",
            Self::Under => "不足",
            Self::Around => "左右",
            Self::AndAbove => "以上",
            Self::AndBelow => "以下",
            Self::AndOdd => "余",
            Self::AndMore => "多",
        }
    }

    /// Whether the word stands in front of the number.
    pub fn leads(self) -> bool {
        matches!(
            self,
            Self::About | Self::Nearly | Self::Exceeding | Self::Over | Self::Under
        )
    }

    /// Whether the truth lies below the number (不足, 以下).
    pub fn is_below(self) -> bool {
        matches!(self, Self::Under | Self::AndBelow)
    }

    /// Whether the word only blurs the number (约, 近, 左右). The others say on which side of it the truth lies.
    pub fn blurs(self) -> bool {
        matches!(self, Self::About | Self::Nearly | Self::Around)
    }
}

/// A number as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The exact value; its scale is the number of decimals typed (`205263.00` has 2).
    pub number: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// 约, 左右, 以上 …
    pub approximation: Option<Approximation>,
}

impl Quantity {
    /// A quantity without a word of approximation.
    pub fn new(number: Decimal, unit: Unit) -> Self {
        Self {
            number,
            unit,
            approximation: None,
        }
    }

    /// Reads `[约|近|逾|超|不足] number [unit] [左右|以上|以下|余|多]`; 余 and 多 may also stand in front of the unit
    /// (`20余个`, `3万多人`). English takes `about`, `nearly`, `over`, `more than`, `less than`, `or more`, `or less`.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        let typed = half_width(text);
        let mut notes = typed.notes;
        let (before, rest) = leading_word(&typed.text, &mut notes);
        let leading = leading_number(rest)?;
        notes.extend(leading.notes);
        let (behind, unit) = trailing_word(leading.rest);
        let (between, unit) = word_between(unit.trim_start());
        let mut words = [before, between, behind].into_iter().flatten();
        let approximation = words.next();
        if words.next().is_some() || trailing_word(&unit).0.is_some() {
            return Err(twice(&typed.text));
        }
        // English has a blank there, Chinese has none.
        let blank = leading.rest.starts_with(' ');
        if blank && !unit.starts_with(|c: char| c.is_ascii_alphabetic()) {
            notes.push(Text::new(
                format!("“{}”的数字和单位之间不应有空格", typed.text),
                format!(
                    "\"{}\" has a blank between number and unit; it is left out",
                    typed.text
                ),
            ));
        }
        let value = Self {
            number: leading.number,
            unit: Unit::parse(&unit)?,
            approximation,
        };
        Ok(Parsed { value, notes })
    }

    /// The number in another unit of the same dimension; `None` for another dimension, and when it cannot be written
    /// exactly.
    pub fn convert(&self, to: &Unit) -> Option<Decimal> {
        self.exact_in(to)?.decimal()
    }

    /// The number in another unit of the same dimension, as a fraction; `None` for another dimension or out of range.
    pub fn exact_in(&self, to: &Unit) -> Option<Exact> {
        if self.unit.dimension != to.dimension {
            return None;
        }
        let factor = self.unit.scale.over(to.scale)?;
        Exact::from(self.number).times(factor)
    }

    /// The quantity as it should be typed; reading it gives the same quantity.
    pub fn text(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.to_string();
        f.write_str(&approximate(&number, &self.unit.name, self.approximation))
    }
}

/// Number, unit and word of approximation put together in the Chinese order.
pub(crate) fn approximate(number: &str, unit: &str, word: Option<Approximation>) -> String {
    let blank = if unit.starts_with(|c: char| c.is_ascii_alphabetic()) {
        " "
    } else {
        ""
    };
    let Some(approximation) = word else {
        return [number, blank, unit].concat();
    };
    let word = approximation.word();
    if approximation.leads() {
        return format!("{word}{number}{blank}{unit}");
    }
    let odd = matches!(
        approximation,
        Approximation::AndOdd | Approximation::AndMore
    );
    let magnitude = BEFORE_ODD
        .iter()
        .find(|m| unit.starts_with(**m))
        .copied()
        .unwrap_or_default();
    // 20余个, 3万多人, but 3亩多: behind a single digit the word counts parts of the unit.
    if odd && blank.is_empty() && (!magnitude.is_empty() || number.ends_with('0')) {
        let rest = unit.strip_prefix(magnitude).unwrap_or(unit);
        return format!("{number}{magnitude}{word}{rest}");
    }
    format!("{number}{blank}{unit}{word}")
}

fn leading_word<'t>(text: &'t str, notes: &mut Vec<Text>) -> (Option<Approximation>, &'t str) {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, text);
    }
    let found = BEFORE
        .iter()
        .find_map(|(word, meaning)| Some((*word, *meaning, strip_word(text, word)?)));
    let Some((word, meaning, rest)) = found else {
        return (None, text);
    };
    let printed = meaning.word();
    if !word.is_ascii() && word != printed {
        notes.push(Text::new(
            format!("“{word}”将印作“{printed}”"),
            format!("\"{word}\" is printed as \"{printed}\""),
        ));
    }
    (Some(meaning), rest.trim_start())
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word)
        .then(|| text.get(word.len()..))
        .flatten()
}

fn trailing_word(text: &str) -> (Option<Approximation>, &str) {
    BEHIND
        .iter()
        .find_map(|(word, meaning)| Some((Some(*meaning), text.strip_suffix(word)?.trim_end())))
        .unwrap_or((None, text))
}

/// Takes 余 or 多 out from between number and unit: `万多人` gives 多 and `万人`.
fn word_between(text: &str) -> (Option<Approximation>, Cow<'_, str>) {
    if !text.contains(['余', '多']) {
        return (None, text.into());
    }
    for magnitude in BEFORE_ODD {
        let Some(rest) = text.strip_prefix(magnitude) else {
            continue;
        };
        let found = [
            ("余", Approximation::AndOdd),
            ("多", Approximation::AndMore),
        ]
        .into_iter()
        .find_map(|(word, meaning)| Some((meaning, rest.strip_prefix(word)?)));
        if let Some((meaning, unit)) = found {
            return (Some(meaning), format!("{magnitude}{unit}").into());
        }
    }
    (None, text.into())
}

fn twice(text: &str) -> Text {
    Text::new(
        format!("“{text}”用了两个表示约数的词，只能留一个"),
        format!("\"{text}\" has two words of approximation; one is enough"),
    )
}
