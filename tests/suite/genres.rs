//! The genres that come with the program: every one has its samples, every sample and scaffold builds, and the parts
//! that templates are made of print what they should.

use super::seeds::texts;
use super::shell::Shell;
use std::path::{Path, PathBuf};
use zongjie::diag::Severity;
use zongjie::load::Input;
use zongjie::load::shelf::genres;
use zongjie::model::Language;
use zongjie::pipeline::{self, Request};
use zongjie::world::Disk;
use zongjie::writers::FormatId;

/// The findings of a build, each with its code, as far as they are of a severity.
fn findings(path: &Path, severity: Severity) -> Vec<String> {
    let input = Input {
        path: PathBuf::from(path),
        ..Input::default()
    };
    let request = Request {
        input,
        formats: vec![FormatId::Markdown],
        is_final: false,
    };
    let outcome = pipeline::run(&Disk, &request);
    assert!(outcome.product.is_some(), "{} is built", path.display());
    let all = outcome.findings.iter();
    all.filter(|d| d.severity == severity)
        .map(|d| format!("{}: {}", d.code.id, d.message.zh))
        .collect()
}

#[test]
fn every_genre_has_a_full_and_a_minimal_sample() {
    for genre in genres() {
        for sample in ["full", "minimal"] {
            let path = format!("data/{}/{sample}.yaml", genre.id);
            assert!(Path::new(&path).exists(), "{path} is missing");
            let text = std::fs::read_to_string(&path).expect("a sample");
            assert!(text.contains(&format!(": {}\n", genre.name)), "{path}");
        }
    }
}

#[test]
fn minimal_samples_and_scaffolds_have_no_error() {
    for genre in genres() {
        for path in [
            format!("data/{}/minimal.yaml", genre.id),
            format!("templates/{}.new.yaml", genre.id),
        ] {
            let errors = findings(Path::new(&path), Severity::Error);
            assert_eq!(errors, [""; 0], "{path}");
        }
    }
}

#[test]
fn a_sample_with_every_figure_filled_in_leaves_nothing_open() {
    for genre in genres() {
        let path = format!("data/{}/full.yaml", genre.id);
        for (format, text) in texts(&path) {
            assert!(!text.contains('？'), "{path}, {format}");
            let may_pend = genre.id == "zh/half-year-summary";
            assert!(may_pend || !text.contains("待补"), "{path}, {format}");
        }
    }
}

#[test]
fn a_folder_with_a_file_for_each_department_is_one_report() {
    for (format, text) in texts("data/zh/annual-summary-by-department") {
        let headings = ["经济运行", "招商引资", "基础设施", "安全环保"];
        let at: Vec<usize> = headings.iter().filter_map(|h| text.find(h)).collect();
        assert_eq!(at.len(), 4, "{format}");
        for words in ["三是园区安全环保专业监管力量不足", "106.82%", "8600万元"] {
            assert!(text.contains(words), "{format}: {words}");
        }
    }
}

