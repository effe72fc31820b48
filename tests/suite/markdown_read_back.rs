//! Whatever the words, a reader of Markdown gives them back.

use crate::markdown::FORMS;
use crate::tree::{document, text};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use zongjie::document::{
    Alignment, BlockKind, Cell, Heading, Inline, Label, Origin, Role, Table, own_line, parts, plain,
};
use zongjie::writers::markdown;

/// The words of each paragraph, heading, item and cell, in order; empty ones are left out.
pub fn read(page: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut out = vec![String::new()];
    for event in Parser::new_ext(page, options) {
        let Some(last) = out.last_mut() else {
            return out;
        };
        match event {
            Event::Text(t) | Event::Code(t) => last.push_str(&t),
            Event::HardBreak => last.push('\n'),
            Event::InlineHtml(html) if &*html == "<br>" => last.push('\n'),
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Start(
                Tag::Item
                | Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::TableCell
                | Tag::CodeBlock(_),
            )
            | Event::End(TagEnd::CodeBlock) => out.push(String::new()),
            Event::Start(
                Tag::Strong
                | Tag::Emphasis
                | Tag::Link { .. }
                | Tag::List(_)
                | Tag::BlockQuote(_)
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow,
            )
            | Event::End(_)
            | Event::Rule => {}
            other => last.push_str(&format!("⟦{other:?}⟧")),
        }
    }
    out.retain(|words| !words.is_empty());
    out
}

/// Any character but control characters, with those that mean something to Markdown far more often than by chance.
pub fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => prop::sample::select(
            "\\`*_{}[]()#+-.!|<>&;:=~^$@\"'/ 　19aZ一的、。“”（）%～—…\u{a0}\u{feff}\u{200b}ⒶⅣ①€😀\u{301}"
                .chars().collect::<Vec<_>>()
        ),
        1 => prop::char::any().prop_filter("no control characters", |c| !c.is_control()),
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(letter(), 1..8).prop_map(|c| c.into_iter().collect()),
        1 => prop::sample::select(vec![
            "&amp;", "1. ", "- ", "http://a_b", "www.a_b", "<!--", "[a](b)", "**", "---", "[^1]: x",
            "[ ] x", "```", "&#35;", "| - |", ":-:", "{#id}", "~~~", "a@b.cn", "===",
        ]).prop_map(str::to_owned),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        6 => words().prop_map(|t| text(&t)),
        1 => words().prop_map(|text| Inline::Code { text, origin: Origin::default() }),
        1 => Just(Inline::Break),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let inner = prop::collection::vec(inner, 0..3);
        prop_oneof![
            inner.clone().prop_map(Inline::Strong),
            inner.clone().prop_map(Inline::Emphasis),
        ]
    })
}

fn content() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..5)
}

fn block() -> impl Strategy<Value = BlockKind> {
    let cell = || content().prop_map(|content| Cell { content });
    let link = content().prop_map(|content| BlockKind::Paragraph {
        role: Role::Body,
        content: vec![Inline::Link {
            target: "https://a.cn/?b=*&c".to_owned(),
            content,
        }],
    });
    prop_oneof![
        content().prop_map(|content| BlockKind::Paragraph {
            role: Role::Body,
            content
        }),
        content().prop_map(|content| BlockKind::Paragraph {
            role: Role::Title,
            content
        }),
        content().prop_map(|content| BlockKind::Quote { content }),
        link,
        (0..3u8, content()).prop_map(|(depth, content)| BlockKind::ListItem {
            label: Label::Bullet,
            depth,
            content,
        }),
        (0..3u8, 0..4u64, content()).prop_map(|(depth, n, content)| BlockKind::ListItem {
            label: Label::Number(n),
            depth,
            content,
        }),
        content().prop_map(|content| BlockKind::Heading(Heading {
            level: 2,
            rank: 1,
            number: None,
            content,
            run_in: None,
        })),
        (cell(), cell(), cell(), cell()).prop_map(|(a, b, c, d)| BlockKind::Table(Table {
            columns: vec![Alignment::Natural, Alignment::Right],
            header: vec![a, b],
            rows: vec![vec![c, d]],
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn words_come_back_from_markdown(blocks in prop::collection::vec(block(), 1..4)) {
        let document = document(blocks);
        let expected: Vec<String> = document
            .blocks
            .iter()
            .flat_map(|block| match &block.kind {
                BlockKind::Heading(heading) => vec![plain(&own_line(&heading.content))],
                kind => parts(kind).into_iter().map(plain).collect(),
            })
            .map(|words| words.trim_matches('\n').to_owned())
            .filter(|words| !words.is_empty())
            .collect();
        let page = markdown::write(&document, FORMS);
        prop_assert_eq!(read(&page), expected, "{}", page);
    }
}
