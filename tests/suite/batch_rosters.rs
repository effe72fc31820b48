//! The kinds of rosters: tables as offices keep them, spreadsheets, lists and folders of YAML.

use crate::batch::REPORT;
use crate::shell::{Run, Shell};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::path::Path;

fn shell() -> Shell {
    Shell::new().with("r.yaml", REPORT)
}

/// Makes the documents of a roster in Markdown.
fn made(shell: &Shell, roster: &str) -> Run {
    let run = shell.run(&format!("batch {roster} --report r.yaml -o o --to md"));
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

const TABLE: &str = "姓名,职务,办理业务\r\n林晓,科员,126件\r\n周启明,会计,88件\r\n";

#[test]
fn tables_are_read_in_every_encoding_that_offices_use() {
    let (gbk, _, _) = encoding_rs::GB18030.encode(TABLE);
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(TABLE.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let kinds: [(&str, Vec<u8>); 4] = [
        ("UTF-8", TABLE.into()),
        ("UTF-8 with a mark", format!("\u{feff}{TABLE}").into()),
        ("GBK", gbk.into_owned()),
        ("UTF-16 with tabs", utf16),
    ];
    for (kind, bytes) in kinds {
        let shell = shell();
        shell.put_bytes("名册.csv", &bytes);
        made(&shell, "名册.csv");
        assert!(shell.text("o/周启明.md").contains("办理业务88件"), "{kind}");
        assert!(shell.text("o/林晓.md").contains("担任科员"), "{kind}");
    }
}

#[test]
fn separators_captions_and_line_ends_are_recognised() {
    for table in [
        TABLE.replace(',', ";"),
        TABLE.replace(',', "\t"),
        format!("sep=;\r\n{}", TABLE.replace(',', ";")),
        TABLE.replace("\r\n", "\r"),
        TABLE.replace("\r\n", "\n\n"),
        format!("2026年试用期人员名册,,\r\n,,\r\n{TABLE},,\r\n"),
        TABLE.replace(',', " , "),
        TABLE.trim_end().to_owned(),
        "\"姓名\",\"职务\",\"办理业务\"\n\"林晓\",\"科员\",\"126件\"\n\"周启明\", \"会计\" ,\"88件\"".to_owned(),
    ] {
        let shell = shell().with("t.csv", &table);
        made(&shell, "t.csv");
        assert!(shell.text("o/周启明.md").contains("担任会计"), "{table}");
        assert!(shell.text("o/周启明.md").contains("88件"), "{table}");
    }
}

#[test]
fn quotes_and_line_ends_in_cells_are_kept() {
    let shell = shell().with(
        "t.csv",
        "姓名,职务,导语,问题,下一步\n\
         林晓,\"主管, \"\"一级\"\"\",\"第一段。\r\n第二段。\",\"1.经验不足\n2.沟通不够\n\",\"1.5万元的缺口要补上\n多学习\"\n\
         周启明,屏幕27\"专员,,,\n",
    );
    made(&shell, "t.csv");
    let text = shell.text("o/林晓.md");
    assert!(text.contains("第一段。\n\n第二段。"), "{text}");
    assert!(text.contains("一是经验不足；二是沟通不够。"), "{text}");
    assert!(
        text.contains("一是1.5万元的缺口要补上；二是多学习。"),
        "{text}"
    );
    assert!(
        !text.contains("主管"),
        "the report's own 导语 would print it: {text}"
    );
    let text = shell.text("o/周启明.md");
    assert!(text.contains("担任屏幕27\"专员"), "{text}");
    assert!(!text.contains("经验不足"), "{text}");
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_row_only() {
    let good: String = (0..50)
        .map(|n| format!("职员{n},科员,\"{n}件\"\n"))
        .collect();
    let shell = shell().with(
        "t.csv",
        format!("姓名,职务,办理业务\n林晓,\"科员,126件\n{good}"),
    );
    let run = shell.run("batch t.csv --report r.yaml -o o --to md --lang en");
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out,
        "51 in the roster: 50 written, 0 unchanged, 1 failed\n"
    );
    assert!(run.err.contains("t.csv:2:"), "{}", run.err);
}

#[test]
fn places_in_a_cell_are_those_of_the_file() {
    let shell = shell().with(
        "t.csv",
        "姓名,职务,问题\n林晓,科员,\"经验\"\"不足\"\"\n还有{{不存在的}}问题\"\n",
    );
    let run = shell.run("batch t.csv --report r.yaml -o o --to md --lang en");
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("t.csv:3:5: error[unknown-name]"),
        "{}",
        run.err
    );
}

#[test]
fn columns_are_keys_in_either_language_and_figures_by_their_names() {
    for heading in [
        "姓名,职务,办理业务,问题",
        "name,position,figures.办理业务.value,problems",
        "姓名,职务,指标.办理业务.本期,问题.分项",
        "姓名,职务,指标．办理业务,问题",
    ] {
        let shell = shell().with("t.csv", format!("{heading}\n林晓,科员,126件,经验不足\n"));
        made(&shell, "t.csv");
        let text = shell.text("o/林晓.md");
        assert!(
            text.contains("办理业务126件") && text.contains("经验不足"),
            "{heading}: {text}"
        );
    }
}

#[test]
fn columns_that_mean_nothing_are_refused_with_what_may_be_meant() {
    for (heading, message) in [
        ("姓名,职物", "是不是“职务”？"),
        ("姓名,posision", "是不是“position”？"),
        ("姓名,指标.办理业物.本期", "是不是“指标.办理业务.本期”？"),
        ("姓名,指标.办理业务.本斯", "是不是“指标.办理业务.本期”？"),
        (
            "姓名,指标.接待来访.本期",
            "表头“指标.接待来访.本期”不是报告里的键",
        ),
        ("姓名,身份证号", "如 #身份证号，仍可用来给文件命名"),
        ("姓名,章节", "不是报告里的键"),
        ("姓名,部门，职务", "分列的逗号要用英文逗号“,”"),
        ("姓名,姓名", "有两列填写“姓名”"),
        ("姓名,name", "有两列填写“name”"),
    ] {
        let shell = shell().with("t.csv", format!("{heading}\n林晓,科员\n"));
        let run = shell.run("batch t.csv --report r.yaml -o o --to md");
        assert_eq!(run.code, 1, "{heading}");
        assert!(run.err.contains(message), "{heading}: {}", run.err);
        assert!(!shell.exists("o/林晓.md"));
    }
}

#[test]
fn a_row_without_a_name_is_nobody_and_stops_nobody_else() {
    let shell = Shell::new()
        .with("r.yaml", format!("{REPORT}姓名: 王一凡\n"))
        .with("t.csv", "姓名,职务\n林晓,科员\n,合计\n,小计\n周启明,会计\n");
    let run = shell.run("batch t.csv --report r.yaml -o o --to md");
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err.matches("这一行没有填姓名").count(),
        2,
        "{}",
        run.err
    );
    assert!(shell.exists("o/林晓.md") && shell.exists("o/周启明.md"));
    assert!(!shell.exists("o/王一凡.md"));
}

