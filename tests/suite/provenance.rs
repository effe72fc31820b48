//! How provenance travels: the cases of `tests/provenance/tree.md`, and what must hold of any template.

use crate::shown;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use zongjie::diag::{Findings, Source, Sources};
use zongjie::document::Document;
use zongjie::figures::derive;
use zongjie::load::{self, Input};
use zongjie::template::{self, Cache, Project};
use zongjie::world::Memory;

/// A report and a template of its own, rendered and read.
pub struct Outcome {
    pub sources: Sources,
    pub findings: Findings,
    pub document: Option<Document>,
}

pub fn render(report: &str, template: &str) -> Outcome {
    let world = Memory::new().with("r.yaml", report);
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let input = Input {
        path: "r.yaml".into(),
        data: Vec::new(),
        set: Vec::new(),
    };
    let loaded = load::load(&world, &input, &mut sources, &mut findings);
    let document = loaded.and_then(|loaded| {
        let mut genre = loaded.genre.as_ref().clone();
        genre.source = sources.add(Source::new("t.md", template));
        genre.body = 0;
        let facts = Arc::new(derive(Arc::new(loaded.report), &mut findings));
        let project = Project {
            genre: &genre,
            parts: &loaded.parts,
            sources: &sources,
            own: sources.next_id(),
        };
        let rendered = template::render(&facts, &project, &Cache::default(), &mut findings)?;
        Some(rendered.read(&facts, &sources, &mut findings))
    });
    Outcome {
        sources,
        findings,
        document,
    }
}

fn show(outcome: &Outcome) -> String {
    let mut out = outcome
        .document
        .as_ref()
        .map_or(String::new(), |d| shown::tree(d, &outcome.sources));
    for finding in outcome.findings.sorted() {
        let place = finding.place.and_then(|p| outcome.sources.locate(p));
        let place = place.map_or(String::new(), |l| {
            format!(" {}:{}:{}", l.file, l.line, l.column)
        });
        let _ = writeln!(
            out,
            "{:?}[{}]{place}: {}",
            finding.severity, finding.code.id, finding.message.zh
        );
    }
    out
}

/// The text of the next fenced block of a kind, and where it ends.
fn fenced<'p>(page: &'p str, kind: &str) -> Option<(&'p str, usize)> {
    let opener = format!("```{kind}\n");
    let start = page.find(&opener)? + opener.len();
    let length = page[start..].find("\n```")?;
    Some((&page[start..start + length + 1], start + length + 4))
}

/// The page of cases.
pub fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provenance/tree.md");
    std::fs::read_to_string(path).unwrap()
}

/// The report and all templates of the page.
pub fn cases(page: &str) -> (&str, Vec<&str>) {
    let (report, mut at) = fenced(page, "yaml").unwrap();
    let mut templates = Vec::new();
    while let Some((template, end)) = fenced(&page[at..], "tera") {
        templates.push(template);
        at += end;
    }
    (report, templates)
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let page = page();
    let (report, templates) = cases(&page);
    let windows = report.replace('\n', "\r\n");
    for template in templates {
        let tree = show(&render(report, template));
        let other = show(&render(&windows, &template.replace('\n', "\r\n")));
        assert_eq!(other, tree, "{template}");
    }
}

#[test]
fn every_case_of_the_page_becomes_its_tree() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provenance/tree.md");
    let page = page();
    let (report, mut at) = fenced(&page, "yaml").expect("the report");
    let mut renewed = page[..at].to_owned();
    let mut wrong = Vec::new();
    while let Some((template, end)) = fenced(&page[at..], "tera") {
        renewed.push_str(&page[at..at + end]);
        at += end;
        let tree = show(&render(report, template));
        let next = page[at..].find("\n## ").map_or(page.len(), |n| at + n);
        let expected = fenced(&page[at..next], "tree").map_or("", |e| e.0);
        if expected != tree {
            wrong.push(format!(
                "{template}\nbecame\n{tree}\ninstead of\n{expected}"
            ));
        }
        let _ = write!(renewed, "\n\n```tree\n{tree}```\n");
        at = next;
    }
    renewed.push_str(&page[at..]);
    if std::env::var_os("RENEW_GOLDENS").is_some() {
        std::fs::write(&path, renewed).expect("the page can be written");
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
