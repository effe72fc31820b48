//! `build --watch`: builds again whenever a file of the project is saved, until Ctrl-C.

use crate::commands::terminal::{Console, Exit, Faults, trouble};
use crate::diag::Text;
use crate::load::Input;
use crate::world::{Kind, World};
use std::path::{Path, PathBuf};

/// The folders of a project that hold what is built from.
const FOLDERS: &[&str] = &["data", "templates", "templates/parts", "layouts"];

/// Builds once, and again after every change, as long as the world reports changes.
///
/// # Errors
/// When the files cannot be watched.
pub fn watch(
    input: &Input,
    world: &dyn World,
    console: &mut Console<'_>,
    mut build: impl FnMut(&mut Console<'_>) -> Exit,
) -> Result<Exit, Faults> {
    let folders = folders(input, world);
    // Watched before the first building, so that nothing saved meanwhile is missed.
    let mut changes = world.watch(&folders).map_err(|error| {
        let message = Text::new(
            format!("无法监视文件的改动：{error}"),
            format!("the files cannot be watched: {error}"),
        );
        vec![trouble(message)]
    })?;
    let mut exit = build(console);
    loop {
        if !console.json {
            console.say(console.language.pick(
                "正在等待改动，保存文件后自动重新生成；按 Ctrl-C 结束",
                "waiting for changes; press Ctrl-C to end",
            ));
        }
        if !changes.wait(&is_input) {
            return Ok(exit);
        }
        exit = build(console);
    }
}

fn folders(input: &Input, world: &dyn World) -> Vec<PathBuf> {
    let parent = |path: &Path| match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let project = if world.kind(&input.path) == Kind::File {
        parent(&input.path)
    } else {
        input.path.clone()
    };
    let mut out: Vec<PathBuf> = FOLDERS.iter().map(|name| project.join(name)).collect();
    out.insert(0, project);
    out.extend(input.data.iter().map(|path| parent(path)));
    out.dedup();
    out
}

/// Whether a change at a path can change the documents: not what was just written.
fn is_input(path: &Path) -> bool {
    let word = |part: Option<&std::ffi::OsStr>| {
        let text = part.unwrap_or_default().to_string_lossy();
        text.to_lowercase()
    };
    let name = word(path.file_name());
    let folder = word(path.parent().and_then(Path::file_name));
    let is_hidden = name.starts_with(['.', '~']);
    let is_folder = FOLDERS.iter().any(|f| f.ends_with(name.as_str())) && !name.is_empty();
    match word(path.extension()).as_str() {
        _ if is_hidden => false,
        "yaml" | "yml" => true,
        "md" => matches!(folder.as_str(), "templates" | "parts"),
        _ => is_folder,
    }
}
