//! The columns of a roster: which key of the report each one fills.

use super::codes;
use super::roster::{Cell, Record};
use crate::diag::{Diagnostic, Place, SourceId, Sources, Text, nearest};
use crate::language::Language;
use crate::load::Loaded;
use crate::model::schema::{self, FieldKind, Key};
use std::collections::BTreeMap;

/// What a key takes from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A line of text.
    Text,
    /// Paragraphs, one a line.
    Rich,
    /// A list, one entry a line.
    List,
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// It fills a key, given as a path.
    Key(Vec<String>, Holds),
    /// It is for people and for names of files: its name begins with `#`.
    Remark,
    /// It has no name.
    Nameless,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name as typed, without `#`.
    pub title: String,
    /// What it is for.
    pub target: Target,
}

/// All columns of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The columns in order.
    pub list: Vec<Column>,
}

/// Whether a row above the people is a caption and not the heading: it has one cell, which is no key.
pub fn is_caption(record: &Record) -> bool {
    let mut filled = record.cells.iter().filter(|cell| !cell.text.is_empty());
    match (filled.next(), filled.next()) {
        (None, _) => true,
        (Some(only), None) => {
            let first = only.text.split('.').next().unwrap_or_default();
            !schema::is_known(first) && !only.text.starts_with('#')
        }
        (Some(_), Some(_)) => false,
    }
}

impl Columns {
    /// Reads a heading whose text is a source of this id.
    ///
    /// # Errors
    /// All names that no key has, and keys that two columns fill.
    pub fn read(
        heading: &Record,
        id: SourceId,
        ground: &Ground<'_>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut faults = Vec::new();
        let mut seen: BTreeMap<Vec<String>, Place> = BTreeMap::new();
        let mut list = Vec::new();
        for cell in &heading.cells {
            let place = Place::new(id, cell.start, cell.end);
            let target = match target(cell, ground) {
                Ok(target) => target,
                Err(fault) => {
                    faults.push(Diagnostic {
                        place: Some(place),
                        ..*fault
                    });
                    Target::Nameless
                }
            };
            if let Target::Key(path, _) = &target
                && let Some(first) = seen.insert(path.clone(), place)
            {
                faults.push(twice(cell, place, first));
            }
            let title = cell.text.trim_start_matches(['#', '＃']).trim().to_owned();
            list.push(Column { title, target });
        }
        if faults.is_empty() {
            Ok(Self { list })
        } else {
            Err(faults)
        }
    }

    /// The column of 姓名.
    pub fn of_person(&self) -> Option<usize> {
        self.list.iter().position(|column| {
            let Target::Key(path, _) = &column.target else {
                return false;
            };
            matches!(path.as_slice(), [only] if is_person(only))
        })
    }

    /// The column that a name means: by its name as typed, or by the key it fills.
    pub fn find(&self, name: &str, ground: &Ground<'_>) -> Option<usize> {
        let by_title = self.list.iter().position(|column| column.title == name);
        by_title.or_else(|| {
            let (path, _) = ground.key(name)?;
            let same = |column: &Column| matches!(&column.target, Target::Key(p, _) if *p == path);
            self.list.iter().position(same)
        })
    }
}

/// Whether a key is 姓名, by which rows are told apart.
fn is_person(key: &str) -> bool {
    matches!(key, "姓名" | "name")
}

fn target(cell: &Cell, ground: &Ground<'_>) -> Result<Target, codes::Fault> {
    let title = cell.text.trim();
    if title.is_empty() {
        return Ok(Target::Nameless);
    }
    if title.starts_with(['#', '＃']) {
        return Ok(Target::Remark);
    }
    match ground.key(title) {
        Some((path, holds)) => Ok(Target::Key(path, holds)),
        None => Err(unknown(title, ground).into()),
    }
}

