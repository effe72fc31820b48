//! Which characters a text may hold, to be asked before it is searched.

/// How many kinds are told apart; characters share one by their last twelve bits.
const KINDS: usize = 4096;

/// A set of characters that may take in more than was put into it, never less.
#[derive(Debug, Clone)]
pub struct Letters([u64; KINDS / 64]);

impl Letters {
    /// The set of some characters.
    pub const fn of(letters: &[char]) -> Self {
        let mut set = Self([0; KINDS / 64]);
        let mut i = 0;
        while i < letters.len() {
            set.add(letters[i]);
            i += 1;
        }
        set
    }

    /// The set of all characters of a text.
    pub fn in_text(text: &str) -> Self {
        let mut set = Self::of(&[]);
        text.chars().for_each(|c| set.add(c));
        set
    }

    const fn add(&mut self, letter: char) {
        let kind = letter as usize % KINDS;
        self.0[kind / 64] |= 1 << (kind % 64);
    }

    /// Whether some character may be in both sets; when not, none is.
    pub fn may_meet(&self, other: &Self) -> bool {
        let both = self.0.iter().zip(&other.0).map(|(a, b)| a & b);
        both.fold(0, |all, both| all | both) != 0
    }
}
