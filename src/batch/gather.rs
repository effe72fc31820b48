//! The findings of all rows as one list: what is wrong with the report is told once, what is wrong with a row with its row.

use crate::diag::{Diagnostic, Findings, Place, Severity, Source, SourceId, Sources, Text};
use std::collections::BTreeMap;

/// Warnings and notes of one code that are kept; errors all are.
const OF_A_KIND: usize = 100;
/// Rows that are named for one finding outside of them.
const NAMED: usize = 1000;

/// What there is to say of a row.
#[derive(Debug)]
pub struct Told {
    /// The row's own text.
    pub source: Source,
    /// The findings, with places in `sources`; those in the row's text have the id of overlays.
    pub findings: Findings,
    /// The texts of the row's run.
    pub sources: Sources,
}

/// A finding whose place is not in the row that it was made for.
#[derive(Debug)]
struct Outside {
    finding: Diagnostic,
    count: usize,
    /// The first rows it was made for: number and text.
    rows: Vec<(usize, SourceId)>,
}

/// The findings so far.
#[derive(Debug)]
pub struct Gather {
    sources: Sources,
    overlay: SourceId,
    /// Texts beyond the report's own, such as the template, by name.
    others: BTreeMap<String, SourceId>,
    own: Vec<(usize, Diagnostic)>,
    outside: BTreeMap<(&'static str, String, Option<Place>), Outside>,
    kinds: BTreeMap<&'static str, usize>,
    left_out: usize,
}

impl Gather {
    /// No findings; `sources` begins with the texts of the report, behind which overlays have their id.
    pub fn new(sources: &Sources, overlay: SourceId) -> Self {
        let mut kept = Sources::new();
        for (_, source) in sources.iter().take(overlay.0 as usize) {
            kept.add(source.clone());
        }
        Self {
            sources: kept,
            overlay,
            others: BTreeMap::new(),
            own: Vec::new(),
            outside: BTreeMap::new(),
            kinds: BTreeMap::new(),
            left_out: 0,
        }
    }

    /// Takes what there is to say of a row, by its number.
    pub fn take(&mut self, row: usize, told: Told) {
        let Told {
            source,
            findings,
            sources,
        } = told;
        let mut home = Home::Waiting(source);
        for finding in findings {
            if finding
                .place
                .is_some_and(|place| place.source == self.overlay)
            {
                if self.is_kept(&finding) {
                    let finding = self.moved(finding, &sources, &mut home);
                    self.own.push((row, finding));
                }
            } else {
                let finding = self.moved(finding, &sources, &mut home);
                self.outside(row, finding, &mut home);
            }
        }
    }

    fn is_kept(&mut self, finding: &Diagnostic) -> bool {
        let count = self.kinds.entry(finding.code.id).or_default();
        *count += 1;
        let kept = finding.severity == Severity::Error || *count <= OF_A_KIND;
        self.left_out += usize::from(!kept);
        kept
    }

    fn outside(&mut self, row: usize, finding: Diagnostic, home: &mut Home) {
        let key = (finding.code.id, finding.message.zh.clone(), finding.place);
        let outside = self.outside.entry(key).or_insert(Outside {
            finding,
            count: 0,
            rows: Vec::new(),
        });
        outside.count += 1;
        if outside.rows.len() < NAMED && outside.rows.last().is_none_or(|(last, _)| *last != row) {
            outside.rows.push((row, home.id(&mut self.sources)));
        }
    }

    /// A finding with its places in the texts kept here.
    fn moved(&mut self, mut finding: Diagnostic, sources: &Sources, home: &mut Home) -> Diagnostic {
        let places = finding.related.iter_mut().map(|(place, _)| place);
        for place in finding.place.iter_mut().chain(places) {
            place.source = match place.source {
                id if id < self.overlay => id,
                id if id == self.overlay => home.id(&mut self.sources),
                id => self.other(id, sources),
            };
        }
        finding
    }

    fn other(&mut self, id: SourceId, sources: &Sources) -> SourceId {
        let Some(source) = sources.get(id) else {
            return id;
        };
        if let Some(known) = self.others.get(source.name()) {
            return *known;
        }
        let new = self.sources.add(source.clone());
        self.others.insert(source.name().to_owned(), new);
        new
    }

    /// All findings of so many rows, with the texts they lie in and how many are only counted.
    pub fn finish(mut self, rows: usize) -> (Sources, Findings, usize) {
        let mut all = Findings::new();
        for outside in std::mem::take(&mut self.outside).into_values() {
            if outside.count >= rows {
                all.push(outside.finding);
                continue;
            }
            for (row, source) in &outside.rows {
                if self.is_kept(&outside.finding) {
                    self.own.push((*row, at_row(&outside.finding, *source)));
                }
            }
            self.left_out += outside.count.saturating_sub(outside.rows.len());
        }
        self.own.sort_by_key(|(row, _)| *row);
        all.extend(self.own.into_iter().map(|(_, finding)| finding));
        (self.sources, all, self.left_out)
    }
}

/// A finding in the report that only this row brings about.
fn at_row(finding: &Diagnostic, row: SourceId) -> Diagnostic {
    let mut finding = finding.clone();
    if let Some(place) = finding.place.replace(Place::new(row, 0, 0)) {
        let caption = Text::new("印在这里", "printed here");
        finding.related.insert(0, (place, caption));
    }
    finding
}

/// The row's text, which is kept only when a finding needs it.
#[derive(Debug)]
enum Home {
    Waiting(Source),
    Kept(SourceId),
}

impl Home {
    fn id(&mut self, sources: &mut Sources) -> SourceId {
        let id = match self {
            Self::Kept(id) => return *id,
            Self::Waiting(source) => sources.add(source.clone()),
        };
        *self = Self::Kept(id);
        id
    }
}
