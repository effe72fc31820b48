//! Saving documents: whole or not at all, and never over a person's work.
//!
//! A small file in the output folder remembers the digests of what was written last. A document whose digest is not
//! there was made or edited by someone else.

mod ledger;
mod name;
mod state;

pub use ledger::{Ledger, Saved};
pub use name::{file_name, safe};

use crate::diag::{Code, Diagnostic, Text};
use crate::world::{Kind, World, digest};
use state::State;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why something could not be saved.
pub type Faults = Vec<Diagnostic>;

static EDITED: Code = Code {
    id: "edited-output",
    zh: "文档被改过",
    unreadable: false,
};

static CANNOT_WRITE: Code = Code {
    id: "cannot-write",
    zh: "无法写入",
    unreadable: false,
};

/// A file to write.
#[derive(Debug)]
pub struct File<'a> {
    /// Its name in the output folder.
    pub name: String,
    /// The whole of it.
    pub bytes: &'a [u8],
}

/// Writes files into a folder and gives their paths. With `force`, what a person edited is kept beside it as `.bak`.
///
/// # Errors
/// What stands in the way. For edited documents nothing at all is written; when the machine fails, files written
/// before stay.
pub fn save(
    world: &dyn World,
    folder: &Path,
    files: &[File<'_>],
    force: bool,
) -> Result<Vec<PathBuf>, Faults> {
    let mut state = State::read(world, folder);
    let mut edited = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        if let Found::Other(old) = found(world, &path, file.bytes)?
            && !state.knows(&file.name, &digest(&old))
        {
            edited.push((path, old));
        }
    }
    if !force && !edited.is_empty() {
        return Err(edited.iter().map(|(path, _)| is_edited(path)).collect());
    }
    for (path, old) in &edited {
        let backup = backup(world, path);
        write(world, &backup, old)?;
    }
    let mut written = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        // Both the old and the new digest are known until all is written: a run cut short is no edit.
        state.add(&file.name, digest(file.bytes));
        write(world, &state.path, state.text().as_bytes())?;
        write(world, &path, file.bytes)?;
        state.keep_only(&file.name, &digest(file.bytes));
        written.push(path);
    }
    write(world, &state.path, state.text().as_bytes())?;
    Ok(written)
}

/// What stands where a file is to be written.
enum Found {
    /// Nothing.
    Nothing,
    /// The same bytes.
    Same,
    /// Other bytes: these.
    Other(Vec<u8>),
}

fn found(world: &dyn World, path: &Path, bytes: &[u8]) -> Result<Found, Faults> {
    match world.kind(path) {
        Kind::Missing => Ok(Found::Nothing),
        Kind::Folder => Err(vec![is_folder(path)]),
        Kind::File => {
            let old = world.read(path).map_err(|e| vec![failed(path, &e)])?;
            Ok(if old == bytes {
                Found::Same
            } else {
                Found::Other(old)
            })
        }
    }
}

fn write(world: &dyn World, path: &Path, bytes: &[u8]) -> Result<(), Faults> {
    world
        .write(path, bytes)
        .map_err(|error| vec![failed(path, &error)])
}

/// The first free name: `.bak`, `.bak2`, `.bak3` …
fn backup(world: &dyn World, path: &Path) -> PathBuf {
    let named = |n: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if n == 1 {
            ".bak".to_owned()
        } else {
            format!(".bak{n}")
        });
        PathBuf::from(name)
    };
    let mut n = 1;
    while world.kind(&named(n)) != Kind::Missing && n < u32::MAX {
        n += 1;
    }
    named(n)
}

fn is_edited(path: &Path) -> Diagnostic {
    let path = path.display();
    let message = Text::new(
        format!("“{path}”被手工改过，或不是本程序生成的，没有覆盖"),
        format!("`{path}` was edited by hand or not made by this program, and was left alone"),
    );
    Diagnostic::error(&EDITED, None, message).hint(Text::new(
        "换个文件夹：-o 文件夹；或加 --force 覆盖，原文档另存为 .bak",
        "choose another folder with `-o DIR`, or overwrite with `--force`, which keeps the old one as .bak",
    ))
}

fn is_folder(path: &Path) -> Diagnostic {
    let path = path.display();
    let message = Text::new(
        format!("“{path}”是文件夹，不能写成文件"),
        format!("`{path}` is a folder where a file is to be written"),
    );
    Diagnostic::error(&CANNOT_WRITE, None, message)
}

fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(&CANNOT_WRITE, None, about_file(path, error)).hint(Text::new(
        "如果文档正在 Word 或 WPS 中打开，请先关闭；或用 -o 换个文件夹",
        "close the document if it is open in Word or WPS, or choose another folder with `-o DIR`",
    ))
}

/// A finding about a file that could not be read or written.
pub fn about_file(path: &Path, error: &std::io::Error) -> Text {
    let path = path.display();
    let zh = match error.kind() {
        ErrorKind::PermissionDenied => "没有权限，或文件正被别的程序占用".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "磁盘只读".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "路径中有一段不是文件夹".to_owned(),
        _ => error.to_string(),
    };
    Text::new(
        format!("无法写入“{path}”：{zh}"),
        format!("cannot write `{path}`: {error}"),
    )
}
