//! A project as read: the common ground of one report or of thousands.

use super::decode::{self, Frame, Reader};
use super::merge::{self, Policy};
use super::node::Node;
use super::shelf::Shelf;
use super::{Layouts, Loaded, settings};
use crate::diag::{Findings, Place, SourceId, Sources};
use crate::model::Genre;
use std::borrow::Cow;
use std::sync::Arc;

/// A project as read, before anything is put over it: the common ground of one report or of thousands.
#[derive(Debug)]
pub struct Ground {
    pub(super) root: Node,
    pub(super) shelf: Shelf,
    /// The genre that the root names, which most reports on this ground have, by the name typed.
    pub(super) genre: Option<(String, Arc<Genre>)>,
    pub(super) layouts: Layouts,
    /// The beginning of the first file, for what has no place of its own.
    pub(super) start: Place,
    pub(super) is_whole: bool,
    pub(super) settings: Vec<String>,
    pub(super) files: Vec<SourceId>,
}

impl Ground {
    /// The layouts at hand.
    pub fn layouts(&self) -> &Layouts {
        &self.layouts
    }

    /// The report on this ground, with one more tree put over it (a row of a roster), then the settings.
    ///
    /// Whatever is wrong is pushed to the findings. There is a result whenever later stages make sense, even with
    /// errors, so that theirs are shown at once too; there is none when a file could not be read or the template is
    /// not known.
    pub fn report(
        &self,
        over: Option<Node>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Loaded> {
        let root = &*self.with(over, sources, findings);
        let typed = self
            .shelf
            .named(root, self.start, self.is_whole, findings)?;
        let usual = self.genre.as_ref().filter(|(name, _)| *name == typed.value);
        let mut genre = match usual {
            Some((_, genre)) => Arc::clone(genre),
            None => self.shelf.find(&typed, sources, findings)?.into(),
        };
        let frame = Frame {
            genre: &genre,
            typed,
            start: self.start,
            is_whole: self.is_whole,
        };
        let report = decode::report(&mut Reader::new(sources, findings), root, &frame);
        let phrases = self.shelf.phrases.of(&genre, report.length);
        if !phrases.is_empty() {
            Arc::make_mut(&mut genre).phrases = phrases;
        }
        self.is_whole.then(|| Loaded {
            report,
            genre,
            parts: Arc::clone(&self.shelf.parts),
            files: self.files.clone(),
        })
    }

    /// The common ground with what is put over it.
    fn with(
        &self,
        over: Option<Node>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Cow<'_, Node> {
        let mut root = Cow::Borrowed(&self.root);
        if let Some(over) = over {
            merge::merge(root.to_mut(), over, Policy::Over, findings);
        }
        for setting in &self.settings {
            settings::set(root.to_mut(), setting, sources, findings);
        }
        root
    }
}
