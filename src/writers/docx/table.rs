//! Tables: their rows, how wide each column is and how it stands.

use super::body::Writer;
use super::measure::{CellKind, cell_kind, spaced_width, width};
use super::paragraph::Properties;
use super::runs::Look;
use super::style_id::StyleId;
use super::xml::with_number;
use crate::document::{Alignment, Cell, Inline, Table};
use crate::layout::{Align, Chars, TableLook, Twips};
use std::fmt::Write;

impl Writer<'_> {
    /// A table; its bookmark stands in its first cell. `keep_next` keeps its last row on the page of what follows.
    pub(super) fn table(&mut self, table: &Table, number: Option<u32>, keep_next: bool) {
        let total = self.section.page.text_width();
        let columns = columns(table, &self.profile.table, total);
        if columns.is_empty() {
            return;
        }
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
            StyleId::Table.id(),
            total.0
        );
        for column in &columns {
            with_number(&mut self.out, "<w:gridCol w:w=\"", column.width.0, "\"/>");
        }
        self.out.push_str("</w:tblGrid>");
        let whole = is_kept_whole(table, &self.profile.table);
        let header = Row::Header {
            number,
            keep_next: whole && !table.rows.is_empty(),
        };
        self.row(&table.header, &columns, header);
        for (row, left) in table.rows.iter().zip((0..table.rows.len()).rev()) {
            let keep_next = if left == 0 { keep_next } else { whole };
            self.row(row, &columns, Row::Body { keep_next });
        }
        self.out.push_str("</w:tbl>");
    }

    fn row(&mut self, cells: &[Cell], columns: &[Column], kind: Row) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if let Row::Header { .. } = kind {
            self.out.push_str("<w:tblHeader/>");
        }
        let Twips(height) = self.profile.table.row_height;
        if height > 0 {
            let behind = "\" w:hRule=\"atLeast\"/>";
            with_number(&mut self.out, "<w:trHeight w:val=\"", height, behind);
        }
        self.out.push_str("</w:trPr>");
        for (index, column) in columns.iter().enumerate() {
            let behind = "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>";
            let before = "<w:tc><w:tcPr><w:tcW w:w=\"";
            with_number(&mut self.out, before, column.width.0, behind);
            let (properties, number) = match kind {
                Row::Header { number, keep_next } => {
                    let mut properties = Properties::new(StyleId::TableHeader);
                    properties.keep_next = keep_next;
                    (properties, number.filter(|_| index == 0))
                }
                Row::Body { keep_next } => {
                    let mut properties = Properties::new(StyleId::TableText);
                    properties.align = Some(column.align);
                    properties.keep_next = keep_next;
                    (properties, None)
                }
            };
            let content: &[Inline] = cells.get(index).map_or(&[], |cell| &cell.content);
            self.paragraph(properties, number, |runs| {
                runs.inlines(content, Look::default());
            });
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>");
    }

    /// A paragraph as low as Word allows, with blank space above: two tables without anything between them become
    /// one, and a body must end with a paragraph.
    pub(super) fn gap(&mut self, before: Option<Twips>) {
        let mut properties = Properties::new(StyleId::TableGap);
        properties.before = before;
        let bookmark = self.open(properties, None);
        self.close(bookmark);
    }
}

/// Which row of a table; the header has the block's number.
#[derive(Clone, Copy)]
enum Row {
    Header {
        number: Option<u32>,
        keep_next: bool,
    },
    Body {
        keep_next: bool,
    },
}

/// Whether a table stands on one page.
pub fn is_kept_whole(table: &Table, look: &TableLook) -> bool {
    table.rows.len() <= look.whole_rows
}

/// A column as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Column {
    /// Its width, margins of the cells included.
    width: Twips,
    /// How its text stands.
    align: Align,
}

