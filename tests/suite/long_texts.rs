//! Long texts are read in pieces, several at a time: they become what they would become as one piece.

use crate::provenance::{Outcome, cases, page, render};
use crate::provenance_any::FRAGMENTS;
use proptest::prelude::*;

/// A text that cannot be cut because of this line stays whole; it prints nothing.
const WHOLE: &str = "[不用]: https://a.cn/";

/// What parts of a text are joined by: places to cut, and some that look like them.
const JOINTS: &[&str] = &[
    "\n\n## 甲\n\n",
    "\n\n### 甲\n",
    "\n\n# 甲\n\n",
    "\n\n##甲\n\n",
    "\n\n####### 甲\n\n",
    "\n\n#\t甲\n\n",
    "\n\n ## 甲\n\n",
    "\n## 甲\n",
    "\n\n## {{ 单位 }} {.不编号}\n\n",
    "\n\n## 甲 {.接排}\n\n",
    "\n\n{.柱状图}\n\n## 甲\n\n",
];

/// What may be open where a text could be cut.
const BEFORE: &[&str] = &[
    "",
    "- 一\n  - 二",
    "> 引",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "**粗",
    "```\n码",
    "~~~\n码",
    "<pre>\n码",
    "<!-- 注",
];

/// A few dozen kilobytes, enough for two pieces with another such text.
fn filler() -> String {
    "全年各项工作按计划推进。{{ 地区生产总值 }}\n\n".repeat(900)
}

fn said(outcome: &Outcome) -> String {
    format!("{:#?}\n{:#?}", outcome.document, outcome.findings)
}

fn template(first: &str, parts: [&str; 3]) -> String {
    let filler = filler();
    let [before, joint, behind] = parts;
    format!("{first}\n\n{filler}{before}{joint}{behind}\n\n{filler}")
}

fn differs(parts: [&str; 3]) -> Option<String> {
    let page = page();
    let (report, _) = cases(&page);
    let nothing = format!("{{#{}#}}", "-".repeat(WHOLE.len() - 4));
    let cut = render(report, &template(&nothing, parts));
    let whole = render(report, &template(WHOLE, parts));
    (said(&cut) != said(&whole)).then(|| format!("{parts:?}"))
}

#[test]
fn every_joint_reads_as_in_one_piece() {
    for joint in JOINTS {
        for before in BEFORE {
            assert_eq!(differs([before, joint, "- 三\n\n四{{ 单位 }}"]), None);
        }
    }
}

#[test]
fn a_target_apart_from_its_link_is_found_in_a_long_text() {
    let page = page();
    let (report, _) = cases(&page);
    let parts = ["[链]: https://a.cn/", "\n\n## 甲\n\n", "见[链]。"];
    assert!(said(&render(report, &template("", parts))).contains("Link {"));
}

/// Parts of texts that print something whatever stands beside them.
fn parts() -> impl Strategy<Value = String> {
    let is_printed = |part: &&str| !part.contains("{%") && !part.contains("没有");
    let tags = [
        "{{ 单位 }}",
        "{{ 地区生产总值 | 同比 }}",
        "{{ 成绩 | 展开 }}",
    ];
    let plain = FRAGMENTS
        .iter()
        .copied()
        .filter(|part| !part.contains("{{") && is_printed(part));
    let all: Vec<&str> = plain
        .filter(|part| *part != "{#" && *part != "}}")
        .chain(tags)
        .collect();
    prop::collection::vec(prop::sample::select(all), 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_reads_as_in_one_piece(
        before in parts(),
        joint in prop::sample::select(JOINTS),
        behind in parts(),
    ) {
        prop_assert_eq!(differs([&before, joint, &behind]), None);
    }
}
