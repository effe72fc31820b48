//! Which characters a text may hold, to be asked before it is searched.

/// How many kinds are told apart; characters share one by their last twelve bits.
const KINDS: usize = 4096;
/// Stands for all private-use characters, which nobody asks for one by one.
pub const PRIVATE: char = '\u{e000}';

/// A set of characters that may take in more than was put into it, never less.
#[derive(Debug, Clone)]
pub struct Letters(Box<[u64; KINDS / 64]>);

impl Letters {
    /// The set of all characters of a text.
    pub fn in_text(text: &str) -> Self {
        let mut kinds = Box::new([0; KINDS / 64]);
        for letter in text.chars() {
            let (index, bit) = kind(letter);
            kinds[index] |= bit;
        }
        Self(kinds)
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
