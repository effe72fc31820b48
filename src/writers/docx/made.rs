//! The parts that docx-rs makes of a look, with its faults cured.

use super::element::Element;
use super::order::normalise;
use super::package::language_tag;
use super::styles::StyleSheet;
use super::{StyleId, WriteError};
use crate::layout::{NumberPiece, NumberSide, Profile};
use docx_rs::{
    AlignmentType, Docx, Footer, NumPages, PageNum, Paragraph, Run, Settings, Styles, XMLDocx,
};

/// The names of these parts in a package.
pub const NAMES: [&str; 4] = [
    "word/styles.xml",
    "word/settings.xml",
    "word/footer1.xml",
    "word/footer2.xml",
];

/// The parts, in the order of [`NAMES`].
///
/// # Errors
/// When docx-rs writes what is no XML.
pub fn made(sheet: &StyleSheet<'_>) -> Result<[String; 4], WriteError> {
    let raw = build(sheet);
    let mut footers = raw.footers.iter().map(|part| cured(part, |_| {}));
    let mut footer = || footers.next().unwrap_or_else(|| Ok(String::new()));
    Ok([
        cured(&raw.styles, |part| sheet.cure(part))?,
        cured(&raw.settings, |part| cure_settings(part, sheet))?,
        footer()?,
        footer()?,
    ])
}

fn build(sheet: &StyleSheet<'_>) -> XMLDocx {
    let mut styles = Styles::new();
    styles.styles = sheet.styles();
    Docx::new()
        .styles(styles)
        .settings(Settings::new().default_tab_stop(420))
        .footer(footer(sheet.profile, AlignmentType::Right))
        .even_footer(footer(sheet.profile, AlignmentType::Left))
        .build()
}

/// The foot of odd pages (`AlignmentType::Right`) or of even ones.
fn footer(profile: &Profile, side: AlignmentType) -> Footer {
    let number = &profile.page_number;
    let paragraph = Paragraph::new().style(StyleId::Footer.id());
    let mut paragraph = match (number.side, side) {
        (NumberSide::Centre, _) => paragraph.align(AlignmentType::Center),
        (NumberSide::Right, _) => paragraph.align(AlignmentType::Right),
        (NumberSide::Outer(edge), AlignmentType::Left) => {
            let edge = edge.twips(number.size.twips()).0;
            let paragraph = paragraph.align(AlignmentType::Left);
            paragraph.indent(Some(edge), None, None, None)
        }
        (NumberSide::Outer(edge), _) => {
            let edge = edge.twips(number.size.twips()).0;
            let paragraph = paragraph.align(AlignmentType::Right);
            paragraph.indent(None, None, Some(edge), None)
        }
    };
    for piece in &number.form {
        paragraph = match piece {
            NumberPiece::Text(text) => paragraph.add_run(Run::new().add_text(text)),
            NumberPiece::Page => paragraph.add_page_num(PageNum::new()),
            NumberPiece::Pages => paragraph.add_num_pages(NumPages::new()),
        };
    }
    Footer::new().add_paragraph(paragraph)
}

fn cured(part: &[u8], cure: impl FnOnce(&mut Element)) -> Result<String, WriteError> {
    let mut root = Element::parse(part).map_err(WriteError::Shell)?;
    cure(&mut root);
    normalise(&mut root);
    Ok(root.to_part())
}

/// docx-rs would put the character spacing control into the wrong element, and it knows no language.
///
/// Punctuation is not compressed: a line of the grid holds 28 characters, marks or not.
fn cure_settings(settings: &mut Element, sheet: &StyleSheet<'_>) {
    let language = sheet.language;
    if sheet.profile.page.mirror_margins {
        settings.push(Element::new("w:mirrorMargins"));
    }
    settings.push(Element::val("w:characterSpacingControl", "doNotCompress"));
    settings
        .push(Element::val("w:themeFontLang", language_tag(language)).with("w:eastAsia", "zh-CN"));
}
