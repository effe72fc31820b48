//! Bytes to text, whatever an office computer wrote: UTF-8 with or without a mark, UTF-16, GBK and GB18030.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// A file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text without a byte order mark; nothing else is changed.
    pub text: String,
    /// What people call the encoding, when it was not UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether the encoding was a guess: letters may be wrong.
    pub guessed: bool,
}

/// Reads bytes as text; `None` for what is no text in any encoding (a spreadsheet, a picture).
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strictly(encoding, bytes.get(mark..)?);
    }
    if bytes.contains(&0) {
        return [UTF_16LE, UTF_16BE]
            .into_iter()
            .filter_map(|encoding| strictly(encoding, bytes))
            .find(|decoded| is_text(&decoded.text));
    }
    let utf8 = strictly(UTF_8, bytes);
    if utf8.as_ref().is_some_and(|d| !is_gbk_in_disguise(&d.text)) {
        return utf8;
    }
    strictly(GB18030, bytes)
        .filter(|d| utf8.is_none() || has_chinese(&d.text))
        .or(utf8)
        .or_else(|| guess(bytes))
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded {
        text: text.into_owned(),
        encoding: (encoding != UTF_8).then(|| people_say(encoding)),
        guessed: false,
    })
}

fn guess(bytes: &[u8]) -> Option<Decoded> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let broken = text.chars().filter(|&c| c == '\u{FFFD}').count();
    // A few bad bytes are a damaged text; many are no text at all.
    (broken * 20 <= text.chars().count()).then(|| Decoded {
        text: text.into_owned(),
        encoding: Some(people_say(encoding)),
        guessed: true,
    })
}

fn people_say(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "gb18030" => "GBK",
        name => name,
    }
}

/// The two bytes of many GBK letters are also valid UTF-8 (值 is also a Hebrew sign). A text that in UTF-8 holds
/// letters of such languages, and no Chinese at all, was not written in UTF-8. Latin letters with accents are believed.
fn is_gbk_in_disguise(text: &str) -> bool {
    text.chars().all(|c| c < '\u{800}') && text.chars().any(|c| c >= '\u{250}')
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{3400}'..='\u{9FFF}').contains(&c))
}

fn is_text(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}
