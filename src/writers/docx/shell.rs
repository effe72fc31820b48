//! What all documents of one profile share: everything but the body. docx-rs makes it, the faults of docx-rs are
//! cured, and the parts are packed, so that a batch pays for them once.

use super::element::Element;
use super::order::normalise;
use super::pack::{Package, Part};
use super::package::{
    Extras, app_properties, content_types, font_table, language_tag, manifest_properties,
    manifest_relationships, package_relationships,
};
use super::styles::StyleSheet;
use super::turned_footer::turned;
use super::{WriteError, provenance};
use crate::document::Language;
use crate::layout::{FontSet, NumberPiece, NumberSide, Profile};
use docx_rs::{
    AlignmentType, Docx, Footer, NumPages, PageNum, Paragraph, Run, Settings, Styles, XMLDocx,
};

/// A package without its body.
#[derive(Debug, Clone)]
pub struct Shell {
    /// All parts packed, for documents that have nothing else.
    package: Package,
    /// The same parts, of which the first says what kinds there are.
    parts: Vec<Part>,
    turned_footers: Vec<Part>,
    draft: bool,
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
        let mut parts: Vec<Part> = vec![
            // Readers that stream want these two first.
            (
                "[Content_Types].xml",
                content_types(draft, Extras::default()),
            ),
            ("_rels/.rels", package_relationships()),
            ("docProps/app.xml", app_properties()),
            (
                "word/styles.xml",
                cured(&raw.styles, |part| sheet.cure(part))?,
            ),
            (
                "word/settings.xml",
                cured(&raw.settings, |part| cure_settings(part, &sheet))?,
            ),
            ("word/fontTable.xml", font_table(profile, fonts)),
        ];
        let names = [
            ("word/footer1.xml", "word/footer3.xml", "oddPageNumber"),
            ("word/footer2.xml", "word/footer4.xml", "evenPageNumber"),
        ];
        let mut turned_footers = Vec::new();
        for ((name, turned_name, id), footer) in names.into_iter().zip(&raw.footers) {
            let footer = cured(footer, |_| {})?;
            turned_footers.push((turned_name, turned(&footer, profile, id)));
            parts.push((name, footer));
        }
        if draft {
            parts.push((
                "customXml/itemProps1.xml",
                manifest_properties(provenance::NAMESPACE),
            ));
            parts.push(("customXml/_rels/item1.xml.rels", manifest_relationships()));
        }
        Ok(Self {
            package: Package::new(&parts)?,
            parts,
            turned_footers,
            draft,
        })
    }

    /// The package, to be given a body and what that body has beside text.
    ///
    /// # Errors
    /// When the container cannot hold it.
    pub fn package(&self, extras: Extras) -> Result<Package, WriteError> {
        if extras == Extras::default() {
            return Ok(self.package.clone());
        }
        let mut parts = self.parts.clone();
        if let Some((_, kinds)) = parts.first_mut() {
            *kinds = content_types(self.draft, extras);
        }
        if extras.turned_pages {
            parts.extend(self.turned_footers.iter().cloned());
        }
        Package::new(&parts)
    }
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
    let paragraph = Paragraph::new().style(super::StyleId::Footer.id());
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
