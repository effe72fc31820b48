//! `templates`: which genres there are, what they hold, what is wrong with a project's own, and how to begin one's own.

mod eject;
mod fields;
mod help;
mod lint;
mod list;
mod show;
mod skeleton;
mod stock;

use super::terminal::{Console, Exit, Faults, trouble};
use crate::diag::{Diagnostic, Sources, Text, nearest};
use crate::load;
use crate::model::Genre;
use crate::world::World;
use clap::Subcommand;
use std::path::PathBuf;
use stock::{Layer, Stock};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List all genres, those of a project first
    #[command(alias = "列表")]
    List(list::Args),
    /// Print a template with the file each line comes from
    #[command(alias = "查看")]
    Show(Which),
    /// Print a report to fill in, with the sentences each key goes into
    #[command(alias = "字段")]
    Fields(Which),
    /// Check the templates and wording of a project, without its data
    #[command(alias = "检查")]
    Lint(lint::Args),
    /// Copy wording into a project, to be edited there
    #[command(alias = "导出")]
    Eject(eject::Args),
    /// Explain the words of the template language
    #[command(alias = "帮助")]
    Help(help::Args),
}

/// A genre, seen from a project.
#[derive(Debug, clap::Args)]
struct Which {
    /// The genre; `zongjie templates list` names them
    #[arg(value_name = "GENRE")]
    genre: String,
    /// The project whose wording counts; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs a subcommand; the list if none is given.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    match &args.command {
        None => list::run(&list::Args::default(), world, console),
        Some(Command::List(args)) => list::run(args, world, console),
        Some(Command::Show(which)) => show::run(which, world, console),
        Some(Command::Fields(which)) => fields::run(which, world, console),
        Some(Command::Lint(args)) => lint::run(args, world, console),
        Some(Command::Eject(args)) => eject::run(args, world, console),
        Some(Command::Help(args)) => help::run(args, console),
    }
}

/// The built-in genre of a name, alias or id.
///
/// # Errors
/// When there is none, with the nearest name.
pub fn find(typed: &str) -> Result<Genre, Faults> {
    if let Some(genre) = load::shelf::built_in_genre(typed, &mut Sources::new()) {
        return Ok(genre);
    }
    let names: Vec<String> = load::genres()
        .into_iter()
        .flat_map(|g| [g.name, g.id].into_iter().chain(g.aliases))
        .collect();
    Err(vec![unknown(typed, &names)])
}

fn unknown(typed: &str, names: &[String]) -> Diagnostic {
    let hint = match nearest(typed, names.iter().map(String::as_str)) {
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
    trouble(message).hint(hint)
}
