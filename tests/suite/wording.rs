//! A project's own wording: one phrase, one block, one part, or the whole genre, without a copy of the rest.

use crate::shell::Shell;

const REPORT: &str = "格式: 1\n模板: 半年总结\n单位: 某单位\n期间: 2026年上半年\n成文日期: 2026-07-10\n\
                      成绩:\n  - 标题: 甲\n    正文: 做了甲。\n问题:\n  - 问题一\n  - 问题二\n\
                      下一步:\n  - 标题: 乙\n    正文: 要做乙。\n";

fn project() -> Shell {
    Shell::new().with("p/report.yaml", REPORT)
}

/// The Markdown of the project, which has to build.
fn built(shell: &Shell) -> String {
    let run = shell.run("build p -o out --to md --force");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.err.contains("error["), "{}", run.err);
    shell.text("out/某单位2026年上半年工作总结.md")
}

/// What building says, which has to fail.
fn refused(shell: &Shell) -> String {
    let run = shell.run("build p -o out --to md --lang en");
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    run.err
}

#[test]
fn one_phrase_is_worded_anew_and_all_others_stay() {
    let before = built(&project());
    let after =
        built(&project().with("p/措辞.yaml", "开头: |\n  {{期间}}，{{单位}}交出了答卷。\n"));
    assert!(
        after.contains("2026年上半年，某单位交出了答卷。"),
        "{after}"
    );
    assert!(!after.contains("决策部署"));
    let rest = |text: &str| text.split_once("主要工作情况").unwrap().1.to_owned();
    assert_eq!(rest(&after), rest(&before));
}

#[test]
fn a_heading_is_a_phrase_and_keeps_what_surrounds_it() {
    let text = built(&project().with(
        "p/措辞.yaml",
        "问题标题: 短板和弱项\n下一步标题: \"{{下期}}怎么干\"\n",
    ));
    assert!(text.contains("## 短板和弱项\n"), "{text}");
    assert!(text.contains("## 下半年怎么干\n"), "{text}");
}

#[test]
fn an_opening_that_is_captured_first_can_be_worded_anew_or_left_out() {
    let text = built(&project().with("p/措辞.yaml", "问题开头: 问题有两个：\n"));
    assert!(text.contains("问题有两个："), "{text}");
    assert!(!text.contains("在肯定成绩的同时"));
    let text = built(&project().with("p/措辞.yaml", "问题开头: \"\"\n"));
    assert!(!text.contains("在肯定成绩的同时"), "{text}");
    assert!(text.contains("一是问题一；二是问题二。"), "{text}");
}

#[test]
fn a_phrase_knows_its_own_line() {
    let shell = project().with(
        "p/措辞.yaml",
        "# 我们的说法\n开头: |\n  我们办了12件实事。\n",
    );
    let run = shell.run("trace p");
    assert!(run.out.contains("12件  p/措辞.yaml:3:"), "{}", run.out);
}

#[test]
fn a_phrase_may_hold_for_one_genre_and_have_two_lengths() {
    let shell = project().with(
        "p/措辞.yaml",
        "开头: 处处如此。\n半年总结:\n  开头: {详版: 详细地说。, 简版: 简单说。}\n试用期总结:\n  开头: 另一种。\n",
    );
    assert!(built(&shell).contains("详细地说。"));
    shell.put("p/report.yaml", &format!("{REPORT}篇幅: 简版\n"));
    assert!(built(&shell).contains("简单说。"));
}

#[test]
fn wording_that_replaces_nothing_is_an_error_with_the_nearest_name() {
    let err = refused(&project().with("p/措辞.yaml", "开头: 好。\n问题开投: 坏。\n"));
    assert!(
        err.contains("p/措辞.yaml:2:1: error[unknown-phrase]"),
        "{err}"
    );
    assert!(err.contains("did you mean `问题开头`?"), "{err}");
    assert_eq!(err.matches("error[").count(), 1, "{err}");
}

#[test]
fn a_mistake_in_a_phrase_is_found_where_it_was_typed() {
    let err = refused(&project().with(
        "p/措辞.yaml",
        "开头: |\n  {{单伟}}很好。\n问题标题: |\n  一行\n  两行\n问题开头: |\n  {% if 单位 %}\n结尾: {详板: 好。}\n",
    ));
    assert!(
        err.contains("p/措辞.yaml:2:5: error[unknown-name]"),
        "{err}"
    );
    assert!(err.contains("did you mean `单位`?"), "{err}");
    assert!(err.contains("p/措辞.yaml:3:1: error[bad-value]"), "{err}");
    assert!(
        err.contains("p/措辞.yaml:7:3: error[tag-not-allowed]"),
        "{err}"
    );
    assert!(
        err.contains("p/措辞.yaml:8:1: error[unknown-template]"),
        "{err}"
    );
}

