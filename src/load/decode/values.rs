//! Single values: texts, days, numbers, choices.

use super::choices::{self, Choices};
use crate::diag::{Code, Diagnostic, Findings, Place, Sources, Text, codes};
use crate::load::node::{Entry, Kind, Node, Scalar};
use crate::model::{Located, Parsed, Wording, WordingKind};

/// Reads the nodes of one run and collects what is wrong with them.
pub struct Reader<'a> {
    /// The texts the nodes come from.
    pub sources: &'a Sources,
    findings: &'a mut Findings,
}

impl<'a> Reader<'a> {
    /// A reader that adds to findings.
    pub fn new(sources: &'a Sources, findings: &'a mut Findings) -> Self {
        Self { sources, findings }
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
    }

    /// Adds a finding that another look at the same lines may have made already.
    pub fn push_once(&mut self, diagnostic: Diagnostic) {
        if !self.findings.iter().any(|known| *known == diagnostic) {
            self.findings.push(diagnostic);
        }
    }

    /// A text; an error for lists and maps, `None` also for nothing.
    pub fn scalar<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n Scalar> {
        match &node.kind {
            Kind::Scalar(scalar) => Some(scalar),
            Kind::Null => None,
            Kind::List(_) | Kind::Map(_) => {
                let wanted = Text::new("一段文字", "a text");
                self.wrong_kind(node, what, &wanted);
                None
            }
        }
    }

    /// A text that is printed as typed.
    pub fn plain(&mut self, node: &Node, what: &str) -> Option<Located<String>> {
        let scalar = self.scalar(node, what)?;
        Some(Located::new(scalar.text.clone(), node.place))
    }

    /// The value of an entry as a text that is printed as typed.
    pub fn plain_of(&mut self, entry: &Entry) -> Option<Located<String>> {
        self.plain(&entry.value, &entry.name.text)
    }

    /// The value of an entry as a text that is printed as typed and in which no tag makes sense.
    pub fn untagged_of(&mut self, entry: &Entry) -> Option<Located<String>> {
        let text = self.plain_of(entry)?;
        self.refuse_tags(&text);
        Some(text)
    }

    /// A text in which `{{ }}` would be printed as typed must not hold any.
    pub fn refuse_tags(&mut self, text: &Located<String>) {
        if !text.value.contains("{{") {
            return;
        }
        let message = Text::new(
            "此处不能用标签 {{ }}",
            "tags such as {{ }} do not work here",
        );
        let hint = Text::new(
            "请直接写要印出的文字；要用 {{ }}，写在标题、正文、导语里",
            "type the words to be printed; {{ }} works in titles, bodies and leads",
        );
        self.push(Diagnostic::error(&codes::TAG_NOT_ALLOWED, text.place, message).hint(hint));
    }

    /// A text with `{{ }}`.
    pub fn wording(&mut self, entry: &Entry, kind: WordingKind) -> Option<Wording> {
        self.wording_node(&entry.value, &entry.name.text, kind)
    }

    /// A text with `{{ }}` that may stand in a list.
    pub fn wording_node(&mut self, node: &Node, what: &str, kind: WordingKind) -> Option<Wording> {
        let scalar = self.scalar(node, what)?;
        Some(Wording {
            text: scalar.text.clone(),
            kind,
            place: node.place,
            stretches: scalar.stretches.clone(),
        })
    }

    /// A list of texts, or one text.
    pub fn plain_list(&mut self, entry: &Entry) -> Vec<Located<String>> {
        let what = &entry.name.text;
        match &entry.value.kind {
            Kind::Scalar(_) => self.plain_of(entry).into_iter().collect(),
            _ => self
                .list(&entry.value, what)
                .unwrap_or_default()
                .iter()
                .filter_map(|node| self.plain(node, what))
                .collect(),
        }
    }

    /// A text that a function of the model reads; what it has to say becomes errors and notes at the text.
    pub fn parsed<T>(
        &mut self,
        node: &Node,
        what: &str,
        parse: impl Fn(&str) -> Result<Parsed<T>, Text>,
    ) -> Option<Located<T>> {
        let scalar = self.scalar(node, what)?;
        let parsed = self.accept(parse(&scalar.text), node.place)?;
        Some(Located::new(parsed, node.place))
    }

    /// What a function of the model read, with its remarks as findings.
    pub fn accept<T>(&mut self, read: Result<Parsed<T>, Text>, place: Place) -> Option<T> {
        match read {
            Ok(parsed) => {
                for note in parsed.notes {
                    self.push(Diagnostic::note(&codes::READ_AS, place, note));
                }
                Some(parsed.value)
            }
            Err(message) => {
                self.fault(&codes::BAD_VALUE, place, message);
                None
            }
        }
    }

    /// An error without a hint.
    pub fn fault(&mut self, code: &'static Code, place: Place, message: Text) {
        self.push(Diagnostic::error(code, place, message));
    }

    /// A word of a choice.
    pub fn choice<T: Copy>(&mut self, entry: &Entry, choices: Choices<T>) -> Option<Located<T>> {
        let scalar = self.scalar(&entry.value, &entry.name.text)?;
        if let Some(value) = choices::find(choices, scalar.text.trim()) {
            return Some(Located::new(value, entry.value.place));
        }
        let (zh, en) = choices::words(choices);
        let (what, found) = (&entry.name.text, &scalar.text);
        let message = Text::new(
            format!("“{what}”不能是“{found}”"),
            format!("\"{what}\" cannot be \"{found}\""),
        );
        let hint = Text::new(format!("可选：{zh}"), format!("choose one of {en}"));
        let error = Diagnostic::error(&codes::BAD_VALUE, entry.value.place, message);
        self.push(error.hint(hint));
        None
    }

    /// A whole number within limits.
    pub fn whole(&mut self, node: &Node, what: &str, limits: (i64, i64)) -> Option<Located<i64>> {
        let scalar = self.scalar(node, what)?;
        let number = scalar.text.trim().parse::<i64>().ok();
        if let Some(number) = number.filter(|n| (limits.0..=limits.1).contains(n)) {
            return Some(Located::new(number, node.place));
        }
        let (low, high) = limits;
        let message = Text::new(
            format!("“{what}”应为{low}到{high}的整数，这里是“{}”", scalar.text),
            format!(
                "\"{what}\" takes a whole number from {low} to {high}, found \"{}\"",
                scalar.text
            ),
        );
        self.fault(&codes::BAD_VALUE, node.place, message);
        None
    }
}
