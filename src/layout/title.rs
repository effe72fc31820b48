//! Where a title of several lines is broken: by meaning, and so that the lines are balanced.
//!
//! The standard wants lines that end with whole words, in the shape of a trapezium or a rhombus. A title is known only
//! as letters and as the pieces it was put together from; the break is looked for where pieces meet and beside words
//! that titles of this kind are made of. A stretch without such a place is never broken.

use super::title_words::{ENDS, STARTS, is_inside, is_period_end};
use super::{Chars, text_width};

/// A place where a line may end.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The byte at which the next line begins.
    at: usize,
    /// How well the meaning parts here: the lower, the better.
    cost: i64,
}

/// A break that is as good as any.
const BEST: i64 = 0;
/// What a break behind a period costs: one before it is better still.
const GOOD: i64 = 80;
/// What a break costs that is taken only when nothing else will do.
const POOR: i64 = 90;
/// What a line costs for every hundredth of a character that it is too wide.
const TOO_WIDE: i64 = 1_000_000;
/// What each line costs, so that a little imbalance is preferred to one line more.
const LINE: i64 = 400;
/// Most lines that are looked for; a title of more is no title.
const MOST_LINES: usize = 8;
/// Most places that are weighed, so that a page taken for a title costs no time.
const MOST_PLACES: usize = 160;

/// The bytes of `title` at which lines after the first begin; none for a title that fits on one line, or that nowhere
/// parts by meaning.
///
/// `seams` are the bytes where it was put together from pieces, `widest` is what a line holds. Every break is on a
/// border between characters; blanks before it are the writer's to drop.
pub fn title_breaks(title: &str, seams: &[usize], widest: Chars) -> Vec<usize> {
    let total = text_width(title);
    if total <= widest || widest <= Chars(0) {
        return Vec::new();
    }
    let places = places(title, seams);
    if places.is_empty() || places.len() > MOST_PLACES {
        return Vec::new();
    }
    let fewest = (total.0 - 1) / widest.0 + 1;
    let lines = usize::try_from(fewest).unwrap_or(MOST_LINES).max(2);
    (lines..=MOST_LINES.min(lines + 2))
        .filter_map(|lines| Setting::new(title, &places, widest, lines).best())
        .min_by_key(|(cost, breaks)| (*cost, breaks.len()))
        .map(|(_, breaks)| breaks)
        .unwrap_or_default()
}

/// All places where a line may end, in order, each with its lowest cost.
fn places(title: &str, seams: &[usize]) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (at, _) in title.char_indices().skip(1) {
        let (before, after) = title.split_at(at);
        let seam = seams.contains(&at).then_some(BEST);
        let cost = seam.into_iter().chain(words(before, after)).min();
        if let Some(cost) = cost.filter(|_| !is_forbidden(before, after)) {
            out.push(Place { at, cost });
        }
    }
    out
}

/// What the words on both sides say of a break between them.
fn words(before: &str, after: &str) -> Option<i64> {
    if before.ends_with(' ') {
        return Some(spaced(before));
    }
    let has_year = |text: &str| {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        digits == 4 && text[digits..].starts_with('年')
    };
    if before.ends_with("关于") {
        return None;
    }
    if has_year(after) && !before.ends_with(|c: char| c.is_ascii_digit() || "—-至到".contains(c))
    {
        return Some(BEST);
    }
    if is_inside(before, after) {
        return None;
    }
    // A period belongs to the words behind it: a break before it is better.
    if is_period_end(before, after) {
        return Some(GOOD);
    }
    let start = STARTS.iter().find(|(word, _)| after.starts_with(word));
    let end = ENDS.iter().find(|(word, _)| before.ends_with(word));
    let graded = [start, end].into_iter().flatten().map(|(_, cost)| *cost);
    graded.min()
}

