//! How many pages a document takes, by estimate.

use crate::docx_package::official;
use crate::tree::{document, paragraph, text};
use zongjie::document::BlockKind;
use zongjie::writers::docx::pages;

#[test]
fn a_page_holds_22_lines_of_28_characters() {
    // Two characters of indent and 26 more fill a line.
    let line = "字".repeat(26);
    let lines = |n: usize| document((0..n).map(|_| paragraph(vec![text(&line)])).collect());
    for (count, expected) in [(0, 1), (1, 1), (22, 1), (23, 2), (44, 2), (45, 3)] {
        assert_eq!(pages(&lines(count), official()), expected, "{count} lines");
    }
}

#[test]
fn a_mark_may_stand_beyond_the_end_of_a_line() {
    let hanging = "字".repeat(26) + "。";
    let full = document((0..22).map(|_| paragraph(vec![text(&hanging)])).collect());
    assert_eq!(pages(&full, official()), 1);
}

#[test]
fn a_break_begins_a_page_only_behind_something() {
    let mut broken = document(vec![paragraph(vec![text("一")]); 3]);
    broken.blocks[0].kind = BlockKind::Rule;
    assert_eq!(pages(&broken, official()), 1);
    broken.blocks[1].kind = BlockKind::Rule;
    assert_eq!(pages(&broken, official()), 1);
    let mut broken = document(vec![paragraph(vec![text("一")]); 3]);
    broken.blocks[1].kind = BlockKind::Rule;
    assert_eq!(pages(&broken, official()), 2);
}
