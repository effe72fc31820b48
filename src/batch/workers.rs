//! Rows to documents over several threads: each takes a few rows at a time, so that no more than those are in memory.

use super::gather::Told;
use super::names::Pattern;
use super::roster::{Raw, Rows};
use super::row::{Reading, Row};
use crate::diag::{Diagnostic, Findings, Place, Sources};
use crate::pipeline::{Overlay, Plan, Product};
use crate::saving::{Faults, File, Ledger, Saved};
use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError, RwLock};

/// Most rows that a thread takes at a time.
const GROUP: usize = 16;

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

/// Rows that are still to be taken, with the number of the next group.
struct Queue<'q> {
    rows: Rows<'q>,
    next: usize,
}

/// Rows that a thread takes before it is known how many there are.
const EARLY: usize = 4;

/// Works through the rows over so many threads; `done` hears of them in their order, and how many there are.
///
/// The first documents are made while `total` still counts the rows and compares their names; only when it allows that
/// any be written are they saved.
///
/// # Errors
/// Those of `total`; nothing was saved.
pub fn run<E: Send>(
    work: &Work<'_>,
    rows: Rows<'_>,
    (jobs, total): (usize, impl FnOnce() -> Result<usize, E>),
    done: &mut dyn FnMut(Done, usize),
) -> Result<(), E> {
    let queue = Mutex::new(Queue { rows, next: 0 });
    // How many rows a thread takes at a time; `None` until it may save them. Threads wait for it to be unlocked.
    let group = RwLock::new(None);
    let mut verdict = group.write().unwrap_or_else(PoisonError::into_inner);
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(jobs * 2);
        for _ in 0..jobs {
            let (send, queue, group) = (send.clone(), &queue, &group);
            scope.spawn(move || labour(work, queue, group, &send));
        }
        drop(send);
        let total = total();
        *verdict = total
            .as_ref()
            .ok()
            .map(|total| (total / (jobs * 8)).clamp(1, GROUP));
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
    group: &RwLock<Option<usize>>,
    send: &SyncSender<(usize, Vec<Done>)>,
) {
    let mut size = EARLY;
    loop {
        let (number, rows) = {
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            let rows: Vec<Raw> = queue.rows.by_ref().take(size).collect();
            queue.next += 1;
            (queue.next - 1, rows)
        };
        if rows.is_empty() {
            return;
        }
        let drafts = rows.iter().map(|raw| work.draft(raw)).collect();
        let Some(group) = *group.read().unwrap_or_else(PoisonError::into_inner) else {
            return;
        };
        size = group;
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
    made: Option<(String, Product)>,
}

impl Work<'_> {
    fn save(&self, drafts: Vec<Draft>) -> Vec<Done> {
        let documents: Vec<Vec<File<'_>>> = drafts
            .iter()
            .filter_map(|draft| draft.made.as_ref())
            .map(|(name, product)| files(name, product))
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
                .map(|product| (name, product)),
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

fn files<'p>(name: &str, product: &'p Product) -> Vec<File<'p>> {
    product
        .outputs
        .iter()
        .map(|output| File {
            name: format!("{name}.{}", output.format.extension),
            bytes: &output.bytes,
        })
        .collect()
}
