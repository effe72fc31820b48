//! What people mistype, from their files to the message on their screen: each mistake is one message with its place,
//! its code and its cure, and nothing is written.

use crate::shell::{Run, Shell};
use serde_json::Value;

/// A report without faults that the mistakes are put into.
pub const REPORT: &str = "\
格式: 1
模板: 我的总结
单位: 某单位
期间: 2026年上半年
成文日期: 2026-07-10
指标:
  税收收入: {本期: 26525.06万元, 上年同期: 22740.96万元}
成绩:
  - 标题: 经济平稳增长
    正文: |
      上半年实现{{税收收入|全句}}。
";

/// The project's own template.
pub const TEMPLATE: &str = "\
---
名称: 我的总结
---
# {{ 单位 }}总结

{{ 成绩 | 展开 }}
";

fn shell(report: &str, template: &str) -> Shell {
    Shell::new()
        .with("p/report.yaml", report)
        .with("p/templates/x.md", template)
}

/// `file:line:column code` of every finding.
fn found(run: &Run) -> Vec<String> {
    let object: Value = serde_json::from_str(&run.out).unwrap();
    let findings = object["findings"].as_array().unwrap();
    let one = |f: &Value| {
        format!(
            "{}:{}:{} {}",
            f["file"].as_str().unwrap_or_default(),
            f["line"],
            f["column"],
            f["code"].as_str().unwrap_or_default()
        )
    };
    findings.iter().map(one).collect()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// What is said in a language beside what the user typed: without anything in quotes.
fn own_words(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = None;
    for c in text.chars() {
        match (quoted, c) {
            (None, '`' | '"') => quoted = Some(c),
            (None, '“') => quoted = Some('”'),
            (Some(end), c) if c == end => quoted = None,
            (None, c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a message begins like a sentence; a name such as HTML is none.
fn is_sentence(message: &str) -> bool {
    let mut letters = message.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Builds a project with one mistake: `place` is `file:line:column code` and `cure` a piece of the Chinese hint.
pub fn assert_mistake(shell: &Shell, place: &str, cure: &str) {
    let run = shell.run("build p -o out --format json");
    assert_eq!(
        (run.code, found(&run)),
        (1, vec![place.to_owned()]),
        "{}",
        run.out
    );

    let (at, code) = place.rsplit_once(' ').unwrap();
    let run = shell.run("build p -o out --lang en");
    assert_eq!((run.code, run.out.as_str()), (1, "nothing was written\n"));
    let first = run.err.lines().next().unwrap_or_default();
    let message = first.strip_prefix(&format!("{at}: error[{code}]: "));
    assert!(message.is_some(), "{place}: {}", run.err);
    let message = message.unwrap_or_default();
    assert!(!has_chinese(&own_words(message)), "{message}");
    assert!(
        !message.ends_with('.') && !is_sentence(message),
        "{message}"
    );
    assert_eq!(run.err.matches("hint: ").count(), 1, "{place}: {}", run.err);
    assert!(run.err.ends_with("1 error, 0 warnings\n"), "{}", run.err);

    let run = shell.run("build p -o out");
    assert_eq!((run.code, run.out.as_str()), (1, "没有生成文档\n"));
    let first = run.err.lines().next().unwrap_or_default();
    let message = first
        .strip_prefix(&format!("{at}: 错误["))
        .unwrap_or_default();
    assert!(has_chinese(message) && !message.ends_with('。'), "{first}");
    let hint = run.err.lines().find_map(|l| l.strip_prefix("建议："));
    let cured = hint.is_some_and(|hint| hint.contains(cure));
    assert!(cured, "{place}: {}", run.err);
    assert!(run.err.ends_with("共 1 处错误，0 处警告\n"), "{}", run.err);
    assert!(!shell.exists("out/某单位总结.md") && !shell.exists("out/.zongjie"));
}

/// The report with a piece replaced.
pub fn in_report(typed: &str, instead: &str) -> Shell {
    assert!(REPORT.contains(typed), "{typed}");
    shell(&REPORT.replace(typed, instead), TEMPLATE)
}

/// The template with something put at its end.
pub fn in_template(more: &str) -> Shell {
    shell(REPORT, &format!("{TEMPLATE}\n{more}"))
}

#[test]
fn without_a_mistake_the_report_builds() {
    let shell = shell(REPORT, TEMPLATE);
    let run = shell.run("build p -o out --format json");
    assert_eq!(
        (run.code, found(&run)),
        (0, Vec::<String>::new()),
        "{}",
        run.out
    );
    assert!(shell.exists("out/某单位总结.md"));
}

#[test]
fn a_misspelt_key_is_told_the_nearest_one() {
    let s = in_report("成文日期:", "成文曰期:");
    assert_mistake(&s, "p/report.yaml:5:1 unknown-key", "是不是“成文日期”？");
    let s = in_report("{本期:", "{本月:");
    assert_mistake(&s, "p/report.yaml:7:10 unknown-key", "“本期”");
}

#[test]
fn a_misspelt_key_of_a_required_field_is_one_mistake() {
    let template = TEMPLATE.replace("名称: 我的总结\n", "名称: 我的总结\n必填: [期间]\n");
    let report = REPORT.replace("期间:", "其间:");
    let s = shell(&report, &template);
    assert_mistake(&s, "p/report.yaml:4:1 unknown-key", "是不是“期间”？");
}

#[test]
fn a_misspelt_name_is_told_the_nearest_one() {
    let s = in_report("{{税收收入", "{{税收收人");
    assert_mistake(&s, "p/report.yaml:11:14 unknown-name", "是不是“税收收入”？");
    let s = in_template("{{ 单立 }}\n");
    assert_mistake(&s, "p/templates/x.md:8:4 unknown-name", "是不是“单位”？");
}

#[test]
fn a_misspelt_name_in_a_condition_never_passes_for_no() {
    let s = in_template("{% if 税收收人 %}\n有\n{% endif %}\n");
    assert_mistake(
        &s,
        "p/templates/x.md:8:7 unknown-name",
        "是不是“税收收入”？",
    );
    // Also where the branch is not reached, and behind a dot.
    let s = in_template("{% if 主送 %}\n{% if 成绩.标提 %}\n有\n{% endif %}\n{% endif %}\n");
    assert_mistake(&s, "p/templates/x.md:9:10 unknown-field", "标题");
    let s = in_template("{{ 成绩.天气 }}\n");
    assert_mistake(&s, "p/templates/x.md:8:7 unknown-field", "标题");
}

#[test]
fn filters_tests_and_arguments_are_known_or_told() {
    let s = in_report("|全句", "|全具");
    assert_mistake(&s, "p/report.yaml:11:19 unknown-filter", "是不是“全句”？");
    let s = in_report("|全句", "|换算(但位=\"亿元\")");
    assert_mistake(
        &s,
        "p/report.yaml:11:22 unknown-argument",
        "可用的参数：单位、小数",
    );
    let s = in_template("{% if 税收收入 is 增涨 %}\n增\n{% endif %}\n");
    assert_mistake(&s, "p/templates/x.md:8:15 unknown-test", "增长");
}

#[test]
fn blocks_are_closed_where_they_should_be() {
    let s = in_template("{% for 项 in 成绩 %}\n{{ 项.标题 }}\n");
    assert_mistake(&s, "p/templates/x.md:8:1 unclosed-block", "{% endfor %}");
    let s = in_template("{% if 单位 %}\n甲\n");
    assert_mistake(&s, "p/templates/x.md:8:1 unclosed-block", "{% endif %}");
    let s = in_report("|全句}}", "|全句");
    assert_mistake(&s, "p/report.yaml:11:12 unclosed-tag", "}}");
}

#[test]
fn a_missing_part_is_told_the_nearest_one() {
    let s = in_template("{% include \"落宽\" %}\n");
    assert_mistake(
        &s,
        "p/templates/x.md:8:12 unknown-include",
        "是不是“落款”？",
    );
}

#[test]
fn slips_of_the_chinese_keyboard_are_shown_as_they_should_be_typed() {
    let s = in_report("单位: ", "单位：");
    assert_mistake(&s, "p/report.yaml:3:3 full-width-colon", "单位: 某单位");
    let s = in_report("    正文", "\t正文");
    assert_mistake(&s, "p/report.yaml:10:1 tab-indent", "正文: |");
    let s = in_report("  税收收入", "\t税收收入");
    assert_mistake(&s, "p/report.yaml:7:1 tab-indent", "  税收收入: {");
    let s = in_report("单位: 某单位", "单位: 某单位 #3厂房");
    assert_mistake(
        &s,
        "p/report.yaml:3:9 cut-by-comment",
        "单位: \"某单位 #3厂房\"",
    );
}

#[test]
fn a_thousands_comma_between_brackets_is_no_separator() {
    let s = in_report("{本期: 26525.06万元", "{本期: 26,525.06万元");
    assert_mistake(
        &s,
        "p/report.yaml:7:14 thousands-comma",
        "\"26,525.06万元\"",
    );
    let table =
        "指标表:\n  招商:\n    列: [投资, 到位]\n    行:\n      合计: [1,234万元, 5万元]\n成绩:";
    let s = in_report("成绩:", table);
    assert_mistake(
        &s,
        "p/report.yaml:12:12 thousands-comma",
        "[\"1,234万元\", 5万元]",
    );
}

#[test]
fn what_is_said_twice_is_shown_with_both_places() {
    let s = in_report("成文日期: 2026-07-10", "成文日期: 2026-07-10\n单位: 乙单位");
    assert_mistake(&s, "p/report.yaml:6:1 duplicate-key", "删去");
    let run = s.run("build p");
    assert!(run.err.contains("p/report.yaml:3:1: 另见："), "{}", run.err);
}

#[test]
fn files_that_disagree_are_shown_with_both_places() {
    let s =
        shell(REPORT, TEMPLATE).with("p/data/税务局.yaml", "指标:\n  税收收入: {本期: 3万元}\n");
    assert_mistake(&s, "p/data/税务局.yaml:2:14 conflicting-values", "改成一致");
    let run = s.run("build p");
    assert!(run.err.contains("“26525.06万元”和“3万元”"), "{}", run.err);
    assert!(
        run.err.contains("p/report.yaml:7:14: 另见："),
        "{}",
        run.err
    );
}

#[test]
fn a_body_holds_no_headings_html_or_statements() {
    let s = in_report("      上半年", "      ## 小标题\n      上半年");
    assert_mistake(&s, "p/report.yaml:11:7 markdown-not-allowed", "标题");
    let s = in_report("上半年实现", "上半年<b>实现</b>");
    assert_mistake(&s, "p/report.yaml:11:10 markdown-not-allowed", "\\<");
    let s = in_report("上半年实现", "{% if 税收收入 %}上半年实现");
    assert_mistake(&s, "p/report.yaml:11:7 tag-not-allowed", "模板");
}

/// A report with ten mistakes of content, on ten lines.
const TEN: &str = "\
格式: 1
模板: 半年总结
单位: 某单位
期间: 2026年上半夜
成文日期: 2026-02-30
篇幅: 中版
称唿: 各位
指标:
  税收收入: {本期: 多少, 上年同期: 22740.96万元}
  出口总额: {状态: 代补}
  工业增速: {本其: 3亿元}
成绩:
  - 标题: 经济平稳增长
    形式: 一条
    正文: |
      上半年实现{{税收人}}，{{出口总额|同壁}}。
";

#[test]
fn ten_mistakes_of_a_file_are_shown_as_ten() {
    let shell = Shell::new().with("p/report.yaml", TEN);
    let run = shell.run("build p -o out --format json");
    let lines: Vec<_> = found(&run)
        .iter()
        .map(|f| f.rsplit_once(':').map_or(String::new(), |f| f.0.to_owned()))
        .collect();
    let expected = [4, 5, 6, 7, 9, 10, 11, 14, 16, 16].map(|n| format!("p/report.yaml:{n}"));
    let mut sorted = lines.clone();
    sorted.sort_by_key(|l| l.rsplit(':').next().and_then(|n| n.parse::<u32>().ok()));
    assert_eq!(sorted, expected, "{}", run.out);

    let run = shell.run("build p -o out --lang en");
    assert_eq!(run.err.matches(": error[").count(), 10, "{}", run.err);
    assert!(run.err.ends_with("10 errors, 0 warnings\n"), "{}", run.err);
    let run = shell.run("build p -o out");
    assert!(run.err.ends_with("共 10 处错误，0 处警告\n"), "{}", run.err);
    assert!(!shell.exists("out/.zongjie"));
}

#[test]
fn mistakes_in_data_bodies_and_template_are_shown_at_once() {
    let report = REPORT
        .replace("成文日期:", "成文曰期:")
        .replace("|全句", "|全具")
        + "  - 标题: 招商\n    正文: |\n      第一行。\n\n      引进{{招商项目}}。\n";
    let template =
        format!("{TEMPLATE}\n{{% if 税收收人 %}}\n有\n{{% endif %}}\n{{{{ 单位 | 大写 }}}}\n");
    let shell = shell(&report, &template);
    let run = shell.run("build p -o out --format json");
    assert_eq!(run.code, 1);
    let mut places = found(&run);
    places.sort();
    assert_eq!(
        places,
        [
            "p/report.yaml:11:19 unknown-filter",
            "p/report.yaml:16:11 unknown-name",
            "p/report.yaml:5:1 unknown-key",
            "p/templates/x.md:11:9 unknown-filter",
            "p/templates/x.md:8:7 unknown-name",
        ]
    );
    assert!(!shell.exists("out/.zongjie"));
}

#[test]
fn full_width_signs_in_a_tag_are_understood_and_noted_once() {
    let shell = in_report("|全句", "｜换算（单位＝“亿元”）");
    let run = shell.run("build p -o out --format json");
    assert_eq!(
        (run.code, found(&run)),
        (0, vec!["p/report.yaml:11:18 full-width-mark".to_owned()]),
        "{}",
        run.out
    );
    let page = shell.text("out/某单位总结.md");
    assert!(page.contains("上半年实现2.652506亿元。"), "{page}");
    let run = shell.run("build p -o out --lang en");
    assert!(
        run.err
            .starts_with("p/report.yaml:11:18: note[full-width-mark]: "),
        "{}",
        run.err
    );
}

#[test]
fn a_report_with_mistakes_has_its_figures_judged_but_not_the_text_that_could_not_be_printed() {
    let report = REPORT
        .replace(
            "成绩:",
            "  项目: {本期: 5个, 构成: [新建, 续建]}\n  新建: 2个\n  续建: 4个\n成绩:",
        )
        .replace(
            "{{税收收入|全句}}。",
            "{{税收收入|全句}}，{{项目|同比}}，{{新建|位次}}。",
        );
    let run = shell(&report, TEMPLATE).run("build p -o out --format json");
    let expected = [
        "p/report.yaml:8:12 parts-do-not-add-up",
        "p/report.yaml:14:24 cannot-print",
        "p/report.yaml:14:34 cannot-print",
    ];
    let mut found = found(&run);
    found.sort();
    let mut sorted = expected.map(str::to_owned);
    sorted.sort();
    assert_eq!(found, sorted, "{}", run.out);
}
