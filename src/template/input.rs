//! A text before and after it is prepared.

use super::direct::Print;
use super::sites::Site;
use super::slots::Slot;
use crate::diag::{Place, SourceId};
use crate::model::{Wording, WordingKind};

/// A text to prepare and where it lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Input<'a> {
    /// A template: a file from a byte offset on.
    Template {
        source: SourceId,
        offset: usize,
        text: &'a str,
    },
    /// A text of the data.
    Wording(&'a Wording),
    /// A phrase of the project, which stands in a template.
    Phrase(&'a Wording),
}

impl Input<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Template { text, .. } => text,
            Self::Wording(wording) => &wording.text,
            // The line end behind it is the template's.
            Self::Phrase(wording) => wording.text.trim_end_matches('\n'),
        }
    }

    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        match self {
            Self::Template { source, offset, .. } => {
                Place::new(*source, offset + start, offset + end)
            }
            Self::Wording(wording) | Self::Phrase(wording) => wording.place_of(start, end),
        }
    }

    /// What remains of it when its text is gone.
    pub(super) fn home(&self) -> Home {
        match self {
            Self::Template { source, offset, .. } => Home::Template(*source, *offset),
            Self::Wording(wording) | Self::Phrase(wording) => Home::Wording((*wording).clone()),
        }
    }

    pub(super) fn source(&self) -> SourceId {
        match self {
            Self::Template { source, .. } => *source,
            Self::Wording(wording) | Self::Phrase(wording) => wording.place.source,
        }
    }

    pub(super) fn is_line(&self) -> bool {
        matches!(self, Self::Wording(w) if w.kind == WordingKind::Line)
    }
}

/// A tag that the engine can read alone: when a text cannot be read as a whole, each is tried by itself.
#[derive(Debug)]
pub(super) struct LoneTag {
    /// Where it begins and ends in the prepared text.
    pub at: (usize, usize),
    /// What closes it.
    pub closer: &'static str,
    /// What it was made from.
    pub typed: (usize, usize),
}

/// Where a prepared text came from.
#[derive(Debug)]
pub(super) enum Home {
    /// A file from a byte offset on.
    Template(SourceId, usize),
    /// A text of the data.
    Wording(Wording),
}

impl Home {
    /// The place of a byte range of the typed text.
    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        match self {
            Self::Template(source, offset) => Place::new(*source, offset + start, offset + end),
            Self::Wording(wording) => wording.place_of(start, end),
        }
    }
}

/// A prepared text.
#[derive(Debug)]
pub(super) struct Prepared {
    /// For the engine.
    pub text: String,
    /// `(offset in the prepared text, offset in the typed text)`, ascending.
    pub map: Vec<(usize, usize)>,
    /// The other texts it prints, each with the names bound there.
    pub sites: Vec<Site>,
    /// The phrases and blocks that stand in it and are not filled.
    pub slots: Vec<Slot>,
    /// Its tags, each as the engine can read it alone.
    pub tags: Vec<LoneTag>,
    /// What the engine does not print, and where that stands in the prepared text.
    pub prints: Vec<(usize, Print)>,
    /// Whether there is anything for the engine in it.
    pub needs_engine: bool,
}

impl Prepared {
    /// Its tags, each with what closes it and all offsets unchanged.
    pub(super) fn lone_tags(&self) -> Vec<String> {
        let text = |tag: &LoneTag| {
            let written = self.text.get(tag.at.0..tag.at.1).unwrap_or_default();
            let written = match written.strip_prefix("{% elif") {
                Some(rest) => format!("{{% if  {rest}"),
                None => written.to_owned(),
            };
            written + tag.closer
        };
        self.tags.iter().map(text).collect()
    }

    /// The typed offset from which a prepared byte was made.
    pub(super) fn back(&self, offset: usize) -> usize {
        let i = self.map.partition_point(|m| m.0 <= offset);
        i.checked_sub(1)
            .and_then(|i| self.map.get(i))
            .map_or(0, |m| m.1)
    }
}
