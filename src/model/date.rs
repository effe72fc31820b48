//! Days.

use super::Parsed;
use crate::diag::Text;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, four digits.
    pub year: i16,
    /// Month, 1–12.
    pub month: i8,
    /// Day, 1–31.
    pub day: i8,
}

impl Date {
    /// Reads `2026-07-10`, `2026/7/10`, `2026年7月10日`, `2026.7.10`.
    ///
    /// # Errors
    /// The explanation of what cannot be read or is not a day, for the text's place.
    pub fn parse(text: &str) -> Result<Parsed<Self>, Text> {
        Err(Text::new(text, text))
    }
}
