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
}

impl NumberForm {
    /// The number as printed, with its punctuation and nothing behind it.
    pub fn text(self, ordinal: u32) -> String {
        match self {
            Self::ChineseComma => format!("{}、", chinese(ordinal)),
            Self::ChineseBrackets => format!("（{}）", chinese(ordinal)),
            Self::ArabicPoint => format!("{ordinal}."),
            Self::ArabicBrackets => format!("（{ordinal}）"),
        }
    }
}
