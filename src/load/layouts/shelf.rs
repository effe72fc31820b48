//! The layouts at hand: a project's own, then the built-in ones.

use super::file::File;
use super::stock::Stocked;
use super::{decode, overlay, stock};
use crate::diag::{Diagnostic, Findings, SourceId, Sources, Text, codes, nearest};
use crate::layout::Profile;
use crate::load::decode::Reader;
use crate::load::files;
use crate::load::library::BuiltIn;
use crate::load::node::Node;
use crate::model::Located;
use crate::world::{Kind, World};
use std::path::Path;
use std::sync::Arc;

/// The folders of a project that may hold layouts.
pub const FOLDERS: [&str; 2] = ["layouts", "版式"];

/// The layouts at hand.
#[derive(Debug, Clone, Default)]
pub struct Layouts {
    own: Vec<File>,
}

/// Where a layout comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A file of the project.
    Own(SourceId),
    /// It comes with the program: its path below `templates/` and its text.
    BuiltIn(&'static BuiltIn),
}

/// One layout that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name it goes by.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is for, in one line; empty where it does not say.
    pub about: String,
    /// Where it comes from.
    pub origin: Origin,
}

impl Entry {
    fn new(file: &File, origin: Origin) -> Self {
        Self {
            name: file.name().unwrap_or_default(),
            aliases: file.names().into_iter().skip(1).collect(),
            about: file.about(),
            origin,
        }
    }

    fn own(file: &File) -> Self {
        Self::new(file, Origin::Own(file.root.place.source))
    }

    fn stocked(one: &Stocked) -> Self {
        Self::new(&one.file, Origin::BuiltIn(one.built_in))
    }
}

