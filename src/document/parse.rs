//! Rendered Markdown with marks becomes the tree. The only module that names `pulldown_cmark`.

use super::chart::{Chart, ChartForm};
use super::class::{ROLES, join_run_in, take_class};
use super::complaint::{report_failures, report_faults};
use super::inline::{Collector, Reading, Wrap};
use super::pieces::pieces;
use super::strip::{Clean, strip};
use super::{
    Alignment, Block, BlockKind, Cell, Document, Heading, Inline, Label, Language, Number, Origin,
    Role, Table,
};
use crate::beside::spread;
use crate::diag::{Findings, Text};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads rendered text. Headings that want a number have one with ordinal 0; [`super::number`] fills them in.
///
/// Pushes a finding for what a document cannot hold: HTML, pictures, links to files, unknown `{.classes}`, marks that a
/// filter tore apart.
pub fn parse(
    marked: &str,
    language: Language,
    reading: &Reading<'_>,
    findings: &mut Findings,
) -> Document {
    let clean = strip(marked);
    report_faults(&clean, reading, findings);
    let parts = spread(&pieces(&clean.markdown), 1, |pieces| {
        let read = |piece: &Range<usize>| read(piece, &clean, reading, language);
        pieces.iter().map(read).collect::<Vec<Read>>()
    });
    let (mut blocks, mut failures) = (Vec::new(), Vec::new());
    for part in parts.into_iter().flatten() {
        blocks.extend(part.blocks);
        findings.extend(part.findings);
        failures.extend(part.failures);
    }
    report_failures(failures, findings);
    let blocks = join_run_in(blocks);
    let title = blocks.iter().find_map(title_of).unwrap_or_default();
    Document {
        language,
        title,
        author: String::new(),
        blocks,
    }
}

/// What a piece of the Markdown came to.
struct Read {
    blocks: Vec<Block>,
    findings: Findings,
    /// What could not be printed, and where.
    failures: Vec<(Text, Origin)>,
}

fn read(piece: &Range<usize>, clean: &Clean, reading: &Reading<'_>, language: Language) -> Read {
    let mut findings = Findings::new();
    let mut builder = Builder::new(clean, reading, (language, piece.start), &mut findings);
    let text = clean.markdown.get(piece.clone()).unwrap_or_default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        builder.event(event, &(range.start + piece.start..range.end + piece.start));
    }
    builder.end_block();
    builder.chart_without_data();
    let (blocks, failures) = (builder.blocks, builder.inlines.failures);
    Read {
        blocks,
        findings,
        failures,
    }
}

fn title_of(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Paragraph {
            role: Role::Title,
            content,
        } => Some(super::plain(content).replace('\n', "")),
        _ => None,
    }
}

/// What the inlines being collected will become.
enum Pending {
    Nothing,
    Paragraph,
    Heading(u8),
    Item,
    Cell,
    Code,
}

pub(super) struct Builder<'a> {
    pub(super) clean: &'a Clean,
    pub(super) reading: &'a Reading<'a>,
    pub(super) findings: &'a mut Findings,
    pub(super) inlines: Collector<'a>,
    pending: Pending,
    pub(super) origin: Origin,
    blocks: Vec<Block>,
    /// The ordinal of the next item of each open list; `None` for unordered ones.
    lists: Vec<Option<u64>>,
    quotes: u32,
    table: Option<(Origin, Table)>,
    /// A chart whose table is still to come: its form, its unit, and where it was asked for.
    pub(super) chart: Option<(ChartForm, Vec<Inline>, Origin)>,
}

