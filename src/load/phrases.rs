//! A project's own wording: 措辞.yaml names phrases of the templates and words them anew.
//!
//! ```yaml
//! 开头: |                       # in every template
//!   {{期间}}，……
//! 问题开头: {详版: ……, 简版: ……}   # by 篇幅
//! 半年总结:                     # in this template only
//!   下一步标题: 下半年打算
//! ```

use super::decode::Reader;
use super::node::{Entry, Kind};
use super::quoting::Piece;
use super::shelf::{Shelf, is_called};
use super::{files, traps, trunk};
use crate::diag::{Diagnostic, Findings, Place, Source, Sources, Text, codes};
use crate::model::schema::{self, PHRASE};
use crate::model::{Genre, Length, Located, Phrase, Wording, WordingKind};
use crate::world::{Kind as FileKind, World};
use std::path::{Path, PathBuf};

/// What the file may be called.
pub const NAMES: &[&str] = &["措辞.yaml", "措辞.yml", "phrases.yaml", "phrases.yml"];

/// A phrase as typed.
#[derive(Debug, Clone)]
struct Entered {
    /// The template it is for; `None` for all.
    genre: Option<Located<String>>,
    name: Located<String>,
    full: Option<Wording>,
    brief: Option<Wording>,
}

/// The phrases of a project.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    list: Vec<Entered>,
}

impl Phrases {
    /// Reads the file of a project folder, if there is one.
    pub fn read(
        world: &dyn World,
        folder: &Path,
        shelf: &Shelf,
        (sources, findings): (&mut Sources, &mut Findings),
    ) -> Self {
        let mut phrases = Self::default();
        let named = NAMES.iter().map(|name| folder.join(name));
        let there: Vec<PathBuf> = named
            .filter(|path| world.kind(path) == FileKind::File)
            .collect();
        for path in there {
            phrases.add(world, &path, shelf, (sources, findings));
        }
        phrases
    }

    fn add(
        &mut self,
        world: &dyn World,
        path: &Path,
        shelf: &Shelf,
        (sources, findings): (&mut Sources, &mut Findings),
    ) {
        let Some(id) = files::read(world, path, sources, findings) else {
            return;
        };
        let piece = Piece::whole(id, sources.get(id).map(Source::text).unwrap_or_default());
        let Ok(Some(mut root)) = trunk::tree(piece, findings) else {
            return;
        };
        findings.extend(traps::mend(piece, &mut root));
        let mut reader = Reader::new(sources, findings);
        let Some(entries) = reader.map(&root, "措辞") else {
            return;
        };
        for entry in entries {
            self.entry(entry, shelf, &mut reader);
        }
    }

    fn entry(&mut self, entry: &Entry, shelf: &Shelf, reader: &mut Reader<'_>) {
        let name = entry.name.text.trim();
        let keys = entry.value.entries();
        let has_lengths = keys
            .iter()
            .any(|e| schema::find(PHRASE, &e.name.text).is_some());
        if keys.is_empty() || has_lengths {
            return self.phrase(None, entry, reader);
        }
        if !shelf.knows(name) {
            let message = Text::new(
                format!("没有模板“{name}”"),
                format!("there is no template \"{name}\""),
            );
            let names = shelf.names();
            let hint = Text::new(
                format!("这里写措辞的名称，或模板的名称：{}", names.join("、")),
                format!(
                    "here stands the name of a phrase or of a template: {}",
                    names.join(", ")
                ),
            );
            let fault = Diagnostic::error(&codes::UNKNOWN_TEMPLATE, entry.name.place, message);
            return reader.push(fault.hint(hint));
        }
        let genre = Located::new(name.to_owned(), entry.name.place);
        for inner in keys {
            self.phrase(Some(&genre), inner, reader);
        }
    }

    fn phrase(&mut self, genre: Option<&Located<String>>, entry: &Entry, reader: &mut Reader<'_>) {
        let mut entered = Entered {
            genre: genre.cloned(),
            name: Located::new(entry.name.text.trim().to_owned(), entry.name.place),
            full: None,
            brief: None,
        };
        match &entry.value.kind {
            Kind::Null => return,
            Kind::Map(_) => {
                for one in reader.known(&entry.value, PHRASE, &entry.name.text) {
                    let text = reader.wording(one.entry, WordingKind::Rich);
                    match one.key {
                        "full" => entered.full = text,
                        _ => entered.brief = text,
                    }
                }
            }
            Kind::Scalar(_) | Kind::List(_) => {
                let text = reader.wording(entry, WordingKind::Rich);
                (entered.full, entered.brief) = (text.clone(), text);
            }
        }
        self.push(entered, reader);
    }

    fn push(&mut self, entered: Entered, reader: &mut Reader<'_>) {
        let genre = |e: &Entered| e.genre.as_ref().map(|g| g.value.clone());
        let twin = self
            .list
            .iter()
            .find(|e| e.name.value == entered.name.value && genre(e) == genre(&entered));
        if let Some(twin) = twin {
            let name = &entered.name.value;
            let message = Text::new(
                format!("措辞“{name}”写了两次"),
                format!("phrase `{name}` is worded twice"),
            );
            let first = Text::new("另一处在这里", "the other one");
            let fault = Diagnostic::error(&codes::CONFLICTING_VALUES, entered.name.place, message);
            reader.push(fault.also(twin.name.place, first));
            return;
        }
        self.list.push(entered);
    }

    /// Whether some phrase is for this template alone.
    pub fn speaks_of(&self, genre: &Genre) -> bool {
        let mut named = self.list.iter().filter_map(|e| e.genre.as_ref());
        named.any(|g| is_called(genre, &g.value))
    }

    /// Whether the phrase that is named at a place is for a template, in some length.
    pub fn offers(&self, genre: &Genre, place: Option<Place>) -> bool {
        let mut at = self.list.iter().filter(|e| Some(e.name.place) == place);
        at.any(|e| e.genre.as_ref().is_none_or(|g| is_called(genre, &g.value)))
    }

    /// The phrases for one template and length: those for this template beat those for all. What is worded for the
    /// other length only keeps the template's wording.
    pub fn of(&self, genre: &Genre, length: Length) -> Vec<Phrase> {
        let mut out: Vec<Phrase> = Vec::new();
        let is_own = |e: &&Entered| {
            let own = e.genre.as_ref();
            own.is_some_and(|g| is_called(genre, &g.value))
        };
        let own = self.list.iter().filter(is_own);
        let general = self.list.iter().filter(|e| e.genre.is_none());
        for entered in own.chain(general) {
            let text = match length {
                Length::Full => entered.full.as_ref(),
                Length::Brief => entered.brief.as_ref(),
            };
            let is_new = !out.iter().any(|p| p.name.value == entered.name.value);
            if let Some(text) = text.filter(|_| is_new) {
                out.push(Phrase {
                    name: entered.name.clone(),
                    text: text.clone(),
                });
            }
        }
        out
    }
}
