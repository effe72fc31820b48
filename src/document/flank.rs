//! The cure for emphasis between Chinese letters and punctuation.
//!
//! By CommonMark's flanking rule `**“十四五”**规划` and `**6.8%**的增长` are not bold, because the run of asterisks
//! stands between punctuation and a letter. A mark inside the run, next to the punctuation, makes the parser see a
//! letter there; it is dropped from the tree.

use super::marks::FLANK;
use super::strip::Clean;

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{303f}'
            | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}' | '·' | '℃' | '￥')
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Where runs of asterisks open and close, over the lines of one paragraph.
#[derive(Default)]
struct Runs {
    open: Vec<usize>,
    inserts: Vec<usize>,
}

impl Runs {
    /// Looks at one line that begins at `base`.
    fn line(&mut self, line: &str, base: usize) {
        let bytes = line.as_bytes();
        let (mut i, mut in_code) = (0, false);
        while i < bytes.len() {
            match bytes[i] {
                b'\\' => i += 1,
                b'`' => in_code = !in_code,
                b'*' if !in_code => {
                    let length = bytes[i..].iter().take_while(|b| **b == b'*').count();
                    self.run(line, i, length, base);
                    i += length - 1;
                }
                _ => {}
            }
            i += 1;
        }
    }

    fn run(&mut self, line: &str, at: usize, length: usize, base: usize) {
        let before = line[..at].chars().next_back();
        let after = line[at + length..].chars().next();
        if self.open.last() == Some(&length) {
            self.open.pop();
            if before.is_some_and(is_punctuation) && !is_blank(after) {
                self.inserts.push(base + at);
            }
        } else if !(is_blank(before) && is_blank(after)) {
            self.open.push(length);
            if after.is_some_and(is_punctuation) && !is_blank(before) {
                self.inserts.push(base + at + length);
            }
        }
    }
}

/// Puts the marks in and moves the tables' offsets along.
pub(super) fn cure(clean: &mut Clean) {
    let mut runs = Runs::default();
    let (mut base, mut in_fence) = (0, false);
    for line in clean.markdown.split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with("```") || text.starts_with("~~~") {
            in_fence = !in_fence;
        }
        if text.is_empty() {
            runs.open.clear();
        }
        let only_stars = text.chars().all(|c| matches!(c, '*' | ' '));
        if !in_fence && !only_stars && text.contains('*') {
            runs.line(line, base);
        }
        base += line.len();
    }
    if runs.inserts.is_empty() {
        return;
    }
    let mut out =
        String::with_capacity(clean.markdown.len() + runs.inserts.len() * FLANK.len_utf8());
    let mut from = 0;
    for &at in &runs.inserts {
        out.push_str(&clean.markdown[from..at]);
        out.push(FLANK);
        from = at;
    }
    out.push_str(&clean.markdown[from..]);
    clean.markdown = out;
    let moved = |offset: usize| {
        offset + FLANK.len_utf8() * runs.inserts.partition_point(|&at| at <= offset)
    };
    clean.origins.iter_mut().for_each(|o| o.0 = moved(o.0));
    clean.regions.iter_mut().for_each(|r| r.0 = moved(r.0));
}
