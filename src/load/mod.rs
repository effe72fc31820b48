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
pub mod genre;
pub mod library;
mod merge;
pub mod node;
mod quoting;
mod settings;
mod stretches;
mod traps;
pub mod yaml;

pub use encoding::{Decoded, decode};
pub use quoting::{Piece, quoted};

use crate::diag::{Diagnostic, Findings, Place, Source, SourceId, Sources, Text, codes};
use crate::model::{Genre, Located, Part, Report};
use crate::world::World;
use decode::{Frame, Reader};
use genre::Shelf;
use merge::{Policy, merge};
use node::{Kind, Node};
use std::path::PathBuf;
use yaml::Tree;

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

/// Reads a project.
///
/// Whatever is wrong is pushed to the findings. There is a result whenever later stages make sense, even with errors,
/// so that theirs are shown at once too; there is none when a file could not be read or the template is not known.
pub fn load(
    world: &dyn World,
    input: &Input,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Loaded> {
    let project = files::project(world, &input.path, findings)?;
    let mut trunk = Trunk {
        world,
        root: None,
        files: Vec::new(),
        is_whole: true,
    };
    for path in &project.files {
        trunk.add(path, Policy::Equals, sources, findings);
    }
    for path in &input.data {
        trunk.add(path, Policy::Over, sources, findings);
    }
    let start = Place::new(*trunk.files.first()?, 0, 0);
    let mut root = trunk
        .root
        .unwrap_or_else(|| Node::new(Kind::Map(Vec::new()), start));
    for setting in &input.set {
        settings::set(&mut root, setting, sources, findings);
    }
    let shelf = Shelf::read(world, &project.folder, sources, findings);
    let typed = named_genre(&root, start, trunk.is_whole, &shelf, findings)?;
    let genre = shelf.find(&typed, sources, findings)?;
    let frame = Frame {
        genre: &genre,
        typed,
        start,
        is_whole: trunk.is_whole,
    };
    let report = decode::report(&mut Reader::new(sources, findings), &root, &frame);
    trunk.is_whole.then_some(Loaded {
        report,
        genre,
        parts: shelf.parts,
        files: trunk.files,
    })
}

/// The files read so far, as one tree.
struct Trunk<'a> {
    world: &'a dyn World,
    root: Option<Node>,
    files: Vec<SourceId>,
    /// Whether every file could be read.
    is_whole: bool,
}

impl Trunk<'_> {
    fn add(
        &mut self,
        path: &std::path::Path,
        policy: Policy,
        sources: &mut Sources,
        findings: &mut Findings,
    ) {
        let Some(id) = files::read(self.world, path, sources, findings) else {
            self.is_whole = false;
            return;
        };
        self.files.push(id);
        let text = sources.get(id).map(Source::text).unwrap_or_default();
        let piece = Piece::whole(id, text);
        if text.trim().is_empty() {
            return;
        }
        let mut faults = Findings::new();
        let root = tree(piece, &mut faults);
        let is_broken = root.is_none() && faults.has_errors();
        findings.extend(faults);
        let Some(mut root) = root else {
            self.is_whole &= !is_broken;
            return;
        };
        findings.extend(traps::mend(piece, &mut root));
        if !matches!(root.kind, Kind::Map(_)) {
            let wanted = Text::new("“键: 值”", "keys with values");
            let is_list = false;
            Reader::new(sources, findings).misfit(&root, "总结", &wanted, is_list);
            self.is_whole = false;
            return;
        }
        match &mut self.root {
            Some(trunk) => merge(trunk, root, policy, findings),
            None => self.root = Some(root),
        }
    }
}

/// A piece as a tree; `None` for one without content and for one that is no YAML, which the findings then explain.
fn tree(piece: Piece<'_>, findings: &mut Findings) -> Option<Node> {
    match yaml::parse(piece) {
        Tree::Read(root, faults) => {
            findings.extend(faults);
            root
        }
        Tree::Broken(fault, offset) => {
            findings.extend(explained(piece, fault, offset));
            None
        }
    }
}

/// What a broken file is explained with: its slips, and the parser's own words only if nothing found comes before them.
fn explained(piece: Piece<'_>, fault: Diagnostic, offset: usize) -> Vec<Diagnostic> {
    let mut slips = traps::lines(piece);
    let end = piece.place(0, piece.line_at(offset).end).end;
    let is_explained = slips
        .iter()
        .chain(&characters::reserved(piece))
        .any(|d| d.place.is_some_and(|place| place.start <= end));
    if !is_explained {
        slips.insert(0, fault);
    }
    slips
}

/// The genre that a report names; an error with the list of all if it names none.
fn named_genre(
    root: &Node,
    start: Place,
    is_whole: bool,
    shelf: &Shelf,
    findings: &mut Findings,
) -> Option<Located<String>> {
    let entry = root
        .entries()
        .iter()
        .find(|e| matches!(e.name.text.as_str(), "模板" | "template"));
    if let Some(entry) = entry
        && let Some(text) = entry.value.text()
    {
        return Some(Located::new(text.to_owned(), entry.value.place));
    }
    if is_whole {
        let names = shelf.names();
        let message = Text::new("缺少“模板”", "\"template\" is missing");
        let hint = Text::new(
            format!(
                "请写 模板: {}；可用的模板：{}",
                names.first().map_or("", String::as_str),
                names.join("、")
            ),
            format!("write `template: …`, one of {}", names.join(", ")),
        );
        let place = entry.map_or(start, |e| e.name.place);
        findings.push(Diagnostic::error(&codes::MISSING_KEY, place, message).hint(hint));
    }
    None
}
