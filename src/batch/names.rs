//! Names of the documents: `{{部门}}/{{姓名}}-{{期间}}`, safe for every file system, no two the same.

use super::codes;
use super::columns::{Columns, Ground};
use super::roster::{Body, Raw, Roster};
use super::row::Reading;
use crate::diag::{Diagnostic, Place, SourceId, Sources, Text, nearest};
use crate::digest::digest;
use crate::load::node::{Kind, Node};
use crate::model::{FieldValue, is_stand_in};
use crate::saving::safe;
use crate::writers::FORMATS;
use std::collections::BTreeMap;

/// A pattern of names: folders, then the file, without its extension.
#[derive(Debug)]
pub struct Pattern {
    segments: Vec<Vec<Bit>>,
}

#[derive(Debug)]
enum Bit {
    /// As typed, or the same for all.
    Fixed(String),
    /// A column, or what the report says where the cell is empty.
    Column(usize, Field),
    /// A key of a YAML row, by both names of each step, or what the report says.
    Key(Vec<[String; 2]>, Field),
    /// The name of the row's own file.
    Stem,
}

/// What a bit is called, and what the report says for it.
#[derive(Debug)]
struct Field {
    name: String,
    ground: String,
}

/// The roster that names are for.
pub struct Scope<'s> {
    /// The roster.
    pub roster: &'s Roster,
    /// Its columns; `None` in YAML.
    pub columns: Option<&'s Columns>,
    /// The report.
    pub ground: &'s Ground<'s>,
    /// The texts of the report.
    pub sources: &'s Sources,
}

/// The pattern without the extension of a format, and that extension's format as typed after `--to`.
pub fn extension(typed: &str) -> (&str, Option<&'static str>) {
    FORMATS
        .iter()
        .find_map(|format| {
            let stem = typed.strip_suffix(format.extension)?.strip_suffix('.')?;
            Some((stem, Some(format.name)))
        })
        .unwrap_or((typed, None))
}

impl Pattern {
    /// Reads a pattern; without one the file of a folder keeps its name, and all else is named by 姓名.
    ///
    /// # Errors
    /// When a name in it is neither a column nor a field, or it cannot be the name of a file.
    pub fn read(typed: Option<&str>, scope: &Scope<'_>) -> Result<Self, codes::Fault> {
        match typed {
            Some(typed) => Self::parsed(typed, scope),
            None if scope.roster.is_folder() => Ok(Self {
                segments: vec![vec![Bit::Stem]],
            }),
            None => Self::parsed("{{姓名}}", scope),
        }
    }

    fn parsed(typed: &str, scope: &Scope<'_>) -> Result<Self, codes::Fault> {
        let (typed, _) = extension(typed.trim());
        let mut segments = Vec::new();
        for segment in typed.split(['/', '\\']) {
            let bits = bits(segment, scope)?;
            let is_fixed = bits.iter().all(|bit| matches!(bit, Bit::Fixed(_)));
            if is_fixed && safe(segment).is_empty() {
                return Err(bad_pattern(typed).into());
            }
            segments.push(bits);
        }
        Ok(Self { segments })
    }

    /// The last column that names are made of; the first when none is.
    fn last_column(&self) -> usize {
        let columns = self.segments.iter().flatten().map(|bit| match bit {
            Bit::Column(number, _) => *number,
            Bit::Fixed(_) | Bit::Key(..) | Bit::Stem => 0,
        });
        columns.max().unwrap_or(0)
    }

    /// The name of a row's document, with `/` between folders, without an extension.
    ///
    /// # Errors
    /// When the row says nothing for a part of it; the finding has no place.
    pub fn name(&self, raw: &Raw, root: Option<&Node>) -> Result<String, codes::Fault> {
        let mut out = String::new();
        for segment in &self.segments {
            let mut text = String::new();
            for bit in segment {
                let before = text.len();
                bit.print(raw, root, &mut text);
                if text.len() == before {
                    return Err(nameless(bit).into());
                }
            }
            let name = safe(&text);
            if name.is_empty() {
                return Err(unusable(&text).into());
            }
            if !out.is_empty() {
                out.push('/');
            }
            out.push_str(&name);
        }
        Ok(out)
    }
}

/// The bits of a segment.
fn bits(typed: &str, scope: &Scope<'_>) -> Result<Vec<Bit>, codes::Fault> {
    let mut bits = Vec::new();
    let mut rest = typed;
    while let Some(open) = rest.find("{{") {
        let (before, inside) = (&rest[..open], &rest[open + 2..]);
        let close = inside.find("}}").ok_or_else(|| bad_pattern(typed))?;
        if !before.is_empty() {
            bits.push(Bit::Fixed(before.to_owned()));
        }
        bits.push(scope.bit(inside[..close].trim())?);
        rest = &inside[close + 2..];
    }
    if !rest.is_empty() {
        bits.push(Bit::Fixed(rest.to_owned()));
    }
    Ok(bits)
}

