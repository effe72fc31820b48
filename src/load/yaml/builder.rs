//! The parser's events to a tree.

use super::{NODES, duplicate, too_large};
use crate::diag::{Diagnostic, Place, Text, codes};
use crate::load::node::{Entry, Kind, Name, Node, Scalar, Style};
use crate::load::quoting::Piece;
use crate::load::{characters, stretches};
use serde_yaml::granit_parser::{
    BorrowedInput, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle,
};
use std::collections::BTreeMap;

/// Why building stopped.
pub enum Stop {
    /// The parser gave up.
    Scan(ScanError),
    /// A limit of ours was met, or a second document; with the offset in the piece.
    Fault(Box<Diagnostic>, usize),
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Self {
        Self::Scan(error)
    }
}

/// Builds the tree of one document from the parser's events.
pub struct Builder<'a> {
    piece: Piece<'a>,
    /// What was wrong but left the rest readable.
    pub faults: Vec<Diagnostic>,
    nodes: usize,
}

impl<'a> Builder<'a> {
    /// A builder that has seen nothing yet.
    pub fn new(piece: Piece<'a>) -> Self {
        Self {
            piece,
            faults: Vec::new(),
            nodes: 0,
        }
    }

    /// The root of the only document, `None` if there is no content.
    pub fn document<T: BorrowedInput<'a>>(
        &mut self,
        parser: &mut Parser<'a, T>,
    ) -> Result<Option<Node>, Stop> {
        let mut root = None;
        let mut documents = 0;
        while let Some(next) = parser.next_event() {
            let (event, span) = next?;
            match event {
                Event::DocumentStart(..) => documents += 1,
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                event if documents <= 1 => root = Some(self.node(parser, event, span)?),
                _ => {
                    let (start, _) = range(span);
                    return Err(self.stop(start, second_document));
                }
            }
        }
        Ok(root.filter(|node| !node.is_null()))
    }

    fn stop(&self, offset: usize, fault: fn(Place) -> Diagnostic) -> Stop {
        Stop::Fault(Box::new(fault(self.piece.place(offset, offset))), offset)
    }

    fn node<T: BorrowedInput<'a>>(
        &mut self,
        parser: &mut Parser<'a, T>,
        event: Event<'a>,
        span: Span,
    ) -> Result<Node, Stop> {
        let (start, end) = range(span);
        self.nodes += 1;
        if self.nodes > NODES {
            return Err(self.stop(start, |place| {
                too_large(place, "内容太多", "the file holds too much")
            }));
        }
        let place = self.piece.place(start, end);
        Ok(match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(start, anchor != 0 || tag.is_some());
                self.refuse_escapes(&text, (start, end), place);
                scalar(self.piece, &text, style, span)
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_properties(start, anchor != 0 || tag.is_some());
                self.list(parser, style, start)?
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_properties(start, anchor != 0 || tag.is_some());
                self.map(parser, style, start)?
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let fault = self.piece.needs_quotes(start);
                self.faults.push(fault);
                Node::new(Kind::Null, place)
            }
            _ => Node::new(Kind::Null, place),
        })
    }

    /// `&` and `!` before a text: the place of the sign is found by going back from the text.
    fn refuse_properties(&mut self, start: usize, found: bool) {
        if !found {
            return;
        }
        let line = self.piece.line_at(start);
        let before = self.piece.text.get(line.start..start).unwrap_or_default();
        let sign = before.rfind(['&', '!']).map_or(start, |i| line.start + i);
        self.faults.push(self.piece.needs_quotes(sign));
    }

    /// A character that may not stand in a file must not come in as `"\uFDD0"` either.
    fn refuse_escapes(&mut self, text: &str, span: (usize, usize), place: Place) {
        let typed = self.piece.text.get(span.0..span.1).unwrap_or_default();
        if !characters::is_clean(text) && characters::is_clean(typed) {
            let message = Text::new(
                "引号里的“\\”写法变成了不能使用的字符",
                "an escape in double quotes gives a character that cannot be used",
            );
            let fault = Diagnostic::error(&codes::RESERVED_CHARACTER, place, message);
            self.faults.push(fault);
        }
    }

    fn list<T: BorrowedInput<'a>>(
        &mut self,
        parser: &mut Parser<'a, T>,
        style: StructureStyle,
        start: usize,
    ) -> Result<Node, Stop> {
        let mut items = Vec::new();
        let mut end = start;
        while let Some(next) = parser.next_event() {
            let (event, span) = next?;
            if matches!(event, Event::SequenceEnd) {
                end = range(span).1;
                break;
            }
            items.push(self.node(parser, event, span)?);
        }
        let last = items.last().map(|n: &Node| n.place.end);
        Ok(self.collection(Kind::List(items), style, (start, end), last))
    }

    fn map<T: BorrowedInput<'a>>(
        &mut self,
        parser: &mut Parser<'a, T>,
        style: StructureStyle,
        start: usize,
    ) -> Result<Node, Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = BTreeMap::new();
        let mut end = start;
        let mut is_text = false;
        while let Some(next) = parser.next_event() {
            let (event, span) = next?;
            if matches!(event, Event::MappingEnd) {
                end = range(span).1;
                break;
            }
            let key = self.node(parser, event, span)?;
            let Some(next) = parser.next_event() else {
                break;
            };
            let (event, span) = next?;
            let value = self.node(parser, event, span)?;
            is_text |= key.flow && style == StructureStyle::Flow;
            if let Some(name) = self.name(key)
                && self.is_new(&mut seen, &name)
            {
                entries.push(Entry { name, value });
            }
        }
        if is_text {
            // `{{期间}}` was reported as a text without quotes; as a map it would be reported again.
            return Ok(Node::new(Kind::Null, self.piece.place(start, end)));
        }
        let last = entries.last().map(|e| e.value.place.end);
        Ok(self.collection(Kind::Map(entries), style, (start, end), last))
    }

    /// A block collection ends where its last value does; the parser would put its end behind the line end.
    fn collection(
        &self,
        kind: Kind,
        style: StructureStyle,
        span: (usize, usize),
        last: Option<u32>,
    ) -> Node {
        let mut place = self.piece.place(span.0, span.1);
        let flow = style == StructureStyle::Flow;
        if let Some(last) = last.filter(|_| !flow) {
            place.end = last.max(place.start);
        }
        Node { kind, place, flow }
    }

    /// The name of a map's key; a list or map in its place is text that begins with `{` or `[` and lacks quotes.
    fn name(&mut self, key: Node) -> Option<Name> {
        let place = key.place;
        match key.kind {
            Kind::Scalar(scalar) => Some(Name {
                text: scalar.text,
                place,
            }),
            Kind::Null => Some(Name {
                text: String::new(),
                place,
            }),
            Kind::List(_) | Kind::Map(_) => {
                let start = (place.start as usize).saturating_sub(self.piece.base);
                let text = self.piece.text;
                let outer = text
                    .get(..start)
                    .map_or(start, |before| before.trim_end_matches(['{', '[']).len());
                self.faults.push(self.piece.needs_quotes(outer));
                None
            }
        }
    }

    fn is_new(&mut self, seen: &mut BTreeMap<String, Place>, name: &Name) -> bool {
        let Some(first) = seen.get(&name.text) else {
            seen.insert(name.text.clone(), name.place);
            return true;
        };
        self.faults.push(duplicate(&name.text, name.place, *first));
        false
    }
}

