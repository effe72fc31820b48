//! What all documents of one look share: everything but the body. The parts are packed, so that a batch pays for them
//! once.

use super::made::{NAMES, made};
use super::pack::Package;
use super::package::{
    Extras, app_properties, content_types, font_table, manifest_properties, manifest_relationships,
    package_relationships,
};
use super::ready::ready;
use super::styles::StyleSheet;
use super::turned_footer::turned;
use super::{WriteError, provenance};
use crate::document::Language;
use crate::layout::{FontSet, Profile};
use std::borrow::Cow;

/// A part: its name in the package and its content.
type Part = (&'static str, Cow<'static, str>);

/// A package without its body.
#[derive(Debug)]
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
        let made: [Cow<'static, str>; 4] = match ready(&sheet) {
            Some(parts) => parts.map(Cow::Borrowed),
            None => made(&sheet)?.map(Cow::Owned),
        };
        let mut parts: Vec<Part> = vec![
            // Readers that stream want these two first.
            (
                "[Content_Types].xml",
                content_types(draft, Extras::default()).into(),
            ),
            ("_rels/.rels", package_relationships().into()),
            ("docProps/app.xml", app_properties().into()),
            ("word/fontTable.xml", font_table(profile, fonts).into()),
        ];
        let names = [
            ("word/footer3.xml", "oddPageNumber"),
            ("word/footer4.xml", "evenPageNumber"),
        ];
        let footers = names.into_iter().zip(&made[2..]);
        let turned_footers = footers
            .map(|((name, id), footer)| (name, turned(footer, profile, id).into()))
            .collect();
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
            return Ok(self.package.with_room());
        }
        let mut parts = self.parts.clone();
        if let Some((_, kinds)) = parts.first_mut() {
            *kinds = content_types(self.draft, extras).into();
        }
        if extras.turned_pages {
            parts.extend(self.turned_footers.iter().cloned());
        }
        Package::new(&parts)
    }
}
