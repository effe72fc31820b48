//! Template text cut into pieces: line ends, blanks, text, tags with their tokens.
//!
//! Full-width and smart punctuation inside tags is understood as the ASCII sign it stands for, with a note.

use crate::bytes;
use crate::diag::{Code, Text, codes};
use std::borrow::Cow;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// An identifier or keyword.
    Name,
    /// A string, re-quoted.
    Text,
    /// A number.
    Number,
    /// Punctuation.
    Sign,
}

/// A token of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub kind: TokenKind,
    /// As the engine is to see it: normalised punctuation, ASCII quotes.
    pub text: Cow<'t, str>,
    pub start: usize,
    pub end: usize,
}

impl Token<'_> {
    pub(super) fn is(&self, text: &str) -> bool {
        self.kind != TokenKind::Text && self.text == text
    }

    /// What a string holds, without its quotes.
    pub(super) fn unquoted(&self) -> Option<&str> {
        let text = self.text.as_ref();
        (self.kind == TokenKind::Text)
            .then(|| text.get(1..text.len() - 1))
            .flatten()
    }
}

/// A `{{ }}` or `{% %}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    pub start: usize,
    pub end: usize,
    /// `{{-`: blanks before it are eaten.
    pub trims_before: bool,
    /// `-}}`: blanks behind it are eaten.
    pub trims_after: bool,
    pub tokens: Vec<Token<'t>>,
}

/// A piece of a template; offsets are bytes of the text that was scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    LineEnd {
        at: usize,
    },
    Blank {
        start: usize,
        end: usize,
    },
    Text {
        start: usize,
        end: usize,
    },
    Comment {
        start: usize,
        trims_before: bool,
        trims_after: bool,
    },
    Statement(Tag<'t>),
    Expression(Tag<'t>),
    /// A phrase or block in whose place something else is printed: the number of what.
    Filled {
        start: usize,
        end: usize,
        number: usize,
        /// Whether it stood within one line, so that what fills it must.
        is_inline: bool,
    },
}

/// What was found wrong, or accepted with a note, at a byte range.
#[derive(Debug)]
pub(super) struct Remark {
    pub start: usize,
    pub end: usize,
    pub is_error: bool,
    pub code: &'static Code,
    pub message: Text,
    pub hint: Option<Text>,
}

impl Remark {
    pub(super) fn error(range: (usize, usize), code: &'static Code, message: Text) -> Self {
        Self {
            start: range.0,
            end: range.1,
            is_error: true,
            code,
            message,
            hint: None,
        }
    }

    pub(super) fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    fn note(range: (usize, usize), message: Text) -> Self {
        let code = &codes::FULL_WIDTH_MARK;
        Self {
            start: range.0,
            end: range.1,
            is_error: false,
            code,
            message,
            hint: None,
        }
    }
}

/// Which tags a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// A template: everything.
    Template,
    /// A text of the data: only `{{ }}`.
    Data,
}

/// Cuts a text into pieces.
pub(super) fn scan<'t>(text: &'t str, mode: Mode, remarks: &mut Vec<Remark>) -> Vec<Piece<'t>> {
    let mut scanner = Scanner {
        text,
        mode,
        pieces: Vec::new(),
        remarks,
    };
    scanner.run();
    scanner.pieces
}

struct Scanner<'t, 'r> {
    text: &'t str,
    mode: Mode,
    pieces: Vec<Piece<'t>>,
    remarks: &'r mut Vec<Remark>,
}

