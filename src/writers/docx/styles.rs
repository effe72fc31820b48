//! The style sheet, from the layout profile through docx-rs.

use super::element::Element;
use super::indent::{indent_attributes, line_attributes};
use super::style_id::StyleId;
use crate::document::Language;
use crate::layout::{
    Align, FontNames, FontSet, HalfPoints, Indent, Line, Page, Profile, TableLook, TextStyle,
    Twips, Typeface,
};
use docx_rs::{
    AlignmentType, BorderType, RunFonts, RunProperty, Style, StyleType, TableBorder,
    TableBorderPosition, TableBorders, TableCellMargins, TableProperty, WidthType,
};

/// The style sheet of one profile.
#[derive(Debug)]
pub struct StyleSheet<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The names of its fonts.
    pub fonts: FontSet,
    /// The language of the text.
    pub language: Language,
}

/// The fonts of a run on all four slots, so that no theme and no default gets in.
pub fn run_fonts(names: &FontNames, fonts: FontSet, typeface: Typeface) -> RunFonts {
    let latin = names.latin(fonts);
    RunFonts::new()
        .ascii(latin)
        .hi_ansi(latin)
        .east_asia(names.face(fonts, typeface).name)
        .cs(latin)
}

impl StyleSheet<'_> {
    /// All styles, those first on which others are based.
    pub fn styles(&self) -> Vec<Style> {
        let mut list: Vec<Style> = self
            .paragraphs()
            .into_iter()
            .map(|(id, text)| self.paragraph(id, &text))
            .collect();
        for index in 0..self.profile.headings.len() {
            list.push(self.heading(index));
            list.push(self.heading_words(index));
        }
        list.push(self.footer());
        list.push(self.emphasis());
        list.push(self.verbatim());
        list.push(self.character(StyleId::Link));
        list.push(self.table());
        list
    }

    /// Puts right what docx-rs cannot say in a style sheet, apart from the order of children.
    pub fn cure(&self, sheet: &mut Element) {
        // docx-rs always writes a Normal of its own, empty, before ours.
        sheet.drop_first(|e| e.attribute("w:styleId") == Some(StyleId::Normal.id()));
        let paragraphs = self.indented();
        for element in sheet.elements_mut() {
            if element.name == "w:docDefaults" {
                element
                    .elements_mut()
                    .filter(|defaults| defaults.name == "w:rPrDefault")
                    .for_each(|defaults| defaults.extend_child("w:rPr", vec![self.lang()]));
            } else {
                cure_style(element, &paragraphs, &self.profile.page);
            }
        }
    }

    fn lang(&self) -> Element {
        Element::val("w:lang", "en-US")
            .with("w:eastAsia", "zh-CN")
            .with("w:bidi", "ar-SA")
    }

    fn paragraphs(&self) -> Vec<(StyleId, TextStyle)> {
        let p = self.profile;
        let normal = TextStyle {
            indent: Indent::NONE,
            ..p.body
        };
        let gap = TextStyle {
            size: HalfPoints(2),
            spacing: Twips(0),
            line: Line::Exact(Twips(20)),
            ..normal
        };
        let chart = TextStyle {
            line: Line::SINGLE,
            align: Align::Centre,
            ..normal
        };
        vec![
            (StyleId::Normal, normal),
            (StyleId::Title, p.title),
            (StyleId::Subtitle, p.subtitle),
            (StyleId::Salutation, p.salutation),
            (StyleId::Body, p.body),
            (StyleId::Part, p.part),
            (StyleId::ListItem, p.list_item),
            (StyleId::Quote, p.quote),
            (StyleId::Code, p.code),
            (StyleId::Caption, p.caption),
            (StyleId::Chart, chart),
            (StyleId::Note, p.note),
            (StyleId::AnnexList, p.annex_list),
            (StyleId::AnnexMark, p.annex_mark),
            (StyleId::AnnexTitle, p.annex_title),
            (StyleId::Signature, p.signature),
            (StyleId::Date, p.date),
            (StyleId::TableHeader, p.table.header),
            (StyleId::TableText, p.table.text),
            (StyleId::TableGap, gap),
        ]
    }

    /// All paragraph styles whose indents and lines come from a [`TextStyle`].
    fn indented(&self) -> Vec<(StyleId, TextStyle)> {
        let headings = self
            .profile
            .headings
            .iter()
            .enumerate()
            .map(|(index, heading)| (StyleId::Heading(index), heading.text));
        self.paragraphs()
            .into_iter()
            .chain(headings)
            .chain([(StyleId::Footer, self.footer_text())])
            .collect()
    }

    fn paragraph(&self, id: StyleId, text: &TextStyle) -> Style {
        let mut style = Style::new(id.id(), StyleType::Paragraph)
            .name(id.name(self.language))
            .align(alignment(text.align));
        if id != StyleId::Normal {
            style = style.based_on(StyleId::Normal.id());
        }
        style.run_property = self.letters(text);
        match id {
            StyleId::Title | StyleId::Subtitle | StyleId::Salutation | StyleId::Quote => {
                style = style.next(StyleId::Body.id());
            }
            // The signature must not part from the date.
            StyleId::Signature => {
                style.paragraph_property = style.paragraph_property.keep_next(true);
            }
            // Found in the outline, as the headings are.
            StyleId::Part | StyleId::AnnexTitle => {
                style = style.next(StyleId::Body.id()).outline_lvl(0);
                style.paragraph_property = style.paragraph_property.keep_next(true);
            }
            _ => {}
        }
        style
    }

    fn heading(&self, index: usize) -> Style {
        let id = StyleId::Heading(index);
        let mut style = self
            .paragraph(id, &self.profile.headings[index].text)
            .next(StyleId::Body.id())
            .link(StyleId::HeadingWords(index).id())
            .ui_priority(9)
            .outline_lvl(index);
        style.paragraph_property = style.paragraph_property.keep_next(true);
        style
    }

    fn heading_words(&self, index: usize) -> Style {
        let mut style = self
            .character(StyleId::HeadingWords(index))
            .link(StyleId::Heading(index).id());
        style.run_property = self.letters(&self.profile.headings[index].text);
        style
    }

    fn footer_text(&self) -> TextStyle {
        let number = &self.profile.page_number;
        TextStyle {
            typeface: number.typeface,
            size: number.size,
            bold: false,
            spacing: Twips(0),
            line: Line::SINGLE,
            indent: Indent::NONE,
            align: Align::Centre,
            ..self.profile.body
        }
    }

    fn footer(&self) -> Style {
        let text = self.footer_text();
        let name = self.profile.font_names.face(self.fonts, text.typeface).name;
        let mut style = self.paragraph(StyleId::Footer, &text);
        // The standard asks for half-width digits of 宋体 itself, not of the Latin font.
        let fonts = RunFonts::new()
            .ascii(name)
            .hi_ansi(name)
            .east_asia(name)
            .cs(name);
        style.run_property = style.run_property.fonts(fonts);
        style
    }

    fn emphasis(&self) -> Style {
        let mut style = self.character(StyleId::Emphasis);
        let fonts = run_fonts(&self.profile.font_names, self.fonts, self.profile.emphasis);
        style.run_property = match self.language {
            Language::Chinese => RunProperty::new().fonts(fonts),
            Language::English => RunProperty::new().italic(),
        };
        style
    }

    fn verbatim(&self) -> Style {
        let latin = self.profile.font_names.monospaced();
        let mut style = self.character(StyleId::Verbatim);
        style.run_property = RunProperty::new().fonts(
            run_fonts(
                &self.profile.font_names,
                self.fonts,
                self.profile.code.typeface,
            )
            .ascii(latin)
            .hi_ansi(latin),
        );
        style
    }

    fn character(&self, id: StyleId) -> Style {
        Style::new(id.id(), StyleType::Character).name(id.name(self.language))
    }

    fn table(&self) -> Style {
        let id = StyleId::Table;
        let mut style = Style::new(id.id(), StyleType::Table).name(id.name(self.language));
        style.table_property = table_property(&self.profile.table);
        style
    }

    fn letters(&self, text: &TextStyle) -> RunProperty {
        let mut letters = RunProperty::new()
            .fonts(run_fonts(
                &self.profile.font_names,
                self.fonts,
                text.typeface,
            ))
            .size(usize::from(text.size.0))
            .character_spacing(text.spacing.0);
        if text.bold {
            letters = letters.bold();
        }
        letters
    }
}

