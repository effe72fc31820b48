//! A folder with a YAML file for each person.

use super::{Body, Raw, shown, unreadable};
use crate::batch::codes;
use crate::diag::{Diagnostic, Text};
use crate::world::World;
use std::path::{Path, PathBuf};

/// The YAML files of a folder, but for the report itself.
///
/// # Errors
/// When the folder cannot be read or has none.
pub fn files(
    world: &dyn World,
    folder: &Path,
    report: &Path,
) -> Result<Vec<PathBuf>, codes::Fault> {
    let mut files = world.list(folder).map_err(|e| unreadable(folder, &e))?;
    files.retain(|file| is_row(file) && file != report);
    if files.is_empty() {
        let name = shown(folder);
        let message = Text::new(
            format!("文件夹“{name}”里没有 .yaml 文件"),
            format!("the folder `{name}` has no .yaml files"),
        );
        return Err(Diagnostic::error(&codes::NOT_A_ROSTER, None, message).into());
    }
    Ok(files)
}

/// The files as rows.
pub fn rows(files: &[PathBuf]) -> impl Iterator<Item = Raw> + Send + '_ {
    files.iter().enumerate().map(|(index, file)| Raw {
        index,
        line: 1,
        body: Body::File(file.clone()),
    })
}

fn is_row(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
    (extension == "yaml" || extension == "yml") && !name.starts_with(['.', '~'])
}
