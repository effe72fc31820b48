//! `--set 指标.税收收入.本期=5亿元`: one value from the command line.

use super::merge::{Policy, merge};
use super::node::{Entry, Kind, Name, Node, Scalar, Style};
use super::quoting::Piece;
use super::yaml::{self, Tree};
use crate::diag::{Diagnostic, Findings, SETTING, Source, Sources, Text, codes};
use std::ops::Range;

/// Puts one setting over the tree.
pub fn set(root: &mut Node, typed: &str, sources: &mut Sources, findings: &mut Findings) {
    let id = sources.add(Source::new(SETTING, typed));
    let piece = Piece::whole(id, typed);
    let reserved = super::characters::reserved(piece);
    if !reserved.is_empty() {
        findings.extend(reserved);
        return;
    }
    let equals = typed.find('=').filter(|&i| !typed[..i].trim().is_empty());
    let Some(equals) = equals else {
        let message = Text::new(
            format!("“{typed}”不是“键=值”"),
            format!("\"{typed}\" is not `key=value`"),
        );
        let hint = Text::new(
            "例如 --set 指标.税收收入.本期=5亿元",
            "for example `--set figures.revenue.value=5`",
        );
        let place = piece.place(0, typed.len());
        findings.push(Diagnostic::error(&codes::BAD_VALUE, place, message).hint(hint));
        return;
    };
    let mut node = value(piece, equals + 1);
    for step in steps(root, typed, equals).into_iter().rev() {
        let place = piece.place(step.start, typed.len());
        let name = Name {
            text: typed[step.clone()].to_owned(),
            place: piece.place(step.start, step.end),
        };
        node = Node::new(Kind::Map(vec![Entry { name, value: node }]), place);
    }
    merge(root, node, Policy::Over, findings);
}

/// A list or map in brackets is read as YAML, anything else is text as typed.
fn value(piece: Piece<'_>, start: usize) -> Node {
    let text = &piece.text[start..];
    let inner = Piece {
        text,
        base: start,
        ..piece
    };
    if text.starts_with(['[', '{'])
        && let Tree::Read(Some(node), faults) = yaml::parse(inner)
        && faults.is_empty()
    {
        return node;
    }
    let place = piece.place(start, piece.text.len());
    Node::new(
        Kind::Scalar(Scalar {
            text: text.to_owned(),
            style: Style::Quoted,
            stretches: vec![(0, place.start)],
        }),
        place,
    )
}

/// The keys of a dotted path. Where the tree has a key with dots in it that fits, that is one step.
fn steps(root: &Node, typed: &str, end: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut node = Some(root);
    let mut start = 0;
    while start < end {
        let rest = &typed[start..end];
        let fits = |name: &str| {
            rest.strip_prefix(name)
                .is_some_and(|after| after.is_empty() || after.starts_with('.'))
        };
        let entry = node
            .into_iter()
            .flat_map(Node::entries)
            .filter(|e| !e.name.text.is_empty() && fits(&e.name.text))
            .max_by_key(|e| e.name.text.len());
        let length = match entry {
            Some(entry) => entry.name.text.len(),
            None => rest.find('.').unwrap_or(rest.len()),
        };
        out.push(start..start + length);
        node = entry.map(|e| &e.value);
        start += length + 1;
    }
    out
}
