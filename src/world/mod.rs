//! The only door outside: files, today's date, the user's language. Tests pass [`Memory`], the program [`Disk`].

mod disk;
mod fonts;
mod memory;
mod watch;

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use crate::digest::digest;
pub use disk::Disk;
pub use memory::Memory;

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// Nothing.
    Missing,
}

/// Files being watched.
pub trait Changes {
    /// Waits until something changed at a path that `concerns` anybody, and all is quiet again. `false` when nothing
    /// will change any more.
    fn wait(&mut self, concerns: &dyn Fn(&Path) -> bool) -> bool;
}

/// Files and surroundings. Paths are as the user typed them.
pub trait World: Sync {
    /// What is at a path.
    fn kind(&self, path: &Path) -> Kind;

    /// A file's bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// The files directly in a folder, in order of their names' bytes.
    ///
    /// # Errors
    /// When the folder cannot be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Writes a file whole or not at all, making the folders above it.
    ///
    /// # Errors
    /// When it cannot be written (a file locked by Word, a full disk); the old file is then untouched.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// A file's bytes, one after the other: for what may be larger than memory should hold.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(Cursor::new(self.read(path)?)))
    }

    /// Adds bytes at the end of a file, making it and the folders above it. A crash may leave a part of them.
    ///
    /// # Errors
    /// When it cannot be written.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut whole = match self.kind(path) {
            Kind::Missing => Vec::new(),
            Kind::File | Kind::Folder => self.read(path)?,
        };
        whole.extend_from_slice(bytes);
        self.write(path, &whole)
    }

    /// Time since some moment before: only for showing progress, never for output.
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    /// Whether a person looks at the stream of findings as it is written.
    fn is_watched(&self) -> bool {
        false
    }

    /// Whether the user's locale is Chinese; `None` when it says nothing.
    fn prefers_chinese(&self) -> Option<bool>;

    /// Begins to watch folders, each without those below it; one that is missing counts once it is made.
    ///
    /// # Errors
    /// When this world cannot be watched.
    fn watch(&self, folders: &[PathBuf]) -> io::Result<Box<dyn Changes + '_>> {
        let _ = folders;
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }

    /// The names of the fonts on this machine, in all languages; `None` where that cannot be told. Slow: only for those
    /// who ask for it.
    fn fonts(&self) -> Option<BTreeSet<String>> {
        None
    }

    /// Today, as year, month, day: only for scaffolds, never for output.
    fn today(&self) -> (i16, i8, i8);
}
