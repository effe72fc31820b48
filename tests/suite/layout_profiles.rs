//! Profiles as files: what a report may name, what one profile takes from another, what is said of mistakes.

use crate::docx_package::values;
use crate::shell::{Run, Shell, report, run_in};
use zongjie::layout::{Chars, Line, NumberForm, Twips, Typeface};
use zongjie::load::layouts::profile;
use zongjie::world::Memory;

const REPORT: &str = "\
模板: 半年总结
版式: 我的版式
单位: 某单位
期间: 2026年上半年
成绩: [一项。]
";

/// A build with a profile of one's own.
fn build(own: &str) -> Run {
    let shell = Shell::new().with("p/report.yaml", REPORT);
    let shell = shell.with("p/layouts/我的版式.yaml", own);
    shell.run("build p -o out --to docx --lang zh")
}

/// What a build with a profile of one's own says of it, one message after the other, with the cure behind `=>`.
fn said(own: &str) -> Vec<String> {
    let shell = Shell::new().with("p/report.yaml", REPORT);
    let shell = shell.with("p/layouts/我的版式.yaml", own);
    let run = shell.run("build p -o out --to docx --lang zh --format json");
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let own = |finding: &&serde_json::Value| {
        let file = finding["file"].as_str().unwrap_or_default();
        file.ends_with("我的版式.yaml")
    };
    let findings = object["findings"].as_array().unwrap().iter().filter(own);
    let said = findings.map(|finding| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let (line, column) = (&finding["line"], &finding["column"]);
        let (message, hint) = (text("message"), text("hint"));
        format!("{line}:{column} {message} => {hint}")
    });
    said.collect()
}

#[test]
fn three_lines_change_an_official_page_and_leave_the_rest() {
    let shell = Shell::new().with("p/report.yaml", REPORT).with(
        "p/版式/我的版式.yaml",
        "继承: 公文\n正文: {行距: 28磅}\n一级标题: {加粗: 是}\n",
    );
    let run = shell.run("build p -o out --to docx --final");
    assert_eq!(run.code, 0, "{}", run.err);
    let parts = crate::docx_package::parts(&shell.bytes("out/某单位2026年上半年工作总结.docx"));
    let styles = &parts["word/styles.xml"];
    assert!(
        styles.contains("w:line=\"560\""),
        "the lines of running text"
    );
    let heading = styles.split("w:styleId=\"Heading1\"").nth(1).unwrap();
    let heading = heading.split("</w:style>").next().unwrap();
    assert!(heading.contains("<w:b"), "{heading}");
    assert!(heading.contains("黑体"), "{heading}");
    assert!(heading.contains("w:line=\"560\""), "{heading}");
}

#[test]
fn a_profile_is_also_found_by_its_path() {
    let shell = Shell::new()
        .with(
            "p/report.yaml",
            REPORT.replace("我的版式", "那边/单位.yaml"),
        )
        .with("p/那边/单位.yaml", "extends: plain\nbody: {size: 14pt}\n");
    let run = shell.run("build p -o out --to docx");
    assert_eq!(run.code, 0, "{}", run.err);
    let missing = Shell::new().with("p/report.yaml", REPORT.replace("我的版式", "没有.yaml"));
    let run = missing.run("build p --lang zh");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("找不到版式文件“没有.yaml”"), "{}", run.err);
}

