//! The reference of the template language: every filter, test, tag and name with an example.
//!
//! The examples stand in `manual.tsv`, one a line, with what each prints; a test prints them all.

use super::dialect;
use crate::figures::{ASPECTS, TESTS};

/// Kind, English name, what it does in Chinese and in English (empty where the registry of figures says it), an example
/// and what it prints (`⏎` for a line end); parted by tabs.
const EXAMPLES: &str = include_str!("manual.tsv");

/// The report that the examples are printed from.
pub const SAMPLE: &str = include_str!("manual.yaml");

/// What an entry explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Behind `|`.
    Filter,
    /// Behind `is`.
    Test,
    /// In `{% %}`.
    Tag,
    /// A name that no report fills in itself.
    Name,
}

/// A word of the template language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its English name.
    pub en: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its arguments, Chinese and English.
    pub arguments: Vec<(&'static str, &'static str)>,
    /// What it does, in Chinese.
    pub about_zh: String,
    /// What it does, in English.
    pub about_en: String,
    /// An example.
    pub example: &'static str,
    /// What it prints as Markdown, without line ends around it.
    pub printed: String,
}

/// All words that have an example, in the order of the page.
pub fn entries() -> Vec<Entry> {
    EXAMPLES.lines().filter_map(entry).collect()
}

fn entry(line: &'static str) -> Option<Entry> {
    let mut cells = line.split('\t');
    let (kind, en) = (cells.next()?, cells.next()?);
    let (about_zh, about_en) = (cells.next()?, cells.next()?);
    let (example, printed) = (cells.next()?, cells.next()?.replace('⏎', "\n"));
    let kind = match kind {
        "filter" => EntryKind::Filter,
        "test" => EntryKind::Test,
        "tag" => EntryKind::Tag,
        _ => EntryKind::Name,
    };
    let word = match kind {
        EntryKind::Filter => dialect::filter(en),
        EntryKind::Test => dialect::test(en),
        EntryKind::Tag | EntryKind::Name => None,
    };
    let name = dialect::HELPERS.iter().find(|k| k.en == en).map(|k| k.zh);
    let zh = match kind {
        EntryKind::Tag => tag_in_chinese(en),
        _ => word.map(|w| w.zh).or(name).unwrap_or(en),
    };
    let figures = of_figures(kind, en);
    let about = |own: &str, other: Option<&str>| match own {
        "" => other.unwrap_or_default().to_owned(),
        own => own.to_owned(),
    };
    Some(Entry {
        kind,
        en: en.to_owned(),
        zh: zh.to_owned(),
        arguments: word.map_or(Vec::new(), |w| {
            w.arguments.iter().map(|k| (k.zh, k.en)).collect()
        }),
        about_zh: about(about_zh, figures.map(|f| f.0)),
        about_en: about(about_en, figures.map(|f| f.1)),
        example,
        printed,
    })
}

fn tag_in_chinese(en: &str) -> &str {
    match en {
        "phrase" => "措辞",
        "block" => "块",
        en => en,
    }
}

/// What the registry of figures says of a word.
fn of_figures(kind: EntryKind, en: &str) -> Option<(&'static str, &'static str)> {
    match kind {
        EntryKind::Filter => {
            let found = ASPECTS.iter().find(|a| a.en == en)?;
            Some((found.about_zh, found.about_en))
        }
        EntryKind::Test => {
            let found = TESTS.iter().find(|t| t.en == en)?;
            Some((found.about_zh, found.about_en))
        }
        EntryKind::Tag | EntryKind::Name => None,
    }
}
