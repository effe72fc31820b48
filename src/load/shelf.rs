//! The templates at hand, and the one that a report names.

use super::genre::{front_matter, genre};
use super::library::{self, BuiltIn};
use super::node::Node;
use super::phrases::Phrases;
use super::{Part, files};
use crate::diag::{Diagnostic, Findings, Place, Source, SourceId, Sources, Text, codes, nearest};
use crate::model::{Genre, Layer, Located};
use crate::world::World;
use std::path::Path;
use std::sync::Arc;

/// The templates a project can use: its own first, then the built-in ones.
#[derive(Debug)]
pub struct Shelf {
    /// Genres of the project's `templates/`.
    own: Vec<Genre>,
    /// Parts of the project's `templates/` and `templates/parts/`, then the built-in ones.
    pub parts: Arc<[Part]>,
    /// The project's own wording.
    pub phrases: Phrases,
}

impl Shelf {
    /// Reads the templates of a project folder and the built-in parts.
    pub fn read(
        world: &dyn World,
        folder: &Path,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Self {
        let (mut genres, mut parts): (Vec<Genre>, Vec<Part>) = (Vec::new(), Vec::new());
        let templates = folder.join("templates");
        for folder in [&templates, &templates.join("parts")] {
            for path in files::list(world, folder, &["md"], findings) {
                let Some(source) = files::read(world, &path, sources, findings) else {
                    continue;
                };
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                match genre(source, &stem, sources, findings) {
                    Some(genre) if *folder == templates => genres.push(genre),
                    found => {
                        let names = found.iter().flat_map(names_of).collect();
                        parts.push(part(source, &stem, names, sources));
                    }
                }
            }
        }
        let own = parts.len();
        for built_in in library::PARTS {
            let source = add(built_in, sources);
            let names = vec![built_in.name().to_owned()];
            let part = part(source, built_in.id, names, sources);
            parts[..own].iter_mut().for_each(|o| inherit(o, &part));
            parts.push(part);
        }
        let mut shelf = Self {
            own: genres,
            parts: parts.into(),
            phrases: Phrases::default(),
        };
        shelf.phrases = Phrases::read(world, folder, &shelf, (sources, findings));
        shelf
    }

    /// The genre that a report names; an error with the list of all if it names none.
    pub fn named(
        &self,
        root: &Node,
        start: Place,
        is_whole: bool,
        findings: &mut Findings,
    ) -> Option<Located<String>> {
        let entry = root
            .entries()
            .iter()
            .find(|e| matches!(e.name.text.as_str(), "模板" | "template"));
        if let Some(entry) = entry
            && let Some(text) = entry.value.text()
        {
            return Some(Located::new(text.to_owned(), entry.value.place));
        }
        if is_whole {
            let names = self.names();
            let message = Text::new("缺少“模板”", "\"template\" is missing");
            let hint = Text::new(
                format!(
                    "请写 模板: {}；可用的模板：{}",
                    names.first().map_or("", String::as_str),
                    names.join("、")
                ),
                format!("write `template: …`, one of {}", names.join(", ")),
            );
            let place = entry.map_or(start, |e| e.name.place);
            findings.push(Diagnostic::error(&codes::MISSING_KEY, place, message).hint(hint));
        }
        None
    }

    /// The genre that a report names, with the name as typed; `None` when something is wrong with it.
    pub fn usual(&self, root: &Node, sources: &mut Sources) -> Option<(String, Arc<Genre>)> {
        let mut unheard = Findings::new();
        let typed = self.named(root, root.place, false, &mut unheard)?;
        let genre = self.find(&typed, sources, &mut unheard)?;
        Some((typed.value, genre.into()))
    }

    /// The genre that a report names; an error for a name that none has.
    pub fn find(
        &self,
        typed: &Located<String>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Genre> {
        let name = typed.value.trim();
        let called = |name: &str| self.own.iter().find(|g| is_called(g, name)).cloned();
        // A name that a built-in genre has besides its own means the project's one in its place, too.
        let found = called(name).or_else(|| {
            let built_in = built_in_genre(name, sources)?;
            called(&built_in.name).or(Some(built_in))
        });
        match found {
            Some(genre) => self.whole(genre, sources, findings),
            None => {
                findings.push(self.unknown(typed));
                None
            }
        }
    }

    /// A genre with the templates it is based on; one of the same name means the next one below it.
    fn whole(
        &self,
        mut top: Genre,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Genre> {
        let mut seen = vec![top.source];
        while let Some(base) = top.base.take() {
            let name = base.value.trim();
            let own = self
                .own
                .iter()
                .find(|g| is_called(g, name) && !seen.contains(&g.source));
            let Some(below) = own.cloned().or_else(|| built_in_genre(name, sources)) else {
                findings.push(self.unknown(&base));
                return None;
            };
            seen.push(below.source);
            top = over(top, below);
        }
        Some(top)
    }

    /// Every genre at hand: the project's own, then the built-in ones that none of them replaces.
    pub fn all(&self, sources: &mut Sources, findings: &mut Findings) -> Vec<Genre> {
        let mut out: Vec<Genre> = Vec::new();
        for own in &self.own {
            out.extend(self.whole(own.clone(), sources, findings));
        }
        for built_in in library::GENRES {
            let Some(genre) = read_built_in(built_in, &mut Sources::new()) else {
                continue;
            };
            if !out.iter().any(|own| own.name == genre.name) {
                let source = add(built_in, sources);
                out.push(Genre { source, ..genre });
            }
        }
        out
    }

    /// Whether some genre has this name.
    pub fn knows(&self, name: &str) -> bool {
        self.own.iter().any(|g| is_called(g, name))
            || built_in_genre(name, &mut Sources::new()).is_some()
    }

    /// The names of all genres.
    pub fn names(&self) -> Vec<String> {
        let built_in = genres();
        let own = self.own.iter().map(|g| g.name.clone());
        let mut names: Vec<String> = own.collect();
        for genre in built_in {
            if !names.contains(&genre.name) {
                names.push(genre.name);
            }
        }
        names
    }

    fn unknown(&self, typed: &Located<String>) -> Diagnostic {
        let names = self.names();
        let message = Text::new(
            format!("没有模板“{}”", typed.value),
            format!("there is no template \"{}\"", typed.value),
        );
        let (zh, en) = (names.join("、"), names.join(", "));
        let hint = match nearest(&typed.value, names.iter().map(String::as_str)) {
            Some(near) => Text::new(
                format!("是不是“{near}”？可用的模板：{zh}"),
                format!("did you mean \"{near}\"? templates: {en}"),
            ),
            None => Text::new(format!("可用的模板：{zh}"), format!("templates: {en}")),
        };
        Diagnostic::error(&codes::UNKNOWN_TEMPLATE, typed.place, message).hint(hint)
    }
}

/// The built-in genre of a name: one that is called so itself before one whose file is.
pub fn built_in_genre(name: &str, sources: &mut Sources) -> Option<Genre> {
    let found = |fits: fn(&Genre, &str) -> bool| {
        let mut likely = library::GENRES.iter().filter(|b| b.may_be_called(name));
        likely.find_map(|built_in| {
            let genre = read_built_in(built_in, &mut Sources::new())?;
            fits(&genre, name).then_some((built_in, genre))
        })
    };
    // `annual-summary` is the English genre of that name before it is the file name of a Chinese one.
    let (built_in, genre) = found(is_named).or_else(|| found(is_called))?;
    let source = add(built_in, sources);
    Some(Genre { source, ..genre })
}

/// A template of blocks laid over the one it is based on; what its front matter leaves open is the other's.
fn over(top: Genre, below: Genre) -> Genre {
    let either = |own: String, other: String| if own.is_empty() { other } else { own };
    let mut layers = top.layers;
    layers.push(Layer {
        source: top.source,
        body: top.body,
    });
    layers.extend(below.layers);
    let mut fields = top.fields;
    fields.extend(below.fields);
    Genre {
        id: top.id,
        name: top.name,
        aliases: top.aliases,
        about: either(top.about, below.about),
        language: below.language,
        layout: either(top.layout, below.layout),
        length: top.length.or(below.length),
        required: if top.required.is_empty() {
            below.required
        } else {
            top.required
        },
        fields,
        source: below.source,
        body: below.body,
        base: below.base,
        layers,
        phrases: Vec::new(),
    }
}

/// All built-in genres, in the order of the library. Their sources belong to no run.
pub fn genres() -> Vec<Genre> {
    library::GENRES
        .iter()
        .filter_map(|built_in| read_built_in(built_in, &mut Sources::new()))
        .collect()
}

fn read_built_in(built_in: &BuiltIn, sources: &mut Sources) -> Option<Genre> {
    let source = add(built_in, sources);
    genre(source, built_in.id, sources, &mut Findings::new())
}

fn add(built_in: &BuiltIn, sources: &mut Sources) -> SourceId {
    sources.add(Source::new(format!("{}.md", built_in.id), built_in.text))
}

/// Whether it is one of a genre's own names.
fn is_named(genre: &Genre, name: &str) -> bool {
    genre.name == name || genre.id == name || genre.aliases.iter().any(|a| a == name)
}

/// Whether it is a genre's name or that of its file.
pub fn is_called(genre: &Genre, name: &str) -> bool {
    let short = genre.id.rsplit('/').next().unwrap_or_default();
    short == name || is_named(genre, name)
}

/// The names that a front matter gives.
fn names_of(genre: &Genre) -> impl Iterator<Item = String> {
    let aliases = genre.aliases.iter().cloned();
    std::iter::once(genre.name.clone()).chain(aliases)
}

/// A part with the names that its front matter gives.
fn part(source: SourceId, id: &str, mut aliases: Vec<String>, sources: &Sources) -> Part {
    let text = sources.get(source).map(Source::text).unwrap_or_default();
    let short = id.rsplit('/').next().unwrap_or(id);
    if short != id {
        aliases.push(short.to_owned());
    }
    aliases.retain(|alias| alias != id);
    Part {
        name: id.to_owned(),
        aliases,
        source,
        body: front_matter(text).map_or(0, |(_, body)| body),
    }
}

/// A part of the project that has one of a built-in part's names replaces it under all of them.
fn inherit(own: &mut Part, built_in: &Part) {
    let names = |part: &Part| -> Vec<String> {
        let aliases = part.aliases.iter().cloned();
        aliases.chain([part.name.clone()]).collect()
    };
    let (mine, theirs) = (names(own), names(built_in));
    if mine.iter().any(|name| theirs.contains(name)) {
        own.aliases
            .extend(theirs.into_iter().filter(|name| !mine.contains(name)));
    }
}
