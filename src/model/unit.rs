//! Units (计量单位): each knows its dimension and scale.

use super::Exact;
use super::unit_table::{ENGLISH_MAGNITUDES, Known, MAGNITUDES, MISTYPED, UNITS, is_measured};
use crate::diag::{Text, nearest};
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// What a unit measures. Quantities of one dimension can be converted and added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// No unit.
    Bare,
    /// Money of one currency, named by its basic unit: 元, 美元.
    Money(&'static str),
    /// 平方米, 亩, 公顷, 平方公里
    Area,
    /// 立方米
    Volume,
    /// 吨, 公斤
    Mass,
    /// 米, 公里
    Length,
    /// %, ‰
    Percent,
    /// 百分点
    Points,
    /// Counted things, each kind its own dimension: 个, 家, 户, 人.
    Count(&'static str),
    /// One unit per another: 公斤/亩.
    Ratio(Arc<Dimension>, Arc<Dimension>),
    /// A unit we do not know, a dimension of its own.
    Other(Arc<str>),
}

/// A unit as typed, with what it means. Every amount has one, and few differ, so copies share what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit(Arc<UnitMeaning>);

/// What a [`Unit`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMeaning {
    /// As printed: 万元, 公斤/亩. Empty for bare numbers.
    pub name: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How many basic units of the dimension it is: 万元 = 10000, 亩 = 2000/3 (square metres).
    pub scale: Exact,
}

/// A unit taken apart: `万亩` is ten thousand of 亩.
#[derive(Debug, Clone, Copy)]
pub struct UnitParts {
    /// How many of the plain unit it is.
    pub magnitude: Exact,
    /// The plain unit.
    pub plain: &'static Known,
}

impl Deref for Unit {
    type Target = UnitMeaning;

    fn deref(&self) -> &UnitMeaning {
        &self.0
    }
}

impl From<UnitMeaning> for Unit {
    fn from(meaning: UnitMeaning) -> Self {
        Self(Arc::new(meaning))
    }
}

impl Unit {
    /// No unit.
    pub fn bare() -> Self {
        BARE.with(Self::clone)
    }

    /// The same unit under another name.
    pub fn named(&self, name: impl Into<String>) -> Self {
        Self::from(UnitMeaning {
            name: name.into(),
            dimension: self.dimension.clone(),
            scale: self.scale,
        })
    }

    /// Reads a unit in Chinese or English: `万元`, `平方公里`, `公斤/亩`, `million yuan`. A unit nobody knows is a
    /// dimension of its own.
    ///
    /// # Errors
    /// What cannot be a unit (digits, blanks between 汉字, brackets), and what is a known unit mistyped by one letter.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let name = text.trim();
        if let Some(known) = READ.with_borrow(|read| read.iter().find(|u| u.name == name).cloned())
        {
            return Ok(known);
        }
        let unit = Self::read(name)?;
        READ.with_borrow_mut(|read| {
            if read.len() < KEPT {
                read.push(unit.clone());
            }
        });
        Ok(unit)
    }

    fn read(name: &str) -> Result<Self, Text> {
        if name.chars().count() > LONGEST {
            return Err(not_a_unit(name));
        }
        if let Some((upper, lower)) = split_ratio(name) {
            let (upper, lower) = (Self::parse(upper)?, Self::parse(lower)?);
            let scale = upper.scale.over(lower.scale);
            let part = |unit: Self| Arc::new(unit.dimension.clone());
            return Ok(Self::from(UnitMeaning {
                name: name.to_owned(),
                dimension: Dimension::Ratio(part(upper), part(lower)),
                scale: scale.ok_or_else(|| not_a_unit(name))?,
            }));
        }
        if let Some(parts) = take_apart(name) {
            let scale = parts.magnitude.times(parts.plain.scale());
            return Ok(Self::from(UnitMeaning {
                name: name.to_owned(),
                dimension: parts.plain.dimension(),
                scale: scale.ok_or_else(|| not_a_unit(name))?,
            }));
        }
        if !is_word(name) {
            return Err(not_a_unit(name));
        }
        if let Some(meant) = meant(name) {
            return Err(Text::new(
                format!("没有“{name}”这个单位，是不是“{meant}”"),
                format!("there is no unit \"{name}\"; did you mean \"{meant}\"?"),
            ));
        }
        let (magnitude, rest) = split_magnitude(name, &["万亿", "千万", "百万", "亿", "万"]);
        Ok(Self::from(UnitMeaning {
            name: name.to_owned(),
            dimension: Dimension::Other(rest.into()),
            scale: magnitude,
        }))
    }

    /// Whether it is a percentage: such figures are rates and compare in percentage points.
    pub fn is_rate(&self) -> bool {
        self.dimension == Dimension::Percent
    }

    /// Whether it counts separate things (个, 家, 人, also a unit nobody knows), so that a whole number of it is exact.
    /// Hours, years and kilowatt-hours are measured, though they are counted too.
    pub fn counts_things(&self) -> bool {
        match self.dimension {
            Dimension::Bare | Dimension::Other(_) => true,
            Dimension::Count(name) => !is_measured(name),
            _ => false,
        }
    }

    /// What stands over and under the line of a ratio: 公斤 and 亩 of 公斤/亩.
    pub fn ratio(&self) -> Option<(Self, Self)> {
        let (upper, lower) = split_ratio(&self.name)?;
        Some((Self::parse(upper).ok()?, Self::parse(lower).ok()?))
    }

    /// The plain unit in it and how many of that it is; `None` for ratios and units we do not know.
    pub fn parts(&self) -> Option<UnitParts> {
        take_apart(&self.name)
    }
}

/// So many units are kept; a report, and all rows of a roster, mostly have fewer.
const KEPT: usize = 32;

