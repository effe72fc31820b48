//! Checks of the text on any text: they point at the very characters, and never panic.

use crate::shell::Shell;
use proptest::prelude::*;
use serde_json::Value;

/// Faults of wording: the code, and what is typed.
const FAULTS: [(&str, &str); 15] = [
    ("jiezhi", "截止6月底"),
    ("range-dash", "1-6月"),
    ("placeholder-left", "××"),
    ("double-punctuation", "，，"),
    ("approximate-twice", "约300人左右"),
    ("multiple-of-decrease", "减少2倍"),
    ("stale-year", "2019年"),
    ("number-without-source", "19.9亿元"),
    ("unbalanced-quotes", "“"),
    ("half-width-punctuation", ","),
    ("damaged-text", "锟斤拷"),
    ("claim-without-figure", "超额"),
    ("verb-twice", "实现产值达到5亿元，"),
    (
        "list-count-differs",
        "两项任务：一是摸底；二是督办；三是验收。",
    ),
    ("list-count-differs", "四个基地：建材、船舶和装备。"),
];

/// Text without faults.
fn clean() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "园区",
        "干部",
        "认真",
        "**扎实**",
        "“三会一课”",
        "开展，",
        "{{单位}}",
        "服务",
    ]);
    prop::collection::vec(words, 1..8).prop_map(|words| {
        // Two bold words side by side are not clean: the asterisks between them are printed.
        let words = words.concat().replace("****", "**、**");
        format!("园区{words}工作")
    })
}

/// Pieces that many rules look at.
const TRICKY: &[&str] = &[
    "1",
    "20",
    "2019年",
    "5.3%",
    "-",
    "~",
    "—",
    "约",
    "左右",
    "以上",
    "余",
    "减少",
    "提高",
    "比重",
    "率",
    "倍",
    "截止",
    "今",
    "“",
    "”",
    "（",
    ")",
    "(",
    "'",
    "\"",
    "《",
    "，",
    "。",
    ".",
    ":",
    "X",
    "×",
    "*",
    "_",
    "？",
    "【",
    "】",
    "待",
    "超额",
    "\u{fffd}",
    "锛",
    "\u{e000}",
    "𠀀",
    "e\u{301}",
    "第",
    "号",
    "路",
    "时",
    "〔",
    "个百分点",
    "增长",
    " ",
    "{{单位}}",
    "{{数}}",
    "实现产值",
    "达到",
    "共计",
    "合计",
    "三项",
    "两个",
    "：",
    "一是",
    "二是",
    "（1）",
    "、",
    "；",
    "等",
    "以下",
    "，分别是",
];

fn tricky() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(TRICKY);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

/// A report with a text in each style of YAML: a block, a plain line, a quoted one.
fn in_styles(text: &str) -> [String; 3] {
    let head = "模板: 半年总结\n单位: 某市某局\n期间: 2026年上半年\n指标:\n  数: 5个\n";
    let quoted = serde_json::to_string(text).unwrap();
    [
        format!("{head}导语: |\n  {text}\n"),
        format!("{head}导语: 甲{text}\n"),
        format!("{head}导语: {quoted}\n"),
    ]
}

fn findings(yaml: &str) -> Vec<Value> {
    let run = Shell::new()
        .with("r.yaml", yaml)
        .run("check r.yaml --format json");
    let object: Value = serde_json::from_str(&run.out).unwrap();
    object["findings"].as_array().unwrap().clone()
}

/// What stands in a text at line and column.
fn rest_at(text: &str, finding: &Value) -> String {
    let number = |key: &str| usize::try_from(finding[key].as_u64().unwrap_or(0)).unwrap();
    let line = text.split('\n').nth(number("line").wrapping_sub(1));
    line.unwrap_or_default()
        .chars()
        .skip(number("column").wrapping_sub(1))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_fault_is_found_at_its_column_wherever_it_stands(
        fault in prop::sample::select(FAULTS.to_vec()),
        before in clean(),
        behind in clean(),
    ) {
        let (code, words) = fault;
        for yaml in in_styles(&format!("{before}{words}{behind}")) {
            let all = findings(&yaml);
            let own: Vec<_> = all.iter().filter(|f| f["code"] == code).collect();
            prop_assert_eq!(own.len(), 1, "{}: {} in {}", code, own.len(), yaml);
            let rest = rest_at(&yaml, own[0]);
            prop_assert!(rest.starts_with(words), "{code} points at {rest} in {yaml}");
        }
    }

    #[test]
    fn any_text_is_checked_without_harm(text in tricky()) {
        for yaml in in_styles(&text) {
            for finding in findings(&yaml) {
                prop_assert!(finding["message"].as_str().is_some_and(|m| !m.is_empty()));
                let line = finding["line"].as_u64();
                prop_assert!(line.is_none_or(|l| l >= 1), "{finding}");
            }
        }
    }
}
