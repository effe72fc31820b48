//! `batch`: one document for each row, whatever is wrong with the others.

use crate::shell::{Shell, run_in};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use zongjie::world::{Kind, Memory, World};

/// A report that a roster is laid over.
pub const REPORT: &str = "\
模板: 试用期总结
单位: 宁川市生态工业园管理委员会
期间: 2026年4—6月
成文日期: 2026-06-25
指标:
  办理业务: {状态: 待补, 单位: 件}
成绩:
  - 标题: 认真履职，完成各项任务
    正文: |
      我共办理业务{{办理业务}}，没有出现差错。
下一步:
  - 制订学习计划
  - 多向同事请教
篇幅: 简版
";

const HEADING: &str = "姓名,部门,职务,入职日期,办理业务,问题,篇幅,版式,模板,#工号\n";

/// A row of `HEADING` with one cell of its own.
fn row(n: usize, column: usize, cell: &str) -> String {
    let (name, id) = (format!("职员{n}"), format!("N{n:04}"));
    let plain = [
        &name,
        "招商部",
        "科员",
        "2026-04-01",
        "126件",
        "经验不足",
        "",
        "",
        "",
        &id,
    ];
    let mut cells = plain.map(str::to_owned);
    if let Some(own) = cells.get_mut(column) {
        *own = cell.to_owned();
    }
    cells.join(",") + "\n"
}

/// Ways in which a row is wrong: the column, what is typed there, the code of the finding.
const WAYS: [(usize, &str, &str); 14] = [
    (0, "", "nameless-file"),
    (0, "...", "nameless-file"),
    (1, "\"招商部", "unclosed-quote"),
    (2, "科员,兼职", "cell-astray"),
    (4, "#N/A", "cell-error"),
    (4, "####", "cell-error"),
    (3, "2026-13-01", "bad-value"),
    (4, "很多", "bad-value"),
    (5, "{{办理业物}}不够多", "unknown-name"),
    (5, "办理业务只有{{办理业务", "unclosed-tag"),
    (6, "长版", "bad-value"),
    (7, "公闻", "unknown-layout"),
    (8, "试用期总给", "unknown-template"),
    (5, "不\u{7}足", "reserved-character"),
];

fn shell(roster: &str) -> Shell {
    Shell::new()
        .with("r.yaml", REPORT)
        .with("roster.csv", roster)
}

/// All documents of a folder with what is remembered of them.
fn documents(shell: &Shell, names: impl Iterator<Item = String>) -> Vec<Option<Vec<u8>>> {
    names
        .map(|name| shell.exists(&name).then(|| shell.bytes(&name)))
        .collect()
}

#[test]
fn of_a_thousand_rows_thirty_seven_are_bad_and_all_others_are_written() {
    let mut roster = HEADING.to_owned();
    let mut wrong = Vec::new();
    for n in 0..1000 {
        if n % 27 == 5 {
            let (column, cell, code) = WAYS[wrong.len() % WAYS.len()];
            wrong.push((n + 2, code));
            roster.push_str(&row(n, column, cell));
        } else {
            roster.push_str(&row(n, usize::MAX, ""));
        }
    }
    assert_eq!(wrong.len(), 37);
    let shell = shell(&roster);
    let run = shell.run("batch roster.csv --report r.yaml -o out --to md --format json --lang en");
    assert_eq!(run.code, 1, "{}", run.out);
    let counts = "{\"files\":963,\"written\":963,\"unchanged\":0,\"failed\":37,\"left_out\":0,";
    assert!(run.out.starts_with(counts), "{}", &run.out[..400]);
    let found: Vec<_> = findings(&run.out);
    let expected: Vec<_> = wrong
        .iter()
        .map(|(line, code)| ((*code).to_owned(), "roster.csv".to_owned(), *line))
        .collect();
    assert_eq!(found, expected);
    assert!(shell.text("out/职员0.md").contains("办理业务126件"));
    assert!(!shell.exists("out/职员5.md"));

    let again = shell.run("batch roster.csv --report r.yaml -o out --to md --lang en");
    assert_eq!(again.code, 1);
    assert_eq!(
        again.out,
        "1000 in the roster: 0 written, 963 unchanged, 37 failed\n"
    );
}

/// Code, file and line of the findings in a JSON object.
fn findings(json: &str) -> Vec<(String, String, usize)> {
    let object: serde_json::Value = serde_json::from_str(json).unwrap();
    let findings = object["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|f| {
            let text = |key: &str| f[key].as_str().unwrap_or_default().to_owned();
            let line = usize::try_from(f["line"].as_u64().unwrap_or(0)).unwrap();
            (text("code"), text("file"), line)
        })
        .collect()
}

