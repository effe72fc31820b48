//! What checks of the text share: which text they read, where it was typed, its clauses and sentences.

use super::Subject;
use crate::diag::Place;
use crate::document::{BlockKind, Language, Signs, Words};
use crate::model::{FieldValue, Item, Located, Period, Report};
use std::iter::Peekable;
use std::ops::Range;

impl<'a> Subject<'a> {
    /// The words of a Chinese document; none of an English one.
    pub(super) fn chinese(&self) -> &'a [Words<'a>] {
        match self.document.language {
            Language::Chinese => self.words,
            Language::English => &[],
        }
    }

    /// The words that may hold one of some signs.
    pub(super) fn with(&self, signs: Signs) -> impl Iterator<Item = &'a Words<'a>> {
        let words = self.words.iter();
        words.filter(move |words| words.may_have(signs))
    }

    /// The words of a Chinese document that may hold one of some signs; none of an English one.
    pub(super) fn chinese_with(&self, signs: Signs) -> impl Iterator<Item = &'a Words<'a>> {
        let words = self.chinese().iter();
        words.filter(move |words| words.may_have(signs))
    }

    /// Where the document says some words.
    pub(super) fn places_of<'w>(&self, wanted: impl IntoIterator<Item = &'w str>) -> SaidAt {
        let mut all = Vec::new();
        for word in wanted {
            let found = |run, at| all.push((run, at..at + word.len()));
            self.text.each_place(word, found);
        }
        all.sort_by_key(|(run, _)| *run);
        SaidAt {
            rest: all.into_iter().peekable(),
        }
    }

    /// The words that say one of some words, in order.
    pub(super) fn saying(&self, wanted: &[&str]) -> Vec<&'a Words<'a>> {
        let mut runs = Vec::new();
        for word in wanted {
            self.text.each_place(word, |run, _| runs.push(run));
        }
        runs.sort_unstable();
        runs.dedup();
        runs.iter().filter_map(|run| self.words.get(*run)).collect()
    }

    /// Those of a Chinese document; none of an English one.
    pub(super) fn chinese_saying(&self, wanted: &[&str]) -> Vec<&'a Words<'a>> {
        match self.document.language {
            Language::Chinese => self.saying(wanted),
            Language::English => Vec::new(),
        }
    }

    /// Whether the document may say one of some words; when not, it says none.
    pub(super) fn may_say(&self, wanted: &[&str]) -> bool {
        let letters = self.text.letters();
        wanted.iter().any(|word| letters.may_say(word))
    }

    /// Where a range of some words was typed: its place in wording, in the field of the data that a template printed, or
    /// else the `{{ }}` that printed it.
    pub(super) fn place(&self, words: &Words<'_>, range: Range<usize>) -> Option<Place> {
        let printed = words.printed(range.start);
        let field = printed.and_then(|printed| {
            let value = words.text.get(printed.clone())?;
            let inside = range.start - printed.start..range.end.min(printed.end) - printed.start;
            self.field_with(value, inside)
        });
        field.or_else(|| words.place(range, self.sources))
    }

    /// The place of a part of a text in the fields that print as typed; wording knows its own.
    fn field_with(&self, text: &str, part: Range<usize>) -> Option<Place> {
        let report = &self.facts.report;
        let plain = |text: &'a Located<String>| (text.value.as_str(), text.place);
        let fields = report.fields.iter().flat_map(|field| match &field.value {
            FieldValue::Plain(text) => vec![plain(text)],
            FieldValue::List(list) => list.iter().map(plain).collect(),
            _ => Vec::new(),
        });
        let outcomes = report
            .last_plans
            .iter()
            .filter_map(|p| p.outcome.as_ref().map(plain));
        let mut all = fields.chain(outcomes);
        let (_, found) = all.find(|(value, _)| value.contains(text))?;
        let typed = self.sources.slice(found).unwrap_or_default();
        let Some(at) = typed.find(text) else {
            return Some(found);
        };
        let start = found.start as usize + at;
        let (source, end) = (found.source, start + part.end);
        Some(Place::new(source, start + part.start, end))
    }

    /// The blocks below headings of the first level whose words fit.
    pub(super) fn blocks_below(&self, fits: impl Fn(&str) -> bool) -> Vec<bool> {
        let mut below = false;
        let blocks = self.document.blocks.iter();
        blocks
            .map(|block| {
                if let BlockKind::Heading(heading) = &block.kind
                    && heading.level == 1
                {
                    below = fits(&crate::document::plain(&heading.content));
                }
                below
            })
            .collect()
    }
}

