//! Which characters a text may hold, to be asked before it is searched.

/// How many kinds of common 汉字 are told apart; they share one by their last twelve bits.
const KINDS: usize = 4096;
/// Stands for all private-use characters, which nobody asks for one by one.
pub const PRIVATE: char = '\u{e000}';

/// A set of characters that may take in more than was put into it, never less.
#[derive(Debug, Clone)]
pub struct Letters {
    /// Common 汉字.
    han: Box<[u64; KINDS / 64]>,
    /// All others.
    signs: Signs,
}

impl Letters {
    /// No characters.
    pub(super) fn none() -> Self {
        Self {
            han: Box::new([0; KINDS / 64]),
            signs: Signs::NONE,
        }
    }

    /// Takes in all characters of a text. Those that are no common 汉字 go to `signs` with their offsets, and are
    /// returned as a set of their own.
    pub(super) fn add(&mut self, text: &str, signs: &mut Vec<(usize, char)>) -> Signs {
        let mut of_text = Signs::NONE;
        let mut rest = text.as_bytes();
        loop {
            // U+4000 to U+9FFF, nine tenths of a Chinese text: the last twelve bits are those of the last two bytes.
            while let [0xe4..=0xe9, b, c, behind @ ..] = rest {
                self.han[usize::from(b & 0x3f)] |= 1 << (c & 0x3f);
                rest = behind;
            }
            let at = text.len() - rest.len();
            let sign = match rest {
                [letter @ 0..=0x7f, ..] => Some(char::from(*letter)),
                _ => text.get(at..).and_then(|rest| rest.chars().next()),
            };
            let Some(sign) = sign else {
                self.signs.0 |= of_text.0;
                return of_text;
            };
            signs.push((at, sign));
            of_text.0 |= Signs::bit(sign);
            rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        }
    }

    /// Whether all characters of a word may be in the set; when not, the word is not in the text.
    pub fn may_say(&self, word: &str) -> bool {
        word.chars().all(|c| self.may_hold(c))
    }

    /// Whether a character may be in the set; when not, it is not.
    pub fn may_hold(&self, letter: char) -> bool {
        if !('\u{4000}'..='\u{9fff}').contains(&letter) {
            return self.signs.may_hold(letter);
        }
        let kind = letter as usize % KINDS;
        self.han[kind / 64] & (1 << (kind % 64)) != 0
    }
}

/// Whether a character has no meaning of its own.
pub fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// A set of characters that are no common 汉字: marks, digits, Latin letters, blanks. Like [`Letters`] it may take in more
/// than was put into it, never less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs(u128);

impl Signs {
    pub(super) const NONE: Self = Self(0);

    /// The set of some signs.
    pub const fn of(signs: &[char]) -> Self {
        let (mut all, mut index) = (0, 0);
        while index < signs.len() {
            all |= Self::bit(signs[index]);
            index += 1;
        }
        Self(all)
    }

    /// Whether a sign of one set may be in the other; when not, none is.
    pub const fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a sign may be in the set; when not, it is not.
    pub const fn may_hold(self, sign: char) -> bool {
        self.0 & Self::bit(sign) != 0
    }

    const fn bit(sign: char) -> u128 {
        1 << place(sign)
    }
}

/// The place of a sign among 128: one of its own for each of ASCII, others where no control character of ASCII that
/// texts have stands. Halves of pairs share one, so do those that mean the same or are rare.
const fn place(sign: char) -> u32 {
    match sign {
        '\0'..='\u{7f}' => sign as u32,
        '，' => 0,
        '。' => 1,
        '、' => 2,
        '；' => 3,
        '：' => 4,
        '“' | '”' => 5,
        '‘' | '’' => 6,
        '《' | '》' => 7,
        '（' | '）' => 8,
        '—' => 11,
        '–' | '－' | '−' | '‐' => 12,
        '〈' | '〉' | '〔' | '〕' | '「' | '」' => 14,
        '【' | '】' | '〖' | '〗' => 15,
        '０'..='９' => 16,
        '％' => 17,
        '！' | '？' => 18,
        '…' => 19,
        '\u{3000}' | '\u{a0}' => 20,
        '×' | '✕' | '╳' | '□' | '■' | '＊' | '＿' | 'Ｘ' | 'ｘ' => 21,
        _ => 22,
    }
}
