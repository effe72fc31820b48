//! `build`: the documents of a report.

mod watch;

use super::terminal::{Console, Exit, Faults, fonts, trouble};
use crate::batch::extension;
use crate::diag::render::{Language, json};
use crate::diag::{Diagnostic, Text};
use crate::load::Input;
use crate::pipeline::{self, Outcome, Request};
use crate::saving::{File, file_name, save};
use crate::world::{Kind, World};
use crate::writers::{FORMATS, FormatId, Output};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    report: Report,
    /// Folder for the documents, or the document, such as summary.docx; the current folder if not given
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Formats, with commas between: docx, md, html; docx,md if not given
    #[arg(long, value_name = "FORMATS")]
    to: Vec<String>,
    /// The final version: without marks of provenance; refused when anything is pending or wrong
    #[arg(long = "final")]
    final_version: bool,
    /// Exit with 1 when there are errors
    #[arg(long)]
    strict: bool,
    /// Overwrite documents that were edited by hand, keeping them as .bak
    #[arg(long)]
    force: bool,
    /// Build again whenever a file of the project is saved
    #[arg(long)]
    watch: bool,
}

/// Which report, for every command that reads one.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// The report, or a folder with report.yaml
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// One more data file, laid over the report
    #[arg(long, value_name = "FILE")]
    data: Vec<PathBuf>,
    /// Change one value: 指标.税收收入.本期=26525.06万元
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
}

impl Report {
    /// What to read.
    ///
    /// # Errors
    /// When a file is not there, or a setting is not `key=value`.
    pub fn input(&self, world: &dyn World) -> Result<Input, Faults> {
        for path in std::iter::once(&self.path).chain(&self.data) {
            if world.kind(path) == Kind::Missing {
                return Err(vec![missing(path)]);
            }
        }
        self.set.iter().try_for_each(|text| check_setting(text))?;
        Ok(Input {
            path: self.path.clone(),
            data: self.data.clone(),
            set: self.set.iter().map(|s| s.replacen('＝', "=", 1)).collect(),
        })
    }
}

/// A setting is key and value; a full-width equals sign is taken for the sign it looks like.
fn check_setting(text: &str) -> Result<(), Faults> {
    match text.split_once(['=', '＝']) {
        Some((key, _)) if !key.trim().is_empty() => Ok(()),
        _ => {
            let message = Text::new(
                format!("--set 应写成“键=值”，现为“{text}”"),
                format!("--set takes `key=value`, got `{text}`"),
            );
            let hint = Text::new(
                "例如 --set 指标.税收收入.本期=26525.06万元",
                "for example `--set figures.tax.value=265.3`",
            );
            Err(vec![trouble(message).hint(hint)])
        }
    }
}

pub fn missing(path: &Path) -> Diagnostic {
    let path = path.display();
    trouble(Text::new(
        format!("找不到“{path}”"),
        format!("`{path}` does not exist"),
    ))
    .hint(Text::new(
        "先用 zongjie new 新建一份，或核对路径",
        "start one with `zongjie new`, or check the path",
    ))
}

/// The formats of all `--to`, in the order of the registry; a Chinese comma parts them as well.
pub fn formats(typed: &[String]) -> Result<Vec<FormatId>, Faults> {
    let mut wanted = Vec::new();
    let names = typed.iter().flat_map(|t| t.split([',', '，', '、']));
    for name in names
        .map(|n| n.trim().to_lowercase())
        .filter(|n| !n.is_empty())
    {
        match FORMATS.iter().find(|f| name == f.name || name == f.alias) {
            Some(format) => wanted.push(format.id),
            None => return Err(vec![unknown_format(&name)]),
        }
    }
    if wanted.is_empty() {
        return Ok(vec![FormatId::Docx, FormatId::Markdown]);
    }
    wanted.sort();
    wanted.dedup();
    Ok(wanted)
}

fn unknown_format(name: &str) -> Diagnostic {
    let known: Vec<_> = FORMATS.iter().map(|f| f.name).collect();
    let message = Text::new(format!("没有格式“{name}”"), format!("no format `{name}`"));
    trouble(message).hint(Text::new(
        format!("可用：{}", known.join("、")),
        format!("there are {}", known.join(", ")),
    ))
}

/// Where the documents go.
struct Target {
    folder: PathBuf,
    /// The name of the document without its extension; its title if not given.
    name: Option<String>,
    /// The format that the extension asks for.
    format: Option<&'static str>,
}

