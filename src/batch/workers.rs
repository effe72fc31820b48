//! Rows to documents over several threads: each takes a few rows at a time, so that no more than those are in memory.

use super::gather::Told;
use super::names::Pattern;
use super::roster::{Raw, Rows};
use super::row::{Reading, Row};
use crate::diag::{Diagnostic, Findings, Place, Sources};
use crate::pipeline::{Overlay, Plan};
use crate::saving::{Faults, File, Ledger, Saved};
use crate::writers::Output;
use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError, RwLock};

/// Most rows that a thread takes at a time.
const GROUP: usize = 16;
/// Rows that a thread takes before it is known how many there are.
const EARLY: usize = 4;
/// Groups that are still to come for each thread, so that none has much to do when the others are done.
const LEFT: usize = 4;

/// What all threads work with.
pub struct Work<'w> {
    /// The report and its templates.
    pub plan: &'w Plan,
    /// How rows are read.
    pub reading: &'w Reading<'w>,
    /// How documents are named.
    pub pattern: &'w Pattern,
    /// Where they go.
    pub ledger: &'w Ledger<'w>,
    /// Whether a document with errors is withheld.
    pub is_final: bool,
}

/// What became of a row.
#[derive(Debug)]
pub struct Done {
    /// Its number, from 0.
    pub row: usize,
    /// What was saved; `None` when nothing could be.
    pub saved: Option<Saved>,
    /// What there is to say of it, if anything.
    pub told: Option<Told>,
}

/// Rows that are still to be taken.
struct Queue<'q> {
    rows: Rows<'q>,
    jobs: usize,
    /// How many were taken.
    taken: usize,
    /// The number of the next group.
    next: usize,
}

impl Queue<'_> {
    /// The next group with its number; `total` as far as it is known.
    fn group(&mut self, total: Option<usize>) -> (usize, Vec<Raw>) {
        let size = total.map_or(EARLY, |total| {
            let left = total.saturating_sub(self.taken);
            (left / (self.jobs * LEFT)).clamp(1, GROUP)
        });
        let rows: Vec<Raw> = self.rows.by_ref().take(size).collect();
        self.taken += rows.len();
        self.next += 1;
        (self.next - 1, rows)
    }
}

/// Works through the rows over so many threads; `done` hears of them in their order, and how many there are.
///
/// The first documents are made while `total` still counts the rows and compares their names; only when it allows that
/// any be written are they saved.
///
/// # Errors
/// Those of `total`; nothing was saved.
pub fn run<E>(
    work: &Work<'_>,
    rows: Rows<'_>,
    (jobs, total): (usize, impl FnOnce() -> Result<usize, E>),
    done: &mut dyn FnMut(Done, usize),
) -> Result<(), E> {
    let queue = Mutex::new(Queue {
        rows,
        jobs,
        taken: 0,
        next: 0,
    });
    // How many rows there are; `None` when nothing may be saved. Threads wait for it to be unlocked.
    let known = RwLock::new(None);
    let mut verdict = known.write().unwrap_or_else(PoisonError::into_inner);
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(jobs * 2);
        for _ in 0..jobs {
            let (send, queue, known) = (send.clone(), &queue, &known);
            scope.spawn(move || labour(work, queue, known, &send));
        }
        drop(send);
        let total = total();
        *verdict = total.as_ref().ok().copied();
        drop(verdict);
        let total = total?;
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (number, rows) in receive {
            early.insert(number, rows);
            while let Some(rows) = early.remove(&next) {
                next += 1;
                rows.into_iter().for_each(|row| done(row, total));
            }
        }
        Ok(())
    })
}

fn labour(
    work: &Work<'_>,
    queue: &Mutex<Queue<'_>>,
    known: &RwLock<Option<usize>>,
    send: &SyncSender<(usize, Vec<Done>)>,
) {
    let mut total = None;
    loop {
        let queue = queue.lock();
        let (number, rows) = queue.unwrap_or_else(PoisonError::into_inner).group(total);
        if rows.is_empty() {
            return;
        }
        let drafts = rows.iter().map(|raw| work.draft(raw)).collect();
        total = *known.read().unwrap_or_else(PoisonError::into_inner);
        if total.is_none() {
            return;
        }
        if send.send((number, work.save(drafts))).is_err() {
            return;
        }
    }
}

/// A document in the making.
struct Draft {
    row: usize,
    told: Option<Told>,
    /// Its name without an extension; `None` when it cannot be written.
    made: Option<(String, Vec<Output>)>,
}

impl Work<'_> {
    fn save(&self, drafts: Vec<Draft>) -> Vec<Done> {
        let documents: Vec<Vec<File<'_>>> = drafts
            .iter()
            .filter_map(|draft| draft.made.as_ref())
            .map(|(name, outputs)| files(name, outputs))
            .collect();
        let mut saved = self.ledger.save(&documents).into_iter();
        drop(documents);
        drafts
            .into_iter()
            .map(|draft| {
                let saved = draft.made.as_ref().and_then(|_| saved.next());
                self.done(draft, saved)
            })
            .collect()
    }

    fn draft(&self, raw: &Raw) -> Draft {
        let Row {
            source,
            root,
            mut findings,
        } = self.reading.row(raw);
        let name = match &root {
            Some(root) => self
                .pattern
                .name(raw, Some(root))
                .map_err(|fault| findings.push(self.at_row(*fault)))
                .ok(),
            None => None,
        };
        let (Some(root), Some(name)) = (root, name) else {
            return Draft {
                row: raw.index,
                made: None,
                told: Some(Told {
                    source,
                    findings,
                    sources: Sources::new(),
                }),
            };
        };
        let outcome = self.plan.run(Some(Overlay { source, root }));
        findings.extend(outcome.findings);
        let withheld = self.is_final && findings.has_errors();
        Draft {
            row: raw.index,
            made: outcome
                .product
                .filter(|_| !withheld)
                .map(|product| (name, product.outputs)),
            told: self.told(findings, outcome.sources),
        }
    }

    fn told(&self, findings: Findings, sources: Sources) -> Option<Told> {
        let source = sources.get(self.reading.id)?.clone();
        Some(Told {
            source,
            findings,
            sources,
        })
    }

    fn done(&self, draft: Draft, saved: Option<Result<Saved, Faults>>) -> Done {
        let mut told = draft.told;
        let saved = match saved {
            Some(Ok(saved)) => Some(saved),
            Some(Err(faults)) => {
                if let Some(told) = &mut told {
                    let faults = faults.into_iter().map(|fault| self.at_row(fault));
                    told.findings.extend(faults);
                }
                None
            }
            None => None,
        };
        Done {
            row: draft.row,
            saved,
            told: told.filter(|told| !told.findings.is_empty()),
        }
    }

    /// A finding without a place as one of the row.
    fn at_row(&self, fault: Diagnostic) -> Diagnostic {
        let place = fault.place.or(Some(Place::new(self.reading.id, 0, 0)));
        Diagnostic { place, ..fault }
    }
}

fn files<'o>(name: &str, outputs: &'o [Output]) -> Vec<File<'o>> {
    outputs
        .iter()
        .map(|output| File {
            name: format!("{name}.{}", output.format.extension),
            bytes: &output.bytes,
        })
        .collect()
}
