//! The samples of `data/` and the reports that `new` makes: they build without errors and print their figures.

use crate::docx_package;
use crate::read_back::{of_docx, of_markdown};
use crate::shell::{Run, Shell};
use serde_json::Value;
use std::path::Path;
use zongjie::load::shelf::genres;

pub const FULL: &str = include_str!("../../data/zh/half-year-summary/full.yaml");
pub const MINIMAL: &str = include_str!("../../data/zh/half-year-summary/minimal.yaml");
pub const TITLE: &str = "宁川市工业园区管理委员会2026年上半年工作总结";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All samples of one file: path below the repository, text.
pub fn all() -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut folders = vec![root().join("data")];
    while let Some(folder) = folders.pop() {
        // A report of several files is built as a folder, in the tests of genres.
        if folder.join("report.yaml").exists() {
            continue;
        }
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "yaml") {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                out.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    out.sort();
    assert!(out.len() >= 4, "{out:?}");
    out
}

fn errors(run: &Run) -> Vec<String> {
    let object: Value = serde_json::from_str(&run.out).unwrap();
    let findings = object["findings"].as_array().unwrap();
    findings
        .iter()
        .filter(|f| f["severity"] == "error")
        .map(Value::to_string)
        .collect()
}

/// What old summaries left wrong stays in the samples made from them, so that there is something to see.
const KNOWN: &[(&str, &str)] = &[
    ("zh/half-year-summary/full.yaml", "parts-do-not-add-up"),
    ("zh/annual-summary/full.yaml", "parts-do-not-add-up"),
    ("zh/annual-summary/full.yaml", "assertion-fails"),
];

#[test]
fn every_sample_builds_without_an_error() {
    for (name, text) in all() {
        let shell = Shell::new().with("r.yaml", text);
        let run = shell.run("build r.yaml -o out --format json --to docx,md,html");
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}: {}", run.out);
        assert_eq!(run.out.matches("out/").count(), 3, "{name}: {}", run.out);
        let known = |e: &String| {
            KNOWN
                .iter()
                .any(|(sample, code)| name.ends_with(sample) && e.contains(code))
        };
        let unexpected: Vec<_> = errors(&run).into_iter().filter(|e| !known(e)).collect();
        assert!(unexpected.is_empty(), "{name}: {unexpected:?}");
    }
}

#[test]
fn every_report_to_fill_in_builds_without_an_error() {
    let shell = Shell::new();
    let listed = shell.run("templates list --format json").out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let genres = listed["templates"].as_array().unwrap();
    assert!(!genres.is_empty());
    for genre in genres {
        let id = genre["id"].as_str().unwrap();
        assert_eq!(shell.run(&format!("new {id} {id}")).code, 0, "{id}");
        let run = shell.run(&format!("build {id} -o out/{id} --format json"));
        assert_eq!(
            (run.code, errors(&run)),
            (0, Vec::new()),
            "{id}: {}",
            run.out
        );
    }
}

#[test]
fn samples_fill_the_pages_they_are_meant_to() {
    for (name, text) in all()
        .into_iter()
        .filter(|(name, _)| name.ends_with("full.yaml"))
    {
        let run = Shell::new()
            .with("r.yaml", text)
            .run("build r.yaml --format json");
        let object: Value = serde_json::from_str(&run.out).unwrap();
        let characters = object["characters"].as_u64().unwrap();
        let id = name.trim_start_matches("data/").replace("/full.yaml", "");
        let usual = genres().into_iter().find(|g| g.id == id);
        if let Some((low, high)) = usual.and_then(|g| g.length) {
            let usual = u64::from(low)..=u64::from(high);
            assert!(usual.contains(&characters), "{name}: {characters}");
        }
        let pages = object["pages"].as_u64().unwrap();
        // A review in English fills one page of its smaller letters.
        let least = if name.starts_with("data/en/") { 1 } else { 2 };
        assert!((least..12).contains(&pages), "{name}: {pages}");
    }
}

