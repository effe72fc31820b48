//! The tree of one YAML file: exact texts with their places, maps and lists in the order they were written.

use crate::diag::Place;

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// A block scalar, `|` or `>`.
    Block,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text as YAML understands it; line ends at the end of block scalars are left out.
    pub text: String,
    /// How it was written.
    pub style: Style,
    /// Where stretches of the text begin in the source, as in [`crate::model::Wording::stretches`].
    pub stretches: Vec<(u32, u32)>,
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The key as YAML understands it.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub name: Name,
    /// The value.
    pub value: Node,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// A text.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A map.
    Map(Vec<Entry>),
}

/// One value of a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it holds.
    pub kind: Kind,
    /// Where it stands; quotes belong to it, indicators of block scalars do not.
    pub place: Place,
    /// Whether it is a list in `[]` or a map in `{}`.
    pub flow: bool,
}

impl Node {
    /// A node in block style.
    pub fn new(kind: Kind, place: Place) -> Self {
        Self {
            kind,
            place,
            flow: false,
        }
    }

    /// Its text, if it is a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// Its text, if it is a scalar without quotes.
    pub fn plain(&self) -> Option<&Scalar> {
        match &self.kind {
            Kind::Scalar(scalar) if scalar.style == Style::Plain => Some(scalar),
            _ => None,
        }
    }

    /// Whether it holds nothing.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// Its entries; none for anything but a map.
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Map(entries) => entries,
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => &[],
        }
    }

    /// Whether two nodes say the same, wherever and however they were written.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Null, Kind::Null) => true,
            (Kind::Scalar(a), Kind::Scalar(b)) => a.text == b.text,
            (Kind::List(a), Kind::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.says_the_same(b))
            }
            (Kind::Map(a), Kind::Map(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(a, b)| a.name.text == b.name.text && a.value.says_the_same(&b.value))
            }
            _ => false,
        }
    }
}
