//! Charts: what draws figures in templates and data, and the native chart with its workbook in a DOCX.

#![expect(
    clippy::panic,
    reason = "a report of the tests that does not build says why"
)]

use crate::docx_package::{by_lines, values};
use crate::read_back::{build, bytes};
use crate::shell::Shell;
use std::io::{Cursor, Read};
use zongjie::document::{BlockKind, Cell, Chart, ChartForm, Document, Role, cell_number, plain};
use zongjie::office::xlsx::first_sheet;
use zongjie::pipeline::Outcome;
use zongjie::world::Memory;
use zongjie::writers::FormatId;

const DATA: &str = "\
格式: 1
模板: 我的
单位: 某单位
期间: 2026年上半年
指标:
  税收收入: {本期: 26525.06万元, 上年同期: 22740.96万元}
  固定资产投资: {本期: 20.53亿元, 上年同期: 190500万元}
  工业增速: {本期: 8.3%, 上年同期: 7.1%}
  出口总额: {状态: 待补, 单位: 万元, 上年同期: 5000万元}
指标表:
  招商:
    列: [协议投资, 到位资金]
    行:
      合计: [99.5亿元, 10.70亿元]
      新开工: [48.2亿元, 6.60亿元]
      续建: [51.3亿元, 4.10亿元]
    合计行: 合计
成绩:
  - 标题: 招商
    形式: 柱形图
    正文: 情况如图。
    指标: {协议金额: 20亿元, 到位金额: 5亿元}
";

fn world(template: &str) -> Memory {
    Memory::new().with("p/report.yaml", DATA).with(
        "p/templates/我的.md",
        format!("---\n名称: 我的\n---\n# 题\n\n{template}\n"),
    )
}

fn built(template: &str) -> Outcome {
    build(&world(template), &[FormatId::Docx, FormatId::Markdown])
}

fn document(outcome: &Outcome) -> &Document {
    let product = outcome.product.as_ref();
    &product
        .unwrap_or_else(|| panic!("{:?}", outcome.findings))
        .document
}

fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|b| match &b.kind {
        BlockKind::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

fn grid(chart: &Chart) -> String {
    let row = |cells: &Vec<Cell>| {
        let cells: Vec<String> = cells.iter().map(|cell| plain(&cell.content)).collect();
        cells.join(" ")
    };
    let rows: Vec<String> = std::iter::once(&chart.data.header)
        .chain(&chart.data.rows)
        .map(row)
        .collect();
    format!("{} | {}", plain(&chart.unit), rows.join(" | "))
}

fn markdown(outcome: &Outcome) -> String {
    String::from_utf8(bytes(outcome, FormatId::Markdown).to_vec()).unwrap()
}

/// A part of a package as bytes; none when it is not there.
fn entry(package: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut out = Vec::new();
    if let Ok(mut file) = archive.by_name(name) {
        file.read_to_end(&mut out).unwrap();
    }
    out
}

fn xml(package: &[u8], name: &str) -> String {
    String::from_utf8(entry(package, name)).unwrap()
}

#[test]
fn figures_are_drawn_in_the_unit_of_the_first_and_keep_their_keys() {
    let outcome = built("{{ 指标 | 图(选=\"税收收入、固定资产投资\", 题=\"主要指标\") }}");
    let document = document(&outcome);
    let charts = charts(document);
    assert_eq!(charts.len(), 1);
    assert_eq!(charts[0].form, ChartForm::Column);
    assert_eq!(
        grid(charts[0]),
        "单位：万元 | 指标 上年同期 本期 | 税收收入 22740.96 26525.06 | 固定资产投资 190500 205300"
    );
    let block = document
        .blocks
        .iter()
        .find(|b| matches!(b.kind, BlockKind::Chart(_)));
    let block = block.unwrap();
    let keys: Vec<String> = zongjie::document::figures(block)
        .iter()
        .map(|f| format!("{}:{}", f.key.path, f.key.aspect))
        .collect();
    assert_eq!(keys[..2], ["税收收入:last_year", "税收收入:value"]);
    let line = outcome.sources.locate(block.source.line.unwrap()).unwrap();
    assert_eq!((line.file.as_str(), line.line), ("p/report.yaml", 6));
}

#[test]
fn the_caption_stands_below_and_is_numbered_apart_from_tables() {
    let outcome = built(
        "{{ 指标 | 制表(选=\"税收收入\", 题=\"甲\") }}\n\n{{ 指标表.招商 | 图(题=\"乙\", 注=\"丙\") }}\n\n{{ 指标表.招商 | 图(形式=\"折线\", 题=\"丁\") }}",
    );
    let captions: Vec<(Role, String)> = document(&outcome)
        .blocks
        .iter()
        .filter_map(|b| match &b.kind {
            BlockKind::Paragraph { role, content } if *role != Role::Title => {
                Some((*role, plain(content)))
            }
            _ => None,
        })
        .filter(|(role, _)| *role != Role::UnitLine)
        .collect();
    assert_eq!(
        captions,
        [
            (Role::Caption, "表1　甲".to_owned()),
            (Role::ChartCaption, "图1　乙".to_owned()),
            (Role::Note, "注：丙".to_owned()),
            (Role::ChartCaption, "图2　丁".to_owned()),
        ]
    );
    let page = markdown(&outcome);
    let table = page.find("| 新开工 | 48.2 | 6.60 |").unwrap();
    assert!(table < page.find("图1　乙").unwrap(), "{page}");
}

#[test]
fn a_row_of_totals_is_drawn_only_when_it_is_asked_for() {
    let outcome = built(
        "{{ 指标表.招商 | 图 }}\n\n{{ 指标表.招商 | 图(选=\"合计、续建\", 列=\"到位资金\", 形式=\"条形图\") }}",
    );
    let grids: Vec<String> = charts(document(&outcome)).into_iter().map(grid).collect();
    assert_eq!(
        grids,
        [
            "单位：亿元 | 项目 协议投资 到位资金 | 新开工 48.2 6.60 | 续建 51.3 4.10",
            "单位：亿元 | 项目 到位资金 | 合计 10.70 | 续建 4.10"
        ]
    );
}

#[test]
fn an_item_draws_its_own_figures_and_a_list_those_of_its_items() {
    let list = "成绩:\n  形式: 条形图\n  表题: 项目投资\n  分项:\n    - {标题: 甲路, 正文: 开工。, 指标: {投资: 3亿元}}\n    - {标题: 乙桥, 正文: 完工。, 指标: {投资: 2.5亿元}}\n";
    let own = built("{{ 成绩 | 展开 }}");
    let own = charts(document(&own))
        .into_iter()
        .map(grid)
        .collect::<Vec<_>>();
    assert_eq!(own, ["单位：亿元 | 指标 本期 | 协议金额 20 | 到位金额 5"]);
    let data = DATA.split("成绩:").next().unwrap().to_owned() + list;
    let world = world("{{ 成绩 | 展开 }}").with("p/report.yaml", data);
    let outcome = build(&world, &[FormatId::Markdown]);
    let below = charts(document(&outcome))
        .into_iter()
        .map(grid)
        .collect::<Vec<_>>();
    assert_eq!(below, ["单位：亿元 | 事项 投资 | 甲路 3 | 乙桥 2.5"]);
    let page = markdown(&outcome);
    assert!(
        page.contains("开工。") && page.contains("图1　项目投资"),
        "{page}"
    );
}

#[test]
fn a_table_below_the_name_of_a_chart_is_drawn() {
    let outcome = built("单位：个 {.折线图}\n\n| 月 | 项目 |\n|---|---|\n| 1月 | 3 |\n| 2月 | 5 |");
    let charts = charts(document(&outcome));
    assert_eq!(charts[0].form, ChartForm::Line);
    assert_eq!(grid(charts[0]), "单位：个 | 月 项目 | 1月 3 | 2月 5");
}

#[test]
fn what_cannot_be_drawn_is_told_where_it_stands() {
    let said = |template: &str| {
        let shell = Shell::new().with("p/report.yaml", DATA).with(
            "p/templates/我的.md",
            format!("---\n名称: 我的\n---\n# 题\n\n{template}\n"),
        );
        let run = shell.run("build p -o out --to md --lang zh");
        assert_eq!(run.code, 1, "{template}: {}", run.err);
        run.err
    };
    for (template, words) in [
        ("{{ 指标 | 图(选=\"税收收入、工业增速\") }}", "单位"),
        (
            "{{ 指标 | 图(选=\"税收收入\", 形式=\"饼图\") }}",
            "没有“饼图”这种图：可用柱形图、条形图、折线图",
        ),
        (
            "{{ 指标表.招商 | 图(列=\"到位资\") }}",
            "表里没有“到位资”这一列，是不是“到位资金”",
        ),
        ("{{ 指标 | 图(选=\"税收\") }}", "不是指标"),
        ("{{ 单位 | 图 }}", "只能用在"),
        ("{.柱形图}\n\n正文。", "下面没有可以画成图的表"),
        (
            "{.柱形图}\n\n| 只有一列 |\n|---|\n| 1 |",
            "下面没有可以画成图的表",
        ),
        ("{.柱形图}", "下面没有可以画成图的表"),
        ("甲。{.饼图}", "没有“{.饼图}”这种标记"),
    ] {
        let err = said(template);
        assert!(err.contains(words), "{template}: {err}");
        assert!(err.contains("我的.md:6"), "{template}: {err}");
    }
}

#[test]
fn the_workbook_of_a_chart_reads_back_to_the_printed_figures() {
    let outcome = built("{{ 指标表.招商 | 图(选=\"合计、新开工、续建\") }}");
    let package = bytes(&outcome, FormatId::Docx);
    let sheet = first_sheet(&entry(package, "word/embeddings/chart1.xlsx")).unwrap();
    let rows: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
    assert_eq!(
        rows,
        [
            ["", "协议投资", "到位资金"],
            ["合计", "99.5", "10.70"],
            ["新开工", "48.2", "6.60"],
            ["续建", "51.3", "4.10"]
        ]
    );
}

#[test]
fn the_chart_keeps_its_values_and_points_to_the_cells_they_come_from() {
    let outcome = built("{{ 指标表.招商 | 图(形式=\"条形图\") }}");
    let package = bytes(&outcome, FormatId::Docx);
    let chart = by_lines(&xml(package, "word/charts/chart1.xml"));
    for line in [
        "<c:barDir val=\"bar\"/>",
        "<c:f>Sheet1!$B$1</c:f>",
        "<c:f>Sheet1!$A$2:$A$3</c:f>",
        "<c:f>Sheet1!$C$2:$C$3</c:f>",
        "<c:v>协议投资</c:v>",
        "<c:v>48.2</c:v>",
        "<c:v>6.60</c:v>",
    ] {
        assert!(chart.contains(line), "{line} in {chart}");
    }
    let links = xml(package, "word/charts/_rels/chart1.xml.rels");
    assert_eq!(
        values(&links, "Relationship", "Target"),
        ["../embeddings/chart1.xlsx"]
    );
    let types = xml(package, "[Content_Types].xml");
    assert!(types.contains("/word/charts/chart1.xml") && types.contains("Extension=\"xlsx\""));
}

#[test]
fn the_alternative_text_says_the_data() {
    let outcome = built("{{ 指标表.招商 | 图 }}");
    let body = xml(bytes(&outcome, FormatId::Docx), "word/document.xml");
    assert_eq!(
        values(&body, "wp:docPr", "descr"),
        [
            "柱形图，单位：亿元；新开工：协议投资48.2，到位资金6.60；续建：协议投资51.3，到位资金4.10"
        ]
    );
}

#[test]
fn a_figure_still_to_come_leaves_a_gap() {
    let outcome = built("{{ 指标 | 图(选=\"税收收入、出口总额\") }}");
    let package = bytes(&outcome, FormatId::Docx);
    let sheet = first_sheet(&entry(package, "word/embeddings/chart1.xlsx")).unwrap();
    assert_eq!(sheet.rows[2].cells, ["出口总额", "5000", ""]);
    let chart = xml(package, "word/charts/chart1.xml");
    assert!(!chart.contains("待补"), "{chart}");
    assert!(markdown(&outcome).contains("待补"), "the table shows it");
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let template = "{{ 指标表.招商 | 图 }}";
    let [one, other] = [built(template), built(template)];
    assert_eq!(bytes(&one, FormatId::Docx), bytes(&other, FormatId::Docx));
}

#[test]
fn a_document_without_charts_has_no_part_of_one() {
    let outcome = built("正文。");
    let package = bytes(&outcome, FormatId::Docx);
    assert!(!xml(package, "[Content_Types].xml").contains("xlsx"));
    assert!(!xml(package, "word/_rels/document.xml.rels").contains("chart"));
}

#[test]
fn an_english_report_draws_in_english() {
    let data = "format: 1\ntemplate: own\norganisation: Board\nperiod: 2026\nfigures:\n  tax: {value: 265.3 million yuan, last_year: 227.4 million yuan}\n  exports: {value: 48.6 million yuan, last_year: 50 million yuan}\n";
    let template = "---\nname: own\nlanguage: English\nlayout: English\n---\n# Title\n\n{{ figures | chart(form=\"bar_chart\", caption=\"Tax and exports\") }}\n";
    let world = Memory::new()
        .with("p/report.yaml", data)
        .with("p/templates/own.md", template);
    let outcome = build(&world, &[FormatId::Docx, FormatId::Markdown]);
    let page = markdown(&outcome);
    assert!(page.contains("Unit: million yuan"), "{page}");
    assert!(page.contains("| Tax | 227.4 | 265.3 |"), "{page}");
    assert!(page.contains("Figure 1. Tax and exports"), "{page}");
    let body = xml(bytes(&outcome, FormatId::Docx), "word/document.xml");
    assert_eq!(
        values(&body, "wp:docPr", "descr"),
        [
            "Bar chart, Unit: million yuan; Tax: Last year 227.4, This period 265.3; Exports: Last year 50, This period 48.6"
        ]
    );
}

#[test]
fn numbers_of_cells_are_read_as_they_are_printed() {
    let cell = |text: &str| Cell {
        content: vec![crate::tree::text(text)],
    };
    for (text, number) in [
        ("26525.06", Some("26525.06")),
        ("1,234.50万元", Some("1234.50")),
        ("-3.2%", Some("-3.2")),
        ("−3.2%", Some("-3.2")),
        ("约40%", Some("40")),
        ("5.", Some("5")),
        ("—", None),
        ("", None),
        ("【待补：5G基站】", None),
        ("1.2.3", None),
        ("3—5", None),
    ] {
        assert_eq!(cell_number(&cell(text)).as_deref(), number, "{text}");
    }
}
