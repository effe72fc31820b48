//! 附件说明: the list of annexes behind the text, with names aligned below each other.
//!
//! `附件：` begins two characters in, names stand behind their numbers, and lines that turn begin below the name (GB/T
//! 9704—2012, 7.3.4). A tab brings the name to its place, however wide the number.

use super::body::Writer;
use super::measure::width;
use super::paragraph::Properties;
use super::runs::Look;
use super::style_id::StyleId;
use super::title::split;
use crate::document::{Block, BlockKind, Inline, Role, plain};
use crate::layout::{Chars, Indent, text_width};

/// Where the word before the first name begins.
const START: Chars = Chars::whole(2);
/// What a number with its point takes.
const NUMBER: Chars = Chars(150);

/// The words before a name: `附件：`, `附件：1.`, `2.`
struct Label {
    /// The width of the word, without the number.
    word: Chars,
    is_numbered: bool,
    /// Where the name begins.
    end: usize,
}

fn content(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Paragraph {
            role: Role::AnnexList,
            content,
        } => Some(content),
        _ => None,
    }
}

/// What stands before the name; only the first of the list has a word there.
fn label(content: &[Inline], is_first: bool) -> Label {
    let text = plain(content);
    let colon = text.find(['：', ':']).filter(|_| is_first);
    let word = colon.map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let rest = text[word..].trim_start();
    let start = text.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = digits > 0 && rest[digits..].starts_with('.');
    let end = if is_numbered {
        start + digits + 1
    } else {
        start
    };
    let name = text[end..].trim_start();
    Label {
        word: text_width(&text[..word]),
        is_numbered,
        end: text.len() - name.len(),
    }
}

impl<'a> Writer<'a> {
    /// The entry of the list at `index`.
    pub(super) fn annex_entry(&mut self, blocks: &'a [Block], index: usize, number: Option<u32>) {
        let before = blocks[..index].iter().rev();
        let first = index - before.take_while(|b| content(b).is_some()).count();
        let (Some(head), Some(own)) = (content(&blocks[first]), content(&blocks[index])) else {
            return;
        };
        let lead = label(head, true);
        let label = label(own, index == first);
        let ordinal = if label.is_numbered { NUMBER } else { Chars(0) };
        let left = START + lead.word + ordinal;
        let hanging = if index == first {
            lead.word + ordinal
        } else {
            ordinal
        };
        let text = &self.profile.body;
        let mut properties = Properties::new(StyleId::AnnexList);
        // What follows is the next name, or the signature.
        properties.keep_next = index + 1 < blocks.len();
        properties.before = (index == first).then_some(self.profile.page.line_pitch);
        let indent = Indent {
            left,
            right: Chars(0),
            first_line: Chars(0) - hanging,
        };
        properties.indent = Some((indent, text.pitch()));
        let (words, name) = split(own.to_vec(), label.end);
        let has_label = width(&words) > Chars(0);
        self.paragraph(properties, number, |runs| {
            runs.inlines(&words, Look::default());
            if has_label {
                runs.tab();
            }
            runs.inlines(&name, Look::default());
        });
    }
}