/// A break at a blank: English titles part anywhere but behind the small words that lead over to the next.
fn spaced(before: &str) -> i64 {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let leads_over = [
        "of", "for", "the", "a", "an", "and", "in", "on", "to", "by", "with", "&",
    ];
    if leads_over.contains(&word.to_lowercase().as_str()) {
        POOR
    } else {
        BEST
    }
}

/// No line begins with a closing mark, none ends with an opening one or with a word for "and", and no number or Latin
/// word is cut.
fn is_forbidden(before: &str, after: &str) -> bool {
    let last = before.chars().next_back().unwrap_or(' ');
    let first = after.chars().next().unwrap_or(' ');
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | ',');
    "（《“‘〔【(及与暨和".contains(last)
        || "）》”’〕】)、，。：；！？:;,.!? 　".contains(first)
        || (joined(last) && joined(first))
}

/// One way of asking: a title in so many lines.
struct Setting<'a> {
    title: &'a str,
    /// Beginnings of lines: 0, the places, the end.
    stops: Vec<Place>,
    widest: Chars,
    lines: usize,
    total: i64,
}

impl<'a> Setting<'a> {
    fn new(title: &'a str, places: &[Place], widest: Chars, lines: usize) -> Self {
        let edge = |at| Place { at, cost: BEST };
        let mut stops = vec![edge(0)];
        stops.extend_from_slice(places);
        stops.push(edge(title.len()));
        Self {
            title,
            stops,
            widest,
            lines,
            total: i64::from(text_width(title).0),
        }
    }

    /// The cheapest breaks and what they cost; `None` when there are fewer places than lines.
    fn best(&self) -> Option<(i64, Vec<usize>)> {
        let count = self.stops.len();
        // The cost of the cheapest way to reach each stop with so many lines, and the stop before it.
        let mut reached: Vec<Option<(i64, usize)>> = vec![None; count];
        reached[0] = Some((0, 0));
        let mut ways = Vec::with_capacity(self.lines);
        for line in 0..self.lines {
            let next: Vec<Option<(i64, usize)>> = (0..count)
                .map(|to| {
                    (0..to)
                        .filter_map(|from| {
                            Some((reached[from]?.0 + self.cost(line, from, to), from))
                        })
                        .min()
                })
                .collect();
            reached = next.clone();
            ways.push(next);
        }
        let (cost, _) = reached.last().copied().flatten()?;
        let mut breaks = Vec::with_capacity(self.lines);
        let mut stop = count - 1;
        for way in ways.iter().rev() {
            (_, stop) = way[stop]?;
            breaks.push(self.stops[stop].at);
        }
        breaks.pop();
        breaks.reverse();
        Some((cost, breaks))
    }

    /// The cost of a line between two stops: how far it is from its share, and how its end parts.
    fn cost(&self, line: usize, from: usize, to: usize) -> i64 {
        let (start, end) = (self.stops[from].at, self.stops[to]);
        let text = self.title.get(start..end.at).unwrap_or_default();
        let width = i64::from(text_width(text.trim_end()).0);
        let widest = i64::from(self.widest.0);
        let off = (width - self.share(line)) * 100 / widest;
        // A line alone of one or two characters looks like a slip.
        let lonely = if width <= 200 { POOR } else { 0 };
        let too_wide = (width - widest).max(0) * TOO_WIDE;
        LINE + off * off / 10 + (end.cost + lonely) * 10 + too_wide
    }

    /// How wide a line should be: of three and more the inner ones wider than the outer (菱形); of two the upper a
    /// little wider (上长下短).
    fn share(&self, line: usize) -> i64 {
        let count = i64::try_from(self.lines).unwrap_or(1);
        let mean = self.total / count;
        let is_outer = line == 0 || line + 1 == self.lines;
        match self.lines {
            2 if line == 0 => mean * 105 / 100,
            2 => mean * 95 / 100,
            _ if is_outer => mean * 92 / 100,
            _ => mean * 108 / 100,
        }
    }
}
