//! Saving documents: whole or not at all, and never over a person's work.
//!
//! A small file in the output folder remembers the digests of what was written last. A document whose digest is not
//! there was made or edited by someone else.

mod faults;
mod ledger;
mod name;
mod state;

pub use faults::about_file;
pub use ledger::{Ledger, Saved};
pub use name::{file_name, safe};

use crate::diag::Diagnostic;
use crate::world::{Kind, World, digest};
use faults::{failed, is_edited, is_folder};
use state::State;
use std::path::{Path, PathBuf};

/// Why something could not be saved.
pub type Faults = Vec<Diagnostic>;

/// A file to write.
#[derive(Debug)]
pub struct File<'a> {
    /// Its name in the output folder.
    pub name: String,
    /// The whole of it.
    pub bytes: &'a [u8],
}

/// Writes files into a folder and gives their paths. With `force`, what a person edited is kept beside it as `.bak`.
///
/// # Errors
/// What stands in the way. For edited documents nothing at all is written; when the machine fails, files written
/// before stay.
pub fn save(
    world: &dyn World,
    folder: &Path,
    files: &[File<'_>],
    force: bool,
) -> Result<Vec<PathBuf>, Faults> {
    let mut state = State::read(world, folder);
    let mut edited = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        if let Found::Other(old) = found(world, &path, file.bytes)?
            && !state.knows(&file.name, &digest(&old))
        {
            edited.push((path, old));
        }
    }
    if !force && !edited.is_empty() {
        return Err(edited.iter().map(|(path, _)| is_edited(path)).collect());
    }
    for (path, old) in &edited {
        let backup = backup(world, path);
        write(world, &backup, old)?;
    }
    // Both the old and the new digests are known until all is written: a run cut short is no edit.
    let digests: Vec<String> = files.iter().map(|file| digest(file.bytes)).collect();
    for (file, digest) in files.iter().zip(&digests) {
        state.add(&file.name, digest.clone());
    }
    let announced = state.text();
    write(world, &state.path, announced.as_bytes())?;
    let mut written = Vec::new();
    for (file, digest) in files.iter().zip(&digests) {
        let path = folder.join(&file.name);
        write(world, &path, file.bytes)?;
        state.keep_only(&file.name, digest);
        written.push(path);
    }
    let text = state.text();
    if text != announced {
        write(world, &state.path, text.as_bytes())?;
    }
    Ok(written)
}

/// What stands where a file is to be written.
enum Found {
    /// Nothing.
    Nothing,
    /// The same bytes.
    Same,
    /// Other bytes: these.
    Other(Vec<u8>),
}

fn found(world: &dyn World, path: &Path, bytes: &[u8]) -> Result<Found, Faults> {
    match world.kind(path) {
        Kind::Missing => Ok(Found::Nothing),
        Kind::Folder => Err(vec![is_folder(path)]),
        Kind::File => {
            let old = world.read(path).map_err(|e| vec![failed(path, &e)])?;
            Ok(if old == bytes {
                Found::Same
            } else {
                Found::Other(old)
            })
        }
    }
}

fn write(world: &dyn World, path: &Path, bytes: &[u8]) -> Result<(), Faults> {
    world
        .write(path, bytes)
        .map_err(|error| vec![failed(path, &error)])
}

/// The first free name: `.bak`, `.bak2`, `.bak3` …
fn backup(world: &dyn World, path: &Path) -> PathBuf {
    let named = |n: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if n == 1 {
            ".bak".to_owned()
        } else {
            format!(".bak{n}")
        });
        PathBuf::from(name)
    };
    let mut n = 1;
    while world.kind(&named(n)) != Kind::Missing && n < u32::MAX {
        n += 1;
    }
    named(n)
}
