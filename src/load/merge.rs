//! Several files as one: equals that may not contradict each other, and overlays that replace.

use super::node::{Entry, Kind, Name, Node};
use crate::diag::{Diagnostic, Findings, Text, codes};
use crate::model::schema::{self, Key};

/// What happens when both sides say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Files of one folder: lists are joined, contradictions are errors.
    Equals,
    /// What comes later replaces texts and whole lists.
    Over,
}

/// Which keys a map holds, so that both spellings of one key meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    Figures,
    Figure,
    Tables,
    Table,
    Section,
    /// Lists here grow from file to file.
    Open,
    /// A list here is one value: the cells of a row, the parts of a figure.
    Closed,
}

impl Level {
    fn keys(self) -> &'static [Key] {
        match self {
            Self::Top => schema::TOP,
            Self::Figure => schema::FIGURE,
            Self::Table => schema::TABLE,
            Self::Section => schema::SECTION,
            Self::Figures | Self::Tables | Self::Open | Self::Closed => &[],
        }
    }

    /// The key that a spelling means here; `None` for free names.
    fn key(self, typed: &str) -> Option<&'static Key> {
        let field = match self {
            Self::Top => schema::field(typed).map(|(key, _)| key),
            _ => None,
        };
        field.or_else(|| schema::find(self.keys(), typed))
    }

    fn below(self, key: &str) -> Self {
        match (self, key) {
            (Self::Top, "figures") => Self::Figures,
            (Self::Top, "figure_tables") => Self::Tables,
            (Self::Top, "achievements" | "problems" | "next_steps") => Self::Section,
            (Self::Figures, _) => Self::Figure,
            (Self::Tables, _) => Self::Table,
            (Self::Figure | Self::Table | Self::Closed, _) => Self::Closed,
            (Self::Top | Self::Section | Self::Open, _) => Self::Open,
        }
    }
}

/// Merges a file's tree into that of the files before it.
pub fn merge(base: &mut Node, over: Node, policy: Policy, findings: &mut Findings) {
    let mut merger = Merger { policy, findings };
    merger.node(base, over, Level::Top, "");
}

struct Merger<'a> {
    policy: Policy,
    findings: &'a mut Findings,
}

impl Merger<'_> {
    fn node(&mut self, base: &mut Node, mut over: Node, level: Level, name: &str) {
        if over.is_null() {
            return;
        }
        level_out(base, &mut over, level);
        if level == Level::Figure && self.policy == Policy::Over {
            no_longer_pending(base, &over);
        }
        match (&mut base.kind, over.kind) {
            (Kind::Map(entries), Kind::Map(more)) => self.entries(entries, more, level),
            (Kind::List(items), Kind::List(more))
                if self.policy == Policy::Equals
                    && matches!(level, Level::Open | Level::Section) =>
            {
                items.extend(more);
            }
            (_, kind) => {
                over.kind = kind;
                self.one_value(base, over, name);
            }
        }
    }

    fn one_value(&mut self, base: &mut Node, over: Node, name: &str) {
        if self.policy == Policy::Equals && !base.is_null() {
            if !base.says_the_same(&over) {
                self.findings.push(conflict(base, &over, name));
            }
            return;
        }
        *base = over;
    }

    fn entries(&mut self, entries: &mut Vec<Entry>, more: Vec<Entry>, level: Level) {
        let mut keys: Vec<Option<&Key>> = entries.iter().map(|e| level.key(&e.name.text)).collect();
        for entry in more {
            let name = &entry.name.text;
            let key = level.key(name);
            let mut known = keys.iter().zip(entries.iter_mut());
            let same = known.find(|(other, same)| match (key, **other) {
                (Some(key), Some(other)) => std::ptr::eq(key, other),
                (None, None) => same.name.text == *name,
                _ => false,
            });
            match same {
                Some((_, same)) => {
                    let below = level.below(key.map_or(name, |key| key.en));
                    self.node(&mut same.value, entry.value, below, name);
                }
                None => {
                    keys.push(key);
                    entries.push(entry);
                }
            }
        }
    }
}

/// A figure that was pending is so no more once a value is put over it; only what is put over may say otherwise.
fn no_longer_pending(base: &mut Node, over: &Node) {
    let is = |entry: &Entry, key: &str| {
        Level::Figure
            .key(&entry.name.text)
            .is_some_and(|known| known.en == key)
    };
    let gives = |key: &str| {
        let mut entries = over.entries().iter();
        entries.any(|entry| is(entry, key) && !entry.value.is_null())
    };
    if let Kind::Map(entries) = &mut base.kind
        && gives("value")
        && !gives("status")
    {
        entries.retain(|entry| {
            !is(entry, "status")
                || !matches!(entry.value.text().map(str::trim), Some("待补" | "pending"))
        });
    }
}

/// Brings a short and a long form to the long one: a figure's bare value, a section's bare list.
fn level_out(base: &mut Node, over: &mut Node, level: Level) {
    let is_map = |node: &Node| matches!(node.kind, Kind::Map(_));
    let key = match level {
        Level::Figure => "value",
        Level::Section => "items",
        _ => return,
    };
    let is_short = |node: &Node| match level {
        Level::Figure => matches!(node.kind, Kind::Scalar(_)),
        _ => matches!(node.kind, Kind::List(_)),
    };
    if is_map(base) && is_short(over) {
        wrap(over, key);
    } else if is_short(base) && is_map(over) {
        wrap(base, key);
    }
}

fn wrap(node: &mut Node, key: &str) {
    let place = node.place;
    let value = std::mem::replace(node, Node::new(Kind::Null, place));
    let name = Name {
        text: key.to_owned(),
        place,
    };
    node.kind = Kind::Map(vec![Entry { name, value }]);
}

fn conflict(base: &Node, over: &Node, name: &str) -> Diagnostic {
    let message = match (base.text(), over.text()) {
        (Some(first), Some(second)) => Text::new(
            format!("“{name}”有两个不同的内容：“{first}”和“{second}”"),
            format!("\"{name}\" has two different values, \"{first}\" and \"{second}\""),
        ),
        _ => Text::new(
            format!("“{name}”有两个不同的内容"),
            format!("\"{name}\" has two different values"),
        ),
    };
    Diagnostic::error(&codes::CONFLICTING_VALUES, over.place, message)
        .hint(Text::new(
            "请删去其中一个，或改成一致",
            "remove one of the two, or make them agree",
        ))
        .also(
            base.place,
            Text::new("另一个在这里", "the other stands here"),
        )
}
