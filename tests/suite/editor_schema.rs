//! The JSON Schema for editors: what the reader takes, it takes; every key is explained.

use crate::shell::Shell;
use serde_json::Value;
use zongjie::model::describe::about;
use zongjie::model::schema::{self, FIELDS, Key, TOP};

fn schema(arguments: &str) -> Value {
    let run = Shell::new().run(arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn is_of(value: &Value, name: &str) -> bool {
    let known = [
        ("string", value.is_string()),
        ("number", value.is_number()),
        ("boolean", value.is_boolean()),
        ("null", value.is_null()),
        ("array", value.is_array()),
        ("object", value.is_object()),
    ];
    known.iter().find(|(n, _)| *n == name).unwrap().1
}

/// What a schema finds wrong with values: as much of JSON Schema as ours uses.
struct Judge<'a> {
    root: &'a Value,
    found: Vec<String>,
}

impl Judge<'_> {
    fn judge(&mut self, schema: &Value, value: &Value, path: &str) {
        for (key, rule) in schema.as_object().into_iter().flatten() {
            match key.as_str() {
                "$ref" => {
                    let name = rule.as_str().unwrap();
                    let name = name.strip_prefix("#/definitions/").unwrap();
                    let root = self.root;
                    self.judge(&root["definitions"][name], value, path);
                }
                "type" => self.kind(rule, value, path),
                "enum" if rule.as_array().unwrap().contains(value) => {}
                "enum" => self
                    .found
                    .push(format!("{path}: {value} is not one of {rule}")),
                "anyOf" => self.any(rule, value, path),
                "allOf" => {
                    for one in rule.as_array().unwrap() {
                        self.judge(one, value, path);
                    }
                }
                "items" => {
                    for (i, one) in value.as_array().into_iter().flatten().enumerate() {
                        self.judge(rule, one, &format!("{path}[{i}]"));
                    }
                }
                "properties" => self.properties(rule, value, path),
                "additionalProperties" => self.others(schema, value, path),
                known => assert!(
                    ["description", "title", "$schema", "definitions"].contains(&known),
                    "the test does not know the rule {known}"
                ),
            }
        }
    }

    fn kind(&mut self, rule: &Value, value: &Value, path: &str) {
        let names = match rule {
            Value::Array(names) => names.clone(),
            one => vec![one.clone()],
        };
        if !names.iter().any(|n| is_of(value, n.as_str().unwrap())) {
            self.found.push(format!("{path}: not {rule}: {value}"));
        }
    }

    fn any(&mut self, rule: &Value, value: &Value, path: &str) {
        let alone = |schema: &Value| {
            let (root, found) = (self.root, Vec::new());
            let mut judge = Judge { root, found };
            judge.judge(schema, value, path);
            judge.found
        };
        let all: Vec<Vec<String>> = rule.as_array().unwrap().iter().map(alone).collect();
        if all.iter().all(|f| !f.is_empty()) {
            self.found.push(format!("{path}: fits none of {all:?}"));
        }
    }

    fn properties(&mut self, rules: &Value, value: &Value, path: &str) {
        for (name, inner) in value.as_object().into_iter().flatten() {
            if let Some(rule) = rules.get(name) {
                self.judge(rule, inner, &format!("{path}.{name}"));
            }
        }
    }

    fn others(&mut self, schema: &Value, value: &Value, path: &str) {
        let known = schema.get("properties").and_then(Value::as_object);
        let rule = &schema["additionalProperties"];
        for (name, inner) in value.as_object().into_iter().flatten() {
            if known.is_some_and(|k| k.contains_key(name)) {
                continue;
            }
            if *rule == Value::Bool(false) {
                self.found.push(format!("{path}: {name} is not known"));
            } else {
                self.judge(rule, inner, &format!("{path}.{name}"));
            }
        }
    }
}

fn faults_of(schema: &Value, yaml: &str) -> Vec<String> {
    let value: Value = serde_yaml::from_str(yaml).unwrap();
    let (root, found) = (schema, Vec::new());
    let mut judge = Judge { root, found };
    judge.judge(schema, &value, "");
    judge.found
}

fn samples() -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "yaml") {
                let text = std::fs::read_to_string(&path).unwrap();
                // Data for `--data` and batches stand there as well; a report names its template.
                if text.contains("\n模板:") || text.contains("\ntemplate:") {
                    out.push((path.display().to_string(), text));
                }
            }
        }
    }
    out
}

#[test]
fn every_sample_and_every_new_report_fits_the_schema() {
    let all = schema("schema");
    let samples = samples();
    assert!(samples.len() >= 4);
    for (path, text) in samples {
        assert_eq!(faults_of(&all, &text), Vec::<String>::new(), "{path}");
    }
    for genre in zongjie::load::genres() {
        let shell = Shell::new();
        assert_eq!(shell.run(&format!("new {} p", genre.id)).code, 0);
        let own: Value = serde_json::from_str(&shell.text("p/report.schema.json")).unwrap();
        let text = shell.text("p/report.yaml");
        let first = text.lines().next().unwrap();
        assert_eq!(first, "# yaml-language-server: $schema=report.schema.json");
        assert_eq!(faults_of(&own, &text), Vec::<String>::new(), "{}", genre.id);
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let schema = schema("schema 半年总结");
    for (yaml, words) in [
        ("其间: 2026年", "其间 is not known"),
        ("指标:\n  税收: {本斯: 5万元}", "本斯"),
        ("成绩:\n  - {标提: 好}", "标提"),
        ("指标:\n  税收: {状态: 代补}", "代补"),
        ("成绩: 很好", "fits none"),
        ("带教人: 王主任", "带教人 is not known"),
    ] {
        let found = faults_of(&schema, yaml);
        assert!(found.join("\n").contains(words), "{yaml}: {found:?}");
    }
}

#[test]
fn every_key_is_explained_in_both_languages() {
    let fields: Vec<Key> = FIELDS.iter().map(|f| f.0).collect();
    let lists: &[(&str, &[Key])] = &[
        ("report", &fields),
        ("report", TOP),
        ("section", schema::SECTION),
        ("item", schema::ITEM),
        ("figure", schema::FIGURE),
        ("share", schema::SHARE),
        ("rank", schema::RANK),
        ("table", schema::TABLE),
        ("assertion", schema::ASSERTION),
        ("last_plan", schema::LAST_PLAN),
        ("ignore", schema::IGNORE),
    ];
    for (list, keys) in lists {
        for key in *keys {
            let said =
                about(list, key.en).unwrap_or_else(|| panic!("{list}.{} is not explained", key.en));
            assert!(said.zh.chars().any(|c| c > '\u{2e80}'), "{list}.{}", key.en);
            assert!(!said.en.is_empty(), "{list}.{}", key.en);
        }
    }
}
