//! The full stop of headings.

use zongjie::document::{Inline, Language, Origin, own_line, run_in};

fn text(text: &str) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        origin: Origin::default(),
    }
}

#[test]
fn a_heading_on_its_own_line_loses_its_stop_wherever_it_stands() {
    for (given, kept) in [
        ("突出重点。", "突出重点"),
        ("突出重点；", "突出重点"),
        ("突出重点", "突出重点"),
        ("怎么看？", "怎么看？"),
        ("未完...", "未完..."),
    ] {
        assert_eq!(own_line(&[text(given)]), [text(kept)]);
    }
    let bold = Inline::Strong(vec![text("突出重点。")]);
    assert_eq!(
        own_line(&[bold, Inline::Break]),
        [Inline::Strong(vec![text("突出重点")])]
    );
    assert_eq!(
        own_line(&[text("突出重点"), text("。")]),
        [text("突出重点")]
    );
    assert_eq!(own_line(&[text("。")]), []);
}

#[test]
fn a_run_in_heading_gets_a_stop_unless_a_mark_ends_it() {
    let joined = |given: &str, language| -> String {
        run_in(&[text(given)], language)
            .iter()
            .map(|inline| match inline {
                Inline::Text { text, .. } => text.as_str(),
                _ => "",
            })
            .collect()
    };
    assert_eq!(joined("抓招商", Language::Chinese), "抓招商。");
    assert_eq!(joined("抓招商。", Language::Chinese), "抓招商。");
    assert_eq!(joined("抓招商：", Language::Chinese), "抓招商：");
    assert_eq!(joined("落实“放管服”", Language::Chinese), "落实“放管服”。");
    assert_eq!(joined("他说“好。”", Language::Chinese), "他说“好。”");
    assert_eq!(joined("Growth", Language::English), "Growth.");
}
