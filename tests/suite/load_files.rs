//! Folders, encodings, overlays and templates.
#![expect(clippy::expect_used, reason = "helpers of tests fail like tests")]

use super::load::{field, keys, one, run};
use std::path::PathBuf;
use zongjie::diag::Severity;
use zongjie::load::decode;
use zongjie::load::library::GENRES;
use zongjie::load::shelf::genres;
use zongjie::model::{FieldValue, SectionKind};

#[test]
fn a_report_without_template_is_told_which_there_are() {
    let run = one("标题: 甲\n");
    assert_eq!(run.errors(), ["p/report.yaml:1:1 missing-key"]);
    let hint = run.hint("missing-key");
    assert!(hint.contains("年度总结、") && hint.contains("、试用期总结"));
    let run = one("模板: 半年总洁\n");
    assert_eq!(run.errors(), ["p/report.yaml:1:5 unknown-template"]);
    assert!(
        run.hint("unknown-template")
            .starts_with("是不是“半年总结”？")
    );
}

#[test]
fn a_template_is_found_by_name_alias_and_id() {
    for name in [
        "试用期总结",
        "转正总结",
        "zh/probation-summary",
        "probation-summary",
    ] {
        let run = one(&format!("模板: {name}\n"));
        let loaded = run.loaded.expect(name);
        assert_eq!(loaded.genre.name, "试用期总结");
        let source = run.sources.get(loaded.genre.source).expect("source");
        assert!(
            source.text()[loaded.genre.body..].starts_with("# "),
            "{name}"
        );
    }
}

#[test]
fn a_project_brings_its_own_templates_fields_and_parts() {
    let template = "---\n名称: 周报\n语言: 中文\n必填: [单位, 天气]\n字段:\n  - {名称: 天气, 英文: weather, 类型: 行}\n  - {名称: 要点, 英文: points, 类型: 分项}\n---\n# {{ 标题 }}\n";
    let files: &[(&str, &[u8])] = &[
        ("templates/weekly.md", template.as_bytes()),
        ("templates/parts/end.md", b"the end\n"),
        (
            "report.yaml",
            "模板: 周报\nweather: 晴\n要点: [一, 二]\n".as_bytes(),
        ),
    ];
    let run = run(files, |_| {});
    assert_eq!(run.errors(), ["p/report.yaml:1:1 missing-key"]);
    assert_eq!(field(&run, "weather"), "晴");
    let loaded = run.loaded.expect("loaded");
    let points = &loaded.report.field("points").expect("points").value;
    assert!(matches!(points, FieldValue::Items(items) if items.len() == 2));
    assert_eq!(loaded.parts[0].name, "end");
    assert_eq!(loaded.files.len(), 1);
}

#[test]
fn every_built_in_template_has_sound_front_matter() {
    let names: Vec<String> = genres().into_iter().map(|g| g.name).collect();
    assert_eq!(names.len(), GENRES.len());
    for built_in in GENRES {
        let run = one(&format!("模板: {}\n", built_in.id));
        let faults: Vec<_> = run
            .errors()
            .into_iter()
            .filter(|e| !e.ends_with("missing-key"))
            .collect();
        assert_eq!(faults, [""; 0], "{}", built_in.id);
        assert!(run.loaded.is_some(), "{}", built_in.id);
    }
}

#[test]
fn files_of_a_folder_are_equals() {
    let run = run(
        &[
            ("report.yaml", "模板: 空白\n成绩:\n  导语: 导语\n指标:\n  甲: {状态: 待补}\n".as_bytes()),
            ("data/a.yaml", "单位: 园区\n指标: {甲: {备注: 说明}, 乙: {状态: 待补}}\n成绩:\n  - 二\n  - {顺序: 1, 正文: 一}\n".as_bytes()),
            ("data/b.yaml", "organisation: 园区\nachievements: [三]\n".as_bytes()),
            ("data/~$b.yaml", b"\0\0"),
        ],
        |_| {},
    );
    assert_eq!(run.errors(), [""; 0]);
    assert_eq!(keys(&run), ["甲", "乙"]);
    let loaded = run.loaded.expect("loaded");
    assert_eq!(loaded.files.len(), 3);
    let section = loaded
        .report
        .section(SectionKind::Achievements)
        .expect("section");
    assert!(section.lead.is_some());
    let bodies: Vec<_> = section
        .items
        .iter()
        .filter_map(|i| i.body.as_ref().map(|b| b.text.as_str()))
        .collect();
    assert_eq!(bodies, ["一", "二", "三"]);
}

#[test]
fn files_that_disagree_are_named_both() {
    let run = run(
        &[
            ("report.yaml", "模板: 空白\n单位: 甲园区\n".as_bytes()),
            ("data/a.yaml", "organisation: 乙园区\n".as_bytes()),
        ],
        |_| {},
    );
    assert_eq!(run.errors(), ["p/data/a.yaml:1:15 conflicting-values"]);
    let first = run.findings.iter().next().expect("a finding");
    let other = run.sources.locate(first.related[0].0).expect("a place");
    assert_eq!((other.file.as_str(), other.line), ("p/report.yaml", 2));
}

