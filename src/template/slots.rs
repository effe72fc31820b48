//! Places in templates that a project may fill with its own wording: phrases and blocks.
//!
//! ```text
//! {% 措辞 问题开头 %}…{% 结束措辞 %}     filled from 措辞.yaml: text with {{ }}
//! {% 块 问题 %}…{% 结束块 %}             filled from a project's template 基于 (based on) this one: anything
//! ```
//! What fills a place is prepared as a text of its own and printed there; what stood in it is left out unseen. So a
//! phrase in a block that was filled is no longer there to be filled.

use super::names::Names;
use super::scan::{Piece, Tag, TokenKind};
use crate::diag::Place;
use crate::model::Wording;

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SlotKind {
    /// A sentence or heading.
    Phrase,
    /// A stretch of template.
    Block,
}

impl SlotKind {
    /// The word of its opening tag.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Phrase => "phrase",
            Self::Block => "block",
        }
    }
}

/// A tag that opens or closes a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SlotTag {
    /// Opens it; the name is missing when it was not typed.
    Open(SlotKind, Option<String>),
    /// Closes it.
    Close(SlotKind),
}

/// The place that a `{% %}` opens or closes; `None` for all other tags.
pub(super) fn slot_tag(tag: &Tag<'_>) -> Option<SlotTag> {
    let first = tag.tokens.first()?;
    let kind = match first.text.as_ref() {
        "phrase" | "措辞" => SlotKind::Phrase,
        "block" | "块" => SlotKind::Block,
        "endphrase" | "结束措辞" => return Some(SlotTag::Close(SlotKind::Phrase)),
        "endblock" | "结束块" => return Some(SlotTag::Close(SlotKind::Block)),
        _ => return None,
    };
    let name = tag.tokens.get(1).and_then(|t| match t.kind {
        TokenKind::Name => Some(t.text.clone().into_owned()),
        TokenKind::Text => t.unquoted().map(str::to_owned),
        TokenKind::Number | TokenKind::Sign => None,
    });
    Some(SlotTag::Open(kind, name))
}

/// A place met in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// What kind.
    pub kind: SlotKind,
    /// Its name.
    pub name: String,
    /// The whole of it, in the typed text.
    pub start: usize,
    pub end: usize,
}

/// What fills a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Filling<'a> {
    /// A phrase of the project.
    Phrase(&'a Wording),
    /// Lines of a template.
    Block(Place),
}

/// A place of the project's own wording.
#[derive(Debug, Clone)]
pub(super) struct Override<'a> {
    /// What kind.
    pub kind: SlotKind,
    /// The name of what it fills.
    pub name: String,
    /// Where that name is typed.
    pub place: Place,
    /// What it is filled with.
    pub filling: Filling<'a>,
}

/// Where the place opened by the piece at `at` is closed.
pub(super) fn closer(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let opens = |piece: &Piece<'_>| match piece {
        Piece::Statement(tag) => slot_tag(tag),
        _ => None,
    };
    let SlotTag::Open(kind, _) = opens(pieces.get(at)?)? else {
        return None;
    };
    let mut depth = 0_usize;
    for (i, piece) in pieces.iter().enumerate().skip(at) {
        match opens(piece) {
            Some(SlotTag::Open(k, _)) if k == kind => depth += 1,
            Some(SlotTag::Close(k)) if k == kind => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some(i);
        }
    }
    None
}

/// The pieces with every place that is filled reduced to one piece.
pub(super) fn filled<'t>(pieces: Vec<Piece<'t>>, names: &Names<'_>) -> Vec<Piece<'t>> {
    let has_any = |p: &Piece<'_>| matches!(p, Piece::Statement(tag) if slot_tag(tag).is_some());
    if names.overrides.is_empty() || !pieces.iter().any(has_any) {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        match filled_here(&pieces, at, names) {
            Some((filled, next)) => {
                out.push(filled);
                at = next;
            }
            None => {
                out.push(piece.clone());
                at += 1;
            }
        }
    }
    out
}

fn filled_here<'t>(
    pieces: &[Piece<'t>],
    at: usize,
    names: &Names<'_>,
) -> Option<(Piece<'t>, usize)> {
    let Piece::Statement(open) = pieces.get(at)? else {
        return None;
    };
    let SlotTag::Open(kind, Some(name)) = slot_tag(open)? else {
        return None;
    };
    let number = *names.overrides.get(&(kind, name))?;
    let last = closer(pieces, at)?;
    let Piece::Statement(close) = pieces.get(last)? else {
        return None;
    };
    let is_inline = !pieces[at..last]
        .iter()
        .any(|p| matches!(p, Piece::LineEnd { .. }));
    let filled = Piece::Filled {
        start: open.start,
        end: close.end,
        number,
        is_inline,
    };
    Some((filled, last + 1))
}

/// The blocks of a text that is based on another, and what stands between them, which is printed nowhere.
pub(super) fn blocks(pieces: &[Piece<'_>]) -> (Vec<Block>, Vec<(usize, usize)>) {
    let (mut found, mut stray) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if let Some((block, next)) = block(pieces, at) {
            found.push(block);
            at = next;
            continue;
        }
        match piece {
            Piece::Text { start, end } => stray.push((*start, *end)),
            Piece::Statement(tag) | Piece::Expression(tag) => stray.push((tag.start, tag.end)),
            Piece::LineEnd { .. }
            | Piece::Blank { .. }
            | Piece::Comment { .. }
            | Piece::Filled { .. } => {}
        }
        at += 1;
    }
    (found, stray)
}

/// A block in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its name and where it stands.
    pub name: String,
    pub name_at: (usize, usize),
    /// What stands between its tags, without the line end behind the first.
    pub body: (usize, usize),
}

fn block(pieces: &[Piece<'_>], at: usize) -> Option<(Block, usize)> {
    let Piece::Statement(open) = pieces.get(at)? else {
        return None;
    };
    let SlotTag::Open(SlotKind::Block, Some(name)) = slot_tag(open)? else {
        return None;
    };
    let last = closer(pieces, at)?;
    let Piece::Statement(close) = pieces.get(last)? else {
        return None;
    };
    let name_token = open.tokens.get(1)?;
    let behind = pieces[at + 1..last]
        .iter()
        .find(|p| !matches!(p, Piece::Blank { .. }));
    let start = match behind {
        Some(Piece::LineEnd { at }) => at + 1,
        _ => open.end,
    };
    let block = Block {
        name,
        name_at: (name_token.start, name_token.end),
        body: (start.min(close.start), close.start),
    };
    Some((block, last + 1))
}
