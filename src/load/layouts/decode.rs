//! A profile's tree to the profile. Nothing stops at the first mistake: every one is reported.

use super::grid::{self, Own, Promise};
use super::lengths::MOST_CHARS;
use super::schema::{self, HEADINGS, ROLES};
use super::words::{self, Side};
use crate::diag::{Diagnostic, Place, Text, codes};
use crate::layout::{
    Align, Chars, ClosingRule, FontNames, Line, NumberPiece, NumberSide, Page, PageNumberStyle,
    Profile, TextStyle, Twips, Typeface,
};
use crate::load::decode::{Known, Reader, choices};
use crate::load::node::{Entry, Node};

/// Reads a profile from its tree, laid over those it extends; `own` are the user's files among them.
pub fn profile(root: &Node, own: &Own<'_>, reader: &mut Reader<'_>) -> Profile {
    let mut profile = Profile::blank();
    let known = reader.known(root, schema::TOP, "版式");
    let entry = |key: &str| known.iter().find(|k| k.key == key).map(|k| k.entry);
    let mut decoder = Decoder {
        reader,
        pitch: profile.page.line_pitch,
        promise: Promise::default(),
    };
    if let Some(body) = entry("body") {
        decoder.style(body, &mut profile.body);
    }
    if let Line::Exact(pitch) = profile.body.line {
        decoder.pitch = pitch;
        profile.page.line_pitch = pitch;
    }
    if let Some(page) = entry("page") {
        decoder.page(page, &mut profile.page);
    }
    decoder.pitch = profile.page.line_pitch;
    decoder.paragraphs(&entry, &mut profile);
    for one in &known {
        decoder.rest(one, &mut profile);
    }
    grid::check(&profile, decoder.promise, own, decoder.reader);
    profile
}

/// Reads pieces of a profile.
pub struct Decoder<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    /// One line, as in 段后: 1行.
    pub(super) pitch: Twips,
    promise: Promise,
}

