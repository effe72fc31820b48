//! What Chinese typists type instead of YAML, each met with the line as it should be typed.

use super::load::{Run, one};

/// The errors of a report whose second line and following are these.
fn errors(rest: &str) -> (Vec<String>, Run) {
    let run = one(&format!("模板: 空白\n{rest}"));
    let errors = run.errors();
    let short = errors
        .iter()
        .map(|e| e.strip_prefix("p/report.yaml:").unwrap_or(e).to_owned())
        .collect();
    (short, run)
}

/// Each case: the lines from the second on, where and what the only error is, and how its hint begins.
fn check(cases: &[(&str, &str, &str)]) {
    for (text, error, hint) in cases {
        let (found, run) = errors(text);
        assert_eq!(found, [*error], "{text}");
        let code = error.rsplit(' ').next().unwrap_or_default();
        let said = run.hint(code);
        assert!(said.starts_with(hint), "{text}: {said}");
        // The same with the line ends of Windows.
        let (found, _) = errors(&text.replace('\n', "\r\n"));
        assert_eq!(found, [*error], "{text} with CRLF");
    }
}

#[test]
fn full_width_colons_end_no_key() {
    check(&[
        ("标题：甲\n", "2:3 full-width-colon", "请写成 标题: 甲"),
        (
            "标题: 甲\n单位： 乙\n姓名: 丙\n",
            "3:3 full-width-colon",
            "请写成 单位: 乙",
        ),
        (
            "指标:\n  税收收入：待补\n",
            "3:7 full-width-colon",
            "请写成 税收收入: 待补",
        ),
        (
            "指标:\n  税收: {状态：待补}\n",
            "3:10 full-width-colon",
            "请写成 税收: {状态: 待补}",
        ),
        (
            "指标:\n  税收：{本期: 1亿元}\n",
            "3:3 bad-name",
            "冒号是全角的，请写成 税收: {本期: …}",
        ),
        (
            "问题:\n  - 名称：甲\n    正文: 乙\n",
            "3:7 full-width-colon",
            "请写成 - 名称: 甲",
        ),
        (
            "问题:\n  - 正文: 甲\n      措施：乙\n",
            "4:9 full-width-colon",
            "请写成 措施: 乙",
        ),
    ]);
}

#[test]
fn full_width_marks_are_no_brackets_commas_or_dashes() {
    check(&[
        (
            "指标:\n  税收: ｛状态：待补｝\n",
            "3:7 full-width-mark",
            "请写成 税收: {状态: 待补}",
        ),
        (
            "指标:\n  税收: {状态: 待补，单位：元}\n",
            "3:14 full-width-mark",
            "请写成 税收: {状态: 待补, 单位: 元}",
        ),
        (
            "附件: [甲，乙]\n",
            "2:7 full-width-mark",
            "请写成 附件: [甲, 乙]",
        ),
        ("问题:\n  － 甲\n", "3:3 full-width-mark", "请写成 - 甲"),
    ]);
}

#[test]
fn a_blank_is_missing_behind_a_colon_or_dash() {
    check(&[
        (
            "标题:甲\n单位: 乙\n",
            "2:3 missing-blank",
            "请写成 标题: 甲",
        ),
        ("问题:\n  -甲\n", "3:3 missing-blank", "请写成 - 甲"),
        ("问题:\n  - 甲\n  -乙\n", "4:3 missing-blank", "请写成 - 乙"),
        (
            "指标:\n  甲: {状态:待补}\n",
            "3:9 missing-blank",
            "请写成 甲: {状态: 待补}",
        ),
    ]);
}

#[test]
fn only_blanks_indent() {
    check(&[
        (
            "指标:\n\t甲: {状态: 待补}\n",
            "3:1 tab-indent",
            "请写成   甲: {状态: 待补}",
        ),
        (
            "指标:\n　　甲: {状态: 待补}\n",
            "3:1 wide-space-indent",
            "请写成     甲: {状态: 待补}",
        ),
        (
            "指标:\n\u{a0} 甲: {状态: 待补}\n",
            "3:1 wide-space-indent",
            "请写成    甲: {状态: 待补}",
        ),
    ]);
}

