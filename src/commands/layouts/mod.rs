//! `layouts`: which layouts there are, what they say, what is wrong with a project's own.

mod check;
mod list;
mod show;

use super::terminal::{Console, Exit};
use crate::diag::{Findings, Place, Source, Sources};
use crate::load::Layouts;
use crate::load::layouts::{Entry, Origin};
use crate::model::Located;
use crate::world::World;
use clap::Subcommand;
use std::path::Path;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List all layouts, those of the project first
    #[command(alias = "列表")]
    List(list::Args),
    /// Print a layout and those it extends
    #[command(alias = "查看")]
    Show(show::Args),
    /// Check a project's own layouts, and which fonts are missing here
    #[command(alias = "检查")]
    Check(check::Args),
}

/// Runs a subcommand; the list if none is given.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    match &args.command {
        None => list::run(&list::Args::default(), world, console),
        Some(Command::List(args)) => list::run(args, world, console),
        Some(Command::Show(args)) => show::run(args, world, console),
        Some(Command::Check(args)) => check::run(args, world, console),
    }
}

/// The layouts that a project can use, and what was found while reading them.
struct Rack {
    sources: Sources,
    findings: Findings,
    layouts: Layouts,
}

impl Rack {
    /// Reads the layouts of a folder; of the current one for `None`.
    fn of(world: &dyn World, folder: Option<&Path>) -> Self {
        let (mut sources, mut findings) = (Sources::new(), Findings::new());
        let folder = folder.unwrap_or(Path::new(""));
        let layouts = Layouts::read(world, folder, &mut sources, &mut findings);
        Self {
            sources,
            findings,
            layouts,
        }
    }

    /// A name from the command line, which has no place of its own.
    fn typed(&mut self, name: &str) -> Located<String> {
        let nowhere = self.sources.add(Source::new("", ""));
        Located::new(name.to_owned(), Place::new(nowhere, 0, 0))
    }

    /// The file of a layout, as messages name it; `None` for a built-in one.
    fn file(&self, entry: &Entry) -> Option<String> {
        match entry.origin {
            Origin::Own(id) => self.sources.get(id).map(|s| s.name().to_owned()),
            Origin::BuiltIn(_) => None,
        }
    }

    /// The text of a layout's file.
    fn text(&self, entry: &Entry) -> &str {
        match entry.origin {
            Origin::Own(id) => self.sources.get(id).map_or("", Source::text),
            Origin::BuiltIn(built_in) => built_in.text,
        }
    }
}
