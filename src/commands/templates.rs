//! `templates`: which genres there are.

use super::terminal::{Console, Exit, Faults, trouble};
use crate::diag::render::Language;
use crate::diag::render::json::{self, Field};
use crate::diag::{Text, nearest};
use crate::load;
use crate::model::Genre;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List all genres
    List,
}

/// Lists the genres.
pub fn run(args: &Args, console: &mut Console<'_>) -> Exit {
    match args.command {
        None | Some(Command::List) => list(console),
    }
    Exit::Done
}

fn list(console: &mut Console<'_>) {
    let genres = load::genres();
    if console.json {
        let records = genres.into_iter().map(record).collect();
        console.say(&json::list("templates", records));
        return;
    }
    for genre in genres {
        let aliases = match (genre.aliases.as_slice(), console.language) {
            ([], _) => String::new(),
            (names, Language::Chinese) => format!("（也叫{}）", names.join("、")),
            (names, Language::English) => format!(" (also {})", names.join(", ")),
        };
        console.say(&format!("{}{aliases}  {}", genre.name, genre.id));
        console.say(&format!("    {}", genre.about));
    }
}

fn record(genre: Genre) -> Vec<(&'static str, Field)> {
    vec![
        ("id", Field::One(genre.id)),
        ("name", Field::One(genre.name)),
        ("aliases", Field::Many(genre.aliases)),
        ("about", Field::One(genre.about)),
    ]
}

/// The genre of a name, alias or id.
///
/// # Errors
/// When there is none, with the nearest name.
pub fn find(typed: &str) -> Result<Genre, Faults> {
    let genres = load::genres();
    let is = |g: &&Genre| g.id == typed || g.name == typed || g.aliases.iter().any(|a| a == typed);
    if let Some(genre) = genres.iter().find(is) {
        return Ok(genre.clone());
    }
    let names = genres.iter().flat_map(|g| {
        let aliases = g.aliases.iter().map(String::as_str);
        [g.name.as_str(), g.id.as_str()].into_iter().chain(aliases)
    });
    let hint = match nearest(typed, names) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean `{near}`?"),
        ),
        None => Text::new(
            "用 zongjie templates list 查看全部文种",
            "see `zongjie templates list`",
        ),
    };
    let message = Text::new(format!("没有文种“{typed}”"), format!("no genre `{typed}`"));
    Err(vec![trouble(message).hint(hint)])
}
