//! Sections: pages upright, and pages turned for tables that are too wide for an upright one.
//!
//! A turned page is the sheet with its left edge up, as it is bound: the head of a table stands at the back of odd pages
//! and at the outer edge of even ones, and page numbers stay where other pages have them (GB/T 9704—2012, 8).

use super::measure::{CellKind, cell_kind};
use super::package::{EVEN_FOOTER, ODD_FOOTER, TURNED_EVEN_FOOTER, TURNED_ODD_FOOTER};
use super::table::{natural_widths, widths};
use crate::document::{Block, BlockKind, Role, Table};
use crate::layout::{Page, Profile, Twips};
use std::fmt::Write;

/// Which way a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The page, already turned when it is.
    pub page: Page,
    /// Whether it is turned.
    pub is_turned: bool,
}

impl Section {
    /// The section of upright or turned pages of a profile.
    pub fn new(profile: &Profile, is_turned: bool) -> Self {
        let page = if is_turned {
            profile.page.turned()
        } else {
            profile.page
        };
        Self { page, is_turned }
    }

    /// Appends `<w:sectPr>`.
    pub fn write(&self, out: &mut String) {
        let page = &self.page;
        let (odd, even, orient) = if self.is_turned {
            (
                TURNED_ODD_FOOTER,
                TURNED_EVEN_FOOTER,
                " w:orient=\"landscape\"",
            )
        } else {
            (ODD_FOOTER, EVEN_FOOTER, "")
        };
        let _ = write!(
            out,
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{odd}\"/>\
             <w:footerReference w:type=\"even\" r:id=\"{even}\"/>\
             <w:pgSz w:w=\"{}\" w:h=\"{}\"{orient}/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" \
             w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
             <w:docGrid w:type=\"lines\" w:linePitch=\"{}\"/></w:sectPr>",
            page.width.0,
            page.height.0,
            page.top.0,
            page.right.0,
            page.bottom.0,
            page.left.0,
            page.header.0,
            page.footer.0,
            page.line_pitch.0
        );
    }
}

/// For each block whether it stands on a turned page: wide tables with what belongs to them, that is, headings,
/// caption and unit above them, notes below, and the closing of the text when nothing stands between.
pub fn turned(blocks: &[Block], profile: &Profile) -> Vec<bool> {
    let mut out = vec![false; blocks.len()];
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Table(table) = &block.kind else {
            continue;
        };
        if !is_wide(table, profile) {
            continue;
        }
        let above = blocks[..index]
            .iter()
            .rev()
            .take_while(|b| leads_to_table(b));
        let first = index - above.count();
        let mut end = index + 1;
        end += run(&blocks[end..], |role| role == Role::Note);
        end += run(&blocks[end..], |role| {
            matches!(role, Role::AnnexList | Role::Signature | Role::Date)
        });
        out[first..end].fill(true);
    }
    out
}

/// How many blocks at the beginning are paragraphs of some roles.
fn run(blocks: &[Block], wanted: impl Fn(Role) -> bool) -> usize {
    blocks
        .iter()
        .take_while(|b| matches!(b.kind, BlockKind::Paragraph { role, .. } if wanted(role)))
        .count()
}

/// Whether a block says what the table below it is.
fn leads_to_table(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { role, .. } => matches!(
            role,
            Role::Caption | Role::UnitLine | Role::Title | Role::AnnexMark
        ),
        BlockKind::Heading(heading) => heading.run_in.is_none(),
        BlockKind::ListItem { .. }
        | BlockKind::Table(_)
        | BlockKind::Chart(_)
        | BlockKind::Quote { .. }
        | BlockKind::Code { .. }
        | BlockKind::Rule => false,
    }
}

/// Whether a table has too many columns for an upright page, or numbers that would not fit into theirs.
fn is_wide(table: &Table, profile: &Profile) -> bool {
    let look = &profile.table;
    if table.header.len() > look.most_columns {
        return true;
    }
    let natural = natural_widths(table, look);
    let upright = widths(&natural, look, profile.page.text_width());
    upright
        .into_iter()
        .zip(natural)
        .enumerate()
        .any(|(index, (width, needed))| width + SLACK < needed && is_of_numbers(table, index))
}

/// What a natural width has to spare.
const SLACK: Twips = Twips(120);

fn is_of_numbers(table: &Table, index: usize) -> bool {
    let mut kinds = table
        .rows
        .iter()
        .filter_map(|row| row.get(index))
        .map(|cell| cell_kind(&cell.content))
        .filter(|kind| *kind != CellKind::Blank)
        .peekable();
    kinds.peek().is_some() && kinds.all(|kind| kind == CellKind::Number)
}
