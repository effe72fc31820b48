//! The reference of the template language: every word is in it, and every example prints what the page says.

use crate::shell::Shell;
use std::collections::BTreeSet;
use zongjie::template::dialect;
use zongjie::template::manual::{EntryKind, SAMPLE, entries};

/// What an example prints, as Markdown.
fn printed(example: &str) -> String {
    let shell = Shell::new().with("p/report.yaml", SAMPLE).with(
        "p/templates/例.md",
        format!("---\n名称: 例\n---\n# 例\n\n{example}\n"),
    );
    let run = shell.run("build p -o out --to md");
    assert_eq!(run.code, 0, "{example}: {}", run.err);
    let text = shell.text("out/例.md");
    text.strip_prefix("# 例\n").unwrap().trim().to_owned()
}

#[test]
fn every_example_prints_what_the_page_says() {
    let mut wrong = Vec::new();
    let mut renewed = String::new();
    let page = include_str!("../../src/template/manual.tsv");
    for (entry, line) in entries().iter().zip(page.lines()) {
        let found = printed(entry.example);
        if found != entry.printed {
            wrong.push(format!(
                "{}\n  says   {}\n  prints {found}",
                entry.example, entry.printed
            ));
        }
        let (start, _) = line.rsplit_once('\t').unwrap();
        renewed.push_str(&format!("{start}\t{}\n", found.replace('\n', "⏎")));
    }
    if std::env::var_os("RENEW_GOLDENS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/template/manual.tsv");
        std::fs::write(path, renewed).unwrap();
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_of_the_language_is_on_the_page_once() {
    let on_page = |kind| -> Vec<String> {
        let meant = entries().into_iter().filter(move |e| e.kind == kind);
        meant.map(|e| e.en).collect()
    };
    let set = |names: Vec<String>| {
        let all: BTreeSet<String> = names.iter().cloned().collect();
        assert_eq!(all.len(), names.len(), "twice in {names:?}");
        all
    };
    let known = |words: Vec<dialect::Word>| words.iter().map(|w| w.en.to_owned()).collect();
    let filters: BTreeSet<String> = known(dialect::filters().collect());
    assert_eq!(set(on_page(EntryKind::Filter)), filters);
    let tests: BTreeSet<String> = known(dialect::tests().collect());
    assert_eq!(set(on_page(EntryKind::Test)), tests);
    // The sections by position are explained with all sections.
    let names: BTreeSet<String> = dialect::HELPERS
        .iter()
        .map(|k| k.en.to_owned())
        .filter(|n| !n.starts_with("sections_"))
        .collect();
    assert_eq!(set(on_page(EntryKind::Name)), names);
}

#[test]
fn every_entry_explains_itself_in_both_languages() {
    for entry in entries() {
        assert!(!entry.about_zh.is_empty(), "{}", entry.en);
        assert!(!entry.about_en.is_empty(), "{}", entry.en);
    }
}

#[test]
fn one_word_can_be_looked_up_by_either_name() {
    let shell = Shell::new();
    for arguments in ["templates help 同比", "模板 帮助 growth"] {
        let run = shell.run(arguments);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("{{ 税收收入 | 同比 }}"), "{}", run.out);
        assert!(run.out.contains("→ 同比增长16.6"), "{}", run.out);
        assert!(!run.out.contains("环比"), "{}", run.out);
    }
    let run = shell.run("templates help 同笔");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("是不是“同比”？"), "{}", run.err);
}
