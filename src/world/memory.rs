//! A file system that exists only in memory, with a fixed date.

use super::{Kind, World};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Files in memory, for tests and for what is built in.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
    fonts: Option<BTreeSet<String>>,
}

impl Memory {
    /// An empty world.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same world with one more file.
    #[must_use]
    pub fn with(self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        self.lock().insert(path.into(), bytes.into());
        self
    }

    /// The same world with these fonts and no others.
    #[must_use]
    pub fn with_fonts(mut self, names: &[&str]) -> Self {
        self.fonts = Some(names.iter().map(|name| (*name).to_owned()).collect());
        self
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<PathBuf, Vec<u8>>> {
        self.files
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl World for Memory {
    fn fonts(&self) -> Option<BTreeSet<String>> {
        self.fonts.clone()
    }

    fn kind(&self, path: &Path) -> Kind {
        let files = self.lock();
        if files.contains_key(path) {
            Kind::File
        } else if files.keys().any(|p| p.starts_with(path)) {
            Kind::Folder
        } else {
            Kind::Missing
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.lock()
            .get(path)
            .cloned()
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(self
            .lock()
            .keys()
            .filter(|p| p.parent() == Some(folder))
            .cloned()
            .collect())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.lock().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut files = self.lock();
        files
            .entry(path.to_owned())
            .or_default()
            .extend_from_slice(bytes);
        Ok(())
    }

    fn prefers_chinese(&self) -> Option<bool> {
        None
    }

    fn today(&self) -> (i16, i8, i8) {
        (2026, 7, 10)
    }
}
