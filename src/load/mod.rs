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
mod ground;
pub mod layouts;
pub mod library;
pub mod lines;
mod merge;
pub mod node;
pub mod overlay;
pub mod phrases;
mod quoting;
mod settings;
pub mod shelf;
mod stretches;
mod traps;
mod trunk;
pub mod yaml;

pub use decode::choices;
pub use encoding::{Decoded, decode};
pub use files::Input;
pub use ground::Ground;
pub use layouts::Layouts;
pub use phrases::NAMES as PHRASE_FILES;
pub use quoting::{Piece, quoted};
pub use shelf::{Shelf, genres};

use crate::diag::{Findings, Place, SourceId, Sources};
use crate::model::{Genre, Part, Report};
use crate::world::World;
use merge::Policy;
use node::{Kind, Node};
use std::sync::Arc;
use trunk::Trunk;

/// A report with the template it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The facts.
    pub report: Report,
    /// The template and what its front matter says.
    pub genre: Arc<Genre>,
    /// Parts the template may include: the project's own first, then the built-in ones.
    pub parts: Arc<[Part]>,
    /// The user's files in the order they were read; templates and settings are not among them.
    pub files: Vec<SourceId>,
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
    let root = trunk.root.unwrap_or_else(empty);
    let shelf = Shelf::read(world, &project.folder, sources, findings);
    let mut layouts = Layouts::read(world, &project.folder, sources, findings);
    for typed in layouts::typed(&root, &input.set) {
        layouts.add(world, &project.folder, &typed, (sources, findings));
    }
    Some(Ground {
        genre: shelf.usual(&root, sources),
        root,
        shelf,
        layouts,
        start,
        is_whole: trunk.is_whole,
        settings: input.set.clone(),
        files: trunk.files,
    })
}
