//! Which characters a text may hold, to be asked before it is searched.

/// How many kinds are told apart; characters share one by their last twelve bits.
const KINDS: usize = 4096;
/// Stands for all private-use characters, which nobody asks for one by one.
pub const PRIVATE: char = '\u{e000}';

/// A set of characters that may take in more than was put into it, never less.
#[derive(Debug, Clone)]
pub struct Letters(Box<[u64; KINDS / 64]>);

impl Letters {
    /// No characters.
    pub fn none() -> Self {
        Self(Box::new([0; KINDS / 64]))
    }

    /// The set of all characters of a text; those that are no common 汉字 go to `signs` with their offsets.
    pub(super) fn in_text(text: &str, signs: &mut Vec<(usize, char)>) -> Self {
        let mut all = Self::none();
        let bytes = text.as_bytes();
        let mut at = 0;
        loop {
            let (index, bit) = match bytes.get(at..at + 3) {
                // U+4000 to U+9FFF, nine tenths of a Chinese text: the last twelve bits are those of the last two bytes.
                Some([0xe4..=0xe9, b, c]) => {
                    at += 3;
                    (usize::from(b & 0x3f), 1 << (c & 0x3f))
                }
                _ => {
                    let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                        return all;
                    };
                    signs.push((at, letter));
                    at += letter.len_utf8();
                    kind(letter)
                }
            };
            all.0[index] |= bit;
        }
    }

    /// Takes in the characters of another set.
    pub fn add(&mut self, other: &Self) {
        for (bits, more) in self.0.iter_mut().zip(other.0.iter()) {
            *bits |= more;
        }
    }

    /// Whether all characters of a word may be in the set; when not, the word is not in the text.
    pub fn may_say(&self, word: &str) -> bool {
        word.chars().all(|c| self.may_hold(c))
    }

    /// Whether a character may be in the set; when not, it is not.
    pub fn may_hold(&self, letter: char) -> bool {
        let (index, bit) = kind(letter);
        self.0[index] & bit != 0
    }

    /// Whether one of some characters may be in the set.
    pub fn may_hold_any(&self, letters: &[char]) -> bool {
        letters.iter().any(|letter| self.may_hold(*letter))
    }
}

/// The index and the bit of a character's kind.
fn kind(letter: char) -> (usize, u64) {
    let letter = if is_private(letter) { PRIVATE } else { letter };
    let kind = letter as usize % KINDS;
    (kind / 64, 1 << (kind % 64))
}

/// Whether a character has no meaning of its own.
pub fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