thread_local! {
    static BARE: Unit = Unit::from(UnitMeaning {
        name: String::new(),
        dimension: Dimension::Bare,
        scale: Exact::ONE,
    });
    /// The units read before on this thread, since the same few come again and again.
    static READ: RefCell<Vec<Unit>> = const { RefCell::new(Vec::new()) };
}

/// Longest name of a unit, in characters.
const LONGEST: usize = 40;

/// `公斤/亩`, `yuan per mu`: what stands over and under the last line.
fn split_ratio(name: &str) -> Option<(&str, &str)> {
    let in_words = || {
        let has_blank = name.contains(' ');
        has_blank.then(|| name.rsplit_once(" per ")).flatten()
    };
    name.rsplit_once('/')
        .or_else(in_words)
        .map(|(a, b)| (a.trim(), b.trim()))
        .filter(|(_, lower)| !lower.is_empty())
}

fn take_apart(name: &str) -> Option<UnitParts> {
    if let Some(plain) = Known::find(name) {
        let magnitude = Exact::ONE;
        return Some(UnitParts { magnitude, plain });
    }
    if let Some((word, rest)) = name.split_once(' ') {
        let magnitude = english_magnitude(word)?;
        return Known::find(rest).map(|plain| UnitParts { magnitude, plain });
    }
    if let Some(magnitude) = english_magnitude(name) {
        return Known::find("").map(|plain| UnitParts { magnitude, plain });
    }
    MAGNITUDES.iter().find_map(|(zh, n)| {
        let rest = name.strip_prefix(zh)?;
        let plain = Known::find(rest).filter(|k| k.takes_magnitude())?;
        let magnitude = Exact::whole(*n);
        Some(UnitParts { magnitude, plain })
    })
}

fn english_magnitude(word: &str) -> Option<Exact> {
    ENGLISH_MAGNITUDES
        .iter()
        .find(|(en, _)| *en == word)
        .map(|(_, n)| Exact::whole(*n))
}

fn split_magnitude<'n>(name: &'n str, allowed: &[&str]) -> (Exact, &'n str) {
    MAGNITUDES
        .iter()
        .filter(|(zh, _)| allowed.contains(zh))
        .find_map(|(zh, n)| Some((Exact::whole(*n), name.strip_prefix(zh)?)))
        .filter(|(_, rest)| !rest.is_empty())
        .unwrap_or((Exact::ONE, name))
}

fn is_word(name: &str) -> bool {
    let mut before = 'x';
    let fits = |c: char| {
        let blank_between_words = c == ' ' && before.is_ascii_alphabetic();
        before = c;
        blank_between_words || c.is_alphabetic() || "·²³℃°-".contains(c)
    };
    name.starts_with(|c: char| c.is_alphabetic() || c == '℃' || c == '°') && name.chars().all(fits)
}

/// The known unit that a mistyped one is a single letter away from. Two 汉字 are too little to go by (万盏 is not 万元),
/// so there only letters that look or sound alike count (亿园).
fn meant(name: &str) -> Option<String> {
    let (_, rest) = split_magnitude(name, &["万亿", "千万", "百万", "十亿", "亿", "万"]);
    let magnitude = name.strip_suffix(rest).unwrap_or_default();
    let alike: String = rest
        .chars()
        .map(|c| {
            MISTYPED
                .iter()
                .find(|(wrong, _)| *wrong == c)
                .map_or(c, |p| p.1)
        })
        .collect();
    let long_enough = !magnitude.is_empty() || rest.chars().count() > 1;
    if long_enough && alike != rest && Known::find(&alike).is_some() {
        return Some(format!("{magnitude}{alike}"));
    }
    if let Some((word, unit)) = rest.split_once(' ') {
        let known = Known::find(unit).is_some();
        let words = ENGLISH_MAGNITUDES.iter().map(|(en, _)| *en);
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        let near = nearest(word, words).filter(|w| near_enough(&letters(word), &letters(w)));
        return near.filter(|_| known).map(|w| format!("{w} {unit}"));
    }
    let letters: Vec<char> = rest.chars().collect();
    if letters.len() < 2 {
        return None;
    }
    let mut known = NAMES.iter();
    let near = known.find(|(_, known)| near_enough(&letters, known));
    near.map(|(known, _)| format!("{magnitude}{known}"))
}

/// The names of all known units, each with its letters.
static NAMES: LazyLock<Vec<(&str, Vec<char>)>> = LazyLock::new(|| {
    let names = UNITS.iter().flat_map(Known::names);
    names.map(|name| (name, name.chars().collect())).collect()
});

fn near_enough(typed: &[char], known: &[char]) -> bool {
    let (shorter, longer) = (typed.len().min(known.len()), typed.len().max(known.len()));
    let is_latin = || known.iter().all(char::is_ascii);
    longer >= 3
        && longer - shorter <= 1
        && longer >= if is_latin() { 6 } else { 3 }
        && one_letter_apart(typed, known)
}

/// Whether one letter more, less or different, or two exchanged neighbours, are all that parts two words.
fn one_letter_apart(a: &[char], b: &[char]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(head..), b.get(head..));
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    let tail = a.iter().rev().zip(b.iter().rev());
    let tail = tail.take_while(|(x, y)| x == y).count();
    match (a.len() - tail, b.len() - tail) {
        (0, 1) | (1, 0) | (1, 1) => true,
        (2, 2) => a.first() == b.get(1) && a.get(1) == b.first(),
        _ => false,
    }
}

fn not_a_unit(name: &str) -> Text {
    Text::new(
        format!("“{name}”不是单位；数量应写作一个数加一个单位，如“3.5万元”“800公斤/亩”"),
        format!(
            "\"{name}\" is not a unit; a quantity is one number and one unit, such as \"3.5 million yuan\""
        ),
    )
}
