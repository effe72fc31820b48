//! The files of a project, read one after the other into one tree.

use super::decode::Reader;
use super::merge::{Policy, merge};
use super::node::{Kind, Node};
use super::quoting::Piece;
use super::yaml::{self, Tree};
use super::{characters, files, traps};
use crate::diag::{Diagnostic, Findings, Source, SourceId, Sources, Text};
use crate::world::World;
use std::path::Path;

/// The files read so far, as one tree.
pub struct Trunk<'a> {
    world: &'a dyn World,
    /// The tree; `None` while no file had content.
    pub root: Option<Node>,
    /// The files in the order they were read.
    pub files: Vec<SourceId>,
    /// Whether every file could be read.
    pub is_whole: bool,
}

impl<'a> Trunk<'a> {
    /// A trunk without files.
    pub fn new(world: &'a dyn World) -> Self {
        Self {
            world,
            root: None,
            files: Vec::new(),
            is_whole: true,
        }
    }

    /// Reads a file and merges it with those before it.
    pub fn add(
        &mut self,
        path: &Path,
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
        let mut root = match tree(piece, findings) {
            Ok(Some(root)) => root,
            Ok(None) => return,
            Err(Broken) => {
                self.is_whole = false;
                return;
            }
        };
        findings.extend(traps::mend(piece, &mut root));
        if !matches!(root.kind, Kind::Map(_)) {
            let name = sources
                .get(id)
                .map_or(String::new(), |s| s.name().to_owned());
            let wanted = Text::new("“键: 值”", "keys with values");
            let is_list = false;
            Reader::new(sources, findings).misfit(&root, &name, &wanted, is_list);
            self.is_whole = false;
            return;
        }
        match &mut self.root {
            Some(trunk) => merge(trunk, root, policy, findings),
            None => self.root = Some(root),
        }
    }
}

/// A piece is no YAML; the findings say why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// A piece as a tree; `None` for one without content.
///
/// # Errors
/// For one that is no YAML, which the findings then explain.
pub fn tree(piece: Piece<'_>, findings: &mut Findings) -> Result<Option<Node>, Broken> {
    match yaml::parse(piece) {
        Tree::Read(root, faults) => {
            findings.extend(faults);
            Ok(root)
        }
        Tree::Broken(fault, offset) => {
            findings.extend(explained(piece, fault, offset));
            Err(Broken)
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
        slips.insert(0, traps::unclosed(piece, offset).unwrap_or(fault));
    }
    slips
}
