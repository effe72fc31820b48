//! One row of a roster as data that are laid over the report.

use super::codes;
use super::columns::{Columns, Holds, Target};
use super::roster::{Body, Cell, Raw, Record, Roster, shown};
use crate::bytes::first_of_three;
use crate::diag::{Diagnostic, Findings, Place, Source, SourceId, Text};
use crate::load::node::{Entry, Kind, Name, Node, Scalar, Style};
use crate::load::{self, overlay};
use crate::world::World;
use std::ops::Range;
use std::path::Path;

/// What rows are read with.
pub struct Reading<'r> {
    /// Where files of rows are.
    pub world: &'r dyn World,
    /// The roster.
    pub roster: &'r Roster,
    /// Its columns; `None` for rosters in YAML.
    pub columns: Option<&'r Columns>,
    /// The id that the source of a row will have.
    pub id: SourceId,
}

/// A row that was read.
pub struct Row {
    /// Its text.
    pub source: Source,
    /// Its values; `None` when it cannot be read, which the findings explain.
    pub root: Option<Node>,
    /// What is wrong with it.
    pub findings: Findings,
}

impl Reading<'_> {
    /// Reads a row.
    pub fn row(&self, raw: &Raw) -> Row {
        let mut findings = Findings::new();
        let (source, root) = match &raw.body {
            Body::Cells(record) => {
                let source = self.roster.source(raw.line, record);
                overlay::reserved(self.id, &record.text, &mut findings);
                let root = self.cells(record, &mut findings);
                (source, Some(root))
            }
            Body::Entry(text) => {
                let source = Source::stretch(&*self.roster.name, &**text, raw.line);
                let root = overlay::tree(self.id, text, &mut findings);
                let root = root.and_then(|root| self.only_entry(root, &mut findings));
                (source, root)
            }
            Body::File(path) => self.file(path, &mut findings),
            Body::Lost(message) => {
                findings.push(Diagnostic::error(
                    &codes::LOST_ROW,
                    self.start(),
                    message.clone(),
                ));
                (Source::stretch(&*self.roster.name, "", raw.line), None)
            }
        };
        Row {
            source,
            root: root.filter(|_| !findings.is_unreadable()),
            findings,
        }
    }

    fn start(&self) -> Place {
        Place::new(self.id, 0, 0)
    }

    fn file(&self, path: &Path, findings: &mut Findings) -> (Source, Option<Node>) {
        let name = shown(path);
        let text = match self.world.read(path) {
            Ok(bytes) => load::decode(&bytes).map(|decoded| decoded.text),
            Err(error) => {
                let message = Text::new(
                    format!("“{name}”无法读取：{error}"),
                    format!("`{name}` cannot be read: {error}"),
                );
                findings.push(Diagnostic::error(&codes::LOST_ROW, self.start(), message));
                return (Source::new(name, ""), None);
            }
        };
        let Some(text) = text else {
            let message = Text::new("这不是文本文件", "this is no text file");
            findings.push(Diagnostic::error(&codes::LOST_ROW, self.start(), message));
            return (Source::new(name, ""), None);
        };
        let root = overlay::tree(self.id, &text, findings);
        let root = root.and_then(|root| self.map(root, findings));
        (Source::new(name, text), root)
    }

    /// The entry of a list that has just one.
    fn only_entry(&self, root: Node, findings: &mut Findings) -> Option<Node> {
        let place = root.place;
        match root.kind {
            Kind::List(mut entries) if entries.len() == 1 => self.map(entries.pop()?, findings),
            _ => {
                let message = Text::new(
                    "名册应是一个列表，每人一条",
                    "a roster is a list with an entry for each person",
                );
                let hint = Text::new(
                    "每人以“- ”开头，如：- 姓名: 林晓",
                    "begin each with `- `: `- name: Lin`",
                );
                findings.push(Diagnostic::error(&codes::NOT_A_ROSTER, place, message).hint(hint));
                None
            }
        }
    }

    fn map(&self, node: Node, findings: &mut Findings) -> Option<Node> {
        if matches!(node.kind, Kind::Map(_)) {
            return Some(node);
        }
        let message = Text::new("这里应是“键: 值”", "keys with values are wanted here");
        let hint = Text::new("如：姓名: 林晓", "such as `name: Lin`");
        findings.push(Diagnostic::error(&codes::NOT_A_ROSTER, node.place, message).hint(hint));
        None
    }

    /// The tree that a row of cells makes.
    fn cells(&self, record: &Record, findings: &mut Findings) -> Node {
        let mut root = Node::new(
            Kind::Map(Vec::new()),
            Place::new(self.id, 0, record.text.len()),
        );
        if let Some(trouble) = &record.trouble {
            let place = Place::new(self.id, trouble.range.start, trouble.range.end);
            let fault = Diagnostic::error(trouble.code, place, trouble.message.clone());
            findings.push(fault.hint(trouble.hint.clone()));
            return root;
        }
        if let Some(fault) = self.without_person(record) {
            findings.push(fault);
            return root;
        }
        let columns = self.columns.map_or(&[][..], |columns| &columns.list);
        for (number, cell) in record.cells.iter().enumerate() {
            if cell.text.is_empty() {
                continue;
            }
            let place = Place::new(self.id, cell.start, cell.end);
            match columns.get(number).map(|column| &column.target) {
                Some(Target::Remark) => {}
                Some(Target::Key(..)) if is_error(&cell.text) => {
                    findings.push(error_cell(&cell.text, place));
                }
                Some(Target::Key(path, holds)) => {
                    insert(&mut root, path, self.value(cell, *holds), place)
                }
                Some(Target::Nameless) | None => {
                    let count = columns
                        .iter()
                        .filter(|c| c.target != Target::Nameless)
                        .count();
                    findings.push(astray(cell, place, count));
                    return root;
                }
            }
        }
        root
    }

    /// What is wrong with a row whose 姓名 is empty: that of the report, which is another's, must not be taken.
    fn without_person(&self, record: &Record) -> Option<Diagnostic> {
        let number = self.columns?.of_person()?;
        let cell = record.cells.get(number);
        if cell.is_some_and(|cell| !cell.text.is_empty()) {
            return None;
        }
        let place = cell.map_or(self.start(), |cell| {
            Place::new(self.id, cell.start, cell.end)
        });
        let message = Text::new("这一行没有填姓名", "this row has no name");
        let hint = Text::new(
            "请填上姓名；不是人员的一行（合计、说明），请删去",
            "fill it in; take out a row that is no person, such as a total",
        );
        Some(Diagnostic::error(&codes::NAMELESS_FILE, place, message).hint(hint))
    }

    fn value(&self, cell: &Cell, holds: Holds) -> Node {
        let place = Place::new(self.id, cell.start, cell.end);
        match holds {
            Holds::Text => {
                let mut excerpt = Excerpt::default();
                excerpt.add(cell, 0..cell.text.len());
                if first_of_three(&excerpt.text, *b"\n\r\t").is_some() {
                    excerpt.text = excerpt.text.replace(['\n', '\r', '\t'], " ");
                }
                excerpt.node(place)
            }
            Holds::Rich => {
                let mut excerpt = Excerpt::default();
                for range in lines(&cell.text) {
                    let line = &cell.text[range.clone()];
                    let is_attached = line.starts_with(['|', '-', ' ', '\t']) || line.is_empty();
                    match excerpt.text.is_empty() {
                        true => {}
                        false if is_attached => excerpt.text.push('\n'),
                        false => excerpt.text.push_str("\n\n"),
                    }
                    excerpt.add(cell, range);
                }
                excerpt.node(place)
            }
            Holds::List => Node::new(Kind::List(self.entries(cell)), place),
        }
    }

    /// One entry for each line; marks and numbers typed before all of them are left out.
    fn entries(&self, cell: &Cell) -> Vec<Node> {
        let ranges: Vec<Range<usize>> = lines(&cell.text)
            .map(|range| {
                let line = &cell.text[range.clone()];
                let from = range.start + (line.len() - line.trim_start().len());
                from..from + line.trim().len()
            })
            .filter(|range| !range.is_empty())
            .collect();
        let marks = ranges.iter().map(|range| mark(&cell.text[range.clone()]));
        let marks: Option<Vec<usize>> = marks.collect();
        let skipped = marks.unwrap_or_else(|| vec![0; ranges.len()]);
        ranges
            .into_iter()
            .zip(skipped)
            .map(|(range, skip)| {
                let range = range.start + skip..range.end;
                let mut excerpt = Excerpt::default();
                let place = Place::new(self.id, cell.offset(range.start), cell.offset(range.end));
                excerpt.add(cell, range);
                excerpt.node(place)
            })
            .collect()
    }
}

