//! The forms of heading numbers.

use crate::numeral::chinese;

/// How the number of a heading is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberForm {
    /// 一、
    ChineseComma,
    /// （一）
    ChineseBrackets,
    /// `1.`
    ArabicPoint,
    /// （1）
    ArabicBrackets,
    /// ①; (21) and so on behind the twentieth
    Circled,
    /// 第一，
    Ordinal,
    /// `1.` for the first rank, `1.1`, `1.1.1` below it
    Decimal,
    /// No number
    Unnumbered,
}

impl NumberForm {
    /// The number as printed, with its punctuation and nothing behind it. `path` are the numbers of the headings above
    /// and its own, the outermost first; empty prints nothing.
    pub fn text(self, path: &[u32]) -> String {
        let Some(&ordinal) = path.last() else {
            return String::new();
        };
        match self {
            Self::ChineseComma => format!("{}、", chinese(ordinal)),
            Self::ChineseBrackets => format!("（{}）", chinese(ordinal)),
            Self::ArabicPoint => format!("{ordinal}."),
            Self::ArabicBrackets => format!("（{ordinal}）"),
            Self::Circled => circled(ordinal),
            Self::Ordinal => format!("第{}，", chinese(ordinal)),
            Self::Decimal if path.len() == 1 => format!("{ordinal}."),
            Self::Decimal => {
                let numbers: Vec<String> = path.iter().map(u32::to_string).collect();
                numbers.join(".")
            }
            Self::Unnumbered => String::new(),
        }
    }
}

fn circled(ordinal: u32) -> String {
    ordinal
        .checked_sub(1)
        .filter(|index| *index < 20)
        .and_then(|index| char::from_u32(u32::from('①') + index))
        .map_or_else(|| format!("({ordinal})"), String::from)
}

/// Counts along the headings of a document, from its first to its last, and gives each its number as printed.
#[derive(Debug, Clone)]
pub struct Numbering<'a> {
    forms: &'a [NumberForm],
    /// The numbers of the headings above and of the last one itself, 0 for a rank without one.
    path: Vec<u32>,
}

impl<'a> Numbering<'a> {
    /// Numbers in these forms, the first for the first rank; ranks below the last form take the last.
    pub fn new(forms: &'a [NumberForm]) -> Self {
        Self {
            forms,
            path: Vec::new(),
        }
    }

    /// The number of the next heading, of a rank from 1 (0 ends all series) and with its ordinal, as printed before
    /// its words; empty for one without an ordinal.
    pub fn next(&mut self, rank: u8, ordinal: Option<u32>) -> String {
        let above = usize::from(rank).saturating_sub(1);
        self.path.resize(above, 0);
        let form = self.forms.get(above).or(self.forms.last());
        let (Some(ordinal), Some(form)) = (ordinal, form) else {
            return String::new();
        };
        self.path.push(ordinal);
        let path: Vec<u32> = self.path.iter().copied().filter(|n| *n > 0).collect();
        form.text(&path)
    }
}
