//! The words of fixed choices in a layout profile.

use crate::layout::{Align, ClosingRule, FontSet, NumberForm, Typeface};
use crate::load::decode::choices::Choices;

/// 字体 at the top
pub const FONTS: Choices<FontSet> = &[
    (&["国标", "national"], FontSet::National),
    (&["Windows", "windows"], FontSet::Windows),
    (&["方正", "founder"], FontSet::Founder),
];

/// 字体 of a paragraph
pub const TYPEFACE: Choices<Typeface> = &[
    (
        &["小标宋", "xiaobiaosong", "小标宋体"],
        Typeface::Xiaobiaosong,
    ),
    (&["仿宋", "fangsong", "仿宋体"], Typeface::Fangsong),
    (&["黑体", "heiti"], Typeface::Heiti),
    (&["楷体", "kaiti"], Typeface::Kaiti),
    (&["宋体", "songti"], Typeface::Songti),
    (&["西文", "latin"], Typeface::Latin),
];

/// 对齐
pub const ALIGN: Choices<Align> = &[
    (&["两端", "justified", "两端对齐"], Align::Justified),
    (&["左", "left", "左对齐", "居左"], Align::Left),
    (&["居中", "centre", "center", "中"], Align::Centre),
    (&["右", "right", "右对齐", "居右"], Align::Right),
];

/// 编号 of a heading
pub const NUMBER: Choices<NumberForm> = &[
    (&["一、", "chinese"], NumberForm::ChineseComma),
    (&["（一）", "chinese-brackets"], NumberForm::ChineseBrackets),
    (&["1.", "arabic", "1．"], NumberForm::ArabicPoint),
    (&["（1）", "arabic-brackets"], NumberForm::ArabicBrackets),
    (&["①", "circled"], NumberForm::Circled),
    (&["第一，", "ordinal"], NumberForm::Ordinal),
    (&["1.1", "decimal"], NumberForm::Decimal),
    (&["不编号", "none", "无"], NumberForm::Unnumbered),
];

/// 落款
pub const CLOSING: Choices<ClosingRule> = &[
    (&["不盖章", "unsealed"], ClosingRule::WithoutSeal),
    (&["盖章", "sealed", "带印章"], ClosingRule::WithSeal),
    (&["按样式", "as-styled"], ClosingRule::AsStyled),
];

/// Where a page number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 外侧
    Outer,
    /// 居中
    Centre,
    /// 右
    Right,
}

/// 位置 of the page number
pub const SIDE: Choices<Side> = &[
    (&["外侧", "outer"], Side::Outer),
    (&["居中", "centre", "center"], Side::Centre),
    (&["右", "right", "居右"], Side::Right),
];

/// The slots of a page number's form.
pub const PAGE: [&str; 2] = ["{页}", "{page}"];
/// The slots for how many pages there are.
pub const PAGES: [&str; 2] = ["{总页}", "{pages}"];
