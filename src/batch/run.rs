//! A batch from roster to summary.

use super::columns::{Columns, Ground};
use super::gather::Gather;
use super::names::{Pattern, Scope};
use super::roster::Roster;
use super::row::Reading;
use super::workers::{Done, Work};
use super::{Job, Progress, Summary, codes, names, workers};
use crate::diag::{Diagnostic, Findings, Source, SourceId, Sources, Text};
use crate::load::{self, Input, Loaded};
use crate::pipeline::Plan;
use crate::saving::{Ledger, Saved};
use crate::world::World;

/// Makes the documents of a whole roster. `hear` is told how far it is.
pub fn run(world: &dyn World, job: &Job, hear: &mut dyn FnMut(Progress)) -> Summary {
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let input = &job.request.input;
    let Some(loaded) = ground(world, input, &mut sources, &mut findings) else {
        return Summary::refused(sources, findings);
    };
    let ground = Ground::new(&loaded, sources.clone());
    let plan = Plan::new(world, &job.request);
    let result = Roster::open(world, &job.roster, &input.path)
        .map_err(|fault| vec![*fault])
        .and_then(|roster| {
            let columns = columns(&roster, &ground, &mut sources)?;
            let reading = Reading {
                world,
                roster: &roster,
                columns: columns.as_ref(),
                id: plan.overlay_id(),
            };
            let scope = Scope {
                roster: &roster,
                columns: columns.as_ref(),
                ground: &ground,
                sources: &sources,
            };
            let pattern =
                Pattern::read(job.name.as_deref(), &scope).map_err(|fault| vec![*fault])?;
            let total = names::check(&pattern, &reading, &mut sources)?;
            if total == 0 {
                return Err(vec![nobody(&roster)]);
            }
            let ledger = Ledger::open(world, &job.folder, job.force)?;
            let work = Work {
                plan: &plan,
                reading: &reading,
                pattern: &pattern,
                ledger: &ledger,
                is_final: job.request.is_final,
            };
            let gather = Gather::new(&sources, reading.id);
            let mut summary = make(&work, gather, (job.jobs.max(1), total), hear)?;
            summary
                .findings
                .extend(ledger.close().err().unwrap_or_default());
            Ok(summary)
        });
    result.unwrap_or_else(|faults| Summary::refused(sources, faults))
}

/// The report alone. What is wrong with it is told with the rows; here it matters only when it cannot be read.
fn ground(
    world: &dyn World,
    input: &Input,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Loaded> {
    let ground = load::read(world, input, sources, findings)?;
    ground.report(None, sources, findings)
}

fn columns(
    roster: &Roster,
    ground: &Ground<'_>,
    sources: &mut Sources,
) -> Result<Option<Columns>, Vec<Diagnostic>> {
    let Some((heading, line)) = roster.heading() else {
        return Ok(None);
    };
    let id: SourceId = sources.add(Source::clone(&roster.source(line, heading)));
    Columns::read(heading, id, ground).map(Some)
}

fn make(
    work: &Work<'_>,
    mut gather: Gather,
    threads: (usize, usize),
    hear: &mut dyn FnMut(Progress),
) -> Result<Summary, Vec<Diagnostic>> {
    let mut summary = Summary::refused(Sources::new(), None);
    let (_, total) = threads;
    let rows = work
        .reading
        .roster
        .rows(work.reading.world)
        .map_err(|fault| vec![*fault])?;
    let mut count = 0;
    workers::run(work, rows, threads, &mut |done: Done| {
        count += 1;
        match done.saved {
            Some(Saved::Written(files)) => {
                summary.files += files;
                summary.written += 1;
            }
            Some(Saved::Unchanged) => summary.unchanged += 1,
            None => summary.failed += 1,
        }
        if let Some(told) = done.told {
            gather.take(done.row, told);
        }
        hear(Progress {
            done: count,
            total,
            failed: summary.failed,
        });
    });
    (summary.sources, summary.findings, summary.left_out) = gather.finish(count);
    Ok(summary)
}

fn nobody(roster: &Roster) -> Diagnostic {
    let name = &roster.name;
    let message = Text::new(
        format!("名册“{name}”里没有人"),
        format!("nobody is in the roster `{name}`"),
    );
    Diagnostic::error(&codes::NOT_A_ROSTER, None, message)
}
