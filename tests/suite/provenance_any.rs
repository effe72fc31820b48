//! What holds of every template, whole or broken: nothing panics, no mark is seen, every word knows where it came from.

use crate::docx_package::final_of;
use crate::markdown::FORMS;
use crate::provenance::{Outcome, cases, page, render};
use proptest::prelude::*;
use std::collections::BTreeSet;
use zongjie::diag::{Place, Sources};
use zongjie::document::{Block, Document, Inline, Origin, parts};
use zongjie::writers::markdown;

/// What templates are made of, with mistakes among it.
pub const FRAGMENTS: &[&str] = &[
    "文字",
    "**粗",
    "**",
    "*",
    "_",
    "`",
    "\n",
    "\n\n",
    "　",
    " ",
    "- ",
    "1. ",
    "> ",
    "## ",
    "# ",
    "| a | b |\n|---|---|\n",
    "| ",
    " |\n",
    "{.署名}",
    "{.不编号}",
    "{.接排}",
    "{.没有}",
    "\\",
    "{",
    "}",
    "---\n",
    "```\n",
    "<b>",
    "[链](https://a.cn/",
    ")",
    "&amp;",
    "{{单位}}",
    "{{ 地区生产总值 }}",
    "{{ 地区生产总值 | 同比 }}",
    "{{ 税收收入｜全句 }}",
    "{{ 占比 | 同比 }}",
    "{{ 占比 | 纯数 + 1 }}",
    "{{ 成绩 | 展开 }}",
    "{{ 成绩 | 展开(级=4, 形式=\"一是\") }}",
    "{{ 问题 | 一是 }}",
    "{{ 成绩 | 表格 }}",
    "{{ 问题 | 顿号 }}",
    "{{ 成绩.分项[0].正文 }}",
    "{{ 成绩.分项[9].正文 }}",
    "{{ 署名 | 大写字母 }}",
    "{{ 单位 ~ 占比 ~ 署名 }}",
    "{{ 没有 }}",
    "{{ 单位 | 没有 }}",
    "{{- 占比 -}}",
    "{{ 占比 or \"无\" }}",
    "{{ 主送 or \"无\" }}",
    "{{ 主送 }}",
    "{{ [占比, 单位] | 连接 }}",
    "{{ 下一步.导语 }}",
    "{% for 项 in 成绩 %}",
    "{% for 项 in 问题 -%}",
    "{% for 名, 值 in 指标 %}",
    "{% endfor %}",
    "{{ 项.正文 }}",
    "{{ 项.标题 }}",
    "{{ 项 }}",
    "{{ loop.index }}",
    "{{名}}{{值}}",
    "{% break %}",
    "{% continue %}",
    "{% if 占比 %}",
    "{% if 项.标题 %}",
    "{% if 地区生产总值 is 增长 %}",
    "{% elif 主送 %}",
    "{% else %}",
    "{% endif %}",
    "{% set x = 占比 %}",
    "{% set x = 单位 %}",
    "{% set x %}",
    "{% endset %}",
    "{% set_global x = 署名 %}",
    "{{ x }}",
    "{{ x | 去空白 }}",
    "{{ x | 个数 }}",
    "{# 注 #}",
    "{#",
    "{%",
    "%}",
    "{{",
    "}}",
    "{% raw %}",
    "{% endraw %}",
    "{% include \"落款\" %}",
    "{% include \"没有\" %}",
    "\r\n",
    "\t",
    "　　",
    "“",
    "”",
];

