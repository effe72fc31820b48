//! What all documents of one profile share: everything but the body. docx-rs makes it, the faults of docx-rs are
//! cured, and the packed bytes are kept, so that a batch pays for them once.

use super::element::Element;
use super::order::normalise;
use super::pack::{CONTENT_TYPES, Part, pack};
use super::package::{
    app_properties, content_types, font_table, language_tag, manifest_properties,
    manifest_relationships, package_relationships,
};
use super::styles::StyleSheet;
use super::{WriteError, provenance};
use crate::document::Language;
use crate::layout::{Chars, FontSet, PageNumberForm, Profile};
use docx_rs::{AlignmentType, Docx, Footer, PageNum, Paragraph, Run, Settings, Styles, XMLDocx};

/// A package without its body.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The packed parts.
    pub package: Vec<u8>,
}

impl Shell {
    /// The shell of a profile. A draft's shell has room for the manifest.
    ///
    /// # Errors
    /// When docx-rs writes what is no XML, or the container cannot hold it.
    pub fn new(
        profile: &Profile,
        fonts: FontSet,
        language: Language,
        draft: bool,
    ) -> Result<Self, WriteError> {
        let sheet = StyleSheet {
            profile,
            fonts,
            language,
        };
        let raw = build(&sheet);
        let mut parts = vec![
            // Readers that stream want these two first.
            part(CONTENT_TYPES, content_types(draft, 0)),
            part("_rels/.rels", package_relationships()),
            part("docProps/app.xml", app_properties()),
            part(
                "word/styles.xml",
                cured(&raw.styles, |part| sheet.cure(part))?,
            ),
            part(
                "word/settings.xml",
                cured(&raw.settings, |part| cure_settings(part, language))?,
            ),
            part("word/fontTable.xml", font_table(fonts)),
        ];
        for (name, footer) in ["word/footer1.xml", "word/footer2.xml"]
            .into_iter()
            .zip(&raw.footers)
        {
            parts.push(part(name, cured(footer, |_| {})?));
        }
        if draft {
            parts.push(part(
                "customXml/itemProps1.xml",
                manifest_properties(provenance::NAMESPACE),
            ));
            parts.push(part(
                "customXml/_rels/item1.xml.rels",
                manifest_relationships(),
            ));
        }
        Ok(Self {
            package: pack(&parts)?,
        })
    }
}

/// A part of XML.
pub fn part(name: &'static str, content: String) -> Part {
    (name.into(), content.into_bytes())
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

fn footer(profile: &Profile, side: AlignmentType) -> Footer {
    let number = profile.page_number;
    let edge = number
        .from_edge
        .map(|chars: Chars| chars.twips(number.size.twips()).0);
    let mut paragraph = Paragraph::new().style(super::StyleId::Footer.id());
    paragraph = match (edge, side) {
        (None, _) => paragraph.align(AlignmentType::Center),
        (Some(edge), AlignmentType::Left) => {
            paragraph
                .align(AlignmentType::Left)
                .indent(Some(edge), None, None, None)
        }
        (Some(edge), _) => {
            paragraph
                .align(AlignmentType::Right)
                .indent(None, None, Some(edge), None)
        }
    };
    let (before, after) = match number.form {
        PageNumberForm::Dashes => ("— ", " —"),
        PageNumberForm::Plain => ("", ""),
    };
    let text = |text: &str| Run::new().add_text(text);
    if !before.is_empty() {
        paragraph = paragraph.add_run(text(before));
    }
    paragraph = paragraph.add_page_num(PageNum::new());
    if !after.is_empty() {
        paragraph = paragraph.add_run(text(after));
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
fn cure_settings(settings: &mut Element, language: Language) {
    settings.push(Element::val("w:characterSpacingControl", "doNotCompress"));
    settings
        .push(Element::val("w:themeFontLang", language_tag(language)).with("w:eastAsia", "zh-CN"));
}
