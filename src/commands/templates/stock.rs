//! The templates that a project can use, and where each comes from.

use super::{Faults, unknown};
use crate::diag::{Findings, Place, Source, SourceId, Sources};
use crate::load::{self, Shelf, library};
use crate::model::{Genre, Length, Located};
use crate::world::World;
use std::path::Path;

/// The templates of a project and what was found while reading them.
pub struct Stock {
    /// All texts.
    pub sources: Sources,
    /// What was wrong with them.
    pub findings: Findings,
    /// The templates.
    pub shelf: Shelf,
}

impl Stock {
    /// Reads the templates of a folder; the current one for `None`.
    pub fn of(world: &dyn World, folder: Option<&Path>) -> Self {
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
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn genre(&mut self, typed: &str) -> Result<Genre, Faults> {
        // A name has no place of its own on the command line.
        let place = self.nowhere();
        let name = Located::new(typed.to_owned(), place);
        let mut findings = Findings::new();
        match self.shelf.find(&name, &mut self.sources, &mut findings) {
            Some(genre) => {
                let phrases = self.shelf.phrases.of(&genre, Length::Full);
                Ok(Genre { phrases, ..genre })
            }
            None => Err(vec![unknown(typed, &self.shelf.names())]),
        }
    }

    fn nowhere(&mut self) -> Place {
        let id = self.sources.add(Source::new("", ""));
        Place::new(id, 0, 0)
    }

    /// Which layer a source belongs to.
    pub fn layer(&self, id: SourceId) -> Layer {
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
pub enum Layer {
    /// From the program.
    BuiltIn,
    /// From the project's `templates/`.
    Project,
    /// From the project's 措辞.yaml.
    Phrase,
}
