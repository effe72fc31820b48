//! `layouts check`: what is wrong with a project's own layouts, or with one file.

use super::{Console, Exit, Rack};
use crate::commands::terminal::fonts;
use crate::diag::render::json;
use crate::layout::Profile;
use crate::load::layouts::{self, Entry, FOLDERS, Origin};
use crate::world::{Kind, World};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A layout's file, or the project whose layouts are checked; the current folder if not given
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

/// Checks layouts.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let path = args.path.as_deref().unwrap_or(Path::new(""));
    let is_folder = world.kind(path) == Kind::Folder || args.path.is_none();
    let folder = if is_folder { path } else { project_of(path) };
    let mut rack = Rack::of(world, Some(folder));
    let names: Vec<String> = if is_folder {
        let is_own = |entry: &Entry| matches!(entry.origin, Origin::Own(_));
        let own = rack.layouts.all().into_iter().filter(is_own);
        own.map(|entry| entry.name).collect()
    } else {
        let typed = path.display().to_string();
        let found = (&mut rack.sources, &mut rack.findings);
        rack.layouts.add(world, Path::new(""), &typed, found);
        vec![typed]
    };
    let mut profiles: Vec<Arc<Profile>> = Vec::new();
    for name in &names {
        let typed = rack.typed(name);
        let found = rack.layouts.find(&typed, &rack.sources, &mut rack.findings);
        profiles.extend(found);
    }
    if names.is_empty() {
        profiles.extend(layouts::built_in().into_iter().next());
    }
    if let Some(installed) = world.fonts() {
        let faces = profiles
            .iter()
            .flat_map(|profile| profile.faces(profile.fonts));
        rack.findings.extend(fonts::missing(faces, &installed));
    }
    print(&rack, &names, console)
}

/// The project that a layout's file belongs to.
fn project_of(file: &Path) -> &Path {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = folder.file_name().unwrap_or_default();
    match folder.parent() {
        Some(above) if FOLDERS.iter().any(|known| name == *known) => above,
        _ => folder,
    }
}

fn print(rack: &Rack, names: &[String], console: &mut Console<'_>) -> Exit {
    let (zh, en) = if names.is_empty() {
        let none = "这里没有自己的版式；自己的版式放在 layouts 文件夹";
        (
            none.to_owned(),
            "there are no layouts of its own here; they go into the folder `layouts`".to_owned(),
        )
    } else {
        (
            format!("已检查：{}", names.join("、")),
            format!("checked: {}", names.join(", ")),
        )
    };
    let run = json::Run {
        files: &[],
        characters: 0,
        pages: 0,
        findings: &rack.findings,
        numbers: None,
    };
    console.report(&run, &rack.sources, console.language.pick(&zh, &en));
    if rack.findings.has_errors() {
        Exit::Input
    } else {
        Exit::Done
    }
}
