//! Text where a list or map should be: often only a colon or dash was typed wrongly.

use super::faults::{bad_dash, full_width_colon, full_width_mark, missing_blank};
use super::lines::dash_slip;

use crate::diag::Diagnostic;
use crate::load::node::Node;
use crate::load::quoting::Piece;

/// The slips that made a text out of what should be a map (or, with `list`, a list); none for other values.
pub fn misfit(piece: Piece<'_>, node: &Node, list: bool) -> Vec<Diagnostic> {
    if node.plain().is_none() {
        return Vec::new();
    }
    let range = piece.range(node.place);
    let mut out = Vec::new();
    let mut start = range.start;
    for line in piece
        .text
        .get(range.clone())
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let content = line.trim_start();
        let at = start + line.len() - content.len();
        let slip = if list {
            dash_slip(content).map(|dash| bad_dash(piece, at..at + dash))
        } else {
            map_slip(piece, at, content.trim_end())
        };
        out.extend(slip);
        start += line.len();
    }
    out
}

fn map_slip(piece: Piece<'_>, at: usize, content: &str) -> Option<Diagnostic> {
    if content.starts_with('｛') {
        let range = at..at + '｛'.len_utf8();
        return Some(full_width_mark(piece, range, "{"));
    }
    let colon = content.find(['：', ':'])?;
    let key = content.get(..colon)?.trim();
    if key.is_empty() || content.get(colon..)?.starts_with("://") {
        return None;
    }
    let found = if content.get(colon..)?.starts_with('：') {
        full_width_colon(piece, key, at + colon)
    } else {
        missing_blank(piece, key, at + colon)
    };
    Some(found)
}
