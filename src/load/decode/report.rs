//! The top level of a report.

use super::figures::same_path;
use super::maps::nearest_key;
use super::{Reader, annexes, choices};
use crate::diag::{Diagnostic, Place, Text, codes};
use crate::load::node::{Entry, Kind, Node};
use crate::load::yaml;
use crate::model::schema::{self, FieldKind};
use crate::model::{
    Date, Field, FieldValue, Figure, FigureId, Genre, Length, Located, Period, Report, Rounding,
    SectionKind, WordingKind,
};
use std::collections::btree_map::Entry as MapEntry;
use std::collections::{BTreeMap, BTreeSet};

/// All figures of a report while it is read, with the paths that are taken.
#[derive(Default)]
pub struct Gathered {
    figures: Vec<Figure>,
    figure_paths: BTreeMap<String, Place>,
    item_paths: BTreeMap<String, Place>,
    /// Items with the path of another: their figures are not reported once more.
    doubles: BTreeSet<String>,
}

impl Gathered {
    /// Makes room for so many figures more, which are large.
    pub fn make_room(&mut self, more: usize) {
        self.figures.reserve(more);
    }

    /// Adds a figure; an error if its path is taken.
    pub fn add(&mut self, reader: &mut Reader<'_>, figure: Figure) -> FigureId {
        match self.figure_paths.entry(figure.key.clone()) {
            MapEntry::Occupied(first) => {
                let owner = figure.key.rfind('.').map_or("", |dot| &figure.key[..dot]);
                if !self.doubles.contains(owner) {
                    reader.push(same_path(&figure.key, figure.place, *first.get()));
                }
            }
            MapEntry::Vacant(free) => {
                free.insert(figure.place);
            }
        }
        let id = FigureId(u32::try_from(self.figures.len()).unwrap_or(u32::MAX));
        self.figures.push(figure);
        id
    }

    /// Takes the path of an item with figures; an error if another has it.
    pub fn claim(&mut self, reader: &mut Reader<'_>, path: &str, place: Place) {
        if let Some(first) = self.item_paths.get(path) {
            self.doubles.insert(path.to_owned());
            reader.push(same_path(path, place, *first));
        } else {
            self.item_paths.insert(path.to_owned(), place);
        }
    }
}

/// What a report is read against.
pub struct Frame<'a> {
    /// Its genre.
    pub genre: &'a Genre,
    /// The genre's name as typed.
    pub typed: Located<String>,
    /// Where to say that something is missing: the first line of the first file.
    pub start: Place,
    /// Whether all files could be read; what one of those that could not may hold is not missed.
    pub is_whole: bool,
}

/// A key of the top level.
enum Top<'a> {
    Field(&'a str, &'a str, FieldKind),
    Other(&'static str),
}

impl<'a> Top<'a> {
    fn english(&self) -> &'a str {
        match self {
            Self::Field(en, _, _) => en,
            Self::Other(en) => en,
        }
    }
}

/// Reads a whole report; everything that is wrong in it becomes a finding.
pub fn report(reader: &mut Reader<'_>, root: &Node, frame: &Frame<'_>) -> Report {
    let mut report = Report {
        language: frame.genre.language,
        genre: frame.typed.clone(),
        layout: None,
        fonts: None,
        seal: None,
        length: Length::default(),
        rounding: Rounding::default(),
        fields: Vec::new(),
        figures: Vec::new(),
        tables: Vec::new(),
        assertions: Vec::new(),
        sections: Vec::new(),
        last_plans: Vec::new(),
        print_last_plans: false,
        ignore: Vec::new(),
    };
    let mut all = Gathered::default();
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for entry in reader.map(root, "总结").unwrap_or_default() {
        let Some(top) = find(&entry.name.text, frame.genre) else {
            unknown(reader, entry, frame.genre);
            continue;
        };
        if let Some(first) = seen.insert(top.english(), entry.name.place) {
            reader.push(yaml::duplicate(&entry.name.text, entry.name.place, first));
            continue;
        }
        if entry.value.is_null() {
            continue;
        }
        match top {
            Top::Field(en, zh, kind) => {
                if let Some(value) = field_value(reader, entry, kind, &mut all) {
                    report.fields.push(Field {
                        name: en.to_owned(),
                        name_zh: zh.to_owned(),
                        key: entry.name.place,
                        value,
                    });
                }
            }
            Top::Other(en) => {
                setting(reader, en, entry, &mut report);
                content(reader, en, entry, &mut report, &mut all);
            }
        }
    }
    annexes::tables_exist(reader, &report);
    required(reader, root, frame);
    report.figures = all.figures;
    report
}

fn find<'a>(typed: &str, genre: &'a Genre) -> Option<Top<'a>> {
    if let Some(key) = schema::find(schema::TOP, typed) {
        return Some(Top::Other(key.en));
    }
    let own = genre.fields.iter().find(|f| f.en == typed || f.zh == typed);
    if let Some(own) = own {
        return Some(Top::Field(&own.en, &own.zh, own.kind));
    }
    schema::field(typed).map(|(key, kind)| Top::Field(key.en, key.zh, *kind))
}

fn unknown(reader: &mut Reader<'_>, entry: &Entry, genre: &Genre) {
    reader.unknown_key(entry, &names(genre), false);
}

/// All top-level keys, English and Chinese.
fn names(genre: &Genre) -> Vec<(&str, &str)> {
    let own = genre.fields.iter().map(|f| (f.en.as_str(), f.zh.as_str()));
    let fields = schema::FIELDS.iter().map(|(k, _)| (k.en, k.zh));
    let others = schema::TOP.iter().map(|k| (k.en, k.zh));
    own.chain(fields).chain(others).collect()
}

