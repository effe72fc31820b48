//! The small parts that tie a package together: content types, relationships, properties, the font table.
//!
//! docx-rs knows these with fixed contents (three Latin fonts, parts nobody refers to, no title), so they are
//! written here.

use super::chart;
use super::links::Links;
use super::xml::{element_into, escape};
use crate::document::{Document, Language};
use crate::layout::{FontSet, Profile, Typeface};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The first line of every part.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of relationships inside a document.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of packages.
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The relationship of the footer of odd pages.
pub const ODD_FOOTER: &str = "rIdOddFooter";
/// The relationship of the footer of even pages.
pub const EVEN_FOOTER: &str = "rIdEvenFooter";

/// The same of turned pages.
pub const TURNED_ODD_FOOTER: &str = "rIdTurnedOddFooter";
/// The same of turned pages.
pub const TURNED_EVEN_FOOTER: &str = "rIdTurnedEvenFooter";

/// What a document has beside the parts of every shell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extras {
    /// How many charts.
    pub charts: usize,
    /// Whether some pages are turned.
    pub turned_pages: bool,
}

/// The custom XML part that holds the manifest of a draft.
pub const MANIFEST_PART: &str = "customXml/item1.xml";

/// `[Content_Types].xml`
pub fn content_types(draft: bool, extras: Extras) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let word = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ];
    for (part, kind) in word {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"
        );
    }
    out.push_str("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    out.push_str("<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
    if extras.turned_pages {
        for part in ["footer3", "footer4"] {
            let _ = write!(
                out,
                "<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.footer+xml\"/>"
            );
        }
    }
    if extras.charts > 0 {
        out.push_str("<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>");
    }
    for n in 1..=extras.charts {
        let _ = write!(
            out,
            "<Override PartName=\"/word/charts/chart{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        );
    }
    if draft {
        out.push_str("<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>");
    }
    out.push_str("</Types>");
    out
}

/// `_rels/.rels`
pub fn package_relationships() -> String {
    let mut out = relationships_open();
    relationship(
        &mut out,
        "rId1",
        &format!("{OFFICE}/officeDocument"),
        "word/document.xml",
    );
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relationship(&mut out, "rId2", &core, "docProps/core.xml");
    relationship(
        &mut out,
        "rId3",
        &format!("{OFFICE}/extended-properties"),
        "docProps/app.xml",
    );
    out.push_str("</Relationships>");
    out
}

/// `word/_rels/document.xml.rels`, with the targets of the document's links.
pub fn document_relationships(links: &Links, extras: Extras, draft: bool) -> String {
    let mut out = relationships_open();
    let fixed = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        (ODD_FOOTER, "footer", "footer1.xml"),
        (EVEN_FOOTER, "footer", "footer2.xml"),
    ];
    for (id, kind, target) in fixed {
        relationship(&mut out, id, &format!("{OFFICE}/{kind}"), target);
    }
    if draft {
        relationship(
            &mut out,
            "rIdManifest",
            &format!("{OFFICE}/customXml"),
            "../customXml/item1.xml",
        );
    }
    if extras.turned_pages {
        let footer = format!("{OFFICE}/footer");
        relationship(&mut out, TURNED_ODD_FOOTER, &footer, "footer3.xml");
        relationship(&mut out, TURNED_EVEN_FOOTER, &footer, "footer4.xml");
    }
    for n in 1..=extras.charts {
        relationship(
            &mut out,
            &chart::relationship_id(n),
            &format!("{OFFICE}/chart"),
            &format!("charts/chart{n}.xml"),
        );
    }
    for (id, target) in links.iter() {
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(target)
        );
    }
    out.push_str("</Relationships>");
    out
}

/// `customXml/_rels/item1.xml.rels`
pub fn manifest_relationships() -> String {
    let mut out = relationships_open();
    relationship(
        &mut out,
        "rId1",
        &format!("{OFFICE}/customXmlProps"),
        "itemProps1.xml",
    );
    out.push_str("</Relationships>");
    out
}

/// `customXml/itemProps1.xml`
pub fn manifest_properties(namespace: &str) -> String {
    format!(
        "{DECLARATION}<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" \
         ds:itemID=\"{{6B1F6A53-7A6A-4E0C-9D0B-7A6F6E676A69}}\"><ds:schemaRefs><ds:schemaRef ds:uri=\"{namespace}\"/>\
         </ds:schemaRefs></ds:datastoreItem>"
    )
}

/// `docProps/core.xml`: title, author, language. No times: the same input must give the same bytes.
pub fn core_properties(document: &Document) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    element_into(&mut out, "dc:title", &document.title);
    element_into(&mut out, "dc:creator", &document.author);
    element_into(&mut out, "dc:language", language_tag(document.language));
    element_into(&mut out, "cp:lastModifiedBy", &document.author);
    out.push_str("</cp:coreProperties>");
    out
}

/// `docProps/app.xml`
pub fn app_properties() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>zongjie</Application></Properties>"
    )
}

/// `word/fontTable.xml`: each font with the one to take where it is missing.
pub fn font_table(profile: &Profile, fonts: FontSet) -> String {
    let names = &profile.font_names;
    let mut out = format!("{DECLARATION}<w:fonts xmlns:w=\"{MAIN}\">");
    let mut seen = BTreeSet::new();
    for typeface in profile.typefaces() {
        let face = names.face(fonts, typeface);
        if face.name == names.latin(fonts) || !seen.insert(face.name) {
            continue;
        }
        let family = match typeface {
            Typeface::Xiaobiaosong | Typeface::Songti | Typeface::Latin => "roman",
            Typeface::Fangsong | Typeface::Heiti | Typeface::Kaiti => "modern",
        };
        let _ = write!(
            out,
            "<w:font w:name=\"{}\"><w:altName w:val=\"{}\"/><w:charset w:val=\"86\"/>\
             <w:family w:val=\"{family}\"/><w:pitch w:val=\"variable\"/></w:font>",
            escape(face.name),
            escape(face.substitute)
        );
    }
    let latin = [
        (names.latin(fonts), "roman", "variable"),
        (names.monospaced(), "modern", "fixed"),
    ];
    for (name, family, pitch) in latin {
        let _ = write!(
            out,
            "<w:font w:name=\"{}\"><w:charset w:val=\"00\"/><w:family w:val=\"{family}\"/>\
             <w:pitch w:val=\"{pitch}\"/></w:font>",
            escape(name)
        );
    }
    out.push_str("</w:fonts>");
    out
}

/// The document's language as a tag.
pub fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh-CN",
        Language::English => "en-US",
    }
}

/// The beginning of a relationships part; `</Relationships>` ends it.
pub fn relationships_open() -> String {
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">")
}

/// Adds a relationship to a part of the same package.
pub fn relationship(out: &mut String, id: &str, kind: &str, target: &str) {
    let _ = write!(
        out,
        "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"
    );
}
