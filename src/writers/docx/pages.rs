//! How many pages a document takes, by estimate: lines by the widths of their characters, heights by the profile.

use super::chart;
use super::closing::{closes, has_note};
use super::lines::count;
use super::measure::words;
use super::section::{Section, turned};
use super::table::{is_kept_whole, natural_widths, widths};
use super::title;
use crate::document::{
    Block, BlockKind, Cell, Chart, Document, Heading, Inline, Label, Role, Table, plain,
};
use crate::layout::{Chars, Indent, Line, Numbering, Page, Profile, TextStyle, Twips, Typeface};
use crate::writers::number_text;

/// What the letters of Chinese fonts take in height, in hundredths of their size.
const CHINESE_HEIGHT: i32 = 130;
/// The same for Latin fonts.
const LATIN_HEIGHT: i32 = 115;
/// White above and below the text of a cell, with the line below it.
const CELL: Twips = Twips(90);

/// Pages of a document, at least one.
pub fn pages(document: &Document, profile: &Profile) -> usize {
    let forms = profile.number_forms();
    let mut estimate = Estimate {
        profile,
        document,
        numbering: Numbering::new(&forms),
        page: profile.page,
        stack: Stack::new(profile.page.text_height()),
    };
    let turned = turned(&document.blocks, profile);
    for (index, block) in document.blocks.iter().enumerate() {
        estimate.turn(turned[index]);
        estimate.block(&block.kind, index);
    }
    estimate.stack.pages()
}

/// A paragraph as high as it is.
#[derive(Debug, Clone, Copy, Default)]
struct Height {
    before: Twips,
    lines: usize,
    line: Twips,
    after: Twips,
    /// Whether it stays on the page of the next one.
    keep_next: bool,
}

impl Height {
    /// A row of a table that is kept whole.
    fn of_row(line: Twips, keep_next: bool) -> Self {
        Self {
            lines: 1,
            line,
            keep_next,
            ..Self::default()
        }
    }
}

/// Pages filled from the top.
struct Stack {
    height: Twips,
    used: Twips,
    full: usize,
    /// Paragraphs that wait for the next one, whose page they share.
    waiting: Vec<Height>,
}

impl Stack {
    fn new(height: Twips) -> Self {
        Self {
            height: height.max(Twips(1)),
            used: Twips(0),
            full: 0,
            waiting: Vec::new(),
        }
    }

    fn pages(mut self) -> usize {
        self.settle();
        self.full + 1
    }

    fn break_page(&mut self) {
        self.settle();
        if self.used > Twips(0) {
            self.full += 1;
            self.used = Twips(0);
        }
    }

    fn add(&mut self, height: Height) {
        self.waiting.push(height);
        if !height.keep_next || self.waiting.len() > 40 {
            self.settle();
        }
    }

    /// Puts down what waits: together with the first line of the last paragraph, or on a new page.
    fn settle(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let Some((last, kept)) = waiting.split_last() else {
            return;
        };
        let whole = |h: &Height| h.before + h.line * lines(h.lines) + h.after;
        let together = kept
            .iter()
            .map(whole)
            .fold(last.before + last.line, |a, b| a + b);
        if self.used + together > self.height && together <= self.height {
            self.new_page();
        }
        waiting.iter().for_each(|height| self.put(*height));
    }

    fn new_page(&mut self) {
        if self.used > Twips(0) {
            self.full += 1;
            self.used = Twips(0);
        }
    }

    fn put(&mut self, height: Height) {
        self.used = self.used + height.before;
        for _ in 0..height.lines {
            if self.used + height.line > self.height {
                self.full += 1;
                self.used = Twips(0);
            }
            self.used = self.used + height.line;
        }
        self.used = self.used + height.after;
    }

    /// A row of a table; `header` is repeated on each new page.
    fn row(&mut self, row: Twips, header: Twips) {
        self.settle();
        if self.used + row > self.height {
            self.new_page();
            self.used = header;
        }
        self.used = self.used + row;
    }
}

fn lines(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

struct Estimate<'a> {
    profile: &'a Profile,
    document: &'a Document,
    numbering: Numbering<'a>,
    /// The page being filled, upright or turned.
    page: Page,
    stack: Stack,
}

