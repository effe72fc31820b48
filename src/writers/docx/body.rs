//! The body: `word/document.xml`, streamed in schema order.

use super::Options;
use super::chart::Charts;
use super::closing::{self, closes, has_note};
use super::links::Links;
use super::measure::length;
use super::paragraph::{Properties, depth_indent};
use super::provenance::Recorder;
use super::room::room;
use super::runs::{Look, Runs};
use super::section::{Section, turned};
use super::style_id::StyleId;
use super::title::lines;
use super::xml::with_number;
use crate::document::{
    Block, BlockKind, Document, Heading, Inline, Label, Language, Role, own_line, run_in,
    run_in_gap,
};
use crate::layout::{Align, Chars, FontSet, Numbering, Profile, Twips};
use crate::writers::number_text;

/// The body and what it leaves for other parts.
pub struct Body {
    /// `word/document.xml`
    pub xml: String,
    /// Its links.
    pub links: Links,
    /// The parts of its charts.
    pub charts: Charts,
    /// The manifest of a draft.
    pub manifest: Option<String>,
    /// Whether some of its pages are turned.
    pub has_turned_pages: bool,
}

/// Writes the body of a document.
pub fn write(document: &Document, options: &Options<'_>) -> Body {
    let forms = &options.profile.number_forms();
    let room = room(&document.blocks, options.draft.is_some());
    let mut writer = Writer {
        profile: options.profile,
        fonts: options.fonts,
        language: document.language,
        out: String::with_capacity(room),
        links: Links::default(),
        charts: Charts::default(),
        recorder: options.draft.map(|draft| Recorder::new(draft, room)),
        numbering: Numbering::new(forms),
        page_break: false,
        section: Section::new(options.profile, false),
        ends_section: None,
        begins_section: false,
    };
    writer.out.push_str(OPEN);
    let blocks = &document.blocks;
    let turned = turned(blocks, options.profile);
    for index in 0..blocks.len() {
        writer.enter(blocks, index, &turned);
        writer.block(blocks, index);
    }
    // A body must not end with a table, nor be empty.
    if matches!(last_printed(blocks), None | Some(BlockKind::Table(_))) {
        writer.gap(None);
    }
    writer.section.write(&mut writer.out);
    writer.out.push_str("</w:body></w:document>");
    Body {
        xml: writer.out,
        links: writer.links,
        charts: writer.charts,
        manifest: writer.recorder.map(Recorder::finish),
        has_turned_pages: turned.contains(&true),
    }
}

const OPEN: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"",
    " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"",
    " mc:Ignorable=\"w15\"><w:body>"
);

/// Items nested deeper than this stand no further right.
const DEEPEST_ITEM: u8 = 8;

pub(super) struct Writer<'a> {
    pub(super) profile: &'a Profile,
    pub(super) fonts: FontSet,
    pub(super) language: Language,
    pub(super) out: String,
    links: Links,
    pub(super) charts: Charts,
    pub(super) recorder: Option<Recorder<'a>>,
    numbering: Numbering<'a>,
    /// Whether the next paragraph begins a page.
    page_break: bool,
    /// The section being written.
    pub(super) section: Section,
    /// The section that ends with the last paragraph of the block being written.
    pub(super) ends_section: Option<Section>,
    /// Whether the next paragraph begins a section, and so a page.
    begins_section: bool,
}

impl<'a> Writer<'a> {
    /// Goes over to the section of a block, and sees whether it ends with it.
    fn enter(&mut self, blocks: &[Block], index: usize, turned: &[bool]) {
        let prints = |i: &usize| !matches!(blocks[*i].kind, BlockKind::Rule);
        if !prints(&index) {
            return;
        }
        let section = Section::new(self.profile, turned[index]);
        // The first section begins by itself.
        self.begins_section = section != self.section && (0..index).any(|i| prints(&i));
        self.section = section;
        let next = (index + 1..blocks.len()).find(prints);
        self.ends_section = next
            .filter(|next| turned[*next] != turned[index])
            .map(|_| section);
    }

