//! Native numbering: who deletes item 3 in Word sees the rest renumbered.
//!
//! One abstract list holds the four heading ranks. Each run of numbers of the document is an instance of it that
//! starts anew; the instances depend on the document and are written after what docx-rs made from the profile.

use super::element::Element;
use super::indent::indent_attributes;
use super::style_id::StyleId;
use super::styles::run_fonts;
use crate::document::{Block, BlockKind, Number};
use crate::layout::{FontSet, NumberForm, Profile, TextStyle};
use docx_rs::{
    AbstractNumbering, Level, LevelJc, LevelSuffixType, LevelText, NumberFormat, Numberings, Start,
};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The instance that the heading styles name: the document's first run of numbers, so that a heading somebody adds by
/// its style alone counts with the others.
pub const HEADINGS_NUM: usize = 1;
/// The instance of unordered items.
pub const BULLETS_NUM: usize = 2;
/// The instance of the document's second run of numbers; the others follow.
const SECOND_SERIES_NUM: usize = 3;
/// "No number", over what a style says.
pub const NO_NUM: usize = 0;

/// docx-rs always writes a list of its own under the id 1.
const DOCX_RS_LIST: &str = "1";
const HEADINGS_LIST: usize = 2;
const BULLETS_LIST: usize = 3;

/// How deep unordered lists may nest in the file; Word knows nine levels.
pub const LIST_LEVELS: u8 = 9;

/// The lists of a profile, without instances.
pub fn lists(profile: &Profile, fonts: FontSet) -> Numberings {
    let mut headings = AbstractNumbering::new(HEADINGS_LIST);
    headings.multi_level_type = Some("multilevel".to_owned());
    for (index, heading) in profile.headings.iter().enumerate() {
        let (format, text) = form(heading.number, index + 1);
        let level = level(index, format, &text, &heading.text, fonts)
            .paragraph_style(StyleId::Heading(index).id());
        headings = headings.add_level(level);
    }
    let mut bullets = AbstractNumbering::new(BULLETS_LIST);
    bullets.multi_level_type = Some("hybridMultilevel".to_owned());
    for depth in 0..LIST_LEVELS {
        let item = &profile.list_item;
        // "bullet" would do in Word, but LibreOffice takes only one character of it; no bullet is a dash of two.
        let level = level(usize::from(depth), "none", profile.bullet, item, fonts);
        bullets = bullets.add_level(level);
    }
    Numberings::new()
        .add_abstract_numbering(headings)
        .add_abstract_numbering(bullets)
}

fn level(index: usize, format: &str, text: &str, letters: &TextStyle, fonts: FontSet) -> Level {
    let mut level = Level::new(
        index,
        Start::new(1),
        NumberFormat::new(format),
        LevelText::new(text),
        LevelJc::new("left"),
    )
    .suffix(LevelSuffixType::Nothing)
    .fonts(run_fonts(fonts, letters.typeface).hint("eastAsia"))
    .size(usize::from(letters.size.0));
    level.run_property = level.run_property.character_spacing(letters.spacing.0);
    if letters.bold {
        level = level.bold();
    }
    level
}

/// Word's format and pattern of a number form; `place` is the level's number from 1.
fn form(form: NumberForm, place: usize) -> (&'static str, String) {
    match form {
        NumberForm::ChineseComma => ("chineseCountingThousand", format!("%{place}、")),
        NumberForm::ChineseBrackets => ("chineseCountingThousand", format!("（%{place}）")),
        NumberForm::ArabicPoint => ("decimal", format!("%{place}.")),
        NumberForm::ArabicBrackets => ("decimal", format!("（%{place}）")),
    }
}

/// Puts right what docx-rs cannot say: its own list goes, lists get the ids by which Word tells them apart, levels
/// the indents of their paragraphs.
pub fn cure(part: &mut Element, profile: &Profile) {
    part.drop_elements(|e| {
        e.name == "w:num" || e.attribute("w:abstractNumId") == Some(DOCX_RS_LIST)
    });
    for list in part.elements_mut() {
        let id = list.attribute("w:abstractNumId").unwrap_or_default();
        let is_headings = id == HEADINGS_LIST.to_string();
        let nsid = if is_headings { "5A4A0001" } else { "5A4A0002" };
        for (index, level) in list
            .elements_mut()
            .filter(|e| e.name == "w:lvl")
            .enumerate()
        {
            let text = match profile.headings.get(index) {
                Some(heading) if is_headings => &heading.text,
                _ => &profile.list_item,
            };
            let mut indent = text.indent;
            if !is_headings {
                indent.left = indent.left + super::paragraph::depth_indent(index);
            }
            let mut ind = Element::new("w:ind");
            for (name, value) in indent_attributes(indent, text.pitch()) {
                ind = ind.with(name, value);
            }
            level.drop_elements(|e| e.name == "w:pPr");
            level.push(Element::new("w:pPr").child(ind));
        }
        list.push(Element::val("w:nsid", nsid));
    }
}

/// The instances of one document: which `w:numId` each run of numbers has.
#[derive(Debug, Default)]
pub struct Instances {
    /// By series: at which ordinal each rank starts, by its index; `None` for a rank the series does not use, whose
    /// count must not be touched.
    starts: BTreeMap<u32, [Option<u32>; 4]>,
}

impl Instances {
    /// The runs of numbers that the headings of a document use.
    pub fn of(blocks: &[Block], profile: &Profile) -> Self {
        let mut instances = Self::default();
        for block in blocks {
            let BlockKind::Heading(heading) = &block.kind else {
                continue;
            };
            if let Some(Number { ordinal, series }) = heading.number {
                let ranks = instances.starts.entry(series).or_default();
                ranks[profile.rank_index(heading.rank)].get_or_insert(ordinal);
            }
        }
        instances
    }

    /// The `w:numId` of a run of numbers.
    pub fn num(&self, series: u32) -> usize {
        let before = self.starts.range(..series).count();
        match before {
            0 => HEADINGS_NUM,
            more => SECOND_SERIES_NUM - 1 + more,
        }
    }

    /// The end of the numbering part, to stand behind the lists: all instances, and the end of the root.
    pub fn xml(&self) -> String {
        let mut out = String::new();
        let mut series = self.starts.iter();
        let first = series.next().map(|(_, starts)| starts);
        instance(&mut out, HEADINGS_NUM, HEADINGS_LIST, first);
        instance(&mut out, BULLETS_NUM, BULLETS_LIST, None);
        for (series, starts) in series {
            instance(&mut out, self.num(*series), HEADINGS_LIST, Some(starts));
        }
        out.push_str(END);
        out
    }
}

/// The end of the root element of the numbering part.
pub const END: &str = "</w:numbering>";

fn instance(out: &mut String, num: usize, list: usize, starts: Option<&[Option<u32>; 4]>) {
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<w:num w:numId=\"{num}\"><w:abstractNumId w:val=\"{list}\"/>"
    );
    for (level, start) in starts.into_iter().flatten().enumerate() {
        let Some(start) = start else { continue };
        let _ = write!(
            out,
            "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
        );
    }
    out.push_str("</w:num>");
}