#[test]
fn no_file_is_named_by_the_placeholder_of_the_shared_report() {
    let shell = Shell::new()
        .with("r.yaml", format!("{REPORT}姓名: 待填\n"))
        .with("t.yaml", "- {姓名: 林晓, 职务: 科员}\n- {职务: 科员}\n");
    let run = shell.run("batch t.yaml --report r.yaml -o o --to md");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("没有填“姓名”"), "{}", run.err);
    assert!(shell.exists("o/林晓.md") && !shell.exists("o/待填.md"));
}

#[test]
fn a_cell_in_a_unit_of_another_kind_is_an_error_of_its_row() {
    let shell = shell().with(
        "t.csv",
        "姓名,职务,办理业务\n林晓,科员,90%\n周启明,会计,88\n",
    );
    let run = shell.run("batch t.csv --report r.yaml -o o --to md");
    assert!(
        run.err.contains("“办理业务”的单位是“件”，本期却写成“90%”"),
        "{}",
        run.err
    );
    assert!(run.err.contains("t.csv:2:"), "{}", run.err);
    assert_eq!(run.err.matches("单位不同类").count(), 1, "{}", run.err);
}

#[test]
fn an_empty_cell_leaves_what_the_report_says() {
    let shell = shell().with(
        "t.csv",
        "姓名,职务,单位\n林晓,科员,\n周启明,科员,城东分局\n",
    );
    made(&shell, "t.csv");
    assert!(
        shell.text("o/林晓.md").contains("宁川市"),
        "{}",
        shell.text("o/林晓.md")
    );
    assert!(shell.text("o/周启明.md").contains("城东分局"));
}