    fn block(&mut self, blocks: &'a [Block], index: usize) {
        let block = &blocks[index];
        let number = self.recorder.as_mut().map(|r| r.begin_block(block));
        match &block.kind {
            BlockKind::Heading(heading) => {
                self.heading(heading, number, closes(blocks, index));
            }
            BlockKind::Table(table) => {
                let ends = self.ends_section.take();
                let fuses = matches!(last_printed(&blocks[..index]), Some(BlockKind::Table(_)));
                if fuses && !self.begins_section {
                    self.gap(Some(self.profile.page.line_pitch));
                }
                let keep_next = closes(blocks, index) || has_note(blocks, index);
                self.table(table, number, keep_next);
                if ends.is_some() {
                    self.ends_section = ends;
                    self.gap(None);
                }
            }
            BlockKind::Chart(chart) => {
                let captioned = has_role(blocks, index + 1, &[Role::ChartCaption]);
                self.chart(chart, number, captioned || closes(blocks, index));
            }
            BlockKind::Rule => self.page_break = true,
            BlockKind::Paragraph {
                role: Role::Title,
                content,
            } => self.title(content, title(blocks, index), number),
            BlockKind::Paragraph {
                role: Role::AnnexList,
                ..
            } => self.annex_entry(blocks, index, number),
            BlockKind::Paragraph { content, .. }
            | BlockKind::ListItem { content, .. }
            | BlockKind::Quote { content } => {
                let properties = self.properties(blocks, index);
                let label = self.label(&block.kind);
                self.paragraph(properties, number, |runs| {
                    if let Some(label) = &label {
                        runs.label(label, Look::default());
                    }
                    runs.inlines(content, Look::default());
                });
            }
            BlockKind::Code { text } => {
                let text = text.strip_suffix('\n').unwrap_or(text);
                let mut properties = Properties::new(StyleId::Code);
                properties.keep_next = closes(blocks, index);
                self.paragraph(properties, number, |runs| {
                    runs.text(text, Look::of(StyleId::Verbatim));
                });
            }
        }
        if let Some(recorder) = &mut self.recorder {
            recorder.end_block();
        }
    }

    /// The title in lines that end by meaning.
    fn title(&mut self, content: &[Inline], properties: Properties, number: Option<u32>) {
        let profile = self.profile;
        let style = match properties.style {
            StyleId::AnnexTitle => &profile.annex_title,
            _ => &profile.title,
        };
        let lines = lines(content, style, self.section.page.text_width());
        self.paragraph(properties, number, |runs| {
            for (index, line) in lines.iter().enumerate() {
                if index > 0 {
                    runs.line_end();
                }
                runs.inlines(line, Look::default());
            }
        });
    }

    /// The properties of a block that is a plain paragraph.
    fn properties(&self, blocks: &[Block], index: usize) -> Properties {
        let block = &blocks[index];
        let next = blocks.get(index + 1);
        let mut properties = match &block.kind {
            BlockKind::Paragraph { role, .. } => match role {
                Role::Title => title_line(StyleId::Title, next),
                Role::Subtitle => title_line(StyleId::Subtitle, next),
                Role::Salutation => Properties::new(StyleId::Salutation),
                Role::Signature | Role::Date => {
                    closing::properties(blocks, index, self.profile, &self.section.page)
                }
                Role::Caption => Properties {
                    keep_next: true,
                    ..Properties::new(StyleId::Caption)
                },
                Role::ChartCaption => Properties::new(StyleId::Caption),
                Role::UnitLine => Properties {
                    align: Some(Align::Right),
                    keep_next: true,
                    ..Properties::new(StyleId::Note)
                },
                Role::Note => Properties::new(StyleId::Note),
                Role::Body => Properties::new(StyleId::Body),
                Role::AnnexList => Properties::new(StyleId::AnnexList),
                Role::AnnexMark => Properties {
                    page_break_before: true,
                    keep_next: true,
                    ..Properties::new(StyleId::AnnexMark)
                },
            },
            BlockKind::ListItem { depth, .. } => self.item(*depth),
            BlockKind::Quote { .. } => Properties::new(StyleId::Quote),
            BlockKind::Heading(_)
            | BlockKind::Table(_)
            | BlockKind::Chart(_)
            | BlockKind::Code { .. }
            | BlockKind::Rule => Properties::new(StyleId::Body),
        };
        // The signature never stands alone on a page (GB/T 9704—2012, 7.3.5.5).
        if let BlockKind::Paragraph { content, .. }
        | BlockKind::ListItem { content, .. }
        | BlockKind::Quote { content } = &block.kind
        {
            properties.keep_next |= closes(blocks, index) && self.may_move(content);
        }
        properties
    }

    /// Whether a paragraph may move to the next page as a whole, as LibreOffice does with what is kept with the next:
    /// rather a signature alone than half a page empty.
    fn may_move(&self, content: &[Inline]) -> bool {
        let page = &self.section.page;
        let lines = page.text_height().0 / page.line_pitch.0.max(1);
        let characters = page.text_width().0 / self.profile.body.pitch().0.max(1);
        length(content) <= Chars::whole(lines / 2 * characters)
    }

    fn item(&self, depth: u8) -> Properties {
        let mut properties = Properties::new(StyleId::ListItem);
        if depth > 0 {
            let text = &self.profile.list_item;
            let mut indent = text.indent;
            indent.left = indent.left + depth_indent(usize::from(depth.min(DEEPEST_ITEM)));
            properties.indent = Some((indent, text.pitch()));
        }
        properties
    }