fn unknown(title: &str, ground: &Ground<'_>) -> Diagnostic {
    let message = Text::new(
        format!("表头“{title}”不是报告里的键"),
        format!("the column \"{title}\" is no key of the report"),
    );
    let error = Diagnostic::error(&crate::diag::codes::UNKNOWN_KEY, None, message);
    if title.contains('，') {
        return error.hint(Text::new(
            "分列的逗号要用英文逗号“,”，不能用全角的“，”",
            "columns are parted by `,`, not by the full-width `，`",
        ));
    }
    let names = ground.names(title);
    let near = nearest(title, names.iter().map(String::as_str));
    let (zh, en) = near.map_or_else(Default::default, |near| {
        (
            format!("是不是“{near}”？"),
            format!("did you mean \"{near}\"? "),
        )
    });
    error.hint(Text::new(
        format!("{zh}指标写成 指标.名称.本期；不进文档的列在名称前加 #，如 #{title}，仍可用来给文件命名"),
        format!("{en}a figure is `figures.name.value`; a column that is not for the text begins with #, such as `#{title}`, and can still name the files"),
    ))
}

fn twice(cell: &Cell, place: Place, first: Place) -> Diagnostic {
    let title = &cell.text;
    let message = Text::new(
        format!("有两列填写“{title}”"),
        format!("two columns fill \"{title}\""),
    );
    Diagnostic::error(&crate::diag::codes::DUPLICATE_KEY, place, message)
        .hint(Text::new(
            "请删去一列，或在名称前加 #",
            "remove one of the two, or put # before its name",
        ))
        .also(first, Text::new("另一列在这里", "the other column"))
}

/// What all rows stand on: the report alone, by which columns and names are understood.
pub struct Ground<'g> {
    /// The report without any row.
    pub loaded: &'g Loaded,
    /// The names of its own figures.
    figures: Vec<&'g str>,
    /// Its texts and templates.
    sources: Sources,
}

impl<'g> Ground<'g> {
    /// The ground that a report makes.
    pub fn new(loaded: &'g Loaded, sources: Sources) -> Self {
        let figures = loaded.report.figures.iter().map(|f| f.key.as_str());
        Self {
            loaded,
            figures: figures.filter(|key| !key.contains('.')).collect(),
            sources,
        }
    }

    /// The path that a column's name means, in the report's language, and what its key holds.
    pub fn key(&self, typed: &str) -> Option<(Vec<String>, Holds)> {
        let typed = typed.replace('．', ".");
        let (first, rest) = match typed.split_once('.') {
            Some((first, rest)) => (first.trim(), Some(rest.trim())),
            None => (typed.trim(), None),
        };
        if let Some((en, zh, kind)) = self.field(first) {
            let holds = match kind {
                FieldKind::Rich => Holds::Rich,
                FieldKind::List | FieldKind::Items | FieldKind::Annexes => Holds::List,
                FieldKind::Plain | FieldKind::Line | FieldKind::Date | FieldKind::Period => {
                    Holds::Text
                }
            };
            return rest.is_none().then(|| (vec![self.say(zh, en)], holds));
        }
        match schema::find(schema::TOP, first) {
            Some(key) => self.setting(key, rest),
            None => self.figure(&typed),
        }
    }

    /// A field of the top level, by either name.
    pub fn field(&self, typed: &str) -> Option<(&str, &str, FieldKind)> {
        let own = self.loaded.genre.fields.iter();
        let mut own = own.map(|f| (f.en.as_str(), f.zh.as_str(), f.kind));
        let mut all = schema::FIELDS.iter().map(|(k, kind)| (k.en, k.zh, *kind));
        let is_it = |(en, zh, _): &(&str, &str, FieldKind)| *en == typed || *zh == typed;
        own.find(is_it).or_else(|| all.find(is_it))
    }

    /// Names that a misspelt one may have meant.
    pub fn names(&self, typed: &str) -> Vec<String> {
        let is_english = typed.is_ascii();
        let own = self
            .loaded
            .genre
            .fields
            .iter()
            .map(|f| (f.en.as_str(), f.zh.as_str()));
        let fields = schema::FIELDS.iter().map(|(k, _)| (k.en, k.zh));
        let others = schema::TOP.iter().map(|k| (k.en, k.zh));
        let mut names: Vec<String> = own
            .chain(fields)
            .chain(others)
            .map(|(en, zh)| if is_english { en } else { zh }.to_owned())
            .collect();
        names.extend(self.figures.iter().map(|&name| name.to_owned()));
        names.extend(self.figure_names(typed));
        names
    }

