//! Annexes: listed behind the text, each on a page of its own behind the signature.

#![expect(
    clippy::panic,
    reason = "a report of the tests that does not build says why"
)]

use crate::docx_package::{body, values};
use crate::read_back::{build, bytes};
use crate::shell::{Shell, report};
use zongjie::document::{BlockKind, Document, Role, plain};
use zongjie::pipeline::Outcome;
use zongjie::world::Memory;
use zongjie::writers::FormatId;

const HEAD: &str = "\
格式: 1
模板: 半年总结
单位: 宁川市工业园区管理委员会
期间: 2026年上半年
成文日期: 2026-07-10
成绩:
  - {标题: 甲, 正文: 乙。}
问题: [丙]
下一步:
  - {标题: 丁, 正文: 戊。}
指标表:
  招商:
    列: [协议投资]
    行: {新开工: [48.2亿元]}
";

fn built(annexes: &str) -> Outcome {
    let world = Memory::new().with("p/report.yaml", format!("{HEAD}{annexes}"));
    build(&world, &[FormatId::Docx, FormatId::Markdown])
}

fn document(outcome: &Outcome) -> &Document {
    let product = outcome.product.as_ref();
    &product
        .unwrap_or_else(|| panic!("{:?}", outcome.findings))
        .document
}

/// What stands behind the text: role and words.
fn tail(document: &Document) -> Vec<String> {
    let kinds = document.blocks.iter().map(|b| &b.kind);
    let behind = kinds.skip_while(|kind| {
        let role = |r: &Role| matches!(r, Role::AnnexList | Role::Signature);
        !matches!(kind, BlockKind::Paragraph { role: r, .. } if role(r))
    });
    behind
        .map(|kind| match kind {
            BlockKind::Paragraph { role, content } => format!("{role:?} {}", plain(content)),
            BlockKind::Heading(heading) => {
                let number = heading.number.map_or(0, |n| n.ordinal);
                format!("{number} {}", plain(&heading.content))
            }
            BlockKind::Table(table) => format!("table of {}", table.rows.len()),
            _ => String::new(),
        })
        .collect()
}

fn docx(outcome: &Outcome) -> String {
    body(bytes(outcome, FormatId::Docx))
}

#[test]
fn one_annex_has_no_number() {
    let outcome = built("附件: 上半年主要指标\n");
    assert_eq!(
        tail(document(&outcome)),
        [
            "AnnexList 附件：上半年主要指标",
            "Signature 宁川市工业园区管理委员会",
            "Date 2026年7月10日"
        ]
    );
}

#[test]
fn annexes_with_a_text_follow_the_signature_and_number_their_headings_anew() {
    let outcome = built(
        "附件:\n  - 名单\n  - 名称: 制度\n    正文: 说明如下。\n    分项:\n      - {标题: 子, 正文: 一。}\n      - {标题: 丑, 正文: 二。}\n  - {名称: 招商情况, 指标表: 招商}\n  - {名称: 名录, 文件: 名录.xlsx}\n",
    );
    assert_eq!(
        tail(document(&outcome)),
        [
            "AnnexList 附件：1.\u{a0}名单",
            "AnnexList 2.\u{a0}制度",
            "AnnexList 3.\u{a0}招商情况",
            "AnnexList 4.\u{a0}名录",
            "Signature 宁川市工业园区管理委员会",
            "Date 2026年7月10日",
            "AnnexMark 附件2",
            "Title 制度",
            "Body 说明如下。",
            "1 子",
            "Body 一。",
            "2 丑",
            "Body 二。",
            "AnnexMark 附件3",
            "Title 招商情况",
            "UnitLine 单位：亿元",
            "table of 1",
        ]
    );
    assert_eq!(
        document(&outcome).title,
        "宁川市工业园区管理委员会2026年上半年工作总结"
    );
}

#[test]
fn one_annex_with_a_text_is_called_annex() {
    let outcome = built("附件: {名称: 制度, 正文: 说明。}\n");
    let tail = tail(document(&outcome));
    assert_eq!(tail[3..], ["AnnexMark 附件", "Title 制度", "Body 说明。"]);
    let page = bytes(&outcome, FormatId::Markdown);
    let page = std::str::from_utf8(page).unwrap();
    assert!(page.contains("附件\n\n# 制度\n\n说明。"), "{page}");
}

#[test]
fn names_in_the_list_are_aligned_behind_their_numbers() {
    let outcome = built("附件: [甲, 乙]\n");
    let xml = docx(&outcome);
    let list: Vec<&str> = xml
        .split("<w:p>")
        .filter(|p| p.contains("\"AnnexList\""))
        .collect();
    let indent = |p: &str, name: &str| values(p, "w:ind", name).first().map(|v| (*v).to_owned());
    // 左空二字, three characters of 附件：, one and a half for the number.
    for paragraph in &list {
        assert_eq!(indent(paragraph, "w:leftChars").as_deref(), Some("650"));
        assert_eq!(paragraph.matches("<w:tab/>").count(), 1);
    }
    assert_eq!(indent(list[0], "w:hangingChars").as_deref(), Some("450"));
    assert_eq!(indent(list[1], "w:hangingChars").as_deref(), Some("150"));
    let before = values(list[0], "w:spacing", "w:before");
    assert_eq!((before, list[1].contains("w:before")), (vec!["579"], false));
}

