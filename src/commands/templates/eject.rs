//! `templates eject`: wording copied into a project, to be edited there. Nothing is ever overwritten.

use super::{Console, Exit, Faults, Stock, trouble};
use crate::diag::render::json;
use crate::diag::{Diagnostic, Findings, Source, SourceId, Sources, Text, nearest};
use crate::language::Language;
use crate::model::{Genre, Part};
use crate::saving::about_file;
use crate::template::outline::{Place, Sheet, sheets};
use crate::world::{Kind, World};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The genre; `zongjie templates list` names them
    #[arg(value_name = "GENRE")]
    genre: String,
    /// The project to copy into; the current folder if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Copy only the phrases, into 措辞.yaml (phrases.yaml in English)
    #[arg(long, conflicts_with_all = ["part", "block"])]
    phrases: bool,
    /// Copy only one part that the genre includes
    #[arg(long, value_name = "NAME", conflicts_with = "block")]
    part: Option<String>,
    /// Copy only one block of the genre
    #[arg(long, value_name = "NAME")]
    block: Option<String>,
}

/// Copies wording into a project.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    match copy(args, world) {
        Ok(file) => {
            print(&file, console);
            Exit::Done
        }
        Err(faults) => console.fail(faults),
    }
}

fn copy(args: &Args, world: &dyn World) -> Result<PathBuf, Faults> {
    let folder = args.folder.clone().unwrap_or_default();
    let mut stock = Stock::of(world, Some(&folder));
    let genre = stock.genre(&args.genre)?;
    let sheets = sheets(&genre, &stock.shelf.parts, &stock.sources);
    let (file, text) = if args.phrases {
        let name = match genre.language {
            Language::Chinese => "措辞.yaml",
            Language::English => "phrases.yaml",
        };
        (folder.join(name), phrases(&genre, &sheets, ""))
    } else if let Some(name) = &args.part {
        let part = find_part(name, &sheets, &stock)?;
        let file = format!("templates/parts/{}.md", part.title());
        (folder.join(file), whole(part.source, &stock))
    } else if let Some(name) = &args.block {
        let file = folder.join(format!("templates/{}.md", genre.name));
        (file, block(name, &genre, &sheets)?)
    } else {
        let file = folder.join(format!("templates/{}.md", genre.name));
        (file, whole(genre.source, &stock))
    };
    let text = match world.kind(&file) {
        Kind::Missing => text,
        Kind::File if args.phrases => {
            let more = |known: &str| phrases(&genre, &sheets, known);
            appended(world, &file, more).ok_or_else(|| vec![exists(&file)])?
        }
        Kind::File | Kind::Folder => return Err(vec![exists(&file)]),
    };
    world
        .write(&file, text.as_bytes())
        .map_err(|error| vec![trouble(about_file(&file, &error))])?;
    Ok(file)
}

/// A file as it is, with the phrases behind it that it does not name yet; `None` when it names all of them or is no
/// UTF-8.
fn appended(world: &dyn World, file: &Path, more: impl Fn(&str) -> String) -> Option<String> {
    let known = String::from_utf8(world.read(file).ok()?).ok()?;
    let missing = more(&known);
    let has_any = missing.contains(": |\n");
    let gap = if known.ends_with('\n') { "\n" } else { "\n\n" };
    has_any.then(|| format!("{known}{gap}{missing}"))
}

/// Whether a file of phrases names one already, worded or as a comment.
fn names(known: &str, phrase: &str) -> bool {
    let is_key = |line: &str| {
        let line = line.trim_start_matches(['#', ' ', '"', '\'']);
        let rest = line.strip_prefix(phrase).unwrap_or_default();
        rest.trim_start_matches(['"', '\'', ' ']).starts_with(':')
    };
    known.lines().any(is_key)
}

fn whole(source: SourceId, stock: &Stock) -> String {
    let text = stock.sources.get(source).map(Source::text);
    text.unwrap_or_default().to_owned()
}

fn find_part<'s>(name: &str, sheets: &[Sheet], stock: &'s Stock) -> Result<&'s Part, Faults> {
    let included: Vec<&Part> = stock
        .shelf
        .parts
        .iter()
        .filter(|p| sheets.iter().skip(1).any(|s| s.source == p.source))
        .collect();
    let is_called = |p: &&&Part| p.name == name || p.aliases.iter().any(|a| a == name);
    match included.iter().find(is_called) {
        Some(part) => Ok(*part),
        None => {
            let names: Vec<&str> = included.iter().map(|p| p.title()).collect();
            Err(vec![unknown(name, ("片段", "part"), &names)])
        }
    }
}

