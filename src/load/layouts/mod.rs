//! Layout profiles: YAML files that say how a page looks, each over another one.
//!
//! ```text
//! text ─yaml─▶ tree ─mend─▶ laid over the tree of what it extends ─decode─▶ Profile ─grid─▶ held against its page
//! ```
//! A new kind of paragraph is a row of `schema::ROLES`, a field of [`Profile`] and a line of its `blank`. Any other
//! field is a key in `schema` and an arm in `decode`.

mod decode;
mod file;
mod grid;
mod lengths;
mod looks;
mod measures;
mod overlay;
mod schema;
mod shelf;
mod stock;
mod words;

pub use shelf::{Entry, FOLDERS, Layouts, Origin};

use super::node::Node;
use crate::layout::Profile;
use std::sync::Arc;

/// The built-in profile of a name, an alias, or a file's name without its extension.
pub fn profile(name: &str) -> Option<Arc<Profile>> {
    stock::find(name).map(|found| Arc::clone(&found.profile))
}

/// All built-in profiles, in the order in which they are listed.
pub fn built_in() -> Vec<Arc<Profile>> {
    let all = stock::built_in();
    all.map(|one| Arc::clone(&one.profile)).collect()
}

/// What a report and its settings (`key=value`) say of its layout. Whether it is a name or a path is told by whoever
/// looks for it.
pub fn typed(root: &Node, settings: &[String]) -> Vec<String> {
    let is_layout = |key: &str| matches!(key, "版式" | "layout");
    let entries = root.entries().iter();
    let own = entries
        .filter(|e| is_layout(&e.name.text))
        .filter_map(|e| e.value.text().map(str::to_owned));
    let set = settings.iter().filter_map(|setting| {
        let (key, value) = setting.split_once('=')?;
        is_layout(key.trim()).then(|| value.trim().to_owned())
    });
    own.chain(set).collect()
}
