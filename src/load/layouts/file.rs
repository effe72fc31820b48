//! One file of a layout profile, before it is laid over the one it extends.

use super::schema;
use crate::diag::{Findings, Source, SourceId, Sources};
use crate::load::decode::Reader;
use crate::load::node::{Kind, Node};
use crate::load::quoting::Piece;
use crate::load::{traps, trunk};
use crate::model::Located;

/// A profile's file as read.
#[derive(Debug, Clone)]
pub struct File {
    /// What it is called beside the names in it: its own name without the extension, its path.
    pub calls: Vec<String>,
    /// What it says.
    pub root: Node,
}

impl File {
    /// Reads a source; `None` for one that is no map of keys, which the findings then explain.
    pub fn read(
        source: SourceId,
        calls: Vec<String>,
        sources: &Sources,
        findings: &mut Findings,
    ) -> Option<Self> {
        let text = sources.get(source).map(Source::text).unwrap_or_default();
        let piece = Piece::whole(source, text);
        let mut root = match trunk::tree(piece, findings) {
            Ok(Some(root)) => root,
            // A file without content is 公文 under another name.
            Ok(None) => Node::new(Kind::Map(Vec::new()), piece.place(0, 0)),
            Err(trunk::Broken) => return None,
        };
        findings.extend(traps::mend(piece, &mut root));
        Reader::new(sources, findings).map(&root, "版式")?;
        Some(Self { calls, root })
    }

    /// The names that it gives itself, the first one first.
    pub fn names(&self) -> Vec<String> {
        let text = |node: &Node| node.text().map(|text| text.trim().to_owned());
        let aliases = self.value("aliases").map(|node| match &node.kind {
            Kind::List(items) => items.iter().filter_map(text).collect(),
            Kind::Null | Kind::Scalar(_) | Kind::Map(_) => text(node).into_iter().collect(),
        });
        let aliases: Vec<String> = aliases.unwrap_or_default();
        let name = self.value("name").and_then(text);
        name.into_iter().chain(aliases).collect()
    }

    /// The name that lists show.
    pub fn name(&self) -> Option<String> {
        let calls = self.calls.first().cloned();
        self.names().into_iter().next().or(calls)
    }

    /// What it is for, in one line.
    pub fn about(&self) -> String {
        let typed = self.value("about").and_then(Node::text);
        typed.unwrap_or_default().trim().to_owned()
    }

    /// Whether it goes by a name.
    pub fn is_called(&self, name: &str) -> bool {
        self.calls.iter().any(|call| call == name) || self.names().iter().any(|own| own == name)
    }

    /// The profile that it says it extends.
    pub fn extends(&self) -> Option<Located<String>> {
        let typed = self.value("extends")?;
        let name = typed.text()?.trim().to_owned();
        Some(Located::new(name, typed.place))
    }

    fn value(&self, key: &str) -> Option<&Node> {
        let mut entries = self.root.entries().iter();
        let found = entries.find(|e| schema::same(&e.name.text, key));
        found.map(|entry| &entry.value)
    }
}
