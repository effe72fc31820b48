//! Where everything in a draft came from: one custom XML part, the manifest.
//!
//! Everything is element text, because LibreOffice drops the attributes of custom XML when it saves a file:
//! ```text
//! manifest
//!   inputs   input*  { name, sha256 }                          what the document was built from
//!   figures  figure* { n, key, aspect, text, file?, line? }    in the order printed; `_zj<n>`, `zj:<n>` in the body
//!   blocks   block*  { n, kind, file?, line?, label?, wording* }   in document order; `_zjb<n>` in the body
//! ```
//! A label is the number or dash before the words. A wording is what a paragraph (or cell, row by row) prints
//! behind it; a figure in it is `{n}`, a brace of the text is doubled. The wordings of a chart are its unit and the
//! cells of its data; its figures stand in no control.

use super::package::DECLARATION;
use super::xml::{element_into, escape_into, number_into, with_number};
use crate::bytes::first_of_two;
use crate::diag::{Place, Sources};
use crate::document::{Block, BlockKind, Figure, Inline, Role, Source};

/// The namespace of the manifest.
pub const NAMESPACE: &str = "urn:zongjie:manifest:1";

/// What stands around the lists, in bytes, and more.
const ROOM: usize = 8 * 1024;

/// A file the document was built from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Its path relative to the project.
    pub name: String,
    /// The SHA-256 of its bytes in hexadecimal digits.
    pub sha256: String,
}

/// What a draft has to know about its origins.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The texts in which the document's places lie.
    pub sources: &'a Sources,
    /// The files it was built from.
    pub inputs: &'a [InputFile],
}

/// Collects the manifest while the body is written.
pub struct Recorder<'a> {
    draft: Draft<'a>,
    figures: String,
    figure_count: u32,
    blocks: String,
    block_count: u32,
    bookmarks: u32,
    wording: String,
}

impl<'a> Recorder<'a> {
    /// A manifest without content, for a body that takes so many bytes.
    pub fn new(draft: Draft<'a>, room: usize) -> Self {
        Self {
            draft,
            figures: String::with_capacity(room / 2),
            figure_count: 0,
            blocks: String::with_capacity(room / 2),
            block_count: 0,
            bookmarks: 0,
            wording: String::new(),
        }
    }

    /// An id for a bookmark of the body, from 1.
    pub fn bookmark(&mut self) -> u32 {
        self.bookmarks += 1;
        self.bookmarks
    }

    /// Begins a block and says its number, from 1.
    pub fn begin_block(&mut self, block: &Block) -> u32 {
        self.block_count += 1;
        self.wording.clear();
        self.blocks.push_str("<block>");
        number_into(&mut self.blocks, "n", self.block_count);
        self.blocks.push_str("<kind>");
        self.blocks.push_str(kind(block));
        self.blocks.push_str("</kind>");
        let Source { line, expression } = block.source;
        locate(&mut self.blocks, self.draft.sources, line.or(expression));
        self.block_count
    }

    /// Notes what stands before the wording of a block.
    pub fn label(&mut self, text: &str) {
        element_into(&mut self.blocks, "label", text);
    }

    /// Notes wording.
    pub fn text(&mut self, text: &str) {
        if first_of_two(text, [b'{', b'}']).is_none() {
            return self.wording.push_str(text);
        }
        for piece in text.split_inclusive(['{', '}']) {
            self.wording.push_str(piece);
            if let Some(brace) = piece.chars().next_back().filter(|c| matches!(c, '{' | '}')) {
                self.wording.push(brace);
            }
        }
    }

    /// Notes a figure and says its number, from 1.
    pub fn figure(&mut self, figure: &Figure) -> u32 {
        self.figure_count += 1;
        with_number(&mut self.wording, "{", self.figure_count, "}");
        let out = &mut self.figures;
        out.push_str("<figure>");
        number_into(out, "n", self.figure_count);
        element_into(out, "key", &figure.key.path);
        element_into(out, "aspect", figure.key.aspect);
        element_into(out, "text", &figure.text);
        locate(out, self.draft.sources, figure.key.place);
        out.push_str("</figure>");
        self.figure_count
    }

    /// Notes the wording of a cell that is drawn, not printed: its figures are in no control of the body.
    pub fn cell(&mut self, content: &[Inline]) {
        self.inlines(content);
        self.end_wording();
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } | Inline::Code { text, .. } => self.text(text),
                Inline::Figure(figure) => {
                    self.figure(figure);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.inlines(inner),
                Inline::Link { content, .. } => self.inlines(content),
                Inline::Break => self.text("\n"),
            }
        }
    }

    /// Ends the wording of a paragraph or cell.
    pub fn end_wording(&mut self) {
        element_into(&mut self.blocks, "wording", &self.wording);
        self.wording.clear();
    }

    /// Ends a block.
    pub fn end_block(&mut self) {
        self.blocks.push_str("</block>");
    }

    /// The whole part.
    pub fn finish(self) -> String {
        let mut out = String::with_capacity(self.figures.len() + self.blocks.len() + ROOM);
        out.push_str(DECLARATION);
        out.push_str("<manifest xmlns=\"");
        escape_into(&mut out, NAMESPACE);
        out.push_str("\"><inputs>");
        for input in self.draft.inputs {
            out.push_str("<input>");
            element_into(&mut out, "name", &input.name);
            element_into(&mut out, "sha256", &input.sha256);
            out.push_str("</input>");
        }
        out.push_str("</inputs><figures>");
        out.push_str(&self.figures);
        out.push_str("</figures><blocks>");
        out.push_str(&self.blocks);
        out.push_str("</blocks></manifest>");
        out
    }
}

fn locate(out: &mut String, sources: &Sources, place: Option<Place>) {
    let Some(place) = place else { return };
    if let Some(source) = sources.get(place.source) {
        element_into(out, "file", source.name());
        let line = source.line_of(place.start as usize);
        number_into(out, "line", u32::try_from(line).unwrap_or(u32::MAX));
    }
}

/// What a block is, as the manifest says it.
fn kind(block: &Block) -> &'static str {
    match &block.kind {
        BlockKind::Heading(heading) if heading.run_in.is_some() => "run-in-heading",
        BlockKind::Heading(_) => "heading",
        BlockKind::Paragraph { role, .. } => match role {
            Role::Title => "title",
            Role::Subtitle => "subtitle",
            Role::Salutation => "salutation",
            Role::Body => "body",
            Role::Signature => "signature",
            Role::Date => "date",
            Role::Caption => "caption",
            Role::ChartCaption => "chart-caption",
            Role::UnitLine => "unit-line",
            Role::Note => "note",
            Role::AnnexList => "annex-list",
            Role::AnnexMark => "annex-mark",
        },
        BlockKind::ListItem { .. } => "list-item",
        BlockKind::Table(_) => "table",
        BlockKind::Chart(_) => "chart",
        BlockKind::Quote { .. } => "quote",
        BlockKind::Code { .. } => "code",
        BlockKind::Rule => "rule",
    }
}
