//! What a run has to say, for programs: one JSON object. Its names are a promise; new ones may be added.

use super::{Language, id};
use crate::diag::{Diagnostic, Findings, Place, Sources};
/// Values of JSON, for those who print other things than findings.
pub use serde_json::{Map, Value, json};

/// A number of the text, as `trace` gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberLine {
    /// What is printed.
    pub text: String,
    /// The figure it is; `None` for a number without a source.
    pub key: Option<String>,
    /// How the figure was printed: `value`, `growth` …
    pub aspect: Option<String>,
    /// Where it comes from.
    pub place: Option<Place>,
    /// The index of its block in the document.
    pub block: usize,
}

/// What a run made and found.
#[derive(Debug)]
pub struct Run<'a> {
    /// The files written, as paths to open them by.
    pub files: &'a [String],
    /// 字数
    pub characters: usize,
    /// Pages, estimated.
    pub pages: usize,
    /// All findings.
    pub findings: &'a Findings,
    /// For `trace`: the numbers of the text.
    pub numbers: Option<&'a [NumberLine]>,
}

/// A run as one line of JSON: `files`, `characters`, `pages`, `findings` and, for `trace`, `numbers`. Messages are in
/// `language`.
pub fn run(run: &Run<'_>, sources: &Sources, language: Language) -> String {
    let findings: Vec<Value> = run
        .findings
        .sorted()
        .into_iter()
        .map(|diagnostic| finding(diagnostic, sources, language))
        .collect();
    let mut out = json!({
        "files": run.files,
        "characters": run.characters,
        "pages": run.pages,
        "findings": findings,
    });
    if let (Some(numbers), Some(object)) = (run.numbers, out.as_object_mut()) {
        let numbers = numbers.iter().map(|n| number(n, sources)).collect();
        object.insert("numbers".to_owned(), Value::Array(numbers));
    }
    out.to_string()
}

/// What a batch made, as numbers, and found: one line of JSON. Messages are in `language`.
pub fn counts(
    counts: &[(&str, usize)],
    findings: &Findings,
    sources: &Sources,
    language: Language,
) -> String {
    let findings: Vec<Value> = findings
        .sorted()
        .into_iter()
        .map(|diagnostic| finding(diagnostic, sources, language))
        .collect();
    let counts = counts
        .iter()
        .map(|(name, count)| ((*name).to_owned(), json!(count)));
    let mut out: Map<_, _> = counts.collect();
    out.insert("findings".to_owned(), Value::Array(findings));
    Value::Object(out).to_string()
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// One text.
    One(String),
    /// Any number of texts.
    Many(Vec<String>),
}

/// A list of records as one line of JSON: `{"templates": [{"id": "zh/half-year-summary", "aliases": []}]}`.
pub fn list(name: &str, records: Vec<Vec<(&str, Field)>>) -> String {
    let record = |fields: Vec<(&str, Field)>| -> Value {
        let fields = fields.into_iter().map(|(key, field)| {
            let value = match field {
                Field::One(text) => json!(text),
                Field::Many(texts) => json!(texts),
            };
            (key.to_owned(), value)
        });
        Value::Object(fields.collect::<Map<_, _>>())
    };
    let records: Vec<Value> = records.into_iter().map(record).collect();
    json!({ name: records }).to_string()
}

fn finding(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> Value {
    let at = diagnostic.place.and_then(|place| sources.locate(place));
    let mut out = json!({
        "code": diagnostic.code.id,
        "severity": id(diagnostic.severity),
        "message": diagnostic.message.of(language),
        "hint": diagnostic.hint.as_ref().map(|hint| hint.of(language)),
        "file": at.as_ref().map(|at| &at.file),
        "line": at.as_ref().map(|at| at.line),
        "column": at.as_ref().map(|at| at.column),
    });
    let cell = at.and_then(|at| at.cell);
    if let (Some(cell), Some(object)) = (cell, out.as_object_mut()) {
        object.insert("cell".to_owned(), Value::String(cell));
    }
    out
}

fn number(number: &NumberLine, sources: &Sources) -> Value {
    let at = number.place.and_then(|place| sources.locate(place));
    json!({
        "text": number.text,
        "key": number.key,
        "aspect": number.aspect,
        "file": at.as_ref().map(|at| &at.file),
        "line": at.as_ref().map(|at| at.line),
        "block": number.block,
    })
}
