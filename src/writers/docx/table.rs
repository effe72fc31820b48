//! Tables: how wide each column is and how it stands.

use super::measure::{CellKind, cell_kind, spaced_width, width};
use crate::document::{Alignment, Cell, Table};
use crate::layout::{Align, Chars, TableLook, Twips};

/// A column as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its width, margins of the cells included.
    pub width: Twips,
    /// How its text stands.
    pub align: Align,
}

/// The columns of a table that is as wide as `total`, from what its cells hold.
pub fn columns(table: &Table, look: &TableLook, total: Twips) -> Vec<Column> {
    let natural: Vec<Twips> = (0..table.header.len())
        .map(|index| natural_width(table, index, look))
        .collect();
    share(&natural, total)
        .into_iter()
        .enumerate()
        .map(|(index, width)| Column {
            width,
            align: align(table, index, look),
        })
        .collect()
}

fn cells(table: &Table, index: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.get(index))
}

fn natural_width(table: &Table, index: usize, look: &TableLook) -> Twips {
    let header = table
        .header
        .get(index)
        .map(|cell| spaced_width(&cell.content));
    let chars = cells(table, index)
        .map(|cell| spaced_width(&cell.content))
        .chain(header)
        .max()
        .unwrap_or_default()
        // An empty column still needs room to write in.
        .max(Chars::whole(2));
    // Half a character more, because Latin letters may be wider than half a character.
    (chars + Chars(50)).twips(look.text.pitch()) + look.cell_margin * 2
}

/// Divides `total`: a column gets what it needs if that is no more than its fair share of what is left, narrow
/// columns first; what nobody needs is spread in proportion to the needs.
fn share(natural: &[Twips], total: Twips) -> Vec<Twips> {
    let needed: i64 = natural.iter().map(|width| i64::from(width.0)).sum();
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
