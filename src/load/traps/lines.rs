//! The raw lines of a file that the parser refused.

use super::faults::{
    bad_dash, bad_indent, colon_in_text, cut_by_comment, full_width_colon, full_width_mark,
    missing_blank,
};
use super::{flow, indent_of, is_known};
use crate::diag::Diagnostic;
use crate::load::decode::choices;
use crate::load::quoting::Piece;

/// A line outside of block scalars and of quotes that go over several lines.
struct Line {
    /// Where its content begins, behind indentation and dashes.
    start: usize,
    /// Where it ends, without the line end.
    end: usize,
    /// Column of the content in bytes.
    column: usize,
    /// The offset of the colon that ends its key, if it has a key.
    colon: Option<usize>,
}

/// The slips in a piece, in the order of its lines; text in quotes and block scalars is not looked at.
pub fn lines(piece: Piece<'_>) -> Vec<Diagnostic> {
    let mut reader = Reader {
        piece,
        out: Vec::new(),
        open: Open::Nothing,
        lines: Vec::new(),
    };
    let mut offset = 0;
    for line in piece.text.split_inclusive('\n') {
        let end = offset + line.trim_end_matches(['\n', '\r']).len();
        reader.line(offset, end);
        offset += line.len();
    }
    reader.keys_without_colon();
    reader
        .out
        .sort_by_key(|d| d.place.map_or(0, |place| place.start));
    reader.out
}

/// What goes on from the line before.
enum Open {
    Nothing,
    /// A block scalar under a node at this column.
    Block(usize),
    /// A text in this quote.
    Quote(char),
    /// Brackets, so many of them.
    Brackets(usize),
}

struct Reader<'a> {
    piece: Piece<'a>,
    out: Vec<Diagnostic>,
    open: Open,
    lines: Vec<Line>,
}

impl Reader<'_> {
    fn text(&self, start: usize, end: usize) -> &str {
        self.piece.text.get(start..end).unwrap_or_default()
    }

    fn line(&mut self, start: usize, end: usize) {
        let indent = indent_of(self.text(start, end)).len();
        let is_blank = start + indent >= end;
        match self.open {
            Open::Block(column) if is_blank || indent > column => return,
            Open::Quote(quote) => {
                // Behind the closing quote nothing can be judged: the beginning is out of sight.
                if closing(self.text(start, end), quote).is_some() {
                    self.open = Open::Nothing;
                }
                return;
            }
            Open::Brackets(depth) => {
                self.out.extend(flow::slips(self.piece, start, end));
                let depth = depth.saturating_add_signed(flow::balance(self.text(start, end)));
                self.open = if depth == 0 {
                    Open::Nothing
                } else {
                    Open::Brackets(depth)
                };
                return;
            }
            _ => self.open = Open::Nothing,
        }
        let content = self.text(start + indent, end);
        if is_blank || content.starts_with('#') || matches!(content, "---" | "...") {
            return;
        }
        let indentation = self.text(start, start + indent).to_owned();
        self.out
            .extend(bad_indent(self.piece, start..end, &indentation));
        self.content(start, start + indent, end);
    }

    fn content(&mut self, line: usize, mut start: usize, end: usize) {
        let mut column = start - line;
        let mut is_entry = false;
        while let Some(rest) = self.text(start, end).strip_prefix("- ") {
            column = start - line;
            start += 2 + rest.len() - rest.trim_start_matches(' ').len();
            is_entry = true;
        }
        let content = self.text(start, end).to_owned();
        if let Some(dash) = dash_slip(&content) {
            self.out.push(bad_dash(self.piece, start..start + dash));
            return;
        }
        let colon = key_end(&content).map(|i| start + i);
        let key_column = start - line;
        self.lines.push(Line {
            start,
            end,
            column: key_column,
            colon,
        });
        match colon {
            Some(colon) => {
                let value = self.text(colon + 1, end);
                let value = colon + 1 + value.len() - value.trim_start().len();
                self.value(key_column, value, end);
            }
            None if is_entry => self.value(column, start, end),
            None if content.starts_with(['{', '[', '"', '\'']) => self.value(column, start, end),
            None => {}
        }
    }

    fn value(&mut self, column: usize, start: usize, end: usize) {
        let value = self.text(start, end).to_owned();
        let Some(first) = value.chars().next() else {
            return;
        };
        match first {
            '|' | '>' if is_block_header(&value) => self.open = Open::Block(column),
            '"' | '\'' => match closing(&value[1..], first) {
                Some(close) => self.trailing(start, start + 1 + close, end),
                None => self.open = Open::Quote(first),
            },
            '{' | '[' => self.brackets(start, &value, end),
            '|' | '>' | '*' | '&' | '!' | '%' | '@' | '`' | ']' | '}' | ',' => {
                self.out.push(self.piece.needs_quotes(start));
            }
            '｛' | '［' if value.trim_end().ends_with(['｝', '］']) => {
                let instead = if first == '｛' { "{" } else { "[" };
                let range = start..start + first.len_utf8();
                self.out.push(full_width_mark(self.piece, range, instead));
            }
            '#' => {}
            _ => self.plain(start, &value),
        }
    }

    fn plain(&mut self, start: usize, value: &str) {
        if let Some(hash) = hash_slip(value) {
            self.out
                .push(cut_by_comment(self.piece, start, start + hash));
        } else if let Some(colon) = key_end(value) {
            self.out
                .push(colon_in_text(self.piece, start, start + colon));
        }
    }

    fn brackets(&mut self, start: usize, value: &str, end: usize) {
        match flow::end(value) {
            Some(close) => {
                let found = self.out.len();
                self.trailing(start, start + close, end);
                if self.out.len() == found {
                    self.out
                        .extend(flow::slips(self.piece, start, start + close));
                }
            }
            // {{期间 }} over two lines is no flow map either.
            None if value.starts_with("{{") => self.out.push(self.piece.needs_quotes(start)),
            None => {
                self.out.extend(flow::slips(self.piece, start, end));
                let depth = flow::balance(value);
                self.open = Open::Brackets(usize::try_from(depth).unwrap_or(0).max(1));
            }
        }
    }

    /// What stands behind closed quotes or brackets: nothing, or a comment.
    fn trailing(&mut self, start: usize, close: usize, end: usize) {
        let rest = self.text(close, end);
        let is_comment = rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#');
        let is_key = rest.trim_start().starts_with(':');
        if !(rest.trim().is_empty() || is_comment || is_key) {
            self.out.push(self.piece.needs_quotes(start));
        }
    }

    /// Lines that should have a key but no `: `: their neighbours at the same column have one.
    fn keys_without_colon(&mut self) {
        let mut found = Vec::new();
        for (i, line) in self.lines.iter().enumerate() {
            if line.colon.is_some() {
                continue;
            }
            let is_sibling = |other: Option<&Line>| {
                other.is_some_and(|o| o.column == line.column && o.colon.is_some())
            };
            let before = self.lines[..i].iter().rev();
            let sibling = is_sibling(self.lines.get(i + 1))
                || is_sibling(before.clone().find(|o| o.column <= line.column))
                || line.column == 0;
            found.extend(self.key_slip(line, sibling));
        }
        self.out.extend(found);
    }

    fn key_slip(&self, line: &Line, sibling: bool) -> Option<Diagnostic> {
        let content = self.text(line.start, line.end);
        if content.starts_with(['"', '\'', '{', '[', '|', '>', '#']) {
            return None;
        }
        let wide = content.find('：');
        let narrow = content.find(':');
        let at = [wide, narrow].into_iter().flatten().min()?;
        let key = content.get(..at)?.trim();
        if key.is_empty() || !(sibling || is_known(key)) {
            return None;
        }
        let colon = line.start + at;
        match wide {
            Some(wide) if wide == at => Some(full_width_colon(self.piece, key, colon)),
            _ if content.get(at..)?.starts_with("://") => None,
            _ => Some(missing_blank(self.piece, key, colon)),
        }
    }
}

