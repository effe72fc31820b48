//! `check` and `explain`, and what becomes of findings on their way: silenced, sorted, counted.

use crate::shell::{Shell, report};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zongjie::checks;
use zongjie::diag::{CODES, pages};

/// A report with one lead.
fn lead(text: &str) -> String {
    format!(
        "模板: 半年总结\n单位: 某市某局\n期间: 2026年上半年\n篇幅: 简版\n导语: |\n  {text}\n\
         成绩:\n  - 标题: 甲\n    正文: 进展顺利。\n问题:\n  - 用地紧张\n下一步:\n  - 保障用地\n"
    )
}

fn check(yaml: &str) -> crate::shell::Run {
    Shell::new().with("r.yaml", yaml).run("check r.yaml")
}

#[test]
fn a_report_without_faults_is_said_to_be_so() {
    let run = check(&lead("进展顺利。"));
    assert_eq!((run.code, run.out.as_str()), (0, "没有发现问题\n"));
    assert_eq!(run.err, "");
}

#[test]
fn findings_are_the_result_of_check_and_only_errors_make_it_fail() {
    let run = check(&lead("截止目前进展顺利。"));
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out.starts_with("r.yaml:6:3: 警告[截止误用]："),
        "{}",
        run.out
    );
    assert!(run.out.ends_with("共 0 处错误，1 处警告\n"), "{}", run.out);
    let run = check(&lead("财政\u{fffd}入增长。"));
    assert_eq!(run.code, 1, "{}", run.out);
}

#[test]
fn input_that_cannot_be_read_is_told_by_check_too() {
    let run = check(&lead("进展顺利。").replace("单位:", "单味:"));
    assert_eq!(run.code, 1);
    assert!(run.out.contains("错误[不认识的键]"), "{}", run.out);
}

#[test]
fn check_writes_nothing_and_has_a_chinese_name() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    assert_eq!(shell.run("检查 r.yaml").code, 0);
    assert!(!shell.exists("总结.docx") && !shell.exists("总结.md"));
}

#[test]
fn what_is_pending_is_an_error_for_the_final_version() {
    let pending = lead("融资{{融资额}}，共XX笔。") + "指标:\n  融资额: {状态: 待补, 单位: 万元}\n";
    let shell = Shell::new().with("r.yaml", pending);
    assert_eq!(shell.run("check r.yaml").code, 0);
    let run = shell.run("check r.yaml --final");
    assert_eq!(run.code, 1);
    assert_eq!(run.out.matches("错误[").count(), 2, "{}", run.out);
}

#[test]
fn what_is_pending_can_be_ignored_in_a_draft_only() {
    let pending = lead("融资{{融资额}}，共XX笔。")
        + "指标:\n  融资额: {状态: 待补, 单位: 万元}\n忽略:\n  - {检查: 指标待补, 理由: 年后报}\n  \
           - {检查: placeholder-left, 文字: XX, 理由: 年后报}\n";
    let shell = Shell::new().with("r.yaml", pending);
    let draft = shell.run("check r.yaml");
    assert!(
        !draft.out.contains("待补") && !draft.out.contains("占位"),
        "{}",
        draft.out
    );
    let run = shell.run("build r.yaml -o o --final");
    assert_eq!(run.code, 1);
    for said in [
        "指标“融资额”待补",
        "文中留有占位“XX”",
        "“指标待补”只在草稿里可以忽略",
        "“placeholder-left”只在草稿里可以忽略",
    ] {
        assert!(run.err.contains(said), "{said}: {}{}", run.out, run.err);
    }
    assert!(!shell.exists("o/r.md") && !shell.exists("o/r.docx"));
}

#[test]
fn every_report_that_new_writes_still_has_placeholders_for_the_final_version() {
    for (id, name) in [
        (
            "zh/duty-report",
            &[
                "本单位",
                "本人姓名",
                "第一项工作",
                "我负责……工作",
                "在这里写",
            ][..],
        ),
        (
            "zh/year-end-review",
            &["本单位", "本人姓名", "第一项工作", "第二项工作"],
        ),
        (
            "zh/annual-appraisal",
            &["本单位", "本人姓名", "第一项工作", "第二项工作"],
        ),
        (
            "zh/work-plan",
            &["本单位", "第一项重点工作", "第二项重点工作"],
        ),
        ("zh/special-work-summary", &["本单位", "专项活动"]),
        ("zh/half-year-summary", &["本单位", "在这里写"]),
        ("zh/annual-summary", &["本单位", "在这里写"]),
        ("zh/annual-summary-and-plan", &["本单位", "在这里写"]),
        ("zh/new-staff-summary", &["本单位", "本人姓名", "在这里写"]),
        ("zh/probation-summary", &["本单位", "本人姓名", "在这里写"]),
        (
            "en/annual-summary",
            &["Our Organisation", "Say what was done, how"],
        ),
        (
            "en/probation-review",
            &["Our Organisation", "Your Name", "Say what you studied"],
        ),
        (
            "en/year-end-review",
            &["Our Organisation", "Your Name", "Say what you studied"],
        ),
    ] {
        let path = format!("{}/templates/{id}.new.yaml", env!("CARGO_MANIFEST_DIR"));
        let shell = Shell::new().with("r.yaml", std::fs::read_to_string(path).unwrap());
        let run = shell.run("check r.yaml --final --lang zh");
        for stand_in in name {
            let said = format!("文中留有占位“{stand_in}”");
            assert!(run.out.contains(&said), "{id} {stand_in}: {}", run.out);
        }
    }
}

