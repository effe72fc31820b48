//! Where the paragraphs of the closing stand: the signatures and the date at the end.

use super::measure::width;
use super::paragraph::Properties;
use super::style_id::StyleId;
use crate::document::{Block, BlockKind, Role};
use crate::layout::{Align, Chars, ClosingRule, Indent, Page, Profile, Twips, closing_indents};

/// The widest signature that still counts: wider ones take more than one line.
const WIDEST: Chars = Chars::whole(24);

/// Whether a block belongs to a closing.
pub fn is_closing(block: &Block) -> bool {
    closing_role(block).is_some()
}

/// Whether the closing begins behind a block, with or without the list of annexes before it.
pub fn closes(blocks: &[Block], index: usize) -> bool {
    let behind = blocks.get(index + 1..).unwrap_or_default();
    let annexes = behind.iter().take_while(|block| is_annex_entry(block));
    let begins = behind.get(annexes.count()).is_some_and(is_closing);
    begins && !is_closing(&blocks[index]) && !is_annex_entry(&blocks[index])
}

fn is_annex_entry(block: &Block) -> bool {
    let role = match block.kind {
        BlockKind::Paragraph { role, .. } => Some(role),
        _ => None,
    };
    role == Some(Role::AnnexList)
}

/// Whether the note of a table follows it.
pub fn has_note(blocks: &[Block], index: usize) -> bool {
    let next = blocks.get(index + 1).map(|block| &block.kind);
    matches!(
        next,
        Some(BlockKind::Paragraph {
            role: Role::Note,
            ..
        })
    )
}

fn closing_role(block: &Block) -> Option<Role> {
    match block.kind {
        BlockKind::Paragraph {
            role: role @ (Role::Signature | Role::Date),
            ..
        } => Some(role),
        _ => None,
    }
}

fn block_width(block: &Block) -> Chars {
    match &block.kind {
        BlockKind::Paragraph { content, .. } => width(content).min(WIDEST),
        _ => Chars::default(),
    }
}

/// The properties of the closing paragraph at `index`. The signatures and the date that stand together are one
/// group: the widest signature and the date decide, the other signatures begin where the widest does.
pub fn properties(blocks: &[Block], index: usize, profile: &Profile, page: &Page) -> Properties {
    let before = blocks[..index].iter().rev().take_while(|b| is_closing(b));
    let first = index - before.count();
    let group: Vec<&Block> = blocks[first..]
        .iter()
        .take_while(|block| is_closing(block))
        .collect();
    let widest = |wanted: Role| {
        group
            .iter()
            .filter(|block| closing_role(block) == Some(wanted))
            .map(|block| block_width(block))
            .max()
            .unwrap_or_default()
    };
    let (signature, date) = (widest(Role::Signature), widest(Role::Date));
    let indents = closing_indents(profile.closing, signature, date);
    let own = block_width(&blocks[index]);
    let is_date = closing_role(&blocks[index]) == Some(Role::Date);
    let (style, text, right) = if is_date {
        (StyleId::Date, profile.date, indents.date + (date - own))
    } else {
        let right = indents.signature + (signature - own);
        (StyleId::Signature, profile.signature, right)
    };
    let mut properties = Properties::new(style);
    if profile.closing == ClosingRule::AsStyled {
        properties.before = (index > first && !is_date).then_some(Twips(0));
        return properties;
    }
    if index == first && is_date {
        properties.before = Some(profile.signature.before);
    } else if index > first && !is_date {
        properties.before = Some(Twips(0));
    }
    let is_pair = signature > Chars(0) && signature < WIDEST && date > Chars(0);
    if is_pair && profile.closing == ClosingRule::WithoutSeal {
        // The date stands two characters right of where the signature begins. Counted from the other edge it would
        // stand elsewhere in programs that put gaps between 汉字 and digits.
        properties.start = Some(page.text_width() - (right + own).twips(text.pitch()));
        properties.align = Some(Align::Left);
        return properties;
    }
    let indent = Indent {
        right,
        ..text.indent
    };
    properties.indent = Some((indent, text.pitch()));
    properties
}