fn field_value(
    reader: &mut Reader<'_>,
    entry: &Entry,
    kind: FieldKind,
    all: &mut Gathered,
) -> Option<FieldValue> {
    let (node, what) = (&entry.value, entry.name.text.as_str());
    Some(match kind {
        FieldKind::Plain => FieldValue::Plain(reader.untagged_of(entry)?),
        FieldKind::Line => FieldValue::Wording(reader.wording(entry, WordingKind::Line)?),
        FieldKind::Rich => FieldValue::Wording(reader.wording(entry, WordingKind::Rich)?),
        FieldKind::Date => FieldValue::Date(reader.parsed(node, what, Date::parse)?),
        FieldKind::Period => FieldValue::Period(reader.parsed(node, what, Period::parse)?),
        FieldKind::List => {
            let list = reader.plain_list(entry);
            list.iter().for_each(|text| reader.refuse_tags(text));
            FieldValue::List(list)
        }
        FieldKind::Items => FieldValue::Items(reader.items(node, what, "", all)),
        FieldKind::Annexes => FieldValue::Annexes(reader.annexes(entry, all)),
    })
}

fn setting(reader: &mut Reader<'_>, key: &str, entry: &Entry, report: &mut Report) {
    match key {
        "format" => format(reader, entry),
        "language" => {
            if let Some(language) = reader.choice(entry, choices::LANGUAGE) {
                report.language = language.value;
            }
        }
        "layout" => report.layout = reader.plain_of(entry),
        "fonts" => report.fonts = reader.plain_of(entry),
        "seal" => report.seal = reader.choice(entry, choices::YES_NO).map(|c| c.value),
        "rounding" => {
            if let Some(rounding) = reader.choice(entry, choices::ROUNDING) {
                report.rounding = rounding.value;
            }
        }
        "length" => {
            if let Some(length) = reader.choice(entry, choices::LENGTH) {
                report.length = length.value;
            }
        }
        "print_last_plans" => {
            let choice = reader.choice(entry, choices::YES_NO);
            report.print_last_plans = choice.is_some_and(|c| c.value);
        }
        // 模板 was read before all else.
        _ => {}
    }
}

fn content(
    reader: &mut Reader<'_>,
    key: &str,
    entry: &Entry,
    report: &mut Report,
    all: &mut Gathered,
) {
    let section = |kind| (kind, entry);
    let (kind, entry) = match key {
        "achievements" => section(SectionKind::Achievements),
        "problems" => section(SectionKind::Problems),
        "next_steps" => section(SectionKind::NextSteps),
        "sections" => {
            let added = reader.added_sections(entry, all);
            report.sections.extend(added);
            return;
        }
        "figures" => {
            reader.figures(entry, "", all);
            return;
        }
        "figure_tables" => {
            report.tables = reader.tables(entry, all);
            return;
        }
        "assert" => {
            report.assertions = reader.assertions(entry);
            return;
        }
        "last_plans" => {
            report.last_plans = reader.last_plans(entry);
            return;
        }
        "ignore" => {
            report.ignore = reader.ignored(entry);
            return;
        }
        _ => return,
    };
    let section = reader.section(kind, entry, all);
    report.sections.push(section);
}

fn format(reader: &mut Reader<'_>, entry: &Entry) {
    let Some(scalar) = reader.scalar(&entry.value, &entry.name.text) else {
        return;
    };
    if scalar.text.trim() != "1" {
        let message = Text::new(
            format!("格式“{}”不是这个程序认识的，只认 1", scalar.text),
            format!("the format \"{}\" is not known, only 1 is", scalar.text),
        );
        let hint = Text::new(
            "请写 格式: 1；若文件来自新版程序，请更新本程序",
            "write `format: 1`; if the file is of a newer program, update this one",
        );
        reader.push(Diagnostic::error(&codes::BAD_VALUE, entry.value.place, message).hint(hint));
    }
}

/// The genre's required fields must be filled in.
fn required(reader: &mut Reader<'_>, root: &Node, frame: &Frame<'_>) {
    let Kind::Map(entries) = &root.kind else {
        return;
    };
    if !frame.is_whole {
        return;
    }
    for name in &frame.genre.required {
        let Some(top) = find(name, frame.genre) else {
            continue;
        };
        let filled = entries.iter().any(|e| {
            !e.value.is_null()
                && find(&e.name.text, frame.genre).is_some_and(|t| t.english() == top.english())
        });
        let zh = chinese(name, frame.genre);
        if filled || is_misspelt(entries, (top.english(), &zh), frame.genre) {
            continue;
        }
        let hint = Text::new(
            format!("请写 {zh}: …"),
            format!("write `{}: …`", top.english()),
        );
        reader.missing(frame.start, &zh, top.english(), hint);
    }
}

/// Whether some key is unknown and most like this one: that has been told already.
fn is_misspelt(entries: &[Entry], wanted: (&str, &str), genre: &Genre) -> bool {
    let names = names(genre);
    entries
        .iter()
        .filter(|e| find(&e.name.text, genre).is_none())
        .filter_map(|e| nearest_key(&e.name.text, &names))
        .any(|near| near == wanted.0 || near == wanted.1)
}

/// The Chinese spelling of a top-level key.
fn chinese(name: &str, genre: &Genre) -> String {
    match find(name, genre) {
        Some(Top::Field(_, zh, _)) => zh.to_owned(),
        Some(Top::Other(en)) => schema::find(schema::TOP, en)
            .map_or(en, |key| key.zh)
            .to_owned(),
        None => name.to_owned(),
    }
}
