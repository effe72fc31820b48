//! The properties of one paragraph, in schema order.

use super::indent::indent_attributes;
use super::section::Section;
use super::style_id::StyleId;
use crate::layout::{Align, Chars, Indent, Twips};
use std::fmt::Write;

/// What a paragraph says beside its text. What is `None` or false is left to the style.
#[derive(Debug, Clone, Copy)]
pub struct Properties {
    /// Its style.
    pub style: StyleId,
    /// Whether it stays on the page of the next one.
    pub keep_next: bool,
    /// Whether it begins a page.
    pub page_break_before: bool,
    /// Blank space above.
    pub before: Option<Twips>,
    /// Blank space below.
    pub after: Option<Twips>,
    /// Its indents, with the width of one character.
    pub indent: Option<(Indent, Twips)>,
    /// Where its lines begin instead, to the twip.
    pub start: Option<Twips>,
    /// How it stands between the margins.
    pub align: Option<Align>,
    /// Its outline level, from 0.
    pub outline: Option<u8>,
    /// The section that it ends.
    pub section: Option<Section>,
}

impl Properties {
    /// A paragraph as its style says.
    pub fn new(style: StyleId) -> Self {
        Self {
            style,
            keep_next: false,
            page_break_before: false,
            before: None,
            after: None,
            indent: None,
            start: None,
            align: None,
            outline: None,
            section: None,
        }
    }

    /// Appends `<w:pPr>`.
    pub fn write(&self, out: &mut String) {
        out.push_str("<w:pPr><w:pStyle w:val=\"");
        out.push_str(self.style.id());
        out.push_str("\"/>");
        if self.keep_next {
            out.push_str("<w:keepNext/>");
        }
        if self.page_break_before {
            out.push_str("<w:pageBreakBefore/>");
        }
        self.write_spacing(out);
        if let Some((indent, pitch)) = self.indent {
            out.push_str("<w:ind");
            for (name, value) in indent_attributes(indent, pitch) {
                // Writing to a String cannot fail.
                let _ = write!(out, " {name}=\"{value}\"");
            }
            out.push_str("/>");
        }
        if let Some(Twips(start)) = self.start {
            // No characters, or they would count instead.
            let _ = write!(
                out,
                "<w:ind w:leftChars=\"0\" w:left=\"{start}\" w:rightChars=\"0\" w:right=\"0\" \
                 w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
            );
        }
        if let Some(align) = self.align {
            let _ = write!(out, "<w:jc w:val=\"{}\"/>", justification(align));
        }
        if let Some(level) = self.outline {
            let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
        }
        if let Some(section) = self.section {
            section.write(out);
        }
        out.push_str("</w:pPr>");
    }

    fn write_spacing(&self, out: &mut String) {
        if self.before.is_none() && self.after.is_none() {
            return;
        }
        out.push_str("<w:spacing");
        for (name, value) in [("w:before", self.before), ("w:after", self.after)] {
            if let Some(Twips(value)) = value {
                let _ = write!(out, " {name}=\"{value}\"");
            }
        }
        out.push_str("/>");
    }
}

/// How much further left an item of a list stands for its depth.
pub fn depth_indent(depth: usize) -> Chars {
    Chars::whole(i32::try_from(depth).unwrap_or(i32::MAX).saturating_mul(2))
}

fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Justified => "both",
    }
}
