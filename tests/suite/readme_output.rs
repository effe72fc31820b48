//! What the README shows below a command is what the command prints, in the language of its half.

use crate::shell::Shell;
use std::path::Path;

const README: &str = include_str!("../../README.md");

/// How the README calls the program.
const CALL: &str = "cargo run --release -- ";

/// A command and the output shown below it.
struct Shown {
    line: usize,
    is_chinese: bool,
    command: String,
    output: Vec<String>,
}

/// The commands that stand alone in their block and have their output below, before anything else is run.
fn shown() -> Vec<Shown> {
    let chinese = README
        .find("\n# 中文")
        .map_or(usize::MAX, |at| README[..at].lines().count());
    let (mut all, mut command): (Vec<Shown>, Option<String>) = (Vec::new(), None);
    let mut block: Option<(&str, Vec<String>)> = None;
    for (number, line) in README.lines().enumerate() {
        match (line.strip_prefix("```"), block.take()) {
            (Some(kind), None) => block = Some((kind, Vec::new())),
            (Some(_), Some(("sh", lines))) => {
                let call = lines.first().and_then(|l| l.strip_prefix(CALL));
                command = call.filter(|_| lines.len() == 1).map(str::to_owned);
            }
            (Some(_), Some(("text", output))) => {
                if let Some(command) = &command {
                    all.push(Shown {
                        line: number - output.len(),
                        is_chinese: number > chinese,
                        command: command.clone(),
                        output,
                    });
                }
            }
            (Some(_), Some(_)) => command = None,
            (None, Some((kind, mut lines))) => {
                lines.push(line.to_owned());
                block = Some((kind, lines));
            }
            (None, None) => {}
        }
    }
    all
}

/// A folder with the samples in it.
fn samples() -> Shell {
    let shell = Shell::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy();
                shell.put_bytes(&name.replace('\\', "/"), &std::fs::read(&path).unwrap());
            }
        }
    }
    shell
}

#[test]
fn commands_print_what_the_readme_shows() {
    let all = shown();
    assert!(all.len() >= 8, "only {} outputs were found", all.len());
    let mut wrong = Vec::new();
    for shown in all {
        let language = if shown.is_chinese { "zh" } else { "en" };
        // What stands in quotes has no blanks in it here.
        let command = shown.command.replace('"', "");
        let asked = command.contains("--lang");
        let lang = if asked {
            String::new()
        } else {
            format!(" --lang {language}")
        };
        let run = samples().run(&format!("{command}{lang}"));
        let printed = format!("{}{}", run.out, run.err);
        for (offset, line) in shown.output.iter().enumerate() {
            let line = line.trim_end();
            if line != "…" && !printed.lines().any(|l| l.trim_end() == line) {
                wrong.push(format!("README.md:{}: {line}", shown.line + offset + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
