//! Which files belong to a project, and their texts.

use super::{characters, encoding};
use crate::diag::{Diagnostic, Findings, Place, Source, SourceId, Sources, Text, codes};
use crate::load::quoting::Piece;
use crate::world::{Kind, World};
use std::io;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

/// Largest file, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;
/// What the main file of a folder may be called.
const REPORTS: &[&str] = &["report.yaml", "report.yml", "报告.yaml", "报告.yml"];

/// What to load.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// A report file, or a folder with `report.yaml` and `data/*.yaml`.
    pub path: PathBuf,
    /// Files that are put over it, in this order (`--data`).
    pub data: Vec<PathBuf>,
    /// Single values that are put over all, as `key.key=value` (`--set`).
    pub set: Vec<String>,
}

/// The files of a project.
#[derive(Debug)]
pub struct Project {
    /// The YAML files in the order they are read.
    pub files: Vec<PathBuf>,
    /// The folder that may hold `templates/`.
    pub folder: PathBuf,
}

/// Finds the files of a project: one file, or a folder with `report.yaml` and `data/*.yaml`.
///
/// `None` when there is none; the finding says so.
pub fn project(world: &dyn World, path: &Path, findings: &mut Findings) -> Option<Project> {
    match world.kind(path) {
        Kind::File => Some(Project {
            files: vec![path.to_owned()],
            folder: path.parent().unwrap_or(Path::new("")).to_owned(),
        }),
        Kind::Folder => {
            let mut files: Vec<PathBuf> = REPORTS
                .iter()
                .map(|name| path.join(name))
                .filter(|file| world.kind(file) == Kind::File)
                .collect();
            if files.is_empty() {
                findings.push(no_report(path));
                return None;
            }
            files.extend(list(world, &path.join("data"), &["yaml", "yml"], findings));
            Some(Project {
                files,
                folder: path.to_owned(),
            })
        }
        Kind::Missing => {
            findings.push(not_found(path));
            None
        }
    }
}

/// The files with certain extensions directly in a folder; none if there is no such folder.
pub fn list(
    world: &dyn World,
    folder: &Path,
    extensions: &[&str],
    findings: &mut Findings,
) -> Vec<PathBuf> {
    if world.kind(folder) != Kind::Folder {
        return Vec::new();
    }
    match world.list(folder) {
        Ok(mut files) => {
            files.retain(|file| is_wanted(file, extensions));
            files
        }
        Err(error) => {
            findings.push(unreadable(folder, &error));
            Vec::new()
        }
    }
}

/// Hidden files and those that Office and editors leave while a file is open are passed over.
fn is_wanted(file: &Path, extensions: &[&str]) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    extensions.iter().any(|e| extension.eq_ignore_ascii_case(e)) && !name.starts_with(['.', '~'])
}

/// Reads a file as text and adds it to the sources. `None` when it cannot be; the findings say why.
pub fn read(
    world: &dyn World,
    path: &Path,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<SourceId> {
    let bytes = match world.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            findings.push(not_found(path));
            return None;
        }
        Err(error) => {
            findings.push(unreadable(path, &error));
            return None;
        }
    };
    let name = shown(path);
    if bytes.len() > LARGEST {
        let message = Text::new(
            format!("{name}太大：{}字节，最多16 MiB", bytes.len()),
            format!(
                "{name} is too large: {} bytes, at most 16 MiB are read",
                bytes.len()
            ),
        );
        findings.push(Diagnostic::error(&codes::TOO_LARGE, None, message));
        return None;
    }
    let Some(decoded) = encoding::decode(&bytes) else {
        findings.push(not_text(&name));
        return None;
    };
    let id = sources.add(Source::new(name, decoded.text));
    if let Some(encoding) = decoded.encoding {
        findings.push(encoding_note(id, encoding, decoded.guessed));
    }
    let text = sources.get(id).map(Source::text).unwrap_or_default();
    findings.extend(characters::reserved(Piece::whole(id, text)));
    Some(id)
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}

fn encoding_note(id: SourceId, encoding: &str, guessed: bool) -> Diagnostic {
    let message = if guessed {
        Text::new(
            format!("文件的编码无法确定，按{encoding}读取，个别文字可能不对"),
            format!(
                "the file's encoding is uncertain, it was read as {encoding}; letters may be wrong"
            ),
        )
    } else {
        Text::new(
            format!("文件是{encoding}编码，已按它读取"),
            format!("the file is in {encoding} and was read so"),
        )
    };
    let place = Place::new(id, 0, 0);
    let diagnostic = if guessed {
        Diagnostic::warning(&codes::ENCODING, place, message)
    } else {
        Diagnostic::note(&codes::ENCODING, place, message)
    };
    diagnostic.hint(Text::new("请另存为UTF-8", "save it as UTF-8"))
}

fn not_text(name: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::NOT_TEXT,
        None,
        Text::new(
            format!("{name}不是文本文件"),
            format!("{name} is not a text file"),
        ),
    )
    .hint(Text::new(
        "这里要的是YAML文本文件（.yaml）；Word和Excel文件请先导入",
        "a YAML text file is wanted (.yaml); import Word and Excel files first",
    ))
}

fn not_found(path: &Path) -> Diagnostic {
    let name = shown(path);
    Diagnostic::error(
        &codes::NOT_FOUND,
        None,
        Text::new(format!("找不到{name}"), format!("{name} was not found")),
    )
    .hint(Text::new(
        "请检查路径和文件名",
        "check the path and the file's name",
    ))
}

fn no_report(folder: &Path) -> Diagnostic {
    let name = shown(folder);
    Diagnostic::error(
        &codes::NOT_FOUND,
        None,
        Text::new(
            format!("文件夹{name}里没有report.yaml"),
            format!("the folder {name} has no report.yaml"),
        ),
    )
    .hint(Text::new(
        "主文件请命名为 report.yaml 或 报告.yaml",
        "call the main file `report.yaml`",
    ))
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let name = shown(path);
    Diagnostic::error(
        &codes::NOT_FOUND,
        None,
        Text::new(
            format!("{name}无法读取：{error}"),
            format!("{name} cannot be read: {error}"),
        ),
    )
    .hint(Text::new(
        "若文件正在别的程序里打开，请先关闭",
        "if another program has it open, close it there",
    ))
}