#[test]
fn lines_of_one_name_turn_below_its_first_letter() {
    let xml = docx(&built("附件: 甲\n"));
    let paragraph = xml
        .split("<w:p>")
        .find(|p| p.contains("\"AnnexList\""))
        .unwrap();
    assert_eq!(values(paragraph, "w:ind", "w:leftChars"), ["500"]);
    assert_eq!(values(paragraph, "w:ind", "w:hangingChars"), ["300"]);
}

#[test]
fn an_annex_begins_a_page_and_its_title_stands_in_the_outline() {
    let outcome = built("附件: {名称: 制度, 正文: 说明。}\n");
    let xml = docx(&outcome);
    let mark = xml.find("<w:pStyle w:val=\"AnnexMark\"/>").unwrap();
    let page = xml.find("<w:pageBreakBefore/>").unwrap();
    let title = xml.find("<w:pStyle w:val=\"AnnexTitle\"/>").unwrap();
    assert!(mark < page && page < title, "{xml}");
    assert_eq!(xml.matches("<w:pageBreakBefore/>").count(), 1);
    let parts = crate::docx_package::parts(bytes(&outcome, FormatId::Docx));
    let style = parts["word/styles.xml"]
        .split("w:styleId=\"AnnexTitle\"")
        .nth(1);
    let style = style.unwrap().split("</w:style>").next().unwrap();
    assert!(style.contains("<w:outlineLvl w:val=\"0\"/>"), "{style}");
}

#[test]
fn a_profile_says_how_titles_of_annexes_look_apart_from_that_of_the_report() {
    let shell = Shell::new()
        .with(
            "p/report.yaml",
            report("总结") + "版式: 我的\n附件: {名称: 制度, 正文: 说明。}\n",
        )
        .with(
            "p/layouts/我的.yaml",
            "附件标题: {字体: 黑体, 字号: 三号}\n",
        );
    let run = shell.run("build p --to docx -o x.docx");
    assert_eq!(run.code, 0, "{}", run.err);
    let parts = crate::docx_package::parts(&shell.bytes("x.docx"));
    let style = |id: &str| {
        let begin = format!("w:styleId=\"{id}\"");
        let style = parts["word/styles.xml"].split(&begin).nth(1);
        let style = style.unwrap_or_default();
        let style = style.split("</w:style>").next().unwrap_or_default();
        (
            values(style, "w:rFonts", "w:eastAsia"),
            values(style, "w:sz", "w:val"),
        )
    };
    assert_eq!(style("AnnexTitle"), (vec!["黑体"], vec!["32"]));
    assert_eq!(style("Title"), (vec!["方正小标宋简体"], vec!["44"]));
}

#[test]
fn what_is_wrong_in_an_annex_is_told() {
    for (annexes, words) in [
        ("附件: [{正文: 甲。}]\n", "缺少“名称”"),
        ("附件: [{名称: 甲, 指标表: 招}]\n", "是不是“招商”"),
        ("附件: [{名称: 甲, 正问: 乙。}]\n", "是不是“正文”"),
        ("附件: [{名称: 甲, 正文: '{{税}}'}]\n", "没有名为“税”的数据"),
    ] {
        let shell = Shell::new().with("r.yaml", format!("{HEAD}{annexes}"));
        let run = shell.run("build r.yaml --to md --lang zh");
        assert_eq!(run.code, 1, "{annexes}");
        assert!(run.err.contains(words), "{annexes}: {}", run.err);
    }
}

#[test]
fn annexes_are_printed_in_english() {
    let data = "format: 1\ntemplate: annual-summary\norganisation: Board\nperiod: 2026\ndate: 2026-12-31\nachievements:\n  - {title: A, body: Done.}\nproblems: [Late]\nnext_steps:\n  - {title: B, body: Go on.}\nannexes:\n  - Names\n  - {name: Rules, body: As follows.}\n";
    let outcome = build(
        &Memory::new().with("p/report.yaml", data),
        &[FormatId::Markdown],
    );
    let tail = tail(document(&outcome));
    assert_eq!(
        tail[..2],
        [
            "AnnexList Annexes: 1.\u{a0}Names",
            "AnnexList 2.\u{a0}Rules"
        ]
    );
    let mark = tail.iter().position(|t| t == "AnnexMark Annex 2").unwrap();
    assert_eq!(tail[mark + 1..], ["Title Rules", "Body As follows."]);
}

#[test]
fn the_number_of_an_annex_is_no_part_of_its_name_and_needs_no_source() {
    let annexes = "附件:\n  - 2026年指标表\n  - 2026年项目清单\n";
    let shell = Shell::new().with("r.yaml", format!("{}{annexes}", report("总结")));
    shell.run("build r.yaml -o o --to md");
    let text = shell.text("o/总结.md");
    assert!(
        text.contains("附件：1.\u{a0}2026年指标表\n\n2.\u{a0}2026年项目清单"),
        "{text}"
    );
    let trace = shell.run("trace r.yaml").out;
    assert!(!trace.contains("annexes.md"), "{trace}");
}
