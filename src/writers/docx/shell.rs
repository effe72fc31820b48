//! What all documents of one look share: everything but the body. The parts are packed, so that a batch pays for them
//! once.

use super::made::{NAMES, made};
use super::pack::{Package, Part};
use super::package::{
    app_properties, content_types, font_table, manifest_properties, manifest_relationships,
    package_relationships,
};
use super::ready::ready;
use super::styles::StyleSheet;
use super::{WriteError, provenance};
use crate::document::Language;
use crate::layout::{FontSet, Profile};

/// A package without its body.
#[derive(Debug, Clone)]
pub struct Shell {
    package: Package,
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
        let made = match ready(&sheet) {
            Some(parts) => parts.map(Into::into),
            None => made(&sheet)?.map(Into::into),
        };
        let mut parts: Vec<Part> = vec![
            // Readers that stream want these two first.
            ("[Content_Types].xml", content_types(draft).into()),
            ("_rels/.rels", package_relationships().into()),
            ("docProps/app.xml", app_properties().into()),
            ("word/fontTable.xml", font_table(profile, fonts).into()),
        ];
        parts.extend(NAMES.into_iter().zip(made));
        if draft {
            parts.push((
                "customXml/itemProps1.xml",
                manifest_properties(provenance::NAMESPACE).into(),
            ));
            parts.push((
                "customXml/_rels/item1.xml.rels",
                manifest_relationships().into(),
            ));
        }
        let package = Package::new(&parts)?;
        Ok(Self { package })
    }

    /// The package, to be given a body.
    pub fn package(&self) -> Package {
        self.package.clone()
    }
}
