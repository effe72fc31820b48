//! How much memory a body will take, so that it need not move while it grows. What is not used costs nothing.

use crate::document::{Block, BlockKind, Table};

/// What a paragraph mostly takes, in bytes.
const PARAGRAPH: usize = 512;
/// What a cell of a table mostly takes.
const CELL: usize = 256;

/// The room for these blocks, in bytes; a draft, which says where everything came from, takes twice as much.
pub fn room(blocks: &[Block], is_draft: bool) -> usize {
    let of_blocks: usize = blocks.iter().map(of_block).sum();
    let of_final = (of_blocks + PARAGRAPH).max(4 * PARAGRAPH);
    if is_draft { 2 * of_final } else { of_final }
}

fn of_block(block: &Block) -> usize {
    let cells = |table: &Table| table.columns.len() * (table.rows.len() + 1);
    match &block.kind {
        BlockKind::Table(table) => CELL * cells(table),
        BlockKind::Code { text } => text.len(),
        _ => PARAGRAPH,
    }
}