impl Scope<'_> {
    /// What a name in a pattern means.
    fn bit(&self, name: &str) -> Result<Bit, codes::Fault> {
        let bare = name.trim_start_matches(['#', '＃']).trim();
        let field = || Field {
            name: bare.to_owned(),
            ground: self.ground_says(bare).unwrap_or_default(),
        };
        if matches!(bare, "模板" | "template") {
            return Ok(Bit::Fixed(self.ground.loaded.genre.name.clone()));
        }
        match self.columns {
            Some(columns) => {
                if let Some(number) = columns.find(bare, self.ground) {
                    let mut field = field();
                    if columns.of_person() == Some(number) {
                        field.ground.clear();
                    }
                    return Ok(Bit::Column(number, field));
                }
                match self.ground_says(bare) {
                    Some(said) if !said.trim().is_empty() => Ok(Bit::Fixed(said)),
                    _ => Err(self.unknown(bare).into()),
                }
            }
            None if matches!(bare, "文件名" | "file") && self.roster.is_folder() => {
                Ok(Bit::Stem)
            }
            None => match self.ground.key(bare) {
                Some((path, _)) => Ok(Bit::Key(self.steps(&path), field())),
                None => Err(self.unknown(bare).into()),
            },
        }
    }

    /// Each step of a path with its other name.
    fn steps(&self, path: &[String]) -> Vec<[String; 2]> {
        let keys = crate::model::schema::TOP
            .iter()
            .chain(crate::model::schema::FIGURE);
        let keys: Vec<_> = keys.chain(crate::model::schema::SECTION).collect();
        let other = |step: &String| {
            let key = keys.iter().find(|k| k.zh == *step || k.en == *step);
            let names = key.map(|k| (k.en, k.zh));
            let names = names.or_else(|| self.ground.field(step).map(|(en, zh, _)| (en, zh)));
            names.map_or([step.clone(), step.clone()], |(en, zh)| {
                [en.to_owned(), zh.to_owned()]
            })
        };
        path.iter().map(other).collect()
    }

    /// What the report says for a field, as typed; `None` for what is no field.
    fn ground_says(&self, name: &str) -> Option<String> {
        let (en, ..) = self.ground.field(name)?;
        let fields = &self.ground.loaded.report.fields;
        let value = fields
            .iter()
            .find(|field| field.name == en)
            .map(|field| &field.value);
        let typed = |place: Place| {
            let text = self.sources.slice(place).unwrap_or_default();
            text.trim_matches(['"', '\'']).to_owned()
        };
        Some(match value {
            Some(FieldValue::Plain(text)) => text.value.clone(),
            Some(FieldValue::Wording(wording)) => wording.text.clone(),
            Some(FieldValue::Date(date)) => typed(date.place),
            Some(FieldValue::Period(period)) => typed(period.place),
            Some(FieldValue::List(_) | FieldValue::Items(_) | FieldValue::Annexes(_)) | None => {
                String::new()
            }
        })
    }

    fn unknown(&self, name: &str) -> Diagnostic {
        let message = Text::new(
            format!("--name 里的“{{{{{name}}}}}”不是名册的列，报告里也没有填"),
            format!(
                "`{{{{{name}}}}}` in --name is no column of the roster, and the report does not fill it"
            ),
        );
        let mut names: Vec<String> = self.columns.map_or_else(Vec::new, |columns| {
            let titles = columns.list.iter().map(|column| column.title.clone());
            titles.filter(|title| !title.is_empty()).collect()
        });
        names.extend(self.ground.loaded.report.fields.iter().map(|field| {
            if name.is_ascii() {
                field.name.clone()
            } else {
                field.name_zh.clone()
            }
        }));
        let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
        let hint = match near {
            Some(near) => Text::new(
                format!("是不是“{{{{{near}}}}}”？"),
                format!("did you mean `{{{{{near}}}}}`?"),
            ),
            None => Text::new(
                format!("可用：{}", names.join("、")),
                format!("there are {}", names.join(", ")),
            ),
        };
        Diagnostic::error(&codes::BAD_PATTERN, None, message).hint(hint)
    }
}

impl Bit {
    fn print(&self, raw: &Raw, root: Option<&Node>, into: &mut String) {
        let (said, field) = match self {
            Self::Fixed(text) => {
                into.push_str(text);
                return;
            }
            Self::Stem => {
                if let Body::File(path) = &raw.body {
                    into.push_str(&path.file_stem().unwrap_or_default().to_string_lossy());
                }
                return;
            }
            Self::Column(number, field) => (cell(raw, *number), field),
            Self::Key(steps, field) => (root.and_then(|root| below(root, steps)), field),
        };
        let said = said.map(str::trim).filter(|said| !said.is_empty());
        let ground = Some(field.ground.as_str()).filter(|ground| !is_stand_in(ground));
        into.push_str(said.or(ground).unwrap_or_default());
    }
}