fn second_document(place: Place) -> Diagnostic {
    Diagnostic::error(
        &codes::NOT_YAML,
        place,
        Text::new(
            "一个文件里只能有一份YAML，这里又开始了一份（“---”）",
            "a file holds one YAML document, a second one begins here (`---`)",
        ),
    )
    .hint(Text::new(
        "请删去“---”，或分成两个文件",
        "remove the `---`, or make two files of it",
    ))
}

fn range(span: Span) -> (usize, usize) {
    let range = span.byte_range().unwrap_or(0..0);
    (range.start, range.end.max(range.start))
}

fn scalar(piece: Piece<'_>, text: &str, style: ScalarStyle, span: Span) -> Node {
    let (start, end) = range(span);
    let place = piece.place(start, end);
    let text = match style {
        ScalarStyle::Literal | ScalarStyle::Folded => text.trim_end_matches('\n'),
        _ => text,
    };
    let inside = start + 1..end.saturating_sub(1).max(start + 1);
    let (style, stretches) = match style {
        ScalarStyle::Plain if matches!(text, "" | "~" | "null") => {
            return Node::new(Kind::Null, place);
        }
        ScalarStyle::Plain => (
            Style::Plain,
            stretches::flowing(text, piece.text, start..end, false),
        ),
        ScalarStyle::SingleQuoted => (
            Style::Quoted,
            stretches::flowing(text, piece.text, inside, false),
        ),
        ScalarStyle::DoubleQuoted => (
            Style::Quoted,
            stretches::flowing(text, piece.text, inside, true),
        ),
        ScalarStyle::Literal => (Style::Block, stretches::literal(text, piece.text, start)),
        ScalarStyle::Folded => (
            Style::Block,
            stretches::flowing(text, piece.text, start..end, false),
        ),
    };
    let stretches = piece.in_source(stretches);
    let text = text.to_owned();
    Node::new(
        Kind::Scalar(Scalar {
            text,
            style,
            stretches,
        }),
        place,
    )
}
