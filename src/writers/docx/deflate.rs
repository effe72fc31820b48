//! Parts compressed in one pass, at a small part of what a general compressor takes.
//!
//! The result is DEFLATE as RFC 1951 has it, one block with codes of its own. What makes it fast is that its codes are
//! fixed beforehand: they fit Chinese text in XML, which is all that is written here, so a part is read once and nothing
//! is counted. Repeats are looked for where markup and letters begin, not behind every byte.

/// The lengths of the codes for bytes, the end, and lengths of repeats, one hexadecimal digit each: Huffman's for the
/// bodies and manifests of all samples. Others would give larger files, not wrong ones.
const LETTERS: &[u8; 286] = b"\
    ffffffffffcfffffffffffffffffffff6f7ffcffffffb98766667667777e787b\
    fccbbbbbcaeebbcbafbaabedeffffffcf666657886b977667e67689798aafaff\
    77887888787868887889888889777898989987988a9a98788999898878776888\
    ffffffffffffffffffffffffffffffffffc8655667fffff7ffffffffffffffff\
    cfff567787788888879998abdcdcff";
/// The same for distances.
const DISTANCES: &[u8; 30] = b"ddddb987666655344434444545577a";

/// The three codes of a 汉字 go out together, which [`Bits::push`] takes up to 32 bits of.
const _: () = assert!(longest(0xe4, 0xe9) + 2 * longest(0x80, 0xbf) <= 32);

/// The code of each symbol with its length in bits.
static LETTER_CODES: [(u32, u32); 286] = codes(LETTERS);
static DISTANCE_CODES: [(u32, u32); 30] = codes(DISTANCES);
/// The code of each length of a repeat with what is added to it, by the length.
static REPEAT_CODES: [(u32, u32); LONGEST + 1] = repeats();

/// The symbol that ends a block.
const END: usize = 256;
/// The longest repeat that has a code.
const LONGEST: usize = 258;
/// How far back a repeat may lie.
const WINDOW: usize = 32 * 1024;
/// The shortest repeat that is taken: two 汉字.
const SHORTEST: usize = 6;
/// The bits of a word read from the text that belong to the shortest repeat.
const MASK: u64 = (1 << (8 * SHORTEST)) - 1;
/// As many beginnings are remembered, by their last bits when mixed.
const BEGINNINGS: usize = 1 << 12;

/// Appends a part in compressed form.
pub fn deflate(text: &[u8], out: &mut Vec<u8>) {
    let mut bits = Bits::new(out);
    header(&mut bits);
    // One more than where each beginning stood last; 0 for nowhere.
    let mut seen = [0_u32; BEGINNINGS];
    let code = |byte: u8| LETTER_CODES[usize::from(byte)];
    let mut at = 0;
    while let Some(word) = word(text, at) {
        at += match (repeat(text, at, word, &mut seen), word.to_le_bytes()) {
            (Some((length, distance)), _) => {
                bits.push(REPEAT_CODES[length]);
                let (symbol, more) = distance_symbol(distance);
                bits.push(joined(DISTANCE_CODES[symbol], more));
                length
            }
            // Most letters.
            (None, [a @ 0xe4..=0xe9, b @ 0x80..=0xbf, c @ 0x80..=0xbf, ..]) => {
                bits.push(joined(joined(code(a), code(b)), code(c)));
                3
            }
            (None, [byte, ..]) => {
                bits.push(code(byte));
                1
            }
        };
    }
    // The last few bytes begin no repeat.
    let rest = text.get(at..).unwrap_or_default();
    rest.iter().for_each(|byte| bits.push(code(*byte)));
    bits.push(LETTER_CODES[END]);
    bits.finish();
}

/// Two codes as one.
fn joined(first: (u32, u32), second: (u32, u32)) -> (u32, u32) {
    (first.0 | second.0 << first.1, first.1 + second.1)
}

/// The repeat that stands at an offset, where a word was read: its length, and how far back it stood before.
fn repeat(
    text: &[u8],
    at: usize,
    word: u64,
    seen: &mut [u32; BEGINNINGS],
) -> Option<(usize, usize)> {
    // Inside a letter nothing begins.
    if word & 0xc0 == 0x80 {
        return None;
    }
    let word = word & MASK;
    let mixed = word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BEGINNINGS.ilog2());
    let slot = &mut seen[mixed as usize % BEGINNINGS];
    let before = std::mem::replace(slot, at as u32 + 1).checked_sub(1)? as usize;
    let distance = at - before;
    let is_same = distance <= WINDOW && self::word(text, before)? & MASK == word;
    is_same.then(|| (same(text, before, at), distance))
}

/// The eight bytes at an offset.
fn word(text: &[u8], at: usize) -> Option<u64> {
    let bytes = text.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*bytes))
}

/// How many bytes are the same from two offsets on, as far as one repeat reaches.
fn same(text: &[u8], before: usize, at: usize) -> usize {
    let most = LONGEST.min(text.len() - at);
    let (old, new) = (&text[before..before + most], &text[at..at + most]);
    let mut equal = 0;
    while let Some((old, new)) = word(old, equal).zip(word(new, equal)) {
        let other = old ^ new;
        if other != 0 {
            return equal + other.trailing_zeros() as usize / 8;
        }
        equal += 8;
    }
    let rest = old[equal..].iter().zip(&new[equal..]);
    equal + rest.take_while(|(old, new)| old == new).count()
}

