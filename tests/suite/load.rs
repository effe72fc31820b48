//! Files to facts: encodings, both languages, merging, overlays, paths, and all mistakes at once.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail like tests"
)]

use std::path::PathBuf;
use zongjie::diag::{Findings, Severity, Sources};
use zongjie::load::library::GENRES;
use zongjie::load::shelf::genres;
use zongjie::load::{Input, Loaded, decode, load};
use zongjie::model::{FieldValue, Form, Language, Position, SectionKind, Status};
use zongjie::world::Memory;

/// What one run gave.
pub struct Run {
    pub loaded: Option<Loaded>,
    pub sources: Sources,
    pub findings: Findings,
}

impl Run {
    /// `file:line:column code` of every finding of a severity, in the order of places.
    fn of(&self, severity: Severity) -> Vec<String> {
        let mut found: Vec<_> = self
            .findings
            .iter()
            .filter(|d| d.severity == severity)
            .map(|d| {
                let at = d.place.and_then(|p| self.sources.locate(p));
                let at = at.map(|l| (l.file, l.line, l.column));
                (at, d.code.id)
            })
            .collect();
        found.sort();
        found
            .into_iter()
            .map(|(at, code)| match at {
                Some((file, line, column)) => format!("{file}:{line}:{column} {code}"),
                None => code.to_owned(),
            })
            .collect()
    }

    pub fn errors(&self) -> Vec<String> {
        self.of(Severity::Error)
    }

    /// The Chinese hint of the first error of a code.
    pub fn hint(&self, code: &str) -> String {
        let first = self.findings.iter().find(|d| d.code.id == code);
        let hint = first.and_then(|d| d.hint.clone());
        hint.map_or(String::new(), |h| h.zh)
    }
}

/// Loads `project` from a world that holds some files in it.
pub fn run(files: &[(&str, &[u8])], change: impl FnOnce(&mut Input)) -> Run {
    let template = "---\n名称: 空白\n---\n# {{ 标题 }}\n";
    let world = Memory::new().with("p/templates/blank.md", template);
    let world = files.iter().fold(world, |world, (name, bytes)| {
        world.with(format!("p/{name}"), bytes.to_vec())
    });
    let mut input = Input {
        path: PathBuf::from("p"),
        ..Input::default()
    };
    change(&mut input);
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let loaded = load(&world, &input, &mut sources, &mut findings);
    Run {
        loaded,
        sources,
        findings,
    }
}

/// Loads one report file.
pub fn one(text: &str) -> Run {
    run(&[("report.yaml", text.as_bytes())], |_| {})
}

/// The text of a field, by its English name.
fn field(run: &Run, name: &str) -> String {
    let loaded = run.loaded.as_ref().expect("loaded");
    match &loaded.report.field(name).expect("the field").value {
        FieldValue::Plain(text) => text.value.clone(),
        FieldValue::Wording(wording) => wording.text.clone(),
        other => panic!("not a text: {other:?}"),
    }
}

/// The keys of all figures.
fn keys(run: &Run) -> Vec<&str> {
    let loaded = run.loaded.as_ref().expect("loaded");
    loaded
        .report
        .figures
        .iter()
        .map(|f| f.key.as_str())
        .collect()
}

const GOOD: &str = "\
格式: 1
模板: 空白
单位: 某市工业园区
指标:
  出口总额: {状态: 待补, 单位: 万美元}
  招商项目: {状态: 待补, 构成: {按状态: [新开工, 续建]}, 位次: 第3位，上升2位}
成绩:
  - 标题: 园区经济持续增长
    正文: |
      第一条：保持增长。 #不是注释
      第二行。
  - 标题: 基础设施
    形式: 编号
    分项:
      - 名称: 城西工程
        指标: {进度: {状态: 待补}}
        正文: 已完成{{进度}}。
      - 道路三条。
";

