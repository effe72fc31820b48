//! `templates list`: all genres, those of the project first.

use super::stock::{Layer, Stock};
use super::{Console, Exit};
use crate::diag::Source;
use crate::diag::render::json::{self, Field};
use crate::language::Language;
use crate::model::Genre;
use crate::world::World;
use std::path::PathBuf;

#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// The project whose own templates are listed too; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Lists the genres.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let mut stock = Stock::of(world, args.folder.as_deref());
    let genres = stock.shelf.all(&mut stock.sources, &mut stock.findings);
    let own: Vec<Option<String>> = genres.iter().map(|g| own_file(g, &stock)).collect();
    if console.json {
        let records = genres.into_iter().zip(own).map(record).collect();
        console.say(&json::list("templates", records));
        return Exit::Done;
    }
    for (genre, own) in genres.iter().zip(own) {
        let aliases = match (genre.aliases.as_slice(), console.language) {
            ([], _) => String::new(),
            (names, Language::Chinese) => format!("（也叫{}）", names.join("、")),
            (names, Language::English) => format!(" (also {})", names.join(", ")),
        };
        let from = own.unwrap_or_else(|| genre.id.clone());
        console.say(&format!("{}{aliases}  {from}", genre.name));
        if !genre.about.is_empty() {
            console.say(&format!("    {}", genre.about));
        }
    }
    console.remark(&stock.findings, &stock.sources);
    Exit::Done
}

/// The file in which a project words a genre itself, wholly or in blocks.
fn own_file(genre: &Genre, stock: &Stock) -> Option<String> {
    let layers = genre.layers.iter().map(|layer| layer.source);
    let mut files = layers.chain([genre.source]);
    let own = files.find(|id| stock.layer(*id) == Layer::Project)?;
    stock.sources.get(own).map(Source::name).map(str::to_owned)
}

fn record((genre, own): (Genre, Option<String>)) -> Vec<(&'static str, Field)> {
    let layer = if own.is_some() { "project" } else { "built-in" };
    let mut fields = vec![
        ("id", Field::One(genre.id)),
        ("name", Field::One(genre.name)),
        ("aliases", Field::Many(genre.aliases)),
        ("about", Field::One(genre.about)),
        ("layer", Field::One(layer.to_owned())),
    ];
    fields.extend(own.map(|file| ("file", Field::One(file))));
    fields
}
