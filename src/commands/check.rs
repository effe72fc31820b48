//! `check`: the findings of a report, without making documents.

use super::build::Report;
use super::terminal::{Console, Exit};
use crate::diag::render::{json, text};
use crate::pipeline::{self, Request};
use crate::world::World;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    report: Report,
    /// Check as for the final version: what is pending is an error
    #[arg(long = "final")]
    final_version: bool,
}

/// Lists the findings, errors first.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let input = match args.report.input(world) {
        Ok(input) => input,
        Err(faults) => return console.fail(faults),
    };
    let request = Request {
        input,
        formats: Vec::new(),
        is_final: args.final_version,
    };
    let outcome = pipeline::run(world, &request);
    let (characters, pages) = outcome.size();
    if console.json {
        let run = json::Run {
            files: &[],
            characters,
            pages,
            findings: &outcome.findings,
            numbers: None,
        };
        console.report(&run, &outcome.sources, "");
    } else {
        // The findings are the result here, not remarks beside it.
        let language = console.language;
        let found = text::findings(&outcome.findings, &outcome.sources, language);
        let summary = text::summary(&outcome.findings, language);
        let last = match (found.is_empty(), summary) {
            (true, _) => language
                .pick("没有发现问题", "nothing was found")
                .to_owned(),
            (false, Some(summary)) => format!("{found}\n{summary}"),
            (false, None) => found.trim_end().to_owned(),
        };
        console.say(&last);
    }
    if outcome.product.is_none() || outcome.findings.has_errors() {
        Exit::Input
    } else {
        Exit::Done
    }
}