#[test]
fn names_bound_around_a_phrase_can_be_used_in_it() {
    let shell = project()
        .with("p/templates/我的.md", "---\n名称: 我的\n---\n# 题\n\n{% for 项 in 成绩 %}\n{% 措辞 每项 %}\n有{{ 项.标题 }}。\n{% 结束措辞 %}\n\n{% endfor %}\n")
        .with("p/措辞.yaml", "每项: 这一项是{{项.标题}}。\n");
    shell.put(
        "p/report.yaml",
        &REPORT.replace("模板: 半年总结", "模板: 我的"),
    );
    let run = shell.run("build p -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        shell.text("out/题.md").contains("这一项是甲。"),
        "{}",
        shell.text("out/题.md")
    );
}

#[test]
fn a_template_based_on_another_fills_one_block() {
    let shell = project().with(
        "p/templates/我们的.md",
        "---\n基于: 半年总结\n---\n{% 块 问题 %}\n## {{ 期间简称 }}的不足\n\n{% for 项 in 问题 %}\n不足{{ loop.index }}。\n\n{% endfor %}\n{% 结束块 %}\n",
    );
    let text = built(&shell);
    assert!(text.contains("上半年的不足"), "{text}");
    assert!(text.contains("不足2。"), "{text}");
    assert!(text.contains("下半年工作打算"), "{text}");
    assert!(!text.contains("存在的主要问题"), "{text}");
}

#[test]
fn a_genre_that_a_project_words_anew_is_meant_by_all_its_names() {
    let template = "---\n基于: 半年总结\n---\n{% 块 问题 %}\n以上为项目的写法。\n\n{% 结束块 %}\n";
    let shell = project().with("p/templates/半年总结.md", template);
    let report = REPORT.replace("模板: 半年总结", "模板: 半年工作总结");
    let text = built(&shell.with("p/report.yaml", &report));
    assert!(text.contains("以上为项目的写法。"), "{text}");
}

#[test]
fn a_phrase_inside_a_block_that_was_filled_is_no_longer_there() {
    let shell = project()
        .with(
            "p/templates/我们的.md",
            "---\n基于: 半年总结\n---\n{% 块 问题 %}\n没有。\n\n{% 结束块 %}\n",
        )
        .with("p/措辞.yaml", "问题开头: 好。\n");
    let err = refused(&shell);
    assert!(
        err.contains("p/措辞.yaml:1:1: error[unknown-phrase]"),
        "{err}"
    );
}

#[test]
fn what_is_wrong_with_blocks_is_said_where_it_stands() {
    let err = refused(&project().with(
        "p/templates/我们的.md",
        "---\n基于: 半年总结\n---\n{% 块 问提 %}\n没有。\n{% 结束块 %}\n散落的话。\n",
    ));
    assert!(err.contains("我们的.md:4:6: error[unknown-block]"), "{err}");
    assert!(err.contains("did you mean `问题`?"), "{err}");
    assert!(err.contains("我们的.md:7:1: error[stray-text]"), "{err}");
    let err = refused(&project().with(
        "p/templates/我们的.md",
        "---\n基于: 半年总结\n---\n{% 块 问题 %}\n没有。\n",
    ));
    assert!(
        err.contains("我们的.md:4:1: error[unclosed-block]"),
        "{err}"
    );
    let err = refused(&project().with(
        "p/templates/我们的.md",
        "---\n名称: 半年总结\n基于: 半年总给\n---\n",
    ));
    assert!(
        err.contains("我们的.md:3:5: error[unknown-template]"),
        "{err}"
    );
}

#[test]
fn a_block_that_fills_itself_with_itself_does_not_run_forever() {
    let err = refused(&project().with(
        "p/templates/我们的.md",
        "---\n基于: 半年总结\n---\n{% 块 问题 %}\n{% 块 问题 %}\n没有。\n{% 结束块 %}\n{% 结束块 %}\n",
    ));
    assert!(err.contains("error["), "{err}");
}

#[test]
fn a_part_of_the_project_replaces_a_built_in_one_under_all_its_names() {
    for (file, text) in [
        ("sign-off.md", "以上。\n"),
        ("落款.md", "以上。\n"),
        ("我的.md", "---\n名称: 落款\n---\n以上。\n"),
    ] {
        let text = built(&project().with(&format!("p/templates/parts/{file}"), text));
        assert!(text.trim_end().ends_with("以上。"), "{file}: {text}");
    }
}

#[test]
fn a_phrase_that_is_never_closed_is_found_at_its_opener() {
    let shell = project().with(
        "p/templates/半年总结.md",
        "---\n名称: 半年总结\n---\n# 题\n\n{% 措辞 开头 %}\n好。\n",
    );
    let err = refused(&shell);
    assert!(
        err.contains("半年总结.md:6:1: error[unclosed-block]"),
        "{err}"
    );
}
