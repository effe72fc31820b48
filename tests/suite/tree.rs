//! A small builder of documents for the tests of what reads or writes them.

use std::sync::Arc;
use zongjie::document::{
    Block, BlockKind, Document, Figure, Heading, Inline, Key, Language, Number, Origin, Role,
};

pub fn text(text: &str) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        origin: Origin::default(),
    }
}

pub fn code(text: &str) -> Inline {
    Inline::Code {
        text: text.to_owned(),
        origin: Origin::default(),
    }
}

pub fn strong(words: &str) -> Inline {
    Inline::Strong(vec![text(words)])
}

pub fn emphasis(words: &str) -> Inline {
    Inline::Emphasis(vec![text(words)])
}

pub fn figure(path: &str, aspect: &'static str, text: &str) -> Inline {
    Inline::Figure(Figure {
        key: Key {
            path: Arc::from(path),
            number: 0,
            aspect,
            place: None,
        },
        text: text.to_owned(),
        provisional: false,
        origin: Origin::default(),
    })
}

pub fn paragraph(content: Vec<Inline>) -> BlockKind {
    role(Role::Body, content)
}

pub fn role(role: Role, content: Vec<Inline>) -> BlockKind {
    BlockKind::Paragraph { role, content }
}

/// A heading that is to be numbered.
pub fn heading(level: u8, words: &str) -> BlockKind {
    BlockKind::Heading(Heading {
        level,
        rank: level,
        number: Some(Number {
            ordinal: 0,
            series: 0,
        }),
        content: vec![text(words)],
        run_in: None,
    })
}

/// A heading marked as unnumbered.
pub fn part(level: u8, words: &str) -> BlockKind {
    match heading(level, words) {
        BlockKind::Heading(heading) => BlockKind::Heading(Heading {
            number: None,
            ..heading
        }),
        other => other,
    }
}

/// A numbered heading with its text on the same line.
pub fn run_in(level: u8, words: &str, content: &str) -> BlockKind {
    match heading(level, words) {
        BlockKind::Heading(heading) => BlockKind::Heading(Heading {
            run_in: Some(vec![text(content)]),
            ..heading
        }),
        other => other,
    }
}

/// A Chinese document of these blocks.
pub fn document(blocks: Vec<BlockKind>) -> Document {
    Document {
        language: Language::Chinese,
        title: "总结".to_owned(),
        author: String::new(),
        blocks: blocks
            .into_iter()
            .map(|kind| Block {
                kind,
                source: Origin::default(),
            })
            .collect(),
    }
}