#[test]
fn a_value_set_for_a_figure_that_nobody_prints_stops_everything() {
    let text = lead("实现{{医疗收入}}。") + "指标:\n  医疗收入: 2亿元\n";
    let shell = Shell::new().with("r.yaml", text);
    let run = shell.run("build r.yaml -o o --to md --set 指标.医疗收人.本期=3亿元");
    assert_eq!(run.code, 1);
    let said =
        run.err.contains("报告里没有指标“医疗收人”") && run.err.contains("是不是“医疗收入”？");
    assert!(said && run.err.contains("--set"), "{}", run.err);
    let right = shell.run("build r.yaml -o o --to md --set 指标.医疗收入.本期=3亿元");
    assert_eq!(right.code, 0, "{}", right.err);
    let printed = lead("实现{{门诊收入}}。");
    let shell = Shell::new().with("r.yaml", printed);
    let run = shell.run("build r.yaml -o o --to md --set 指标.门诊收入.本期=3亿元");
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn check_speaks_json() {
    let shell = Shell::new().with("r.yaml", lead("截止目前进展顺利。"));
    let run = shell.run("check r.yaml --format json --lang en");
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let finding = &object["findings"][0];
    assert_eq!(finding["code"], "jiezhi");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&6.into(), &3.into())
    );
    assert_eq!(object["files"], serde_json::json!([]));
}

#[test]
fn build_tells_errors_first_and_at_most_twenty_of_a_kind() {
    let many: String = (0..25).map(|i| format!("第{i}天,晴；")).collect();
    let yaml = lead(&format!("{many}财政\u{fffd}入增长。"));
    let shell = Shell::new().with("r.yaml", yaml);
    let run = shell.run("build r.yaml --to md");
    assert_eq!(run.code, 0);
    let first = run.err.lines().next().unwrap_or_default();
    assert!(first.contains("错误[文字损坏]"), "{first}");
    assert_eq!(run.err.matches("警告[半角标点]").count(), 20);
    assert!(run.err.contains("另有 5 处“半角标点”未列出"), "{}", run.err);
    assert!(run.err.ends_with("共 1 处错误，25 处警告\n"), "{}", run.err);
}

#[test]
fn the_hint_names_the_figure_that_says_the_same() {
    let yaml = lead(
        "税收2.6525亿元，增长16.64%，增加值19.9亿元，目标5亿元。{{税收收入}}{{ 指标[\"一、二产\"] }}{{目标数|目标}}",
    ) + "指标:\n  税收收入: {本期: 26525万元, 同比: 16.64%}\n  一、二产: 19.9亿元\n  目标数: {目标: 5亿元}\n";
    let run = check(&yaml);
    for tag in [
        "{{税收收入}}",
        "{{税收收入|同比}}",
        "{{指标[\"一、二产\"]}}",
    ] {
        let hint = format!("建议：和指标的值相同，可以写成 {tag}\n");
        assert!(run.out.contains(&hint), "{tag}: {}", run.out);
    }
    // 5亿元 has one digit: small numbers are equal by chance.
    assert!(!run.out.contains("目标数|目标}}\n"), "{}", run.out);
}

#[test]
fn a_fault_of_a_field_is_shown_where_it_was_typed_not_in_the_template() {
    let run = check(&lead("进展顺利。").replace("某市某局", "某某局"));
    assert!(
        run.out.contains("r.yaml:2:5: 警告[占位未填]"),
        "{}",
        run.out
    );
}

#[test]
fn the_second_of_two_equal_words_in_a_line_has_its_own_column() {
    let run = check(&lead("截至6月底，截止6月底；截止6月底。"));
    let columns: Vec<_> = run.out.lines().filter(|l| l.contains("截止误用")).collect();
    assert_eq!(columns.len(), 2, "{}", run.out);
    assert!(columns[0].starts_with("r.yaml:6:9: ") && columns[1].starts_with("r.yaml:6:15: "));
}

