//! Rosters: lists of people, row by row. A kind of roster is one file here and a line in [`Roster::open`].

mod csv;
mod faults;
mod folder;
mod list;
mod record;
mod xlsx;

pub use faults::shown;
pub use record::{Body, Cell, Raw, Record};

use super::codes;
use crate::diag::{Source, Text};
use crate::load::lines::Charset;
use crate::world::{Kind, World};
use faults::{no_text, not_supported, unreadable};
use std::path::{Path, PathBuf};

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

/// The rows of a roster, one after the other.
pub type Rows<'r> = Box<dyn Iterator<Item = Raw> + Send + 'r>;

impl Roster {
    /// Opens a roster: a folder of YAML files, an `.xlsx`, a `.yaml` list, and anything else as text in columns.
    ///
    /// # Errors
    /// When it cannot be read as such, or has nobody in it.
    pub fn open(world: &dyn World, path: &Path, report: &Path) -> Result<Self, codes::Fault> {
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

    /// The rows below the heading; may be asked for again. Cells behind column `last`, if that is given, may be missing.
    ///
    /// # Errors
    /// When the roster cannot be read any more.
    pub fn rows<'r>(
        &'r self,
        world: &'r dyn World,
        last: Option<usize>,
    ) -> Result<Rows<'r>, codes::Fault> {
        let open = || {
            world
                .open(&self.path)
                .map_err(|e| unreadable(&self.path, &e))
        };
        Ok(match &self.form {
            Form::Csv(charset, layout) => Box::new(csv::rows(open()?, *charset, layout, last)),
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

fn charset(world: &dyn World, path: &Path) -> Result<Charset, codes::Fault> {
    crate::load::lines::charset(&mut || world.open(path))
        .map_err(|error| unreadable(path, &error))?
        .ok_or_else(|| no_text(path))
}
