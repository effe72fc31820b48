//! The command line, run inside the test: arguments in, exit code and both streams out.

use crate::shell::{Shell, report};

#[test]
fn alone_it_says_the_first_three_commands() {
    let run = Shell::new().run("");
    assert_eq!(run.code, 0);
    for command in ["templates list", "new 半年总结", "build 半年总结"] {
        assert!(run.out.contains(command), "{}", run.out);
    }
}

#[test]
fn build_writes_word_and_markdown_and_says_how_long_they_are() {
    let shell = Shell::new().with("r/report.yaml", report("某单位工作总结"));
    let run = shell.run("build r -o out");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out
            .starts_with("已生成 out/某单位工作总结.docx\n已生成 out/某单位工作总结.md\n共 ")
    );
    assert!(shell.text("out/某单位工作总结.md").contains("完成12个项目"));
}

#[test]
fn chinese_names_of_commands_and_english_messages_go_together() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    let run = shell.run("生成 r.yaml --to md --lang en");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with("wrote 总结.md\n"), "{}", run.out);
}

#[test]
fn unreadable_input_writes_nothing_and_exits_with_1() {
    let bad = report("总结").replace("期间:", "其间:");
    let shell = Shell::new().with("r/report.yaml", bad);
    let run = shell.run("build r -o out --lang en");
    assert_eq!(run.code, 1);
    assert_eq!(run.out, "nothing was written\n");
    assert!(
        run.err.contains("report.yaml:3:1: error[unknown-key]: "),
        "{}",
        run.err
    );
    assert!(run.err.contains("hint: "), "{}", run.err);
    assert!(!shell.exists("out/.zongjie"));
}

#[test]
fn with_json_all_is_one_object_on_stdout() {
    let bad = report("总结").replace("期间:", "其间:");
    let shell = Shell::new().with("r/report.yaml", bad);
    let run = shell.run("build r --format json --lang en");
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert!(
        run.out.starts_with("{\"files\":[],\"characters\":"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("\"code\":\"unknown-key\",\"severity\":\"error\"")
    );
    assert_eq!(run.out.lines().count(), 1);

    let run = shell.run("build nowhere --format=json --lang en");
    assert_eq!((run.code, run.err.as_str()), (2, ""));
    assert!(run.out.contains("\"code\":\"command-line\""));
    let run = shell.run("bild --format=json --lang en");
    assert!(
        run.out.contains("\"message\":\"no command `bild`\""),
        "{}",
        run.out
    );
}

#[test]
fn an_edited_document_is_not_overwritten() {
    let shell = Shell::new()
        .with("r.yaml", report("总结"))
        .with("总结.md", "别人写的");
    let run = shell.run("build r.yaml --to docx,md");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("“总结.md”被手工改过"), "{}", run.err);
    assert_eq!(shell.text("总结.md"), "别人写的");
    assert!(!shell.exists("总结.docx"), "nothing of the run is written");
}

#[test]
fn force_overwrites_and_keeps_every_edit_beside_it() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    for edit in ["甲", "乙"] {
        shell.put("总结.md", edit);
        assert_eq!(shell.run("build r.yaml --to md --force").code, 0);
    }
    assert!(shell.text("总结.md").contains("总结"));
    assert_eq!(shell.text("总结.md.bak"), "甲");
    assert_eq!(shell.text("总结.md.bak2"), "乙");
}

#[test]
fn what_the_program_wrote_itself_is_overwritten() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    assert_eq!(shell.run("build r.yaml --to md").code, 0);
    shell.put("r.yaml", &report("总结").replace("甲地", "乙地"));
    assert_eq!(shell.run("build r.yaml --to md").code, 0);
    assert!(shell.text("总结.md").contains("乙地"));
    assert!(!shell.exists("总结.md.bak"));
}

#[test]
fn an_output_that_ends_like_a_document_names_it() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    let run = shell.run("build r.yaml -o out/终稿.docx");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.starts_with("已生成 out/终稿.docx\n共 "),
        "{}",
        run.out
    );
    let run = shell.run("build r.yaml -o 稿.md --to md,html");
    assert!(
        run.out.starts_with("已生成 稿.md\n已生成 稿.html\n"),
        "{}",
        run.out
    );
}