impl Layouts {
    /// Reads the layouts of a project: the files of its `layouts/` or `版式/`.
    pub fn read(
        world: &dyn World,
        folder: &Path,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Self {
        let mut layouts = Self::default();
        for folder in FOLDERS.map(|name| folder.join(name)) {
            for path in files::list(world, &folder, &["yaml", "yml"], findings) {
                layouts.add_file(world, &path, sources, findings);
            }
        }
        layouts
    }

    /// Adds the file that a report names by its path, seen from the project's folder or from the current one. Nothing
    /// happens when there is none: it is reported where it is looked for.
    pub fn add(
        &mut self,
        world: &dyn World,
        folder: &Path,
        typed: &str,
        (sources, findings): (&mut Sources, &mut Findings),
    ) {
        if self.own.iter().any(|file| file.is_called(typed)) {
            return;
        }
        let paths = [folder.join(typed), Path::new(typed).to_owned()];
        let there = paths.iter().find(|path| world.kind(path) == Kind::File);
        if let Some(path) = there
            && self.add_file(world, path, sources, findings)
            && let Some(file) = self.own.last_mut()
        {
            file.calls.push(typed.to_owned());
        }
    }

    fn add_file(
        &mut self,
        world: &dyn World,
        path: &Path,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> bool {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let calls = vec![stem.into_owned(), path.display().to_string()];
        let source = files::read(world, path, sources, findings);
        let file = source.and_then(|source| File::read(source, calls, sources, findings));
        let is_read = file.is_some();
        self.own.extend(file);
        is_read
    }

    /// The profile of a name, an alias, or a path; an error for one that is not there. Mistakes in its file and in
    /// those it extends are errors, too.
    pub fn find(
        &self,
        typed: &Located<String>,
        sources: &Sources,
        findings: &mut Findings,
    ) -> Option<Arc<Profile>> {
        let (chain, base) = match self.chain(typed) {
            Ok(found) => found,
            Err(fault) => {
                findings.push(*fault);
                return None;
            }
        };
        if chain.is_empty() {
            return Some(Arc::clone(&base.profile));
        }
        let own: Vec<&Node> = chain.iter().map(|file| &file.root).collect();
        let lowest_first = own.iter().rev().copied().cloned();
        let root = lowest_first.fold(base.root.clone(), overlay::lay_over);
        let mut profile = decode::profile(&root, &own, &mut Reader::new(sources, findings));
        if profile.names.is_empty() {
            profile
                .names
                .extend(chain.first().and_then(|file| file.name()));
        }
        Some(Arc::new(profile))
    }

    /// The project's own files behind a name, the top one first, and the built-in profile below them. One of a name
    /// that is taken already means the next one below: a project's own 公文 can extend the built-in one.
    fn chain(
        &self,
        typed: &Located<String>,
    ) -> Result<(Vec<&File>, &'static Stocked), Box<Diagnostic>> {
        let mut chain: Vec<&File> = Vec::new();
        let mut wanted = typed.clone();
        loop {
            let name = wanted.value.trim();
            let is_taken = |file: &File| chain.iter().any(|one| std::ptr::eq(*one, file));
            let mut own = self.own.iter().filter(|file| !is_taken(file));
            if let Some(file) = own.find(|file| file.is_called(name)) {
                chain.push(file);
                let usual = || Located::new(usual_base(), file.root.place);
                wanted = file.extends().unwrap_or_else(usual);
            } else if let Some(base) = stock::find(name) {
                return Ok((chain, base));
            } else if chain.iter().any(|file| file.is_called(name)) {
                return Err(circle(&wanted).into());
            } else {
                return Err(self.unknown(&wanted).into());
            }
        }
    }

    /// All layouts, the project's own first; one of a name that another before it has is not listed.
    pub fn all(&self) -> Vec<Entry> {
        let own = self.own.iter().map(Entry::own);
        let built_in = stock::built_in().map(Entry::stocked);
        let mut out: Vec<Entry> = Vec::new();
        for entry in own.chain(built_in) {
            if !out.iter().any(|before| before.name == entry.name) {
                out.push(entry);
            }
        }
        out
    }

    /// The layout of a name and those it extends, one below the other.
    ///
    /// # Errors
    /// When one of them is not there, or they go round in a circle.
    pub fn layers(&self, typed: &Located<String>) -> Result<Vec<Entry>, Box<Diagnostic>> {
        let (chain, base) = self.chain(typed)?;
        let own = chain.into_iter().map(Entry::own);
        Ok(own.chain(base.below().map(Entry::stocked)).collect())
    }

    fn unknown(&self, typed: &Located<String>) -> Diagnostic {
        let name = typed.value.trim();
        let is_path = name.ends_with(".yaml") || name.ends_with(".yml");
        if is_path {
            let message = Text::new(
                format!("找不到版式文件“{name}”"),
                format!("there is no layout file \"{name}\""),
            );
            let hint = Text::new(
                "路径从报告所在的文件夹算起；放在 layouts 文件夹里的版式只写名称",
                "the path begins at the folder of the report; a layout in its folder `layouts` needs only its name",
            );
            return Diagnostic::error(&codes::UNKNOWN_LAYOUT, typed.place, message).hint(hint);
        }
        let names: Vec<String> = self.all().into_iter().map(|entry| entry.name).collect();
        let message = Text::new(
            format!("没有版式“{name}”"),
            format!("there is no layout \"{name}\""),
        );
        let (zh, en) = (names.join("、"), names.join(", "));
        let hint = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => Text::new(
                format!("是不是“{near}”？可用的版式：{zh}"),
                format!("did you mean \"{near}\"? layouts: {en}"),
            ),
            None => Text::new(
                format!("可用的版式：{zh}；自己的版式放在 layouts 文件夹，或写文件路径"),
                format!("layouts: {en}; put your own into the folder `layouts`, or give its path"),
            ),
        };
        Diagnostic::error(&codes::UNKNOWN_LAYOUT, typed.place, message).hint(hint)
    }
}

/// What a profile extends that does not say.
fn usual_base() -> String {
    let first = stock::built_in().next();
    first.and_then(|one| one.file.name()).unwrap_or_default()
}

fn circle(typed: &Located<String>) -> Diagnostic {
    let name = &typed.value;
    let message = Text::new(
        format!("版式“{name}”一层层继承，又回到了自己"),
        format!("the layout \"{name}\" extends itself in the end"),
    );
    let hint = Text::new(
        "请把其中一个写成 继承: 公文",
        "write `extends: official` in one of them",
    );
    Diagnostic::error(&codes::BAD_VALUE, typed.place, message).hint(hint)
}
