//! Bytes to facts: the files of a project become one report, and all that is wrong with them becomes findings.
//!
//! ```text
//! bytes ─encoding─▶ text ─yaml─▶ tree of nodes ─traps─▶ mended tree ─merge, settings─▶ one tree ─decode─▶ Report
//! template ─genre─▶ what its front matter says
//! ```

mod characters;
mod decode;
mod encoding;
mod files;
mod genre;
pub mod library;
mod merge;
pub mod node;
mod quoting;
mod settings;
pub mod shelf;
mod stretches;
mod traps;
mod trunk;
pub mod yaml;

pub use encoding::{Decoded, decode};
pub use quoting::{Piece, quoted};
pub use shelf::genres;

use crate::diag::{Findings, Place, SourceId, Sources};
use crate::model::{Genre, Part, Report};
use crate::world::World;
use decode::{Frame, Reader};
use merge::Policy;
use node::{Kind, Node};
use shelf::Shelf;
use std::path::PathBuf;
use trunk::Trunk;

/// What to load.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// A report file, or a folder with `report.yaml` and `data/*.yaml`.
    pub path: PathBuf,
    /// Files that are put over it, in this order (`--data`).
    pub data: Vec<PathBuf>,
    /// Single values that are put over all, as `key.key=value` (`--set`).
    pub set: Vec<String>,
}

/// A report with the template it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The facts.
    pub report: Report,
    /// The template and what its front matter says.
    pub genre: Genre,
    /// Parts the template may include: the project's own first, then the built-in ones.
    pub parts: Vec<Part>,
    /// The user's files in the order they were read; templates and settings are not among them.
    pub files: Vec<SourceId>,
}

/// A project as read, before anything is put over it: the common ground of one report or of thousands.
#[derive(Debug)]
pub struct Ground {
    root: Node,
    shelf: Shelf,
    /// The beginning of the first file, for what has no place of its own.
    start: Place,
    is_whole: bool,
    settings: Vec<String>,
    files: Vec<SourceId>,
}

/// Reads a project and decodes it: [`read`] and [`Ground::report`] in one.
pub fn load(
    world: &dyn World,
    input: &Input,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Loaded> {
    read(world, input, sources, findings)?.report(None, sources, findings)
}

/// Reads the files of a project, its templates and the built-in ones.
///
/// Whatever is wrong is pushed to the findings. `None` when there is nothing to go on with.
pub fn read(
    world: &dyn World,
    input: &Input,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Ground> {
    let project = files::project(world, &input.path, findings)?;
    let mut trunk = Trunk::new(world);
    for path in &project.files {
        trunk.add(path, Policy::Equals, sources, findings);
    }
    for path in &input.data {
        trunk.add(path, Policy::Over, sources, findings);
    }
    let start = Place::new(*trunk.files.first()?, 0, 0);
    let empty = || Node::new(Kind::Map(Vec::new()), start);
    Some(Ground {
        root: trunk.root.unwrap_or_else(empty),
        shelf: Shelf::read(world, &project.folder, sources, findings),
        start,
        is_whole: trunk.is_whole,
        settings: input.set.clone(),
        files: trunk.files,
    })
}

impl Ground {
    /// The report on this ground, with one more tree put over it (a row of a roster), then the settings.
    ///
    /// Whatever is wrong is pushed to the findings. There is a result whenever later stages make sense, even with
    /// errors, so that theirs are shown at once too; there is none when a file could not be read or the template is
    /// not known.
    pub fn report(
        &self,
        over: Option<Node>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Loaded> {
        let mut root = self.root.clone();
        if let Some(over) = over {
            merge::merge(&mut root, over, Policy::Over, findings);
        }
        for setting in &self.settings {
            settings::set(&mut root, setting, sources, findings);
        }
        let typed = self
            .shelf
            .named(&root, self.start, self.is_whole, findings)?;
        let genre = self.shelf.find(&typed, sources, findings)?;
        let frame = Frame {
            genre: &genre,
            typed,
            start: self.start,
            is_whole: self.is_whole,
        };
        let report = decode::report(&mut Reader::new(sources, findings), &root, &frame);
        self.is_whole.then(|| Loaded {
            report,
            genre,
            parts: self.shelf.parts.clone(),
            files: self.files.clone(),
        })
    }
}
