//! The samples of `data/` and the reports that `new` makes: they build without errors, everywhere to the same bytes.

use crate::docx_package;
use crate::read_back::{of_docx, of_markdown};
use crate::shell::{Run, Shell};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use zongjie::load::shelf::genres;

const FULL: &str = include_str!("../../data/zh/half-year-summary/full.yaml");
const MINIMAL: &str = include_str!("../../data/zh/half-year-summary/minimal.yaml");
const TITLE: &str = "宁川市工业园区管理委员会2026年上半年工作总结";

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
        assert!((2..12).contains(&pages), "{name}: {pages}");
    }
}

/// Runs the program itself in a folder, in an environment of nothing but these variables.
fn program(folder: &Path, environment: &[(&str, &str)], arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zongjie"))
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// The files of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        // What the program keeps for itself.
        .filter(|(name, _)| !name.starts_with('.'))
        .collect()
}

#[test]
fn the_same_report_gives_the_same_bytes_everywhere() {
    let environments: [&[(&str, &str)]; 3] = [
        &[],
        &[
            ("TZ", "Asia/Shanghai"),
            ("LANG", "zh_CN.UTF-8"),
            ("LC_ALL", "zh_CN.UTF-8"),
        ],
        &[
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "tr_TR.ISO8859-9"),
            ("HOME", "/nowhere"),
            ("SOURCE_DATE_EPOCH", "1"),
        ],
    ];
    for (name, text) in all() {
        let built: Vec<_> = environments
            .iter()
            .enumerate()
            .map(|(i, environment)| {
                let home = tempfile::tempdir().unwrap();
                let folder = home.path().join(format!("甲 乙{i}"));
                std::fs::create_dir(&folder).unwrap();
                std::fs::write(folder.join("report.yaml"), &text).unwrap();
                let run = program(
                    &folder,
                    environment,
                    "build report.yaml -o out --to docx,md,html",
                );
                assert_eq!(run.status.code(), Some(0), "{name}: {run:?}");
                files(&folder.join("out"))
            })
            .collect();
        assert_eq!(built[0].len(), 3, "{name}: {:?}", built[0].keys());
        assert!(built[0] == built[1] && built[0] == built[2], "{name}");
        let shell = Shell::new().with("report.yaml", text);
        shell.run("build report.yaml -o out --to docx,md,html");
        for (file, bytes) in &built[0] {
            let here = shell.bytes(&format!("out/{file}"));
            assert!(here == *bytes, "{name}: {file} differs in memory");
        }
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
fn a_report_with_pending_figures_is_not_final() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("r.yaml"), FULL).unwrap();
    let run = program(home.path(), &[], "build r.yaml -o out --final --lang en");
    let (out, err) = (text_of(&run.stdout), text_of(&run.stderr));
    assert_eq!(
        (run.status.code(), out.as_str()),
        (Some(1), "nothing was written\n")
    );
    for figure in ["商业银行融资", "农发行提款"] {
        let told = err.lines().any(|l| {
            l.starts_with("r.yaml:") && l.contains("error[figure-pending]") && l.contains(figure)
        });
        assert!(told, "{figure}: {err}");
    }
    assert!(!home.path().join("out").exists());
    assert_eq!(files(home.path()).len(), 1);
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn strict_only_changes_the_exit_code() {
    let shell = Shell::new().with("r.yaml", MINIMAL);
    assert_eq!(shell.run("build r.yaml -o out --strict").code, 0);
    let misspelt = MINIMAL.replace("问题:", "问提:");
    shell.put("m.yaml", &misspelt);
    assert_eq!(shell.run("build m.yaml -o out --strict").code, 1);
    assert_eq!(
        shell.run("build m.yaml -o out").code,
        1,
        "unreadable either way"
    );
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

#[test]
fn an_edited_document_is_kept_by_the_program_itself() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    std::fs::write(folder.join("r.yaml"), MINIMAL).unwrap();
    let build = |more: &str| {
        program(
            folder,
            &[("LANG", "zh_CN.UTF-8")],
            &format!("build r.yaml -o out {more}"),
        )
    };
    assert_eq!(build("").status.code(), Some(0));
    let page = folder.join("out").join(format!("{TITLE}.md"));
    let made = std::fs::read(&page).unwrap();
    std::fs::write(&page, "领导改过的稿子").unwrap();
    let before = files(&folder.join("out"));

    let run = build("--set 指标.税收收入.本期=28000万元");
    assert_eq!(run.status.code(), Some(2));
    assert!(text_of(&run.stderr).contains("被手工改过"), "{run:?}");
    assert!(files(&folder.join("out")) == before, "nothing was written");

    assert_eq!(build("--force").status.code(), Some(0));
    assert_eq!(std::fs::read(&page).unwrap(), made);
    let kept: PathBuf = folder.join("out").join(format!("{TITLE}.md.bak"));
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "领导改过的稿子");
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