#[test]
fn a_report_is_read_whole() {
    let run = one(GOOD);
    assert_eq!(run.errors(), [""; 0]);
    assert_eq!(
        keys(&run),
        ["出口总额", "招商项目", "基础设施.城西工程.进度"]
    );
    let report = &run.loaded.as_ref().expect("loaded").report;
    let rank = report.figures[1].rank.as_ref().expect("rank").value;
    assert_eq!((rank.place, rank.change), (3, Some(2)));
    let parts = &report.figures[1].parts[0];
    assert_eq!(parts.name.as_ref().expect("name").value, "按状态");
    assert_eq!(parts.members.len(), 2);
    let section = report.section(SectionKind::Achievements).expect("section");
    let body = section.items[0].body.as_ref().expect("body");
    assert_eq!(body.text, "第一条：保持增长。 #不是注释\n第二行。");
    let item = &section.items[1];
    assert_eq!(item.form.as_ref().expect("form").value, Form::Numbered);
    assert_eq!(item.items[0].path, "基础设施.城西工程");
    // An unnamed item sees the names around it.
    assert_eq!(item.items[1].path, "基础设施");
}

#[test]
fn places_in_block_scalars_point_at_the_right_letters_with_any_line_end() {
    for text in [GOOD.to_owned(), GOOD.replace('\n', "\r\n")] {
        let run = one(&text);
        assert_eq!(run.errors(), [""; 0]);
        let report = &run.loaded.as_ref().expect("loaded").report;
        let section = report.section(SectionKind::Achievements).expect("section");
        let body = section.items[0].body.as_ref().expect("body");
        let at = body.text.find("第二行").expect("the second line");
        let place = body.place_of(at, at + "第二行".len());
        assert_eq!(run.sources.slice(place), Some("第二行"));
        let place = run.sources.locate(place).expect("a place");
        assert_eq!((place.line, place.column), (11, 7));
    }
}

#[test]
fn english_and_chinese_keys_mean_the_same_and_may_be_mixed() {
    let run = one(
        "format: 1\ntemplate: 空白\nlanguage: English\norganisation: The Park\nfigures:\n  exports: {status: pending, 备注: later}\nproblems:\n  - {name: Land, 正文: Too little.}\n",
    );
    assert_eq!(run.errors(), [""; 0]);
    assert_eq!(field(&run, "organisation"), "The Park");
    let report = &run.loaded.as_ref().expect("loaded").report;
    assert_eq!(report.language, Language::English);
    assert_eq!(report.figures[0].status, Status::Pending);
    let problems = report.section(SectionKind::Problems).expect("section");
    assert_eq!(problems.items[0].path, "Land");
}

#[test]
fn both_spellings_of_one_key_are_a_duplicate() {
    let run = one("模板: 空白\n标题: 甲\ntitle: 乙\n标题: 丙\n问题:\n  - {名称: 甲, name: 乙}\n");
    assert_eq!(
        run.errors(),
        [
            "p/report.yaml:3:1 duplicate-key",
            "p/report.yaml:4:1 duplicate-key",
            "p/report.yaml:6:13 duplicate-key",
        ]
    );
}