fn cure_style(style: &mut Element, paragraphs: &[(StyleId, TextStyle)], page: &Page) {
    let id = style.attribute("w:styleId").unwrap_or_default().to_owned();
    if id == StyleId::Table.id() {
        cure_table(style);
    }
    if id == StyleId::Normal.id() {
        style.set("w:default", "1");
        style.extend_child("w:pPr", normal_extras(page));
    }
    if StyleId::CUSTOM.iter().any(|custom| custom.id() == id) {
        style.set("w:customStyle", "1");
    }
    if let Some((_, text)) = paragraphs.iter().find(|(known, _)| known.id() == id) {
        style.extend_child("w:pPr", paragraph_extras(text, page.line_pitch));
    }
}

/// Lines around and between cells, and white inside of them.
fn table_property(look: &TableLook) -> TableProperty {
    let border = |position| {
        TableBorder::new(position)
            .border_type(BorderType::Single)
            .size(usize::from(look.border.0))
            .color("000000")
    };
    let positions = [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let borders = positions
        .into_iter()
        .map(border)
        .fold(TableBorders::with_empty(), TableBorders::set);
    let side = usize::try_from(look.cell_margin.0).unwrap_or_default();
    let margins = TableCellMargins::new()
        .margin_top(40, WidthType::Dxa)
        .margin_bottom(40, WidthType::Dxa)
        .margin_left(side, WidthType::Dxa)
        .margin_right(side, WidthType::Dxa);
    TableProperty::new()
        .set_borders(borders)
        .set_margins(margins)
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Centre => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justified => AlignmentType::Both,
    }
}

/// docx-rs gives every table a width and a place; a style of tables must not have a width.
fn cure_table(style: &mut Element) {
    style
        .elements_mut()
        .filter(|properties| properties.name == "w:tblPr")
        .for_each(|properties| {
            properties.drop_elements(|e| matches!(e.name.as_str(), "w:tblW" | "w:jc"));
        });
}

/// What all paragraphs inherit: widow control only by wish, because it would cost lines of the grid, and no automatic gap between
/// Chinese and Latin, which would cost characters of it.
fn normal_extras(page: &Page) -> Vec<Element> {
    vec![
        Element::val("w:widowControl", u8::from(page.widow_control)),
        Element::val("w:autoSpaceDE", 0),
        Element::val("w:autoSpaceDN", 0),
    ]
}

/// docx-rs writes no indent in characters.
fn paragraph_extras(text: &TextStyle, grid: Twips) -> Vec<Element> {
    let mut spacing = Element::new("w:spacing");
    for (name, value) in line_attributes(text) {
        spacing = spacing.with(name, value);
    }
    let mut indent = Element::new("w:ind");
    for (name, number) in indent_attributes(text.indent, text.pitch()) {
        indent = indent.with(name, number);
    }
    let mut extras = vec![spacing, indent];
    // What has a pitch of its own must not be stretched to that of the grid.
    if text.line != Line::Exact(grid) {
        extras.push(Element::val("w:snapToGrid", 0));
    }
    extras
}
