//! The page of a section: its size, margins, grid and footers.

use super::package::{EVEN_FOOTER, ODD_FOOTER};
use crate::layout::Page;
use std::fmt::Write;

/// Appends `<w:sectPr>`.
pub fn section(out: &mut String, page: &Page) {
    let _ = write!(
        out,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{ODD_FOOTER}\"/>\
         <w:footerReference w:type=\"even\" r:id=\"{EVEN_FOOTER}\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" \
         w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:docGrid w:type=\"lines\" w:linePitch=\"{}\"/></w:sectPr>",
        page.width.0,
        page.height.0,
        page.top.0,
        page.right.0,
        page.bottom.0,
        page.left.0,
        page.header.0,
        page.footer.0,
        page.line_pitch.0
    );
}
