//! The layout profiles that come with the program, each read once: thousands of reports share them.

use super::decode;
use super::file::File;
use super::overlay::lay_over;
use crate::diag::{Findings, Source, Sources};
use crate::layout::Profile;
use crate::load::decode::Reader;
use crate::load::library::{self, BuiltIn};
use crate::load::node::Node;
use std::sync::{Arc, LazyLock, OnceLock};

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

/// A place for each profile of the library, filled when it is first asked for: a build needs one or two of them.
static STOCK: LazyLock<Vec<OnceLock<Option<Stocked>>>> =
    LazyLock::new(|| library::LAYOUTS.iter().map(|_| OnceLock::new()).collect());

/// All built-in profiles in the order of the library.
pub fn built_in() -> impl Iterator<Item = &'static Stocked> {
    first(library::LAYOUTS.len())
}

/// The built-in profile of a name, an alias or a file's name.
pub fn find(name: &str) -> Option<&'static Stocked> {
    built_in().find(|one| one.file.is_called(name))
}

/// The first so many of the library. What a profile extends stands before it; the first extends none.
fn first(count: usize) -> impl Iterator<Item = &'static Stocked> {
    let places = STOCK.iter().zip(library::LAYOUTS).enumerate().take(count);
    places.filter_map(|(index, (place, built_in))| {
        place.get_or_init(|| stocked(built_in, index)).as_ref()
    })
}

/// Built-in files have no mistakes, which a test holds; so their places are never printed, and their findings and
/// sources belong to no run.
fn stocked(built_in: &'static BuiltIn, index: usize) -> Option<Stocked> {
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let source = sources.add(Source::new(format!("{}.yaml", built_in.id), built_in.text));
    let stem = built_in.id.rsplit('/').next().unwrap_or_default();
    let file = File::read(source, vec![stem.to_owned()], &sources, &mut findings)?;
    let named = file.extends();
    let base = named.and_then(|name| first(index).find(|one| one.file.is_called(&name.value)));
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
