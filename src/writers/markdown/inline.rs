//! Words and their styles.
//!
//! CommonMark lets `**` begin or end bold print only where it touches the word in the right way, and it was not made
//! for Chinese: `**“十四五”**规划` prints asterisks. So marks at the edge of bold print that stand against a letter are
//! written outside it: `“**十四五**”规划`. The words are the same, every reader is right, and people can read it.

use super::escape::{self, Kind, is_blank, is_letter, is_punctuation};
use crate::document::Inline;

/// Where words are written.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// A paragraph whose further lines begin with this.
    Paragraph(&'a str),
    /// A heading, which is one line.
    Heading,
    /// A table cell, which is part of a line.
    Cell,
}

/// One character and how it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Glyph<'a> {
    char: char,
    style: Style<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Style<'a> {
    strong: bool,
    emphasis: bool,
    code: bool,
    /// The link around it: its target, and its ordinal so that neighbours with one target stay two.
    link: Option<(usize, &'a str)>,
}

impl Style<'_> {
    /// The asterisks around it.
    fn stars(self) -> &'static str {
        match (self.strong, self.emphasis) {
            (false, false) => "",
            (false, true) => "*",
            (true, false) => "**",
            (true, true) => "***",
        }
    }
}

/// Writes some inlines for a place.
pub fn write(content: &[Inline], place: Place<'_>) -> String {
    let (kind, end) = match place {
        Place::Paragraph(next) => (Kind::Paragraph, format!("\\\n{next}")),
        Place::Heading => (Kind::Heading, "<br>".to_owned()),
        Place::Cell => (Kind::Cell, "<br>".to_owned()),
    };
    let mut lines = Lines {
        kind,
        lines: vec![Vec::new()],
        links: 0,
    };
    lines.add(content, Style::default());
    let mut lines = lines.lines;
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    let empty = lines.iter().take_while(|line| line.is_empty()).count();
    let written: Vec<_> = lines
        .into_iter()
        .skip(empty)
        .map(|line| write_line(line, kind))
        .collect();
    written.join(&end)
}

struct Lines<'a> {
    kind: Kind,
    lines: Vec<Vec<Glyph<'a>>>,
    links: usize,
}

impl<'a> Lines<'a> {
    fn add(&mut self, content: &'a [Inline], style: Style<'a>) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => self.add_text(text, style),
                Inline::Figure(figure) => self.add_text(&figure.text, style),
                Inline::Code { text, .. } => {
                    // Two runs of verbatim text side by side must be one. Where readers look for bars or brackets
                    // before they look for backticks, verbatim text that has them is written as ordinary text.
                    let link = style.link;
                    let seen = match (self.kind, link) {
                        (Kind::Cell, _) => text.contains(['|', '\\', '[', ']']),
                        (_, Some(_)) => text.contains(['[', ']']),
                        _ => false,
                    };
                    let code = !seen;
                    self.add_text(
                        text,
                        Style {
                            code,
                            link,
                            ..Style::default()
                        },
                    );
                }
                Inline::Strong(inner) => self.add(
                    inner,
                    Style {
                        strong: true,
                        ..style
                    },
                ),
                Inline::Emphasis(inner) => self.add(
                    inner,
                    Style {
                        emphasis: true,
                        ..style
                    },
                ),
                Inline::Link { target, content } => {
                    self.links += 1;
                    let link = Some((self.links, target.as_str()));
                    self.add(content, Style { link, ..style });
                }
                Inline::Break => self.lines.push(Vec::new()),
            }
        }
    }

    fn add_text(&mut self, text: &str, style: Style<'a>) {
        if let Some(line) = self.lines.last_mut() {
            line.extend(text.chars().map(|char| Glyph { char, style }));
        }
    }
}

