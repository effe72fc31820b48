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
    journal: Mutex<Journal>,
}

/// What is remembered of the folder, and what was appended to it since.
///
/// The lines appended stand in one text until the end: thousands of small pieces of memory that stay, between large ones
/// that come and go with each document, would keep the memory of all of them from being used again.
struct Journal {
    state: State,
    lines: String,
    /// Whether the file of each line was written.
    written: Vec<bool>,
}

/// A file of a document, with what has to be done about it.
struct Task<'a> {
    file: &'a File<'a>,
    path: PathBuf,
    digest: String,
    found: Found,
    is_known: bool,
    /// Its line in the journal, if it has one.
    line: Option<usize>,
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
            journal: Mutex::new(Journal {
                state,
                lines: String::new(),
                written: Vec::new(),
            }),
        })
    }

    /// Saves a group of documents, each with its files; names may hold `/` for folders. Gives what became of each.
    pub fn save(&self, documents: &[Vec<File<'_>>]) -> Vec<Result<Saved, Faults>> {
        let mut tasks: Vec<Result<Vec<Task<'_>>, Faults>> =
            documents.iter().map(|files| self.tasks(files)).collect();
        if let Err(fault) = self.announce(tasks.iter_mut().flatten().flatten()) {
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
        let journal = self.journal.into_inner();
        let mut journal = journal.unwrap_or_else(PoisonError::into_inner);
        let lines = journal.lines.lines().zip(&journal.written);
        for (line, is_written) in lines {
            if let Some((digest, name)) = line.split_once("  ") {
                journal.state.add(name, digest.to_owned());
                if *is_written {
                    journal.state.keep_only(name, digest);
                }
            }
        }
        let state = journal.state;
        let text = state.text();
        let old = self.world.read(&state.path);
        if text.is_empty() || old.is_ok_and(|old| old == text.as_bytes()) {
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
            let is_known = old.is_none_or(|old| self.lock().state.knows(&file.name, &old));
            if !is_known && !self.force {
                edited.push(is_edited(&path));
            }
            tasks.push(Task {
                file,
                path,
                digest: digest(file.bytes),
                found,
                is_known,
                line: None,
            });
        }
        if edited.is_empty() {
            Ok(tasks)
        } else {
            Err(edited)
        }
    }

    /// Appends to the state what the files are going to be.
    fn announce<'t, 'f: 't>(
        &self,
        tasks: impl Iterator<Item = &'t mut Task<'f>>,
    ) -> Result<(), Faults> {
        let mut journal = self.lock();
        let start = journal.lines.len();
        for task in tasks {
            let (name, digest) = (&task.file.name, &task.digest);
            if !journal.state.knows(name, digest) {
                journal.lines.push_str(&format!("{digest}  {name}\n"));
                journal.written.push(false);
                task.line = Some(journal.written.len() - 1);
            }
        }
        let lines = journal.lines.get(start..).unwrap_or_default();
        if lines.is_empty() {
            return Ok(());
        }
        let path = &journal.state.path;
        self.world
            .append(path, lines.as_bytes())
            .map_err(|error| vec![failed(path, &error)])
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
            self.lock().settle(task);
        }
        Ok(match written {
            0 => Saved::Unchanged,
            written => Saved::Written(written),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal {
    /// A file holds what was announced.
    fn settle(&mut self, task: &Task<'_>) {
        match task.line {
            Some(line) => {
                if let Some(written) = self.written.get_mut(line) {
                    *written = true;
                }
            }
            None => self.state.keep_only(&task.file.name, &task.digest),
        }
    }
}
