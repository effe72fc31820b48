//! The tokens of one tag.

use super::scan::{Remark, Sign, Token, TokenKind};
use crate::diag::{Text, codes};
use std::borrow::Cow;

/// The tokens from `at` up to the tag's closer, and where the closer (or the `-` before it) stands.
///
/// `None` when the tag does not end.
pub(super) fn tokens<'t>(
    text: &'t str,
    at: usize,
    close: &str,
    remarks: &mut Vec<Remark>,
    signs: &mut Vec<Sign>,
) -> Option<(Vec<Token<'t>>, usize)> {
    let mut reader = Reader {
        text,
        remarks,
        signs,
        tokens: Vec::new(),
    };
    let mut at = at;
    loop {
        let rest = text.get(at..)?;
        match *rest.as_bytes().first()? {
            b'-' if rest[1..].starts_with(close) => return Some((reader.tokens, at)),
            b'}' | b'%' if rest.starts_with(close) => return Some((reader.tokens, at)),
            // A new tag before this one ends, or a full-width brace: it was never closed.
            b'{' if matches!(rest.as_bytes().get(1), Some(b'{' | b'%')) => return None,
            0xef if rest.starts_with('｝') => return None,
            _ => {}
        }
        at = reader.token(at, rest)?;
    }
}

struct Reader<'t, 'r> {
    text: &'t str,
    remarks: &'r mut Vec<Remark>,
    signs: &'r mut Vec<Sign>,
    tokens: Vec<Token<'t>>,
}

impl<'t> Reader<'t, '_> {
    /// Reads one token and says where the next may begin.
    fn token(&mut self, at: usize, rest: &'t str) -> Option<usize> {
        let c = rest.chars().next()?;
        if c.is_ascii_whitespace() {
            return Some(at + 1);
        }
        if let Some(family) = quotes(c) {
            return self.string(at, c, family);
        }
        if is_name_start(c) {
            let length = rest.find(|c| !is_name_part(c)).unwrap_or(rest.len());
            return Some(self.push(TokenKind::Name, &rest[..length], at, length));
        }
        if c.is_ascii_digit() {
            let length = rest
                .find(|c: char| !(c.is_ascii_digit() || c == '.'))
                .unwrap_or(rest.len());
            return Some(self.push(TokenKind::Number, &rest[..length], at, length));
        }
        Some(self.sign(at, rest, c))
    }

    fn push(
        &mut self,
        kind: TokenKind,
        text: impl Into<Cow<'t, str>>,
        at: usize,
        length: usize,
    ) -> usize {
        self.tokens.push(Token {
            kind,
            text: text.into(),
            start: at,
            end: at + length,
        });
        at + length
    }

    fn sign(&mut self, at: usize, rest: &'t str, c: char) -> usize {
        let width = c.len_utf8();
        if let Some(meant) = half_width(c) {
            self.signs.push(((at, at + width), c, meant));
            return if meant == " " {
                at + width
            } else {
                self.push(TokenKind::Sign, meant, at, width)
            };
        }
        if !c.is_ascii() {
            let message = Text::new(
                format!("标签里不认识的字符“{c}”"),
                format!("unexpected character `{c}` in a tag"),
            );
            self.remarks
                .push(Remark::error((at, at + width), &codes::TAG_SYNTAX, message));
            return at + width;
        }
        let length = match rest.as_bytes() {
            [b'=' | b'!' | b'>' | b'<', b'=', ..] => 2,
            [b'/', b'/', ..] | [b'*', b'*', ..] | [b'?', b'.' | b'[', ..] => 2,
            _ => 1,
        };
        self.push(TokenKind::Sign, &rest[..length], at, length)
    }

    fn string(&mut self, at: usize, quote: char, family: &[char]) -> Option<usize> {
        let first = at + quote.len_utf8();
        let Some((last, end)) = self.closing_quote(first, quote, family) else {
            let message = Text::new(
                format!("字符串从 {quote} 开始，没有结束"),
                format!("the string that begins with {quote} is not closed"),
            );
            self.remarks
                .push(Remark::error((at, first), &codes::TAG_SYNTAX, message));
            return None;
        };
        let body = &self.text[first..last];
        if !quote.is_ascii() {
            self.signs.push(((at, first), quote, "\""));
        }
        self.remarks.extend(tag_inside((at, end), body));
        let text = if quote.is_ascii() {
            Cow::Borrowed(&self.text[at..end])
        } else {
            let fits = |q: &char| !body.contains(*q);
            let q = ['"', '\'', '`'].into_iter().find(fits).unwrap_or('"');
            Cow::Owned(format!("{q}{body}{q}"))
        };
        Some(self.push(TokenKind::Text, text, at, end - at))
    }

    /// Where the body of a string ends, and where its closing quote ends. A typographic quote must close on its line.
    fn closing_quote(&self, first: usize, quote: char, family: &[char]) -> Option<(usize, usize)> {
        let mut escaped = false;
        for (i, c) in self.text[first..].char_indices() {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if family.contains(&c) {
                return Some((first + i, first + i + c.len_utf8()));
            } else if c == '\n' && !quote.is_ascii() {
                return None;
            }
        }
        None
    }
}

/// The error for a string that holds a tag: it would be printed as it stands.
fn tag_inside(range: (usize, usize), body: &str) -> Option<Remark> {
    if !body.contains("{{") {
        return None;
    }
    let mut parts = Vec::new();
    for (i, part) in body.split("{{").enumerate() {
        let (name, text) = match part.split_once("}}") {
            Some((name, text)) if i > 0 => (name.trim(), text),
            _ => ("", part),
        };
        parts.extend((!name.is_empty()).then(|| name.to_owned()));
        parts.extend((!text.is_empty()).then(|| format!("\"{text}\"")));
    }
    let cure = parts.join(" ~ ");
    let message = Text::new(
        "标签里的引号内不能再用 {{ }}",
        "{{ }} does not work inside the quotes of a tag",
    );
    let hint = Text::new(format!("请写成 {cure}"), format!("write {cure}"));
    Some(Remark::error(range, &codes::TAG_SYNTAX, message).hint(hint))
}

/// The quotes that may close a string begun by `c`.
fn quotes(c: char) -> Option<&'static [char]> {
    Some(match c {
        '"' => &['"'],
        '\'' => &['\''],
        '`' => &['`'],
        '“' | '”' | '＂' => &['”', '“', '＂', '"'],
        '‘' | '’' | '＇' => &['’', '‘', '＇', '\''],
        _ => return None,
    })
}

/// The ASCII sign that a full-width one stands for.
fn half_width(c: char) -> Option<&'static str> {
    Some(match c {
        '｜' => "|",
        '（' => "(",
        '）' => ")",
        '：' => ":",
        '，' | '、' => ",",
        '．' | '。' => ".",
        '＝' => "=",
        '＞' => ">",
        '＜' => "<",
        '！' => "!",
        '＋' => "+",
        '－' => "-",
        '＊' => "*",
        '／' => "/",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '～' => "~",
        '％' => "%",
        '≥' => ">=",
        '≤' => "<=",
        '≠' => "!=",
        '\u{3000}' | '\u{a0}' => " ",
        _ => return None,
    })
}

/// Whether a bare name may begin with this character.
pub(super) fn is_name_start(c: char) -> bool {
    c == '_' || is_common(c) || c.is_alphabetic()
}

/// Whether a bare name may hold this character.
pub(super) fn is_name_part(c: char) -> bool {
    c == '_' || is_common(c) || c.is_alphanumeric()
}

/// Whether it is a 汉字 of the common ones: letters that need no table.
fn is_common(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
