//! `templates show|fields|lint|eject`: what the wording is, where it comes from, what is wrong with it.

use crate::shell::Shell;

fn project() -> Shell {
    let shell = Shell::new();
    assert_eq!(shell.run("new 半年总结 p").code, 0);
    shell
}

#[test]
fn list_names_the_templates_of_a_project_with_their_files() {
    let template = "---\n基于: 半年总结\n---\n{% 块 下一步 %}\n照旧。\n\n{% 结束块 %}\n";
    let shell = project().with("p/templates/半年总结.md", template);
    let listed = shell.run("templates list p --format json").out;
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let templates = listed["templates"].as_array().unwrap();
    let half_year = |t: &&serde_json::Value| t["name"] == "半年总结";
    let found: Vec<_> = templates.iter().filter(half_year).collect();
    assert_eq!(
        found.len(),
        1,
        "the project's stands in place of the built-in one"
    );
    assert_eq!(found[0]["layer"], "project");
    assert_eq!(found[0]["file"], "p/templates/半年总结.md");
    assert!(templates.iter().any(|t| t["layer"] == "built-in"));
}

#[test]
fn show_says_which_layer_each_line_comes_from() {
    let shell = project()
        .with(
            "p/措辞.yaml",
            "# 我们的\n开头: |\n  我们的开头。\n问题标题: 短板\n",
        )
        .with("p/templates/parts/落款.md", "以上。\n")
        .with(
            "p/templates/半年总结.md",
            "---\n基于: 半年总结\n---\n{% 块 下一步 %}\n照旧。\n\n{% 结束块 %}\n",
        );
    let run = shell.run("模板 查看 半年总结 p");
    assert_eq!(run.code, 0, "{}", run.err);
    let line = |text: &str| {
        let found = run.out.lines().find(|l| l.contains(text));
        found
            .unwrap_or_else(|| panic!("no {text} in {}", run.out))
            .to_owned()
    };
    assert!(
        line("我们的开头。").starts_with("措辞    3 │ "),
        "{}",
        line("我们的开头。")
    );
    assert!(line("我们的开头。").contains("← p/措辞.yaml"));
    let heading = line("短板");
    assert!(
        heading.starts_with("措辞    4 │ ## {% if 问题.标题 %}"),
        "{heading}"
    );
    assert!(
        heading.contains("短板{% 结束措辞 %}{% endif %} {.不编号}"),
        "{heading}"
    );
    assert!(
        line("照旧。").starts_with("项目    5 │ "),
        "{}",
        line("照旧。")
    );
    assert!(line("以上。").starts_with("项目    1 │ "));
    assert!(
        line("在肯定成绩的同时").starts_with("内置"),
        "{}",
        line("在肯定成绩的同时")
    );
    assert!(
        !run.out.contains("决策部署") && !run.out.contains("工作打算"),
        "{}",
        run.out
    );
    let run = shell.run("templates show 半年总结 p --format json");
    assert!(
        run.out
            .contains("\"layer\":\"phrase\",\"file\":\"p/措辞.yaml\",\"line\":\"3\""),
        "{}",
        run.out
    );
}

#[test]
fn the_line_numbers_of_show_are_those_of_the_files() {
    let shell = project().with("p/措辞.yaml", "开头: |\n  甲\n\n  乙\n");
    let run = shell.run("templates show 半年总结 p --lang en");
    let source = include_str!("../../templates/zh/half-year-summary.md");
    for line in run.out.lines().take_while(|l| !l.is_empty()) {
        let Some(rest) = line.strip_prefix("built-in ") else {
            continue;
        };
        let Some((number, text)) = rest.split_once(" │") else {
            continue;
        };
        let number: usize = number.trim().parse().unwrap();
        let typed = source.lines().nth(number - 1).unwrap();
        assert_eq!(text.trim(), typed.trim(), "line {number}");
    }
    assert!(run.out.contains("phrase      2 │ 甲"), "{}", run.out);
    assert!(run.out.contains("phrase      4 │ 乙"), "{}", run.out);
}

#[test]
fn the_skeleton_of_every_genre_builds_and_names_what_it_prints() {
    for genre in zongjie::load::genres() {
        let shell = Shell::new();
        let run = shell.run(&format!("templates fields {}", genre.id));
        assert_eq!(run.code, 0, "{}", run.err);
        shell.put("p/report.yaml", &run.out);
        let built = shell.run("build p -o out --to md --lang en");
        assert_eq!(built.code, 0, "{}: {}\n{}", genre.id, built.err, run.out);
        // Every commented key is a key as well.
        let all: String = run
            .out
            .lines()
            .map(|l| match l.strip_prefix("# ") {
                Some(rest)
                    if !rest.contains('：') && !rest.starts_with("  →") && rest.contains(':') =>
                {
                    rest
                }
                Some(rest) if rest.starts_with("  ") && !rest.starts_with("  →") => rest,
                _ => l,
            })
            .map(|l| format!("{l}\n"))
            .collect();
        shell.put("q/report.yaml", &all);
        let built = shell.run("build q -o out --to md --lang en");
        // Its values are examples and need not fit each other.
        for code in [
            "unknown-key",
            "not-yaml",
            "wrong-kind",
            "bad-value",
            "duplicate-key",
        ] {
            let fault = format!("error[{code}]");
            assert!(
                !built.err.contains(&fault),
                "{}: {}\n{all}",
                genre.id,
                built.err
            );
        }
    }
}

