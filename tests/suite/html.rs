//! The preview page.

use crate::markdown::FORMS;
use crate::tree::{document, figure, heading, paragraph, role, run_in, text};
use zongjie::diag::{Place, SourceId};
use zongjie::document::{BlockKind, Document, Inline, Label, Origin, Role, number};
use zongjie::writers::html;

/// What stands between `<main>` and `</main>`.
fn main_of(mut document: Document) -> String {
    number(&mut document);
    let page = html::write(&document, FORMS);
    let start = page.find("<main>\n").map_or(0, |i| i + 7);
    let end = page.find("</main>").unwrap_or(page.len());
    page[start..end].to_owned()
}

#[test]
fn blocks_become_elements_and_figures_know_their_key() {
    let mut d = document(vec![
        role(Role::Title, vec![text("总结")]),
        heading(1, "成绩"),
        run_in(1, "问题", "不多。"),
        paragraph(vec![
            text("达到"),
            figure("甲.\"乙\"", "value", "<9亿元>"),
            Inline::Break,
            Inline::Strong(vec![text("完")]),
        ]),
        role(Role::Signature, vec![text("某单位")]),
    ]);
    d.blocks[3].source = Origin {
        line: Some(Place::new(SourceId(2), 5, 17)),
        expression: None,
    };
    assert_eq!(
        main_of(d),
        "<h1>总结</h1>\n<h2>一、成绩</h2>\n\
         <p class=\"run-in\"><strong>二、问题。</strong>不多。</p>\n\
         <p class=\"body\" data-source=\"2:5-17\">达到<span class=\"figure\" data-key=\"甲.&quot;乙&quot;\" \
         data-aspect=\"value\">&lt;9亿元&gt;</span><br><strong>完</strong></p>\n\
         <p class=\"signature\">某单位</p>\n"
    );
}

#[test]
fn lists_nest_inside_their_items() {
    let item = |label, depth, words: &str| BlockKind::ListItem {
        label,
        depth,
        content: vec![text(words)],
    };
    let d = document(vec![
        item(Label::Number(1), 0, "a"),
        item(Label::Bullet, 1, "b"),
        item(Label::Number(2), 0, "c"),
        item(Label::Number(1), 0, "d"),
    ]);
    assert_eq!(
        main_of(d).replace('\n', ""),
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ol><li>d</li></ol>"
    );
}

#[test]
fn the_page_names_its_language_and_title() {
    let mut d = document(Vec::new());
    d.title = "甲 & 乙".to_owned();
    let page = html::write(&d, FORMS);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    assert!(page.contains("<title>甲 &amp; 乙</title>"));
}
