//! How pages are numbered.

use super::{Chars, HalfPoints, Typeface};

/// A piece of what stands at the foot of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberPiece {
    /// Words as typed.
    Text(String),
    /// The number of the page.
    Page,
    /// How many pages there are.
    Pages,
}

/// Where the number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberSide {
    /// So far from the outer edge of the text block: odd pages right, even pages left.
    Outer(Chars),
    /// In the middle.
    Centre,
    /// Right on all pages.
    Right,
}

/// How page numbers look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNumberStyle {
    /// The number with what stands around it; nothing for pages without numbers.
    pub form: Vec<NumberPiece>,
    /// The typeface, of the digits too.
    pub typeface: Typeface,
    /// The size.
    pub size: HalfPoints,
    /// Where it stands.
    pub side: NumberSide,
}