#[test]
fn titles_become_names_that_every_system_takes() {
    for (title, name) in [
        ("甲/乙：丙?", "甲_乙：丙_.md"),
        ("CON", "_CON.md"),
        ("\"Park: Summary\"", "Park - Summary.md"),
        ("总结...", "总结.md"),
        ("lpt1.x", "_lpt1.x.md"),
        ("COMPANY", "COMPANY.md"),
    ] {
        let shell = Shell::new().with("r.yaml", report(title));
        let run = shell.run("build r.yaml --to md -o o");
        assert!(
            shell.exists(&format!("o/{name}")),
            "{title}: {}{}",
            run.out,
            run.err
        );
    }
    let long = "长".repeat(200);
    let shell = Shell::new().with("r.yaml", report(&long));
    shell.run("build r.yaml --to md");
    assert!(shell.exists(&format!("{}.md", "长".repeat(76))));
}

#[test]
fn wrong_arguments_are_explained_in_both_languages() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    for (arguments, message, cure) in [
        ("bild", "没有命令“bild”", "可用：build"),
        ("bild --lang en", "no command `bild`", "hint: try build"),
        ("build", "缺少参数：<路径>", "--help"),
        ("build r.yaml --too md", "不认识的参数“--too”", "可用：--to"),
        (
            "build r.yaml --to pdf",
            "没有格式“pdf”",
            "可用：docx、md、html",
        ),
        (
            "build r.yaml --set x",
            "--set 应写成“键=值”，现为“x”",
            "例如",
        ),
        ("build r.yaml --data no.yaml", "找不到“no.yaml”", "核对路径"),
        ("--lang fr build r.yaml", "不能是“fr”", "可用：zh、en"),
        ("new 半年总给", "没有文种“半年总给”", "是不是“半年总结”？"),
    ] {
        let run = shell.run(arguments);
        assert_eq!(run.code, 2, "{arguments}");
        assert!(run.err.contains(message), "{arguments}: {}", run.err);
        assert!(run.err.contains(cure), "{arguments}: {}", run.err);
        assert_eq!(run.out, "", "{arguments}");
    }
}

#[test]
fn help_is_in_the_language_that_was_asked_for() {
    let shell = Shell::new();
    for arguments in [
        "--help",
        "new --help",
        "build -h",
        "templates list --help",
        "trace --help",
    ] {
        let run = shell.run(&format!("{arguments} --lang zh"));
        assert_eq!(run.code, 0, "{arguments}");
        for line in run
            .out
            .lines()
            .filter(|l| l.starts_with("  ") && !l.trim().is_empty())
        {
            assert!(
                line.chars().any(|c| c > '\u{2e80}'),
                "not translated: {line}"
            );
        }
        let run = shell.run(&format!("{arguments} --lang en"));
        assert!(run.out.contains("Usage: zongjie"), "{}", run.out);
    }
}

#[test]
fn new_makes_a_report_that_builds_at_once_and_never_overwrites_one() {
    let shell = Shell::new();
    for genre in ["半年总结", "试用期总结"] {
        assert_eq!(shell.run(&format!("新建 {genre}")).code, 0);
        let run = shell.run(&format!("build {genre} -o out"));
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        let run = shell.run(&format!("new {genre}"));
        assert_eq!(run.code, 2);
        assert!(run.err.contains("已经存在"), "{}", run.err);
    }
}

#[test]
fn the_final_version_is_refused_while_a_figure_is_pending() {
    let shell = Shell::new();
    shell.run("new 半年总结 p");
    let run = shell.run("build p --final -o out --lang en");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("error[figure-pending]"), "{}", run.err);
    assert!(!shell.exists("out/.zongjie"));
}

#[test]
fn templates_are_listed_for_people_and_programs() {
    let run = Shell::new().run("templates list");
    assert!(run.out.contains("半年总结") && run.out.contains("zh/half-year-summary"));
    let run = Shell::new().run("模板 list --format json");
    assert!(
        run.out.starts_with("{\"templates\":[{\"id\":\"zh/"),
        "{}",
        run.out
    );
}

#[test]
fn trace_tells_numbers_without_a_source_by_line_and_column() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    let run = shell.run("trace r.yaml");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("没有出处的数字：\n"), "{}", run.out);
    assert!(run.out.contains("12个  r.yaml:7:16"), "{}", run.out);
    let run = shell.run("出处 r.yaml --format json");
    assert!(
        run.out
            .contains("\"numbers\":[{\"text\":\"12个\",\"key\":null"),
        "{}",
        run.out
    );
}
