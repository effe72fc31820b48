//! `templates lint`: what is wrong with a project's templates and wording, also where no data reaches.

use super::{Console, Exit, Layer, Stock};
use crate::diag::render::json;
use crate::diag::{Code, Diagnostic, Findings, Place, Severity, Sources, Text, codes, nearest};
use crate::load::phrases::Phrases;
use crate::load::{self, Input, Loaded};
use crate::model::{Genre, Length, Report};
use crate::template::{self, Project, outline};
use crate::world::{Kind, Memory, World};
use std::path::{Path, PathBuf};

static UNUSED_PART: Code = Code {
    id: "unused-part",
    zh: "没有用到的片段",
    unreadable: false,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The project; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Checks a project.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let path = args.folder.as_deref().unwrap_or(Path::new(""));
    let mut stock = Stock::of(world, Some(&folder_of(world, path)));
    let loaded = loaded(world, path);
    let genres = genres(&mut stock, loaded.as_ref());
    let empty = empty_report();
    let Some(report) = loaded.as_ref().map(|l| &l.report).or(empty.as_ref()) else {
        return Exit::Done;
    };
    let mut found: Vec<Vec<Diagnostic>> = Vec::new();
    for genre in &genres {
        found.push(lint(genre, report, &stock));
    }
    let has_report = loaded.is_some();
    let used = loaded.as_ref().map(|l| l.genre.name.as_str());
    let kept = kept(&found, &genres, used, &stock.shelf.phrases);
    stock
        .findings
        .extend(kept.into_iter().map(|d| softened(d, has_report)));
    unused_parts(&genres, &mut stock);
    let names: Vec<&str> = genres.iter().map(|g| g.name.as_str()).collect();
    print(&stock, &names, console)
}

fn folder_of(world: &dyn World, path: &Path) -> PathBuf {
    match world.kind(path) {
        Kind::File => path.parent().unwrap_or(Path::new("")).to_owned(),
        Kind::Folder | Kind::Missing => path.to_owned(),
    }
}

/// The report of the project, if it has one that can be read: its figures are names that templates may use.
fn loaded(world: &dyn World, path: &Path) -> Option<Loaded> {
    let input = Input {
        path: path.to_owned(),
        ..Input::default()
    };
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    load::load(world, &input, &mut sources, &mut findings)
}

/// The project's own genres, the one its report uses, and those its wording names; all when there are none.
fn genres(stock: &mut Stock, loaded: Option<&Loaded>) -> Vec<Genre> {
    let all = stock.shelf.all(&mut stock.sources, &mut stock.findings);
    let used = loaded.map(|l| l.genre.name.as_str());
    let is_meant = |g: &Genre| {
        used == Some(g.name.as_str())
            || stock.layer(g.source) != Layer::BuiltIn
            || !g.layers.is_empty()
            || stock.shelf.phrases.speaks_of(g)
    };
    let meant: Vec<Genre> = all.iter().filter(|g| is_meant(g)).cloned().collect();
    if meant.is_empty() { all } else { meant }
}

/// A report without figures, for names only.
fn empty_report() -> Option<Report> {
    let name = load::genres().first()?.name.clone();
    let world = Memory::new().with("report.yaml", format!("模板: {name}\n"));
    let input = Input {
        path: "report.yaml".into(),
        ..Input::default()
    };
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    Some(load::load(&world, &input, &mut sources, &mut findings)?.report)
}

/// What is wrong with one genre, in both lengths.
fn lint(genre: &Genre, report: &Report, stock: &Stock) -> Vec<Diagnostic> {
    let mut findings = Findings::new();
    for length in [Length::Full, Length::Brief] {
        let phrases = stock.shelf.phrases.of(genre, length);
        let genre = Genre {
            phrases,
            ..genre.clone()
        };
        let project = Project {
            genre: &genre,
            parts: &stock.shelf.parts,
            sources: &stock.sources,
            own: stock.sources.next_id(),
        };
        template::lint(report, &project, &mut findings);
    }
    findings.into_iter().collect()
}

/// All findings once. Wording for every genre need not fit each one: it is wrong when it fits none, or not the one that
/// the report uses.
fn kept(
    found: &[Vec<Diagnostic>],
    genres: &[Genre],
    used: Option<&str>,
    phrases: &Phrases,
) -> Vec<Diagnostic> {
    let has = |list: &[Diagnostic], one: &Diagnostic| {
        list.iter()
            .any(|d| d.place == one.place && d.code == one.code)
    };
    let fits_some = |one: &Diagnostic| {
        let mut others = found.iter().zip(genres);
        others.any(|(list, genre)| phrases.offers(genre, one.place) && !has(list, one))
    };
    let mut out: Vec<Diagnostic> = Vec::new();
    for (findings, genre) in found.iter().zip(genres) {
        let is_used = used == Some(genre.name.as_str());
        for one in findings {
            let counts = one.code != &codes::UNKNOWN_PHRASE || is_used || !fits_some(one);
            if counts && !has(&out, one) {
                out.push(one.clone());
            }
        }
    }
    out
}

/// Without a report, a name that is not known may be a figure.
fn softened(mut finding: Diagnostic, has_report: bool) -> Diagnostic {
    if finding.code == &codes::UNKNOWN_NAME && !has_report {
        finding.severity = Severity::Warning;
    }
    finding
}

/// Parts of the project that no template includes: most often a misspelt name.
fn unused_parts(genres: &[Genre], stock: &mut Stock) {
    let parts = &stock.shelf.parts;
    let used: Vec<_> = genres
        .iter()
        .flat_map(|g| outline::sheets(g, parts, &stock.sources))
        .map(|sheet| sheet.source)
        .collect();
    let names: Vec<&str> = parts
        .iter()
        .filter(|p| stock.layer(p.source) == Layer::BuiltIn)
        .flat_map(|p| p.aliases.iter().map(String::as_str))
        .collect();
    let mut out = Vec::new();
    for part in parts.iter() {
        if stock.layer(part.source) == Layer::BuiltIn || used.contains(&part.source) {
            continue;
        }
        let name = &part.name;
        let message = Text::new(
            format!("没有模板用到片段“{name}”"),
            format!("no template includes part `{name}`"),
        );
        let place = Place::new(part.source, 0, 0);
        let finding = Diagnostic::warning(&UNUSED_PART, place, message);
        out.push(match nearest(name, names.iter().copied()) {
            Some(near) => finding.hint(Text::new(
                format!("若要替换内置的片段，文件名应为“{near}.md”"),
                format!("to replace the built-in part, call the file `{near}.md`"),
            )),
            None => finding,
        });
    }
    stock.findings.extend(out);
}

fn print(stock: &Stock, names: &[&str], console: &mut Console<'_>) -> Exit {
    let zh = format!("已检查：{}", names.join("、"));
    let en = format!("checked: {}", names.join(", "));
    let lines = console.language.pick(&zh, &en).to_owned();
    let run = json::Run {
        files: &[],
        characters: 0,
        pages: 0,
        findings: &stock.findings,
        numbers: None,
    };
    console.report(&run, &stock.sources, &lines);
    if stock.findings.has_errors() {
        Exit::Input
    } else {
        Exit::Done
    }
}