/// Where a document says some words, to be taken run by run.
pub(super) struct SaidAt {
    rest: Peekable<std::vec::IntoIter<(usize, Range<usize>)>>,
}

impl SaidAt {
    /// The places in a run of words behind those asked for before.
    pub(super) fn in_run(&mut self, words: &Words<'_>) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        while let Some((_, place)) = self.rest.next_if(|(run, _)| *run == words.index) {
            places.push(place);
        }
        places
    }
}

/// The first and last year of a period.
pub(super) fn years(period: &Period) -> Option<(i32, i32)> {
    let last = i32::from(period.year()?);
    let first = match *period {
        Period::Years(first, _) | Period::SchoolYear(first) | Period::SchoolTerm(first, _) => {
            i32::from(first)
        }
        Period::Since(first) | Period::MonthSpan((first, _), _) => i32::from(first),
        Period::Days(first, _) => i32::from(first.year),
        _ => last,
    };
    Some((first, last))
}

/// All lists of items, those inside items too.
pub(super) fn lists(report: &Report) -> Vec<&[Item]> {
    let fields = report.fields.iter().filter_map(|field| match &field.value {
        FieldValue::Items(items) => Some(items.as_slice()),
        _ => None,
    });
    let mut out: Vec<&[Item]> = report.sections.iter().map(|s| s.items.as_slice()).collect();
    out.extend(fields);
    let outer = out.len();
    for index in 0..outer {
        let items = out.get(index).copied().unwrap_or_default();
        add_inner(items, &mut out);
    }
    out
}

/// Adds the lists inside of a list.
fn add_inner<'r>(items: &'r [Item], out: &mut Vec<&'r [Item]>) {
    for item in items.iter().filter(|item| !item.items.is_empty()) {
        out.push(&item.items);
        add_inner(&item.items, out);
    }
}

/// All items with those inside them.
pub(super) fn all_items(items: &[Item]) -> Vec<&Item> {
    let mut out = Vec::with_capacity(items.len());
    add_items(items, &mut out);
    out
}

fn add_items<'r>(items: &'r [Item], out: &mut Vec<&'r Item>) {
    for item in items {
        out.push(item);
        add_items(&item.items, out);
    }
}

/// Whether a character is 汉字.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// The character before a byte offset.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at a byte offset.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// What parts clauses.
const CLAUSE_ENDS: [char; 7] = ['，', '。', '；', '！', '？', '：', '\n'];

/// What parts statements.
const STATEMENT_ENDS: [char; 5] = ['。', '；', '！', '？', '\n'];

/// The clause around a byte offset.
pub(super) fn clause(text: &str, at: usize) -> Range<usize> {
    between(text, at, &CLAUSE_ENDS)
}

/// The statement around a byte offset: up to the next 。；！？
pub(super) fn statement(text: &str, at: usize) -> Range<usize> {
    between(text, at, &STATEMENT_ENDS)
}

fn between(text: &str, at: usize, ends: &[char]) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let (head, tail) = text.split_at(at);
    let begin = head.char_indices().rev().find(|(_, c)| ends.contains(c));
    let start = begin.map_or(0, |(i, c)| i + c.len_utf8());
    let end = tail.find(ends).map_or(text.len(), |i| at + i);
    start..end
}

/// A range with up to `reach` characters on both sides, all in one line: enough to know it again.
pub(super) fn around(text: &str, range: &Range<usize>, reach: usize) -> String {
    let head = text.get(..range.start).unwrap_or_default();
    let tail = text.get(range.end..).unwrap_or_default();
    let left = head.rsplit('\n').next().unwrap_or_default();
    let skip = left.chars().count().saturating_sub(reach);
    let right = tail.split('\n').next().unwrap_or_default();
    let mut out: String = left.chars().skip(skip).collect();
    out.push_str(text.get(range.clone()).unwrap_or_default());
    out.extend(right.chars().take(reach));
    out
}

/// The end of the Arabic number at a byte offset with 万 and 亿 behind it; `None` when there is no number.
pub(super) fn number_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    if !rest.starts_with(digits) {
        return None;
    }
    let end = rest.find(|c: char| !digits(c) && !matches!(c, '.' | ','));
    let number = rest.get(..end.unwrap_or(rest.len()))?;
    let number = number.trim_end_matches(['.', ',']);
    let scales = rest.get(number.len()..)?;
    let behind = scales.trim_start_matches(['十', '百', '千', '万', '亿']);
    Some(at + rest.len() - behind.len())
}

/// The first of some words that a text begins with.
pub(super) fn first_of<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word))
}
