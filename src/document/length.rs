//! How long a document is: characters as Word counts them.

use super::{Language, Words};

/// 字数 of a document as Word shows it: each Chinese character and full-width mark is 1, so is each run of other letters
/// and digits. Numbers that the layout sets (一、, 1.) do not count, as they do not in Word. `words` are those of the
/// document.
pub fn characters(words: &[Words<'_>], language: Language) -> usize {
    words.iter().map(|words| count(words, language)).sum()
}

/// 字数 of one run of text.
fn count(words: &Words<'_>, language: Language) -> usize {
    let (mut count, mut in_word, mut end) = (0, false, 0);
    for (at, c) in words.signs() {
        // The common 汉字 before it, of three bytes each.
        let han = (at - end) / 3;
        end = at + c.len_utf8();
        in_word &= han == 0;
        count += han;
        if !c.is_ascii() && is_full_width(c, language) {
            count += 1;
            in_word = false;
        } else {
            let blank = c.is_whitespace();
            count += usize::from(!blank && !in_word);
            in_word = !blank;
        }
    }
    count + (words.text.len() - end) / 3
}

/// Whether a character takes a whole square: those of East Asian scripts, and in Chinese text the quotation marks,
/// dashes and dots that it shares with Latin text.
fn is_full_width(c: char, language: Language) -> bool {
    match c {
        '\0'..='\u{7f}' | '\u{3000}' => false,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3ffff}' => true,
        '\u{2014}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{2025}'..='\u{2026}' => {
            language == Language::Chinese
        }
        '\u{2460}'..='\u{24ff}' | '\u{2160}'..='\u{217f}' | '\u{203b}' => true,
        _ => false,
    }
}
