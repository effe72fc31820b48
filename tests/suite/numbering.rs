//! Ranks and numbers of headings; length; numbers in the text.

use crate::tree::{document, figure, heading, paragraph, part, role, strong, text};
use zongjie::diag::Sources;
use zongjie::document::{
    BlockKind, Document, FullText, Heading, Inline, Role, characters, number, numbers, plain,
};

/// Level, rank, ordinal and series of each heading, as `2:1 3/0 words`; `-` for one without a number.
fn outline(mut document: Document) -> Vec<String> {
    number(&mut document);
    document
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Heading(h) => Some(line(h)),
            _ => None,
        })
        .collect()
}

fn line(h: &Heading) -> String {
    let number = match h.number {
        Some(n) => format!("{}/{}", n.ordinal, n.series),
        None => "-".to_owned(),
    };
    format!("{}:{} {number} {}", h.level, h.rank, plain(&h.content))
}

#[test]
fn lower_ranks_restart_after_a_higher_one() {
    let d = document(vec![
        heading(1, "a"),
        heading(2, "a1"),
        heading(2, "a2"),
        heading(1, "b"),
        heading(2, "b1"),
        heading(2, "b2"),
    ]);
    assert_eq!(
        outline(d),
        [
            "1:1 1/0 a",
            "2:2 1/0 a1",
            "2:2 2/0 a2",
            "1:1 2/0 b",
            "2:2 1/0 b1",
            "2:2 2/0 b2"
        ]
    );
}

#[test]
fn numbering_restarts_under_an_unnumbered_part_at_the_first_rank() {
    let d = document(vec![
        heading(1, "成绩"),
        heading(1, "问题"),
        part(1, "下半年工作打算"),
        heading(2, "创新"),
        heading(2, "招商"),
    ]);
    assert_eq!(
        outline(d),
        [
            "1:1 1/0 成绩",
            "1:1 2/0 问题",
            "1:0 - 下半年工作打算",
            "2:1 1/1 创新",
            "2:1 2/1 招商"
        ]
    );
}

#[test]
fn an_unnumbered_part_ends_the_run_of_its_siblings() {
    let d = document(vec![
        heading(1, "a"),
        heading(1, "b"),
        part(1, "part"),
        heading(1, "c"),
        heading(1, "d"),
    ]);
    assert_eq!(
        outline(d),
        [
            "1:1 1/0 a",
            "1:1 2/0 b",
            "1:0 - part",
            "1:1 1/1 c",
            "1:1 2/1 d"
        ]
    );
}

#[test]
fn a_higher_series_goes_on_after_a_part_inside_it() {
    let d = document(vec![
        heading(1, "a"),
        heading(2, "a1"),
        heading(2, "a2"),
        part(2, "part"),
        heading(3, "p1"),
        heading(3, "p2"),
        heading(1, "b"),
    ]);
    assert_eq!(
        outline(d),
        [
            "1:1 1/0 a",
            "2:2 1/0 a1",
            "2:2 2/0 a2",
            "2:0 - part",
            "3:1 1/1 p1",
            "3:1 2/1 p2",
            "1:1 2/0 b"
        ]
    );
}

#[test]
fn one_alone_is_not_numbered_and_its_children_take_its_rank() {
    let d = document(vec![
        heading(1, "only"),
        heading(2, "x"),
        heading(2, "y"),
        heading(3, "y1"),
    ]);
    assert_eq!(
        outline(d),
        ["1:1 - only", "2:1 1/0 x", "2:1 2/0 y", "3:2 - y1"]
    );
}

#[test]
fn levels_and_ranks_never_skip() {
    let d = document(vec![
        heading(3, "first"),
        heading(1, "a"),
        heading(4, "a1"),
        heading(3, "a2"),
        heading(6, "a2x"),
        heading(6, "a2y"),
    ]);
    assert_eq!(
        outline(d),
        [
            "1:1 1/0 first",
            "1:1 2/0 a",
            "2:2 1/0 a1",
            "2:2 2/0 a2",
            "3:3 1/0 a2x",
            "3:3 2/0 a2y"
        ]
    );
}

#[test]
fn a_title_inside_the_document_begins_a_new_series() {
    let d = document(vec![
        heading(1, "a"),
        heading(1, "b"),
        role(Role::Title, vec![text("附件")]),
        heading(1, "c"),
        heading(1, "d"),
    ]);
    assert_eq!(
        outline(d),
        ["1:1 1/0 a", "1:1 2/0 b", "1:1 1/1 c", "1:1 2/1 d"]
    );
}

fn count(words: Vec<Inline>) -> usize {
    length(&document(vec![paragraph(words)]))
}

fn length(d: &Document) -> usize {
    characters(&FullText::of(d).words(), d.language)
}

#[test]
fn characters_are_counted_as_word_counts_them() {
    assert_eq!(count(vec![text("同比增长53.92%。")]), 6);
    assert_eq!(
        count(vec![
            text("完成"),
            figure("a", "value", "19.9亿元"),
            text("，")
        ]),
        6
    );
    assert_eq!(count(vec![text("GDP（含“四上”企业）")]), 10);
    assert_eq!(count(vec![text("two words")]), 2);
    assert_eq!(count(vec![text("　空　格　")]), 2);
}

#[test]
fn numbers_set_by_the_layout_are_no_characters() {
    let d = document(vec![heading(1, "成绩"), heading(1, "问题")]);
    assert_eq!(length(&d), 4);
}

fn found(words: Vec<Inline>) -> Vec<(String, Option<String>)> {
    numbers(&document(vec![paragraph(words)]), &Sources::new())
        .into_iter()
        .map(|n| (n.text, n.key.map(|k| k.path.to_string())))
        .collect()
}

fn typed(words: &str) -> Vec<String> {
    found(vec![text(words)]).into_iter().map(|n| n.0).collect()
}

#[test]
fn figures_and_typed_numbers_come_in_reading_order() {
    let numbers = found(vec![
        text("共4处，"),
        figure("地区生产总值", "value", "19.9亿元"),
        strong("增长5"),
        text("%"),
    ]);
    let expected = [
        ("4处", None),
        ("19.9亿元", Some("地区生产总值")),
        ("5%", None),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(t, k)| (t.to_owned(), k.map(str::to_owned)))
        .collect();
    assert_eq!(numbers, expected);
}

#[test]
fn numbers_keep_their_unit_and_letters() {
    assert_eq!(
        typed("投资1,273.74万元，长2750米"),
        ["1,273.74万元", "2750米"]
    );
    assert_eq!(typed("10kv楼子河1号线，PM2.5"), ["10kv", "1", "PM2.5"]);
    assert_eq!(
        typed("提高1.2个百分点，3个月，50余人"),
        ["1.2个百分点", "3个月", "50余人"]
    );
    assert_eq!(typed("１２家、23,45"), ["１２家", "23", "45"]);
}

#[test]
fn dates_are_not_numbers() {
    for date in [
        "2026年上半年",
        "2026年7月10日",
        "7月10日",
        "7月10号",
        "1—6月",
        "1-5月",
        "2016—2020年",
        "2026-07-10",
        "2026/7/10",
        "2026.7.10",
        "in 2026",
        "10 July 2026",
        "July 10, 2026",
        "2、3月",
    ] {
        assert_eq!(typed(date), [""; 0], "{date}");
    }
    for (words, number) in [("历时3年", "3年"), ("9—10家", "9")] {
        assert_eq!(
            typed(words).first().map(String::as_str),
            Some(number),
            "{words}"
        );
    }
}
