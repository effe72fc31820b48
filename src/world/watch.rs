//! Waiting for files to change on the real file system.

use super::Changes;
use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors save in several steps: a change counts when nothing has followed it for so long.
const QUIET: Duration = Duration::from_millis(200);

/// The folders being watched.
pub(super) struct Watched {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    folders: Vec<PathBuf>,
}

impl Watched {
    /// Begins to watch folders, each without those below it; those that are missing are watched once they are made.
    pub(super) fn new(folders: &[PathBuf]) -> io::Result<Self> {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender).map_err(io::Error::other)?;
        let mut watched = Self {
            watcher,
            events,
            folders: folders.to_vec(),
        };
        watched.watch_all();
        Ok(watched)
    }

    fn watch_all(&mut self) {
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            // One that cannot be watched is passed over: the others still can.
            let _ = self.watcher.watch(folder, RecursiveMode::NonRecursive);
        }
    }
}

impl Changes for Watched {
    fn wait(&mut self, concerns: &dyn Fn(&Path) -> bool) -> bool {
        self.watch_all();
        let is_meant = |event: &Event| {
            let is_reading = matches!(event.kind, EventKind::Access(_));
            !is_reading && event.paths.iter().any(|path| concerns(path))
        };
        loop {
            match self.events.recv() {
                Ok(Ok(event)) if is_meant(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        while self.events.recv_timeout(QUIET).is_ok() {}
        true
    }
}
