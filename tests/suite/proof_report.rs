//! The proof report: everything a page can hold in one document, built as users build it.

use crate::docx_package::values;
use crate::read_back::{build, bytes};
use std::io::{Cursor, Read};
use zongjie::diag::Severity;
use zongjie::document::BlockKind;
use zongjie::world::Memory;
use zongjie::writers::FormatId;

const REPORT: &str = include_str!("../proof/report.yaml");

#[test]
fn the_proof_report_builds_without_errors_and_holds_all_it_promises() {
    let world = Memory::new().with("p/report.yaml", REPORT);
    let outcome = build(&world, &[FormatId::Docx]);
    let errors: Vec<_> = outcome
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let document = &outcome.product.as_ref().unwrap().document;
    assert_eq!(document.title.chars().count(), 60);
    let count =
        |wanted: fn(&BlockKind) -> bool| document.blocks.iter().filter(|b| wanted(&b.kind)).count();
    assert_eq!(count(|kind| matches!(kind, BlockKind::Table(_))), 5);
    assert_eq!(count(|kind| matches!(kind, BlockKind::Chart(_))), 3);
    let package = bytes(&outcome, FormatId::Docx);
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut xml = String::new();
    let mut body = archive.by_name("word/document.xml").unwrap();
    body.read_to_string(&mut xml).unwrap();
    assert_eq!(xml.matches("\"AnnexMark\"").count(), 2);
    // A column for each month still fits an upright page.
    assert_eq!(values(&xml, "w:pgSz", "w:w"), ["11906"]);
}
