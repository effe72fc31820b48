//! One profile over another: what it says replaces, what it leaves out stays.

use super::schema;
use crate::load::node::{Entry, Kind, Node};

/// Keys that are a profile's own and not handed down.
const OWN: [&str; 4] = ["name", "aliases", "about", "extends"];

/// Lays a profile's tree over that of the profile it extends.
pub fn lay_over(base: Node, over: Node) -> Node {
    let place = over.place;
    let (Kind::Map(mut entries), Kind::Map(more)) = (base.kind, over.kind) else {
        return Node::new(Kind::Map(Vec::new()), place);
    };
    entries.retain(|e| !OWN.iter().any(|own| schema::same(&e.name.text, own)));
    put(&mut entries, more);
    Node::new(Kind::Map(entries), place)
}

/// Puts entries over others. Two of one key in one file stay two, so that they are reported.
fn put(entries: &mut Vec<Entry>, more: Vec<Entry>) {
    let before = entries.len();
    for entry in more {
        let known = entries
            .iter_mut()
            .take(before)
            .find(|e| schema::same(&e.name.text, &entry.name.text));
        let Some(known) = known else {
            entries.push(entry);
            continue;
        };
        match (&mut known.value.kind, entry.value.kind) {
            (Kind::Map(inner), Kind::Map(more)) => {
                known.name = entry.name;
                put(inner, more);
            }
            (_, Kind::Null) => {}
            (_, kind) => {
                known.name = entry.name;
                known.value = Node {
                    kind,
                    ..entry.value
                };
            }
        }
    }
}
