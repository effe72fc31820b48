//! Text in columns as Excel and WPS write it: commas, semicolons or tabs, quotes with line ends inside.

use super::faults::{no_heading, unreadable};
use super::record::{Cell, Record, Trouble, small};
use super::{Body, Raw};
use crate::batch::codes;
use crate::batch::columns::is_caption;
use crate::bytes::first;
use crate::diag::Text;
use crate::load::lines::{Charset, Lines};
use crate::world::World;
use std::collections::VecDeque;
use std::io::Read;
use std::path::Path;

/// Most bytes of one row: a quote that is never closed must not swallow the roster.
const LONGEST: usize = 256 * 1024;
/// Rows above the heading that may hold captions.
const CAPTIONS: usize = 5;

/// How a roster is laid out.
#[derive(Debug)]
pub struct Layout {
    separator: u8,
    /// The names of the columns.
    pub heading: Record,
    /// The line of the heading.
    pub line: usize,
    /// Lines up to the end of the heading.
    before: usize,
}

/// Finds separator and heading.
///
/// # Errors
/// When it cannot be read, or has no heading.
pub fn layout(world: &dyn World, path: &Path, charset: Charset) -> Result<Layout, codes::Fault> {
    let fail = |error| unreadable(path, &error);
    let mut records = Records::new(world.open(path).map_err(fail)?, charset);
    let mut first = Vec::new();
    let mut declared = None;
    while first.len() < CAPTIONS {
        let Some((line, text)) = records.next_text().map_err(fail)? else {
            break;
        };
        match text.trim_end().strip_prefix("sep=") {
            Some(sign) if line == 1 => declared = sign.bytes().next(),
            _ if text.trim().is_empty() => {}
            _ => first.push((line, text, records.lines_read)),
        }
    }
    let separator = declared.unwrap_or_else(|| separator(first.iter().map(|(_, text, _)| text)));
    for (line, text, before) in first {
        let heading = cut(text, separator, None);
        if !heading.is_blank() && !is_caption(&heading) {
            return Ok(Layout {
                separator,
                heading,
                line,
                before,
            });
        }
    }
    Err(no_heading(path))
}

/// The sign that most often stands outside of quotes.
fn separator<'t>(texts: impl Iterator<Item = &'t String>) -> u8 {
    let mut counts = [(0, b','), (0, b'\t'), (0, b';')];
    for text in texts {
        let outside = text.split('"').step_by(2).flat_map(str::bytes);
        for byte in outside {
            for (count, sign) in &mut counts {
                *count += usize::from(byte == *sign);
            }
        }
    }
    let most = counts.iter().rev().max_by_key(|(count, _)| *count);
    most.map_or(b',', |(_, sign)| *sign)
}

/// The rows below the heading; of their cells at least those up to column `last`, or all.
pub fn rows<'r>(
    read: Box<dyn Read + Send + 'r>,
    charset: Charset,
    layout: &Layout,
    last: Option<usize>,
) -> impl Iterator<Item = Raw> + Send + 'r + use<'r> {
    let mut records = Records::new(read, charset);
    let (separator, before) = (layout.separator, layout.before);
    let mut index = 0;
    let mut is_over = false;
    std::iter::from_fn(move || {
        loop {
            if is_over {
                return None;
            }
            let (line, body) = match records.next_text() {
                Ok(None) => return None,
                Ok(Some((line, _))) if line <= before => continue,
                Ok(Some((line, text))) => match cut(text, separator, last) {
                    record if record.is_blank() => continue,
                    record => (line, Body::Cells(record)),
                },
                Err(error) => {
                    is_over = true;
                    let message = Text::new(
                        format!("读到这里出错：{error}"),
                        format!("reading stopped here: {error}"),
                    );
                    (records.lines_read + 1, Body::Lost(message))
                }
            };
            index += 1;
            return Some(Raw {
                index: index - 1,
                line,
                body,
            });
        }
    })
}

/// The texts of rows: lines, joined where a line end stands in quotes.
struct Records<R> {
    lines: Lines<R>,
    /// Lines taken so far.
    lines_read: usize,
    /// Lines to be taken before others: they were joined to a row with a quote that is not closed.
    pending: VecDeque<String>,
}

impl<R: Read> Records<R> {
    fn new(read: R, charset: Charset) -> Self {
        Self {
            lines: Lines::new(charset, read),
            lines_read: 0,
            pending: VecDeque::new(),
        }
    }

    /// The next row's first line and text, without its line end. A row whose quotes do not match has one line: those
    /// below it are rows of their own.
    fn next_text(&mut self) -> std::io::Result<Option<(usize, String)>> {
        let first = self.lines_read + 1;
        let mut text = String::new();
        let mut ends = Vec::new();
        let mut scan = Scan::default();
        while self.next_line(&mut text)? {
            scan.feed(
                text.get(ends.last().copied().unwrap_or(0)..)
                    .unwrap_or_default(),
            );
            ends.push(text.len());
            if scan.at != At::Quoted || text.len() > LONGEST {
                break;
            }
        }
        let is_astray = scan.at == At::Quoted || scan.is_odd;
        if let Some(&end) = ends.first().filter(|_| is_astray && ends.len() > 1) {
            for lines in ends.windows(2).rev() {
                let line = text.get(lines[0]..lines[1]).unwrap_or_default();
                self.pending.push_front(line.to_owned());
            }
            self.lines_read = first;
            text.truncate(end);
        }
        text.truncate(text.trim_end_matches(['\n', '\r']).len());
        Ok((!ends.is_empty()).then_some((first, text)))
    }

