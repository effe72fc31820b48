//! The walk of a new user, as the README tells it in both its halves: its commands are run, its blocks are typed.

use crate::shell::Shell;

const README: &str = include_str!("../../README.md");

/// A fenced block and the line of prose before it.
struct Step<'a> {
    prose: &'a str,
    kind: &'a str,
    text: String,
}

fn steps(title: &str) -> Vec<Step<'static>> {
    let start = README.find(&format!("\n## {title}\n")).unwrap() + 1;
    let rest = &README[start + 3..];
    let section = &rest[..rest.find("\n## ").unwrap()];
    let mut out = Vec::new();
    let (mut prose, mut open): (&str, Option<Step<'_>>) = ("", None);
    for line in section.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => {
                let text = String::new();
                open = Some(Step { prose, kind, text });
            }
            (Some(_), Some(_)) => out.extend(open.take()),
            (None, Some(step)) => step.text.push_str(&format!("{line}\n")),
            (None, None) if !line.trim().is_empty() => prose = line,
            (None, None) => {}
        }
    }
    out
}

/// The file that a line of prose names.
fn file_in(prose: &str) -> &str {
    let named = prose.split('`').find(|part| part.ends_with(".yaml"));
    assert!(named.is_some(), "no file in: {prose}");
    named.unwrap_or_default()
}

/// Types a block into a file as the prose says: an item behind the last of its list, a key in place of the old one, or
/// at the end.
fn typed(text: &str, block: &str) -> String {
    if block.starts_with("  - ") {
        let list = text.find("\n成绩:\n").unwrap();
        let end = list + text[list..].find("\n\n").unwrap() + 1;
        return format!("{}{block}{}", &text[..end], &text[end..]);
    }
    let key = block.split(':').next().unwrap();
    let Some(start) = text.find(&format!("\n{key}:")).map(|i| i + 1) else {
        return format!("{text}\n{block}");
    };
    let end = start + text[start..].find("\n\n").unwrap() + 1;
    format!("{}{block}{}", &text[..start], &text[end..])
}

/// Walks, and gives what was built.
fn walked(title: &str, folder: &str) -> String {
    let shell = Shell::new();
    let mut built = String::new();
    for step in steps(title) {
        match step.kind {
            "sh" => {
                for line in step.text.lines() {
                    let command = line.strip_prefix("cargo run --release -- ").unwrap();
                    let run = shell.run(command);
                    assert_eq!(run.code, 0, "{command}: {}", run.err);
                    assert!(!run.err.contains("错误["), "{command}: {}", run.err);
                    let markdown = run.out.lines().find(|l| l.ends_with(".md"));
                    if let Some(path) = markdown.and_then(|l| l.strip_prefix("已生成 ")) {
                        built = shell.text(path);
                    }
                }
            }
            kind => {
                assert_eq!(kind, "yaml");
                let file = file_in(step.prose);
                let old = if shell.exists(file) {
                    shell.text(file)
                } else {
                    String::new()
                };
                let new = if old.is_empty() {
                    step.text
                } else {
                    typed(&old, &step.text)
                };
                shell.put(file, &new);
            }
        }
    }
    assert!(!shell.exists(&format!("{folder}/templates/半年总结.md")));
    built
}

#[test]
fn a_new_user_gets_what_the_readme_promises_in_both_languages() {
    for (title, folder) in [
        ("From Word to zongjie in ten minutes", "my-report"),
        ("从Word到zongjie十分钟", "我的总结"),
    ] {
        let text = walked(title, folder);
        for words in [
            "办成了一批实事",
            "短板和弱项",
            "对照年初目标，还有以下短板：",
            "党建工作",
            "组织专题学习",
            "城西标准厂房",
            "项目计划投资1.2亿元，已完成80%。",
        ] {
            assert!(text.contains(words), "{title}: no {words} in\n{text}");
        }
        for words in ["存在的主要问题", "在肯定成绩的同时"] {
            assert!(!text.contains(words), "{title}: {words} is left");
        }
        assert!(
            text.contains("（四）城西标准厂房") || text.contains("四、城西标准厂房"),
            "{text}"
        );
    }
}
