//! Mistakes in templates: all in one run, each where it was typed, with the cure.

use crate::shell::Shell;

/// Builds a project whose template is this text behind four lines of front matter and gives what is said of it.
fn said(body: &str) -> String {
    let shell = Shell::new()
        .with(
            "p/report.yaml",
            "格式: 1\n模板: 我的\n单位: 某单位\n期间: 2026年上半年\n指标:\n  税收收入: {本期: 5万元, 上年同期: 4万元}\n成绩:\n  - 标题: 甲\n    正文: 乙\n",
        )
        .with("p/templates/我的.md", format!("---\n名称: 我的\n---\n# 题\n{body}"));
    let run = shell.run("build p -o out --to md --lang en");
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    run.err
}

/// Each line of a template and what has to be said of it: line and column, code, words of message or hint.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("{{ 单伟 }}", "5:4", "unknown-name", "did you mean `单位`?"),
    (
        "{{ 税收收人 | 同比 }}",
        "6:4",
        "unknown-name",
        "did you mean `税收收入`?",
    ),
    (
        "{% if 导雨 %}好{% endif %}",
        "7:7",
        "unknown-name",
        "did you mean `导语`?",
    ),
    (
        "{% if 副标题 %}{{ 单围 }}{% endif %}",
        "8:16",
        "unknown-name",
        "did you mean `单位`?",
    ),
    (
        "{{ 税收收入 | 同笔 }}",
        "9:11",
        "unknown-filter",
        "did you mean `同比`?",
    ),
    (
        "{{ 税收收入 | 同比(小树=1) }}",
        "10:14",
        "unknown-argument",
        "its arguments: decimals",
    ),
    (
        "{% if 税收收入 is 增涨 %}涨{% endif %}",
        "11:15",
        "unknown-test",
        "did you mean `增长`?",
    ),
    ("{{ now() }}", "12:4", "unknown-function", "use a filter"),
    (
        "{% include \"落宽\" %}",
        "13:12",
        "unknown-include",
        "did you mean `落款`?",
    ),
    (
        "{{ 成绩.标提 }}",
        "14:7",
        "unknown-field",
        "did you mean `标题`?",
    ),
    ("{% fi 单位 %}", "15:4", "tag-syntax", "did you mean `if`?"),
    ("{{ 单位 单位 }}", "16:", "tag-syntax", ""),
    (
        "{% if 税收收入 > 3 %}多{% endif %}",
        "17:7",
        "figure-compared",
        "number",
    ),
    ("{{ 单位 | }}", "18:", "tag-syntax", ""),
    ("{{ 单位", "19:1", "unclosed-tag", "`}}` is missing"),
    ("{% endfor %}", "20:1", "unclosed-block", "no for before it"),
    ("{{ loop.index }}", "21:4", "unknown-name", "inside a for"),
    (
        "{% for 项 在 成绩 %}",
        "22:1",
        "tag-syntax",
        "{% for item in achievements %}",
    ),
    ("{% endfor %}", "", "", ""),
    (
        "{% for 项 in 成绩 %}",
        "24:1",
        "unclosed-block",
        "{% endfor %} is missing",
    ),
    (
        "{% if 单位 %}",
        "25:1",
        "unclosed-block",
        "{% endif %} is missing",
    ),
];

#[test]
fn every_mistake_of_a_template_is_told_in_one_run_where_it_was_typed() {
    let body: String = MISTAKES.iter().map(|m| format!("{}\n", m.0)).collect();
    let err = said(&body);
    for (typed, place, code, words) in MISTAKES {
        if code.is_empty() {
            continue;
        }
        let start = format!("我的.md:{place}");
        let found = err.split("\n\n").find(|block| {
            let block = block.trim_start();
            let at = block.find(&start).is_some_and(|i| i < 30);
            at && block.contains(&format!("error[{code}]"))
        });
        let Some(found) = found else {
            panic!("nothing about {typed} at {place} in:\n{err}");
        };
        assert!(found.contains(words), "{typed}: {found}");
    }
    let expected = MISTAKES.iter().filter(|m| !m.2.is_empty()).count();
    assert_eq!(err.matches("error[").count(), expected, "{err}");
}

#[test]
fn full_width_and_typographic_signs_in_tags_are_understood_with_a_note() {
    let shell = Shell::new()
        .with("p/report.yaml", "格式: 1\n模板: 我的\n单位: 某单位\n")
        .with(
            "p/templates/我的.md",
            "---\n名称: 我的\n---\n# 题\n\n{{ 单位 ｜ 默认（值＝“甲”） }}。\n",
        );
    let run = shell.run("build p -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(shell.text("out/题.md").contains("某单位。"));
    assert!(
        run.err.contains("我的.md:6:7: 提示[全角符号]"),
        "{}",
        run.err
    );
}

#[test]
fn trimming_tags_leave_the_wide_blanks_at_the_beginning_of_a_paragraph() {
    let shell = Shell::new()
        .with("p/report.yaml", "格式: 1\n模板: 我的\n单位: 某单位\n")
        .with(
            "p/templates/我的.md",
            "---\n名称: 我的\n---\n# 题\n\n甲{%- if 单位 -%}\n\u{3000}乙{% endif %}\n",
        );
    let run = shell.run("build p -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
    let text = shell.text("out/题.md");
    assert!(text.contains("甲\u{3000}乙"), "{text}");
}
