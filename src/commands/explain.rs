//! `explain`: what a finding means and how to put it right.

use super::terminal::{Console, Exit, trouble};
use crate::checks;
use crate::diag::render::json::{self, Field};
use crate::diag::{Text, nearest, pages};
use crate::language::Language;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code or Chinese name of a finding; all are listed if not given
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// A page, whoever wrote it.
struct Entry {
    id: &'static str,
    zh: &'static str,
    /// Whether it is about the content of a report, not about reading it.
    of_content: bool,
    text: Text,
}

/// The pages of all codes: checks in the order in which they look, then the others.
fn entries() -> Vec<Entry> {
    let checks = checks::all().map(|check| Entry {
        id: check.code.id,
        zh: check.code.zh,
        of_content: true,
        text: Text::new(check.page_zh, check.page_en),
    });
    let others = pages().map(|page| Entry {
        id: page.id,
        zh: page.zh,
        of_content: false,
        text: Text::new(
            format!(
                "## 什么意思\n\n{}\n\n## 怎么改\n\n{}\n",
                page.meaning.zh, page.cure.zh
            ),
            format!(
                "## What it means\n\n{}\n\n## How to put it right\n\n{}\n",
                page.meaning.en, page.cure.en
            ),
        ),
    });
    checks.chain(others).collect()
}

/// Prints one page, or lists all codes.
pub fn run(args: &Args, console: &mut Console<'_>) -> Exit {
    let all = entries();
    let Some(typed) = args.code.as_deref().map(str::trim) else {
        list(&all, console);
        return Exit::Done;
    };
    let wanted = typed.to_lowercase();
    let found = all.iter().find(|e| e.id == wanted || e.zh == typed);
    let Some(entry) = found else {
        return console.fail(vec![unknown(typed, &all)]);
    };
    if console.json {
        let records = vec![record(entry, console.language)];
        console.say(&json::list("codes", records));
    } else {
        let page = entry.text.of(console.language).trim_end();
        console.say(&format!("# {} {}\n\n{page}", entry.id, entry.zh));
    }
    Exit::Done
}

fn unknown(typed: &str, all: &[Entry]) -> crate::diag::Diagnostic {
    let message = Text::new(
        format!("没有名为“{typed}”的检查或错误"),
        format!("there is no finding `{typed}`"),
    );
    let hint = match nearest(typed, all.iter().flat_map(|e| [e.id, e.zh])) {
        Some(near) => Text::new(format!("是不是“{near}”"), format!("did you mean `{near}`?")),
        None => Text::new(
            "zongjie explain 列出全部",
            "`zongjie explain` lists them all",
        ),
    };
    trouble(message).hint(hint)
}

fn record(entry: &Entry, language: Language) -> Vec<(&'static str, Field)> {
    let one = |text: &str| Field::One(text.to_owned());
    vec![
        ("code", one(entry.id)),
        ("name", one(entry.zh)),
        (
            "about",
            one(language.pick(
                if entry.of_content { "内容" } else { "读取" },
                if entry.of_content {
                    "content"
                } else {
                    "reading"
                },
            )),
        ),
        ("page", one(entry.text.of(language))),
    ]
}

fn list(all: &[Entry], console: &mut Console<'_>) {
    if console.json {
        let records = all.iter().map(|e| record(e, console.language)).collect();
        console.say(&json::list("codes", records));
        return;
    }
    let language = console.language;
    let (content, reading): (Vec<_>, Vec<_>) = all.iter().partition(|e| e.of_content);
    let titles = [
        language.pick("对内容的检查：", "what is checked in a report:"),
        language.pick(
            "文件读不了、写不成：",
            "what keeps files from being read or written:",
        ),
    ];
    let mut lines = Vec::new();
    for (title, entries) in titles.into_iter().zip([content, reading]) {
        lines.push(title.to_owned());
        let line = |e: &&Entry| format!("  {:<30}{}", e.id, e.zh).trim_end().to_owned();
        lines.extend(entries.iter().map(line));
        lines.push(String::new());
    }
    lines.push(
        language
            .pick(
                "看其中一项：zongjie explain 数字无来源",
                "for one of them: zongjie explain number-without-source",
            )
            .to_owned(),
    );
    console.say(&lines.join("\n"));
}
