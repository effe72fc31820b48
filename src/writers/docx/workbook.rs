//! A spreadsheet of one sheet, as small as it can be: the data behind a chart, which Word opens for editing.
//!
//! Numbers are written as the digits they were printed with, so that nothing passes through a float, and each cell
//! shows as many decimals as it has.

use super::WriteError;
use super::pack::Package;
use super::package::{DECLARATION, OFFICE, PACKAGE, relationship, relationships_open};
use super::xml::escape_into;
use std::fmt::Write;

/// The name of the sheet, by which the chart finds its data.
pub const SHEET: &str = "Sheet1";

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/// The number of a cell has at most so many decimals shown.
const MOST_DECIMALS: usize = 15;

/// A cell of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number, as digits with a point: `-1234.50`.
    Number(String),
}

/// The workbook of some rows.
///
/// # Errors
/// When the container refuses a part.
pub fn workbook(rows: &[Vec<Value>]) -> Result<Vec<u8>, WriteError> {
    let mut root = relationships_open();
    relationship(
        &mut root,
        "rId1",
        &format!("{OFFICE}/officeDocument"),
        "xl/workbook.xml",
    );
    root.push_str("</Relationships>");
    let mut book = relationships_open();
    relationship(
        &mut book,
        "rId1",
        &format!("{OFFICE}/worksheet"),
        "worksheets/sheet1.xml",
    );
    relationship(&mut book, "rId2", &format!("{OFFICE}/styles"), "styles.xml");
    book.push_str("</Relationships>");
    Package::new(&[
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", root),
        (
            "xl/workbook.xml",
            format!(
                "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
                 <sheet name=\"{SHEET}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", book),
        ("xl/styles.xml", styles()),
        ("xl/worksheets/sheet1.xml", sheet(rows)),
    ])?
    .close()
}

/// The letters of a column, from 0: A, B, …, Z, AA.
pub fn column(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// How many digits stand behind the point of a number.
fn decimals(number: &str) -> usize {
    let behind = number.split_once('.').map_or(0, |(_, behind)| behind.len());
    behind.min(MOST_DECIMALS)
}

/// The number format that shows so many decimals.
fn format_code(decimals: usize) -> String {
    match decimals {
        0 => "0".to_owned(),
        count => format!("0.{}", "0".repeat(count)),
    }
}

fn content_types() -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let parts = [
        ("workbook", "sheet.main"),
        ("worksheets/sheet1", "worksheet"),
        ("styles", "styles"),
    ];
    for (part, kind) in parts {
        let _ = write!(
            out,
            "<Override PartName=\"/xl/{part}.xml\" ContentType=\"{KIND}.{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}

/// Formats by number of decimals: the index of a cell's format is one more than its decimals.
fn styles() -> String {
    let mut out = format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">",
        MOST_DECIMALS + 1
    );
    for count in 0..=MOST_DECIMALS {
        let _ = write!(
            out,
            "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
            FIRST_FORMAT + count,
            format_code(count)
        );
    }
    let _ = write!(
        out,
        "</numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
        MOST_DECIMALS + 2
    );
    for count in 0..=MOST_DECIMALS {
        let _ = write!(
            out,
            "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>",
            FIRST_FORMAT + count
        );
    }
    out.push_str("</cellXfs></styleSheet>");
    out
}

/// Number formats below this belong to the program that reads the file.
const FIRST_FORMAT: usize = 164;

fn sheet(rows: &[Vec<Value>]) -> String {
    let mut out = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (cells, number) in rows.iter().zip(1..) {
        let _ = write!(out, "<row r=\"{number}\">");
        for (index, cell) in cells.iter().enumerate() {
            let at = format!("{}{number}", column(index));
            match cell {
                Value::Empty => {}
                Value::Text(text) => {
                    let _ = write!(
                        out,
                        "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    );
                    escape_into(&mut out, text);
                    out.push_str("</t></is></c>");
                }
                Value::Number(digits) => {
                    let format = decimals(digits) + 1;
                    let _ = write!(out, "<c r=\"{at}\" s=\"{format}\"><v>{digits}</v></c>");
                }
            }
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}