#[test]
fn the_skeleton_shows_the_sentence_each_key_goes_into() {
    let run = Shell::new().run("模板 字段 试用期总结");
    assert!(run.out.contains("# 带教人：试用期内带教"), "{}", run.out);
    assert!(
        run.out
            .contains("#   → 我自{{ 入职日期 }}入职以来 / 入职以来，在"),
        "{}",
        run.out
    );
    assert!(run.out.contains("# 姓名（必填）"), "{}", run.out);
    assert!(run.out.contains("措辞.yaml"), "{}", run.out);
    assert!(!run.out.contains("# 副标题（必填）"));
}

#[test]
fn lint_finds_a_misspelt_name_in_a_branch_that_no_data_reaches() {
    let shell = project().with(
        "p/templates/我的.md",
        "---\n名称: 我的\n---\n# 题\n\n{% if 副标题 %}\n{{ 税收收人 | 同比 }}\n{% endif %}\n",
    );
    let run = shell.run("模板 检查 p --lang en");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.err.contains("我的.md:7:4: error[unknown-name]"),
        "{}",
        run.err
    );
    assert!(run.err.contains("did you mean `税收收入`?"), "{}", run.err);
}

#[test]
fn lint_without_a_report_takes_unknown_names_for_figures_with_a_warning() {
    let shell = Shell::new().with(
        "p/templates/我的.md",
        "---\n名称: 我的\n---\n# 题\n\n{{ 税收收入 | 同笔 }}\n",
    );
    let run = shell.run("templates lint p --lang en");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("warning[unknown-name]"), "{}", run.err);
    assert!(run.err.contains("error[unknown-filter]"), "{}", run.err);
}

#[test]
fn lint_looks_at_wording_for_other_genres_and_lengths_too() {
    let shell = project().with(
        "p/措辞.yaml",
        "试用期总结:\n  开投: 好。\n问题开头: {简版: \"{{单伟}}\"}\n",
    );
    assert_eq!(shell.run("build p -o out").code, 0);
    let run = shell.run("templates lint p --lang en");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.err.contains("措辞.yaml:2:3: error[unknown-phrase]"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("措辞.yaml:3:15: error[unknown-name]"),
        "{}",
        run.err
    );
}

#[test]
fn lint_has_nothing_to_say_of_what_comes_with_the_program() {
    let run = Shell::new().run("templates lint --lang en");
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.contains("半年总结"), "{}", run.out);
}

#[test]
fn lint_notices_a_part_that_nothing_includes() {
    let shell = project().with("p/templates/parts/落宽.md", "以上。\n");
    let run = shell.run("templates lint p --lang en");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[unused-part]"), "{}", run.err);
    assert!(run.err.contains("`落款.md`"), "{}", run.err);
}

#[test]
fn what_eject_copies_builds_to_the_same_text() {
    for arguments in [
        "半年总结 p",
        "半年总结 p --phrases",
        "半年总结 p --part 落款",
        "半年总结 p --block 问题",
    ] {
        let shell = project();
        let plain = shell.run("build p -o before --to md");
        let name = plain
            .out
            .lines()
            .next()
            .unwrap()
            .trim_start_matches("已生成 before/")
            .to_owned();
        let run = shell.run(&format!("templates eject {arguments}"));
        assert_eq!(run.code, 0, "{arguments}: {}", run.err);
        let run = shell.run("build p -o after --to md");
        assert_eq!(run.code, 0, "{arguments}: {}", run.err);
        let text = |folder: &str| shell.text(&format!("{folder}/{name}"));
        assert_eq!(text("before"), text("after"), "{arguments}");
        let again = shell.run(&format!("templates eject {arguments}"));
        assert_eq!(again.code, 2, "{arguments}");
        assert!(again.err.contains("已经存在"), "{}", again.err);
    }
}

#[test]
fn the_phrases_that_eject_copies_can_be_uncommented_and_edited() {
    let shell = project();
    shell.run("templates eject 半年总结 p --phrases");
    let text = shell.text("p/措辞.yaml");
    assert!(
        text.contains("# 问题开头: |\n#   在肯定成绩的同时"),
        "{text}"
    );
    shell.put(
        "p/措辞.yaml",
        &text.replace(
            "# 问题开头: |\n#   在肯定成绩的同时",
            "问题开头: |\n  成绩之外",
        ),
    );
    let run = shell.run("build p -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn eject_names_what_there_is_when_a_name_is_wrong() {
    let shell = project();
    for (arguments, hint) in [
        ("半年总给", "是不是“半年总结”？"),
        ("半年总结 p --part 落宽", "是不是“落款”？"),
        ("半年总结 p --block 问提", "是不是“问题”？"),
    ] {
        let run = shell.run(&format!("templates eject {arguments}"));
        assert_eq!(run.code, 2, "{arguments}");
        assert!(run.err.contains(hint), "{arguments}: {}", run.err);
    }
}