    fn next_line(&mut self, into: &mut String) -> std::io::Result<bool> {
        let found = match self.pending.pop_front() {
            Some(line) => {
                into.push_str(&line);
                true
            }
            None => self.lines.next(into)?,
        };
        self.lines_read += usize::from(found);
        Ok(found)
    }
}

/// Where a reader of columns is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: the end, or the first of two.
    Closing,
}

/// What may end a cell.
const ENDS: [u8; 5] = *b",;\t\n\r";

/// Finds out whether a row goes on in the next line.
#[derive(Debug, Default)]
struct Scan {
    at: At,
    /// Whether text follows a closing quote.
    is_odd: bool,
}

impl Scan {
    fn feed(&mut self, line: &str) {
        if self.at != At::Quoted && first(line, b'"').is_none() {
            // Without quotes a row ends with its line, as nearly all do.
            self.at = At::Start;
            return;
        }
        let mut rest = line.as_bytes();
        loop {
            // Most bytes stand inside a cell and change nothing.
            let next = match self.at {
                At::Plain => rest.iter().position(|b| ENDS.contains(b)),
                At::Quoted => rest.iter().position(|b| *b == b'"'),
                At::Start | At::Closing => Some(0),
            };
            let Some((&byte, behind)) = next.and_then(|at| rest.get(at..)?.split_first()) else {
                return;
            };
            rest = behind;
            self.at = match (self.at, byte) {
                (At::Quoted, b'"') => At::Closing,
                (At::Quoted, _) | (At::Closing, b'"') => At::Quoted,
                (_, end) if ENDS.contains(&end) => At::Start,
                (At::Start, b'"') => At::Quoted,
                (at @ (At::Start | At::Closing), b' ') => at,
                (At::Closing, _) => {
                    self.is_odd = true;
                    At::Plain
                }
                (At::Start | At::Plain, _) => At::Plain,
            };
        }
    }
}

/// Cuts a row into cells: all, or those up to column `last` and then to the first that says something.
fn cut(text: String, separator: u8, last: Option<usize>) -> Record {
    let mut record = Record::default();
    let (mut at, mut is_blank) = (0, true);
    while last.is_none_or(|last| record.cells.len() <= last || is_blank) {
        let rest = text.get(at..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let (cell, end) = match rest.get(blanks..).and_then(|rest| rest.strip_prefix('"')) {
            Some(_) => match quoted(&text, at + blanks + 1, separator) {
                Ok(found) => found,
                Err(start) => {
                    record.trouble = Some(unclosed(start..text.len()));
                    break;
                }
            },
            None => {
                let length = first(rest, separator).unwrap_or(rest.len());
                (Cell::plain(&rest[..length], at), at + length)
            }
        };
        is_blank &= cell.text.is_empty();
        record.cells.push(cell);
        if end >= text.len() {
            break;
        }
        at = end + 1;
    }
    record.text = text;
    record
}

/// A cell in quotes that begins at `start`, and where it ends; two quotes in it stand for one.
///
/// # Errors
/// Where the quote stands that is never closed.
fn quoted(text: &str, start: usize, separator: u8) -> Result<(Cell, usize), usize> {
    let mut cell = Cell {
        start,
        stretches: vec![(0, small(start))],
        ..Cell::default()
    };
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(quote) = first(rest, b'"') else {
            return Err(start - 1);
        };
        cell.text.push_str(&rest[..quote]);
        at += quote + 1;
        if text.as_bytes().get(at) != Some(&b'"') {
            break;
        }
        cell.text.push('"');
        at += 1;
        cell.stretches.push((small(cell.text.len()), small(at)));
    }
    cell.end = at - 1;
    // What follows a closing quote is no part of the quoted text, but of the cell.
    let rest = text.get(at..).unwrap_or_default();
    let length = first(rest, separator).unwrap_or(rest.len());
    cell.text.push_str(rest[..length].trim_end());
    cell.text.truncate(cell.text.trim_end().len());
    Ok((lifted(cell), at + length))
}

/// A cell without blanks before its text.
fn lifted(mut cell: Cell) -> Cell {
    let blanks = cell.text.len() - cell.text.trim_start().len();
    if blanks > 0 {
        cell.text.drain(..blanks);
        let blanks = small(blanks);
        for (at, from) in &mut cell.stretches {
            *from += blanks.saturating_sub(*at).min(blanks);
            *at = at.saturating_sub(blanks);
        }
    }
    cell
}

fn unclosed(range: std::ops::Range<usize>) -> Trouble {
    Trouble {
        code: &codes::UNCLOSED_QUOTE,
        range,
        message: Text::new(
            "这里的英文双引号没有配对，后面的内容分不清属于哪一列",
            "the quote here is never closed, so the columns behind it cannot be told apart",
        ),
        hint: Text::new(
            "补上另一个引号；文字里的引号请用中文引号“”，或写两个 \"\"",
            "close it; a quote inside a text is typed twice: \"\"",
        ),
    }
}
