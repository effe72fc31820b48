//! Spreadsheets.

use super::record::{Cell, Record};
use super::{Body, Raw, shown, unreadable};
use crate::batch::codes;
use crate::batch::columns::is_caption;
use crate::diag::{Diagnostic, Text};
use crate::office::xlsx::{Fault, Row, Sheet, first_sheet};
use crate::world::World;
use std::path::Path;

/// A sheet of a roster; its first row is the heading.
#[derive(Debug)]
pub struct Table {
    /// The name of the sheet.
    pub name: String,
    rows: Vec<Row>,
    /// The heading, with its row.
    heading: (Record, usize),
}

/// Reads the first sheet that has anything in it.
///
/// # Errors
/// When it cannot be read or is empty.
pub fn open(world: &dyn World, path: &Path) -> Result<Table, codes::Fault> {
    let bytes = world.read(path).map_err(|e| unreadable(path, &e))?;
    let Sheet { name, mut rows } = first_sheet(&bytes).map_err(|fault| explained(path, fault))?;
    while let Some(row) = (!rows.is_empty()).then(|| rows.remove(0)) {
        let heading = record(&row);
        if !is_caption(&heading) {
            let heading = (heading, row.number);
            return Ok(Table {
                name,
                rows,
                heading,
            });
        }
    }
    let shown = shown(path);
    let message = Text::new(
        format!("名册“{shown}”里没有内容"),
        format!("the roster `{shown}` is empty"),
    );
    Err(Diagnostic::error(&codes::NOT_A_ROSTER, None, message).into())
}

/// The heading with its row.
pub fn heading(table: &Table) -> (&Record, usize) {
    (&table.heading.0, table.heading.1)
}

/// The rows below the heading.
pub fn rows(table: &Table) -> impl Iterator<Item = Raw> + Send + '_ {
    table.rows.iter().enumerate().map(|(index, row)| Raw {
        index,
        line: row.number,
        body: Body::Cells(record(row)),
    })
}

/// A row as one line of text: line ends in cells become blanks, one for one, and tabs part the cells.
fn record(row: &Row) -> Record {
    let mut record = Record::default();
    for cell in &row.cells {
        let start = record.text.len();
        record.text.push_str(&cell.replace(['\n', '\r', '\t'], " "));
        record.text.push('\t');
        record.cells.push(Cell::plain(cell, start));
    }
    record
}

fn explained(path: &Path, fault: Fault) -> Diagnostic {
    let name = shown(path);
    let message = match fault {
        Fault::Locked => Text::new(
            format!("名册“{name}”设了打开密码"),
            format!("the roster `{name}` asks for a password"),
        ),
        Fault::TooLarge => Text::new(
            format!("名册“{name}”太大"),
            format!("the roster `{name}` is too large"),
        ),
        Fault::Damaged(found) => Text::new(
            format!("名册“{name}”不是完好的 Excel 工作簿：{found}"),
            format!("the roster `{name}` is no sound workbook: {found}"),
        ),
    };
    Diagnostic::error(&codes::NOT_A_ROSTER, None, message).hint(Text::new(
        "用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 或 .csv",
        "open it in Excel or WPS and save it as .xlsx or .csv, without a password",
    ))
}