#[test]
fn a_project_may_have_its_own_official_profile_over_the_built_in_one() {
    let shell = Shell::new()
        .with("p/report.yaml", REPORT.replace("我的版式", "公文"))
        .with("p/layouts/公文.yaml", "正文: {行距: 28磅}\n");
    let run = shell.run("build p -o out --to docx");
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn all_mistakes_of_a_profile_are_told_at_once_with_their_cures() {
    let own = "\
继承: 公文
页面:
  左边距: 28
  右边距: -26毫米
  边距: 3毫米
正文: {字号: 三号字, 首行缩进: 2}
一级标题: {编号: 甲、}
标提: {字号: 二号}
二级标题: {字号: 16}
引文: {编号: 一、}
表题: 居中
署名: {行距: 三行, 段前: 2字}
";
    let mut found = said(own);
    found.sort_by_key(|line| {
        let mut place = line
            .split([':', ' '])
            .map(|part| part.parse::<u32>().unwrap_or(0));
        (place.next(), place.next())
    });
    let expected = [
        "3:8 长度“28”没有写单位 => 请写 左边距: 28毫米",
        "4:8 “右边距”不能是“-26毫米”，要大于零 => 请写 右边距: 26毫米",
        "5:3 这里没有“边距”这个键 => 是不是“上边距”？",
        "6:10 字号“三号字”不认识 => 请写 字号: 三号、小四 或 16磅",
        "6:21 长度“2”没有写单位 => 请写 首行缩进: 2字",
        "7:12 “编号”不能是“甲、” => 可选：一、、（一）、1.、（1）、①、第一，、1.1、不编号",
        "8:1 这里没有“标提”这个键 => 是不是“标题”？",
        "9:12 长度“16”没有写单位 => 请写 字号: 16磅",
        "10:6 编号只用于标题 => ",
        "11:5 “表题”应为“键: 值”，这里是文字 => ",
        "12:10 “三行”不是长度 => 请写 行距: 28.95磅",
        "12:18 “段前”不能用“2字”这样的单位 => 请写 段前: 14磅 或 1行",
    ];
    assert_eq!(found, expected, "{found:#?}");
}

#[test]
fn a_grid_that_does_not_fit_the_page_is_an_error_where_it_is_said() {
    assert_eq!(
        said("继承: 公文\n正文: {行距: 29磅}\n"),
        [
            "2:10 每页22行放不下：22行×29磅＝638磅，版心高637.8磅 => 正文的行距最多写 28.95磅；或改写 每页行数: 21"
        ]
    );
    assert_eq!(
        said("页面: {每行字数: 30}\n"),
        [
            "1:12 每行30字放不下：30字×15.75磅＝472.5磅，版心宽441.7磅 => 正文的字距写 -1.3磅；或改写 每行字数: 28"
        ]
    );
    assert_eq!(
        said("页面: {左边距: 180毫米}\n"),
        [
            "1:11 页面宽595.3磅，除去边距，版心只剩10.8磅 => 请改 左边距、右边距或宽：版心至少141.75磅，纸张至多1584磅"
        ]
    );
}

#[test]
fn a_chart_higher_than_the_page_is_an_error_where_it_is_said() {
    let cure = "请改图的 高 和 最高，至多 637.8磅";
    assert_eq!(
        said("图: {高: 300毫米}\n"),
        [format!(
            "1:8 图高850.4磅，一页放不下：版心高637.8磅 => {cure}"
        )]
    );
    assert_eq!(
        said("图:\n  高: 8行\n  最高: 30行\n"),
        [format!(
            "3:7 图高868.5磅，一页放不下：版心高637.8磅 => {cure}"
        )]
    );
}

#[test]
fn mistakes_in_tables_and_charts_are_told_with_their_cures() {
    for (own, expected) in [
        (
            "图: {高: 70}\n",
            "1:8 长度“70”没有写单位 => 请写 高: 70毫米",
        ),
        (
            "图: {最高: 2字}\n",
            "1:9 “最高”不能用“2字”这样的单位 => 请写 最高: 80毫米 或 8行",
        ),
        (
            "图: {高: -8行}\n",
            "1:8 “高”不能是“-8行”，要大于零 => 请写 高: 8行",
        ),
        (
            "图: {最多数值: 很多}\n",
            "1:11 “最多数值”应为0到1000的整数，这里是“很多” => ",
        ),
        (
            "表格: {最多列数: 0}\n",
            "1:12 “最多列数”应为1到1000的整数，这里是“0” => ",
        ),
        (
            "表格: {行高: 1倍}\n",
            "1:10 “行高”不能用“1倍”这样的单位 => 请写 行高: 14磅 或 1行",
        ),
        (
            "图: {高度: 8行}\n",
            "1:5 这里没有“高度”这个键 => 是不是“高”？",
        ),
    ] {
        assert_eq!(said(own), [expected], "{own}");
    }
}

#[test]
fn a_profile_says_how_high_charts_and_rows_are_and_which_tables_are_turned_or_divided() {
    let report = "\
格式: 1
模板: 半年总结
版式: 我的版式
单位: 某单位
期间: 2026年上半年
指标表:
  产值:
    单位: 亿元
    列: [一月, 二月, 三月]
    行: {甲: [1, 2, 3], 乙: [4, 5, 6]}
成绩:
  - 标题: 产值
    正文: |
      {{ 指标表.产值 | 制表(题=\"产值\") }}

      见图。

      {{ 指标表.产值 | 图(题=\"产值\", 形式=\"条形图\") }}

      {{ 指标表.产值 | 图(题=\"产值\", 形式=\"折线图\") }}
";
    let built = |own: &str| {
        let shell = Shell::new().with("p/report.yaml", report);
        let shell = shell.with("p/layouts/我的版式.yaml", own);
        let run = shell.run("build p --to docx -o x.docx");
        assert_eq!(run.code, 0, "{}", run.err);
        crate::docx_package::parts(&shell.bytes("x.docx"))
    };
    let heights = |own: &str| {
        let parts = built(own);
        let heights = values(&parts["word/document.xml"], "wp:extent", "cy");
        heights.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    // 8 lines of 28.95 points, in units of which a point has 12700.
    assert_eq!(heights("继承: 公文\n"), ["2941320", "2941320"]);
    assert_eq!(heights("图: {高: 100磅}\n"), ["2205990", "1270000"]);
    assert_eq!(
        heights("图: {高: 100磅, 最高: 150磅}\n"),
        ["1905000", "1270000"]
    );
    let usual = built("继承: 公文\n");
    let (body, chart) = (
        &usual["word/document.xml"],
        &usual["word/charts/chart1.xml"],
    );
    assert!(!body.contains("w:trHeight") && !body.contains("landscape"));
    assert_eq!(body.matches("<w:tr><w:trPr><w:cantSplit/>").count(), 3);
    let kept = |body: &str| {
        let table = body.split("</w:tbl>").next().unwrap_or_default();
        let table = table.split("<w:tbl>").nth(1).unwrap_or_default();
        table.matches("<w:keepNext/>").count()
    };
    assert!(kept(body) > 0 && chart.contains("<c:showVal val=\"1\"/>"));
    let own = built("表格: {行高: 1行, 不跨页行数: 1, 最多列数: 3}\n图: {最多数值: 5}\n");
    let (body, chart) = (&own["word/document.xml"], &own["word/charts/chart1.xml"]);
    assert_eq!(values(body, "w:trHeight", "w:val"), ["579", "579", "579"]);
    assert!(body.contains("landscape"));
    assert_eq!(kept(body), 0);
    assert!(!chart.contains("<c:showVal val=\"1\"/>"));
}

#[test]
fn the_styles_of_an_english_document_have_english_names() {
    let shell = Shell::new().with(
        "r.yaml",
        "template: annual-summary\norganisation: An Office\nperiod: 2026\nachievements: [One thing.]\n",
    );
    let run = shell.run("build r.yaml --to docx -o x.docx");
    assert_eq!(run.code, 0, "{}", run.err);
    let parts = crate::docx_package::parts(&shell.bytes("x.docx"));
    let names = values(&parts["word/styles.xml"], "w:name", "w:val");
    assert!(names.contains(&"Annex Mark") && names.contains(&"Table Text"));
    assert!(names.iter().all(|name| name.is_ascii()), "{names:?}");
}

#[test]
fn a_name_that_is_no_layout_and_a_circle_are_errors() {
    let run = build("继承: 公闻\n");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("没有版式“公闻”"), "{}", run.err);
    assert!(run.err.contains("是不是“公文”？"), "{}", run.err);
    let run = build("继承: 我的版式\n");
    assert!(run.err.contains("又回到了自己"), "{}", run.err);
}

#[test]
fn a_profile_that_is_no_yaml_or_no_map_stops_the_build_and_an_empty_one_is_official() {
    for own in ["正文: {字号: 三号\n", "- 公文\n", "正文：三号\n"] {
        assert_eq!(build(own).code, 1, "{own}");
    }
    assert_eq!(build("# 空的\n").code, 0);
}

#[test]
fn the_plain_profile_is_small_letters_at_one_and_a_half_lines() {
    let plain = profile("普通").unwrap();
    assert_eq!(plain.body.typeface, Typeface::Songti);
    assert_eq!(plain.body.size.twips(), Twips(240));
    assert_eq!(plain.body.line, Line::Times(150));
    assert_eq!(plain.page.top, Twips(1440));
    assert_eq!(plain.page.left, Twips(1803));
    assert_eq!(plain.body.indent.first_line, Chars::whole(2));
}

#[test]
fn the_english_profile_has_no_chinese_font_and_decimal_numbers() {
    let english = profile("English").unwrap();
    assert!(english.typefaces().is_empty());
    assert!(
        english
            .headings
            .iter()
            .all(|h| h.number == NumberForm::Decimal)
    );
    assert_eq!(english.body.indent.first_line, Chars(0));
}

#[test]
fn layouts_are_listed_shown_and_checked() {
    let shell = Shell::new().with("p/report.yaml", REPORT).with(
        "p/layouts/我的版式.yaml",
        "说明: 本单位用\n继承: 普通\n正文: {字号: 16}\n",
    );
    let listed = shell.run("版式 列表 p --lang zh").out;
    assert!(
        listed.starts_with("我的版式  p/layouts/我的版式.yaml\n    本单位用\n"),
        "{listed}"
    );
    for name in ["公文", "普通", "述职", "English"] {
        assert!(listed.contains(name), "{listed}");
    }
    let shown = shell.run("layouts show 我的版式 p --lang zh").out;
    let heads: Vec<&str> = shown.lines().filter(|l| l.starts_with("== ")).collect();
    assert_eq!(
        heads,
        [
            "== 我的版式 · p/layouts/我的版式.yaml",
            "== 普通 · 内置 layouts/plain.yaml",
            "== 公文 · 内置 layouts/official.yaml"
        ]
    );
    for path in ["p", "p/layouts/我的版式.yaml"] {
        let checked = shell.run(&format!("layouts check {path} --lang zh"));
        assert_eq!(checked.code, 1, "{path}");
        assert!(checked.err.contains("3:10: 错误"), "{}", checked.err);
        assert!(checked.err.contains("请写 字号: 16磅"), "{}", checked.err);
    }
    assert_eq!(shell.run("layouts show 公闻").code, 2);
    assert_eq!(shell.run("layouts check").code, 0);
}

#[test]
fn every_built_in_profile_is_listed_and_has_no_mistakes() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/layouts");
    let listed = Shell::new().run("layouts list").out;
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_string_lossy();
        assert!(
            listed.contains(&format!("layouts/{id}\n")),
            "{id} is not listed"
        );
        let text = std::fs::read_to_string(&path).unwrap();
        let run = Shell::new()
            .with("layouts/own.yaml", text)
            .run("layouts check layouts/own.yaml --lang zh");
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{id}");
        count += 1;
    }
    assert_eq!(listed.matches("  layouts/").count(), count);
}

#[test]
fn check_tells_each_font_that_this_machine_lacks_once() {
    let world = Memory::new()
        .with("layouts/own.yaml", "字体: Windows\n")
        .with_fonts(&["仿宋", "楷体", "SimHei", "宋体", "Times New Roman"]);
    let run = run_in(&world, "layouts check --lang zh");
    assert_eq!(run.code, 0, "{}", run.err);
    let told: Vec<&str> = run.err.lines().filter(|l| l.contains("本机没有")).collect();
    assert_eq!(told.len(), 2, "{}", run.err);
    assert!(
        run.err
            .contains("本机没有字体“黑体”，在本机上用“SimHei”代替")
    );
    assert!(
        run.err
            .contains("本机没有字体“方正小标宋简体”，也没有代替它的“华文中宋”")
    );
}

#[test]
fn the_profiles_of_the_readme_have_no_mistakes() {
    let readme = include_str!("../../README.md");
    for title in ["## Layouts\n", "## 换版式\n"] {
        let section = readme.split(title).nth(1).unwrap();
        let own = section.split("```yaml\n").nth(1).unwrap();
        let own = own.split("```").next().unwrap();
        assert_eq!(said(own), Vec::<String>::new(), "{own}");
        assert_eq!(build(own).code, 0, "{own}");
    }
}

#[test]
fn the_final_version_tells_which_fonts_this_machine_lacks_and_a_draft_does_not() {
    let world = || Memory::new().with_fonts(&["黑体", "仿宋", "Times New Roman"]);
    let built = |arguments: &str| {
        let world = world().with("r.yaml", report("总结"));
        run_in(&world, &format!("build r.yaml -o o --lang zh {arguments}"))
    };
    let last = built("--final");
    assert_eq!(last.code, 0, "{}", last.err);
    assert!(
        last.err
            .contains("本机没有字体“仿宋_GB2312”，在本机上用“仿宋”代替"),
        "{}",
        last.err
    );
    assert!(!last.err.contains("没有字体“黑体”"), "{}", last.err);
    for arguments in ["", "--final --to md"] {
        assert!(!built(arguments).err.contains("没有字体"), "{arguments}");
    }
}