/// The characters that marks are made of.
fn is_mark(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

fn lies_inside(place: Place, sources: &Sources) -> bool {
    sources.slice(place).is_some()
}

/// Whether an origin says where a text was typed, in a text that there is.
fn is_known(origin: Origin, sources: &Sources) -> bool {
    let places = [origin.line, origin.expression];
    let mut places = places.into_iter().flatten().peekable();
    places.peek().is_some() && places.all(|p| lies_inside(p, sources))
}

/// What is wrong with a document; empty for a good one.
fn faults(document: &Document, sources: &Sources, figures: &BTreeSet<&str>) -> Vec<String> {
    let mut out = Vec::new();
    if format!("{document:?}").contains(is_mark) {
        out.push("a mark is in the tree".to_owned());
    }
    for block in &document.blocks {
        if !is_known(block.source, sources) {
            out.push(format!("a block from nowhere: {block:?}"));
        }
        check_block(block, sources, figures, &mut out);
    }
    out
}

fn check_block(block: &Block, sources: &Sources, figures: &BTreeSet<&str>, out: &mut Vec<String>) {
    let mut open: Vec<&Inline> = parts(&block.kind).into_iter().flatten().collect();
    while let Some(inline) = open.pop() {
        match inline {
            Inline::Text { text, origin } | Inline::Code { text, origin } => {
                if !is_known(*origin, sources) {
                    out.push(format!("a text from nowhere: {text}"));
                }
                if text.contains('\n') {
                    out.push(format!("a line end in a text: {text}"));
                }
            }
            Inline::Figure(figure) => {
                let path: &str = &figure.key.path;
                let placed = figure.key.place.is_some_and(|p| lies_inside(p, sources));
                if !figures.contains(path) || !placed || !is_known(figure.origin, sources) {
                    out.push(format!("a figure nobody has: {figure:?}"));
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => open.extend(inner),
            Inline::Link { content, .. } => open.extend(content),
            Inline::Break => {}
        }
    }
}

/// The figures of the page's report.
const FIGURES: [&str; 4] = ["地区生产总值", "税收收入", "占比", "# 不是标题.全长"];

fn assert_sound(outcome: &Outcome, template: &str) -> Result<(), TestCaseError> {
    for finding in outcome.findings.iter() {
        let inside = finding
            .place
            .is_none_or(|p| lies_inside(p, &outcome.sources));
        prop_assert!(inside, "{template}\n{finding:?}");
        let words = format!("{:?}{:?}", finding.message, finding.hint);
        prop_assert!(!words.contains(is_mark), "{template}\n{words}");
    }
    let Some(document) = &outcome.document else {
        prop_assert!(
            outcome.findings.has_errors(),
            "nothing came and nothing was said: {template}"
        );
        return Ok(());
    };
    let faults = faults(document, &outcome.sources, &FIGURES.into());
    prop_assert!(faults.is_empty(), "{template}\n{faults:?}");
    let page = markdown::write(document, FORMS);
    prop_assert!(!page.contains(is_mark), "{template}\n{page}");
    Ok(())
}

/// One letter or tag changed at a place, as fractions of the text.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize, usize),
    Double(usize, usize),
    Swap(usize, usize),
    Insert(usize, &'static str),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0..10_000_usize;
    prop_oneof![
        (at(), 1..4_usize).prop_map(|(at, n)| Change::Delete(at, n)),
        (at(), 1..12_usize).prop_map(|(at, n)| Change::Double(at, n)),
        (at(), at()).prop_map(|(a, b)| Change::Swap(a, b)),
        (at(), prop::sample::select(FRAGMENTS)).prop_map(|(at, f)| Change::Insert(at, f)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for change in changes {
        let length = letters.len().max(1);
        let range = |at: usize, n: usize| {
            let start = (at % length).min(letters.len());
            start..(start + n).min(letters.len())
        };
        match change {
            Change::Delete(at, n) => drop(letters.drain(range(*at, *n))),
            Change::Double(at, n) => {
                let range = range(*at, *n);
                let copy = letters[range.clone()].to_vec();
                letters.splice(range.end..range.end, copy);
            }
            Change::Swap(a, b) if !letters.is_empty() => letters.swap(a % length, b % length),
            Change::Swap(..) => {}
            Change::Insert(at, words) => {
                let at = range(*at, 0);
                letters.splice(at, words.chars());
            }
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn templates_of_any_fragments_keep_provenance(
        fragments in prop::collection::vec(prop::sample::select(FRAGMENTS), 1..14),
    ) {
        let page = page();
        let template = fragments.concat();
        let outcome = render(cases(&page).0, &template);
        assert_sound(&outcome, &template)?;
        if let Some(document) = &outcome.document {
            let parts = crate::docx_package::parts(&final_of(document));
            prop_assert!(!parts.values().any(|part| part.contains(is_mark)), "{template}");
        }
    }

    #[test]
    fn mutations_of_the_cases_keep_provenance(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let page = page();
        let (report, templates) = cases(&page);
        let template = changed(templates[which.index(templates.len())], &changes);
        assert_sound(&render(report, &template), &template)?;
    }
}

#[test]
fn marks_typed_by_people_are_refused() {
    let page = page();
    let report = cases(&page).0;
    for mark in ['\u{fdd0}', '\u{fdd4}', '\u{fdda}', '\u{fdef}'] {
        let typed = report.replace("土地矛盾突出", &format!("土地{mark}突出"));
        let outcome = render(&typed, "{{ 问题 | 一是 }}\n");
        assert!(
            outcome
                .findings
                .iter()
                .any(|f| f.code.id == "reserved-character")
        );
        let escaped = report.replace("\"2026. 年\"", &format!("\"\\u{:04X}\"", u32::from(mark)));
        let outcome = render(&escaped, "{{ 署名 }}\n");
        assert!(outcome.findings.is_unreadable(), "{mark:?}");
    }
}