/// The length of a dash that begins a list entry wrongly: `-甲`, `－ 甲`, `— 甲`.
pub fn dash_slip(content: &str) -> Option<usize> {
    let first = content.chars().next()?;
    let next = content.chars().nth(1)?;
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    match first {
        '-' if !next.is_whitespace() && !number(next) => Some(1),
        '－' | '–' | '—' if next != first && !number(next) => Some(first.len_utf8()),
        _ => None,
    }
}

/// The colon that ends a key: `: `, or a colon at the end of the line.
fn key_end(content: &str) -> Option<usize> {
    let skip = match content.chars().next()? {
        quote @ ('"' | '\'') => 1 + closing(&content[1..], quote)?,
        '{' | '[' => flow::end(content)?,
        '#' => return None,
        _ => 0,
    };
    let comment = content.find(" #").unwrap_or(content.len());
    let rest = content.get(skip..comment.max(skip))?;
    rest.char_indices()
        .find(|(i, c)| {
            let after = &rest[i + c.len_utf8()..];
            *c == ':' && (after.is_empty() || after.starts_with([' ', '\t']))
        })
        .map(|(i, _)| skip + i)
        .filter(|&i| skip == 0 || content[skip..i].trim().is_empty())
}

/// One past the quote that closes a text, when the opening one is already passed.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((i, c)) = letters.next() {
        if quote == '"' && c == '\\' {
            letters.next();
        } else if c == quote {
            if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') {
                letters.next();
            } else {
                return Some(i + 1);
            }
        }
    }
    None
}

/// ` #` with text directly behind it; a blank behind the sign makes it a comment that was meant.
pub fn hash_slip(value: &str) -> Option<usize> {
    let hash = value.find(" #")? + 1;
    let after = value[hash + 1..].chars().next();
    let is_cut = after.is_some_and(|c| !c.is_whitespace() && c != '#');
    (is_cut && !choices::is_complete(value[..hash].trim())).then_some(hash)
}

fn is_block_header(value: &str) -> bool {
    let rest =
        value[1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    rest.trim().is_empty() || rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#')
}
