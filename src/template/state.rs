//! What filters need to know of the report being rendered. The engine hands its filters nothing of the kind, so it is
//! kept per thread for the time of one rendering.

use super::direct::Shown;
use crate::diag::{Place, SourceId, Sources, Text};
use crate::document::marks;
use crate::figures::{ASPECTS, Arguments, Aspect, Facts, FigureTest};
use crate::model::{FigureId, Language};
use std::cell::RefCell;
use std::sync::Arc;

/// Turns of loops in one rendering, all together.
const MAX_TURNS: u32 = 1_000_000;
/// Marks a figure id as the number of a failure.
const FAILED: u32 = 1 << 31;
/// Stands for an aspect in the mark of a figure that has no value.
const BARE: u32 = 63;

struct State {
    facts: Arc<Facts>,
    /// The line on which each figure stands.
    lines: Vec<(SourceId, usize)>,
    language: Language,
    failures: Vec<Text>,
    turns: u32,
}

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// What a figure's mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A figure, the index of its aspect in [`ASPECTS`], and whether it is provisional.
    Figure(FigureId, usize, bool),
    /// A figure without a value, printed bare: no fault until it reaches the document, since a filter may come yet.
    Bare(FigureId),
    /// It could not be printed; the number of the failure.
    Failure(usize),
}

/// Runs `work` with a report's facts at hand for the filters; gives what could not be printed beside its result.
pub(super) fn with_facts<T>(
    facts: &Arc<Facts>,
    sources: &Sources,
    language: Language,
    work: impl FnOnce() -> T,
) -> (T, Vec<Text>) {
    let line = |place: Place| {
        let source = sources.get(place.source);
        source.map_or(0, |s| s.line_of(place.start as usize))
    };
    let places = facts.report.figures.iter().map(|f| f.place);
    let state = State {
        facts: Arc::clone(facts),
        lines: places.map(|p| (p.source, line(p))).collect(),
        language,
        failures: Vec::new(),
        turns: 0,
    };
    STATE.set(Some(state));
    let result = work();
    let failures = STATE.take().map(|s| s.failures).unwrap_or_default();
    (result, failures)
}

/// The marked text of a figure's aspect. What cannot be printed leaves a mark from which its place will be known, so that
/// one rendering finds all such faults.
pub(super) fn print(id: FigureId, aspect: usize, arguments: &Arguments) -> String {
    STATE.with_borrow_mut(|state| {
        let Some(state) = state else {
            return String::new();
        };
        let mut out = String::new();
        match push(&mut out, &state.facts, (id, aspect, arguments)) {
            Ok(()) => out,
            Err(text) => state.failure(text),
        }
    })
}

/// Appends the marked text of a figure's aspect.
///
/// # Errors
/// Why it cannot be printed.
pub(super) fn push_figure(out: &mut String, facts: &Facts, shown: &Shown) -> Result<(), Text> {
    push(out, facts, (shown.figure, shown.aspect, &shown.arguments))
}

fn push(
    out: &mut String,
    facts: &Facts,
    (id, aspect, arguments): (FigureId, usize, &Arguments),
) -> Result<(), Text> {
    let Some(info) = ASPECTS.get(aspect) else {
        return Ok(());
    };
    match facts.phrase(id, info.aspect, arguments, facts.report.language) {
        Ok(phrase) => {
            let id = encode(id, aspect, phrase.provisional);
            marks::push_figure(out, id, &phrase.text);
        }
        Err(_) if aspect == value_aspect() => {
            marks::push_figure(out, (id.0 << 6 | BARE) << 1, "？");
        }
        Err(text) => return Err(text),
    }
    Ok(())
}

/// Forgets the turns of loops: what was rendered is rendered again.
pub(super) fn again() {
    STATE.with_borrow_mut(|state| state.iter_mut().for_each(|state| state.turns = 0));
}

/// Stands for what cannot be printed, and tells why where it stands.
pub(super) fn failure(text: Text) -> String {
    STATE.with_borrow_mut(|state| state.as_mut().map_or_else(String::new, |s| s.failure(text)))
}

impl State {
    fn failure(&mut self, text: Text) -> String {
        let number = u32::try_from(self.failures.len()).unwrap_or(u32::MAX) & !FAILED;
        self.failures.push(text);
        marks::figure(FAILED | number, "？")
    }
}

/// The facts of the report being rendered.
pub(super) fn facts() -> Option<Arc<Facts>> {
    STATE.with_borrow(|s| s.as_ref().map(|s| Arc::clone(&s.facts)))
}

/// The mark of the line on which a figure stands.
pub(super) fn line_mark(id: FigureId) -> String {
    let mut out = String::new();
    STATE.with_borrow(|s| {
        let line = s.as_ref().and_then(|s| s.lines.get(id.0 as usize));
        if let Some((source, line)) = line {
            marks::push_line(&mut out, *source, *line);
        }
    });
    out
}

/// The index of an aspect, by which marks know it.
pub(super) fn index_of(aspect: Aspect) -> usize {
    ASPECTS.iter().position(|a| a.aspect == aspect).unwrap_or(0)
}

/// The aspect that a bare figure prints.
pub(super) fn value_aspect() -> usize {
    index_of(Aspect::Value)
}

/// A figure's value as plain digits, for comparing.
pub(super) fn number(id: FigureId) -> Option<String> {
    STATE.with_borrow(|s| digits(&s.as_ref()?.facts, id))
}

/// The same of given facts.
pub(super) fn digits(facts: &Facts, id: FigureId) -> Option<String> {
    facts.number(id).map(|n| n.normalize().to_string())
}

/// Whether a test holds of a figure.
pub(super) fn holds(id: FigureId, test: FigureTest) -> bool {
    STATE.with_borrow(|s| s.as_ref().is_some_and(|s| s.facts.holds(id, test)))
}

/// The language being printed.
pub(super) fn language() -> Language {
    STATE.with_borrow(|s| s.as_ref().map_or(Language::Chinese, |s| s.language))
}

/// Counts a turn of a loop; `false` when there were too many.
pub(super) fn tick() -> bool {
    STATE.with_borrow_mut(|state| {
        let Some(state) = state else { return false };
        state.turns += 1;
        state.turns <= MAX_TURNS
    })
}

fn encode(id: FigureId, aspect: usize, provisional: bool) -> u32 {
    let aspect = u32::try_from(aspect).unwrap_or(0) & 63;
    ((id.0 << 6 | aspect) << 1 | u32::from(provisional)) & !FAILED
}

/// What the id in a figure's mark means.
pub(super) fn decode(id: u32) -> Mark {
    if id & FAILED != 0 {
        return Mark::Failure((id & !FAILED) as usize);
    }
    if id >> 1 & BARE == BARE {
        return Mark::Bare(FigureId(id >> 7));
    }
    Mark::Figure(FigureId(id >> 7), (id >> 1 & 63) as usize, id & 1 == 1)
}