    /// Columns of figures that a misspelt one may have meant: another key of its figure, or the same of another.
    fn figure_names(&self, typed: &str) -> Vec<String> {
        let (top, rest) = match typed.split_once('.') {
            Some((top @ ("指标" | "figures"), rest)) => (format!("{top}."), rest),
            _ => (String::new(), typed),
        };
        let Some((name, last)) = rest.rsplit_once('.') else {
            return Vec::new();
        };
        if self.figures.contains(&name) {
            let is_english = last.is_ascii();
            let keys = schema::FIGURE.iter();
            let keys = keys.map(|key| if is_english { key.en } else { key.zh });
            return keys.map(|key| format!("{top}{name}.{key}")).collect();
        }
        let figures = self.figures.iter();
        figures.map(|name| format!("{top}{name}.{last}")).collect()
    }

    fn setting(&self, key: &Key, rest: Option<&str>) -> Option<(Vec<String>, Holds)> {
        let top = self.say(key.zh, key.en);
        match (key.en, rest) {
            ("figures", Some(rest)) => self.figure(rest),
            ("achievements" | "problems" | "next_steps", None) => Some((vec![top], Holds::List)),
            ("achievements" | "problems" | "next_steps", Some(rest)) => {
                let key = schema::find(schema::SECTION, rest)?;
                let holds = match key.en {
                    "lead" | "closing" => Holds::Rich,
                    "items" => Holds::List,
                    _ => Holds::Text,
                };
                Some((vec![top, self.say(key.zh, key.en)], holds))
            }
            (
                "format" | "language" | "template" | "layout" | "fonts" | "length"
                | "print_last_plans",
                None,
            ) => Some((vec![top], Holds::Text)),
            _ => None,
        }
    }

    /// `办理业务`, `办理业务.上年同期`; a figure that the report does not name must not look like one that it does.
    fn figure(&self, typed: &str) -> Option<(Vec<String>, Holds)> {
        let (name, key) = match typed.rsplit_once('.') {
            _ if self.figures.contains(&typed) => (typed, "value"),
            Some((name, last)) => (name.trim(), schema::find(schema::FIGURE, last.trim())?.en),
            None => return None,
        };
        let is_new =
            || nearest(name, self.figures.iter().copied()).is_none() && self.may_print(name);
        let is_meant = self.figures.contains(&name) || is_new();
        let key = schema::find(schema::FIGURE, key).filter(|_| is_meant && !name.is_empty())?;
        let holds = match key.en {
            "parts" | "among" => Holds::List,
            _ => Holds::Text,
        };
        let path = vec![
            self.say("指标", "figures"),
            name.to_owned(),
            self.say(key.zh, key.en),
        ];
        Some((path, holds))
    }

    /// Whether a tag in any text that was read, or a whole, names a figure that the report does not have.
    fn may_print(&self, name: &str) -> bool {
        let short = name.rsplit('.').next().unwrap_or(name);
        let in_tag = |opener: &str, text: &str| {
            let mut tags = text.split(opener).skip(1);
            tags.any(|tag| tag.split('}').next().is_some_and(|tag| tag.contains(short)))
        };
        let mut texts = self.sources.iter().map(|(_, source)| source.text());
        let figures = self.loaded.report.figures.iter();
        let mut parts = figures.flat_map(|f| {
            let members = f.parts.iter().flat_map(|partition| &partition.members);
            members.chain(&f.among)
        });
        parts.any(|part| part.value == name)
            || texts.any(|text| in_tag("{{", text) || in_tag("{%", text))
    }

    fn say(&self, zh: &str, en: &str) -> String {
        match self.loaded.report.language {
            Language::Chinese => zh.to_owned(),
            Language::English => en.to_owned(),
        }
    }
}
