//! The real file system.

use super::watch::Watched;
use super::{Changes, Kind, World};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// When the time was first asked for.
static START: OnceLock<Instant> = OnceLock::new();

/// The machine the program runs on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl World for Disk {
    fn kind(&self, path: &Path) -> Kind {
        match std::fs::metadata(path) {
            Ok(m) if m.is_dir() => Kind::Folder,
            Ok(_) => Kind::File,
            Err(_) => Kind::Missing,
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut out = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                out.push(path);
            }
        }
        out.sort();
        Ok(out)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = match path.parent() {
            Some(p) if p != Path::new("") => p,
            _ => Path::new("."),
        };
        let file = beside(path).tempfile_in(folder);
        let mut file = match file {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                std::fs::create_dir_all(folder)?;
                beside(path).tempfile_in(folder)?
            }
            file => file?,
        };
        file.write_all(bytes)?;
        file.persist(path).map_err(|e| e.error)?;
        Ok(())
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(std::fs::File::open(path)?))
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = std::fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(path)?;
        file.write_all(bytes)
    }

    fn elapsed(&self) -> Duration {
        START.get_or_init(Instant::now).elapsed()
    }

    fn is_watched(&self) -> bool {
        io::stderr().is_terminal()
    }

    fn prefers_chinese(&self) -> Option<bool> {
        let set =
            |name: &&str| std::env::var_os(name).filter(|v| !v.is_empty() && v != OsStr::new("C"));
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
        Some(locale.to_string_lossy().starts_with("zh"))
    }

    fn watch(&self, folders: &[PathBuf]) -> io::Result<Box<dyn Changes + '_>> {
        Ok(Box::new(Watched::new(folders)?))
    }

    fn fonts(&self) -> Option<BTreeSet<String>> {
        Some(super::fonts::installed())
    }

    fn today(&self) -> (i16, i8, i8) {
        let date = jiff::Zoned::now().date();
        (date.year(), date.month(), date.day())
    }
}

/// A temporary file with the permissions of the file it will replace, or of an ordinary new one.
fn beside<'a>(path: &Path) -> tempfile::Builder<'a, 'a> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".zj-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let new = PermissionsExt::from_mode(0o666);
        builder.permissions(std::fs::metadata(path).map_or(new, |m| m.permissions()));
    }
    builder
}