impl Decoder<'_, '_> {
    /// All kinds of paragraphs. What one does not say it takes from running text.
    fn paragraphs<'n>(
        &mut self,
        entry: &impl Fn(&str) -> Option<&'n Entry>,
        profile: &mut Profile,
    ) {
        let body = profile.body;
        for (key, place) in ROLES.iter().filter(|(key, _)| key.en != "body") {
            *place(profile) = body;
            if let Some(entry) = entry(key.en) {
                self.style(entry, place(profile));
            }
        }
        for (heading, key) in profile.headings.iter_mut().zip(HEADINGS) {
            heading.text = body;
            if let Some(entry) = entry(key) {
                self.style(entry, &mut heading.text);
            }
        }
        profile.table.header = body;
        profile.table.text = body;
    }

    fn rest(&mut self, one: &Known<'_>, profile: &mut Profile) {
        let entry = one.entry;
        match one.key {
            "name" => {
                if let Some(name) = self.reader.plain_of(entry) {
                    profile.names.insert(0, name.value);
                }
            }
            "aliases" => {
                let names = self.reader.plain_list(entry);
                profile.names.extend(names.into_iter().map(|n| n.value));
            }
            "about" => {
                if let Some(about) = self.reader.plain_of(entry) {
                    profile.about = about.value;
                }
            }
            "fonts" => self.set(entry, words::FONTS, &mut profile.fonts),
            "font_names" => self.font_names(entry, &mut profile.font_names),
            "table" => self.table(entry, &mut profile.table),
            "chart" => self.chart(entry, &mut profile.chart),
            "page_number" => self.page_number(entry, &mut profile.page_number),
            "closing" => self.set::<ClosingRule>(entry, words::CLOSING, &mut profile.closing),
            "emphasis" => self.set::<Typeface>(entry, words::TYPEFACE, &mut profile.emphasis),
            "list" => self.bullet(entry, &mut profile.bullet),
            key => self.number(key, entry, profile),
        }
    }

    /// A word of a choice.
    fn set<T: Copy>(&mut self, entry: &Entry, choices: choices::Choices<T>, to: &mut T) {
        if let Some(found) = self.reader.choice(entry, choices) {
            *to = found.value;
        }
    }

    fn number(&mut self, key: &str, entry: &Entry, profile: &mut Profile) {
        let rank = HEADINGS.iter().position(|known| *known == key);
        let heading = rank.and_then(|rank| profile.headings.get_mut(rank));
        let typed = entry
            .value
            .entries()
            .iter()
            .find(|e| schema::same(&e.name.text, "number"));
        match (heading, typed) {
            (Some(heading), Some(typed)) => self.set(typed, words::NUMBER, &mut heading.number),
            (None, Some(typed)) => {
                self.misplaced(typed, "编号只用于标题", "only headings have numbers")
            }
            (_, None) => {}
        }
    }

    fn bullet(&mut self, entry: &Entry, to: &mut String) {
        let entries = entry.value.entries();
        let typed = entries
            .iter()
            .find(|e| schema::same(&e.name.text, "bullet"));
        if let Some(found) = typed.and_then(|typed| self.reader.plain_of(typed)) {
            *to = found.value;
        }
    }

    fn misplaced(&mut self, entry: &Entry, zh: &str, en: &str) {
        let message = Text::new(zh, en);
        let fault = Diagnostic::error(&codes::UNKNOWN_KEY, entry.name.place, message);
        self.reader.push(fault);
    }

    fn page(&mut self, entry: &Entry, page: &mut Page) {
        for one in self
            .reader
            .known(&entry.value, schema::PAGE, &entry.name.text)
        {
            let place = match one.key {
                "width" => &mut page.width,
                "height" => &mut page.height,
                "top" => &mut page.top,
                "bottom" => &mut page.bottom,
                "left" => &mut page.left,
                "right" => &mut page.right,
                "header" => &mut page.header,
                "footer" => &mut page.footer,
                "line_pitch" => &mut page.line_pitch,
                "widow_control" => {
                    self.set(one.entry, choices::YES_NO, &mut page.widow_control);
                    continue;
                }
                "mirror_margins" => {
                    self.set(one.entry, choices::YES_NO, &mut page.mirror_margins);
                    continue;
                }
                // Lines and characters are held against the page when all is read.
                "lines" => {
                    self.promise.lines = self.count(one.entry);
                    continue;
                }
                _ => {
                    self.promise.characters = self.count(one.entry);
                    continue;
                }
            };
            if let Some(length) = self.positive(one.entry, "37毫米") {
                *place = length;
            }
        }
    }

    /// How many of something a page holds; 0 promises nothing.
    fn count(&mut self, entry: &Entry) -> Option<i32> {
        let found = self
            .reader
            .whole(&entry.value, &entry.name.text, (0, 200))?;
        i32::try_from(found.value).ok().filter(|count| *count > 0)
    }

    pub(super) fn style(&mut self, entry: &Entry, style: &mut TextStyle) {
        let known = self
            .reader
            .known(&entry.value, schema::STYLE, &entry.name.text);
        // Lengths in characters need the letters first.
        for one in &known {
            match one.key {
                "typeface" => self.set(one.entry, words::TYPEFACE, &mut style.typeface),
                "size" => self.size(one.entry, &mut style.size),
                "bold" => self.set(one.entry, choices::YES_NO, &mut style.bold),
                "align" => self.set::<Align>(one.entry, words::ALIGN, &mut style.align),
                "spacing" => {
                    if let Some(length) = self.fixed(one.entry, "-0.25磅") {
                        style.spacing = length;
                    }
                }
                _ => {}
            }
        }
        let pitch = style.pitch();
        for one in &known {
            let (place, least) = match one.key {
                "line" => {
                    style.line = self.line(one.entry).unwrap_or(style.line);
                    continue;
                }
                "before" => {
                    style.before = self.gap(one.entry).unwrap_or(style.before);
                    continue;
                }
                "after" => {
                    style.after = self.gap(one.entry).unwrap_or(style.after);
                    continue;
                }
                "left" => (&mut style.indent.left, 0),
                "right" => (&mut style.indent.right, 0),
                "first_line" => (&mut style.indent.first_line, -MOST_CHARS),
                _ => continue,
            };
            *place = self.indent(one.entry, pitch, least).unwrap_or(*place);
        }
        // A first line never begins left of the text block.
        let outside = Chars(-style.indent.left.0);
        style.indent.first_line = style.indent.first_line.max(outside);
    }

    fn page_number(&mut self, entry: &Entry, number: &mut PageNumberStyle) {
        let known = self
            .reader
            .known(&entry.value, schema::PAGE_NUMBER, &entry.name.text);
        let mut side = None;
        let mut edge = None;
        for one in &known {
            match one.key {
                "form" => {
                    let typed = self.reader.plain_of(one.entry);
                    number.form = typed.map_or_else(Vec::new, |typed| {
                        let form = pieces(&typed.value);
                        self.unknown_slots(&form, typed.place);
                        form
                    });
                }
                "typeface" => self.set(one.entry, words::TYPEFACE, &mut number.typeface),
                "size" => self.size(one.entry, &mut number.size),
                "side" => side = self.reader.choice(one.entry, words::SIDE).map(|s| s.value),
                _ => edge = Some(one.entry),
            }
        }
        let pitch = number.size.twips();
        let edge = edge.and_then(|entry| self.indent(entry, pitch, 0));
        number.side = match side {
            Some(Side::Outer) => NumberSide::Outer(edge.unwrap_or(Chars::whole(1))),
            Some(Side::Centre) => NumberSide::Centre,
            Some(Side::Right) => NumberSide::Right,
            None => number.side,
        };
    }

    fn font_names(&mut self, entry: &Entry, names: &mut FontNames) {
        for one in self
            .reader
            .known(&entry.value, schema::FONT_NAMES, &entry.name.text)
        {
            let Some(name) = self.reader.plain_of(one.entry) else {
                continue;
            };
            match choices::find(words::TYPEFACE, one.key) {
                Some(typeface) => {
                    names.typefaces.insert(typeface, name.value);
                }
                None => names.monospaced = Some(name.value),
            }
        }
    }
}

