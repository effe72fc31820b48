//! Markdown as people read it.

use crate::tree::{
    code, document, emphasis, figure, heading, paragraph, part, role, run_in, strong, text,
};
use zongjie::document::{
    Alignment, BlockKind, Cell, Document, Inline, Label, Language, Role, Table, number,
};
use zongjie::layout::NumberForm;
use zongjie::writers::markdown;

pub const FORMS: &[NumberForm] = &[
    NumberForm::ChineseComma,
    NumberForm::ChineseBrackets,
    NumberForm::ArabicPoint,
    NumberForm::ArabicBrackets,
];

fn written(mut document: Document) -> String {
    number(&mut document);
    markdown::write(&document, FORMS)
}

fn body(content: Vec<Inline>) -> String {
    written(document(vec![paragraph(content)]))
}

fn item(label: Label, depth: u8, words: &str) -> BlockKind {
    BlockKind::ListItem {
        label,
        depth,
        content: vec![text(words)],
    }
}

#[test]
fn numbering_is_written_out() {
    let d = document(vec![
        role(Role::Title, vec![text("工作总结")]),
        heading(1, "成绩"),
        run_in(2, "抓项目", "完成投资。"),
        run_in(2, "抓招商？", "引进企业。"),
        heading(1, "问题。"),
        part(1, "打算"),
        heading(2, "甲"),
        heading(2, "乙"),
    ]);
    assert_eq!(
        written(d),
        "# 工作总结\n\n## 一、成绩\n\n**（一）抓项目**。完成投资。\n\n**（二）抓招商**？引进企业。\n\n\
         ## 二、问题\n\n## 打算\n\n### 一、甲\n\n### 二、乙\n"
    );
}

#[test]
fn english_numbers_have_a_blank_behind_them() {
    let mut d = document(vec![run_in(1, "Growth", "It grew."), heading(1, "Plans")]);
    d.language = Language::English;
    number(&mut d);
    assert_eq!(
        markdown::write(&d, &[NumberForm::ArabicPoint]),
        "**1. Growth.** It grew.\n\n## 2. Plans\n"
    );
}

#[test]
fn bold_print_acts_beside_chinese_punctuation() {
    for (content, expected) in [
        (vec![strong("“十四五”"), text("规划")], "**“十四五**”规划\n"),
        (
            vec![text("抓"), strong("“十四五”"), text("规划")],
            "抓“**十四五**”规划\n",
        ),
        (vec![strong("6.8%"), text("的增长")], "**6.8**%的增长\n"),
        (vec![strong("6.8%"), text("。")], "**6.8%**。\n"),
        (
            vec![text("甲"), strong(" 乙 "), text("丙")],
            "甲 **乙** 丙\n",
        ),
        (vec![strong("……")], "**……**\n"),
        (vec![text("甲"), strong("……"), text("乙")], "甲……乙\n"),
        (vec![strong("甲"), emphasis("乙")], "**甲**<!-- -->*乙*\n"),
    ] {
        assert_eq!(body(content), expected);
    }
}

#[test]
fn what_looks_like_markdown_is_escaped_and_the_rest_is_left_alone() {
    for (words, expected) in [
        ("# 标题", "\\# 标题\n"),
        ("1. 项", "1\\. 项\n"),
        ("1.5亿元（含税），增长5%", "1.5亿元（含税），增长5%\n"),
        ("- 项", "\\- 项\n"),
        ("-5.2%", "-5.2%\n"),
        ("a*b_c", "a\\*b\\_c\n"),
        ("&amp; R&D <b>", "\\&amp; R&D \\<b>\n"),
        ("　　缩进", "&#12288;&#12288;缩进\n"),
        ("见 https://a.cn/b_c", "见 https\\://a.cn/b\\_c\n"),
        ("$5 to $6", "\\$5 to \\$6\n"),
        ("$5", "$5\n"),
    ] {
        assert_eq!(body(vec![text(words)]), expected);
    }
}

#[test]
fn lists_nest_and_a_list_that_begins_anew_stays_apart() {
    let d = document(vec![
        item(Label::Number(1), 0, "甲"),
        item(Label::Bullet, 1, "甲一"),
        item(Label::Number(2), 0, "乙"),
        item(Label::Number(1), 0, "丙"),
        paragraph(vec![text("正文")]),
        item(Label::Bullet, 2, "跳级"),
    ]);
    assert_eq!(
        written(d),
        "1. 甲\n   - 甲一\n2. 乙\n1) 丙\n\n正文\n\n- 跳级\n"
    );
}

#[test]
fn tables_are_written_with_their_alignment() {
    let cell = |words: &str| Cell {
        content: vec![text(words)],
    };
    let table = Table {
        columns: vec![Alignment::Left, Alignment::Right, Alignment::Natural],
        header: vec![cell("指标"), cell("本期"), cell("")],
        rows: vec![vec![cell("a|b"), cell("1\\|2")]],
    };
    assert_eq!(
        written(document(vec![BlockKind::Table(table)])),
        "| 指标 | 本期 |  |\n| :-- | --: | --- |\n| a\\|b | 1\\\\&#124;2 |  |\n"
    );
}

#[test]
fn line_ends_code_quotes_and_links_are_kept() {
    let d = document(vec![
        paragraph(vec![text("甲"), Inline::Break, text("- 乙"), Inline::Break]),
        paragraph(vec![code("a`b"), figure("x", "value", "9亿元")]),
        BlockKind::Quote {
            content: vec![text("引"), Inline::Break, text("文")],
        },
        BlockKind::Quote {
            content: vec![text("二段")],
        },
        BlockKind::Code {
            text: "```\nx".to_owned(),
        },
        BlockKind::Rule,
        paragraph(vec![Inline::Link {
            target: "https://a.cn/(b c)".to_owned(),
            content: vec![text("链接")],
        }]),
    ]);
    assert_eq!(
        written(d),
        "甲\\\n\\- 乙\n\n``a`b``9亿元\n\n> 引\\\n> 文\n>\n> 二段\n\n````\n```\nx\n````\n\n***\n\n\
         [链接](<https://a.cn/(b c)>)\n"
    );
}

#[test]
fn an_empty_document_is_an_empty_file() {
    assert_eq!(written(document(Vec::new())), "");
    assert_eq!(body(Vec::new()), "");
}
