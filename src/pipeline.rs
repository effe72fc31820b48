//! The stages of a run in their order: load → derive → render → parse → check → write, and nothing else.

use crate::checks::{self, Subject};
use crate::diag::{Findings, Sources};
use crate::document::{self, Document, Grid, Length};
use crate::figures;
use crate::load::{self, Input};
use crate::look;
use crate::template;
use crate::world::World;
use crate::writers::{self, FormatId, Output};
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

/// What was made.
#[derive(Debug)]
pub struct Product {
    /// The document.
    pub document: Document,
    /// Its length.
    pub length: Length,
    /// A file for each format asked for.
    pub outputs: Vec<Output>,
}

/// Runs all stages. Findings of all of them are collected; unreadable input yields no product.
pub fn run(world: &dyn World, request: &Request) -> Outcome {
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let product = stages(world, request, &mut sources, &mut findings);
    let product = product.filter(|_| !findings.is_unreadable());
    Outcome {
        sources,
        findings,
        product,
    }
}

fn stages(
    world: &dyn World,
    request: &Request,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Product> {
    let loaded = load::load(world, &request.input, sources, findings)?;
    let look = look::choose(&loaded.report, &loaded.genre, findings);
    let facts = Arc::new(figures::derive(loaded.report, findings));
    let rendered = template::render(&facts, &loaded.genre, &loaded.parts, sources, findings)?;
    let mut document = rendered.read(&facts, sources, findings);
    document::number(&mut document);
    let subject = Subject {
        facts: &facts,
        document: &document,
        is_final: request.is_final,
    };
    checks::check(&subject, findings);
    let options = writers::Options {
        profile: look.profile,
        fonts: look.fonts,
        sources: (!request.is_final).then_some(&*sources),
    };
    let outputs = writers::write(&document, &request.formats, &options, findings);
    let (characters, lines) = look.profile.grid();
    let length = document::length(&document, Grid { characters, lines });
    Some(Product {
        document,
        length,
        outputs,
    })
}
