//! The layout profiles that come with the program, read once: thousands of reports share them.

use super::decode;
use super::file::File;
use super::overlay::lay_over;
use crate::diag::{Findings, Source, Sources};
use crate::layout::Profile;
use crate::load::decode::Reader;
use crate::load::library::{self, BuiltIn};
use crate::load::node::Node;
use std::sync::{Arc, LazyLock};

/// A built-in profile.
#[derive(Debug, Clone)]
pub struct Stocked {
    /// Its file, for profiles that extend it.
    pub file: File,
    /// What it says, with what it extends.
    pub root: Node,
    /// The profile itself.
    pub profile: Arc<Profile>,
    /// Where it stands in the library.
    pub built_in: &'static BuiltIn,
}

impl Stocked {
    /// The profile and those it extends, one below the other.
    pub fn below(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |one| find(&one.file.extends()?.value))
    }
}

static STOCK: LazyLock<Vec<Stocked>> = LazyLock::new(|| {
    let mut stock = Vec::new();
    for built_in in library::LAYOUTS {
        let stocked = stocked(built_in, &stock);
        stock.extend(stocked);
    }
    stock
});

/// All built-in profiles in the order of the library. What one extends stands before it; the first extends none.
pub fn built_in() -> &'static [Stocked] {
    &STOCK
}

/// The built-in profile of a name, an alias or a file's name.
pub fn find(name: &str) -> Option<&'static Stocked> {
    STOCK.iter().find(|one| one.file.is_called(name))
}

/// Built-in files have no mistakes, which a test holds; so their places are never printed, and their findings and
/// sources belong to no run.
fn stocked(built_in: &'static BuiltIn, before: &[Stocked]) -> Option<Stocked> {
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let source = sources.add(Source::new(format!("{}.yaml", built_in.id), built_in.text));
    let stem = built_in.id.rsplit('/').next().unwrap_or_default();
    let file = File::read(source, vec![stem.to_owned()], &sources, &mut findings)?;
    let named = file.extends();
    let base = named.and_then(|name| before.iter().find(|one| one.file.is_called(&name.value)));
    let own = file.root.clone();
    let root = match base {
        Some(base) => lay_over(base.root.clone(), own),
        None => own,
    };
    let mut reader = Reader::new(&sources, &mut findings);
    let profile = decode::profile(&root, &[&file.root], &mut reader);
    Some(Stocked {
        file,
        root,
        profile: Arc::new(profile),
        built_in,
    })
}
