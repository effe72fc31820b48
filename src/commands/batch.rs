//! `batch`: one document for each person of a roster.

use super::build::{formats, missing};
use super::terminal::{Console, Exit, Faults, Meter};
use crate::batch::{self, Job, Summary, codes};
use crate::beside::processors;
use crate::diag::render::{Language, json};
use crate::diag::{Code, Severity};
use crate::load::Input;
use crate::pipeline::Request;
use crate::world::{Kind, World};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The roster: .csv, .xlsx, a .yaml list, or a folder of .yaml files
    #[arg(value_name = "ROSTER")]
    roster: PathBuf,
    /// The report that all share; each row is laid over it
    #[arg(long, value_name = "PATH")]
    report: PathBuf,
    /// Folder for the documents; the current one if not given
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// How the documents are named: "{{department}}/{{name}}-{{period}}.docx"; by name if not given
    #[arg(long, value_name = "PATTERN")]
    name: Option<String>,
    /// Formats, with commas between: docx, md, html; docx,md if not given
    #[arg(long, value_name = "FORMATS")]
    to: Vec<String>,
    /// How many to make at once; one for each processor if not given
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// The final version: without marks of provenance; withheld where anything is pending or wrong
    #[arg(long = "final")]
    final_version: bool,
    /// Overwrite documents that were edited by hand, keeping them as .bak
    #[arg(long)]
    force: bool,
}

/// Makes the documents of a roster.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let job = match job(args, world) {
        Ok(job) => job,
        Err(faults) => return console.fail(faults),
    };
    let is_watched = world.is_watched();
    let mut meter = Meter::new(console.language, is_watched, world.elapsed());
    let summary = batch::run(world, &job, &mut |progress| {
        if !console.json
            && let Some(text) = meter.at(world.elapsed(), progress)
        {
            console.show(&text);
        }
    });
    if let Some(text) = meter.end() {
        console.show(&text);
    }
    print(&summary, console);
    exit(&summary)
}

fn job(args: &Args, world: &dyn World) -> Result<Job, Faults> {
    for path in [&args.roster, &args.report] {
        if world.kind(path) == Kind::Missing {
            return Err(vec![missing(path)]);
        }
    }
    let by_name = args
        .name
        .as_deref()
        .and_then(|name| batch::extension(name).1);
    let to = match by_name {
        Some(format) if args.to.is_empty() => vec![format.to_owned()],
        _ => args.to.clone(),
    };
    Ok(Job {
        roster: args.roster.clone(),
        request: Request {
            input: Input {
                path: args.report.clone(),
                ..Input::default()
            },
            formats: formats(&to)?,
            is_final: args.final_version,
        },
        folder: args.output.clone().unwrap_or_default(),
        name: args.name.clone(),
        jobs: args
            .jobs
            .filter(|jobs| *jobs > 0)
            .unwrap_or_else(processors),
        force: args.force,
    })
}

/// A batch that was not begun because of the command line or the machine is trouble; rows that failed are the input's.
fn exit(summary: &Summary) -> Exit {
    let mut errors = summary
        .findings
        .iter()
        .filter(|d| d.severity == Severity::Error);
    let is_begun = summary.failed + summary.written + summary.unchanged > 0;
    let is_trouble = |code: &'static Code| code == &codes::BAD_PATTERN || !code.unreadable;
    if !is_begun && errors.any(|d| is_trouble(d.code)) {
        return Exit::Trouble;
    }
    if summary.is_incomplete() {
        Exit::Input
    } else {
        Exit::Done
    }
}

fn print(summary: &Summary, console: &mut Console<'_>) {
    let Summary {
        files,
        written,
        unchanged,
        failed,
        left_out,
        ..
    } = summary;
    if console.json {
        let counts = [
            ("files", *files),
            ("written", *written),
            ("unchanged", *unchanged),
            ("failed", *failed),
            ("left_out", *left_out),
        ];
        let object = json::counts(
            &counts,
            &summary.findings,
            &summary.sources,
            console.language,
        );
        console.say(&object);
        return;
    }
    let all = written + unchanged + failed;
    let mut lines = match console.language {
        _ if all == 0 => console
            .language
            .pick("没有生成文档", "nothing was written")
            .to_owned(),
        Language::Chinese => {
            format!("名册共 {all} 人：生成 {written} 份，未变 {unchanged} 份，失败 {failed} 份")
        }
        Language::English => {
            format!(
                "{all} in the roster: {written} written, {unchanged} unchanged, {failed} failed"
            )
        }
    };
    if *left_out > 0 {
        lines.push_str(&match console.language {
            Language::Chinese => format!("\n另有 {left_out} 处同类警告或提示没有列出"),
            Language::English => {
                format!("\n{left_out} more warnings or notes of the same kinds are not listed")
            }
        });
    }
    console.say(&lines);
    console.remark(&summary.findings, &summary.sources);
}
