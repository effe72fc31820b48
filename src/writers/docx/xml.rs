//! Text into XML.

use crate::bytes::first_where;

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

/// Whether a text may hold a character that cannot stand in XML as it is: a sign of markup, or one below the blank.
pub fn is_marked(text: &str) -> bool {
    let sign = |b: u8| (b < 0x20) | (b == b'&') | (b == b'<') | (b == b'>') | (b == b'"');
    // U+FFFE and U+FFFF end with two bytes that hardly anything else has beside each other.
    let refused = |b: u8, next: u8| (b == 0xbf) & (next >= 0xbe);
    first_where(text, |b, next| sign(b) | refused(b, next)).is_some()
}

/// Appends text as XML element or attribute content. Characters that XML 1.0 cannot hold are left out.
pub fn escape_into(out: &mut String, text: &str) {
    match is_marked(text) {
        true => escape_marked(out, text),
        false => out.push_str(text),
    }
}

fn escape_marked(out: &mut String, text: &str) {
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

/// Appends a number between two pieces of markup.
pub fn with_number(out: &mut String, before: &str, number: impl itoa::Integer, behind: &str) {
    out.push_str(before);
    out.push_str(itoa::Buffer::new().format(number));
    out.push_str(behind);
}

/// `<name>number</name>`
pub fn number_into(out: &mut String, name: &str, number: u32) {
    element_into(out, name, itoa::Buffer::new().format(number));
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
