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
         指标一览: [收入]\n指标一览注: '{{期间}}为快报数'\n成绩:\n  - 收入{{收入}}\n\
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
        let place = format!("p/report.yaml:{place} tag-not-allowed");
        assert_mistake(&in_report(typed, instead), &place, cure);
    }
}

#[test]
fn a_tag_inside_the_quotes_of_a_tag_is_an_error_with_the_joined_form() {
    let shell = in_report(BODY, "{{ 指标 | 制表(题=\"{{期间}}主要指标\") }}");
    let cure = "请写成 期间 ~ \"主要指标\"";
    assert_mistake(&shell, "p/report.yaml:11:20 tag-syntax", cure);
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
            "p/report.yaml:11:12 tag-syntax",
            "请写成 {{税收收入|全句}}",
        );
        let shell = in_template(&format!("本期{typed}。"));
        assert_mistake(
            &shell,
            "p/templates/x.md:8:3 tag-syntax",
            "请写成 {{税收收入|全句}}",
        );
        let run = shell.run("templates lint p");
        assert!(run.code == 1 && run.err.contains("x.md:8:3"), "{}", run.err);
    }
    for shell in [
        in_report("{{税收收入|全句}}", "{{税收收入|全句}"),
        in_report("{{税收收入|全句}}", "{{税收收入|全句｝｝"),
    ] {
        let cure = "请写成 {{税收收入|全句}}";
        assert_mistake(&shell, "p/report.yaml:11:12 unclosed-tag", cure);
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
fn a_comment_in_a_text_of_the_data_is_an_error() {
    let shell = in_report(BODY, "{# 不印 #}好。");
    assert_mistake(&shell, "p/report.yaml:11:7 tag-not-allowed", "行首写 #");
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
        assert_mistake(&shell, "p/report.yaml:9:5 missing-key", "请写 正文: …");
    }
}

/// What a report with one line put in the place of another is told, in Chinese.
fn told(typed: &str, instead: &str) -> String {
    let run = in_report(typed, instead).run("build p -o out");
    assert_eq!(run.code, 1, "{instead}: {}", run.err);
    run.err
}

#[test]
fn the_hint_says_what_was_meant() {
    for (typed, instead, words) in [
        (BODY, "{{税收收入|本期}}", "本期的数用 值"),
        (BODY, "{{税收收入.本期}}", "指标后面用竖线"),
        (BODY, "{{成绩}}", "“成绩”是整个一节"),
        (BODY, "{{成绩.分项}}", "“成绩”是整个一节"),
        (BODY, "{{ 指标 | 制表(题=主要指标) }}", "请加引号：\"主要指标\""),
        ("成绩:", "成续: 无\n间题: 无\n成绩:", "是不是“问题”？"),
        ("成绩:", "问题: 人手不足\n成绩:", "写成   - 人手不足"),
        ("成绩:", "1: 无\n成绩:", "可用的键：标题、"),
        ("上年同期: 22740.96万元", "构成: 新建、续建", "请写成 [新建, 续建]"),
    ] {
        let err = told(typed, instead);
        assert!(err.contains(words), "{instead}: {err}");
    }
}

#[test]
fn one_cure_mends_all_full_width_signs_of_a_line() {
    let line = "税收收入: {本期: 26525.06万元, 上年同期: 22740.96万元}";
    for typed in [
        "税收收入：{本期：26525.06万元, 上年同期：22740.96万元}",
        "税收收入: {本期:26525.06万元, 上年同期:22740.96万元}",
    ] {
        let err = told(line, typed);
        let cures: Vec<&str> = err.lines().filter_map(|l| l.strip_prefix("建议：")).collect();
        let cure = format!("请写成 {line}");
        assert!(!cures.is_empty(), "{err}");
        assert!(cures.iter().all(|c| *c == cure), "{err}");
    }
}

#[test]
fn a_bracket_that_stays_open_is_told_on_its_own_line() {
    let err = told("22740.96万元}", "22740.96万元");
    assert!(err.starts_with("p/report.yaml:7:9: "), "{err}");
    assert!(err.contains("缺少“}”") && err.contains("22740.96万元}\n"), "{err}");
}

#[test]
fn two_columns_of_one_name_are_told_where_they_are_named() {
    let table = "指标表:\n  甲:\n    列: [子, 子]\n    行: {丑: [1个, 2个]}\n成绩:\n";
    let shell = in_report("成绩:\n", table);
    let place = "p/report.yaml:10:13 duplicate-path";
    assert_mistake(&shell, place, "请给其中一列换一个名称");
}

#[test]
fn a_wrong_name_in_the_list_of_a_table_is_told_in_the_report() {
    let shell = Shell::new().with(
        "p/report.yaml",
        "格式: 1\n模板: 年度总结\n单位: 某局\n期间: 2026年\n指标: {学位: 5个}\n指标一览: [学位, 学为]\n",
    );
    assert_mistake_at(&shell, "p/report.yaml:6:12: ", "“学为”不是指标");
}

fn assert_mistake_at(shell: &Shell, place: &str, words: &str) {
    let run = shell.run("build p -o out");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.starts_with(place) && run.err.contains(words), "{}", run.err);
}

#[test]
fn a_template_based_on_itself_is_told_so() {
    let shell = Shell::new()
        .with("p/report.yaml", "格式: 1\n模板: 乙\n")
        .with("p/templates/乙.md", "---\n名称: 乙\n基于: 乙\n---\n");
    assert_mistake_at(&shell, "p/templates/乙.md:3:5: ", "又基于自己");
}

#[test]
fn the_form_of_a_page_number_knows_two_braces_only() {
    let shell = Shell::new().with(
        "p/layouts/x.yaml",
        "名称: x\n页码: {形式: '第{页码}页 共{总页数}页'}\n",
    );
    let run = shell.run("layouts check p");
    assert!(run.code == 1 && run.err.contains("写成 {页} 或 {总页}"), "{}{}", run.out, run.err);
}

#[test]
fn a_document_cannot_be_a_pdf() {
    let run = in_report("成绩:", "成绩:").run("build p -o 出.pdf");
    assert!(run.code == 2 && run.err.contains("没有格式“pdf”"), "{}", run.err);
}

#[test]
fn an_english_name_makes_the_english_report() {
    for name in ["year-end-review", "annual-summary", "probation-review"] {
        let shell = Shell::new();
        assert_eq!(shell.run(&format!("new {name} p")).code, 0);
        let text = shell.text("p/report.yaml");
        assert!(text.contains(&format!("\ntemplate: {name}\n")), "{text}");
    }
}

#[test]
fn phrases_are_put_behind_those_that_a_file_words_already() {
    let own = "开头: 我们的开头。\n";
    let shell = Shell::new().with("p/措辞.yaml", own);
    assert_eq!(shell.run("templates eject 年度总结 p --phrases").code, 0);
    let text = shell.text("p/措辞.yaml");
    assert!(text.starts_with(own) && text.contains("\n# 总标题: |\n"), "{text}");
    assert!(!text.contains("# 开头: |"), "{text}");
    let again = shell.run("templates eject 年度总结 p --phrases");
    assert_eq!((again.code, shell.text("p/措辞.yaml")), (2, text));
}
