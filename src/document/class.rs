//! `{.classes}` at the end of a paragraph or heading: what gives it a place of its own on the page.

use super::{Block, BlockKind, ChartForm, Heading, Inline, Role};
use crate::diag::Text;

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

/// What headings can take by a `{.class}`: Chinese names, then English ones.
const OF_HEADINGS: [&str; 4] = ["不编号", "接排", "unnumbered", "run-in"];

/// What is wrong with what stands in a `{.…}` at the end of a block, and its cure; `None` when some block can take it.
pub fn class_fault(class: &str) -> Option<(Text, Text)> {
    let is_role = ROLES.iter().any(|r| r.0 == class || r.1 == class);
    if is_role || OF_HEADINGS.contains(&class) || ChartForm::named(class).is_some() {
        return None;
    }
    let charts = ChartForm::ALL.map(|form| form.names().zh);
    let known = ROLES
        .iter()
        .map(|r| r.0)
        .chain(charts)
        .chain(["不编号", "接排"]);
    let (message, hint) = unknown_class(class, &known.collect::<Vec<_>>());
    if !class.trim().contains([' ', '　']) {
        return Some((message, hint));
    }
    let message = Text::new(
        format!("“{{.{class}}}”不是一个标记：一段只能有一个"),
        format!("`{{.{class}}}` is not one class: a paragraph takes one"),
    );
    Some((message, hint))
}

/// What to say of a class that a block cannot take, and those that it can.
pub(super) fn unknown_class(class: &str, known: &[&str]) -> (Text, Text) {
    let list: Vec<String> = known.iter().map(|k| format!("{{.{k}}}")).collect();
    let message = Text::new(
        format!("没有“{{.{class}}}”这种标记"),
        format!("there is no class `{{.{class}}}`"),
    );
    let hint = Text::new(
        format!("这里可以用：{}", list.join("、")),
        format!("classes that can stand here: {}", list.join(", ")),
    );
    (message, hint)
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
