//! Slips that once went into the clean copy as they were typed: tags where they do not work, braces that make no tag,
//! items without a text.

use crate::mistakes::{assert_mistake, in_report, in_template};
use crate::shell::Shell;

const BODY: &str = "上半年实现{{税收收入|全句}}。";

#[test]
fn names_and_signatures_and_other_lines_may_hold_tags() {
    let shell = Shell::new().with(
        "p/report.yaml",
        "格式: 1\n模板: 年度总结\n单位: 某局\n期间: 2026年\n主送: 市{{年份}}办\n署名: '{{单位}}办公室'\n\
         附件: ['{{期间}}经费表', {名称: '{{期间}}清单', 正文: 见上}]\n指标: {收入: 5万元}\n\
         指标一览: [收入]\n指标一览注: '{{期间}}为快报数'\n成绩: [收入{{收入}}]\n\
         下一步:\n  - {标题: 抓收入, 正文: 抓紧。, 责任单位: '{{单位}}', 时限: '{{年份}}底'}\n",
    );
    let run = shell.run("build p -o out --to md --final");
    assert_eq!(run.code, 0, "{}", run.err);
    let text = shell.text("out/某局2026年工作总结.md");
    for printed in [
        "市2026年办：",
        "某局办公室",
        "2026年经费表",
        "# 2026年清单",
        "注：2026年为快报数",
        "责任单位：某局；完成时限：2026年底",
    ] {
        assert!(text.contains(printed), "{printed} in\n{text}");
    }
    assert!(!text.contains("{{"), "{text}");
}

#[test]
fn a_tag_where_none_works_is_an_error() {
    let cure = "请直接写要印出的文字";
    for (typed, instead, place) in [
        ("单位: 某单位", "单位: '{{期间}}某单位'", "3:5"),
        ("上年同期: 22740.96万元", "名称: '{{单位}}税收'", "7:30"),
        ("标题: 经济平稳增长", "名称: '{{单位}}经济'", "9:9"),
    ] {
        let place = format!("report.yaml:{place} tag-not-allowed");
        assert_mistake(&in_report(typed, instead), &place, cure);
    }
}

#[test]
fn a_tag_inside_the_quotes_of_a_tag_is_an_error_with_the_joined_form() {
    let shell = in_report(BODY, "{{ 指标 | 制表(题=\"{{期间}}主要指标\") }}");
    let cure = "请写成 期间 ~ \"主要指标\"";
    assert_mistake(&shell, "report.yaml:11:22 tag-syntax", cure);
    let shell = in_template("{{ 指标 | 图(题=“甲{{期间}}乙”) }}\n");
    let run = shell.run("build p -o out");
    let cure = "请写成 \"甲\" ~ 期间 ~ \"乙\"";
    assert!(run.code == 1 && run.err.contains(cure), "{}", run.err);
}

#[test]
fn braces_that_were_meant_as_a_tag_are_an_error_with_the_tag() {
    for typed in [
        "{税收收入|全句}",
        "｛｛税收收入｜全句｝｝",
        "｛税收收入｜全句｝",
        "{税收收入|全句}}",
        "｛{税收收入|全句}}",
    ] {
        let shell = in_report("{{税收收入|全句}}", typed);
        assert_mistake(
            &shell,
            "report.yaml:11:12 tag-syntax",
            "请写成 {{税收收入|全句}}",
        );
        let shell = in_template(&format!("本期{typed}。"));
        assert_mistake(&shell, "x.md:8:3 tag-syntax", "请写成 {{税收收入|全句}}");
        let run = shell.run("templates lint p");
        assert!(run.code == 1 && run.err.contains("x.md:8:3"), "{}", run.err);
    }
    for shell in [
        in_report("{{税收收入|全句}}", "{{税收收入|全句}"),
        in_report("{{税收收入|全句}}", "{{税收收入|全句｝｝"),
    ] {
        let cure = "请写成 {{税收收入|全句}}";
        assert_mistake(&shell, "report.yaml:11:12 unclosed-tag", cure);
    }
}

#[test]
fn braces_around_anything_else_are_text() {
    for typed in [
        "{甲}",
        "｛乙｝",
        "{ }",
        "集合{1，2}",
        "\\{税收收入\\}",
        "{",
        "}{",
        "｛｝",
    ] {
        let shell = in_report("上半年实现", &format!("见{typed}，上半年实现"));
        let run = shell.run("build p -o out --to md");
        assert_eq!(run.code, 0, "{typed}: {}", run.err);
        let text = shell.text("out/某单位总结.md").replace('\\', "");
        assert!(text.contains(&typed.replace('\\', "")), "{typed}: {text}");
    }
}

#[test]
fn a_comment_or_statement_in_a_text_of_the_data_is_an_error() {
    let shell = in_report(BODY, "{# 不印 #}好。");
    assert_mistake(&shell, "report.yaml:11:7 tag-not-allowed", "行首写 #");
    let shell = in_report("标题: 经济平稳增长", "标题: '{% if 单位 %}甲{% endif %}'");
    let run = shell.run("build p -o out");
    assert!(
        run.code == 1 && run.err.contains("report.yaml:9:10"),
        "{}",
        run.err
    );
}

#[test]
fn classes_that_mean_nothing_are_found_before_anything_is_printed() {
    for (typed, words) in [
        ("话{.没有样式}", "没有“{.没有样式}”这种标记"),
        ("话{.副标题 .右}", "一段只能有一个"),
    ] {
        let shell = in_template(typed);
        for command in ["templates lint p", "build p -o out"] {
            let run = shell.run(command);
            let is_told = run.err.contains(words) && run.err.contains("x.md:8:2");
            assert!(run.code == 1 && is_told, "{}", run.err);
        }
    }
}

#[test]
fn an_item_without_a_text_is_an_error() {
    for empty in ["正文:", "正文: ''", "原因: 没有正文", "''"] {
        let more = format!("成绩:\n  - {empty}\n");
        let shell = in_report("成绩:\n", &more);
        assert_mistake(&shell, "report.yaml:9:5 missing-key", "请写 正文: …");
    }
}