#[test]
fn the_final_version_holds_nothing_but_the_document() {
    let shell = Shell::new().with("r.yaml", MINIMAL);
    assert_eq!(shell.run("build r.yaml -o draft").code, 0);
    let run = shell.run("build r.yaml -o out --final");
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let parts = |folder: &str| docx_package::parts(&shell.bytes(&format!("{folder}/{TITLE}.docx")));
    let holds = |folder: &str, trace: &str| {
        parts(folder)
            .iter()
            .any(|(name, xml)| name.contains(trace) || xml.contains(trace))
    };
    for trace in ["customXml", "<w:sdt", "<w:bookmarkStart", "r.yaml"] {
        assert!(holds("draft", trace), "a draft has {trace}");
        assert!(!holds("out", trace), "the final version has {trace}");
    }
    let text = |folder: &str| of_docx(&shell.bytes(&format!("{folder}/{TITLE}.docx")));
    assert_eq!(text("out"), text("draft"));
    assert_eq!(
        shell.text(&format!("out/{TITLE}.md")),
        shell.text(&format!("draft/{TITLE}.md"))
    );
}

#[test]
fn strict_only_changes_the_exit_code() {
    let shell = Shell::new().with("r.yaml", MINIMAL).with("f.yaml", FULL);
    assert_eq!(shell.run("build r.yaml -o out --strict").code, 0);
    let lenient = shell.run("build f.yaml -o out");
    let strict = shell.run("build f.yaml -o strict --strict");
    assert_eq!((lenient.code, strict.code), (0, 1));
    assert_eq!(strict.err, lenient.err, "the same is said");
    for extension in ["md", "docx"] {
        let made = |folder: &str| shell.bytes(&format!("{folder}/{TITLE}.{extension}"));
        assert!(made("strict") == made("out"), "{extension}");
    }
    shell.put("m.yaml", &MINIMAL.replace("问题:", "问提:"));
    for more in ["", "--strict"] {
        assert_eq!(shell.run(&format!("build m.yaml -o m {more}")).code, 1);
    }
    assert!(!shell.exists(&format!("m/{TITLE}.md")));
}

#[test]
fn html_is_a_format_like_the_others() {
    let shell = Shell::new().with("r.yaml", MINIMAL);
    let run = shell.run("build r.yaml -o out --to html");
    assert_eq!(run.code, 0, "{}", run.err);
    let page = shell.text(&format!("out/{TITLE}.html"));
    assert!(
        page.starts_with("<!DOCTYPE html>") && page.contains("26525.06万元"),
        "{page}"
    );
    assert!(!shell.exists(&format!("out/{TITLE}.docx")));
    assert!(!shell.exists(&format!("out/{TITLE}.md")));
}

/// The numbers of a report as `trace` lists them.
fn numbers(shell: &Shell, arguments: &str) -> Vec<Value> {
    let run = shell.run(&format!("trace {arguments} --format json"));
    assert_eq!(run.code, 0, "{}", run.out);
    let object: Value = serde_json::from_str(&run.out).unwrap();
    object["numbers"].as_array().unwrap().clone()
}

#[test]
fn settings_and_data_files_change_what_is_printed_and_where_it_comes_from() {
    let shell = Shell::new()
        .with("r.yaml", MINIMAL)
        .with("七月.yaml", "指标:\n  税收收入:\n    本期: 27000万元\n");
    let place = |arguments: &str| {
        let of_tax = |n: &&Value| n["key"] == "税收收入";
        let numbers = numbers(&shell, arguments);
        let number = numbers.iter().find(of_tax).unwrap();
        let text = number["text"].as_str().unwrap().to_owned();
        (text, number["file"].as_str().unwrap().to_owned())
    };
    let (text, file) = place("r.yaml");
    assert!(
        text.contains("26525.06万元") && file == "r.yaml",
        "{text} {file}"
    );
    let (text, file) = place("r.yaml --data 七月.yaml");
    assert!(
        text.contains("27000万元") && file == "七月.yaml",
        "{text} {file}"
    );
    assert!(text.contains("18.73%"), "growth is computed anew: {text}");
    let set = "--set 指标.税收收入.本期=28000万元";
    let (text, file) = place(&format!("r.yaml --data 七月.yaml {set}"));
    assert!(
        text.contains("28000万元") && file.contains("--set"),
        "{text} {file}"
    );

    let run = shell.run(&format!("build r.yaml -o out {set}"));
    assert_eq!(run.code, 0, "{}", run.err);
    let page = shell.text(&format!("out/{TITLE}.md"));
    assert!(
        page.contains("28000万元") && !page.contains("26525.06"),
        "{page}"
    );
    let docx = of_docx(&shell.bytes(&format!("out/{TITLE}.docx"))).join("\n");
    assert!(
        docx.contains("28000万元") && !docx.contains("26525.06"),
        "{docx}"
    );
}