#[test]
fn ten_mistakes_are_shown_as_ten() {
    let run = one("\
格式: 2
模板: 空白
版试: 公文
篇幅: 中
打印上期: 也许
指标:
  甲: {单位: 元}
  乙|丙: {状态: 待补}
  丁: {状态: 大概}
成绩: 很多
问题:
  - 正问: 内容
    形式: 竖排
忽略:
  - {检查: 数字无来源}
");
    assert_eq!(
        run.errors(),
        [
            "p/report.yaml:1:5 bad-value",
            "p/report.yaml:3:1 unknown-key",
            "p/report.yaml:4:5 bad-value",
            "p/report.yaml:5:7 bad-value",
            "p/report.yaml:7:3 missing-key",
            "p/report.yaml:8:3 bad-name",
            "p/report.yaml:9:11 bad-value",
            "p/report.yaml:10:5 wrong-kind",
            "p/report.yaml:12:5 unknown-key",
            "p/report.yaml:13:9 bad-value",
            "p/report.yaml:15:5 missing-key",
        ]
    );
    assert!(run.loaded.is_some(), "later stages add their findings");
    assert_eq!(run.hint("unknown-key"), "是不是“版式”？");
}

#[test]
fn a_report_without_template_is_told_which_there_are() {
    let run = one("标题: 甲\n");
    assert_eq!(run.errors(), ["p/report.yaml:1:1 missing-key"]);
    assert!(run.hint("missing-key").contains("半年总结、试用期总结"));
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
    assert!(matches!(annexes, FieldValue::List(list) if list.len() == 1));
    let note = report.figures[0].note.as_ref().expect("note");
    assert_eq!(note.value, "新");
    assert_eq!(run.sources.slice(note.place), Some("新"));
}

#[test]
fn a_table_gives_figures_and_keeps_empty_cells() {
    let run = one("\
模板: 空白
指标表:
  招商:
    口径: 全市
    列: [总投资, 当年]
    行:
      合计: [待补, 待补]
      新开工: [—, 预计]
      续建: [待补]
    合计行: 总计
");
    assert_eq!(
        run.errors(),
        [
            "p/report.yaml:9:11 bad-value",
            "p/report.yaml:10:10 bad-value"
        ]
    );
    assert_eq!(
        keys(&run),
        [
            "招商.合计.总投资",
            "招商.合计.当年",
            "招商.新开工.当年",
            "招商.续建.总投资"
        ]
    );
    let report = &run.loaded.as_ref().expect("loaded").report;
    assert!(report.tables[0].rows[1].1[0].is_none());
    let cell = report.figures[2].scope.as_ref().expect("scope");
    assert_eq!(cell.value, "全市");
}

#[test]
fn two_items_with_one_path_are_an_error_when_they_have_figures() {
    let run = one("\
模板: 空白
指标: {路.长: {状态: 待补}}
成绩:
  - {名称: 路, 指标: {长: {状态: 待补}}}
  - {名称: 桥}
  - {名称: 桥, 指标: {长: {状态: 待补}}}
  - {标题: 桥, 指标: {长: {状态: 待补}}}
  - {标题: '{{桥}}', 指标: {宽: {状态: 待补}}}
");
    assert_eq!(
        run.errors(),
        [
            "p/report.yaml:4:18 duplicate-path",
            "p/report.yaml:7:5 duplicate-path",
            "p/report.yaml:8:19 missing-key",
        ]
    );
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
    for folder in ["data/zh", "templates/zh"] {
        for path in files_below(std::path::Path::new(folder)) {
            if path.extension().is_some_and(|e| e == "yaml") {
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

#[test]
fn figures_take_the_unit_they_are_given_and_ranges_share_one() {
    let run = one("\
模板: 空白
指标:
  甲: {本期: 5, 目标: 7万元, 单位: 万元, 对比: {全市: 8.1%}, 占比: {部分: 乙, 总体: 丙}}
  乙: 约19.9亿元
核对:
  - {式: 甲 / 乙, 范围: 30—300平方米}
  - {式: 甲 / 乙, 范围: [3平方米, 300平方米]}
  - 甲 + 乙 = 丙
上期计划:
  - 建成厂房
  - {事项: 建成道路, 结果: 完成}
忽略:
  - {检查: 数字无来源, 文字: 9号路, 理由: 路名}
章节:
  - {标题: 党建, 位置: 问题后, 分项: [一]}
");
    assert_eq!(run.errors(), [""; 0]);
    let report = &run.loaded.as_ref().expect("loaded").report;
    let value = report.figures[0].value.as_ref().expect("value");
    assert_eq!(value.value.unit.name, "万元");
    let (low, high) = &report.assertions[0].range.as_ref().expect("range").value;
    assert_eq!(low.unit.name, "平方米");
    assert!(low.number < high.number);
    assert_eq!(report.assertions.len(), 3);
    assert_eq!(report.last_plans.len(), 2);
    assert_eq!(report.ignore.len(), 1);
    assert_eq!(report.sections[0].position, Position::AfterProblems);
}

#[test]
fn notes_of_quantities_stand_at_their_place() {
    let run = one("模板: 空白\n指标:\n  甲: １２万元\n");
    assert_eq!(run.errors(), [""; 0]);
    assert_eq!(run.of(Severity::Note), ["p/report.yaml:3:6 bad-value"]);
}
