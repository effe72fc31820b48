//! Texts that are laid over a report one by one: rows of a roster.

use super::node::Node;
use super::quoting::Piece;
use super::{characters, traps, trunk};
use crate::diag::{Findings, SourceId};

/// One YAML text as a tree whose places lie in a source of this id; `None` when it is empty or cannot be read, which the
/// findings then explain.
pub fn tree(id: SourceId, text: &str, findings: &mut Findings) -> Option<Node> {
    let piece = Piece::whole(id, text);
    reserved(id, text, findings);
    let mut root = trunk::tree(piece, findings).ok().flatten()?;
    findings.extend(traps::mend(piece, &mut root));
    Some(root)
}

/// Finds the characters of a text that no text may hold.
pub fn reserved(id: SourceId, text: &str, findings: &mut Findings) {
    findings.extend(characters::reserved(Piece::whole(id, text)));
}
