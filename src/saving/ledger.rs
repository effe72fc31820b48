//! Saving many documents into one folder: each whole or not at all, only what changed, and safe to be cut short.
//!
//! What is about to be written is appended to the folder's state first, a group at a time. A run that is killed leaves
//! every document either as it was or as it was to become, and the next run knows both.

use super::faults::{failed, is_edited};
use super::state::State;
use super::{Faults, File, Found, backup, found, write};
use crate::world::{World, digest};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What saving a document came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// So many of its files were written.
    Written(usize),
    /// All its files were there, the same.
    Unchanged,
}

/// A folder that documents are written to, from several threads at once.
pub struct Ledger<'w> {
    world: &'w dyn World,
    folder: PathBuf,
    force: bool,
    state: Mutex<State>,
}

/// A file of a document, with what has to be done about it.
struct Task<'a> {
    file: &'a File<'a>,
    path: PathBuf,
    digest: String,
    found: Found,
    is_known: bool,
}

impl<'w> Ledger<'w> {
    /// Opens a folder. With `force`, what a person edited is kept beside it as `.bak` and overwritten.
    ///
    /// # Errors
    /// When the state of the folder was cut short and cannot be put right.
    pub fn open(world: &'w dyn World, folder: &Path, force: bool) -> Result<Self, Faults> {
        let state = State::read(world, folder);
        if state.is_torn {
            write(world, &state.path, state.text().as_bytes())?;
        }
        Ok(Self {
            world,
            folder: folder.to_owned(),
            force,
            state: Mutex::new(state),
        })
    }

    /// Saves a group of documents, each with its files; names may hold `/` for folders. Gives what became of each.
    pub fn save(&self, documents: &[Vec<File<'_>>]) -> Vec<Result<Saved, Faults>> {
        let tasks: Vec<Result<Vec<Task<'_>>, Faults>> =
            documents.iter().map(|files| self.tasks(files)).collect();
        if let Err(fault) = self.announce(tasks.iter().flatten().flatten()) {
            return tasks
                .into_iter()
                .map(|tasks| tasks.and(Err(fault.clone())))
                .collect();
        }
        tasks
            .into_iter()
            .map(|tasks| tasks.and_then(|tasks| self.carry_out(&tasks)))
            .collect()
    }

    /// Writes the state with nothing in it but what the files now hold.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close(self) -> Result<(), Faults> {
        let state = self.lock();
        if state.is_empty() {
            return Ok(());
        }
        let text = state.text();
        if self
            .world
            .read(&state.path)
            .is_ok_and(|old| old == text.as_bytes())
        {
            return Ok(());
        }
        write(self.world, &state.path, text.as_bytes())
    }

    /// What has to be done for the files of one document.
    fn tasks<'a>(&self, files: &'a [File<'a>]) -> Result<Vec<Task<'a>>, Faults> {
        let mut tasks = Vec::with_capacity(files.len());
        let mut edited = Vec::new();
        for file in files {
            let path = self.folder.join(&file.name);
            let found = found(self.world, &path, file.bytes)?;
            let old = match &found {
                Found::Other(old) => Some(digest(old)),
                Found::Nothing | Found::Same => None,
            };
            let is_known = old.is_none_or(|old| self.lock().knows(&file.name, &old));
            if !is_known && !self.force {
                edited.push(is_edited(&path));
            }
            tasks.push(Task {
                file,
                path,
                digest: digest(file.bytes),
                found,
                is_known,
            });
        }
        if edited.is_empty() {
            Ok(tasks)
        } else {
            Err(edited)
        }
    }

    /// Appends to the state what the files are going to be.
    fn announce<'a>(&self, tasks: impl Iterator<Item = &'a Task<'a>>) -> Result<(), Faults> {
        let mut state = self.lock();
        let mut lines = String::new();
        for task in tasks {
            if !state.knows(&task.file.name, &task.digest) {
                state.add(&task.file.name, task.digest.clone());
                lines.push_str(&format!("{}  {}\n", task.digest, task.file.name));
            }
        }
        if lines.is_empty() {
            return Ok(());
        }
        self.world
            .append(&state.path, lines.as_bytes())
            .map_err(|error| vec![failed(&state.path, &error)])
    }

    fn carry_out(&self, tasks: &[Task<'_>]) -> Result<Saved, Faults> {
        let mut written = 0;
        for task in tasks {
            if let Found::Other(old) = &task.found
                && !task.is_known
            {
                write(self.world, &backup(self.world, &task.path), old)?;
            }
            if !matches!(task.found, Found::Same) {
                write(self.world, &task.path, task.file.bytes)?;
                written += 1;
            }
            self.lock().keep_only(&task.file.name, &task.digest);
        }
        Ok(match written {
            0 => Saved::Unchanged,
            written => Saved::Written(written),
        })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
