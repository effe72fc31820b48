//! Every check has a page in `tests/checks`: reports in which it finds something, and near misses in which it must not.
//!
//! ````text
//! # number-without-source 数字无来源
//!
//! ## fires: a number typed in a body
//!
//! ```yaml
//! …a report; 模板, 单位 and 期间 are added behind it when it has none
//! ```
//!
//! ```findings
//! warning r.yaml:5:11 ‹19.9亿元› …
//!   → …
//! ```
//!
//! ## silent: a near miss
//! ````
//!
//! `findings` holds what this check found, in order of place: severity, file:line:column, what is underlined (its first
//! line), the message and the hint, both in Chinese.
//! `RENEW_GOLDENS=1` writes it anew.

#![expect(clippy::panic, reason = "a page that cannot be read fails its test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use zongjie::checks;
use zongjie::diag::{Severity, Sources};
use zongjie::load::Input;
use zongjie::pipeline::{self, Outcome, Request};
use zongjie::world::Memory;

/// What a report needs and most cases need not show. They stand behind it, so that lines are counted as in the page.
const NEEDED: [(&str, &str); 3] = [
    ("模板", "半年总结"),
    ("单位", "某市某局"),
    ("期间", "2026年上半年"),
];

/// A case of a page.
struct Case<'p> {
    /// Whether the check must find something.
    fires: bool,
    /// What it shows.
    name: &'p str,
    /// The report as the page has it.
    yaml: &'p str,
    /// Where the findings stand in the page.
    findings: std::ops::Range<usize>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks")
}

/// The pages by the names of their files without `.md`.
fn pages() -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder()).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy();
            (name.into_owned(), text)
        })
        .collect()
}

/// The inside of the next fenced block of a kind in `page[from..to]`.
fn fenced(page: &str, kind: &str, from: usize, to: usize) -> Option<std::ops::Range<usize>> {
    let opener = format!("```{kind}\n");
    let start = from + page[from..to].find(&opener)? + opener.len();
    // An empty block closes on its first line.
    let length = if page[start..to].starts_with("```") {
        0
    } else {
        page[start..to].find("\n```")? + 1
    };
    Some(start..start + length)
}

fn cases<'p>(name: &str, page: &'p str) -> Vec<Case<'p>> {
    let mut starts: Vec<usize> = page.match_indices("\n## ").map(|(at, _)| at + 1).collect();
    starts.push(page.len());
    let case = |ends: &[usize]| {
        let (from, to) = (ends[0], ends[1]);
        let title = page[from..to].lines().next().unwrap_or_default();
        let title = title.trim_start_matches("## ");
        let (kind, rest) = title.split_once(": ").unwrap_or((title, ""));
        assert!(
            matches!(kind, "fires" | "silent"),
            "{name}: `{title}` begins with neither `fires: ` nor `silent: `"
        );
        let yaml = fenced(page, "yaml", from, to);
        let findings = fenced(page, "findings", from, to);
        let (Some(yaml), Some(findings)) = (yaml, findings) else {
            panic!("{name}: `{title}` needs a yaml and a findings block");
        };
        Case {
            fires: kind == "fires",
            name: rest,
            yaml: &page[yaml],
            findings,
        }
    };
    starts.windows(2).map(case).collect()
}

/// The report of a case with what it does not show.
fn whole(yaml: &str) -> String {
    let mut out = yaml.to_owned();
    for (key, value) in NEEDED {
        if !yaml.lines().any(|l| l.starts_with(&format!("{key}:"))) {
            out.push_str(&format!("{key}: {value}\n"));
        }
    }
    out
}

fn run(yaml: &str) -> Outcome {
    let world = Memory::new().with("r.yaml", whole(yaml));
    let request = Request {
        input: Input {
            path: "r.yaml".into(),
            data: Vec::new(),
            set: Vec::new(),
        },
        formats: Vec::new(),
        is_final: false,
    };
    pipeline::run(&world, &request)
}

