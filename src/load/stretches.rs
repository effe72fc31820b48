//! Which byte of a scalar's text stands where in the source.

use std::ops::Range;

/// Pairs `(offset in text, offset in source)` under construction.
struct Stretches {
    list: Vec<(u32, u32)>,
}

impl Stretches {
    /// Begins a stretch, unless the one before simply goes on.
    fn begin(&mut self, text: usize, source: usize) {
        let (Ok(text), Ok(source)) = (u32::try_from(text), u32::try_from(source)) else {
            return;
        };
        match self.list.last_mut() {
            Some(last) if last.0 == text => last.1 = source,
            Some(last) if source.checked_sub(last.1) == Some(text - last.0) => {}
            _ => self.list.push((text, source)),
        }
    }
}

/// The stretches of a literal block scalar, one a line: exact.
///
/// `start` is the first byte of its content in `source`.
pub fn literal(text: &str, source: &str, start: usize) -> Vec<(u32, u32)> {
    let mut out = Stretches { list: Vec::new() };
    let content = text.trim_start_matches('\n');
    let mut line_start = line_start(source, start);
    // Blank lines before the content belong to the text, but the parser's span begins behind them.
    if source.get(line_start..start).is_some_and(is_indent) {
        for _ in 0..text.len() - content.len() {
            line_start = line_before(source, line_start);
        }
    }
    let mut at = 0;
    for line in text.split('\n') {
        let end = line_end(source, line_start);
        // Nothing is stripped at the end of a literal line, so the text is what stands before the line's end.
        let without_return = source
            .get(line_start..end)
            .map_or(end, |l| line_start + l.trim_end_matches('\r').len());
        out.begin(
            at,
            without_return.saturating_sub(line.len()).max(line_start),
        );
        at += line.len() + 1;
        line_start = (end + 1).min(source.len());
    }
    out.list
}

/// The stretches of any other scalar: exact for a single line without escapes, else piece by piece.
///
/// `span` is the scalar in `source` without its quotes; `double` says whether backslashes escape.
pub fn flowing(text: &str, source: &str, span: Range<usize>, double: bool) -> Vec<(u32, u32)> {
    let mut out = Stretches { list: Vec::new() };
    out.begin(0, span.start);
    // Most texts stand in the source as they are.
    let is_special = |b: u8| b == b'\n' || (double && b == b'\\');
    if source.get(span.clone()) == Some(text) && !text.bytes().any(is_special) {
        return out.list;
    }
    let (mut at, mut from) = (0, span.start);
    while at < text.len() && from < span.end {
        let (Some(wanted), Some(found)) = (text.get(at..), source.get(from..span.end)) else {
            break;
        };
        let fold = blank_run(found);
        if found[..fold].contains('\n') {
            from += fold;
            at += blank_run(wanted);
            out.begin(at, from);
        } else if wanted.starts_with('\n') && !found.starts_with('\\') {
            // Blank lines before a folded text belong to it, but the parser's span begins behind them.
            at += blank_run(wanted);
            out.begin(at, from);
        } else if double && found.starts_with('\\') {
            out.begin(at, from);
            from += escape_length(found);
            at += wanted.chars().next().map_or(0, char::len_utf8);
            out.begin(at, from);
        } else {
            let length = wanted.chars().next().map_or(1, char::len_utf8);
            at += length;
            from += found.chars().next().map_or(1, char::len_utf8);
            // '' stands for one quote in single quotes.
            if !double && wanted.starts_with('\'') && found.starts_with("''") {
                from += 1;
                out.begin(at, from);
            }
        }
    }
    out.list
}

fn blank_run(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\r', '\n']).len()
}

fn escape_length(found: &str) -> usize {
    match found.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 1 + found.chars().nth(1).map_or(0, char::len_utf8),
    }
}

fn is_indent(text: &str) -> bool {
    text.bytes().all(|b| b == b' ')
}

fn line_start(source: &str, offset: usize) -> usize {
    source
        .get(..offset)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |i| i + 1)
}

fn line_before(source: &str, line: usize) -> usize {
    line_start(source, line.saturating_sub(1))
}

fn line_end(source: &str, offset: usize) -> usize {
    source
        .get(offset..)
        .and_then(|rest| rest.find('\n'))
        .map_or(source.len(), |i| offset + i)
}
