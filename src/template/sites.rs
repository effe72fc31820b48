//! Texts that are printed within others: parts, and what fills phrases and blocks.

use super::scan::Tag;
use super::slots::{Slot, SlotKind, SlotTag};
use super::statement::Statements;
use crate::diag::{Text, codes};

/// Another text that is printed within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A part, by number.
    Part(usize),
    /// What fills a phrase or block, by number.
    Override(usize),
}

impl Target {
    /// The engine's name of it.
    pub(super) fn name(self) -> String {
        match self {
            Self::Part(number) => format!("part{number}"),
            Self::Override(number) => format!("own{number}"),
        }
    }
}

/// Where another text is printed.
#[derive(Debug, Clone)]
pub(super) struct Site {
    /// Which.
    pub target: Target,
    /// The names bound here.
    pub bound: Vec<String>,
    /// Whether it must not leave its line.
    pub is_inline: bool,
    /// Whether what it prints becomes a value of the engine.
    pub is_captured: bool,
}

impl Statements<'_> {
    /// Notes that another text is printed here.
    pub(super) fn site(&mut self, target: Target, is_inline: bool) {
        let bound = self.translator.locals();
        self.sites.push(Site {
            target,
            bound,
            is_inline,
            is_captured: self.is_capturing(),
        });
    }

    /// The tags of phrases and blocks: they only say where one begins and ends. What a block binds ends with it.
    pub(super) fn slot(&mut self, tag: &Tag<'_>, slot: SlotTag) {
        match slot {
            SlotTag::Open(kind, name) => {
                self.begin(kind.word(), tag);
                if kind == SlotKind::Block {
                    self.translator.open();
                }
                let Some(name) = name.filter(|_| tag.tokens.len() == 2) else {
                    let message =
                        Text::new("措辞和块要写一个名称", "a phrase or block takes one name");
                    let hint =
                        Text::new("例如 {% 措辞 开头 %}", "for example {% phrase opening %}");
                    self.translator
                        .tag_error(tag, &codes::TAG_SYNTAX, message, Some(hint));
                    return;
                };
                let (start, end) = (tag.start, tag.end);
                self.slots.push(Slot {
                    kind,
                    name,
                    start,
                    end,
                });
            }
            SlotTag::Close(kind) => {
                self.finish_one(kind.word(), tag);
                if kind == SlotKind::Block {
                    self.translator.close();
                }
            }
        }
    }
}

/// How a Chinese message spells a tag and the one that closes it.
pub(super) fn spelling(word: &str) -> (String, String) {
    match word {
        "phrase" => ("措辞".to_owned(), "结束措辞".to_owned()),
        "block" => ("块".to_owned(), "结束块".to_owned()),
        word => (word.to_owned(), format!("end{word}")),
    }
}