impl<'a> Builder<'a> {
    fn new(
        clean: &'a Clean,
        reading: &'a Reading<'a>,
        (language, start): (Language, usize),
        findings: &'a mut Findings,
    ) -> Self {
        Self {
            clean,
            reading,
            findings,
            inlines: Collector::new(clean, reading, (language == Language::English, start)),
            pending: Pending::Nothing,
            origin: Origin::default(),
            blocks: Vec::new(),
            lists: Vec::new(),
            quotes: 0,
            table: None,
            chart: None,
        }
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.inlines.text(&text, range, true),
            Event::SoftBreak => self.inlines.line_end(range),
            Event::HardBreak => self.inlines.hard_break(),
            Event::Rule => {
                let source = self.origin_of(range);
                self.end_block();
                self.blocks.push(Block {
                    kind: BlockKind::Rule,
                    source,
                });
            }
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text, range),
            // Not enabled: footnotes, mathematics, task lists.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn origin_of(&self, range: &Range<usize>) -> Origin {
        // What the parser counts to a block may begin with the blanks before its line's first letter.
        let text = self.clean.markdown.get(range.clone()).unwrap_or_default();
        let blanks = text.len() - text.trim_start_matches([' ', '\t', '\n']).len();
        self.reading
            .origin(self.clean.origin_at(range.start + blanks))
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Pending::Code = self.pending {
            self.inlines.text(text, range, true);
            return;
        }
        if matches!(self.pending, Pending::Nothing) {
            self.open(Pending::Paragraph, range);
        }
        self.inlines.text(text, range, false);
    }

    fn open(&mut self, pending: Pending, range: &Range<usize>) {
        self.end_block();
        self.pending = pending;
        self.origin = self.origin_of(range);
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            // The first paragraph of an item is the item itself.
            Tag::Paragraph if matches!(self.pending, Pending::Item) && self.inlines.is_empty() => {}
            Tag::Paragraph => self.open(Pending::Paragraph, range),
            Tag::Heading { level, .. } => self.open(Pending::Heading(level as u8), range),
            Tag::CodeBlock(_) => self.open(Pending::Code, range),
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => self.open(Pending::Item, range),
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(alignment).collect();
                let origin = self.origin_of(range);
                self.end_block();
                self.table = Some((
                    origin,
                    Table {
                        columns,
                        header: Vec::new(),
                        rows: Vec::new(),
                    },
                ));
            }
            Tag::TableRow => {
                if let Some((_, table)) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.open(Pending::Cell, range),
            Tag::Strong => self.inlines.begin(Wrap::Strong),
            Tag::Emphasis => self.inlines.begin(Wrap::Emphasis),
            Tag::Link { dest_url, .. } => self.inlines.begin(Wrap::Link(dest_url.to_string())),
            Tag::Image { .. } => {
                let message = Text::new("正文里不能放图片", "pictures are not allowed here");
                let hint = Text::new(
                    "删去“!”前缀，或改为文字说明",
                    "describe it in words, or make it a link",
                );
                self.complain(message, hint, self.origin_of(range));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::TableCell => {
                self.end_block();
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Table => {
                if let Some((source, table)) = self.table.take() {
                    let kind = self.table_or_chart(table);
                    self.blocks.push(Block { kind, source });
                }
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.inlines.end(),
            _ => {}
        }
    }

    /// Ends the block whose inlines are being collected.
    fn end_block(&mut self) {
        let pending = std::mem::replace(&mut self.pending, Pending::Nothing);
        let typed = self.inlines.take_typed_end();
        let content = self.inlines.take();
        self.check_links(&content);
        let kind = match pending {
            Pending::Nothing => return,
            Pending::Cell => return self.cell(content),
            Pending::Code => {
                let text = super::plain(&content);
                BlockKind::Code {
                    text: text
                        .strip_suffix('\n')
                        .map_or(text.clone(), ToOwned::to_owned),
                }
            }
            Pending::Heading(level) => self.heading(level, content, &typed),
            Pending::Item => self.item(content),
            Pending::Paragraph if content.is_empty() => return,
            Pending::Paragraph if self.quotes > 0 => BlockKind::Quote { content },
            Pending::Paragraph => match self.paragraph(content, &typed) {
                Some(kind) => kind,
                None => return,
            },
        };
        self.chart_without_data();
        self.blocks.push(Block {
            kind,
            source: self.origin,
        });
    }

    fn cell(&mut self, content: Vec<Inline>) {
        if let Some((_, table)) = &mut self.table {
            let row = table.rows.last_mut().unwrap_or(&mut table.header);
            row.push(Cell { content });
        }
    }

    fn heading(&mut self, level: u8, mut content: Vec<Inline>, typed: &str) -> BlockKind {
        let class = take_class(&mut content, typed);
        if level == 1 {
            return BlockKind::Paragraph {
                role: Role::Title,
                content,
            };
        }
        let (mut number, mut run_in) = (
            Some(Number {
                ordinal: 0,
                series: 0,
            }),
            None,
        );
        match class.as_deref() {
            None => {}
            Some("不编号" | "unnumbered") => number = None,
            Some("接排" | "run-in") => run_in = Some(Vec::new()),
            Some(other) => self.unknown_class(other, &["不编号", "接排"]),
        }
        BlockKind::Heading(Heading {
            level: level - 1,
            rank: level - 1,
            number,
            content,
            run_in,
        })
    }

    fn item(&mut self, content: Vec<Inline>) -> BlockKind {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let label = match self.lists.last_mut() {
            Some(Some(next)) => {
                let label = Label::Number(*next);
                *next = next.saturating_add(1);
                label
            }
            _ => Label::Bullet,
        };
        BlockKind::ListItem {
            label,
            depth,
            content,
        }
    }

    /// A paragraph by its class; `None` for the line above a table that makes it a chart.
    fn paragraph(&mut self, mut content: Vec<Inline>, typed: &str) -> Option<BlockKind> {
        let class = take_class(&mut content, typed);
        if let Some(form) = class.as_deref().and_then(ChartForm::named) {
            self.chart_without_data();
            self.chart = Some((form, content, self.origin));
            return None;
        }
        let known = |class: &str| ROLES.iter().find(|r| r.0 == class || r.1 == class);
        let role = match class.as_deref() {
            None => Role::Body,
            Some(class) => known(class).map_or_else(
                || {
                    let charts = ChartForm::ALL.map(|form| form.names().zh);
                    let all: Vec<&str> = ROLES.iter().map(|r| r.0).chain(charts).collect();
                    self.unknown_class(class, &all);
                    Role::Body
                },
                |r| r.2,
            ),
        };
        Some(BlockKind::Paragraph { role, content })
    }

    /// A table, or the chart that the line above it asks for.
    fn table_or_chart(&mut self, data: Table) -> BlockKind {
        match self.chart.take() {
            Some((form, unit, _)) if data.header.len() > 1 && !data.rows.is_empty() => {
                BlockKind::Chart(Chart { form, unit, data })
            }
            chart => {
                self.chart = chart;
                self.chart_without_data();
                BlockKind::Table(data)
            }
        }
    }
}

fn alignment(a: pulldown_cmark::Alignment) -> Alignment {
    match a {
        pulldown_cmark::Alignment::None => Alignment::Natural,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
