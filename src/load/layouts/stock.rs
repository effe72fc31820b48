//! The layout profiles that come with the program, each read once: thousands of reports share them.

use super::decode;
use super::file::File;
use super::overlay::lay_over;
use crate::diag::{Findings, Source, Sources};
use crate::layout::Profile;
use crate::load::decode::Reader;
use crate::load::library::{self, BuiltIn};
use crate::load::node::Node;
use std::sync::{Arc, OnceLock};

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

/// One for each of the library, read when somebody asks for it.
static STOCK: [OnceLock<Option<Stocked>>; library::LAYOUTS.len()] =
    [const { OnceLock::new() }; library::LAYOUTS.len()];

/// The built-in profile of a number in the library.
fn one(number: usize) -> Option<&'static Stocked> {
    let read = || stocked(library::LAYOUTS.get(number)?, number);
    STOCK.get(number)?.get_or_init(read).as_ref()
}

/// All built-in profiles in the order of the library. What one extends stands before it; the first extends none.
pub fn built_in() -> impl Iterator<Item = &'static Stocked> {
    (0..STOCK.len()).filter_map(one)
}

/// The built-in profile of a name, an alias or a file's name.
pub fn find(name: &str) -> Option<&'static Stocked> {
    find_before(STOCK.len(), name)
}

/// The same among the first few.
fn find_before(end: usize, name: &str) -> Option<&'static Stocked> {
    let numbered = library::LAYOUTS.iter().enumerate().take(end);
    let mut likely = numbered.filter(|(_, built_in)| built_in.may_be_called(name));
    likely.find_map(|(number, _)| one(number).filter(|one| one.file.is_called(name)))
}

/// Built-in files have no mistakes, which a test holds; so their places are never printed, and their findings and
/// sources belong to no run.
fn stocked(built_in: &'static BuiltIn, number: usize) -> Option<Stocked> {
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let source = sources.add(Source::new(format!("{}.yaml", built_in.id), built_in.text));
    let stem = built_in.id.rsplit('/').next().unwrap_or_default();
    let file = File::read(source, vec![stem.to_owned()], &sources, &mut findings)?;
    let named = file.extends();
    let base = named.and_then(|name| find_before(number, &name.value));
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
