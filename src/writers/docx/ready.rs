//! What docx-rs makes of the built-in layouts, kept as files under `ready/`, one folder for each: one report alone would
//! otherwise spend most of its time on it. A test holds them against what docx-rs makes, and `RENEW_GOLDENS=1 cargo
//! test` makes them anew.

use super::styles::StyleSheet;
use super::{WriteError, made};
use crate::digest::digest;
use crate::document::Language;
use crate::layout::{FontSet, Profile};

/// The parts kept of one look.
struct Ready {
    key: &'static str,
    parts: [&'static str; 4],
}

macro_rules! ready {
    ($folder:literal) => {
        Ready {
            key: include_str!(concat!("ready/", $folder, "/key")),
            parts: [
                include_str!(concat!("ready/", $folder, "/styles.xml")),
                include_str!(concat!("ready/", $folder, "/settings.xml")),
                include_str!(concat!("ready/", $folder, "/footer1.xml")),
                include_str!(concat!("ready/", $folder, "/footer2.xml")),
            ],
        }
    };
}

static READY: [Ready; 4] = [
    ready!("official"),
    ready!("plain"),
    ready!("duty"),
    ready!("english"),
];

/// The parts of a look, if they are kept.
pub(super) fn ready(sheet: &StyleSheet<'_>) -> Option<[&'static str; 4]> {
    let key = key(sheet);
    let ready = READY.iter().find(|ready| ready.key == key)?;
    Some(ready.parts)
}

/// What tells looks apart.
fn key(sheet: &StyleSheet<'_>) -> String {
    digest(format!("{sheet:?}").as_bytes())
}

/// What is kept of a look: `key` and the parts by the names of their files.
///
/// # Errors
/// When docx-rs writes what is no XML.
pub fn kept(
    profile: &Profile,
    fonts: FontSet,
    language: Language,
) -> Result<Vec<(&'static str, String)>, WriteError> {
    let sheet = StyleSheet {
        profile,
        fonts,
        language,
    };
    let names = made::NAMES.map(|name| name.trim_start_matches("word/"));
    let parts = names.into_iter().zip(made::made(&sheet)?);
    Ok(std::iter::once(("key", key(&sheet))).chain(parts).collect())
}
