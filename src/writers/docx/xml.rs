//! Text into XML.

use std::fmt::Write;

/// The bytes with which characters begin that may not stand in a text as they are.
static MARKED: [bool; 256] = {
    let mut marked = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        marked[byte] = byte < 0x20 || matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | 0xef);
        byte += 1;
    }
    marked
};

/// Bytes looked at together.
const CHUNK: usize = 16;

/// Whether a text may hold a character that cannot stand in XML as it is. Bytes are compared many at a time; U+FFFE and
/// U+FFFF end with two bytes that hardly anything else has beside each other.
fn may_need_escape(text: &[u8]) -> bool {
    let marked = |b: u8| b < 0x20 || b == b'&' || b == b'<' || b == b'>' || b == b'"';
    let refused = |b: u8, next: u8| b == 0xbf && next >= 0xbe;
    let behind = text.get(1..).unwrap_or_default();
    let (chunks, rest) = text.as_chunks::<CHUNK>();
    let any_in = |(chunk, behind): (&[u8; CHUNK], &[u8; CHUNK])| {
        let mut any = false;
        for (b, next) in chunk.iter().zip(behind) {
            any |= marked(*b) | refused(*b, *next);
        }
        any
    };
    let whole = behind.as_chunks::<CHUNK>().0;
    // The last chunk has no full one behind it.
    let done = whole.len() * CHUNK;
    let tail = text.get(done..).unwrap_or(rest);
    let pairs = tail.iter().zip(tail.get(1..).unwrap_or_default());
    chunks.iter().zip(whole).any(any_in)
        || tail.iter().any(|b| marked(*b))
        || pairs.into_iter().any(|(b, next)| refused(*b, *next))
}

/// Appends text as XML element or attribute content. Characters that XML 1.0 cannot hold are left out.
pub fn escape_into(out: &mut String, text: &str) {
    if !may_need_escape(text.as_bytes()) {
        return out.push_str(text);
    }
    let mut copied = 0;
    for (at, byte) in text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| MARKED[usize::from(*byte)])
    {
        let (instead, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            // A bare line end in an attribute would be read as a blank.
            b'\r' => ("&#13;", 1),
            b'\0'..=0x1f if !is_allowed(char::from(byte)) => ("", 1),
            // The only others that are not allowed, U+FFFE and U+FFFF, begin with this byte.
            0xef if text[at..].starts_with(|c| !is_allowed(c)) => ("", 3),
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(instead);
        copied = at + length;
    }
    out.push_str(&text[copied..]);
}

/// Text as XML element or attribute content.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// Whether XML 1.0 can hold a character at all.
pub fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// `<name>number</name>`
pub fn number_into(out: &mut String, name: &str, number: u32) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<{name}>{number}</{name}>");
}

/// `<name>text</name>`
pub fn element_into(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape_into(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}
