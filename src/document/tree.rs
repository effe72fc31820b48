//! The types of the tree.

use super::Chart;
use crate::diag::Place;
use crate::language::Language;
use std::sync::Arc;

/// Where a piece of text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The line of template or data it stands on: the whole line without its end.
    pub line: Option<Place>,
    /// The `{{ }}` that printed it; `None` for wording typed on that line.
    pub expression: Option<Place>,
}

/// Short for the origin of a block.
pub type Source = Origin;

/// Which figure was printed, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The figure's path in the data: `招商引资.新开工.协议总投资`.
    pub path: Arc<str>,
    /// Its number among the figures of its report, from 0, for whoever has the report.
    pub number: u32,
    /// The filter that printed it, by its English name: `value`, `growth`, `sentence`.
    pub aspect: &'static str,
    /// Where what is printed stands in the data; the place of its name when it was computed.
    pub place: Option<Place>,
}

/// A printed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which one.
    pub key: Key,
    /// What was printed.
    pub text: String,
    /// Whether it is missing, expected or a flash estimate, so that a draft shows it.
    pub provisional: bool,
    /// Where it was printed.
    pub origin: Origin,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text without line ends.
    Text {
        /// The characters.
        text: String,
        /// Where they came from.
        origin: Origin,
    },
    /// A figure.
    Figure(Figure),
    /// Bold.
    Strong(Vec<Inline>),
    /// Emphasis; Chinese layouts print it in 楷体.
    Emphasis(Vec<Inline>),
    /// Verbatim text.
    Code {
        /// The characters.
        text: String,
        /// Where they came from.
        origin: Origin,
    },
    /// A link.
    Link {
        /// Its target, already checked to be `http`, `https` or `mailto`.
        target: String,
        /// What is shown.
        content: Vec<Inline>,
    },
    /// A forced line end inside a paragraph.
    Break,
}

/// The ordinal of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The ordinal at its rank, from 1.
    pub ordinal: u32,
    /// Which run of numbers it belongs to: numbers restart in each run. From 0.
    pub series: u32,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its level in the outline, from 1 (`##` in a template).
    pub level: u8,
    /// Which form its number has, from 1: 一、 （一） 1. （1）; 0 for an unnumbered part, below which ranks begin anew.
    pub rank: u8,
    /// Its number; `None` for an unnumbered part, and for one heading alone among its siblings.
    pub number: Option<Number>,
    /// Its words.
    pub content: Vec<Inline>,
    /// The text that follows it on its own line, for a run-in heading (（一）标题。正文…).
    pub run_in: Option<Vec<Inline>>,
}

/// Paragraphs with a place of their own on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 标题
    Title,
    /// 副标题
    Subtitle,
    /// 主送机关、称谓: flush left, full-width colon.
    Salutation,
    /// Ordinary text.
    Body,
    /// 署名
    Signature,
    /// 成文日期
    Date,
    /// 表题, above a table.
    Caption,
    /// 图题, below a chart.
    ChartCaption,
    /// 单位：万元, above the right end of a table.
    UnitLine,
    /// 注
    Note,
    /// 附件说明: an annex named behind the text.
    AnnexList,
    /// 附件1: the mark at the head of an annex, which begins a page.
    AnnexMark,
}

/// What stands before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// An unordered item.
    Bullet,
    /// The n-th item of an ordered list.
    Number(u64),
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// As the layout sees fit.
    #[default]
    Natural,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right.
    Right,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its words.
    pub content: Vec<Inline>,
}

/// A table with one header row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One for each column.
    pub columns: Vec<Alignment>,
    /// The header row.
    pub header: Vec<Cell>,
    /// The other rows, each as long as the header.
    pub rows: Vec<Vec<Cell>>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading(Heading),
    /// A paragraph of some role.
    Paragraph {
        /// Its role.
        role: Role,
        /// Its words.
        content: Vec<Inline>,
    },
    /// An item of a list: its blocks in order, the first a paragraph.
    ListItem {
        /// What stands before it.
        label: Label,
        /// How deep the list is nested, from 0.
        depth: u8,
        /// What it holds.
        content: Vec<Inline>,
    },
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A quotation's paragraph.
    Quote {
        /// Its words.
        content: Vec<Inline>,
    },
    /// Verbatim lines.
    Code {
        /// The text, lines parted by `\n`.
        text: String,
    },
    /// A thematic break: a new page in print.
    Rule,
}

/// A block and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The line of template or data that made it.
    pub source: Source,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Its title as one line, for properties and file names.
    pub title: String,
    /// Its author: 署名, 单位 or 姓名.
    pub author: String,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
}
