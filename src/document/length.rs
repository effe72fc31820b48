//! How long a document is: characters as Word counts them, pages by estimate.

use super::{BlockKind, Document, Heading, Inline, Label, Language, Role, Table, parts, plain};

/// How much a page of the layout holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// Full-width characters in a line; 28 by GB/T 9704—2012, 5.2.3.
    pub characters: usize,
    /// Lines on a page; 22 by the same paragraph.
    pub lines: usize,
}

/// The length of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// 字数 as Word shows it: each Chinese character and full-width mark is 1, so is each run of other letters and
    /// digits. Numbers that the layout sets (一、, 1.) do not count, as they do not in Word.
    pub characters: usize,
    /// Pages, by estimate.
    pub pages: usize,
}

/// Measures a document for a page grid. A grid of nothing is taken as one of 1 by 1.
pub fn length(document: &Document, grid: Grid) -> Length {
    let characters = document
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Code { text } => count(text, document.language),
            kind => parts(kind)
                .into_iter()
                .map(|content| count(&plain(content), document.language))
                .sum(),
        })
        .sum();
    Length {
        characters,
        pages: pages(document, grid),
    }
}

/// 字数 of one run of text.
fn count(text: &str, language: Language) -> usize {
    let mut words = 0;
    let mut in_word = false;
    for c in text.chars() {
        let full = is_full_width(c, language);
        let blank = c.is_whitespace();
        if full || (!blank && !in_word) {
            words += 1;
        }
        in_word = !full && !blank;
    }
    words
}

/// Whether a character takes a whole square: those of East Asian scripts, and in Chinese text the quotation marks,
/// dashes and dots that it shares with Latin text.
fn is_full_width(c: char, language: Language) -> bool {
    match c {
        '\u{3000}' => false,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3ffff}' => true,
        '\u{2014}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{2025}'..='\u{2026}' => {
            language == Language::Chinese
        }
        '\u{2460}'..='\u{24ff}' | '\u{2160}'..='\u{217f}' | '\u{203b}' => true,
        _ => false,
    }
}

/// Width in half squares.
fn width(content: &[Inline], language: Language) -> Vec<usize> {
    plain(content)
        .split('\n')
        .map(|line| {
            line.chars()
                .map(|c| {
                    if c == '\u{3000}' || is_full_width(c, language) {
                        2
                    } else {
                        1
                    }
                })
                .sum()
        })
        .collect()
}

/// A line of body text has this many parts, so that titles and tables can take fractions of lines.
const LINE: usize = 20;
/// A line of a title: 36 points beside the 28.95 of the body.
const TITLE_LINE: usize = 25;
/// A row of a table has text of 12 points at single spacing.
const ROW_LINE: usize = 11;
/// Title characters are 22 points wide, those of the body 16.
const TITLE_SIZE: (usize, usize) = (22, 16);
/// Table characters are 12 points wide.
const ROW_SIZE: (usize, usize) = (12, 16);
/// A chart of usual height with its unit.
const CHART_LINES: usize = 11;
/// The indent of a first line, in half squares.
const INDENT: usize = 4;

fn pages(document: &Document, grid: Grid) -> usize {
    let page = grid.lines.max(1) * LINE;
    let line = grid.characters.max(1) * 2;
    let mut used: usize = 0;
    for block in &document.blocks {
        used = match &block.kind {
            BlockKind::Rule => used.div_ceil(page) * page,
            BlockKind::Paragraph {
                role: Role::AnnexMark,
                ..
            } => used.div_ceil(page) * page + 2 * LINE,
            kind => used + height(kind, line, document.language),
        };
    }
    used.div_ceil(page).max(1)
}

/// The height of a block in parts of a line; `line` is the width of a line in half squares.
fn height(kind: &BlockKind, line: usize, language: Language) -> usize {
    let text = |content: &[Inline], indent: usize| -> usize {
        let widths = width(content, language);
        let first = widths
            .first()
            .map_or(0, |w| w + indent)
            .div_ceil(line)
            .max(1);
        let others: usize = widths.iter().skip(1).map(|w| w.div_ceil(line).max(1)).sum();
        (first + others) * LINE
    };
    match kind {
        BlockKind::Heading(heading) => {
            text(&heading_words(heading), INDENT + number_width(heading))
        }
        BlockKind::Paragraph { role, content } => match role {
            Role::Title => {
                let lines: usize = width(content, language)
                    .iter()
                    .map(|w| (w * TITLE_SIZE.0 / TITLE_SIZE.1).div_ceil(line).max(1))
                    .sum();
                lines * TITLE_LINE + LINE
            }
            Role::Subtitle
            | Role::Salutation
            | Role::Date
            | Role::Caption
            | Role::ChartCaption
            | Role::AnnexMark
            | Role::UnitLine
            | Role::Note => text(content, 0),
            // A blank line stands before the signature.
            Role::Signature => text(content, 0) + LINE,
            Role::Body | Role::AnnexList => text(content, INDENT),
        },
        BlockKind::ListItem { label, content, .. } => {
            let label = match label {
                Label::Bullet => 2,
                Label::Number(n) => n.to_string().len() + 1,
            };
            text(content, INDENT + label)
        }
        BlockKind::Quote { content } => text(content, INDENT),
        BlockKind::Table(table) => table_height(table, line, language),
        BlockKind::Chart(_) => CHART_LINES * LINE,
        BlockKind::Code { text } => text.lines().count() * LINE,
        BlockKind::Rule => 0,
    }
}

/// A heading's words and, for a run-in one, its text.
fn heading_words(heading: &Heading) -> Vec<Inline> {
    let run_in = heading.run_in.iter().flatten();
    heading.content.iter().chain(run_in).cloned().collect()
}

/// The width of a number in half squares: 一、 or （一）; documents do not know the exact form.
fn number_width(heading: &Heading) -> usize {
    match (heading.number, heading.rank) {
        (None, _) => 0,
        (Some(_), 1 | 3) => 4,
        (Some(_), _) => 6,
    }
}

/// A table with columns of one width.
fn table_height(table: &Table, line: usize, language: Language) -> usize {
    let column = (line / table.columns.len().max(1)).max(2);
    let row = |cells: &[super::Cell]| -> usize {
        let lines = |cell: &super::Cell| -> usize {
            width(&cell.content, language)
                .iter()
                .map(|w| (w * ROW_SIZE.0 / ROW_SIZE.1).div_ceil(column).max(1))
                .sum()
        };
        cells.iter().map(lines).max().unwrap_or(1) * ROW_LINE
    };
    row(&table.header) + table.rows.iter().map(|cells| row(cells)).sum::<usize>()
}
