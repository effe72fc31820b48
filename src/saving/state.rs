//! What was written last, kept beside the documents as `.zongjie`: one `digest  name` a line.

use crate::world::World;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The digests known for each file; more than one while a run is writing.
pub struct State {
    /// Where it is kept.
    pub path: PathBuf,
    known: BTreeMap<String, Vec<String>>,
    /// Whether its last line was cut short.
    pub is_torn: bool,
}

impl State {
    /// The state of a folder; empty when there is none or it cannot be read, so that all is taken for a person's.
    pub fn read(world: &dyn World, folder: &Path) -> Self {
        let path = folder.join(".zongjie");
        let text = world
            .read(&path)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default();
        let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let is_torn = !text.is_empty() && !text.ends_with('\n');
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        for (digest, name) in whole.lines().filter_map(|line| line.split_once("  ")) {
            known
                .entry(name.to_owned())
                .or_default()
                .push(digest.to_owned());
        }
        Self {
            path,
            known,
            is_torn,
        }
    }

    /// Whether a file with this digest was written by us.
    pub fn knows(&self, name: &str, digest: &str) -> bool {
        self.known
            .get(name)
            .is_some_and(|digests| digests.iter().any(|d| d == digest))
    }

    /// Adds a digest of a file.
    pub fn add(&mut self, name: &str, digest: String) {
        if !self.knows(name, &digest) {
            self.known.entry(name.to_owned()).or_default().push(digest);
        }
    }

    /// Forgets all digests of a file but one.
    pub fn keep_only(&mut self, name: &str, digest: &str) {
        if let Some(digests) = self.known.get_mut(name) {
            digests.retain(|d| d == digest);
        }
    }

    /// The file's text.
    pub fn text(&self) -> String {
        self.known
            .iter()
            .flat_map(|(name, digests)| digests.iter().map(move |d| format!("{d}  {name}\n")))
            .collect()
    }
}
