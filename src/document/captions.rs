//! The numbers of tables and charts: 表1, 图1, Table 1, Figure 1. They are never typed, so that a table can be added or
//! taken out.

use super::{BlockKind, Document, Inline, Language, Origin, Role, plain};

/// Puts its number before every caption, in the order of the document; tables and charts are counted apart.
pub(super) fn number(document: &mut Document) {
    let (words, gap) = match document.language {
        Language::Chinese => (["表", "图"], "　"),
        Language::English => (["Table ", "Figure "], ". "),
    };
    let mut counts = [0_u32; 2];
    for block in &mut document.blocks {
        let BlockKind::Paragraph { role, content } = &mut block.kind else {
            continue;
        };
        let (word, count) = match (role, &mut counts) {
            (Role::Caption, [tables, _]) => (words[0], tables),
            (Role::ChartCaption, [_, charts]) => (words[1], charts),
            _ => continue,
        };
        *count += 1;
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
