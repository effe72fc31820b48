//! The program itself, on the disk: what the tests in memory cannot see.

use crate::mistakes::{REPORT, TEMPLATE};
use crate::samples::{FULL, MINIMAL, TITLE, all};
use crate::shell::Shell;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program itself in a folder, in an environment of nothing but these variables.
fn program(folder: &Path, environment: &[(&str, &str)], arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zongjie"))
        .args(arguments)
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
                    &["build", "report.yaml", "-o", "out", "--to", "docx,md,html"],
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
fn a_report_with_pending_figures_is_not_final() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("r.yaml"), FULL).unwrap();
    let run = program(
        home.path(),
        &[],
        &["build", "r.yaml", "-o", "out", "--final", "--lang", "en"],
    );
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
fn an_edited_document_is_kept_by_the_program_itself() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    std::fs::write(folder.join("r.yaml"), MINIMAL).unwrap();
    let build = |more: &[&str]| {
        let arguments = [&["build", "r.yaml", "-o", "out"], more].concat();
        program(folder, &[("LANG", "zh_CN.UTF-8")], &arguments)
    };
    assert_eq!(build(&[]).status.code(), Some(0));
    let page = folder.join("out").join(format!("{TITLE}.md"));
    let made = std::fs::read(&page).unwrap();
    std::fs::write(&page, "领导改过的稿子").unwrap();
    let before = files(&folder.join("out"));

    let run = build(&["--set", "指标.税收收入.本期=28000万元"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(text_of(&run.stderr).contains("被手工改过"), "{run:?}");
    assert!(files(&folder.join("out")) == before, "nothing was written");

    assert_eq!(build(&["--force"]).status.code(), Some(0));
    assert_eq!(std::fs::read(&page).unwrap(), made);
    let kept = folder.join("out").join(format!("{TITLE}.md.bak"));
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "领导改过的稿子");
}

#[test]
fn the_program_itself_says_the_same() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("我的 总结");
    std::fs::create_dir_all(folder.join("templates")).unwrap();
    std::fs::write(folder.join("templates/x.md"), TEMPLATE).unwrap();
    for (typed, instead, place, cure) in [
        (
            "成文日期:",
            "成文曰期:",
            "5:1: 错误[不认识的键]：",
            "建议：是不是“成文日期”？",
        ),
        (
            "单位: ",
            "单位：",
            "3:3: 错误[全角冒号]：",
            "建议：请写成 单位: 某单位",
        ),
        (
            "{{税收收入",
            "{{税收收人",
            "11:14: 错误[没有这个名称]：",
            "建议：是不是“税收收入”？",
        ),
    ] {
        std::fs::write(folder.join("report.yaml"), REPORT.replace(typed, instead)).unwrap();
        let chinese = [("LC_ALL", "zh_CN.UTF-8")];
        let run = program(home.path(), &chinese, &["build", "我的 总结", "-o", "out"]);
        let err = text_of(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{err}");
        assert!(
            err.starts_with(&format!("我的 总结/report.yaml:{place}")),
            "{err}"
        );
        assert!(err.contains(cure), "{err}");
        assert!(!home.path().join("out").exists());
    }
}

#[test]
fn the_users_locale_chooses_the_language() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(
        home.path().join("r.yaml"),
        REPORT.replace("模板: 我的总结", "模板: 我的"),
    )
    .unwrap();
    for (variables, word) in [
        (vec![], "错误["),
        (vec![("LANG", "zh_CN.UTF-8")], "错误["),
        (vec![("LANG", "en_GB.UTF-8")], "error["),
        (
            vec![("LANG", "en_GB.UTF-8"), ("LC_ALL", "zh_TW.UTF-8")],
            "错误[",
        ),
        (vec![("LC_ALL", "de_DE.UTF-8")], "error["),
    ] {
        let run = program(home.path(), &variables, &["build", "r.yaml"]);
        let err = text_of(&run.stderr);
        assert!(err.contains(word), "{variables:?}: {err}");
    }
}
