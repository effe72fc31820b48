//! What the README says of figures and relations is what the program prints.

use crate::shell::Shell;

const README: &str = include_str!("../../README.md");

/// The fenced block of a kind that follows some words, without its fences.
fn block(words: &str, kind: &str) -> &'static str {
    let from = README.find(words).unwrap();
    let opener = format!("```{kind}\n");
    let start = from + README[from..].find(&opener).unwrap() + opener.len();
    let end = start + README[start..].find("```").unwrap();
    &README[start..end]
}

/// The rows of the table that follows some words: what is written and what is printed.
fn rows(words: &str) -> Vec<(String, &'static str)> {
    let from = README.find(words).unwrap();
    let table = README[from..]
        .lines()
        .skip_while(|l| !l.starts_with("|---"));
    let rows = table.skip(1).take_while(|l| l.starts_with('|'));
    rows.map(|row| {
        let row = row.replace("\\|", "¦");
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let tag = cells[1].trim_matches('`').replace('¦', "|");
        let printed = README[from..].find(cells[2]).unwrap() + from;
        (tag, &README[printed..printed + cells[2].len()])
    })
    .collect()
}

fn prints_its_table(words: &str, yaml: &str, body: &str) {
    let rows = rows(words);
    assert!(rows.len() >= 4, "{words}");
    let tags: Vec<_> = rows.iter().map(|(tag, _)| tag.as_str()).collect();
    let report = format!(
        "{yaml}{}{body}\"{}\"\n",
        block(words, "yaml"),
        tags.join("; ").replace('"', "\\\"")
    );
    let shell = Shell::new().with("r.yaml", report);
    let run = shell.run("build r.yaml --to md -o out.md");
    assert_eq!(run.code, 0, "{}", run.err);
    let text = shell.text("out.md");
    let printed: Vec<_> = rows.iter().map(|(_, printed)| *printed).collect();
    assert!(text.contains(&printed.join("; ")), "{text}");
}

#[test]
fn the_tables_of_phrases_print_what_they_say() {
    prints_its_table(
        "### What figures can say",
        "template: annual-summary\norganisation: A\nperiod: first half of 2026\n",
        "achievements:\n  - ",
    );
    prints_its_table(
        "数字还能这样说：",
        "模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n",
        "成绩:\n  - ",
    );
}

#[test]
fn the_relations_are_found_as_they_are_shown() {
    for (words, rest, lang) in [
        (
            "Relations that are no sums",
            "template: annual-summary\norganisation: A\nperiod: first half of 2026\n",
            "en",
        ),
        (
            "但也应该对得上的，写进“核对”",
            "模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n",
            "zh",
        ),
    ] {
        let report = format!("{}{rest}", block(words, "yaml"));
        let run = Shell::new()
            .with("r.yaml", report)
            .run(&format!("check r.yaml --lang {lang}"));
        for line in block(words, "text").lines() {
            let told = [&run.out, &run.err].iter().any(|t| t.contains(line));
            assert!(told, "{line}\n{}{}", run.out, run.err);
        }
    }
}