/// A template of one block, based on the genre.
fn block(name: &str, genre: &Genre, sheets: &[Sheet]) -> Result<String, Faults> {
    let places: Vec<Place> = sheets.iter().flat_map(Sheet::places).collect();
    let blocks = || places.iter().filter(|p| p.is_block);
    let Some(found) = blocks().find(|p| p.name == name) else {
        let names: Vec<&str> = blocks().map(|p| p.name.as_str()).collect();
        return Err(vec![unknown(name, ("块", "block"), &names)]);
    };
    let (own, text) = (&genre.name, &found.text);
    Ok(match genre.language {
        Language::Chinese => format!(
            "---\n名称: {own}\n基于: {own}\n---\n{{# 这里只写要换掉的块，其余照原模板。 #}}\n{{% 块 {name} %}}\n{text}\n\n{{% 结束块 %}}\n"
        ),
        Language::English => format!(
            "---\nname: {own}\nbased_on: {own}\nlanguage: English\n---\n{{# Only the blocks to replace stand here; the rest is the template's. #}}\n{{% block {name} %}}\n{text}\n\n{{% endblock %}}\n"
        ),
    })
}

/// The phrases of a genre that a file does not name yet, as comments: what is uncommented counts.
fn phrases(genre: &Genre, sheets: &[Sheet], known: &str) -> String {
    let mut out = String::from(genre.language.pick(
        "# 措辞：要改哪一句，就去掉那几行行首的“# ”，换成自己的话；其余照模板印。\n\
         # 句子里可以用 {{单位}}、{{期间}}、{{指标名}}，不能用 {% %}。\n\
         # 标题只能写一行。不想要某一句，写成 名称: \"\"。\n",
        "# Phrases: uncomment those you want to word anew; all others stay the template's.\n\
         # {{ }} works in them, {% %} does not. A heading takes one line. To drop a phrase, write: name: \"\"\n",
    ));
    let mut seen: Vec<String> = Vec::new();
    for place in sheets.iter().flat_map(Sheet::places) {
        if place.is_block || seen.contains(&place.name) || names(known, &place.name) {
            continue;
        }
        out.push('\n');
        if place.text.contains("{%") {
            out.push_str(genre.language.pick(
                "# （模板里这一句带有条件，改写时把 {% %} 都去掉）\n",
                "# (in the template this one has conditions; leave out all {% %} when you word it anew)\n",
            ));
        }
        out.push_str(&format!("# {}: |\n", place.name));
        if place.text.is_empty() {
            out.push_str(genre.language.pick(
                "#   模板里没有这一句，想加就写在这里\n",
                "#   the template says nothing here; write it if you want to\n",
            ));
        }
        for line in place.text.lines() {
            out.push_str(&format!("#   {}\n", line.trim()));
        }
        seen.push(place.name);
    }
    out
}

fn unknown(name: &str, (zh, en): (&str, &str), known: &[&str]) -> Diagnostic {
    let message = Text::new(
        format!("这个文种没有{zh}“{name}”"),
        format!("this genre has no {en} `{name}`"),
    );
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean `{near}`?"),
        ),
        None => Text::new(
            format!("可用：{}", known.join("、")),
            format!("there are {}", known.join(", ")),
        ),
    };
    trouble(message).hint(hint)
}

fn exists(file: &Path) -> Diagnostic {
    let file = file.display();
    trouble(Text::new(
        format!("“{file}”已经存在，没有改动"),
        format!("`{file}` exists already and was left alone"),
    ))
    .hint(Text::new(
        "直接改这个文件；想重新开始，先给它改个名字",
        "edit that file, or rename it to begin anew",
    ))
}

fn print(file: &Path, console: &mut Console<'_>) {
    let files = [file.display().to_string()];
    let (zh, en) = (
        format!("已复制到 {}，改好后照常生成", files[0]),
        format!("copied to {}; edit it and build as usual", files[0]),
    );
    let lines = console.language.pick(&zh, &en).to_owned();
    let run = json::Run {
        files: &files,
        characters: 0,
        pages: 0,
        findings: &Findings::new(),
        numbers: None,
    };
    console.report(&run, &Sources::new(), &lines);
}