impl Decoder<'_, '_> {
    /// Only two things can be put into the form of a page number.
    fn unknown_slots(&mut self, form: &[NumberPiece], place: Place) {
        let has_brace = |piece: &NumberPiece| matches!(piece, NumberPiece::Text(text) if text.contains(['{', '}']));
        if !form.iter().any(has_brace) {
            return;
        }
        let message = Text::new(
            "页码的形式里，花括号内只能是“页”或“总页”",
            "only the page and the number of pages can stand in the braces of a page number",
        );
        let hint = Text::new(
            "写成 {页} 或 {总页}，例如 第{页}页 共{总页}页",
            "write {page} or {pages}, for example `Page {page} of {pages}`",
        );
        let fault = Diagnostic::error(&codes::BAD_VALUE, place, message);
        self.reader.push(fault.hint(hint));
    }
}

/// The form of a page number: `— {页} —`, `Page {page} of {pages}`.
fn pieces(form: &str) -> Vec<NumberPiece> {
    let slots = words::PAGE
        .map(|slot| (slot, NumberPiece::Page))
        .into_iter()
        .chain(words::PAGES.map(|slot| (slot, NumberPiece::Pages)));
    let slots: Vec<(&str, NumberPiece)> = slots.collect();
    let mut out = Vec::new();
    let mut rest = form;
    while !rest.is_empty() {
        let next = slots
            .iter()
            .filter_map(|(slot, piece)| Some((rest.find(slot)?, *slot, piece)))
            .min_by_key(|(at, ..)| *at);
        let Some((at, slot, piece)) = next else {
            out.push(NumberPiece::Text(rest.to_owned()));
            break;
        };
        if at > 0 {
            out.push(NumberPiece::Text(rest[..at].to_owned()));
        }
        out.push(piece.clone());
        rest = &rest[at + slot.len()..];
    }
    out
}
