//! Maps and lists: known keys, and what is said when a value is of another kind.

use super::Reader;
use crate::diag::{Diagnostic, Place, Text, codes, nearest};
use crate::load::node::{Entry, Kind, Node};
use crate::load::quoting::Piece;
use crate::load::{traps, yaml};
use crate::model::schema::{self, Key};

/// An entry of a map under the key it stands for.
pub struct Known<'n> {
    /// English spelling of the key.
    pub key: &'static str,
    /// The entry as typed.
    pub entry: &'n Entry,
}

impl Reader<'_> {
    /// The filled entries of a map whose keys are known; all others are errors. An entry without a value counts as not
    /// there. `what` is the name of the map in messages.
    pub fn known<'n>(
        &mut self,
        node: &'n Node,
        keys: &'static [Key],
        what: &str,
    ) -> Vec<Known<'n>> {
        let Some(entries) = self.map(node, what) else {
            return Vec::new();
        };
        let mut out = Vec::with_capacity(entries.len());
        let mut seen: Vec<(&Key, Place)> = Vec::with_capacity(entries.len());
        let mut unknown = Vec::new();
        for entry in entries {
            let Some(key) = schema::find(keys, &entry.name.text) else {
                unknown.push(entry);
                continue;
            };
            let place = entry.name.place;
            if let Some((_, last)) = seen.iter_mut().find(|(seen, _)| std::ptr::eq(*seen, key)) {
                let first = std::mem::replace(last, place);
                self.push(yaml::duplicate(&entry.name.text, place, first));
                continue;
            }
            seen.push((key, place));
            if !entry.value.is_null() {
                out.push(Known { key: key.en, entry });
            }
        }
        // A map with nothing known in it is no map with wrong keys but a sentence with a colon.
        let is_sentence = seen.is_empty() && entries.len() == 1 && !node.flow;
        for entry in unknown {
            let names = keys.iter().map(|k| (k.en, k.zh)).collect::<Vec<_>>();
            self.unknown_key(entry, &names, is_sentence);
        }
        out
    }

    /// The error for a key that is not known here.
    pub fn unknown_key(&mut self, entry: &Entry, known: &[(&str, &str)], is_sentence: bool) {
        let typed = &entry.name.text;
        let message = Text::new(
            format!("这里没有“{typed}”这个键"),
            format!("the key \"{typed}\" is not known here"),
        );
        let diagnostic = Diagnostic::error(&codes::UNKNOWN_KEY, entry.name.place, message);
        let near = nearest_key(typed, known);
        let hint = match near {
            Some(near) if is_sentence => {
                let Text { zh, en } = self.in_quotes(entry);
                Text::new(
                    format!("是不是“{near}”？{zh}"),
                    format!("did you mean \"{near}\"? {en}"),
                )
            }
            Some(near) => Text::new(
                format!("是不是“{near}”？"),
                format!("did you mean \"{near}\"?"),
            ),
            None if is_sentence => self.in_quotes(entry),
            None => {
                let (en, zh): (Vec<&str>, Vec<&str>) = known.iter().copied().unzip();
                Text::new(
                    format!("可用的键：{}", zh.join("、")),
                    format!("known keys: {}", en.join(", ")),
                )
            }
        };
        self.push(diagnostic.hint(hint));
    }

    /// `- 问题: 土地供求矛盾突出` was meant as one sentence.
    fn in_quotes(&self, entry: &Entry) -> Text {
        let hint = self.piece(entry.name.place).map(|piece| {
            let start = piece.range(entry.name.place).start;
            piece.quoted_line(start)
        });
        let Some(Text { zh, en }) = hint else {
            return Text::new("一句话请加引号", "put a sentence in quotes");
        };
        Text::new(
            format!("若这是一句话，{zh}"),
            format!("if this is one sentence, {en}"),
        )
    }

    /// The entries of a map; an error for anything else.
    pub fn map<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [Entry]> {
        if let Kind::Map(entries) = &node.kind {
            return Some(entries);
        }
        let wanted = Text::new("“键: 值”", "keys with values");
        self.misfit(node, what, &wanted, false);
        None
    }

    /// The entries of a list; an error for anything else.
    pub fn list<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [Node]> {
        if let Kind::List(items) = &node.kind {
            return Some(items);
        }
        let wanted = Text::new("列表（每项以“- ”开头）", "a list (each entry with `- `)");
        self.misfit(node, what, &wanted, true);
        None
    }

    /// The error for a value of the wrong kind, or the slips that explain it.
    pub fn misfit(&mut self, node: &Node, what: &str, wanted: &Text, list: bool) {
        let slips = self
            .piece(node.place)
            .map(|piece| traps::misfit(piece, node, list))
            .unwrap_or_default();
        if slips.is_empty() {
            let found = self.of_wrong_kind(node, what, wanted);
            let text = node.text().filter(|t| list && !t.contains('\n'));
            self.push(match text {
                Some(text) => found.hint(Text::new(
                    format!("请在“{what}:”下面另起一行，写成   - {text}"),
                    format!("on a line of its own below `{what}:`, write   - {text}"),
                )),
                None => found,
            });
        }
        for slip in slips {
            self.push_once(slip);
        }
    }

    /// The error for a value of the wrong kind.
    pub fn wrong_kind(&mut self, node: &Node, what: &str, wanted: &Text) {
        let fault = self.of_wrong_kind(node, what, wanted);
        self.push(fault);
    }

    fn of_wrong_kind(&self, node: &Node, what: &str, wanted: &Text) -> Diagnostic {
        let found = match &node.kind {
            Kind::Null => Text::new("空的", "nothing"),
            Kind::Scalar(_) => Text::new("文字", "text"),
            Kind::List(_) => Text::new("列表", "a list"),
            Kind::Map(_) => Text::new("“键: 值”", "keys with values"),
        };
        let message = Text::new(
            format!("“{what}”应为{}，这里是{}", wanted.zh, found.zh),
            format!("\"{what}\" takes {}, found {}", wanted.en, found.en),
        );
        Diagnostic::error(&codes::WRONG_KIND, node.place, message)
    }

    /// The error for a key that is not filled in.
    pub fn missing(&mut self, place: Place, zh: &str, en: &str, hint: Text) {
        let message = Text::new(format!("缺少“{zh}”"), format!("\"{en}\" is missing"));
        self.push(Diagnostic::error(&codes::MISSING_KEY, place, message).hint(hint));
    }

    /// The source that a place lies in, as a piece to quote lines from.
    fn piece(&self, place: Place) -> Option<Piece<'_>> {
        let source = self.sources.get(place.source)?;
        Some(Piece::whole(place.source, source.text()))
    }
}

/// The known keys (English, Chinese) in the language that a misspelt one is typed in.
fn spellings<'a>(typed: &str, known: &[(&'a str, &'a str)]) -> impl Iterator<Item = &'a str> {
    let is_english = typed.is_ascii();
    known
        .iter()
        .map(move |(en, zh)| if is_english { *en } else { *zh })
}

/// The known key (English, Chinese) that a misspelt one was meant to be.
pub fn nearest_key<'a>(typed: &str, known: &[(&'a str, &'a str)]) -> Option<&'a str> {
    nearest(typed, spellings(typed, known))
}
