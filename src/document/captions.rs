//! The numbers of tables: 表1, Table 1. They are never typed, so that a table can be added or taken out.

use super::{BlockKind, Document, Inline, Language, Origin, Role, plain};

/// Puts its number before every table caption, in the order of the document.
pub(super) fn number(document: &mut Document) {
    let (word, gap) = match document.language {
        Language::Chinese => ("表", "　"),
        Language::English => ("Table ", ". "),
    };
    let mut count = 0_u32;
    for block in &mut document.blocks {
        let BlockKind::Paragraph {
            role: Role::Caption,
            content,
        } = &mut block.kind
        else {
            continue;
        };
        count += 1;
        if is_label(&plain(content), word) {
            continue;
        }
        let label = Inline::Text {
            text: format!("{word}{count}{gap}"),
            origin: Origin::default(),
        };
        content.insert(0, label);
    }
}

/// Whether a caption begins with a number that somebody typed.
fn is_label(caption: &str, word: &str) -> bool {
    let rest = caption.trim_start().strip_prefix(word.trim_end());
    rest.is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}
