//! Where the signature and the date stand at the end: widths in, indents out.

use super::{Chars, ClosingRule};

/// The right indents of a signature and the date under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosingIndents {
    /// Of the signature.
    pub signature: Chars,
    /// Of the date.
    pub date: Chars,
}

/// 右空二字
const TWO: Chars = Chars::whole(2);
/// 右空四字
const FOUR: Chars = Chars::whole(4);

/// Right indents for a signature and a date of these widths. Either is 0 where there is none; the other then keeps
/// the distance of the standard.
///
/// The standard (GB/T 9704—2012, 7.3.5.2) moves the date in and the signature out only when the date is the longer
/// of the two; that would leave a date nearly as long as its signature less than two characters from the edge, so here
/// it happens as soon as the date would come that near.
pub fn closing_indents(rule: ClosingRule, signature: Chars, date: Chars) -> ClosingIndents {
    let absent = Chars(0);
    match rule {
        ClosingRule::WithoutSeal if signature == absent || date == absent => ClosingIndents {
            signature: TWO,
            date: TWO,
        },
        ClosingRule::WithoutSeal if signature >= date + TWO => ClosingIndents {
            signature: TWO,
            date: signature - date,
        },
        ClosingRule::WithoutSeal => ClosingIndents {
            signature: FOUR + date - signature,
            date: TWO,
        },
        ClosingRule::WithSeal => ClosingIndents {
            signature: Chars((FOUR.0 + (date - signature).0 / 2).max(0)),
            date: FOUR,
        },
        ClosingRule::AsStyled => ClosingIndents {
            signature: absent,
            date: absent,
        },
    }
}

/// The width of a text in full-width characters: ASCII counts half, everything else whole.
pub fn text_width(text: &str) -> Chars {
    let widths = text.chars().map(|c| char_width(c).0);
    Chars(widths.fold(0, i32::saturating_add))
}

/// The width of one character: half of ASCII, else whole.
pub fn char_width(c: char) -> Chars {
    Chars(if c.is_ascii() { 50 } else { 100 })
}
