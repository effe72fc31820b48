//! `templates`: which genres there are, what they hold, what is wrong with a project's own, and how to begin one's own.

mod eject;
mod fields;
mod lint;
mod list;
mod show;
mod skeleton;

use super::terminal::{Console, Exit, Faults, trouble};
use crate::diag::{Findings, Source, SourceId, Sources, Text, nearest};
use crate::load::{self, Shelf, library};
use crate::model::{Genre, Located};
use crate::world::World;
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List all genres
    #[command(alias = "列表")]
    List,
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
        None | Some(Command::List) => list::run(console),
        Some(Command::Show(which)) => show::run(which, world, console),
        Some(Command::Fields(which)) => fields::run(which, world, console),
        Some(Command::Lint(args)) => lint::run(args, world, console),
        Some(Command::Eject(args)) => eject::run(args, world, console),
    }
}

/// The templates of a project and what was found while reading them.
struct Stock {
    sources: Sources,
    findings: Findings,
    shelf: Shelf,
}

impl Stock {
    fn of(world: &dyn World, folder: Option<&Path>) -> Self {
        let (mut sources, mut findings) = (Sources::new(), Findings::new());
        let folder = folder.unwrap_or(Path::new(""));
        let shelf = Shelf::read(world, folder, &mut sources, &mut findings);
        Self {
            sources,
            findings,
            shelf,
        }
    }

    /// A genre with the project's wording for it.
    fn genre(&mut self, typed: &str) -> Result<Genre, Faults> {
        // A name has no place of its own on the command line.
        let place = self.nowhere();
        let name = Located::new(typed.to_owned(), place);
        let mut findings = Findings::new();
        match self.shelf.find(&name, &mut self.sources, &mut findings) {
            Some(genre) => {
                let phrases = self.shelf.phrases.of(&genre, crate::model::Length::Full);
                Ok(Genre { phrases, ..genre })
            }
            None => Err(vec![unknown(typed, &self.shelf.names())]),
        }
    }

    fn nowhere(&mut self) -> crate::diag::Place {
        let id = self.sources.add(Source::new("", ""));
        crate::diag::Place::new(id, 0, 0)
    }

    /// Which layer a source belongs to.
    fn layer(&self, id: SourceId) -> Layer {
        let name = self.sources.get(id).map_or("", Source::name);
        let is =
            |list: &[library::BuiltIn]| list.iter().any(|b| name.strip_suffix(".md") == Some(b.id));
        if is(library::GENRES) || is(library::PARTS) {
            Layer::BuiltIn
        } else if load::phrases::NAMES.iter().any(|n| name.ends_with(n)) {
            Layer::Phrase
        } else {
            Layer::Project
        }
    }
}

/// Where wording comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    BuiltIn,
    Project,
    Phrase,
}

/// The built-in genre of a name, alias or id.
///
/// # Errors
/// When there is none, with the nearest name.
pub fn find(typed: &str) -> Result<Genre, Faults> {
    let genres = load::genres();
    if let Some(genre) = genres.iter().find(|g| load::shelf::is_called(g, typed)) {
        return Ok(genre.clone());
    }
    let names: Vec<String> = genres
        .into_iter()
        .flat_map(|g| [g.name, g.id].into_iter().chain(g.aliases))
        .collect();
    Err(vec![unknown(typed, &names)])
}

fn unknown(typed: &str, names: &[String]) -> crate::diag::Diagnostic {
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
