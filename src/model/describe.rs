//! What each key of a report is for, in both languages: one table for editors, help and skeletons.

/// One line for each key: list, English name, what it is for in Chinese and in English, an example in Chinese and in
/// English; parted by tabs.
const TABLE_OF_KEYS: &str = include_str!("keys.tsv");

/// What is said of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    /// A value as one would type it in a Chinese report; empty where there is no short one.
    pub example_zh: &'static str,
    /// The same for an English report.
    pub example_en: &'static str,
}

/// What is said of a key of a list (`report`, `section`, `item`, `figure`, `share`, `rank`, `table`, `assertion`,
/// `last_plan`, `ignore`), by its English name.
pub fn about(list: &str, key: &str) -> Option<About> {
    TABLE_OF_KEYS.lines().find_map(|line| {
        let mut cells = line.split('\t');
        let (of, name) = (cells.next()?, cells.next()?);
        let found = About {
            zh: cells.next()?,
            en: cells.next()?,
            example_zh: cells.next()?,
            example_en: cells.next()?,
        };
        (of == list && name == key).then_some(found)
    })
}