#[test]
fn the_sample_roster_builds_without_a_finding() {
    let shell = Shell::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/zh/probation-summary");
    for name in ["batch.yaml", "roster.csv"] {
        shell.put_bytes(name, &std::fs::read(folder.join(name)).unwrap());
    }
    let run = shell
        .run("batch roster.csv --report batch.yaml -o o --name {{部门}}/{{姓名}}-{{期间}}.docx");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "名册共 5 人：生成 5 份，未变 0 份，失败 0 份\n");
    assert!(shell.exists("o/招商部/林晓-2026年4—6月.docx"));
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let places = Format::new().set_num_format("0.00");
    let percent = Format::new().set_num_format("0.0%");
    let unit = Format::new().set_num_format("#,##0\"件\"");
    let day = Format::new().set_num_format("yyyy/m/d");
    let merged = Format::new();
    book.add_worksheet().set_name("说明").unwrap();
    let sheet = book.add_worksheet().set_name("名单").unwrap();
    sheet
        .merge_range(0, 0, 0, 6, "2026年试用期人员名册", &merged)
        .unwrap();
    for (column, title) in [
        "姓名",
        "部门",
        "职务",
        "入职日期",
        "办理业务",
        "指标.兑现资金.本期",
        "问题",
    ]
    .iter()
    .enumerate()
    {
        sheet
            .write(1, u16::try_from(column).unwrap(), *title)
            .unwrap();
    }
    sheet.merge_range(2, 1, 3, 1, "招商部", &merged).unwrap();
    let joined = ExcelDateTime::from_ymd(2026, 4, 1).unwrap();
    for (row, name, posts) in [(2, "林晓", 1126.0), (3, "周启明", 88.0), (5, "何静", 89.0)] {
        sheet.write(row, 0, name).unwrap();
        sheet.write(row, 2, "科员").unwrap();
        sheet.write_with_format(row, 3, &joined, &day).unwrap();
        sheet.write_with_format(row, 4, posts, &unit).unwrap();
        sheet.write_with_format(row, 5, 205_263.0, &places).unwrap();
        sheet.write(row, 6, "经验不足\n沟通不够").unwrap();
    }
    sheet.write_with_format(5, 4, 0.1664, &percent).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_spreadsheet_gives_what_its_cells_show() {
    let report = REPORT
        .replace("指标:\n", "指标:\n  兑现资金: {状态: 待补, 单位: 元}\n")
        .replace("没有出现差错", "兑现资金{{兑现资金}}");
    let shell = Shell::new().with("r.yaml", report);
    shell.put_bytes("名册.xlsx", &workbook());
    let run = shell.run("batch 名册.xlsx --report r.yaml -o o --to md --name {{部门}}/{{姓名}}");
    let text = shell.text("o/招商部/周启明.md");
    assert!(text.contains("自2026年4月1日入职"), "{text}");
    assert!(text.contains("办理业务88件，兑现资金205263.00元"), "{text}");
    assert!(text.contains("一是经验不足；二是沟通不够。"), "{text}");
    assert!(shell.text("o/招商部/林晓.md").contains("办理业务1126件"));
    // The third has no department.
    assert_eq!(run.code, 1);
    assert!(
        run.err
            .contains("名册.xlsx:名单!A6: 错误[无法命名]：没有填“部门”"),
        "{}",
        run.err
    );
}