#[test]
fn overlays_and_settings_replace_texts_and_whole_lists() {
    let run = run(
        &[
            ("report.yaml", "模板: 空白\n单位: 甲\n姓名: 甲\n附件: [一, 二]\n指标:\n  甲.乙: {状态: 待补, 备注: 旧}\n".as_bytes()),
            ("over.yaml", "name: 乙\n附件: [三]\n".as_bytes()),
        ],
        |input| {
            input.data.push(PathBuf::from("p/over.yaml"));
            input.set.push("organisation=丙: #丁".to_owned());
            input.set.push("指标.甲.乙.备注=新".to_owned());
            input.set.push("指标.甲.乙.状态=大概".to_owned());
            input.set.push("没有等号".to_owned());
        },
    );
    assert_eq!(
        run.errors(),
        ["--set:1:1 bad-value", "--set:1:11 bad-value"]
    );
    assert_eq!(field(&run, "organisation"), "丙: #丁");
    assert_eq!(field(&run, "name"), "乙");
    let report = &run.loaded.as_ref().expect("loaded").report;
    let annexes = &report.field("annexes").expect("annexes").value;
    assert!(matches!(annexes, FieldValue::Annexes(list) if list.len() == 1));
    let note = report.figures[0].note.as_ref().expect("note");
    assert_eq!(note.value, "新");
    assert_eq!(run.sources.slice(note.place), Some("新"));
}

#[test]
fn every_encoding_of_an_office_is_read() {
    let text = "模板: 空白\n标题: 值得注意\n";
    let utf16 = |big: bool| {
        text.encode_utf16()
            .flat_map(|u| {
                if big {
                    u.to_be_bytes()
                } else {
                    u.to_le_bytes()
                }
            })
            .collect::<Vec<u8>>()
    };
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    let gbk = encoding_rs::GBK.encode(text).0.into_owned();
    let cases = [
        (marked(b"\xEF\xBB\xBF", text.as_bytes().to_vec()), 0),
        (marked(b"\xFF\xFE", utf16(false)), 1),
        (marked(b"\xFE\xFF", utf16(true)), 1),
        (utf16(false), 1),
        (gbk, 1),
    ];
    for (i, (bytes, notes)) in cases.into_iter().enumerate() {
        let run = run(&[("report.yaml", &bytes)], |_| {});
        assert_eq!(run.errors(), [""; 0], "case {i}");
        assert_eq!(run.of(Severity::Note).len(), notes, "case {i}");
        assert_eq!(field(&run, "title"), "值得注意", "case {i}");
        let title = run.loaded.expect("loaded").report.fields.remove(0);
        let place = run.sources.locate(title.key).expect("place");
        assert_eq!((place.line, place.column), (2, 1), "case {i}");
    }
}

#[test]
fn gbk_that_is_valid_utf_8_is_still_gbk() {
    let read = decode(b"\xD6\xB5: 12\n").expect("text");
    assert_eq!(read.text, "值: 12\n");
    let read = decode("café: ±5 §\n".as_bytes()).expect("text");
    assert_eq!((read.text.as_str(), read.encoding), ("café: ±5 §\n", None));
}

#[test]
fn what_is_no_text_or_not_there_is_said() {
    let zip = run(
        &[("report.yaml", b"PK\x03\x04\0\0\x08\0\xFF\xFE\0\0\x01")],
        |_| {},
    );
    assert_eq!(zip.errors(), ["not-text"]);
    let missing = run(&[], |input| input.path = PathBuf::from("q"));
    assert_eq!(missing.errors(), ["not-found"]);
    let no_report = run(&[("data/a.yaml", b"")], |_| {});
    assert_eq!(no_report.errors(), ["not-found"]);
}

#[test]
fn marks_of_our_own_are_refused_at_their_place() {
    let run = one("模板: 空白\n标题: 甲\u{FDD1}乙\n单位: \"\\uFDD0\"\n");
    assert_eq!(
        run.errors(),
        [
            "p/report.yaml:2:6 reserved-character",
            "p/report.yaml:3:5 reserved-character",
        ]
    );
    // The parser stops at control characters; its own words would only repeat what is said.
    let run = one("模板: 空白\n姓名: 甲\u{7}\n");
    assert_eq!(run.errors(), ["p/report.yaml:2:6 reserved-character"]);
}

#[test]
fn one_unreadable_file_does_not_hide_mistakes_in_the_others() {
    let run = run(
        &[
            ("report.yaml", "模板: 空白\n标提: 甲\n".as_bytes()),
            ("data/a.yaml", "标题: \"甲\n".as_bytes()),
        ],
        |_| {},
    );
    assert_eq!(
        run.errors(),
        [
            "p/data/a.yaml:1:5 not-yaml",
            "p/report.yaml:2:1 unknown-key"
        ]
    );
    assert!(run.loaded.is_none());
}

#[test]
fn nesting_and_size_are_bounded() {
    let deep = format!("模板: 空白\n附件: {}\n", "[".repeat(200));
    assert!(one(&deep).errors().iter().all(|e| e.ends_with("too-large")));
    let many = format!("模板: 空白\n附件: [{}]\n", "a, ".repeat(200_001));
    assert!(one(&many).errors().iter().any(|e| e.ends_with("too-large")));
    let large = vec![b' '; 16 * 1024 * 1024 + 1];
    assert_eq!(
        run(&[("report.yaml", &large)], |_| {}).errors(),
        ["too-large"]
    );
}

#[test]
fn every_sample_and_scaffold_loads_without_an_error() {
    let mut seen = 0;
    for folder in ["data/zh", "data/en", "templates/zh", "templates/en"] {
        for path in files_below(std::path::Path::new(folder)) {
            if path.extension().is_some_and(|e| e == "yaml") && !is_part(&path) {
                let bytes = std::fs::read(&path).expect("a file");
                let run = run(&[("report.yaml", &bytes)], |_| {});
                assert_eq!(run.errors(), [""; 0], "{}", path.display());
                assert!(run.loaded.is_some(), "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "no samples found");
}

/// Whether a file is one of several that make a report.
fn is_part(path: &std::path::Path) -> bool {
    let folder = path.parent().and_then(std::path::Path::parent);
    folder.is_some_and(|f| f.join("report.yaml").exists())
}

fn files_below(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(files_below(&path));
        } else {
            out.push(path);
        }
    }
    out
}