/// What a run found under a code, one a line, in order of place.
fn found(outcome: &Outcome, code: &str) -> String {
    let mut own: Vec<_> = outcome.findings.sorted();
    own.retain(|d| d.code.id == code);
    own.sort_by_key(|d| d.place.map(|p| (p.source, p.start)));
    let line = |d: &&zongjie::diag::Diagnostic| {
        let severity = match d.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let at = d.place.and_then(|p| outcome.sources.locate(p));
        let at = at.map_or("-".to_owned(), |l| {
            format!("{}:{}:{}", l.file, l.line, l.column)
        });
        let marked = d.place.and_then(|p| outcome.sources.slice(p));
        let marked = marked.and_then(|m| m.lines().next()).unwrap_or_default();
        let hint = d.hint.as_ref();
        let hint = hint.map_or(String::new(), |h| format!("  → {}\n", h.zh));
        format!("{severity} {at} ‹{marked}› {}\n{hint}", d.message.zh)
    };
    own.iter().map(line).collect()
}

fn errors(outcome: &Outcome, sources: &Sources) -> Vec<String> {
    let unreadable = outcome.findings.iter().filter(|d| d.code.unreadable);
    unreadable
        .map(|d| {
            let line = d
                .place
                .and_then(|p| sources.locate(p))
                .map_or(0, |l| l.line);
            format!("line {line}: {}", d.message.zh)
        })
        .collect()
}

#[test]
fn every_case_of_every_check_finds_what_its_page_says() {
    let renew = std::env::var_os("RENEW_GOLDENS").is_some();
    let (mut wrong, mut broken) = (Vec::new(), Vec::new());
    for (code, page) in pages() {
        let (mut renewed, mut at) = (String::new(), 0);
        for case in cases(&code, &page) {
            let outcome = run(case.yaml);
            let about = format!("{code}: {}", case.name);
            let faults = errors(&outcome, &outcome.sources);
            if !faults.is_empty() {
                broken.push(format!("{about}: cannot be read: {faults:?}"));
            }
            let found = found(&outcome, &code);
            if case.fires == found.is_empty() {
                broken.push(format!("{about}: found “{found}”"));
            }
            let expected = &page[case.findings.clone()];
            if found != expected {
                wrong.push(format!("{about}\nexpected:\n{expected}found:\n{found}"));
            }
            renewed.push_str(&page[at..case.findings.start]);
            renewed.push_str(&found);
            at = case.findings.end;
        }
        renewed.push_str(&page[at..]);
        if renew && renewed != page {
            std::fs::write(folder().join(format!("{code}.md")), renewed).unwrap();
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(renew || wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_check_has_a_page_of_cases_and_every_page_a_check() {
    let pages = pages();
    for check in checks::all() {
        let (id, zh) = (check.code.id, check.code.zh);
        let page = pages.get(id);
        let page = page.unwrap_or_else(|| panic!("tests/checks/{id}.md is missing"));
        assert!(page.starts_with(&format!("# {id} {zh}\n")), "title of {id}");
        for fires in [true, false] {
            let cases = cases(id, page);
            let has = cases.iter().any(|case| case.fires == fires);
            let kind = if fires { "fires" } else { "silent" };
            assert!(has, "{id}.md has no case under `## {kind}: `");
        }
    }
    for name in pages.keys() {
        let known = checks::all().any(|check| check.code.id == name);
        assert!(known, "tests/checks/{name}.md belongs to no check");
    }
}

#[test]
fn every_check_explains_itself_under_four_headings() {
    let zh = ["## 查什么", "## 为什么要紧", "## 例子", "## 怎么改"];
    let en = [
        "## What it checks",
        "## Why it matters",
        "## Example",
        "## How to put it right",
    ];
    for check in checks::all() {
        for (page, wanted) in [(check.page_zh, zh), (check.page_en, en)] {
            let headings: Vec<_> = page.lines().filter(|l| l.starts_with("## ")).collect();
            assert_eq!(headings, wanted, "{}", check.code.id);
            let parts = page.split("## ").skip(1);
            for part in parts {
                let words = part.lines().skip(1).any(|l| !l.trim().is_empty());
                assert!(words, "{}: nothing below {part:?}", check.code.id);
            }
        }
    }
}

#[test]
fn no_two_checks_have_one_name() {
    let mut names = BTreeSet::new();
    for code in checks::all()
        .map(|c| c.code)
        .chain(zongjie::diag::CODES.iter().copied())
    {
        assert!(names.insert(code.id), "{}", code.id);
        assert!(names.insert(code.zh), "{}", code.zh);
        let fine = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(code.id.chars().all(fine), "{}", code.id);
    }
}
