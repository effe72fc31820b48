//! The arguments that filters of figures take.

use crate::model::schema::Key;

/// What an argument holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// Text.
    Text,
    /// A whole number from 0.
    Count,
}

/// An argument that filters of figures take.
#[derive(Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its names.
    pub key: Key,
    /// What it holds.
    pub kind: ArgumentKind,
    /// What it is for, in Chinese.
    pub about_zh: &'static str,
    /// What it is for, in English.
    pub about_en: &'static str,
}

const fn key(en: &'static str, zh: &'static str) -> Key {
    Key { en, zh }
}

pub(super) const UNIT: Key = key("unit", "单位");
pub(super) const DECIMALS: Key = key("decimals", "小数");
pub(super) const OF: Key = key("of", "对象");
pub(super) const BY: Key = key("by", "按");

/// All arguments.
pub static ARGUMENTS: &[Argument] = &[
    Argument {
        key: UNIT,
        kind: ArgumentKind::Text,
        about_zh: "换成这个单位，如“亿元”",
        about_en: "print in this unit, such as \"million yuan\"",
    },
    Argument {
        key: DECIMALS,
        kind: ArgumentKind::Count,
        about_zh: "保留几位小数，0到10",
        about_en: "how many decimals, 0 to 10",
    },
    Argument {
        key: OF,
        kind: ArgumentKind::Text,
        about_zh: "与谁比：占比的总体（指标名），或“对比”里的一项",
        about_en: "against what: the whole of a share (a figure), or one entry of `against`",
    },
    Argument {
        key: BY,
        kind: ArgumentKind::Text,
        about_zh: "按哪一种构成，如“按状态”",
        about_en: "which of several partitions",
    },
];

/// The arguments of one filter, as given. Those that an aspect does not take are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// 单位
    pub unit: Option<String>,
    /// 小数
    pub decimals: Option<u32>,
    /// 对象
    pub of: Option<String>,
    /// 按
    pub by: Option<String>,
    /// Whether the unit is left out because it stands elsewhere: in a table's head. No filter takes it.
    pub bare: bool,
}
