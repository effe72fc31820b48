//! Levels, ranks and ordinals of headings.
//!
//! The outline is read as a tree first, because whether a heading is numbered depends on its siblings: one alone is
//! not. Within a series the lower ranks restart after a higher one, as Word does it, so that a series is one list in a
//! word processor.

use super::{BlockKind, Document, Heading, Number, Role};

/// Gives every heading its level, rank and number.
///
/// Expects headings that are to be numbered to hold `Some` number, whatever it says, and unnumbered parts `None`.
/// - Levels and ranks never skip: `####` right under `##` becomes `###`.
/// - An unnumbered part has rank 0 and ends the run of its siblings before it; those after it, and its own children from rank 1 on,
///   begin new series. So does a title inside the document (an annex).
/// - A heading alone in its run has no number; its children take the rank it would have had.
///
/// Table captions get theirs, too.
pub fn number(document: &mut Document) {
    super::captions::number(document);
    let mut series = Series::default();
    for mut part in outline(document) {
        series.number(&mut part, 1, None);
        store(document, part);
    }
}

/// A heading with all that stands below it.
struct Node {
    /// Its block in the document.
    block: usize,
    /// The level as typed, to find its parent by.
    typed: u8,
    /// Whether it is to be numbered.
    wanted: bool,
    /// Depth in the tree, from 1.
    level: u8,
    rank: u8,
    number: Option<Number>,
    children: Vec<Node>,
}

/// The headings of each part of the document (parts begin at titles) as trees.
fn outline(document: &Document) -> Vec<Vec<Node>> {
    let mut parts = vec![Vec::new()];
    for (block, kind) in document.blocks.iter().map(|b| &b.kind).enumerate() {
        match kind {
            BlockKind::Paragraph {
                role: Role::Title, ..
            } => parts.push(Vec::new()),
            BlockKind::Heading(heading) => {
                if let Some(part) = parts.last_mut() {
                    hang(part, heading, block, 1);
                }
            }
            _ => {}
        }
    }
    parts
}

/// Puts a heading below the last one that is above it in the outline.
fn hang(siblings: &mut Vec<Node>, heading: &Heading, block: usize, level: u8) {
    match siblings.last_mut() {
        Some(parent) if parent.typed < heading.level => {
            hang(
                &mut parent.children,
                heading,
                block,
                level.saturating_add(1),
            );
        }
        _ => siblings.push(Node {
            block,
            typed: heading.level,
            wanted: heading.number.is_some(),
            level,
            rank: 1,
            number: None,
            children: Vec::new(),
        }),
    }
}

/// Gives out the series, in the order in which they are first needed.
#[derive(Default)]
struct Series {
    next: u32,
}

impl Series {
    /// Numbers siblings and what is below them; `series` is that of the heading above, `None` for a new one.
    fn number(&mut self, siblings: &mut [Node], rank: u8, mut series: Option<u32>) {
        for run in siblings.chunk_by_mut(|a, b| a.wanted && b.wanted) {
            if let [part] = run
                && !part.wanted
            {
                part.rank = 0;
                self.number(&mut part.children, 1, None);
            } else {
                self.number_run(run, rank, series);
            }
            series = None;
        }
    }

    /// Numbers siblings that follow each other without an unnumbered part between them.
    fn number_run(&mut self, run: &mut [Node], rank: u8, series: Option<u32>) {
        if let [alone] = run {
            alone.rank = rank;
            self.number(&mut alone.children, rank, series);
            return;
        }
        let series = series.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        for (ordinal, node) in (1..).zip(run) {
            node.rank = rank;
            node.number = Some(Number { ordinal, series });
            self.number(&mut node.children, rank.saturating_add(1), Some(series));
        }
    }
}

fn store(document: &mut Document, nodes: Vec<Node>) {
    for node in nodes {
        if let Some(block) = document.blocks.get_mut(node.block)
            && let BlockKind::Heading(heading) = &mut block.kind
        {
            heading.level = node.level;
            heading.rank = node.rank;
            heading.number = node.number;
        }
        store(document, node.children);
    }
}
