//! `templates help`: the words of the template language, each with an example and what it prints.

use super::{Console, Exit, trouble};
use crate::diag::render::json::{self, Field};
use crate::diag::{Diagnostic, Text, nearest};
use crate::language::Language;
use crate::template::manual::{Entry, EntryKind, entries};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// One word, in Chinese or English; all if not given
    #[arg(value_name = "WORD")]
    word: Option<String>,
}

const KINDS: &[(EntryKind, &str, &str)] = &[
    (EntryKind::Tag, "标签", "Tags"),
    (
        EntryKind::Name,
        "名称（报告各项之外）",
        "Names beside those of a report",
    ),
    (
        EntryKind::Filter,
        "过滤器：写在 | 后面",
        "Filters, behind |",
    ),
    (EntryKind::Test, "判断：写在 is 后面", "Tests, behind is"),
];

/// Explains all words, or one.
pub fn run(args: &Args, console: &mut Console<'_>) -> Exit {
    let all = entries();
    let typed = args.word.as_deref();
    let is_meant = |e: &&Entry| typed.is_none_or(|word| e.en == word || e.zh == word);
    let meant: Vec<&Entry> = all.iter().filter(is_meant).collect();
    if meant.is_empty() {
        return console.fail(vec![unknown(typed.unwrap_or_default(), &all)]);
    }
    if console.json {
        let records = meant.into_iter().map(|e| record(e, console.language));
        console.say(&json::list("words", records.collect()));
        return Exit::Done;
    }
    for (kind, zh, en) in KINDS {
        let mut first = true;
        for entry in meant.iter().filter(|e| e.kind == *kind) {
            if first {
                console.say(&format!("\n## {}\n", console.language.pick(zh, en)));
                first = false;
            }
            let text = explained(entry, console.language);
            console.say(&text);
        }
    }
    Exit::Done
}

fn explained(entry: &Entry, language: Language) -> String {
    let arguments: Vec<&str> = entry
        .arguments
        .iter()
        .map(|(zh, en)| language.pick(zh, en))
        .collect();
    let (first, second) = match language {
        Language::Chinese => (&entry.zh, &entry.en),
        Language::English => (&entry.en, &entry.zh),
    };
    let other = if first == second {
        String::new()
    } else {
        format!("  {second}")
    };
    let arguments = if arguments.is_empty() {
        String::new()
    } else {
        format!("({})", arguments.join(language.pick("，", ", ")))
    };
    let about = language.pick(&entry.about_zh, &entry.about_en);
    let printed = entry.printed.replace('\n', "\n      ");
    let example = entry.example;
    format!("{first}{arguments}{other}\n    {about}\n    {example}\n    → {printed}")
}

fn record(entry: &Entry, language: Language) -> Vec<(&'static str, Field)> {
    let kind = match entry.kind {
        EntryKind::Filter => "filter",
        EntryKind::Test => "test",
        EntryKind::Tag => "tag",
        EntryKind::Name => "name",
    };
    let about = language.pick(&entry.about_zh, &entry.about_en);
    vec![
        ("kind", Field::One(kind.to_owned())),
        ("en", Field::One(entry.en.clone())),
        ("zh", Field::One(entry.zh.clone())),
        ("about", Field::One(about.to_owned())),
        ("example", Field::One(entry.example.to_owned())),
        ("printed", Field::One(entry.printed.clone())),
    ]
}

fn unknown(typed: &str, all: &[Entry]) -> Diagnostic {
    let names = all.iter().flat_map(|e| [e.zh.as_str(), e.en.as_str()]);
    let message = Text::new(
        format!("模板里没有“{typed}”这个词"),
        format!("the template language has no word `{typed}`"),
    );
    let hint = match nearest(typed, names) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean `{near}`?"),
        ),
        None => Text::new(
            "zongjie templates help 列出全部",
            "`zongjie templates help` lists them all",
        ),
    };
    trouble(message).hint(hint)
}
