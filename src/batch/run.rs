//! A batch from roster to summary.

use super::columns::{Columns, Ground};
use super::gather::Gather;
use super::names::{Pattern, Scope};
use super::roster::Roster;
use super::row::Reading;
use super::workers::{Done, Work};
use super::{Job, Progress, Summary, codes, names, workers};
use crate::diag::{Diagnostic, Source, SourceId, Sources, Text};
use crate::pipeline::Plan;
use crate::saving::{Ledger, Saved};
use crate::world::World;

/// Makes the documents of a whole roster. `hear` is told how far it is.
pub fn run(world: &dyn World, job: &Job, hear: &mut dyn FnMut(Progress)) -> Summary {
    // What is wrong with the report is told with the rows; here it matters only when it cannot be read.
    let plan = Plan::new(world, &job.request);
    let (loaded, mut sources, findings) = plan.report();
    let Some(loaded) = loaded else {
        return Summary::refused(sources, findings);
    };
    let ground = Ground::new(&loaded, sources.clone());
    let result = Roster::open(world, &job.roster, &job.request.input.path)
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
            let ledger = Ledger::open(world, &job.folder, job.force)?;
            let work = Work {
                plan: &plan,
                reading: &reading,
                pattern: &pattern,
                ledger: &ledger,
                is_final: job.request.is_final,
            };
            let gather = Gather::new(&sources, reading.id);
            let names = || names::check(&pattern, &reading, &mut sources);
            let mut summary = make(&work, gather, (job.jobs.max(1), names), hear)?;
            summary
                .findings
                .extend(ledger.close().err().unwrap_or_default());
            Ok(summary)
        });
    result.unwrap_or_else(|faults| Summary::refused(sources, faults))
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

/// Makes the documents over so many threads. `names` tells how many there are, or why nothing may be written.
fn make(
    work: &Work<'_>,
    mut gather: Gather,
    (jobs, names): (usize, impl FnOnce() -> Result<usize, Vec<Diagnostic>>),
    hear: &mut dyn FnMut(Progress),
) -> Result<Summary, Vec<Diagnostic>> {
    let mut summary = Summary::refused(Sources::new(), None);
    let roster = work.reading.roster;
    let rows = roster.rows(work.reading.world, None);
    let rows = rows.map_err(|fault| vec![*fault])?;
    let mut count = 0;
    let total = || match names() {
        Ok(0) => Err(vec![nobody(roster)]),
        result => result,
    };
    workers::run(work, rows, (jobs, total), &mut |done: Done, total| {
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
    })?;
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