/// Every figure of the full half-year report as it is printed.
const PRINTED: &[&str] = &[
    "19.9亿元",
    "53.92%",
    "26525.06万元",
    "16.64%",
    "205263.00万元",
    "38.00%",
    "4857.76万美元",
    "87.37%",
    "40%左右",
    "18.2%",
    "49个",
    "99.4亿元",
    "32.5亿元",
    "10.6亿元",
    "23个",
    "48.2亿元",
    "17.4亿元",
    "6.6亿元",
    "26个",
    "51.3亿元",
    "15.5亿元",
    "4.1亿元",
    "4个",
    "15个",
    "13个",
    "538万元",
    "1300米",
    "90%",
    "1273.74万元",
    "2750米",
    "10%",
    "380万元",
    "428米",
    "30%",
    "1400万元",
    "2万立方米",
    "17户",
    "800公顷",
    "12平方公里",
    "4000万元",
    "3400万元",
    "4家",
    "4处",
    "1.25亿元",
    "9400万元",
    "5亿元",
    "120亿元",
    "95%以上",
    "36亿元",
];

#[test]
fn every_figure_of_the_full_sample_is_printed_and_known() {
    let shell = Shell::new().with("full.yaml", FULL);
    assert_eq!(shell.run("build full.yaml -o out").code, 0);
    let docx = of_docx(&shell.bytes(&format!("out/{TITLE}.docx"))).concat();
    let markdown = of_markdown(&shell.text(&format!("out/{TITLE}.md"))).concat();
    let numbers = numbers(&shell, "full.yaml");
    let (known, unknown): (Vec<_>, Vec<_>) = numbers.iter().partition(|n| !n["key"].is_null());
    for printed in PRINTED {
        assert!(docx.contains(printed), "{printed} is not in the DOCX");
        assert!(
            markdown.contains(printed),
            "{printed} is not in the Markdown"
        );
        let found = known.iter().any(|n| holds(n, printed));
        assert!(found, "{printed} has no source");
    }
    for number in &known {
        assert_eq!(number["file"], "full.yaml", "{number}");
        let line = usize::try_from(number["line"].as_u64().unwrap()).unwrap();
        let path = number["key"].as_str().unwrap();
        let name = path.rsplit('.').next().unwrap();
        let text = FULL.lines().nth(line - 1).unwrap_or_default();
        // A cell of a table stands in the row of its name; a figure in lines of its own has its value below its name.
        let parent = path.rsplit('.').nth(1).unwrap_or(name);
        let names = [name, parent, "本期:", "目标:"];
        assert!(names.iter().any(|n| text.contains(n)), "{path}: {text}");
    }
    // Numbers typed into the wording belong to no figure.
    let texts: Vec<_> = unknown.iter().filter_map(|n| n["text"].as_str()).collect();
    assert!(texts.contains(&"10千伏"), "{texts:?}");
    for number in unknown {
        assert_eq!(number["key"], Value::Null);
        assert!(number["line"].is_u64(), "{number}");
    }
}

/// Whether a number of the text prints exactly this value, not only digits of a longer one.
fn holds(number: &Value, printed: &str) -> bool {
    let text = number["text"].as_str().unwrap();
    text.match_indices(printed).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_digit() || c == '.')
    })
}
