//! `{.classes}` at the end of a paragraph or heading: what gives it a place of its own on the page.

use super::{Block, BlockKind, Heading, Inline, Role};

/// The roles a paragraph can take by a `{.class}` at its end: Chinese name, English name.
pub(super) const ROLES: [(&str, &str, Role); 12] = [
    ("副标题", "subtitle", Role::Subtitle),
    ("主送", "recipient", Role::Salutation),
    ("称谓", "salutation", Role::Salutation),
    ("署名", "signature", Role::Signature),
    ("日期", "date", Role::Date),
    ("表题", "caption", Role::Caption),
    ("图题", "chart-caption", Role::ChartCaption),
    ("表单位", "unit-line", Role::UnitLine),
    ("注", "note", Role::Note),
    ("附件说明", "annex-list", Role::AnnexList),
    ("附件", "annex", Role::AnnexMark),
    ("正文", "body", Role::Body),
];

/// Takes a `{.class}` from the end of a block. `typed` is how the block's Markdown ends: printed data never counts as a
/// class, nor does what stands behind a backslash.
pub(super) fn take_class(content: &mut Vec<Inline>, typed: &str) -> Option<String> {
    let Some(Inline::Text { text, origin }) = content.last_mut() else {
        return None;
    };
    if origin.expression.is_some() {
        return None;
    }
    let body = typed.trim_end().strip_suffix('}')?;
    let at = body.rfind("{.")?;
    let class = body[at + 2..].to_owned();
    if class.is_empty() || class.contains(['{', ' ', '　']) {
        return None;
    }
    let kept = text.strip_suffix(&typed[at..])?;
    let kept = kept.trim_end_matches([' ', '\t']).len();
    text.truncate(kept);
    if text.is_empty() {
        content.pop();
    }
    Some(class)
}

/// Puts the paragraph behind a run-in heading into it.
pub(super) fn join_run_in(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let BlockKind::Paragraph {
            role: Role::Body,
            content,
        } = &block.kind
            && let Some(Block {
                kind:
                    BlockKind::Heading(Heading {
                        run_in: Some(behind),
                        ..
                    }),
                ..
            }) = out.last_mut()
            && behind.is_empty()
        {
            behind.clone_from(content);
            continue;
        }
        out.push(block);
    }
    for block in &mut out {
        if let BlockKind::Heading(heading) = &mut block.kind
            && heading.run_in.as_ref().is_some_and(Vec::is_empty)
        {
            heading.run_in = None;
        }
    }
    out
}
