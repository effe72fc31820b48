//! What the codes mean that no check explains: those of unreadable input, of rosters, of the command line.
//!
//! They stand in `pages.tsv`, one a line.

use super::Text;

const TABLE: &str = include_str!("pages.tsv");

/// What a code means and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The code.
    pub id: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// What was found.
    pub meaning: Text,
    /// How to put it right.
    pub cure: Text,
}

/// All pages, in the order of the table.
pub fn pages() -> impl Iterator<Item = Page> {
    TABLE.lines().skip(1).filter_map(page)
}

fn page(line: &'static str) -> Option<Page> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next();
    let (id, zh) = (cell()?, cell()?);
    let (meaning_zh, cure_zh) = (cell()?, cell()?);
    let (meaning_en, cure_en) = (cell()?, cell()?);
    Some(Page {
        id,
        zh,
        meaning: Text::new(meaning_zh, meaning_en),
        cure: Text::new(cure_zh, cure_en),
    })
}
