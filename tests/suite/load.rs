//! Files to facts: both languages, places, paths, tables, and all mistakes at once.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail like tests"
)]

use std::path::PathBuf;
use zongjie::diag::{Findings, Severity, Sources};
use zongjie::load::{Input, Loaded, load};
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
    pub fn of(&self, severity: Severity) -> Vec<String> {
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
pub fn field(run: &Run, name: &str) -> String {
    let loaded = run.loaded.as_ref().expect("loaded");
    match &loaded.report.field(name).expect("the field").value {
        FieldValue::Plain(text) => text.value.clone(),
        FieldValue::Wording(wording) => wording.text.clone(),
        other => panic!("not a text: {other:?}"),
    }
}

/// The keys of all figures.
pub fn keys(run: &Run) -> Vec<&str> {
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
    assert_eq!(run.of(Severity::Note), ["p/report.yaml:3:6 read-as"]);
}