    /// What stands before an item of a list.
    fn label(&self, kind: &BlockKind) -> Option<String> {
        let BlockKind::ListItem { label, .. } = kind else {
            return None;
        };
        // Where the other lines stand further right, a tab leads the first one there.
        let hangs = self.profile.list_item.indent.first_line < Chars(0);
        let gap = |plain| if hangs { "\t" } else { plain };
        Some(match label {
            Label::Number(n) => format!("{n}.{}", gap(run_in_gap(self.language))),
            Label::Bullet => format!("{}{}", self.profile.bullet, gap("")),
        })
    }

    fn heading(&mut self, heading: &Heading, number: Option<u32>, closes: bool) {
        let rank = self.profile.rank_index(heading.rank);
        let language = self.language;
        let ordinal = number_text(&mut self.numbering, heading, language);
        let Some(text) = &heading.run_in else {
            let style = if heading.rank == 0 {
                StyleId::Part
            } else {
                StyleId::Heading(rank)
            };
            let mut properties = Properties::new(style);
            let outline = heading.level.clamp(1, 9) - 1;
            let is_own = usize::from(outline) == style.outline_level();
            properties.outline = (!is_own).then_some(outline);
            let words = own_line(&heading.content);
            return self.paragraph(properties, number, |runs| {
                runs.label(&ordinal, Look::default());
                runs.inlines(&words, Look::default());
            });
        };
        let words = run_in(&heading.content, language);
        let mut properties = Properties::new(StyleId::Body);
        properties.keep_next = closes && self.may_move(text);
        self.paragraph(properties, number, |runs| {
            let look = Look::of(StyleId::HeadingWords(rank));
            runs.label(&ordinal, look);
            runs.inlines(&words, look);
            runs.text(run_in_gap(language), Look::default());
            runs.inlines(text, Look::default());
        });
    }

    /// One paragraph; `number` is the block it is, for the bookmark by which a draft finds it again.
    pub(super) fn paragraph(
        &mut self,
        properties: Properties,
        number: Option<u32>,
        content: impl FnOnce(&mut Runs<'_, 'a>),
    ) {
        let bookmark = self.open(properties, number);
        content(&mut Runs {
            out: &mut self.out,
            language: self.language,
            links: &mut self.links,
            recorder: self.recorder.as_mut(),
            last: None,
        });
        self.close(bookmark);
        if let Some(recorder) = &mut self.recorder {
            recorder.end_wording();
        }
    }

    /// Begins a paragraph, and says the id of the bookmark to close it with.
    pub(super) fn open(&mut self, mut properties: Properties, number: Option<u32>) -> Option<u32> {
        properties.page_break_before |= std::mem::take(&mut self.page_break);
        properties.page_break_before &= !std::mem::take(&mut self.begins_section);
        properties.section = self.ends_section.take();
        self.out.push_str("<w:p>");
        properties.write(&mut self.out);
        let (recorder, number) = self.recorder.as_mut().zip(number)?;
        let id = recorder.bookmark();
        let between = "\" w:name=\"_zjb";
        with_number(&mut self.out, "<w:bookmarkStart w:id=\"", id, between);
        with_number(&mut self.out, "", number, "\"/>");
        Some(id)
    }

    /// Ends a paragraph.
    pub(super) fn close(&mut self, bookmark: Option<u32>) {
        if let Some(id) = bookmark {
            with_number(&mut self.out, "<w:bookmarkEnd w:id=\"", id, "\"/>");
        }
        self.out.push_str("</w:p>");
    }
}

/// Whether the block at an index is a paragraph of one of these roles.
fn has_role(blocks: &[Block], index: usize, roles: &[Role]) -> bool {
    let kind = blocks.get(index).map(|block| &block.kind);
    matches!(kind, Some(BlockKind::Paragraph { role, .. }) if roles.contains(role))
}

/// A line of the title; the blank line below stands under the last one only.
fn title_line(style: StyleId, next: Option<&Block>) -> Properties {
    let goes_on = next.is_some_and(|block| {
        matches!(
            block.kind,
            BlockKind::Paragraph {
                role: Role::Title | Role::Subtitle,
                ..
            }
        )
    });
    let mut properties = Properties::new(style);
    properties.keep_next = true;
    properties.after = goes_on.then_some(Twips(0));
    properties
}

/// The title of the document or of an annex.
fn title(blocks: &[Block], index: usize) -> Properties {
    let of_annex = index > 0 && has_role(blocks, index - 1, &[Role::AnnexMark]);
    let style = [StyleId::Title, StyleId::AnnexTitle][usize::from(of_annex)];
    title_line(style, blocks.get(index + 1))
}

/// The last block that prints anything.
fn last_printed(blocks: &[Block]) -> Option<&BlockKind> {
    blocks
        .iter()
        .rev()
        .map(|block| &block.kind)
        .find(|kind| !matches!(kind, BlockKind::Rule))
}