fn cell(raw: &Raw, number: usize) -> Option<&str> {
    match &raw.body {
        Body::Cells(record) => record.cells.get(number).map(|cell| cell.text.as_str()),
        Body::Entry(_) | Body::File(_) | Body::Lost(_) => None,
    }
}

/// The text at a path of a tree.
fn below<'n>(mut node: &'n Node, steps: &[[String; 2]]) -> Option<&'n str> {
    for names in steps {
        let entry = node
            .entries()
            .iter()
            .find(|entry| names.contains(&entry.name.text));
        match (entry, &node.kind) {
            (Some(entry), _) => node = &entry.value,
            // `指标: {业务: 860件}` is short for 本期.
            (None, Kind::Scalar(_)) if names.iter().any(|name| name == "value") => {}
            (None, _) => return None,
        }
    }
    node.text()
}

fn nameless(bit: &Bit) -> Diagnostic {
    let name = match bit {
        Bit::Column(_, field) | Bit::Key(_, field) => field.name.as_str(),
        Bit::Fixed(_) | Bit::Stem => "",
    };
    let message = Text::new(
        format!("没有填“{name}”，文档无法命名"),
        format!("\"{name}\" is empty, so the document cannot be named"),
    );
    Diagnostic::error(&codes::NAMELESS_FILE, None, message).hint(Text::new(
        format!("请填写“{name}”，或用 --name 换一种命名"),
        format!("fill in \"{name}\", or name the documents otherwise with `--name`"),
    ))
}

fn unusable(text: &str) -> Diagnostic {
    let message = Text::new(
        format!("“{text}”不能用作文件名"),
        format!("\"{text}\" cannot be the name of a file"),
    );
    Diagnostic::error(&codes::NAMELESS_FILE, None, message)
}

fn bad_pattern(typed: &str) -> Diagnostic {
    let message = Text::new(
        format!("--name 的写法“{typed}”不能用作文件名"),
        format!("`{typed}` after --name cannot name files"),
    );
    Diagnostic::error(&codes::BAD_PATTERN, None, message).hint(Text::new(
        "例如 --name \"{{部门}}/{{姓名}}-{{期间}}.docx\"",
        "for example `--name \"{{department}}/{{name}}-{{period}}.docx\"`",
    ))
}

/// How many rows there are, or all that would be written to one file.
///
/// # Errors
/// A finding for each row whose name another has, also if only letter case differs.
pub fn check(
    pattern: &Pattern,
    reading: &Reading<'_>,
    sources: &mut Sources,
) -> Result<usize, Vec<Diagnostic>> {
    let mut seen: BTreeMap<u128, (usize, usize)> = BTreeMap::new();
    let (mut count, mut faults) = (0, Vec::new());
    for raw in reading
        .roster
        .rows(reading.world, Some(pattern.last_column()))
        .map_err(|fault| vec![*fault])?
    {
        count += 1;
        let row = match &raw.body {
            Body::Cells(_) | Body::Lost(_) => None,
            Body::Entry(_) | Body::File(_) => Some(reading.row(&raw)),
        };
        let root = row.as_ref().and_then(|row| row.root.as_ref());
        // A row that cannot be read or named is told of when it is its turn.
        if row.is_some() && root.is_none() {
            continue;
        }
        let Ok(name) = pattern.name(&raw, root) else {
            continue;
        };
        let at = (raw.index, raw.line);
        if let Some(first) = seen.insert(fingerprint(&name), at) {
            seen.insert(fingerprint(&name), first);
            let row = row.unwrap_or_else(|| reading.row(&raw));
            faults.push(clash(
                &name,
                reading.roster.row(first),
                sources.add(row.source),
            ));
        }
    }
    if faults.is_empty() {
        Ok(count)
    } else {
        Err(faults)
    }
}

/// What tells a name from others on file systems that do not tell letter case.
fn fingerprint(name: &str) -> u128 {
    let digest = digest(name.to_lowercase().as_bytes());
    u128::from_str_radix(digest.get(..32).unwrap_or_default(), 16).unwrap_or_default()
}

fn clash(name: &str, first: Text, row: SourceId) -> Diagnostic {
    let message = Text::new(
        format!("文件名“{name}”与{}重复", first.zh),
        format!("the file name \"{name}\" is also that of {}", first.en),
    );
    Diagnostic::error(&codes::NAME_CLASH, Place::new(row, 0, 0), message).hint(Text::new(
        "用 --name 加上能区分的列，如 --name \"{{部门}}/{{姓名}}\"；或删去重复的一行",
        "add a column that tells them apart, as in `--name \"{{department}}/{{name}}\"`, or remove one of the rows",
    ))
}
