//! The stages of a run in their order: load → derive → render → parse → check → write, and nothing else.

use crate::beside::both;
use crate::checks::{self, Subject};
use crate::diag::{Findings, Source, SourceId, Sources};
use crate::document::{self, Document, FullText};
use crate::figures;
use crate::load::node::Node;
use crate::load::{self, Ground, Input, Loaded};
use crate::look::{self, Look};
use crate::template::{self, Cache, Project};
use crate::world::World;
use crate::writers::{self, FormatId, Output, docx::Shells};
use std::sync::Arc;

/// What to make of what.
#[derive(Debug, Clone)]
pub struct Request {
    /// What to read.
    pub input: Input,
    /// Which formats to write.
    pub formats: Vec<FormatId>,
    /// Whether it is the version to be signed: without provenance, and strict about what is pending.
    pub is_final: bool,
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    /// The texts that were read, in which the findings' places lie.
    pub sources: Sources,
    /// Everything there is to say.
    pub findings: Findings,
    /// What was made; `None` when the input could not be read.
    pub product: Option<Product>,
}

impl Outcome {
    /// Characters and pages of what was made; nothing when nothing was.
    pub fn size(&self) -> (usize, usize) {
        let product = self.product.as_ref();
        product.map_or((0, 0), |p| (p.characters, p.pages.unwrap_or(0)))
    }
}

/// What was made.
#[derive(Debug)]
pub struct Product {
    /// The document.
    pub document: Document,
    /// Its length in 字 as Word counts them.
    pub characters: usize,
    /// How many pages it takes, as the layout estimates them; `None` for a row of a roster.
    pub pages: Option<usize>,
    /// A file for each format asked for.
    pub outputs: Vec<Output>,
    /// What it looks like.
    pub look: Look,
}

/// Runs all stages once.
pub fn run(world: &dyn World, request: &Request) -> Outcome {
    Plan::new(world, request).run(None)
}

/// A request whose files are read, for one report or for thousands on the same ground.
#[derive(Debug)]
pub struct Plan {
    formats: Vec<FormatId>,
    is_final: bool,
    /// What was read; `None` when nothing could be.
    ground: Option<Ground>,
    sources: Sources,
    findings: Findings,
    templates: Cache,
    shells: Shells,
}

/// Data laid over the ground of a plan: a row of a roster.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// Its text, under the name that messages print.
    pub source: Source,
    /// Its values; their places lie in the source of [`Plan::overlay_id`].
    pub root: Node,
}

impl Plan {
    /// Reads what a request names.
    pub fn new(world: &dyn World, request: &Request) -> Self {
        let (mut sources, mut findings) = (Sources::new(), Findings::new());
        let ground = load::read(world, &request.input, &mut sources, &mut findings);
        Self {
            formats: request.formats.clone(),
            is_final: request.is_final,
            ground,
            sources,
            findings,
            templates: Cache::default(),
            shells: Shells::default(),
        }
    }

    /// The id under which the source of an overlay is known.
    pub fn overlay_id(&self) -> SourceId {
        self.sources.next_id()
    }

    /// The report without anything laid over it, with the texts and findings it comes with; `None` when it cannot be read.
    pub fn report(&self) -> (Option<Loaded>, Sources, Findings) {
        let (mut sources, mut findings) = (self.sources.clone(), self.findings.clone());
        let ground = self.ground.as_ref();
        let loaded = ground.and_then(|ground| ground.report(None, &mut sources, &mut findings));
        (loaded, sources, findings)
    }

    /// Runs the stages behind reading, each report by itself. Findings of all of them are collected; unreadable input
    /// yields no product.
    pub fn run(&self, over: Option<Overlay>) -> Outcome {
        let (mut sources, mut findings) = (self.sources.clone(), self.findings.clone());
        let product = self.stages(over, &mut sources, &mut findings);
        let product = product.filter(|_| !findings.is_unreadable());
        Outcome {
            sources,
            findings,
            product,
        }
    }

    fn stages(
        &self,
        over: Option<Overlay>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Product> {
        let is_row = over.is_some();
        let over = over.map(|over| {
            sources.add(over.source);
            over.root
        });
        let ground = self.ground.as_ref()?;
        let loaded = ground.report(over, sources, findings)?;
        let layouts = ground.layouts();
        let look = look::choose(&loaded.report, &loaded.genre, layouts, sources, findings);
        let facts = Arc::new(figures::derive(loaded.report, findings));
        let project = Project {
            genre: &loaded.genre,
            parts: &loaded.parts,
            sources,
            own: self.overlay_id(),
        };
        let mut document = template::render(&facts, &project, &self.templates, findings)?
            .read(&facts, sources, findings);
        document::number(&mut document);
        let options = writers::Options {
            profile: &look.profile,
            fonts: look.fonts,
            sources: (!self.is_final).then_some(&*sources),
            shells: &self.shells,
        };
        let unreadable = findings.is_unreadable();
        let check = || {
            let text = FullText::of(&document);
            let words = text.words();
            let characters = document::characters(&words, document.language);
            let subject = Subject {
                facts: &facts,
                genre: &loaded.genre,
                sources,
                document: &document,
                text: &text,
                words: &words,
                characters,
                is_final: self.is_final,
            };
            let found = checks::check(&subject, unreadable);
            // Nobody asks for the pages of a row. Writing takes longer than checking, so they are counted here.
            let pages = (!is_row).then(|| writers::docx::pages(&document, &look.profile));
            (characters, pages, found)
        };
        let write = || {
            let mut found = Findings::new();
            let outputs = writers::write(&document, &self.formats, &options, &mut found);
            (outputs, found)
        };
        let is_long = !is_row && document.blocks.len() >= LONG;
        let ((characters, pages, found), (outputs, faults)) = both(is_long, check, write);
        findings.extend(found);
        findings.extend(faults);
        Some(Product {
            document,
            characters,
            pages,
            outputs,
            look,
        })
    }
}

/// Documents of as many blocks are checked on one thread while they are written on another; for shorter ones, and for the
/// rows of a roster, which have all threads at work, that would cost more than it saves.
const LONG: usize = 200;
