//! Findings as they are printed.

use zongjie::diag::render::{Language, json, text};
use zongjie::diag::{Diagnostic, Findings, Place, Source, SourceId, Sources, Text, codes};

/// One source, and the place of a piece of it.
fn source(content: &str, piece: &str) -> (Sources, Place) {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("report.yaml", content));
    let start = content.find(piece).unwrap_or(0);
    (sources, Place::new(id, start, start + piece.len()))
}

fn unknown(place: impl Into<Option<Place>>) -> Diagnostic {
    let message = Text::new("不认识的键“税收收人”", "unknown key `税收收人`");
    Diagnostic::error(&codes::UNKNOWN_KEY, place, message)
        .hint(Text::new("改为“税收收入”", "write `税收收入`"))
}

#[test]
fn a_finding_stands_in_one_line_and_then_shows_its_place() {
    let (sources, place) = source("指标:\n  税收收人: 9亿元\n", "税收收人");
    assert_eq!(
        text::finding(&unknown(place), &sources, Language::English),
        "report.yaml:2:3: error[unknown-key]: unknown key `税收收人`\n\
         \x20 |\n2 |   税收收人: 9亿元\n  |   ^^^^^^^^\nhint: write `税收收入`\n"
    );
    assert_eq!(
        text::finding(&unknown(place), &sources, Language::Chinese),
        "report.yaml:2:3: 错误[不认识的键]：不认识的键“税收收人”\n\
         \x20 |\n2 |   税收收人: 9亿元\n  |   ^^^^^^^^\n建议：改为“税收收入”\n"
    );
}

#[test]
fn other_places_follow_with_their_captions() {
    let (sources, place) = source("甲: 1\r\n甲: 2\r\n", "甲: 2");
    let first = Place::new(SourceId(0), 0, 3);
    let message = Text::new("键“甲”重复", "key `甲` is given twice");
    let twice = Diagnostic::error(&codes::DUPLICATE_KEY, place, message)
        .also(first, Text::new("第一次写在这里", "first given here"));
    assert_eq!(
        text::finding(&twice, &sources, Language::English),
        "report.yaml:2:1: error[duplicate-key]: key `甲` is given twice\n  |\n2 | 甲: 2\n  | ^^^^^\n\
         report.yaml:1:1: see also: first given here\n  |\n1 | 甲: 1\n  | ^^\n"
    );
}

#[test]
fn what_has_no_place_or_a_strange_one_is_printed_without_harm() {
    let (sources, _) = source("甲", "甲");
    let line = "错误[不认识的键]：不认识的键“税收收人”\n";
    let bare = text::finding(&unknown(None), &sources, Language::Chinese);
    assert!(bare.starts_with(line));
    for place in [
        Place::new(SourceId(0), 1, 2),
        Place::new(SourceId(0), 3, 3),
        Place::new(SourceId(0), 900, 901),
        Place::new(SourceId(7), 0, 1),
    ] {
        let shown = text::finding(&unknown(place), &sources, Language::Chinese);
        assert!(shown.contains(line.trim_end()), "{shown}");
    }
}

#[test]
fn a_long_line_is_shown_around_the_place() {
    let long = format!("{}目标{}", "前".repeat(300), "后".repeat(300));
    let (sources, place) = source(&long, "目标");
    let shown = text::finding(&unknown(place), &sources, Language::Chinese);
    assert!(shown.contains(&format!("…{}目标{}…", "前".repeat(20), "后".repeat(20))));
}

#[test]
fn more_than_twenty_of_a_kind_are_counted() {
    let sources = Sources::new();
    let many: Findings = (0..25)
        .map(|i| {
            let message = Text::new(format!("第{i}处"), format!("number {i}"));
            Diagnostic::error(&codes::UNKNOWN_KEY, None, message)
        })
        .collect();
    let shown = text::findings(&many, &sources, Language::Chinese);
    assert_eq!(shown.matches("错误[").count(), 20);
    assert!(shown.ends_with("另有 5 处“不认识的键”未列出\n"));
    let shown = text::findings(&many, &sources, Language::English);
    assert!(shown.ends_with("5 more of `unknown-key` not shown\n"));
}

#[test]
fn the_last_line_counts_errors_and_warnings() {
    let mut findings = Findings::new();
    assert_eq!(text::summary(&findings, Language::Chinese), None);
    findings.push(unknown(None));
    assert_eq!(
        text::summary(&findings, Language::Chinese).as_deref(),
        Some("共 1 处错误，0 处警告")
    );
    assert_eq!(
        text::summary(&findings, Language::English).as_deref(),
        Some("1 error, 0 warnings")
    );
}

#[test]
fn json_is_one_object_with_the_promised_names() {
    let (sources, place) = source("指标:\n  税收收人: 9亿元\n", "税收收人");
    let findings: Findings = [unknown(place), unknown(None)].into_iter().collect();
    let numbers = [json::NumberLine {
        text: "9亿元".to_owned(),
        key: None,
        aspect: None,
        place: Some(place),
        block: 3,
    }];
    let run = json::Run {
        files: &["总结.docx".to_owned()],
        characters: 12,
        pages: 1,
        findings: &findings,
        numbers: Some(&numbers),
    };
    assert_eq!(
        json::run(&run, &sources, Language::English),
        "{\"files\":[\"总结.docx\"],\"characters\":12,\"pages\":1,\"findings\":[\
         {\"code\":\"unknown-key\",\"severity\":\"error\",\"message\":\"unknown key `税收收人`\",\
         \"hint\":\"write `税收收入`\",\"file\":\"report.yaml\",\"line\":2,\"column\":3},\
         {\"code\":\"unknown-key\",\"severity\":\"error\",\"message\":\"unknown key `税收收人`\",\
         \"hint\":\"write `税收收入`\",\"file\":null,\"line\":null,\"column\":null}],\
         \"numbers\":[{\"text\":\"9亿元\",\"key\":null,\"aspect\":null,\"file\":\"report.yaml\",\"line\":2,\
         \"block\":3}]}"
    );
}