#[test]
fn what_is_ignored_is_silent_and_unreadable_input_cannot_be() {
    let ignore = "忽略:\n  - {检查: 截止误用, 理由: 原文如此}\n";
    let run = check(&(lead("截止目前进展顺利。") + ignore));
    assert_eq!(run.out, "没有发现问题\n");
    let ignore = "忽略:\n  - {检查: unknown-key, 理由: 试试}\n";
    let run = check(&(lead("进展顺利。") + "单味: 甲\n" + ignore));
    assert_eq!(run.code, 1, "{}", run.out);
}

#[test]
fn what_is_ignored_is_silent_in_the_final_version_too() {
    let ignore = "忽略:\n  - {检查: 截止误用, 理由: 原文如此}\n";
    let shell = Shell::new().with("r.yaml", lead("截止目前进展顺利。") + ignore);
    assert_eq!(shell.run("check r.yaml --final").out, "没有发现问题\n");
}

#[test]
fn a_fault_in_a_list_is_shown_in_the_list_though_the_text_has_the_same_words() {
    let genre = "---\n名称: 简报\n语言: 中文\n字段:\n  - {名称: 科室, 类型: 清单}\n---\n\
                 # 简报\n\n{{ 导语 }}\n\n科室：{% for 科 in 科室 %}{{ 科 }}；{% endfor %}\n";
    let report = "模板: 简报\n导语: 附甲科（1-6月）。\n科室:\n  - 乙科\n  - \"甲科（1-6月）\"\n";
    let shell = Shell::new()
        .with("p/templates/简报.md", genre)
        .with("p/report.yaml", report);
    let run = shell.run("check p");
    let found = run.out.lines().filter(|l| l.contains("起止号误用"));
    let places: Vec<_> = found.filter_map(|l| l.split(": ").next()).collect();
    assert_eq!(
        places,
        ["p/report.yaml:2:9", "p/report.yaml:5:9"],
        "{}",
        run.out
    );
}

#[test]
fn a_paragraph_that_stands_twice_names_the_first_one() {
    let same = "一批重点项目已经按照计划落地见效。";
    let run = check(&lead(&format!("{same}\n\n  {same}")));
    assert!(
        run.out.starts_with("r.yaml:8:3: 警告[段落重复]"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("r.yaml:6:3: 另见：前面的一段\n"),
        "{}",
        run.out
    );
}

#[test]
fn the_check_that_silences_looks_last() {
    let last = checks::all().next_back().map(|check| check.code.id);
    assert_eq!(last, Some("ignore-without-effect"));
}

#[test]
fn explain_lists_all_codes_and_prints_one_page_by_code_or_name() {
    let shell = Shell::new();
    let all = shell.run("explain");
    assert_eq!(all.code, 0);
    for code in checks::all().map(|c| c.code).chain(CODES.iter().copied()) {
        assert!(
            all.out.contains(code.id) && all.out.contains(code.zh),
            "{}",
            code.id
        );
    }
    let page = shell.run("解释 数字无来源").out;
    assert!(
        page.starts_with("# number-without-source 数字无来源\n\n## 查什么\n"),
        "{page}"
    );
    assert_eq!(page, shell.run("explain number-without-source").out);
    let page = shell.run("explain 全角冒号 --lang en").out;
    assert!(
        page.contains("## How to put it right\n\nType a half-width colon"),
        "{page}"
    );
}

#[test]
fn explain_names_the_nearest_code_to_a_misspelt_one() {
    let run = Shell::new().run("explain 数字无来原");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("建议：是不是“数字无来源”"), "{}", run.err);
}

#[test]
fn explain_speaks_json() {
    let run = Shell::new().run("explain jiezhi --format json --lang en");
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let page = &object["codes"][0];
    assert_eq!(
        (&page["code"], &page["name"]),
        (&"jiezhi".into(), &"截止误用".into())
    );
    assert!(
        page["page"]
            .as_str()
            .unwrap()
            .starts_with("## What it checks")
    );
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn every_code_of_the_program_is_explained() {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut found = BTreeSet::new();
    for path in files {
        let text = std::fs::read_to_string(path).unwrap();
        for part in text.split("Code = ").skip(1) {
            let name = part.split('"').nth(1).unwrap_or_default();
            let plain =
                !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            if plain && (part.starts_with("Code {") || part.starts_with("code(")) {
                found.insert(name.to_owned());
            }
        }
    }
    assert!(found.len() > 40, "only {} codes were found", found.len());
    let shell = Shell::new();
    for code in found {
        assert_eq!(shell.run(&format!("explain {code}")).code, 0, "{code}");
    }
}

#[test]
fn pages_of_unreadable_input_bear_the_names_of_their_codes() {
    let pages: Vec<_> = pages().collect();
    for code in CODES {
        let page = pages.iter().find(|p| p.id == code.id);
        let page = page.unwrap_or_else(|| panic!("{} is not explained", code.id));
        assert_eq!(page.zh, code.zh);
        for text in [&page.meaning, &page.cure] {
            assert!(
                text.zh.ends_with('。') && text.en.ends_with('.'),
                "{}",
                code.id
            );
        }
    }
}
