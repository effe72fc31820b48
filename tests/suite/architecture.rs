//! How the source hangs together, held by reading it as text: who may name whom, where the doors outside are, how long
//! files may be, that no registry forgets a file.

use crate::shell::Shell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use zongjie::writers::FORMATS;

/// A file of `src`, without comments and tests.
struct File {
    /// Its path below `src`, with `/`.
    path: String,
    lines: usize,
    code: String,
}

impl File {
    /// The module at the top that it belongs to: `writers` for `writers/docx/body.rs`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder of the repository.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

fn below(path: &Path, folder: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap();
    relative.to_string_lossy().replace('\\', "/")
}

fn sources() -> Vec<File> {
    let src = root().join("src");
    files(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let kept = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = kept
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            File {
                path: below(&path, &src),
                lines: text.lines().count(),
                code: code.map(|line| format!("{line}\n")).collect(),
            }
        })
        .collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether code has a word: not as part of a longer name.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let longer = word.ends_with(is_name) && after.is_some_and(is_name);
        !longer && !before.is_some_and(is_name)
    })
}

/// The modules that code names by `crate::name` or `crate::{name, …}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let name = |text: &str| {
        text.trim()
            .chars()
            .take_while(|c| is_name(*c))
            .collect::<String>()
    };
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            out.insert(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = 0;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    out.insert(name(&group[start..i]));
                    start = i + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    out.remove("");
    out
}

/// Which modules each module may name. `pipeline`, `commands`, `main` and `lib` stand above all.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("diag", &["bytes", "digest", "language"]),
    ("language", &[]),
    ("digest", &[]),
    ("numeral", &[]),
    ("world", &["digest"]),
    ("document", &["beside", "bytes", "diag", "language"]),
    ("beside", &[]),
    ("bytes", &[]),
    ("layout", &["numeral"]),
    ("model", &["diag", "language"]),
    ("figures", &["diag", "model", "numeral"]),
    (
        "load",
        &["bytes", "diag", "layout", "model", "numeral", "world"],
    ),
    ("look", &["diag", "model", "layout", "load"]),
    (
        "template",
        &[
            "beside", "bytes", "diag", "model", "figures", "document", "numeral",
        ],
    ),
    ("checks", &["bytes", "diag", "model", "figures", "document"]),
    ("office", &[]),
    ("saving", &["diag", "world"]),
    (
        "batch",
        &[
            "bytes", "diag", "digest", "language", "load", "model", "office", "pipeline", "saving",
            "world", "writers",
        ],
    ),
    (
        "writers",
        &["beside", "bytes", "diag", "digest", "document", "layout"],
    ),
];

#[test]
fn modules_name_only_those_below_them() {
    for file in sources() {
        let module = file.module();
        if matches!(module, "pipeline" | "commands" | "main" | "lib") {
            continue;
        }
        let row = MAY_NAME.iter().find(|(name, _)| *name == module);
        let Some((_, allowed)) = row else {
            panic!("{}: say in MAY_NAME what `{module}` may name", file.path);
        };
        for other in named(&file.code) {
            let fine = other == module || allowed.contains(&other.as_str());
            assert!(fine, "{} names crate::{other}", file.path);
        }
    }
}

#[test]
fn every_crate_is_named_in_one_module_only() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let dependencies = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .filter(|(name, _)| !name.starts_with('#'))
        .map(|(name, _)| name.replace('-', "_"));
    let sources = sources();
    for name in dependencies {
        let modules: BTreeSet<_> = sources
            .iter()
            .filter(|file| {
                let path = format!("{name}::");
                file.code.match_indices(&path).any(|(at, _)| {
                    let before = file.code[..at].chars().next_back();
                    !before.is_some_and(|c| is_name(c) || c == ':')
                })
            })
            .map(File::module)
            .collect();
        assert!(modules.len() <= 1, "{name} is named in {modules:?}");
    }
}

#[test]
fn files_are_short_enough_to_read() {
    for file in sources() {
        let limit = if file.path.ends_with("mod.rs") {
            150
        } else {
            400
        };
        assert!(
            file.lines <= limit,
            "{}: {} lines, at most {limit}",
            file.path,
            file.lines
        );
    }
}

#[test]
fn nothing_panics_on_purpose() {
    for file in sources() {
        for word in [
            ".unwrap()",
            ".expect(",
            "panic!(",
            "todo!(",
            "unimplemented!(",
            "unreachable!(",
        ] {
            let found = file.code.contains(word);
            assert!(!found, "{} has {word}", file.path);
        }
    }
}

