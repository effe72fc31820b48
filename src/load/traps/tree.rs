//! What the parser accepted and people did not mean.

use super::faults::{
    bad_dash, bad_indent, cut_by_comment, full_width_colon, full_width_mark, missing_blank,
};
use super::lines::{dash_slip, hash_slip};
use super::{flow, indent_of, is_known};
use crate::diag::{Diagnostic, Text, codes};
use crate::load::node::{Entry, Kind, Name, Node, Scalar, Style};
use crate::load::quoting::{Piece, quoted};
use std::ops::Range;

/// Finds the slips in a tree and mends it as if the text had been typed rightly.
pub fn mend(piece: Piece<'_>, root: &mut Node) -> Vec<Diagnostic> {
    let mut mender = Mender {
        piece,
        out: Vec::new(),
    };
    mender.node(root);
    mender.out
}

struct Mender<'a> {
    piece: Piece<'a>,
    out: Vec<Diagnostic>,
}

impl Mender<'_> {
    fn source(&self, range: Range<usize>) -> &str {
        self.piece.text.get(range).unwrap_or_default()
    }

    fn node(&mut self, node: &mut Node) {
        let range = self.piece.range(node.place);
        let is_flow = node.flow;
        match &mut node.kind {
            Kind::Null => {}
            Kind::Scalar(scalar) => {
                if scalar.style == Style::Plain {
                    self.plain(range);
                }
            }
            Kind::List(items) => {
                if is_flow {
                    self.flow_list(items);
                }
                for item in items {
                    self.cut_to_nothing(item);
                    self.node(item);
                }
            }
            Kind::Map(entries) => {
                if is_flow {
                    self.flow_map(entries);
                } else {
                    entries.retain(|entry| self.is_indented(entry));
                }
                for entry in entries {
                    self.cut_value(entry);
                    self.node(&mut entry.value);
                }
            }
        }
    }

    /// A text without quotes: cut by ` #`, or going on over lines that were meant as keys or entries.
    fn plain(&mut self, range: Range<usize>) {
        // Behind most texts their line or their entry ends at once, and no comment can.
        let behind = self.piece.text.as_bytes().get(range.end);
        if !matches!(behind, None | Some(b'\n' | b',' | b'}' | b']')) {
            self.cut(&range);
        }
        let text = self.source(range.clone());
        if text.contains('\n') {
            let text = text.to_owned();
            self.continuations(range.start, &text);
        }
    }

    /// A text behind which a comment cuts off what was meant as its end.
    fn cut(&mut self, range: &Range<usize>) {
        let line = self.piece.line_at(range.end);
        let value = range.start.max(line.start);
        let typed = self.source(value..line.end);
        if typed.contains('#')
            && let Some(hash) = hash_slip(typed)
            && value + hash >= range.end
            && self.source(range.end..value + hash).trim().is_empty()
        {
            self.out
                .push(cut_by_comment(self.piece, value, value + hash));
        }
    }

    /// The second and further lines of a text.
    fn continuations(&mut self, mut start: usize, text: &str) {
        for (i, line) in text.split_inclusive('\n').enumerate() {
            let content = line.trim_start();
            if i > 0 {
                let at = start + line.len() - content.len();
                self.continuation(at, content.trim_end());
            }
            start += line.len();
        }
    }

    fn continuation(&mut self, at: usize, content: &str) {
        if let Some(dash) = dash_slip(content).filter(|_| !content.starts_with('—')) {
            self.out.push(bad_dash(self.piece, at..at + dash));
            return;
        }
        let Some(colon) = content.find(['：', ':']) else {
            return;
        };
        let key = content[..colon].trim();
        if is_known(key) {
            self.out.push(if content[colon..].starts_with('：') {
                full_width_colon(self.piece, key, at + colon)
            } else {
                missing_blank(self.piece, key, at + colon)
            });
        }
    }

    /// `键: #文字`: the whole value is gone.
    fn cut_value(&mut self, entry: &Entry) {
        if !entry.value.is_null() {
            return;
        }
        let key_end = self.piece.range(entry.name.place).end;
        let line = self.piece.line_at(key_end);
        let after = self.source(key_end..line.end);
        let Some(value) = after.strip_prefix(':') else {
            return;
        };
        let hash = line.end - value.trim_start().len();
        self.cut_at(hash, line.end);
    }

    /// `- #文字`: the whole entry is gone.
    fn cut_to_nothing(&mut self, item: &Node) {
        if !item.is_null() {
            return;
        }
        let line = self.piece.line_at(self.piece.range(item.place).start);
        let text = self.source(line.clone());
        if let Some(value) = text.trim_start().strip_prefix("- ") {
            let hash = line.end - value.trim_start().len();
            self.cut_at(hash, line.end);
        }
    }

    fn cut_at(&mut self, hash: usize, end: usize) {
        let mut letters = self.source(hash..end).chars();
        let is_cut = letters.next() == Some('#')
            && letters
                .next()
                .is_some_and(|c| !c.is_whitespace() && c != '#');
        if is_cut {
            self.out.push(cut_by_comment(self.piece, hash, hash));
        }
    }

    /// A key that begins with a full-width space was meant to stand under the key above.
    fn is_indented(&mut self, entry: &Entry) -> bool {
        let start = self.piece.range(entry.name.place).start;
        let typed = self.piece.text.get(start..).unwrap_or_default();
        if !typed.starts_with(char::is_whitespace) {
            return true;
        }
        let line = self.piece.line_at(start);
        let text = self.source(line.clone());
        let indent = indent_of(text).to_owned();
        if line.start + indent.len() <= start {
            return true;
        }
        self.out.extend(bad_indent(self.piece, line, &indent));
        false
    }

    fn flow_list(&mut self, items: &mut Vec<Node>) {
        let may_join = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let may_change = |text: &str| may_join(text) || text.contains('，');
        let mut texts = items.iter().filter_map(Node::plain);
        if !texts.any(|scalar| may_change(&scalar.text)) {
            return;
        }
        let mut mended: Vec<Node> = Vec::with_capacity(items.len());
        for item in items.drain(..) {
            if let Some(last) = mended.last_mut()
                && let Some(text) = item.plain().map(|s| s.text.clone())
                && self.joins(last, item.place.start, &text)
            {
                join(last, &text, item.place.end);
                self.thousands(last);
                continue;
            }
            mended.extend(self.split_at_commas(item));
        }
        *items = mended;
    }

    /// `[甲，乙]`: one entry with a full-width comma becomes two.
    fn split_at_commas(&mut self, item: Node) -> Vec<Node> {
        let range = self.piece.range(item.place);
        let text = self.source(range.clone()).to_owned();
        if item.plain().is_none() || !text.contains('，') || text.contains('\n') {
            return vec![item];
        }
        let mut out = Vec::new();
        let mut start = range.start;
        for part in text.split('，') {
            if start > range.start {
                let mark = start - '，'.len_utf8();
                let mut fault = full_width_mark(self.piece, mark..start, ", ");
                if let Some(Text { zh, en }) = &mut fault.hint {
                    zh.push_str("；若逗号属于文字，请给整段文字加引号");
                    en.push_str("; if the comma belongs to a text, put the text in quotes");
                }
                self.out.push(fault);
            }
            out.push(self.slice(start, part));
            start += part.len() + '，'.len_utf8();
        }
        out
    }

    /// A plain text of one line that stands at `start`.
    fn slice(&self, start: usize, text: &str) -> Node {
        let start = start + text.len() - text.trim_start().len();
        let text = text.trim();
        let place = self.piece.place(start, start + text.len());
        if text.is_empty() {
            return Node::new(Kind::Null, place);
        }
        Node::new(
            Kind::Scalar(Scalar {
                text: text.to_owned(),
                style: Style::Plain,
                stretches: vec![(0, place.start)],
            }),
            place,
        )
    }

    fn flow_map(&mut self, entries: &mut Vec<Entry>) {
        if !entries.iter().any(|e| is_bare(e) || holds_comma(&e.value)) {
            return;
        }
        let mut mended: Vec<Entry> = Vec::with_capacity(entries.len());
        for entry in entries.drain(..) {
            if !is_bare(&entry) {
                mended.push(self.without_next_key(entry));
                continue;
            }
            if let Some(last) = mended.last_mut()
                && self.joins(&last.value, entry.name.place.start, &entry.name.text)
            {
                join(&mut last.value, &entry.name.text, entry.name.place.end);
                self.thousands(&last.value);
                continue;
            }
            mended.push(self.with_colon(entry));
        }
        *entries = mended;
    }

    /// `{本期：5亿元}` and `{本期:5亿元}` are one key without a value to YAML.
    fn with_colon(&mut self, entry: Entry) -> Entry {
        let range = self.piece.range(entry.name.place);
        let text = self.source(range.clone()).to_owned();
        let Some(colon) = text.find(['：', ':']).filter(|&i| i > 0) else {
            return entry;
        };
        let key = text[..colon].trim_end();
        let (fault, length) = if text[colon..].starts_with('：') {
            let fault = full_width_colon(self.piece, key, range.start + colon);
            (fault, '：'.len_utf8())
        } else {
            (missing_blank(self.piece, key, range.start + colon), 1)
        };
        self.out.push(fault);
        let value = self.slice(range.start + colon + length, &text[colon + length..]);
        let name = Name {
            text: key.to_owned(),
            place: self.piece.place(range.start, range.start + key.len()),
        };
        self.without_next_key(Entry { name, value })
    }

    /// `{本期: 5亿元，同比：3%}`: the value holds the next key.
    fn without_next_key(&mut self, mut entry: Entry) -> Entry {
        if !holds_comma(&entry.value) {
            return entry;
        }
        let range = self.piece.range(entry.value.place);
        let text = self.source(range.clone()).to_owned();
        let comma = text.match_indices('，').map(|(i, _)| i).find(|i| {
            let next = text[i + '，'.len_utf8()..].trim_start();
            flow::begins_with_key(next)
        });
        if let Some(comma) = comma {
            let at = range.start + comma;
            let mark = at..at + '，'.len_utf8();
            self.out.push(full_width_mark(self.piece, mark, ", "));
            entry.value = self.slice(range.start, &text[..comma]);
        }
        entry
    }

    /// Whether `right`, which begins at a byte of the source, goes on with the number that `left` ends with.
    fn joins(&self, left: &Node, start: u32, right: &str) -> bool {
        let digits = right.chars().take_while(char::is_ascii_digit).count();
        let typed = self.source(self.piece.range(left.place));
        let tail = typed.chars().rev().take_while(char::is_ascii_digit).count();
        let ends_with_digits = left.plain().is_some() && (1..=3).contains(&tail);
        let between = self.piece.range(left.place).end;
        let start = (start as usize).saturating_sub(self.piece.base);
        digits == 3 && ends_with_digits && self.source(between..start.max(between)) == ","
    }

    fn thousands(&mut self, node: &Node) {
        let range = self.piece.range(node.place);
        let text = self.source(range.clone()).to_owned();
        // A number with two commas is reported once, whole.
        self.out.retain(|d| {
            !(d.code == &codes::THOUSANDS_COMMA
                && d.place.is_some_and(|p| p.start == node.place.start))
        });
        self.out.push(
            Diagnostic::error(
                &codes::THOUSANDS_COMMA,
                node.place,
                Text::new(
                    format!("“{text}”里的逗号在括号中是分隔号，不是千分位"),
                    format!("the comma in \"{text}\" separates entries between brackets"),
                ),
            )
            .hint(self.piece.changed_line(range, &quoted(&text))),
        );
    }
}

/// Whether an entry is a key without a colon.
fn is_bare(entry: &Entry) -> bool {
    entry.value.is_null()
        && entry.value.place.start == entry.value.place.end
        && entry.name.place.end == entry.value.place.start
}

/// Whether a text without quotes holds a full-width comma.
fn holds_comma(value: &Node) -> bool {
    value
        .plain()
        .is_some_and(|scalar| scalar.text.contains('，'))
}

/// Puts a number that a comma cut apart together again, without the comma: it has been told already.
fn join(node: &mut Node, text: &str, end: u32) {
    node.place.end = end;
    if let Kind::Scalar(scalar) = &mut node.kind {
        scalar.text.push_str(text);
    }
}
