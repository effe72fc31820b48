//! The bare words of a piece of the tree.

use super::{Block, BlockKind, Figure, Inline, Table};

/// The words of some inlines without their styles; a forced line end is `\n`.
pub fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    collect(content, &mut out);
    out
}

fn collect(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => out.push_str(text),
            Inline::Figure(figure) => out.push_str(&figure.text),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                collect(content, out)
            }
            Inline::Break => out.push('\n'),
        }
    }
}

/// The runs of words in a block, in reading order: one for a paragraph, title and text of a run-in heading, one for
/// each cell of a table, before them the unit of a chart. Verbatim blocks and rules have none.
pub fn parts(kind: &BlockKind) -> Vec<&[Inline]> {
    let mut out = Vec::new();
    each_part(kind, |part| out.push(part));
    out
}

/// Shows the runs of words in a block, in reading order.
pub(super) fn each_part<'d>(kind: &'d BlockKind, mut show: impl FnMut(&'d [Inline])) {
    match kind {
        BlockKind::Heading(heading) => {
            show(&heading.content);
            heading.run_in.as_deref().into_iter().for_each(show);
        }
        BlockKind::Paragraph { content, .. }
        | BlockKind::ListItem { content, .. }
        | BlockKind::Quote { content } => show(content),
        BlockKind::Table(table) => cells(table).for_each(show),
        BlockKind::Chart(chart) => {
            if !chart.unit.is_empty() {
                show(&chart.unit);
            }
            cells(&chart.data).for_each(show);
        }
        BlockKind::Code { .. } | BlockKind::Rule => {}
    }
}

/// The words of a table, row by row.
fn cells(table: &Table) -> impl Iterator<Item = &[Inline]> {
    table
        .header
        .iter()
        .chain(table.rows.iter().flatten())
        .map(|cell| cell.content.as_slice())
}

/// The figures printed in a block, in reading order.
pub fn figures(block: &Block) -> Vec<&Figure> {
    let mut out = Vec::new();
    each_part(&block.kind, |part| collect_figures(part, &mut out));
    out
}

fn collect_figures<'d>(content: &'d [Inline], out: &mut Vec<&'d Figure>) {
    for inline in content {
        match inline {
            Inline::Figure(figure) => out.push(figure),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                collect_figures(content, out)
            }
            Inline::Text { .. } | Inline::Code { .. } | Inline::Break => {}
        }
    }
}
