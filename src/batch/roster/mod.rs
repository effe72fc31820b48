//! Rosters: lists of people, row by row. A kind of roster is one file here and a line in [`Roster::open`].

mod csv;
mod folder;
mod list;
mod record;
mod xlsx;

pub use record::{Cell, Record};

use super::codes;
use crate::diag::{Diagnostic, Source, Text};
use crate::load::lines::Charset;
use crate::world::{Kind, World};
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

/// A list of people, opened but not read.
#[derive(Debug)]
pub struct Roster {
    /// Its name in messages.
    pub name: String,
    path: PathBuf,
    form: Form,
}

/// What a roster is kept in.
#[derive(Debug)]
enum Form {
    Csv(Charset, csv::Layout),
    Sheet(xlsx::Table),
    List(Charset),
    Folder(Vec<PathBuf>),
}

/// One row as it stands in the roster.
#[derive(Debug)]
pub struct Raw {
    /// Which row, from 0; the heading and empty ones are not counted.
    pub index: usize,
    /// The line of its file it begins at, from 1.
    pub line: usize,
    /// What stands there.
    pub body: Body,
}

/// What a row consists of.
#[derive(Debug)]
pub enum Body {
    /// Cells.
    Cells(Record),
    /// YAML text: an entry of a list.
    Entry(String),
    /// A YAML file of its own.
    File(PathBuf),
    /// Nothing that can be read; why.
    Lost(Text),
}

/// The rows of a roster, one after the other.
pub type Rows<'r> = Box<dyn Iterator<Item = Raw> + Send + 'r>;

impl Roster {
    /// Opens a roster: a folder of YAML files, an `.xlsx`, a `.yaml` list, and anything else as text in columns.
    ///
    /// # Errors
    /// When it cannot be read as such, or has nobody in it.
    pub fn open(world: &dyn World, path: &Path, report: &Path) -> Result<Self, Diagnostic> {
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        let form = match (world.kind(path), extension.as_str()) {
            (Kind::Missing, _) => {
                return Err(unreadable(path, &std::io::ErrorKind::NotFound.into()));
            }
            (Kind::Folder, _) => Form::Folder(folder::files(world, path, report)?),
            (_, "xlsx" | "xlsm") => Form::Sheet(xlsx::open(world, path)?),
            (_, "xls" | "et" | "ods" | "numbers") => return Err(not_supported(path, &extension)),
            (_, "yaml" | "yml") => Form::List(charset(world, path)?),
            _ => {
                let charset = charset(world, path)?;
                Form::Csv(charset, csv::layout(world, path, charset)?)
            }
        };
        Ok(Self {
            name: shown(path),
            path: path.to_owned(),
            form,
        })
    }

    /// The heading with its line, in rosters of cells; `None` in YAML.
    pub fn heading(&self) -> Option<(&Record, usize)> {
        match &self.form {
            Form::Csv(_, layout) => Some((&layout.heading, layout.line)),
            Form::Sheet(sheet) => Some(xlsx::heading(sheet)),
            Form::List(_) | Form::Folder(_) => None,
        }
    }

    /// The rows below the heading; may be asked for again.
    ///
    /// # Errors
    /// When the roster cannot be read any more.
    pub fn rows<'r>(&'r self, world: &'r dyn World) -> Result<Rows<'r>, Diagnostic> {
        let open = || {
            world
                .open(&self.path)
                .map_err(|e| unreadable(&self.path, &e))
        };
        Ok(match &self.form {
            Form::Csv(charset, layout) => Box::new(csv::rows(open()?, *charset, layout)),
            Form::Sheet(sheet) => Box::new(xlsx::rows(sheet)),
            Form::List(charset) => Box::new(list::rows(open()?, *charset)),
            Form::Folder(files) => Box::new(folder::rows(files)),
        })
    }

    /// The text of a row, under the name and line that messages print.
    pub fn source(&self, line: usize, record: &Record) -> Source {
        match &self.form {
            Form::Sheet(sheet) => {
                let starts = record.cells.iter().map(|cell| cell.start).collect();
                Source::row(
                    &*self.name,
                    &sheet.name,
                    line,
                    (record.text.clone(), starts),
                )
            }
            _ => Source::stretch(&*self.name, &*record.text, line),
        }
    }

    /// A row as people call it: `第5行`, or the file of a folder.
    pub fn row(&self, row: (usize, usize)) -> Text {
        let (index, line) = row;
        match &self.form {
            Form::Folder(files) => {
                let name = files.get(index).map(|file| shown(file)).unwrap_or_default();
                Text::new(format!("“{name}”"), format!("`{name}`"))
            }
            _ => Text::new(format!("第{line}行"), format!("line {line}")),
        }
    }

    /// Whether a row is a file of its own, so that its name can be that of the document.
    pub fn is_folder(&self) -> bool {
        matches!(self.form, Form::Folder(_))
    }
}

/// A path as messages print it.
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}

fn charset(world: &dyn World, path: &Path) -> Result<Charset, Diagnostic> {
    crate::load::lines::charset(&mut || world.open(path))
        .map_err(|error| unreadable(path, &error))?
        .ok_or_else(|| {
            let name = shown(path);
            let message = Text::new(
                format!("名册“{name}”不是文本，或文字编码认不出来"),
                format!("the roster `{name}` is no text, or its encoding is not known"),
            );
            Diagnostic::error(&codes::NOT_A_ROSTER, None, message).hint(Text::new(
                "用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”或 .xlsx",
                "save it as `CSV UTF-8` or as .xlsx",
            ))
        })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let name = shown(path);
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => Text::new(
            format!("找不到名册“{name}”"),
            format!("the roster `{name}` was not found"),
        ),
        _ => Text::new(
            format!("名册“{name}”无法读取：{error}"),
            format!("the roster `{name}` cannot be read: {error}"),
        ),
    };
    Diagnostic::error(&codes::NOT_A_ROSTER, None, message).hint(Text::new(
        "请核对路径；若文件正在 Excel 或 WPS 中打开，请先关闭",
        "check the path; close it if it is open in Excel or WPS",
    ))
}

fn not_supported(path: &Path, extension: &str) -> Diagnostic {
    let name = shown(path);
    let message = Text::new(
        format!("名册“{name}”是 .{extension} 文件，不能直接读取"),
        format!("the roster `{name}` is a .{extension} file, which is not read"),
    );
    Diagnostic::error(&codes::NOT_A_ROSTER, None, message).hint(Text::new(
        "用 Excel 或 WPS 另存为 .xlsx 或 .csv",
        "save it as .xlsx or .csv",
    ))
}
