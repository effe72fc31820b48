//! Periods (期间): what stretch of time a report or figure speaks of.

use super::Parsed;
use crate::diag::Text;

/// A period as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// 2026年
    Year(i16),
    /// 2026年上半年 (1), 下半年 (2)
    Half(i16, u8),
    /// 2026年第一季度
    Quarter(i16, u8),
    /// 2026年3月
    Month(i16, u8),
    /// 2026年1—5月; without a year, that of the report
    Months(Option<i16>, u8, u8),
    /// 截至2026年5月底: a point; without a year, that of the report
    Until(Option<i16>, u8),
    /// 2024年以来
    Since(i16),
    /// 2025—2026学年
    SchoolYear(i16),
    /// 2021—2025年
    Years(i16, i16),
}

impl Period {
    /// Reads a period in Chinese or English.
    ///
    /// # Errors
    /// The explanation of what cannot be read, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        Err(Text::new(text, text))
    }
}