/// The symbol of a distance from 1 on, and what is added to it.
fn distance_symbol(distance: usize) -> (usize, (u32, u32)) {
    let beyond = distance - 1;
    if beyond < 4 {
        return (beyond, (0, 0));
    }
    let more = beyond.ilog2() - 1;
    let symbol = 2 * (more as usize + 1) + (beyond >> more & 1);
    (symbol, ((beyond & ((1 << more) - 1)) as u32, more))
}

/// The beginning of a last block with codes of its own: how long the codes are.
fn header(bits: &mut Bits<'_>) {
    // Last block, own codes; 286 and 30 of them, and 19 for their lengths.
    bits.push((0b101, 3));
    bits.push((29, 5));
    bits.push((29, 5));
    bits.push((15, 4));
    // The lengths 0 to 15 have codes of four bits, in their order; the three that stand for runs are not used.
    bits.push((0, 9));
    for _ in 0..16 {
        bits.push((4, 3));
    }
    for word in LENGTHS {
        bits.push((word, 32));
    }
    bits.push((LAST_LENGTHS, 16));
}

/// The lengths of all codes as the header says them, eight in a word, and the last four.
const LENGTHS: [u32; 39] = {
    let mut words = [0; 39];
    let mut number = 0;
    while number < 8 * 39 {
        words[number / 8] |= length_code(number) << (4 * (number % 8));
        number += 1;
    }
    words
};
const LAST_LENGTHS: u32 =
    length_code(312) | length_code(313) << 4 | length_code(314) << 8 | length_code(315) << 12;

/// The code of the length of the code of a letter, or of a distance behind all letters.
const fn length_code(number: usize) -> u32 {
    let digit = match number < LETTERS.len() {
        true => LETTERS[number],
        false => DISTANCES[number - LETTERS.len()],
    };
    (value(digit) as u32).reverse_bits() >> 28
}

/// Bits on their way into bytes, the lowest first.
struct Bits<'o> {
    out: &'o mut Vec<u8>,
    /// Whole bytes that go out together.
    chunk: [u8; CHUNK],
    used: usize,
    waiting: u64,
    count: u32,
}

/// Bytes that go out together: a multiple of four.
const CHUNK: usize = 512;

impl<'o> Bits<'o> {
    fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            chunk: [0; CHUNK],
            used: 0,
            waiting: 0,
            count: 0,
        }
    }

    /// Appends a number of so many bits, at most 32.
    fn push(&mut self, (value, length): (u32, u32)) {
        self.waiting |= u64::from(value) << self.count;
        self.count += length;
        if self.count < 32 {
            return;
        }
        if self.used == CHUNK {
            self.out.extend_from_slice(&self.chunk);
            self.used = 0;
        }
        let word = (self.waiting as u32).to_le_bytes();
        if let Some(free) = self.chunk.get_mut(self.used..self.used + 4) {
            free.copy_from_slice(&word);
        }
        self.used += 4;
        self.waiting >>= 32;
        self.count -= 32;
    }

    fn finish(self) {
        let whole = self.chunk.get(..self.used).unwrap_or_default();
        self.out.extend_from_slice(whole);
        let bytes = self.waiting.to_le_bytes();
        let used = self.count.div_ceil(8) as usize;
        self.out
            .extend_from_slice(bytes.get(..used).unwrap_or_default());
    }
}

/// The length of the longest code of the bytes from one to another.
const fn longest(mut byte: usize, last: usize) -> u8 {
    let mut longest = 0;
    while byte <= last {
        let length = value(LETTERS[byte]);
        if length > longest {
            longest = length;
        }
        byte += 1;
    }
    longest
}

/// What a hexadecimal digit is worth.
const fn value(digit: u8) -> u8 {
    match digit {
        b'a'..=b'f' => digit - b'a' + 10,
        _ => digit - b'0',
    }
}

/// The codes that lengths make, as RFC 1951, 3.2.2 counts them, the first bit lowest.
const fn codes<const N: usize>(lengths: &[u8; N]) -> [(u32, u32); N] {
    let mut codes = [(0, 0); N];
    let (mut length, mut code) = (1, 0_u32);
    while length < 16 {
        let mut symbol = 0;
        while symbol < N {
            if value(lengths[symbol]) as u32 == length {
                codes[symbol] = (code.reverse_bits() >> (32 - length), length);
                code += 1;
            }
            symbol += 1;
        }
        code <<= 1;
        length += 1;
    }
    codes
}

/// The code of each length: as RFC 1951, 3.2.5 has it, with the bits added to a symbol behind its code.
const fn repeats() -> [(u32, u32); LONGEST + 1] {
    let letters = codes(LETTERS);
    let mut out = [(0, 0); LONGEST + 1];
    let mut length = 3;
    while length <= LONGEST {
        let beyond = length - 3;
        let (symbol, more) = match beyond {
            0..8 => (257 + beyond, 0),
            255 => (285, 0),
            _ => {
                let more = beyond.ilog2() - 2;
                (257 + 4 * (more as usize + 1) + (beyond >> more & 3), more)
            }
        };
        let (code, bits) = letters[symbol];
        let added = (beyond & ((1 << more) - 1)) as u32;
        let added = if symbol == 285 { 0 } else { added };
        out[length] = (code | added << bits, bits + more);
        length += 1;
    }
    out
}