#[test]
fn english_samples_read_as_english() {
    let is_chinese =
        |c: char| ('\u{2E80}'..='\u{9FFF}').contains(&c) || "“”，。；：、（）".contains(c);
    for genre in genres() {
        if genre.language != Language::English {
            continue;
        }
        for sample in ["full", "minimal"] {
            let path = format!("data/{}/{sample}.yaml", genre.id);
            let (_, text) = &texts(&path)[1];
            let own: Vec<&str> = text
                .lines()
                .map(|line| {
                    line.trim_start_matches(|c: char| "一二三四五六七八九十、（） ".contains(c))
                })
                .filter(|line| line.contains(is_chinese))
                .collect();
            assert_eq!(own, [""; 0], "{path}");
        }
    }
    let (_, text) = &texts("data/en/annual-summary/full.yaml")[0];
    for words in [
        "2.65 billion yuan",
        "rose 7.52%",
        "28 December 2026",
        "Plans for 2027",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn an_english_name_means_an_english_document() {
    let report = |name: &str| {
        let shell = Shell::new().with(
            "r.yaml",
            format!("template: {name}\norganisation: A\nperiod: 2026\n"),
        );
        let run = shell.run("build r.yaml --to md -o out");
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        shell
    };
    assert!(report("annual-summary").exists("out/A - Annual Summary 2026.md"));
    assert!(report("zh/annual-summary").exists("out/A2026年工作总结.md"));
    assert!(report("half-year-summary").exists("out/A2026年工作总结.md"));
}

/// The text of a report in the genre 半年总结 with its head written already.
fn built(data: &str) -> String {
    let head = "模板: 半年总结\n单位: 甲\n期间: 2026年上半年\n";
    let shell = Shell::new().with("r.yaml", format!("{head}{data}"));
    let run = shell.run("build r.yaml --to md -o out --lang zh");
    assert_eq!(run.code, 0, "{}", run.err);
    shell
        .text("out/甲2026年上半年工作总结.md")
        .replace('\\', "")
}

#[test]
fn the_period_names_the_summary() {
    for (period, title, heading, next) in [
        (
            "2026年第一季度",
            "甲2026年第一季度工作总结",
            "第一季度主要工作情况",
            "下季度工作打算",
        ),
        (
            "2026年3月",
            "甲2026年3月工作总结",
            "3月主要工作情况",
            "下月工作打算",
        ),
        (
            "2026年下半年",
            "甲2026年下半年工作总结",
            "下半年主要工作情况",
            "明年工作打算",
        ),
    ] {
        let data =
            format!("模板: 季度总结\n单位: 甲\n期间: {period}\n成绩: [一, 二]\n下一步: [三, 四]\n");
        let shell = Shell::new().with("r.yaml", data);
        let run = shell.run("build r.yaml --to md -o out");
        assert_eq!(run.code, 0, "{}", run.err);
        let text = shell.text(&format!("out/{title}.md"));
        for words in [title, heading, next] {
            assert!(text.contains(words), "{period}: {words}");
        }
    }
}

#[test]
fn a_problem_prints_its_cause_and_measure() {
    let text = built(
        "问题:\n  - {正文: 用地不足, 原因: 规划滞后。, 措施: 盘活存量}\n  - {正文: 人手不足, 措施: 下一步，充实人员, 责任单位: 人事科, 时限: 6月底}\n",
    );
    assert!(text.contains(
        "一是用地不足。主要原因是规划滞后。下一步将盘活存量。二是人手不足。下一步，充实人员（责任单位：人事科；完成时限：6月底）。"
    ));
}

#[test]
fn a_task_prints_who_does_it_and_by_when() {
    let text = built(
        "下一步:\n  - 标题: 抓项目\n    正文: |\n      按月调度。\n    责任单位: 发展科\n    时限: 9月底\n  - 标题: 抓安全\n    责任单位: 安全科\n",
    );
    assert!(text.contains("按月调度。（责任单位：发展科；完成时限：9月底）"));
    assert!(text.contains("抓安全\n\n（责任单位：安全科）"));
}

#[test]
fn the_words_before_a_cause_are_the_templates() {
    let template =
        "---\n名称: 周报\n语言: 中文\n---\n# 周报\n\n{{ 问题 | 一是(原因=\"根源在于\") }}\n";
    let shell = Shell::new().with("p/templates/weekly.md", template).with(
        "p/report.yaml",
        "模板: 周报\n问题:\n  - {正文: 用地不足, 原因: 规划滞后}\n",
    );
    let run = shell.run("build p --to md -o out");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        shell
            .text("out/周报.md")
            .contains("用地不足。根源在于规划滞后。")
    );
}

#[test]
fn what_stands_behind_a_table_or_list_begins_a_paragraph() {
    let text = built(
        "下一步:\n  - 标题: 抓项目\n    正文: |\n      | 甲 | 乙 |\n      |---|---|\n      | 一 | 二 |\n    责任单位: 发展科\n  - 标题: 抓安全\n    正文: 略\n",
    );
    assert!(text.contains("| 一 | 二 |\n\n（责任单位：发展科）"));
}

#[test]
fn items_below_an_ordinal_are_kept() {
    let text = built("问题:\n  - 正文: 短板较多\n    分项: [用地不足, 用工不足]\n  - 人手不足\n");
    assert!(text.contains("一是短板较多：（1）用地不足；（2）用工不足；二是人手不足。"));
}

#[test]
fn items_print_as_a_table() {
    let text = built(
        "成绩:\n  形式: 表格\n  分项:\n    - {标题: 厂房, 正文: 主体完工, 指标: {投资: 538万元}, 责任单位: 建设科, 时限: 6月}\n    - {标题: 道路, 指标: {投资: 380万元, 全长: 428米}}\n",
    );
    let table = "| 事项 | 工作内容 | 投资 | 全长 | 责任单位 | 时限 |\n| --- | --- | --- | --- | --- | --- |\n\
        | 厂房 | 主体完工 | 538万元 |  | 建设科 | 6月 |\n| 道路 |  | 380万元 | 428米 |  |  |";
    assert!(text.contains(table), "{text}");
}

#[test]
fn a_table_of_items_has_the_caption_that_section_or_item_gives_it() {
    let text = built(
        "指标:\n  个数: 2个\n成绩:\n  形式: 表格\n  表题: 重点项目{{个数}}\n  分项:\n    - {标题: 厂房, 正文: 主体完工}\n\
         下一步:\n  - 标题: 建设\n    形式: 表格\n    表题: 建设任务\n    分项:\n      - {标题: 道路, 时限: 6月}\n  - 略\n",
    );
    assert!(text.contains("表1　重点项目2个\n\n| 事项 |"), "{text}");
    assert!(text.contains("表2　建设任务\n\n| 事项 |"), "{text}");
}

const FIGURES: &str = "指标:\n  税收: {名称: 税收收入, 本期: 26525.06万元, 上年同期: 22740.96万元}\n  投资: {本期: 20.53亿元, 目标: 36亿元}\n  \
    利润: {本期: 2亿元, 同比: -3.2%}\n  出口: {状态: 待补, 单位: 万美元}\n";

#[test]
fn figures_print_as_a_table_with_growth_and_completion() {
    let item = "成绩:\n  - 标题: 指标\n    正文: |\n      {{指标 | 制表(题=\"主要指标\", 注=\"快报数\")}}\n  - 略\n";
    let text = built(&format!("{FIGURES}{item}"));
    let table = "表1　主要指标\n\n| 指标 | 单位 | 本期 | 上年同期 | 同比 | 完成年度目标 |\n\
        | --- | --- | --- | --- | --- | --- |\n\
        | 税收收入 | 万元 | 26525.06 | 22740.96 | 16.64% | — |\n\
        | 投资 | 亿元 | 20.53 | — | — | 57.03% |\n\
        | 利润 | 亿元 | 2 | — | -3.2% | — |\n\
        | 出口 | 万美元 | 【待补：出口】 | — | — | — |\n\n注：快报数";
    assert!(text.contains(table), "{text}");
}

#[test]
fn a_table_says_of_rates_and_ceilings_whether_the_target_is_met() {
    let figures = "指标:\n  投资: {本期: 18亿元, 目标: 36亿元}\n  满意度: {本期: 94.2%, 目标: 95%以上}\n  \
        事故: {本期: 0起, 目标: 3起, 逆指标: 是}\n";
    let item =
        "成绩:\n  - 标题: 指标\n    正文: |\n      {{指标 | 制表(列=\"本期、完成率\")}}\n  - 略\n";
    let text = built(&format!("{figures}{item}"));
    let table = "| 投资 | 亿元 | 18 | 50% |\n| 满意度 | % | 94.2 | 低于目标0.8个百分点 |\n\
        | 事故 | 起 | 0 | 控制在目标以内 |";
    assert!(text.contains(table), "{text}");
}

#[test]
fn a_unit_that_all_share_stands_above_the_table() {
    let item = "成绩:\n  - 标题: 指标\n    正文: |\n      {{指标 | 制表(选=\"投资、利润\", 列=\"本期\", 题=\"甲\")}}\n  - 略\n";
    let text = built(&format!("{FIGURES}{item}"));
    let table =
        "表1　甲\n\n单位：亿元\n\n| 指标 | 本期 |\n| --- | --- |\n| 投资 | 20.53 |\n| 利润 | 2 |";
    assert!(text.contains(table), "{text}");
}

#[test]
fn an_item_without_items_prints_its_own_figures_as_a_table() {
    let item = "成绩:\n  - 标题: 主要指标\n    形式: 表格\n    指标: {产值: {本期: 3亿元, 上年同期: 2亿元}, 户数: 5户}\n  - 略\n";
    let text = built(item);
    let table = "表1　主要指标\n\n| 指标 | 单位 | 本期 | 上年同期 | 同比 |\n| --- | --- | --- | --- | --- |\n\
        | 产值 | 亿元 | 3 | 2 | 50% |\n| 户数 | 户 | 5 | — | — |";
    assert!(text.contains(table), "{text}");
}

#[test]
fn a_table_of_figures_prints_as_typed_with_its_total() {
    let data = "指标表:\n  招商:\n    列: [协议, 到位, 个数]\n    行:\n      新开工: [48.2亿元, 6.6亿元, 23个]\n      续建: [51.2亿元, —, 26个]\n      合计: [99.4亿元, 6.6亿元, 49个]\n    合计行: 合计\n";
    let item = "成绩:\n  - 标题: 招商\n    正文: |\n      {{指标表.招商 | 制表}}\n  - 略\n";
    let text = built(&format!("{data}{item}"));
    let table = "| 项目 | 协议（亿元） | 到位（亿元） | 个数（个） |\n| --- | --- | --- | --- |\n\
        | 新开工 | 48.2 | 6.6 | 23 |\n| 续建 | 51.2 | — | 26 |\n| 合计 | 99.4 | 6.6 | 49 |";
    assert!(text.contains(table), "{text}");
}

#[test]
fn tables_are_numbered_in_the_order_of_the_text() {
    let item = "成绩:\n  - 标题: 甲\n    正文: |\n      {{指标 | 制表(选=\"投资\", 题=\"甲\")}}\n  - 标题: 乙\n    正文: |\n      {{指标 | 制表(选=\"利润\", 题=\"乙\")}}\n\
        结语: |\n  丙{.表题}\n";
    let text = built(&format!("{FIGURES}{item}"));
    for caption in ["表1　甲", "表2　乙", "表3　丙"] {
        assert!(text.contains(caption), "{caption}: {text}");
    }
}

#[test]
fn cells_of_tables_know_their_figures() {
    let item =
        "成绩:\n  - 标题: 指标\n    正文: |\n      {{指标 | 制表(选=\"税收\", 题=\"甲\")}}\n";
    let head = "模板: 半年总结\n单位: 甲\n期间: 2026年上半年\n";
    let shell = Shell::new().with("r.yaml", format!("{head}{FIGURES}{item}"));
    let run = shell.run("trace r.yaml --format json");
    for wanted in [
        "\"text\":\"26525.06\",",
        "\"aspect\":\"last_year\"",
        "\"aspect\":\"growth_rate\"",
    ] {
        assert!(run.out.contains(wanted), "{wanted}: {}", run.out);
    }
    assert!(!run.out.contains("\"key\":null"), "{}", run.out);
}

#[test]
fn a_misspelt_table_figure_or_column_is_told() {
    for (tag, wanted) in [
        ("{{指标表.招伤 | 制表}}", "没有名为“招伤”的指标表"),
        (
            "{{指标 | 制表(选=\"投姿\")}}",
            "要列入表的“投姿”不是指标，是不是“投资”",
        ),
        ("{{指标 | 制表(列=\"本期、去年\")}}", "表里没有“去年”这一列"),
    ] {
        let data = format!(
            "模板: 半年总结\n单位: 甲\n期间: 2026年上半年\n{FIGURES}指标表:\n  招商: {{列: [甲], 行: {{乙: [3个]}}}}\n导语: |\n  {tag}\n"
        );
        let shell = Shell::new().with("r.yaml", data);
        let run = shell.run("build r.yaml --to md -o out --lang zh");
        assert_eq!(run.code, 1, "{tag}");
        assert!(run.err.contains(wanted), "{tag}: {}", run.err);
    }
}