#[test]
fn one_thread_and_two_make_the_same_files_and_messages() {
    let rows: String = (0..60)
        .map(|n| match n % 7 {
            3 => row(n, 4, "很多"),
            _ => row(n, usize::MAX, ""),
        })
        .collect();
    let shell = shell(&format!("{HEADING}{rows}"));
    let one = shell.run("batch roster.csv --report r.yaml -o one --jobs 1");
    let two = shell.run("batch roster.csv --report r.yaml -o two --jobs 2");
    assert_eq!(
        (one.code, &one.out, &one.err),
        (two.code, &two.out, &two.err)
    );
    let names = |folder: &'static str| {
        (0..60)
            .flat_map(|n| ["docx", "md"].map(|e| format!("职员{n}.{e}")))
            .chain([".zongjie".to_owned()])
            .map(move |name| format!("{folder}/{name}"))
    };
    assert_eq!(
        documents(&shell, names("one")),
        documents(&shell, names("two"))
    );
}

#[test]
fn only_what_changed_is_written_again() {
    let rows: String = (0..5).map(|n| row(n, usize::MAX, "")).collect();
    let shell = shell(&format!("{HEADING}{rows}"));
    shell.run("batch roster.csv --report r.yaml -o out --to md");
    let changed = rows.replace("职员3,招商部,科员", "职员3,招商部,主管");
    shell.put("roster.csv", &format!("{HEADING}{changed}"));
    let run = shell.run("批量 roster.csv --report r.yaml -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out, "名册共 5 人：生成 1 份，未变 4 份，失败 0 份\n");
    assert!(shell.text("out/职员3.md").contains("主管"));
}

#[test]
fn a_document_edited_by_hand_is_left_alone_unless_forced() {
    let rows: String = (0..3).map(|n| row(n, usize::MAX, "")).collect();
    let shell = shell(&format!("{HEADING}{rows}"));
    shell.run("batch roster.csv --report r.yaml -o out --to md");
    shell.put("out/职员1.md", "领导改过");
    shell.put("r.yaml", &REPORT.replace("没有出现差错", "没有差错"));
    let run = shell.run("batch roster.csv --report r.yaml -o out --to md");
    assert_eq!(run.code, 1);
    assert_eq!(run.out, "名册共 3 人：生成 2 份，未变 0 份，失败 1 份\n");
    assert!(
        run.err.contains("roster.csv:3:1: 错误[文档被改过]"),
        "{}",
        run.err
    );
    assert_eq!(shell.text("out/职员1.md"), "领导改过");

    let run = shell.run("batch roster.csv --report r.yaml -o out --to md --force");
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(shell.text("out/职员1.md.bak"), "领导改过");
    assert!(shell.text("out/职员1.md").contains("没有差错"));
}

/// A world whose disk is full after some writes, or that shows progress.
struct Failing {
    inner: Memory,
    left: AtomicUsize,
    clock: AtomicUsize,
}

impl Failing {
    fn new(inner: Memory, left: usize) -> Self {
        let (left, clock) = (AtomicUsize::new(left), AtomicUsize::new(0));
        Self { inner, left, clock }
    }

    fn spend(&self) -> io::Result<()> {
        let spent = |left: usize| left.checked_sub(1);
        let full = |_| io::Error::from(io::ErrorKind::StorageFull);
        let order = Ordering::SeqCst;
        self.left
            .fetch_update(order, order, spent)
            .map(drop)
            .map_err(full)
    }
}

impl World for Failing {
    fn kind(&self, path: &Path) -> Kind {
        self.inner.kind(path)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.inner.read(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.inner.list(folder)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.spend()?;
        self.inner.write(path, bytes)
    }
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // The last append before the end is torn.
        match self.spend() {
            Ok(()) => self.inner.append(path, bytes),
            Err(error) => {
                self.inner.append(path, &bytes[..bytes.len() / 2])?;
                Err(error)
            }
        }
    }
    fn elapsed(&self) -> Duration {
        Duration::from_millis(50 * self.clock.fetch_add(1, Ordering::SeqCst) as u64)
    }
    fn is_watched(&self) -> bool {
        true
    }
    fn prefers_chinese(&self) -> Option<bool> {
        None
    }
    fn today(&self) -> (i16, i8, i8) {
        (2026, 7, 10)
    }
}

#[test]
fn cut_short_anywhere_and_run_again_gives_the_same_end() {
    let rows = |post: &str| -> String { (0..20).map(|n| row(n, 2, post)).collect() };
    let world = |roster: String| {
        Memory::new()
            .with("r.yaml", REPORT)
            .with("roster.csv", HEADING.to_owned() + &roster)
    };
    let command = "batch roster.csv --report r.yaml -o out --to md --jobs 1";
    let state = |world: &dyn World| -> Vec<Vec<u8>> {
        let files = world.list(Path::new("out")).unwrap();
        assert_eq!(files.len(), 21, "documents and what is remembered of them");
        files.iter().map(|file| world.read(file).unwrap()).collect()
    };
    let whole = world(rows("主管"));
    assert_eq!(run_in(&whole, command).code, 0);
    let expected = state(&whole);
    for left in 0..32 {
        // Written once; then the roster changes, and the second run is cut short.
        let first = world(rows("科员"));
        run_in(&first, command);
        let roster = HEADING.to_owned() + &rows("主管");
        first
            .write(Path::new("roster.csv"), roster.as_bytes())
            .unwrap();
        let failing = Failing::new(first, left);
        run_in(&failing, command);
        // The roster changes once more before it is run again.
        let inner = failing.inner;
        let between = HEADING.to_owned() + &rows("文员");
        inner
            .write(Path::new("roster.csv"), between.as_bytes())
            .unwrap();
        let run = run_in(&inner, command);
        assert_eq!(run.code, 0, "after {left} writes: {}", run.err);
        inner
            .write(Path::new("roster.csv"), roster.as_bytes())
            .unwrap();
        assert_eq!(run_in(&inner, command).code, 0);
        assert_eq!(state(&inner), expected, "after {left} writes");
    }
}

#[test]
fn a_full_disk_is_told_row_by_row_and_never_leaves_half_a_file() {
    let rows: String = (0..20).map(|n| row(n, usize::MAX, "")).collect();
    let world = Memory::new()
        .with("r.yaml", REPORT)
        .with("roster.csv", HEADING.to_owned() + &rows);
    let failing = Failing::new(world, 9);
    let run = run_in(
        &failing,
        "batch roster.csv --report r.yaml -o out --to md --lang en --jobs 1",
    );
    assert_eq!(run.code, 1);
    assert!(run.err.contains("cannot write `out/"), "{}", run.err);
    assert!(run.out.contains("20 in the roster: "), "{}", run.out);
}

#[test]
fn the_progress_bar_shows_rate_and_remaining_time_and_leaves_nothing_behind() {
    let rows: String = (0..20).map(|n| row(n, usize::MAX, "")).collect();
    let world = Memory::new()
        .with("r.yaml", REPORT)
        .with("roster.csv", HEADING.to_owned() + &rows);
    let world = Failing::new(world, usize::MAX);
    let run = run_in(&world, "batch roster.csv --report r.yaml -o out --to md");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err
            .contains("\r[############............] 10/20，每秒 20 份，还需 0:01"),
        "{}",
        run.err
    );
    assert!(run.err.ends_with(" \r"), "{}", run.err);
    assert!(!run.err.contains('\n'), "{}", run.err);
}