#[test]
fn a_fault_in_a_spreadsheet_is_told_with_its_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        ["姓名", "职务", "办理业务"],
        ["林晓", "科员", "很多"],
        ["周启明", "科员", "8件"],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write(row, column, *cell).unwrap();
        }
    }
    let shell = shell();
    shell.put_bytes("t.xlsx", &book.save_to_buffer().unwrap());
    let run = shell.run("batch t.xlsx --report r.yaml -o o --to md --format json");
    assert_eq!(run.code, 1);
    let expected = "\"file\":\"t.xlsx\",\"line\":2,\"column\":3,\"cell\":\"Sheet1!C2\"";
    assert!(run.out.contains(expected), "{}", run.out);
    assert!(shell.exists("o/周启明.md"));
    for (name, bytes) in [
        ("kaputt.xlsx", &b"PK\x03\x04 nothing"[..]),
        ("leer.xlsx", &b""[..]),
    ] {
        shell.put_bytes(name, bytes);
        let run = shell.run(&format!("batch {name} --report r.yaml -o o"));
        assert_eq!(run.code, 1);
        assert!(run.err.contains("不是完好的 Excel 工作簿"), "{}", run.err);
    }
    shell.put("alt.xls", "x");
    assert!(
        shell
            .run("batch alt.xls --report r.yaml")
            .err
            .contains("另存为 .xlsx 或 .csv")
    );
}

#[test]
fn a_list_is_read_entry_by_entry_and_a_broken_one_spoils_no_other() {
    let shell = shell().with(
        "t.yaml",
        "# 名册\n---\n- 姓名: 林晓\n  职务: 科员\n  指标:\n    办理业务: 126件\n  问题:\n  - 经验不足\n  - 沟通不够\n\
         - 姓名: 周启明\n  职务: [科员\n- 姓名: 何静\n  职务：科员\n- 姓名: 马骏\n  职物: 会计\n- 姓名: 方雨桐\n  职务: 文秘\n",
    );
    let run = shell.run("batch t.yaml --report r.yaml -o o --to md --lang en");
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out,
        "5 in the roster: 2 written, 0 unchanged, 3 failed\n"
    );
    let text = shell.text("o/林晓.md");
    assert!(
        text.contains("办理业务126件") && text.contains("一是经验不足；二是沟通不够。"),
        "{text}"
    );
    assert!(shell.exists("o/方雨桐.md"));
    assert!(
        run.err.contains("t.yaml:15:3: error[unknown-key]"),
        "{}",
        run.err
    );
    assert!(run.err.contains("t.yaml:13:"), "{}", run.err);

    shell.put("map.yaml", "姓名: 林晓\n职务: 科员\n");
    let run = shell.run("batch map.yaml --report r.yaml -o o");
    assert!(
        run.err.contains("名册应是一个列表，每人一条"),
        "{}",
        run.err
    );
}

#[test]
fn a_folder_has_a_file_for_each_person() {
    let shell = shell()
        .with("p/report.yaml", REPORT)
        .with("p/01林晓.yaml", "姓名: 林晓\n职务: 科员\n办理业务: 1\n")
        .with("p/02周启明.yml", "姓名: 周启明\n职务: 会计\n")
        .with("p/~$x.yaml", "x")
        .with("p/readme.txt", "x");
    let run = shell.run("batch p --report p/report.yaml -o o --to md --lang en");
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out,
        "2 in the roster: 1 written, 0 unchanged, 1 failed\n"
    );
    assert!(
        run.err.contains("p/01林晓.yaml:3:1: error[unknown-key]"),
        "{}",
        run.err
    );
    assert!(shell.text("o/02周启明.md").contains("担任会计"));
    let run = shell.run("batch p --report p/report.yaml -o o --to md --name {{职务}}");
    assert!(shell.exists("o/会计.md"), "{}", run.err);
}

#[test]
fn any_bytes_are_a_roster_or_refused_but_never_a_panic() {
    for (name, bytes) in [
        ("a.csv", vec![]),
        ("a.csv", vec![0; 100]),
        ("a.csv", vec![0xff; 100]),
        ("a.csv", b"\"".to_vec()),
        ("a.csv", b",,,\n\n\"\"\"\n".to_vec()),
        ("a.csv", "姓名\n\"".into()),
        ("a.yaml", b"- ".to_vec()),
        ("a.yaml", b"-\n-\n-\n".to_vec()),
        ("a.yaml", b"- &a *a\n- {\n".to_vec()),
        ("a.xlsx", b"PK".to_vec()),
    ] {
        let shell = shell();
        shell.put_bytes(name, &bytes);
        let run = shell.run(&format!("batch {name} --report r.yaml -o o --to md"));
        assert_eq!(run.code, 1, "{name} {bytes:?}: {}", run.out);
        assert!(run.err.contains("错误"), "{name} {bytes:?}: {}", run.err);
    }
}
