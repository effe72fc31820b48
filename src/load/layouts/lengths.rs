//! Lengths where a profile wants one: which units make sense there, and how a wrong one is put right.

use super::decode::Decoder;
use super::measures::{self, Measure};
use crate::diag::{Diagnostic, Text, codes};
use crate::layout::{Chars, HalfPoints, Line, Twips};
use crate::load::node::Entry;

impl Decoder<'_, '_> {
    pub(super) fn size(&mut self, entry: &Entry, to: &mut HalfPoints) {
        let Some(typed) = self.reader.scalar(&entry.value, &entry.name.text) else {
            return;
        };
        match measures::size(&typed.text) {
            Ok(size) => *to = size,
            Err(fault) => match with_unit(&typed.text, "磅") {
                Some(whole) => self.wrong(entry, fault, &whole, &english(&whole)),
                None => self.wrong(entry, fault, "三号、小四 或 16磅", "16pt, 12pt"),
            },
        }
    }

    fn measure(&mut self, entry: &Entry, example: &str) -> Option<Measure> {
        let typed = self.reader.scalar(&entry.value, &entry.name.text)?;
        match measures::measure(&typed.text) {
            Ok(measure) => Some(measure),
            Err(fault) => {
                let unit = example.trim_start_matches(|c: char| !c.is_alphabetic());
                let zh = with_unit(&typed.text, unit).unwrap_or_else(|| example.to_owned());
                self.wrong(entry, fault, &zh, &english(&zh));
                None
            }
        }
    }

    /// A length in millimetres, points and the like.
    pub(super) fn fixed(&mut self, entry: &Entry, example: &str) -> Option<Twips> {
        match self.measure(entry, example)? {
            Measure::Fixed(length) => Some(length),
            _ => {
                self.wrong_unit(entry, example);
                None
            }
        }
    }

    pub(super) fn positive(&mut self, entry: &Entry, example: &str) -> Option<Twips> {
        let length = self.fixed(entry, example)?;
        if length < Twips(0) {
            self.negative(entry, example);
            return None;
        }
        Some(length)
    }

    /// 行距
    pub(super) fn line(&mut self, entry: &Entry) -> Option<Line> {
        let example = "28.95磅";
        match self.measure(entry, example)? {
            Measure::Fixed(length) if length > Twips(0) => Some(Line::Exact(length)),
            Measure::Times(times) if (20..=1000).contains(&times) => {
                u16::try_from(times).ok().map(Line::Times)
            }
            Measure::Fixed(_) | Measure::Times(_) => {
                self.negative(entry, example);
                None
            }
            Measure::Chars(_) | Measure::Lines(_) => {
                self.wrong_unit(entry, "28.95磅 或 1.5倍");
                None
            }
        }
    }

    /// 段前, 段后
    pub(super) fn gap(&mut self, entry: &Entry) -> Option<Twips> {
        let example = "14磅";
        let gap = self.upright(entry, [example, "14磅 或 1行"])?;
        if gap < Twips(0) {
            self.negative(entry, example);
            return None;
        }
        Some(gap)
    }

    /// A length from top to bottom, in lines or in millimetres and the like; examples of one and of both.
    fn upright(&mut self, entry: &Entry, [example, both]: [&str; 2]) -> Option<Twips> {
        match self.measure(entry, example)? {
            Measure::Fixed(length) => Some(length),
            Measure::Lines(hundredths) => Some(Chars(hundredths).twips(self.pitch)),
            Measure::Chars(_) | Measure::Times(_) => {
                self.wrong_unit(entry, both);
                None
            }
        }
    }

    /// The height of something on the page: more than nothing.
    pub(super) fn height(&mut self, entry: &Entry) -> Option<Twips> {
        let example = "80毫米";
        let height = self.upright(entry, [example, "80毫米 或 8行"])?;
        if height <= Twips(0) {
            self.negative(entry, example);
            return None;
        }
        Some(height)
    }

    pub(super) fn indent(&mut self, entry: &Entry, pitch: Twips, least: i32) -> Option<Chars> {
        let chars = match self.measure(entry, "2字")? {
            Measure::Chars(chars) => chars,
            Measure::Fixed(length) => Chars::fitting(length, pitch),
            Measure::Lines(_) | Measure::Times(_) => {
                self.wrong_unit(entry, "2字 或 32磅");
                return None;
            }
        };
        if chars.0 < least {
            self.negative(entry, "2字");
            return None;
        }
        Some(chars.min(Chars(MOST_CHARS)))
    }

    fn negative(&mut self, entry: &Entry, example: &str) {
        let (what, typed) = (&entry.name.text, entry.value.text().unwrap_or_default());
        let message = Text::new(
            format!("“{what}”不能是“{typed}”，要大于零"),
            format!("\"{what}\" cannot be \"{typed}\", it has to be more than nothing"),
        );
        let positive = typed.trim().trim_start_matches(['-', '−', '－']);
        let is_cured = positive != typed.trim() && measures::measure(positive).is_ok();
        let zh = if is_cured { positive } else { example };
        self.wrong(entry, message, zh, &english(zh));
    }

    fn wrong_unit(&mut self, entry: &Entry, example: &str) {
        let (what, typed) = (&entry.name.text, entry.value.text().unwrap_or_default());
        let message = Text::new(
            format!("“{what}”不能用“{typed}”这样的单位"),
            format!("\"{what}\" takes no length like \"{typed}\""),
        );
        self.wrong(entry, message, example, &english(example));
    }

    fn wrong(&mut self, entry: &Entry, message: Text, zh: &str, en: &str) {
        let what = &entry.name.text;
        let hint = Text::new(
            format!("请写 {what}: {zh}"),
            format!("write `{what}: {en}`"),
        );
        let fault = Diagnostic::error(&codes::BAD_VALUE, entry.value.place, message);
        self.reader.push(fault.hint(hint));
    }
}

/// What only lacks its unit, with it.
fn with_unit(typed: &str, unit: &str) -> Option<String> {
    let number = typed.trim();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let is_bare = !number.is_empty() && number.chars().all(is_part);
    is_bare.then(|| format!("{number}{unit}"))
}

/// Widest indent, in hundredths of a character.
pub const MOST_CHARS: i32 = 4000;

/// An example of a length in English spelling.
fn english(example: &str) -> String {
    let mut out = example.to_owned();
    for (zh, en) in [
        ("毫米", "mm"),
        ("磅", "pt"),
        ("字", "em"),
        ("行", " lines"),
        ("倍", " times"),
        (" 或 ", " or "),
    ] {
        out = out.replace(zh, en);
    }
    out
}
