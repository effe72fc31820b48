//! A long text line by line, without holding it whole: rosters in UTF-8, GBK or UTF-16.

use super::encoding;
use crate::bytes::first_of_two;
use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8};
use std::io::{self, Read};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// The encoding of a long text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

/// Finds the encoding of a text, which is opened as often as needed: UTF-8 and UTF-16 by their marks, else UTF-8 when
/// all of it is, else GB18030 when all of it is. `None` for what is no text in either.
///
/// # Errors
/// When it cannot be read.
pub fn charset<'r>(
    open: &mut dyn FnMut() -> io::Result<Box<dyn Read + Send + 'r>>,
) -> io::Result<Option<Charset>> {
    let mut start = vec![0; CHUNK];
    let read = fill(&mut *open()?, &mut start)?;
    start.truncate(read);
    if let Some((encoding, _)) = Encoding::for_bom(&start) {
        return Ok(is_all(encoding, &mut *open()?)?.then_some(Charset(encoding)));
    }
    if start.contains(&0) {
        return Ok(None);
    }
    // What a whole small file would be taken for; a long one must not be cut inside a letter.
    let whole = start
        .iter()
        .rposition(|b| *b == b'\n')
        .filter(|_| read == CHUNK);
    start.truncate(whole.unwrap_or(read));
    let by_start = encoding::decode(&start).and_then(|decoded| decoded.encoding);
    let order = match by_start {
        Some("GBK") => [GB18030, UTF_8],
        _ => [UTF_8, GB18030],
    };
    for encoding in order {
        if is_all(encoding, &mut *open()?)? {
            return Ok(Some(Charset(encoding)));
        }
    }
    Ok(None)
}

fn fill(read: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match read.read(rest)? {
            0 => break,
            n => filled += n,
        }
    }
    Ok(filled)
}

/// Whether all bytes are text in an encoding.
fn is_all(encoding: &'static Encoding, read: &mut dyn Read) -> io::Result<bool> {
    let mut lines = Lines::new(Charset(encoding), read);
    while lines.more()? {
        lines.text.clear();
    }
    Ok(!lines.is_damaged)
}

/// The lines of a text as it is read.
pub struct Lines<R> {
    read: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: String,
    /// Where in the text the next line begins.
    at: usize,
    is_done: bool,
    is_damaged: bool,
}

impl<R: Read> Lines<R> {
    /// A text in an encoding; a mark at its beginning is left out.
    pub fn new(charset: Charset, read: R) -> Self {
        Self {
            read,
            decoder: charset.0.new_decoder_with_bom_removal(),
            bytes: vec![0; CHUNK],
            text: String::new(),
            at: 0,
            is_done: false,
            is_damaged: false,
        }
    }

    /// Appends the next line with its end (`\n`, `\r\n` or a lone `\r`) to a text; `false` when there is none left.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn next(&mut self, into: &mut String) -> io::Result<bool> {
        let mut searched = self.at;
        loop {
            let rest = self.text.get(searched..).unwrap_or_default();
            let end = first_of_two(rest, *b"\n\r").map(|i| searched + i);
            let is_last = |end: usize| end + 1 == self.text.len();
            match end {
                // Whether a line feed follows is not known yet.
                Some(end) if is_last(end) && self.text.ends_with('\r') && !self.is_done => {
                    searched = end;
                }
                Some(end) => {
                    let is_pair = self.text.get(end..end + 2) == Some("\r\n");
                    self.take(end + 1 + usize::from(is_pair), into);
                    return Ok(true);
                }
                None if self.is_done => {
                    let found = self.at < self.text.len();
                    self.take(self.text.len(), into);
                    return Ok(found);
                }
                None => searched = self.text.len(),
            }
            searched -= self.at;
            self.text.drain(..self.at);
            self.at = 0;
            self.more()?;
        }
    }

    fn take(&mut self, end: usize, into: &mut String) {
        into.push_str(self.text.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    /// Reads and decodes one chunk more; `false` at the end.
    fn more(&mut self) -> io::Result<bool> {
        if self.is_done {
            return Ok(false);
        }
        let read = self.read.read(&mut self.bytes)?;
        self.is_done = read == 0;
        let mut rest = self.bytes.get(..read).unwrap_or_default();
        loop {
            let room = self
                .decoder
                .max_utf8_buffer_length_without_replacement(rest.len());
            self.text.reserve(room.unwrap_or(4 * CHUNK));
            let (result, used) = self.decoder.decode_to_string_without_replacement(
                rest,
                &mut self.text,
                self.is_done,
            );
            rest = rest.get(used..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return Ok(!self.is_done),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.is_damaged = true;
                    self.text.push('\u{FFFD}');
                }
            }
        }
    }
}
