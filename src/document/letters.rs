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
        for step in steps(text) {
            let (index, bit) = match step {
                // The last twelve bits of a letter of three bytes are those of the last two.
                Step::Han([_, b, c]) => (usize::from(b & 0x3f), 1 << (c & 0x3f)),
                Step::Other(_, letter) => kind(letter),
            };
            kinds[index] |= bit;
        }
        Self(kinds)
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

/// What is met on the way through a text.
pub(super) enum Step {
    /// One of the common 汉字 (U+4000 to U+9FFF), as its bytes: most of a Chinese text.
    Han([u8; 3]),
    /// Any other character with its offset.
    Other(usize, char),
}

/// The characters of a text in order. Nine tenths of a Chinese text need not be decoded.
pub(super) fn steps(text: &str) -> impl Iterator<Item = Step> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if let Some(&[a @ 0xe4..=0xe9, b, c]) = text.as_bytes().get(at..at + 3) {
            at += 3;
            return Some(Step::Han([a, b, c]));
        }
        let letter = text.get(at..)?.chars().next()?;
        let start = at;
        at += letter.len_utf8();
        Some(Step::Other(start, letter))
    })
}

/// The characters of a text that are no common 汉字, with their offsets: its marks, digits, Latin letters and blanks.
pub fn signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    steps(text).filter_map(|step| match step {
        Step::Han(_) => None,
        Step::Other(at, letter) => Some((at, letter)),
    })
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
