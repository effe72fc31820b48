//! What each key of a report may hold, from the lists of keys the reader itself goes by.

use crate::diag::render::json::{Map, Value, json};
use crate::language::Language;
use crate::load::choices::{self, Choices};
use crate::model::Genre;
use crate::model::describe::about;
use crate::model::schema::{self, FIELDS, FieldKind, Key};

/// The lists of keys that are maps of their own, by the names under which they are described.
const MAPS: &[(&str, &[Key])] = &[
    ("section", schema::SECTION),
    ("item", schema::ITEM),
    ("annex", schema::ANNEX),
    ("figure", schema::FIGURE),
    ("share", schema::SHARE),
    ("rank", schema::RANK),
    ("table", schema::TABLE),
    ("assertion", schema::ASSERTION),
    ("last_plan", schema::LAST_PLAN),
    ("ignore", schema::IGNORE),
];

/// The schema of reports of these genres; every key in both spellings.
pub fn schema(genres: &[Genre], language: Language) -> Value {
    let mut definitions = Map::new();
    definitions.insert("text".to_owned(), text());
    for (name, keys) in MAPS {
        definitions.insert((*name).to_owned(), map_of(name, keys, language));
    }
    let mut properties = Map::new();
    for (key, kind) in FIELDS {
        put(&mut properties, "report", key, of_kind(*kind), language);
    }
    for key in schema::TOP {
        let shape = if key.en == "template" {
            template(genres)
        } else {
            shape("report", key.en)
        };
        put(&mut properties, "report", key, shape, language);
    }
    for field in genres.iter().flat_map(|g| &g.fields) {
        for name in [&field.zh, &field.en] {
            let shape = with(of_kind(field.kind), "description", json!(field.about));
            properties.entry(name.clone()).or_insert(shape);
        }
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": language.pick("总结的数据", "a report"),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "definitions": definitions,
    })
}

/// A map with known keys.
fn map_of(name: &str, keys: &[Key], language: Language) -> Value {
    let mut properties = Map::new();
    for key in keys {
        put(&mut properties, name, key, shape(name, key.en), language);
    }
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// Adds a key under both spellings, each explained.
fn put(out: &mut Map<String, Value>, list: &str, key: &Key, shape: Value, language: Language) {
    let said = about(list, key.en).map_or("", |a| language.pick(a.zh, a.en));
    for name in [key.zh, key.en] {
        // 期间 and 单位 stand in several lists, but once in each.
        let shape = with(shape.clone(), "description", json!(said));
        out.insert(name.to_owned(), shape);
    }
}

fn with(shape: Value, key: &str, value: Value) -> Value {
    match shape {
        // Beside a reference nothing else counts, so it is wrapped.
        Value::Object(map) if map.contains_key("$ref") => json!({"allOf": [map], key: value}),
        Value::Object(mut map) => {
            map.insert(key.to_owned(), value);
            Value::Object(map)
        }
        other => other,
    }
}

fn text() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn either(shapes: Vec<Value>) -> Value {
    json!({"anyOf": shapes})
}

fn list_of(shape: Value) -> Value {
    json!({"type": ["array", "null"], "items": shape})
}

/// Any keys, all of one shape.
fn any_keys(shape: Value) -> Value {
    json!({"type": ["object", "null"], "additionalProperties": shape})
}

fn of_kind(kind: FieldKind) -> Value {
    match kind {
        FieldKind::Plain
        | FieldKind::Line
        | FieldKind::Rich
        | FieldKind::Date
        | FieldKind::Period => reference("text"),
        FieldKind::List => either(vec![reference("text"), list_of(reference("text"))]),
        FieldKind::Items => items(),
        FieldKind::Annexes => {
            let one = [reference("text"), reference("annex")];
            let list = list_of(either(one.to_vec()));
            either(one.into_iter().chain([list]).collect())
        }
    }
}

fn items() -> Value {
    list_of(either(vec![reference("text"), reference("item")]))
}

fn words<T>(choices: Choices<T>) -> Value {
    let words: Vec<&str> = choices
        .iter()
        .flat_map(|(w, _)| w.iter().copied())
        .collect();
    json!({"enum": words})
}

/// YAML reads some words for yes and no as such.
fn yes_no() -> Value {
    either(vec![words(choices::YES_NO), json!({"type": "boolean"})])
}

/// A project may have templates of its own, so that other names are no fault.
fn template(genres: &[Genre]) -> Value {
    let names: Vec<&str> = genres.iter().map(|g| g.name.as_str()).collect();
    either(vec![json!({"enum": names}), json!({"type": "string"})])
}

/// What a key of a list holds.
fn shape(list: &str, key: &str) -> Value {
    match (list, key) {
        ("report", "language") => words(choices::LANGUAGE),
        ("report", "length") => words(choices::LENGTH),
        ("report", "rounding") => words(choices::ROUNDING),
        ("report", "figures") | ("item", "figures") => {
            any_keys(either(vec![reference("text"), reference("figure")]))
        }
        ("report", "figure_tables") => any_keys(reference("table")),
        ("report", "assert") => list_of(either(vec![reference("text"), reference("assertion")])),
        ("report", "achievements" | "problems" | "next_steps") => {
            either(vec![reference("section"), items()])
        }
        ("report", "sections") => list_of(reference("section")),
        ("report", "last_plans") => {
            list_of(either(vec![reference("text"), reference("last_plan")]))
        }
        ("report", "ignore") => list_of(reference("ignore")),
        ("report", "print_last_plans" | "seal") => yes_no(),
        ("figure", "comparable_price" | "lower_is_better") => yes_no(),
        ("section", "position") => words(choices::POSITION),
        ("section" | "item" | "annex", "form") => words(choices::FORM),
        ("section" | "item" | "annex", "items") => items(),
        ("figure", "status") => words(choices::STATUS),
        ("figure", "parts" | "among") => {
            let names = list_of(reference("text"));
            either(vec![reference("text"), names.clone(), any_keys(names)])
        }
        ("figure", "share") => either(vec![reference("text"), reference("share")]),
        ("figure", "rank") => either(vec![reference("text"), reference("rank")]),
        ("figure", "against") => any_keys(reference("text")),
        ("table", "columns") => list_of(reference("text")),
        ("table", "rows") => any_keys(json!({})),
        _ => reference("text"),
    }
}
