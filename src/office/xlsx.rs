//! Spreadsheets, as texts in cells. The only module that names the spreadsheet crate.

use super::number;
use calamine::{Data, Dimensions, Range, Reader, StyleRange, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most cells of a sheet, empty ones counted.
const CELLS: usize = 20_000_000;

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows that are not empty.
    pub rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    /// Its cells as people see them, from column A on; an error is `#N/A` and its like.
    pub cells: Vec<String>,
}

/// Why a spreadsheet could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It asks for a password.
    Locked,
    /// It has more cells than are read.
    TooLarge,
    /// It is no spreadsheet, or a damaged one; what was found, in English.
    Damaged(String),
}

/// The first sheet that has anything in it; an empty one if none has.
///
/// # Errors
/// When the bytes are no spreadsheet that can be read.
pub fn first_sheet(bytes: &[u8]) -> Result<Sheet, Fault> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Fault::Locked,
        other => damaged(&other),
    })?;
    let mut empty = None;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|e| damaged(&e))?;
        if range.width().saturating_mul(range.height()) > CELLS {
            return Err(Fault::TooLarge);
        }
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let styles = book.worksheet_style(&name).map_err(|e| damaged(&e))?;
        let rows = rows(&range, &styles, &merged);
        if !rows.is_empty() {
            return Ok(Sheet { name, rows });
        }
        empty.get_or_insert(name);
    }
    Ok(Sheet {
        name: empty.unwrap_or_default(),
        rows: Vec::new(),
    })
}

fn damaged(error: &calamine::XlsxError) -> Fault {
    Fault::Damaged(error.to_string())
}

fn rows(range: &Range<Data>, styles: &StyleRange, merged: &[Dimensions]) -> Vec<Row> {
    let (Some((first, left)), Some((last, right))) = (range.start(), range.end()) else {
        return Vec::new();
    };
    let origins = origins(merged, last);
    let text = |row: u32, column: u32| {
        let at = (row, column);
        let (row, column) = origins.get(&at).copied().unwrap_or(at);
        if column < left {
            return String::new();
        }
        let format = styles
            .get((row, column))
            .and_then(|style| style.number_format.as_ref())
            .map_or("General", |format| format.format_code.as_str());
        range
            .get_value((row, column))
            .map_or_else(String::new, |value| shown(value, format))
    };
    (first..=last)
        .map(|row| Row {
            number: row as usize + 1,
            cells: (0..=right).map(|column| text(row, column)).collect(),
        })
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect()
}

/// For cells that are merged downwards the one that speaks for them: a department beside its people. Cells merged
/// sideways, as in a caption, are not repeated.
fn origins(merged: &[Dimensions], last: u32) -> BTreeMap<(u32, u32), (u32, u32)> {
    merged
        .iter()
        .filter(|m| m.start.1 == m.end.1)
        .flat_map(|m| (m.start.0..=m.end.0.min(last)).map(|row| ((row, m.start.1), m.start)))
        .collect()
}

/// A value as its cell shows it.
fn shown(value: &Data, format: &str) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number::shown(*number, format),
        Data::Bool(true) => "是".to_owned(),
        Data::Bool(false) => "否".to_owned(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(time) if time.is_duration() => number::shown(time.as_f64(), "General"),
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            if number::is_month(format) {
                format!("{year}年{month}月")
            } else {
                format!("{year}-{month:02}-{day:02}")
            }
        }
    }
}