#[test]
fn two_rows_with_one_name_stop_everything_also_if_only_letter_case_differs() {
    let roster = "姓名,职务\n张三,科员\nAnn,科员\n\n张三,主管\nANN,主管\n";
    let shell = shell(roster);
    let run = shell.run("batch roster.csv --report r.yaml -o out");
    assert_eq!(run.code, 1);
    assert!(
        run.err
            .contains("roster.csv:5:1: 错误[文件重名]：文件名“张三”与第2行重复"),
        "{}",
        run.err
    );
    assert!(
        run.err
            .contains("roster.csv:6:1: 错误[文件重名]：文件名“ANN”与第3行重复"),
        "{}",
        run.err
    );
    assert!(!shell.exists("out/.zongjie") && !shell.exists("out/张三.md"));
    let run = shell.run("batch roster.csv --report r.yaml -o out --to md --name {{职务}}/{{姓名}}");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(shell.exists("out/主管/张三.md") && shell.exists("out/科员/Ann.md"));
}

#[test]
fn two_rows_with_one_name_far_down_stop_everything_as_well() {
    let rows: String = (0..60).map(|number| row(number, 1, "")).collect();
    let shell = shell(&format!("{HEADING}{rows}{}", row(0, 2, "")));
    let run = shell.run("batch roster.csv --report r.yaml -o out --to md --jobs 2");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("roster.csv:62:1: "), "{}", run.err);
    assert!(!shell.exists("out/.zongjie") && !shell.exists("out/职员1.md"));
}

#[test]
fn a_row_that_says_something_only_behind_its_name_is_a_row() {
    let shell = shell("姓名,职务,#备注\n张三,科员,\n,,\n,,说明\n");
    let run = shell.run("batch roster.csv --report r.yaml -o out --to md");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("roster.csv:4:1: "), "{}", run.err);
    assert!(shell.exists("out/张三.md"));
}