fn write_line(mut line: Vec<Glyph<'_>>, kind: Kind) -> String {
    settle(&mut line);
    let marked = line.first().is_some_and(|g| g.style != Style::default());
    let kind = match kind {
        Kind::Paragraph if marked => Kind::Inside,
        kind => kind,
    };
    let chars: Vec<char> = line.iter().map(|g| g.char).collect();
    let mut out = String::new();
    let mut at = 0;
    let mut before = Style::default();
    for run in line.chunk_by(|a, b| a.style == b.style) {
        let Some(style) = run.first().map(|g| g.style) else {
            continue;
        };
        if style.link != before.link {
            close_link(before, &mut out);
            if style.link.is_some() {
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                out.push('[');
            }
        } else if !style.stars().is_empty() && !before.stars().is_empty() {
            // Two runs of asterisks side by side would be read as one.
            out.push_str("<!-- -->");
        }
        out.push_str(style.stars());
        if style.code {
            let text: String = run.iter().map(|g| g.char).collect();
            code(&text, &mut out);
        } else {
            for i in at..at + run.len() {
                escape::character(&chars, i, kind, &mut out);
            }
        }
        out.push_str(style.stars());
        before = style;
        at += run.len();
    }
    close_link(before, &mut out);
    out
}

fn close_link(style: Style<'_>, out: &mut String) {
    if let Some((_, target)) = style.link {
        out.push_str("](");
        out.push_str(&destination(target));
        out.push(')');
    }
}

/// A link's target: bare when nothing in it could act, else in angle brackets.
fn destination(target: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || ":/?#@%._-=+,".contains(c);
    if !target.is_empty() && target.chars().all(plain) {
        return target.to_owned();
    }
    let mut out = String::from("<");
    for c in target.chars().filter(|c| !c.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '|' => out.push_str("%7C"),
            '\\' | '<' | '>' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out + ">"
}

/// Verbatim text between backticks, as many as it needs.
fn code(text: &str, out: &mut String) {
    let marks = "`".repeat(longest_run(text, '`') + 1);
    let blank = |c: Option<char>| c == Some(' ');
    let (first, last) = (text.chars().next(), text.chars().last());
    let touches = first == Some('`') || last == Some('`');
    let trimmed = blank(first) && blank(last) && !text.trim_matches(' ').is_empty();
    let pad = if touches || trimmed { " " } else { "" };
    out.push_str(&format!("{marks}{pad}{text}{pad}{marks}"));
}

/// The length of the longest run of a character.
pub fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}

/// Takes the style from characters at the edges of bold print and emphasis where the asterisks would not act. What is
/// taken from one run may uncover its neighbour, so this goes on until nothing changes.
fn settle(line: &mut [Glyph<'_>]) {
    loop {
        let before = line.iter().filter(|g| !g.style.stars().is_empty()).count();
        settle_once(line);
        if before == line.iter().filter(|g| !g.style.stars().is_empty()).count() {
            return;
        }
    }
}

fn settle_once(line: &mut [Glyph<'_>]) {
    let mut start = 0;
    while let Some(glyph) = line.get(start).copied() {
        let run = line.get(start..).unwrap_or_default();
        let length = run.iter().take_while(|g| g.style == glyph.style).count();
        if !glyph.style.stars().is_empty() {
            settle_run(line, start, start + length);
        }
        start += length;
    }
}

fn settle_run(line: &mut [Glyph<'_>], mut start: usize, mut end: usize) {
    while start < end && !acts_between(line, start.checked_sub(1), start) {
        unstyle(line, start);
        start += 1;
    }
    while start < end && !acts_between(line, Some(end), end - 1) {
        end -= 1;
        unstyle(line, end);
    }
}

/// Whether asterisks act between the first or last character of a run, `inner`, and its neighbour outside.
fn acts_between(line: &[Glyph<'_>], outer: Option<usize>, inner: usize) -> bool {
    let Some(glyph) = line.get(inner) else {
        return true;
    };
    if is_blank(glyph.char) {
        return false;
    }
    match outer.and_then(|i| line.get(i)) {
        _ if is_letter(glyph.char) => true,
        None => true,
        // Brackets, backticks or a comment will stand between.
        Some(o) if o.style.link != glyph.style.link || o.style.code => true,
        Some(o) if !o.style.stars().is_empty() => true,
        Some(o) => o.char.is_whitespace() || is_punctuation(o.char),
    }
}

fn unstyle(line: &mut [Glyph<'_>], at: usize) {
    if let Some(glyph) = line.get_mut(at) {
        glyph.style.strong = false;
        glyph.style.emphasis = false;
    }
}
