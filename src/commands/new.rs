//! `new`: a commented report to fill in, in the language of its genre.

use super::schema;
use super::templates::find;
use super::terminal::{Console, Exit, Faults, trouble};
use crate::diag::render::{Language, json};
use crate::diag::{Diagnostic, Findings, Sources, Text};
use crate::saving::about_file;
use crate::world::{Kind, World};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The genre; `zongjie templates list` names them
    #[arg(value_name = "GENRE")]
    genre: String,
    /// Folder to put it in; named after the genre if not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// The report to fill in of each genre, by its id.
pub static SCAFFOLDS: &[(&str, &str)] = &[
    (
        "zh/annual-summary",
        include_str!("../../templates/zh/annual-summary.new.yaml"),
    ),
    (
        "zh/annual-summary-and-plan",
        include_str!("../../templates/zh/annual-summary-and-plan.new.yaml"),
    ),
    (
        "zh/half-year-summary",
        include_str!("../../templates/zh/half-year-summary.new.yaml"),
    ),
    (
        "zh/special-work-summary",
        include_str!("../../templates/zh/special-work-summary.new.yaml"),
    ),
    (
        "zh/work-plan",
        include_str!("../../templates/zh/work-plan.new.yaml"),
    ),
    (
        "zh/year-end-review",
        include_str!("../../templates/zh/year-end-review.new.yaml"),
    ),
    (
        "zh/annual-appraisal",
        include_str!("../../templates/zh/annual-appraisal.new.yaml"),
    ),
    (
        "zh/duty-report",
        include_str!("../../templates/zh/duty-report.new.yaml"),
    ),
    (
        "zh/probation-summary",
        include_str!("../../templates/zh/probation-summary.new.yaml"),
    ),
    (
        "zh/new-staff-summary",
        include_str!("../../templates/zh/new-staff-summary.new.yaml"),
    ),
    (
        "en/annual-summary",
        include_str!("../../templates/en/annual-summary.new.yaml"),
    ),
    (
        "en/year-end-review",
        include_str!("../../templates/en/year-end-review.new.yaml"),
    ),
    (
        "en/probation-review",
        include_str!("../../templates/en/probation-review.new.yaml"),
    ),
];

/// Makes a new report.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    match make(args, world) {
        Ok((folder, file)) => {
            print(&folder, &file, console);
            Exit::Done
        }
        Err(faults) => console.fail(faults),
    }
}

fn make(args: &Args, world: &dyn World) -> Result<(PathBuf, PathBuf), Faults> {
    let genre = find(&args.genre)?;
    let scaffold = SCAFFOLDS.iter().find(|(id, _)| *id == genre.id);
    let Some((_, text)) = scaffold else {
        return Err(vec![trouble(Text::new(
            format!("文种“{}”没有空白报告", genre.name),
            format!("genre `{}` has no report to fill in", genre.name),
        ))]);
    };
    let folder = args
        .folder
        .clone()
        .unwrap_or_else(|| PathBuf::from(&genre.name));
    let file = folder.join("report.yaml");
    if world.kind(&file) != Kind::Missing {
        return Err(vec![exists(&file)]);
    }
    let text = format!("# yaml-language-server: $schema={}\n{text}", schema::FILE);
    let schema = schema::text(&genre);
    for (path, text) in [(folder.join(schema::FILE), &schema), (file.clone(), &text)] {
        world
            .write(&path, text.as_bytes())
            .map_err(|error| vec![trouble(about_file(&path, &error))])?;
    }
    Ok((folder, file))
}

fn exists(file: &Path) -> Diagnostic {
    let file = file.display();
    trouble(Text::new(
        format!("“{file}”已经存在，没有改动"),
        format!("`{file}` exists already and was left alone"),
    ))
    .hint(Text::new(
        "换个文件夹：zongjie new 文种 文件夹",
        "choose another folder: `zongjie new GENRE DIR`",
    ))
}

fn print(folder: &Path, file: &Path, console: &mut Console<'_>) {
    let files = [file.display().to_string()];
    let folder = folder.display();
    let lines = match console.language {
        Language::Chinese => format!("已新建 {}\n填好后生成：zongjie build {folder}", files[0]),
        Language::English => format!(
            "made {}\nfill it in, then: zongjie build {folder}",
            files[0]
        ),
    };
    let run = json::Run {
        files: &files,
        characters: 0,
        pages: 0,
        findings: &Findings::new(),
        numbers: None,
    };
    console.report(&run, &Sources::new(), &lines);
}
