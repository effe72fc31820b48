//! `layouts list`: all layouts, those of the project first.

use super::{Console, Exit, Rack};
use crate::diag::render::json::{self, Field};
use crate::language::Language;
use crate::load::layouts::{Entry, Origin};
use crate::world::World;
use std::path::PathBuf;

#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// The project whose own layouts are listed too; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Lists the layouts.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let rack = Rack::of(world, args.folder.as_deref());
    let entries = rack.layouts.all();
    if console.json {
        let records = entries.into_iter().map(|entry| record(entry, &rack));
        console.say(&json::list("layouts", records.collect()));
        return Exit::Done;
    }
    for entry in entries {
        let aliases = match (entry.aliases.as_slice(), console.language) {
            ([], _) => String::new(),
            (names, Language::Chinese) => format!("（也叫{}）", names.join("、")),
            (names, Language::English) => format!(" (also {})", names.join(", ")),
        };
        let from = match entry.origin {
            Origin::Own(_) => rack.file(&entry).unwrap_or_default(),
            Origin::BuiltIn(built_in) => built_in.id.to_owned(),
        };
        console.say(&format!("{}{aliases}  {from}", entry.name));
        if !entry.about.is_empty() {
            console.say(&format!("    {}", entry.about));
        }
    }
    console.remark(&rack.findings, &rack.sources);
    Exit::Done
}

fn record(entry: Entry, rack: &Rack) -> Vec<(&'static str, Field)> {
    let file = rack.file(&entry);
    let layer = if file.is_some() {
        "project"
    } else {
        "built-in"
    };
    let mut fields = vec![
        ("name", Field::One(entry.name)),
        ("aliases", Field::Many(entry.aliases)),
        ("about", Field::One(entry.about)),
        ("layer", Field::One(layer.to_owned())),
    ];
    fields.extend(file.map(|file| ("file", Field::One(file))));
    fields
}