impl Estimate<'_> {
    /// Goes over to turned pages or back.
    fn turn(&mut self, is_turned: bool) {
        let page = Section::new(self.profile, is_turned).page;
        if page != self.page {
            self.stack.break_page();
            self.stack.height = page.text_height().max(Twips(1));
            self.page = page;
        }
    }

    fn block(&mut self, kind: &BlockKind, index: usize) {
        match kind {
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Paragraph { role, content } => self.role(*role, content, index),
            BlockKind::ListItem {
                label,
                depth,
                content,
            } => {
                let style = &self.profile.list_item;
                let mut indent = style.indent;
                indent.left = indent.left + Chars::whole(i32::from((*depth).min(8)) * 2);
                let label = match label {
                    Label::Bullet => self.profile.bullet.clone(),
                    Label::Number(n) => format!("{n}."),
                };
                self.text(&(label + &plain(content)), style, indent, false);
            }
            BlockKind::Quote { content } => {
                let style = &self.profile.quote;
                self.text(&plain(content), style, style.indent, false);
            }
            BlockKind::Code { text } => {
                let style = &self.profile.code;
                self.text(text.trim_end_matches('\n'), style, style.indent, false);
            }
            BlockKind::Table(table) => self.table(table, index),
            BlockKind::Chart(chart) => self.chart(chart, index),
            BlockKind::Rule => self.stack.break_page(),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let number = number_text(&mut self.numbering, heading, self.document.language);
        let words = number + &plain(&heading.content);
        let style = match &heading.run_in {
            Some(text) => {
                let style = &self.profile.body;
                return self.text(&(words + &plain(text)), style, style.indent, false);
            }
            None if heading.rank == 0 => &self.profile.part,
            None => &self.profile.heading(heading.rank).text,
        };
        self.text(&words, style, style.indent, true);
    }

    fn role(&mut self, role: Role, content: &[Inline], index: usize) {
        let profile = self.profile;
        let (style, keep) = match role {
            Role::Title if index > 0 && self.has(index - 1, &[Role::AnnexMark]) => {
                return self.title(content, &profile.annex_title, index);
            }
            Role::Title => return self.title(content, &profile.title, index),
            Role::Subtitle => (&profile.subtitle, true),
            Role::Salutation => (&profile.salutation, false),
            Role::Body => (&profile.body, self.closes(index)),
            Role::Signature => (&profile.signature, true),
            Role::Date => (&profile.date, false),
            Role::Caption => (&profile.caption, true),
            Role::ChartCaption => (&profile.caption, false),
            Role::AnnexList => (&profile.annex_list, true),
            Role::AnnexMark => {
                self.stack.break_page();
                (&profile.annex_mark, true)
            }
            Role::UnitLine => (&profile.note, true),
            Role::Note => (&profile.note, false),
        };
        self.text(&words(content), style, style.indent, keep);
    }

    /// Whether the closing follows.
    fn closes(&self, index: usize) -> bool {
        closes(&self.document.blocks, index)
    }

    fn has(&self, index: usize, roles: &[Role]) -> bool {
        let kind = self
            .document
            .blocks
            .get(index)
            .map(|block: &Block| &block.kind);
        matches!(kind, Some(BlockKind::Paragraph { role, .. }) if roles.contains(role))
    }

    fn title(&mut self, content: &[Inline], style: &TextStyle, index: usize) {
        let lines = title::lines(content, style, self.page.text_width());
        let text: Vec<String> = lines.iter().map(|line| plain(line)).collect();
        let goes_on = self.has(index + 1, &[Role::Title, Role::Subtitle]);
        let mut style = *style;
        if goes_on {
            style.after = Twips(0);
        }
        self.text(&text.join("\n"), &style, style.indent, true);
    }

    /// A paragraph of some text.
    fn text(&mut self, text: &str, style: &TextStyle, indent: Indent, keep_next: bool) {
        let pitch = style.pitch();
        let sides = indent.left.twips(pitch) + indent.right.twips(pitch);
        let width = self.page.text_width() - sides;
        let first = indent.first_line.twips(pitch);
        self.stack.add(Height {
            before: style.before,
            lines: count(text, style, width, first),
            line: line_height(style),
            after: style.after,
            keep_next,
        });
    }

    fn chart(&mut self, chart: &Chart, index: usize) {
        if !chart.unit.is_empty() {
            let style = &self.profile.note;
            self.text(&plain(&chart.unit), style, style.indent, true);
        }
        self.stack.add(Height {
            lines: 1,
            line: chart::height(chart, self.profile),
            keep_next: self.has(index + 1, &[Role::ChartCaption]) || self.closes(index),
            ..Height::default()
        });
    }

    fn table(&mut self, table: &Table, index: usize) {
        let look = &self.profile.table;
        let natural = natural_widths(table, look);
        let columns = widths(&natural, look, self.page.text_width());
        if columns.is_empty() {
            return;
        }
        let margins = look.cell_margin * 2;
        let row = |cells: &[Cell], style: &TextStyle| {
            let lines_of = |(cell, width): (&Cell, &Twips)| {
                count(&words(&cell.content), style, *width - margins, Twips(0))
            };
            let most = cells.iter().zip(&columns).map(lines_of).max().unwrap_or(1);
            (line_height(style) * lines(most) + CELL).max(look.row_height)
        };
        let header = row(&table.header, &look.header);
        if is_kept_whole(table, look) {
            let keeps = has_note(&self.document.blocks, index) || self.closes(index);
            self.stack
                .add(Height::of_row(header, !table.rows.is_empty() || keeps));
            for (cells, left) in table.rows.iter().zip((0..table.rows.len()).rev()) {
                let height = row(cells, &look.text);
                self.stack.add(Height::of_row(height, left > 0 || keeps));
            }
            return;
        }
        self.stack.row(header, Twips(0));
        for cells in &table.rows {
            self.stack.row(row(cells, &look.text), header);
        }
    }
}

/// The height of one line.
fn line_height(style: &TextStyle) -> Twips {
    let letters = match style.typeface {
        Typeface::Latin => LATIN_HEIGHT,
        Typeface::Xiaobiaosong
        | Typeface::Fangsong
        | Typeface::Heiti
        | Typeface::Kaiti
        | Typeface::Songti => CHINESE_HEIGHT,
    };
    match style.line {
        Line::Exact(pitch) => pitch,
        Line::Times(hundredths) => {
            let height =
                i64::from(style.size.twips().0) * i64::from(letters) * i64::from(hundredths);
            Twips(i32::try_from(height / 10_000).unwrap_or(i32::MAX))
        }
    }
}
