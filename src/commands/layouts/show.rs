//! `layouts show`: what a layout says, and below it those it extends.

use super::{Console, Exit, Rack};
use crate::diag::render::json::{self, Field};
use crate::load::layouts::{Entry, Origin};
use crate::world::World;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The layout; `zongjie layouts list` names them
    #[arg(value_name = "LAYOUT")]
    layout: String,
    /// The project whose layouts count; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Prints a layout.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let mut rack = Rack::of(world, args.folder.as_deref());
    let typed = rack.typed(&args.layout);
    let layers = match rack.layouts.layers(&typed) {
        Ok(layers) => layers,
        Err(fault) => {
            // On the command line there is no line to point at.
            let mut fault = *fault;
            fault.place = fault.place.filter(|place| *place != typed.place);
            return console.fail(vec![fault]);
        }
    };
    if console.json {
        let records = layers.iter().map(|entry| record(entry, &rack));
        console.say(&json::list("layers", records.collect()));
        return Exit::Done;
    }
    for (index, entry) in layers.iter().enumerate() {
        if index > 0 {
            console.say("");
        }
        let from = match entry.origin {
            Origin::Own(_) => rack.file(entry).unwrap_or_default(),
            Origin::BuiltIn(built_in) => {
                let word = console.language.pick("内置", "built-in");
                format!("{word} {}.yaml", built_in.id)
            }
        };
        console.say(&format!("== {} · {from}", entry.name));
        console.say(rack.text(entry).trim_end());
    }
    console.remark(&rack.findings, &rack.sources);
    Exit::Done
}

fn record(entry: &Entry, rack: &Rack) -> Vec<(&'static str, Field)> {
    let file = rack.file(entry);
    let layer = if file.is_some() {
        "project"
    } else {
        "built-in"
    };
    let mut fields = vec![
        ("name", Field::One(entry.name.clone())),
        ("layer", Field::One(layer.to_owned())),
        ("text", Field::One(rack.text(entry).to_owned())),
    ];
    fields.extend(file.map(|file| ("file", Field::One(file))));
    fields
}