#[test]
fn names_are_made_of_columns_and_of_what_the_report_says() {
    let roster = format!("{HEADING}{}", row(7, 1, "招商/服务"));
    let shell = shell(&roster);
    for (pattern, file) in [
        (
            "{{部门}}/{{姓名}}-{{期间}}.md",
            "招商_服务/职员7-2026年4—6月.md",
        ),
        ("{{工号}}", "N0007.md"),
        ("{{#工号}}_{{name}}.docx", "N0007_职员7.md"),
        ("{{模板}}-{{指标.办理业务.本期}}", "试用期总结-126件.md"),
        ("CON/{{姓名}}", "_CON/职员7.md"),
        ("版本1.5/{{姓名}}", "版本1.5/职员7.md"),
    ] {
        let run = shell.run(&format!(
            "batch roster.csv --report r.yaml -o o --to md --name {pattern}"
        ));
        assert_eq!(run.code, 0, "{pattern}: {}", run.err);
        assert!(shell.exists(&format!("o/{file}")), "{pattern}");
    }
    for (pattern, message) in [
        ("{{姓明}}", "是不是“{{姓名}}”？"),
        ("{{带教人}}", "不是名册的列，报告里也没有填"),
        ("{{姓名", "不能用作文件名"),
        ("../{{姓名}}", "不能用作文件名"),
        ("/{{姓名}}", "不能用作文件名"),
    ] {
        let run = shell.run(&format!(
            "batch roster.csv --report r.yaml -o p --name {pattern}"
        ));
        assert_eq!(run.code, 2, "{pattern}");
        assert!(run.err.contains(message), "{pattern}: {}", run.err);
    }
    assert!(!shell.exists("p/.zongjie"));
}

#[test]
fn the_format_follows_the_name_when_nothing_else_is_asked_for() {
    let shell = shell("姓名,职务\n张三,科员\n");
    let run = shell.run("batch roster.csv --report r.yaml -o o --name {{姓名}}.docx");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(shell.exists("o/张三.docx") && !shell.exists("o/张三.md"));
}

#[test]
fn a_finding_about_the_report_is_told_once() {
    let shell = Shell::new()
        .with("r.yaml", REPORT.replace("没有出现差错", "办结率为98%"))
        .with(
            "roster.csv",
            "姓名,职务,办理业务\n张三,科员,1件\n李四,科员,2件\n王五,科员,\n",
        );
    let run = shell.run("batch roster.csv --report r.yaml -o o --to md --lang en");
    assert_eq!(run.code, 0, "{}", run.err);
    // One row lacks the figure, the others have it.
    assert_eq!(
        run.err.matches("[figure-pending]").count(),
        1,
        "{}",
        run.err
    );
    assert!(
        run.err.contains("roster.csv:4:1: warning[figure-pending]"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("r.yaml:6:3: see also: printed here"),
        "{}",
        run.err
    );

    shell.put("roster.csv", "姓名,职务\n张三,科员\n李四,科员\n");
    let run = shell.run("batch roster.csv --report r.yaml -o o --to md --lang en");
    assert_eq!(
        run.err.matches("[figure-pending]").count(),
        1,
        "{}",
        run.err
    );
    assert!(
        run.err.contains("r.yaml:6:3: warning[figure-pending]"),
        "{}",
        run.err
    );
}

#[test]
fn the_final_version_is_withheld_from_who_still_lacks_a_figure() {
    let shell = shell("姓名,职务,办理业务\n张三,科员,1件\n李四,科员,\n");
    let run = shell.run("batch roster.csv --report r.yaml -o o --to md --final");
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(shell.exists("o/张三.md") && !shell.exists("o/李四.md"));
}

#[test]
fn what_cannot_be_begun_is_explained() {
    let shell = shell("性名,职务\n张三,科员\n")
        .with("leer.csv", "姓名,职务\n,\n")
        .with("bad.yaml", "模板: [");
    for (arguments, code, message) in [
        (
            "roster.csv --report r.yaml",
            1,
            "roster.csv:1:1: 错误[不认识的键]：表头“性名”不是报告里的键",
        ),
        ("leer.csv --report r.yaml", 1, "名册“leer.csv”里没有人"),
        ("nichts.csv --report r.yaml", 2, "找不到“nichts.csv”"),
        ("roster.csv --report nichts.yaml", 2, "找不到“nichts.yaml”"),
        ("roster.csv --report bad.yaml", 1, "bad.yaml:"),
        ("roster.csv", 2, "缺少参数：--report"),
    ] {
        let run = shell.run(&format!("batch {arguments}"));
        assert_eq!(run.code, code, "{arguments}: {}", run.err);
        assert!(run.err.contains(message), "{arguments}: {}", run.err);
        let run = shell.run(&format!("batch {arguments} --format json"));
        assert!(run.out.starts_with("{\"files\":"), "{}", run.out);
    }
}
