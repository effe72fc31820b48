//! The signs of a formula: half- or full-width, and what is commonly typed for them.

use super::Relation;

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    /// Before an aspect: `税收收入|目标`
    Bar,
    Relation(Relation),
}

/// All signs; longer ones before those they begin with.
const SIGNS: &[(&str, Sign)] = &[
    ("<=", Sign::Relation(Relation::AtMost)),
    ("=<", Sign::Relation(Relation::AtMost)),
    ("＜＝", Sign::Relation(Relation::AtMost)),
    ("≤", Sign::Relation(Relation::AtMost)),
    ("≦", Sign::Relation(Relation::AtMost)),
    ("⩽", Sign::Relation(Relation::AtMost)),
    (">=", Sign::Relation(Relation::AtLeast)),
    ("=>", Sign::Relation(Relation::AtLeast)),
    ("＞＝", Sign::Relation(Relation::AtLeast)),
    ("≥", Sign::Relation(Relation::AtLeast)),
    ("≧", Sign::Relation(Relation::AtLeast)),
    ("⩾", Sign::Relation(Relation::AtLeast)),
    ("~=", Sign::Relation(Relation::Near)),
    ("≈", Sign::Relation(Relation::Near)),
    ("≒", Sign::Relation(Relation::Near)),
    ("==", Sign::Relation(Relation::Equal)),
    ("=", Sign::Relation(Relation::Equal)),
    ("＝", Sign::Relation(Relation::Equal)),
    ("<", Sign::Relation(Relation::Less)),
    ("＜", Sign::Relation(Relation::Less)),
    (">", Sign::Relation(Relation::Greater)),
    ("＞", Sign::Relation(Relation::Greater)),
    ("+", Sign::Plus),
    ("＋", Sign::Plus),
    ("-", Sign::Minus),
    ("－", Sign::Minus),
    ("−", Sign::Minus),
    ("–", Sign::Minus),
    ("×", Sign::Times),
    ("*", Sign::Times),
    ("＊", Sign::Times),
    ("✕", Sign::Times),
    ("÷", Sign::Over),
    ("/", Sign::Over),
    ("／", Sign::Over),
    ("∕", Sign::Over),
    ("(", Sign::Open),
    ("（", Sign::Open),
    (")", Sign::Close),
    ("）", Sign::Close),
    ("|", Sign::Bar),
    ("｜", Sign::Bar),
];

/// Quotation marks in which a name may stand.
const QUOTES: &[(char, char)] = &[
    ('“', '”'),
    ('"', '"'),
    ('「', '」'),
    ('‘', '’'),
    ('\'', '\''),
    ('《', '》'),
];

/// The sign with which a text begins, and its length in bytes.
pub(super) fn sign(text: &str) -> Option<(Sign, usize)> {
    SIGNS
        .iter()
        .find(|(typed, _)| text.starts_with(typed))
        .map(|(typed, sign)| (*sign, typed.len()))
}

/// How many bytes stand before the next sign.
pub(super) fn until_sign(text: &str) -> usize {
    let found = text
        .char_indices()
        .find(|(at, _)| sign(&text[*at..]).is_some());
    found.map_or(text.len(), |(at, _)| at)
}

/// A quoted name with which a text begins, and the length of both with the marks.
pub(super) fn quoted(text: &str) -> Option<(&str, usize)> {
    let first = text.chars().next()?;
    let (_, close) = QUOTES.iter().find(|(open, _)| *open == first)?;
    let inside = text.get(first.len_utf8()..)?;
    let end = inside.find(*close)?;
    Some((
        inside.get(..end)?,
        first.len_utf8() + end + close.len_utf8(),
    ))
}

/// Whether a text begins with a digit, half- or full-width.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
