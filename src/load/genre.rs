//! The front matter of templates.

use super::decode::{Reader, choices};
use super::node::{Entry, Kind, Node};
use super::quoting::Piece;
use super::{traps, trunk};
use crate::diag::{Findings, Place, SourceId, Sources, Text, codes};
use crate::model::schema::{self, FieldKind};
use crate::model::{Genre, GenreField, Language, Located};
use std::ops::Range;

/// The front matter of a template and where its body begins; `None` for a file without front matter.
pub fn front_matter(text: &str) -> Option<(Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut offset = first.len();
    for line in text[first.len()..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((first.len()..offset, offset + line.len()));
        }
        offset += line.len();
    }
    None
}

/// Reads a template's front matter. `None` for a file without any; mistakes in it become findings.
pub fn genre(
    source: SourceId,
    id: &str,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Genre> {
    let text = sources.get(source)?.text();
    let (head, body) = front_matter(text)?;
    let piece = Piece {
        source,
        text: &text[head.clone()],
        base: head.start,
    };
    let mut root = trunk::tree(piece, findings).ok()??;
    findings.extend(traps::mend(piece, &mut root));
    let mut reader = Reader::new(sources, findings);
    let mut genre = Genre {
        id: id.to_owned(),
        name: String::new(),
        aliases: Vec::new(),
        about: String::new(),
        language: language_of(id),
        layout: String::new(),
        length: None,
        required: Vec::new(),
        fields: Vec::new(),
        source,
        body,
        base: None,
        layers: Vec::new(),
        phrases: Vec::new(),
    };
    let mut required = Vec::new();
    for one in reader.known(&root, schema::GENRE, "模板") {
        let entry = one.entry;
        let plain = |found: Option<Located<String>>| found.map_or(String::new(), |t| t.value);
        match one.key {
            "name" => genre.name = plain(reader.plain_of(entry)),
            "aliases" => genre.aliases = values(reader.plain_list(entry)),
            "about" => genre.about = plain(reader.plain_of(entry)),
            "language" => {
                let language = reader.choice(entry, choices::LANGUAGE);
                genre.language = language.map_or(genre.language, |l| l.value);
            }
            "layout" => genre.layout = plain(reader.plain_of(entry)),
            "length" => genre.length = length(&mut reader, entry),
            "based_on" => genre.base = reader.plain_of(entry),
            "required" => required = reader.plain_list(entry),
            _ => genre.fields = fields(&mut reader, entry),
        }
    }
    finish(&mut genre, required, piece.place(0, 0), &mut reader);
    Some(genre)
}

/// What can be said only when all of the front matter is read.
fn finish(
    genre: &mut Genre,
    required: Vec<Located<String>>,
    start: Place,
    reader: &mut Reader<'_>,
) {
    if genre.name.is_empty() {
        genre.name = genre
            .base
            .as_ref()
            .map_or_else(String::new, |base| base.value.clone());
    }
    if genre.name.is_empty() {
        let hint = Text::new("请写 名称: …", "write `name: …`");
        reader.missing(start, "名称", "name", hint);
        genre.name.clone_from(&genre.id);
    }
    if genre.layout.is_empty() && genre.base.is_none() {
        genre.layout = match genre.language {
            Language::Chinese => "公文",
            Language::English => "English",
        }
        .to_owned();
    }
    for name in required {
        match english(&name.value, &genre.fields) {
            Some(en) => genre.required.push(en),
            None => {
                let message = Text::new(
                    format!("必填里的“{}”不是字段", name.value),
                    format!("the required \"{}\" is no field", name.value),
                );
                reader.fault(&codes::UNKNOWN_FIELD, name.place, message);
            }
        }
    }
}

fn english(typed: &str, own: &[GenreField]) -> Option<String> {
    let own = own.iter().find(|f| f.en == typed || f.zh == typed);
    let field = schema::FIELDS
        .iter()
        .find(|(k, _)| k.en == typed || k.zh == typed);
    own.map(|f| f.en.clone())
        .or_else(|| field.map(|(k, _)| k.en.to_owned()))
        .or_else(|| schema::find(schema::TOP, typed).map(|k| k.en.to_owned()))
}

fn language_of(id: &str) -> Language {
    if id.starts_with("en/") {
        Language::English
    } else {
        Language::Chinese
    }
}

fn values(list: Vec<Located<String>>) -> Vec<String> {
    list.into_iter().map(|one| one.value).collect()
}

/// `1500—4000` or `[1500, 4000]`, in 字.
fn length(reader: &mut Reader<'_>, entry: &Entry) -> Option<(u32, u32)> {
    let texts: Vec<String> = match &entry.value.kind {
        Kind::List(ends) => ends
            .iter()
            .filter_map(Node::text)
            .map(str::to_owned)
            .collect(),
        _ => entry
            .value
            .text()
            .unwrap_or_default()
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    let numbers: Vec<u32> = texts.iter().filter_map(|t| t.trim().parse().ok()).collect();
    match numbers.as_slice() {
        [low, high] if low <= high => Some((*low, *high)),
        _ => {
            let message = Text::new(
                "篇幅应为最少和最多字数，例如 [1500, 4000]",
                "the length takes the fewest and the most characters, for example `[1500, 4000]`",
            );
            reader.fault(&codes::BAD_VALUE, entry.value.place, message);
            None
        }
    }
}

fn fields(reader: &mut Reader<'_>, entry: &Entry) -> Vec<GenreField> {
    let nodes = reader
        .list(&entry.value, &entry.name.text)
        .unwrap_or_default();
    let mut out = Vec::new();
    for node in nodes {
        let (mut zh, mut en, mut about) = (None, None, None);
        let mut kind = FieldKind::Plain;
        for one in reader.known(node, schema::GENRE_FIELD, &entry.name.text) {
            match one.key {
                "name" => zh = reader.plain_of(one.entry),
                "english" => en = reader.plain_of(one.entry),
                "about" => about = reader.plain_of(one.entry),
                _ => {
                    let found = reader.choice(one.entry, choices::FIELD_KIND);
                    kind = found.map_or(kind, |k| k.value);
                }
            }
        }
        // A field of a template in one language needs one name only.
        let name = zh.clone().or_else(|| en.clone()).map(|n| n.value);
        let Some(name) = name else {
            if matches!(node.kind, Kind::Map(_)) {
                let hint = Text::new("请写 名称: …", "write `name: …`");
                reader.missing(node.place, "名称", "name", hint);
            }
            continue;
        };
        out.push(GenreField {
            en: en.map_or_else(|| name.clone(), |n| n.value),
            zh: name,
            kind,
            about: about.map_or(String::new(), |a| a.value),
        });
    }
    out
}