impl<'t> Scanner<'t, '_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let Some(found) = self.next_opener(at) else {
                self.plain(at, self.text.len());
                return;
            };
            self.plain(at, found);
            let next = match self.text.as_bytes().get(found + 1) {
                Some(b'#') => self.comment(found),
                Some(b'%') => self.statement(found),
                _ => self.expression(found),
            };
            // An unclosed tag is read on as text, so that mistakes behind it show in the same run.
            at = next.unwrap_or(found + 2);
        }
    }

    fn next_opener(&self, from: usize) -> Option<usize> {
        let opens = |second: u8| match self.mode {
            Mode::Template => matches!(second, b'{' | b'%' | b'#'),
            Mode::Data => second == b'{',
        };
        let rest = self.text.get(from..)?;
        let second = |at: usize| rest.as_bytes().get(at + 1).copied();
        let mut braces = bytes::each(rest, b'{');
        let found = braces.find(|at| second(*at).is_some_and(opens));
        found.map(|at| from + at)
    }

    /// Text between tags, cut into lines, blanks and the rest.
    fn plain(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            if rest.starts_with('\n') {
                self.pieces.push(Piece::LineEnd { at });
                at += 1;
                continue;
            }
            let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
            let words = line.trim_matches(is_blank);
            let first = at + (line.len() - line.trim_start_matches(is_blank).len());
            let last = first + words.len();
            let stop = at + line.len();
            self.blank(at, first);
            if last > first {
                self.pieces.push(Piece::Text {
                    start: first,
                    end: last,
                });
                self.blank(last, stop);
            }
            at = stop;
        }
    }

    fn blank(&mut self, start: usize, end: usize) {
        if end > start {
            self.pieces.push(Piece::Blank { start, end });
        }
    }

    fn unclosed(&mut self, at: usize, close: &str) -> Option<usize> {
        let message = Text::new(
            format!("标签没有结束，缺少 {close}"),
            format!("the tag is not closed: `{close}` is missing"),
        );
        let line = self.text[at..].lines().next().unwrap_or_default();
        let lone = line.find(['}', '｝']).filter(|_| close == "}}");
        let hint = match lone.and_then(|end| line.get(2..end)) {
            Some(typed) => Text::new(
                format!("请写成 {{{{{typed}}}}}"),
                format!("write {{{{{typed}}}}}"),
            ),
            None => Text::new(
                format!("请在标签末尾补上 {close}"),
                format!("put `{close}` where the tag ends"),
            ),
        };
        let remark = Remark::error((at, at + 2), &codes::UNCLOSED_TAG, message);
        self.remarks.push(remark.hint(hint));
        None
    }

    fn comment(&mut self, at: usize) -> Option<usize> {
        let Some(length) = self.text[at..].find("#}") else {
            return self.unclosed(at, "#}");
        };
        let trims_before = self.text[at + 2..].starts_with('-');
        let trims_after = self.text[..at + length].ends_with('-');
        self.pieces.push(Piece::Comment {
            start: at,
            trims_before,
            trims_after,
        });
        Some(at + length + 2)
    }

    fn tag(&mut self, at: usize, close: &str) -> Option<Tag<'t>> {
        let trims_before = self.text[at + 2..].starts_with('-');
        let first = at + 2 + usize::from(trims_before);
        let mut signs = Vec::new();
        let found = super::token::tokens(self.text, first, close, self.remarks, &mut signs);
        let Some((tokens, last)) = found else {
            self.unclosed(at, close);
            return None;
        };
        self.remarks.extend(understood(&signs));
        let trims_after = self.text[last..].starts_with('-');
        let end = last + usize::from(trims_after) + 2;
        Some(Tag {
            start: at,
            end,
            trims_before,
            trims_after,
            tokens,
        })
    }

    fn expression(&mut self, at: usize) -> Option<usize> {
        let tag = self.tag(at, "}}")?;
        let end = tag.end;
        self.pieces.push(Piece::Expression(tag));
        Some(end)
    }

    fn statement(&mut self, at: usize) -> Option<usize> {
        let tag = self.tag(at, "%}")?;
        let end = tag.end;
        if tag.tokens.len() == 1 && tag.tokens[0].is("raw") {
            return self.raw(&tag);
        }
        self.pieces.push(Piece::Statement(tag));
        Some(end)
    }

    /// `{% raw %}` … `{% endraw %}`: the text between is only text.
    fn raw(&mut self, tag: &Tag<'t>) -> Option<usize> {
        let mut from = tag.end;
        let (start, end) = loop {
            let Some(at) = self.text[from..].find("{%").map(|i| from + i) else {
                return self.unclosed(tag.start, "{% endraw %}");
            };
            let word = self.text[at + 2..].trim_start_matches('-').trim_start();
            match self.text[at..].find("%}") {
                Some(length) if word.starts_with("endraw") => break (at, at + length + 2),
                _ => from = at + 2,
            }
        };
        let comment = |start, trims_before, trims_after| Piece::Comment {
            start,
            trims_before,
            trims_after,
        };
        self.pieces
            .push(comment(tag.start, tag.trims_before, tag.trims_after));
        self.plain(tag.end, start);
        let trims_before = self.text[start + 2..].starts_with('-');
        let trims_after = self.text[..end - 2].ends_with('-');
        self.pieces.push(comment(start, trims_before, trims_after));
        Some(end)
    }
}

/// Blanks inside a line, the full-width one among them.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{3000}')
}

/// A full-width sign in a tag, where it stands, and the sign it was taken for.
pub(super) type Sign = ((usize, usize), char, &'static str);

/// One note for all the full-width signs of a tag.
fn understood(signs: &[Sign]) -> Option<Remark> {
    let (first, last) = (signs.first()?, signs.last()?);
    let mut pairs: Vec<String> = Vec::new();
    for (_, typed, meant) in signs {
        let meant = if *meant == " " { "␣" } else { meant };
        let pair = format!("{typed} → {meant}");
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    let pairs = pairs.join("  ");
    Some(Remark::note(
        (first.0.0, last.0.1),
        Text::new(
            format!("标签里的全角符号已按半角理解：{pairs}"),
            format!("full-width signs in a tag are taken as ASCII: {pairs}"),
        ),
    ))
}