/// The lines of a text.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.trim_end().len();
        start += line.len() + 1;
        range
    })
}

/// How long the mark or number before a line is: `- `, `• `, `1.`, `2、`, `（3）`. `None` without one.
fn mark(line: &str) -> Option<usize> {
    let rest = if let Some(rest) = line.strip_prefix(['-', '*', '•', '·']) {
        rest.starts_with([' ', '\t']).then_some(rest)?
    } else if let Some(rest) = line.strip_prefix(['(', '（']) {
        numbered(rest)?.strip_prefix([')', '）'])?
    } else {
        let rest = numbered(line)?.strip_prefix(['.', '、', '．', ')', '）'])?;
        // 1.5万元 is a number, not the first entry.
        (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)?
    };
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some(line.len() - rest.len())
}

/// What follows one or two digits.
fn numbered(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(line.len() - rest.len())).then_some(rest)
}

/// A text in the making, with where its stretches come from.
#[derive(Default)]
struct Excerpt {
    text: String,
    stretches: Vec<(u32, u32)>,
}

impl Excerpt {
    fn add(&mut self, cell: &Cell, range: Range<usize>) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let at = self.text.len();
        self.stretches
            .push((small(at), small(cell.offset(range.start))));
        for (inside, from) in &cell.stretches {
            let inside = *inside as usize;
            if range.start < inside && inside < range.end {
                self.stretches
                    .push((small(at + inside - range.start), *from));
            }
        }
        self.text.push_str(cell.text.get(range).unwrap_or_default());
    }

    fn node(self, place: Place) -> Node {
        let scalar = Scalar {
            text: self.text,
            style: Style::Quoted,
            stretches: self.stretches,
        };
        Node::new(Kind::Scalar(scalar), place)
    }
}