#[test]
fn the_world_is_the_only_door_outside() {
    let doors: &[(&[&str], &[&str])] = &[
        (&["std::fs", "fs::"], &["world/disk.rs"]),
        (&["std::env", "env::"], &["world/disk.rs", "main.rs"]),
        (
            &["SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"],
            &["world/disk.rs"],
        ),
        (&["std::net", "std::process::Command"], &[]),
        (&["stdout()", "stdin()"], &["main.rs"]),
        // The disk says whether anybody looks at it; it does not print.
        (&["stderr()"], &["main.rs", "world/disk.rs"]),
    ];
    for file in sources() {
        for (words, allowed) in doors {
            for word in *words {
                let fine = allowed.contains(&file.path.as_str()) || !has_word(&file.code, word);
                assert!(fine, "{} names {word}", file.path);
            }
        }
    }
}

#[test]
fn only_commands_print() {
    for file in sources().iter().filter(|f| f.module() != "commands") {
        for word in ["println!", "print!", "eprintln!", "eprint!", "dbg!"] {
            assert!(!has_word(&file.code, word), "{} prints", file.path);
        }
    }
}

#[test]
fn figures_are_exact() {
    for file in sources() {
        if matches!(file.module(), "figures" | "model" | "checks") {
            for word in ["f32", "f64", "to_f32", "to_f64", "from_f32", "from_f64"] {
                assert!(!has_word(&file.code, word), "{} names {word}", file.path);
            }
            let literal = float_literal(&file.code);
            assert_eq!(literal, None, "{} has a float", file.path);
        }
    }
    assert_eq!(float_literal("let x = 1.5;"), Some("1.5".to_owned()));
    assert_eq!(float_literal("let x = (\"1.5\", '\"', t.0.1, 1..5);"), None);
}

/// The first number with a point in some code, outside of its texts.
fn float_literal(code: &str) -> Option<String> {
    let code = code.replace("'\"'", "''").replace("\\\"", "");
    let outside: String = code.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let mut words = outside.split(|c: char| !is_name(c) && c != '.');
    let found = words.find(|word| {
        let (whole, rest) = word.split_once('.').unwrap_or((word, ""));
        let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        is_number(whole) && is_number(rest)
    });
    found.map(str::to_owned)
}

#[test]
fn modules_are_named_after_what_they_do() {
    for file in sources() {
        for part in file.path.trim_end_matches(".rs").split('/') {
            let vague = ["utils", "util", "helpers", "helper", "common", "misc"];
            assert!(!vague.contains(&part), "{}", file.path);
        }
    }
}

/// The names of files and folders right below a folder of `src`, without `mod.rs`.
fn entries(folder: &str) -> BTreeSet<String> {
    let start = format!("{folder}/");
    sources()
        .iter()
        .filter_map(|file| file.path.strip_prefix(&start))
        .filter_map(|rest| rest.split('/').next())
        .map(|name| name.trim_end_matches(".rs").to_owned())
        .filter(|name| name != "mod")
        .collect()
}

#[test]
fn every_writer_is_a_format() {
    let named: BTreeSet<_> = FORMATS.iter().flat_map(|f| [f.name, f.alias]).collect();
    for writer in entries("writers") {
        assert!(
            named.contains(writer.as_str()),
            "writers/{writer} is not in FORMATS"
        );
    }
    assert_eq!(named.len(), 2 * FORMATS.len(), "two formats have one name");
}

#[test]
fn every_command_can_be_called_and_has_help_in_chinese() {
    // What commands share stands in this folder.
    let shared = ["terminal"];
    let shell = Shell::new();
    let help = shell.run("--help --lang zh").out;
    for command in entries("commands") {
        if !shared.contains(&command.as_str()) {
            assert!(
                help.contains(&format!("\n  {command} ")),
                "{command} is not in the help"
            );
            assert_eq!(shell.run(&format!("{command} --help")).code, 0, "{command}");
        }
    }
}

#[test]
fn every_genre_is_listed_and_has_a_report_to_fill_in() {
    let templates = root().join("templates");
    let mut genres = BTreeMap::new();
    for path in files(&templates) {
        let name = below(&path, &templates);
        if let Some(id) = name
            .strip_suffix(".md")
            .filter(|id| id.matches('/').count() == 1)
        {
            genres.insert(id.to_owned(), path);
        }
    }
    let shell = Shell::new();
    let listed = shell.run("templates list").out;
    for (id, path) in genres {
        assert!(listed.contains(&id), "{id} is not listed");
        assert!(
            path.with_extension("new.yaml").exists(),
            "{id} has no .new.yaml"
        );
        assert_eq!(shell.run(&format!("new {id} {id}")).code, 0, "{id}");
    }
}

#[test]
fn no_test_file_is_forgotten() {
    let suite = root().join("tests/suite");
    let main = std::fs::read_to_string(suite.join("main.rs")).unwrap();
    for path in files(&suite) {
        let name = below(&path, &suite);
        let module = name
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        let named = module == "main" || main.contains(&format!("mod {module};"));
        assert!(named, "tests/suite/{name} is not in main.rs");
    }
}
