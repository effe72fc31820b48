//! The same document says the same words in every format.

use crate::docx_package::final_of;
use crate::docx_sample;
use crate::markdown::FORMS;
use crate::read_back::{
    FORMATS, build, of_docx, of_html, of_markdown, with_whole_title, without_numbers, words,
};
use crate::samples;
use crate::tree::{
    code, document, emphasis, figure, heading, paragraph, part, role, run_in, strong, text,
};
use zongjie::document::{
    Alignment, BlockKind, Cell, Document, Inline, Label, Language, Role, Table, number,
};
use zongjie::world::Memory;
use zongjie::writers::{FormatId, html, markdown};

#[test]
fn samples_say_the_same_in_every_format() {
    for (name, text) in samples::all() {
        let outcome = build(&Memory::new().with("p/report.yaml", text), &FORMATS);
        let title = outcome.product.as_ref().map(|p| p.document.title.as_str());
        let docx = with_whole_title(words(&outcome, FormatId::Docx), title.unwrap_or_default());
        let docx = without_numbers(docx);
        assert!(docx.len() > 10, "{name}: {docx:?}");
        for format in [FormatId::Markdown, FormatId::Html] {
            let other = without_numbers(words(&outcome, format));
            assert_eq!(other, docx, "{name} as {format:?}");
        }
    }
}

fn assert_same(mut document: Document) {
    number(&mut document);
    let docx = without_numbers(of_docx(&final_of(&document)));
    let page = markdown::write(&document, FORMS);
    assert_eq!(without_numbers(of_markdown(&page)), docx, "{page}");
    let page = html::write(&document, FORMS);
    assert_eq!(without_numbers(of_html(&page)), docx, "{page}");
}

fn item(label: Label, depth: u8, words: &str) -> BlockKind {
    BlockKind::ListItem {
        label,
        depth,
        content: vec![text(words)],
    }
}

fn cell(content: Vec<Inline>) -> Cell {
    Cell { content }
}

/// Everything that a document can hold.
fn everything() -> Document {
    document(vec![
        role(Role::Title, vec![text("工作总结")]),
        role(Role::Subtitle, vec![text("（征求意见稿）")]),
        role(Role::Salutation, vec![text("各位领导：")]),
        paragraph(vec![
            text("实现"),
            figure("税收", "value", "9亿元"),
            text("，"),
            strong("增长"),
            emphasis("一成"),
            code("a|b"),
            Inline::Break,
            text("另起一行"),
        ]),
        heading(1, "成绩。"),
        heading(2, "甲；"),
        run_in(3, "乙", "后文。"),
        run_in(3, "丙？", "后文。"),
        heading(2, "丁"),
        part(1, "打算"),
        heading(2, "戊"),
        heading(2, "己"),
        item(Label::Number(1), 0, "一项"),
        item(Label::Bullet, 1, "小项"),
        item(Label::Number(2), 0, "二项"),
        paragraph(vec![text("间隔")]),
        item(Label::Bullet, 0, "点"),
        BlockKind::Table(Table {
            columns: vec![Alignment::Natural, Alignment::Right],
            header: vec![cell(vec![text("名")]), cell(vec![text("值")])],
            rows: vec![
                vec![
                    cell(vec![text("a|b")]),
                    cell(vec![figure("x", "value", "1个")]),
                ],
                vec![
                    cell(vec![]),
                    cell(vec![text("甲"), Inline::Break, text("乙")]),
                ],
            ],
        }),
        BlockKind::Quote {
            content: vec![text("引文")],
        },
        BlockKind::Code {
            text: "let a = 1;\n  b < 2\n".to_owned(),
        },
        BlockKind::Rule,
        paragraph(vec![Inline::Link {
            target: "https://example.org".to_owned(),
            content: vec![text("链接")],
        }]),
        role(Role::Caption, vec![text("表1")]),
        role(Role::Note, vec![text("注：甲")]),
        role(Role::Signature, vec![text("某单位")]),
        role(Role::Date, vec![text("2026年7月10日")]),
    ])
}

#[test]
fn every_kind_of_block_says_the_same_in_every_format() {
    assert_same(everything());
    let mut english = everything();
    english.language = Language::English;
    assert_same(english);
    assert_same(docx_sample::everything(&docx_sample::sources()));
}

#[test]
fn what_reads_like_markup_says_the_same_in_every_format() {
    for words in [
        "R&D <b>x</b> &amp; &lt;",
        "*甲*_乙_`丙`",
        "1. 甲",
        "# 甲",
        "- 甲",
        "> 甲",
        "甲 | 乙",
        "\\",
        "~~甲~~",
        "$x$",
        "www.a.cn",
        "https://a.cn",
        "[甲](乙)",
        "![甲](乙)",
        "{.署名}",
        "{{ x }}",
        "<!-- -->",
        "𠮷\u{3000}é👩‍👩‍👧",
    ] {
        let cells = || vec![cell(vec![text(words)])];
        assert_same(document(vec![
            paragraph(vec![text(words)]),
            heading(1, words),
            run_in(1, words, words),
            item(Label::Bullet, 0, words),
            BlockKind::Table(Table {
                columns: vec![Alignment::Natural],
                header: cells(),
                rows: vec![cells()],
            }),
        ]));
    }
}