impl Target {
    /// A folder, or a document when the path ends like one and no folder is called so.
    fn read(output: Option<&Path>, world: &dyn World) -> Self {
        let path = output.unwrap_or(Path::new(""));
        let name = path.file_name().and_then(|name| name.to_str());
        match name.map(extension) {
            Some((name, Some(format))) if world.kind(path) != Kind::Folder => Self {
                folder: path.parent().unwrap_or(Path::new("")).to_owned(),
                name: Some(name.to_owned()),
                format: Some(format),
            },
            _ => Self {
                folder: path.to_owned(),
                name: None,
                format: None,
            },
        }
    }

    /// A folder is not called so; a document of that kind cannot be made.
    fn looks_like_pdf(&self) -> bool {
        let end = self.folder.extension().and_then(|end| end.to_str());
        end.is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
    }

    /// The formats asked for: by `--to`, else by the name of the document.
    fn formats(&self, to: &[String]) -> Result<Vec<FormatId>, Faults> {
        match self.format {
            Some(format) if to.is_empty() => formats(&[format.to_owned()]),
            None if self.looks_like_pdf() => Err(vec![unknown_format("pdf")]),
            _ => formats(to),
        }
    }
}

/// Builds a report.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let target = Target::read(args.output.as_deref(), world);
    let request = args.report.input(world).and_then(|input| {
        Ok(Request {
            input,
            formats: target.formats(&args.to)?,
            is_final: args.final_version,
        })
    });
    let request = match request {
        Ok(request) => request,
        Err(faults) => return console.fail(faults),
    };
    if !args.watch {
        return build(args, &request, &target, (world, console));
    }
    let again = |console: &mut Console<'_>| build(args, &request, &target, (world, console));
    match watch::watch(&request.input, world, console, again) {
        Ok(exit) => exit,
        Err(faults) => console.fail(faults),
    }
}

fn build(
    args: &Args,
    request: &Request,
    target: &Target,
    (world, console): (&dyn World, &mut Console<'_>),
) -> Exit {
    let mut outcome = pipeline::run(world, request);
    let wrong = outcome.findings.has_errors();
    let withheld = outcome.product.is_none() || (args.final_version && wrong);
    let saved = if withheld {
        Ok(Vec::new())
    } else {
        write(target, args.force, world, &outcome)
    };
    let (files, exit) = match saved {
        Ok(files) if withheld || (args.strict && wrong) => (files, Exit::Input),
        Ok(files) => (files, Exit::Done),
        Err(faults) => {
            outcome.findings.extend(faults);
            (Vec::new(), Exit::Trouble)
        }
    };
    if args.final_version && !files.is_empty() {
        note_fonts(&mut outcome, world);
    }
    print(&outcome, &files, console);
    exit
}

/// Notes the fonts of a final Word document that are not on this machine, where it may be printed.
fn note_fonts(outcome: &mut Outcome, world: &dyn World) {
    let Some(product) = &outcome.product else {
        return;
    };
    let is_docx = |output: &Output| output.format.id == FormatId::Docx;
    if product.outputs.iter().any(is_docx)
        && let Some(installed) = world.fonts()
    {
        let faces = product.look.profile.faces(product.look.fonts).into_iter();
        outcome.findings.extend(fonts::missing(faces, &installed));
    }
}

fn write(
    target: &Target,
    force: bool,
    world: &dyn World,
    outcome: &Outcome,
) -> Result<Vec<PathBuf>, Faults> {
    let Some(product) = &outcome.product else {
        return Ok(Vec::new());
    };
    let title = &product.document.title;
    let name = target.name.as_deref().filter(|name| !name.is_empty());
    let files: Vec<_> = product
        .outputs
        .iter()
        .map(|output| File {
            name: file_name(name.unwrap_or(title), output.format.extension),
            bytes: &output.bytes,
        })
        .collect();
    save(world, &target.folder, &files, force)
}

fn print(outcome: &Outcome, files: &[PathBuf], console: &mut Console<'_>) {
    let files: Vec<String> = files.iter().map(|p| p.display().to_string()).collect();
    let (characters, pages) = outcome.size();
    let product = outcome.product.as_ref();
    // What Word counts in an English text are words.
    let unit = match product.map(|product| product.document.language) {
        Some(Language::English) => console.language.pick("词", "words"),
        _ => console.language.pick("字", "characters"),
    };
    let lines = match console.language {
        _ if files.is_empty() => console
            .language
            .pick("没有生成文档", "nothing was written")
            .to_owned(),
        Language::Chinese => format!(
            "已生成 {}\n共 {characters} {unit}，约 {pages} 页",
            files.join("\n已生成 ")
        ),
        Language::English => format!(
            "wrote {}\n{characters} {unit}, about {pages} {}",
            files.join("\nwrote "),
            if pages == 1 { "page" } else { "pages" }
        ),
    };
    let run = json::Run {
        files: &files,
        characters,
        pages,
        findings: &outcome.findings,
        numbers: None,
    };
    console.report(&run, &outcome.sources, &lines);
}