#[test]
fn text_that_begins_with_a_sign_of_yaml_needs_quotes() {
    check(&[
        (
            "标题: {{期间}}工作总结\n",
            "2:5 ambiguous-text",
            "请写成 标题: \"{{期间}}工作总结\"",
        ),
        (
            "标题: {{期间}}\n",
            "2:5 ambiguous-text",
            "请写成 标题: \"{{期间}}\"",
        ),
        (
            "问题:\n  - **重点**工作\n",
            "3:5 ambiguous-text",
            "请写成 - \"**重点**工作\"",
        ),
        (
            "标题: [试行]办法\n",
            "2:5 ambiguous-text",
            "请写成 标题: \"[试行]办法\"",
        ),
        ("标题: @甲\n", "2:5 ambiguous-text", "请写成 标题: \"@甲\""),
        ("标题: %甲\n", "2:5 ambiguous-text", "请写成 标题: \"%甲\""),
        (
            "标题: &甲 乙\n",
            "2:5 ambiguous-text",
            "请写成 标题: \"&甲 乙\"",
        ),
        (
            "标题: !甲 乙\n",
            "2:5 ambiguous-text",
            "请写成 标题: \"!甲 乙\"",
        ),
        ("标题: *甲\n", "2:5 ambiguous-text", "请写成 标题: \"*甲\""),
        (
            "标题: >50万\n",
            "2:5 ambiguous-text",
            "请写成 标题: \">50万\"",
        ),
        (
            "标题: \"甲\"乙\n",
            "2:5 ambiguous-text",
            "请写成 标题: '\"甲\"乙'",
        ),
        (
            "标题: 关于: 总结\n",
            "2:7 ambiguous-text",
            "请写成 标题: \"关于: 总结\"",
        ),
    ]);
}

#[test]
fn nothing_is_cut_silently_behind_a_number_sign() {
    check(&[
        (
            "标题: 建设9号 #3厂房\n",
            "2:10 cut-by-comment",
            "请写成 标题: \"建设9号 #3厂房\"；",
        ),
        (
            "标题: #3厂房\n",
            "2:5 cut-by-comment",
            "请写成 标题: \"#3厂房\"",
        ),
        (
            "问题:\n  - #3厂房\n",
            "3:5 cut-by-comment",
            "请写成 - \"#3厂房\"",
        ),
        (
            "问题:\n  - 甲 #乙\n    丙\n",
            "3:7 cut-by-comment",
            "请写成 - \"甲 #乙\"",
        ),
    ]);
}

#[test]
fn comments_that_are_meant_are_left_alone() {
    let (found, _) = errors(
        "标题: 甲 # 注释\n单位: \"甲\" #注释\n打印上期: 是 #注释\n附件: [甲] #注释\n成绩: #注释\n  - |  #注释\n    甲 #乙\n指标:\n  甲: 5亿元 #注释\n#注释\n",
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn thousands_commas_between_brackets_are_told_apart() {
    check(&[
        (
            "指标:\n  甲: {本期: 1,234,567.5万元}\n",
            "3:11 thousands-comma",
            "请写成 甲: {本期: \"1,234,567.5万元\"}",
        ),
        (
            "指标表:\n  甲:\n    列: [乙, 丙]\n    行:\n      丁: [1,234万元, 5万元]\n",
            "6:11 thousands-comma",
            "请写成 丁: [\"1,234万元\", 5万元]",
        ),
        (
            "指标表:\n  甲:\n    列: [乙, 丙]\n    行:\n      丁: [-, 5万元]\n",
            "6:11 ambiguous-text",
            "请写成 丁: [—, 5万元]",
        ),
    ]);
}

#[test]
fn what_stands_in_quotes_or_block_scalars_is_never_judged() {
    let (found, run) = errors(
        "导语: |\n  标题：甲 #乙\n  -丙\n\n  *己*: @庚\n标题: \"甲：乙 #丙: 丁\"\n署名: '｛甲：乙｝，\n  单位：丙'\n结语: >-\n  单位：甲\n  -乙\n",
    );
    assert_eq!(found, [""; 0]);
    assert!(run.loaded.is_some());
    // The slip behind them is found where it is, and alone.
    let (found, _) =
        errors("导语: |\n  标题：甲\n  单位:乙\n标题: \"丙：\n  单位：丁\"\n姓名：戊\n");
    assert_eq!(found, ["7:3 full-width-colon"]);
}

#[test]
fn all_slips_of_a_file_are_shown_at_once() {
    let (found, _) = errors("标题：甲\n单位:乙\n署名: @丙\n问题:\n  -丁\n");
    assert_eq!(
        found,
        [
            "2:3 full-width-colon",
            "3:3 missing-blank",
            "4:5 ambiguous-text",
            "6:3 missing-blank",
        ]
    );
}

#[test]
fn a_sentence_with_a_colon_in_a_list_is_told_how_to_be_typed() {
    let (found, run) = errors("问题:\n  - 土地供求: 矛盾突出\n");
    assert_eq!(found, ["3:5 unknown-key"]);
    assert!(
        run.hint("unknown-key")
            .ends_with("请写成 - \"土地供求: 矛盾突出\"")
    );
}