/// The columns of a table that is as wide as `total`, from what its cells hold.
fn columns(table: &Table, look: &TableLook, total: Twips) -> Vec<Column> {
    widths(&natural_widths(table, look), look, total)
        .into_iter()
        .enumerate()
        .map(|(index, width)| Column {
            width,
            align: align(table, index, look),
        })
        .collect()
}

/// How wide each column is, margins of its cells included, in a table that is as wide as `total`.
pub fn widths(natural: &[Twips], look: &TableLook, total: Twips) -> Vec<Twips> {
    let spare = SPARE.twips(look.text.pitch());
    let tight: Vec<Twips> = natural.iter().map(|width| *width - spare).collect();
    // Rather nothing to spare than words broken into lines.
    let room = i64::from(total.0);
    let is_tight = sum(natural) > room && sum(&tight) <= room;
    share(if is_tight { &tight } else { natural }, total)
}

/// What each column needs to have none of its cells broken into lines.
pub fn natural_widths(table: &Table, look: &TableLook) -> Vec<Twips> {
    (0..table.header.len())
        .map(|index| natural_width(table, index, look))
        .collect()
}

fn cells(table: &Table, index: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.get(index))
}

fn natural_width(table: &Table, index: usize, look: &TableLook) -> Twips {
    let header = table
        .header
        .get(index)
        .map(|cell| spaced_width(&cell.content, look.header.bold));
    let chars = cells(table, index)
        .map(|cell| spaced_width(&cell.content, look.text.bold))
        .chain(header)
        .max()
        .unwrap_or_default()
        // An empty column still needs room to write in.
        .max(Chars::whole(2));
    (chars + SPARE).twips(look.text.pitch()) + look.cell_margin * 2
}

/// A little more for a column, because Latin letters may be wider than they are measured.
const SPARE: Chars = Chars(20);

fn sum(widths: &[Twips]) -> i64 {
    widths.iter().map(|width| i64::from(width.0)).sum()
}

/// Divides `total`: a column gets what it needs if that is no more than its fair share of what is left, narrow
/// columns first; what nobody needs is spread in proportion to the needs.
fn share(natural: &[Twips], total: Twips) -> Vec<Twips> {
    let needed = sum(natural);
    let total = i64::from(total.0);
    let mut widths = vec![0_i64; natural.len()];
    let mut order: Vec<usize> = (0..natural.len()).collect();
    order.sort_by_key(|&index| (natural[index], index));
    let mut left = total;
    for (place, &index) in order.iter().enumerate() {
        let own = i64::from(natural[index].0);
        let waiting = i64::try_from(natural.len() - place).unwrap_or(i64::MAX);
        widths[index] = if needed <= total {
            own * total / needed.max(1)
        } else {
            own.min(left / waiting)
        };
        left -= widths[index];
    }
    // What rounding left over goes to the widest.
    if let Some(&widest) = order.last() {
        widths[widest] += left;
    }
    widths
        .into_iter()
        .map(|width| Twips(i32::try_from(width).unwrap_or(i32::MAX)))
        .collect()
}

fn align(table: &Table, index: usize, look: &TableLook) -> Align {
    match table.columns.get(index).copied().unwrap_or_default() {
        Alignment::Left => Align::Left,
        Alignment::Centre => Align::Centre,
        Alignment::Right => Align::Right,
        Alignment::Natural => natural_align(table, index, look),
    }
}

/// Numbers stand right, short words in the middle, long ones left.
fn natural_align(table: &Table, index: usize, look: &TableLook) -> Align {
    let kinds: Vec<CellKind> = cells(table, index)
        .map(|cell| cell_kind(&cell.content))
        .collect();
    let has = |wanted: CellKind| kinds.contains(&wanted);
    if has(CellKind::Number) && !has(CellKind::Words) {
        return Align::Right;
    }
    let widest = cells(table, index).map(|cell| width(&cell.content)).max();
    if widest.unwrap_or_default() <= look.short {
        Align::Centre
    } else {
        Align::Left
    }
}