/// Puts a value at a path.
fn insert(node: &mut Node, path: &[String], value: Node, place: Place) {
    let Kind::Map(entries) = &mut node.kind else {
        return;
    };
    let [key, below @ ..] = path else {
        return;
    };
    let at = entries.iter().position(|entry| entry.name.text == *key);
    let at = at.unwrap_or_else(|| {
        entries.push(Entry {
            name: Name {
                text: key.clone(),
                place,
            },
            value: Node::new(Kind::Map(Vec::new()), place),
        });
        entries.len() - 1
    });
    let Some(entry) = entries.get_mut(at) else {
        return;
    };
    if below.is_empty() {
        entry.value = value;
    } else {
        insert(&mut entry.value, below, value, place);
    }
}

/// What a spreadsheet shows instead of a value that it cannot compute or has no room for.
fn is_error(text: &str) -> bool {
    let names = [
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
    ];
    names.contains(&text) || (text.len() >= 3 && text.bytes().all(|b| b == b'#'))
}

fn error_cell(text: &str, place: Place) -> Diagnostic {
    let message = Text::new(
        format!("这一格是表格软件的错误值“{text}”"),
        format!("the cell holds the spreadsheet error `{text}`"),
    );
    Diagnostic::error(&codes::CELL_ERROR, place, message).hint(Text::new(
        "请改正公式，或填入数值；没有就留空",
        "correct the formula or type the value; leave it empty if there is none",
    ))
}

fn astray(cell: &Cell, place: Place, columns: usize) -> Diagnostic {
    let said = &cell.text;
    let message = Text::new(
        format!("“{said}”不在任何一列里：表头只有{columns}列"),
        format!("\"{said}\" stands in no column: the heading names {columns}"),
    );
    Diagnostic::error(&codes::CELL_ASTRAY, place, message).hint(Text::new(
        "请给这一列写上表头；文字里有逗号的，整格用英文双引号括起来",
        "name the column; a text with a comma in it goes in quotes",
    ))
}
