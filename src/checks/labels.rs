//! Numbers of headings and items typed by hand: 一、 （一） 1. （1） 第一， 一是.

/// The forms of labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1. and 1、
    Digits,
    /// （1） and 1）
    DigitsInBrackets,
    /// 一是
    Is,
    /// 第一，
    Ordinal,
}

/// A label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) form: Form,
    pub(super) number: u32,
    /// Its length in bytes.
    pub(super) length: usize,
}

const DIGITS: &str = "一二三四五六七八九";

/// The label with which a text begins. 二、三产业 begins with none, nor does 3.5.
pub(super) fn label(text: &str) -> Option<Label> {
    if !text.starts_with(begins) {
        return None;
    }
    let (open, inside) = match text.strip_prefix(['（', '(']) {
        Some(inside) => (true, inside),
        None => (false, text),
    };
    let ordinal = inside.strip_prefix('第').filter(|_| !open);
    let (number, rest, is_han) = number(ordinal.unwrap_or(inside))?;
    let (form, sign) = match (open, ordinal.is_some(), is_han) {
        (true, _, true) => (Form::HanInBrackets, &["）", ")"][..]),
        (true, _, false) => (Form::DigitsInBrackets, &["）", ")"][..]),
        (_, true, true) => (Form::Ordinal, &["，", "、"][..]),
        (_, true, false) => return None,
        (_, _, true) if rest.starts_with('是') => (Form::Is, &["是"][..]),
        (_, _, true) => (Form::Han, &["、", "．", "."][..]),
        (_, _, false) if rest.starts_with(['）', ')']) => {
            (Form::DigitsInBrackets, &["）", ")"][..])
        }
        (_, _, false) => (Form::Digits, &[".", "．", "、"][..]),
    };
    let behind = sign.iter().find_map(|s| rest.strip_prefix(s))?;
    // 二、三产业, 3.5, 3、5个
    let goes_on = behind.starts_with(|c: char| c.is_ascii_digit() || DIGITS.contains(c));
    let is_list = matches!(form, Form::Han | Form::Digits | Form::Ordinal) && goes_on;
    (!is_list).then_some(Label {
        form,
        number,
        length: text.len() - behind.len(),
    })
}

/// Whether a label may begin with a character.
fn begins(c: char) -> bool {
    is_numeral(c) || matches!(c, '（' | '(' | '第' | '0'..='9')
}

/// Whether a number from 1 to 99 in 汉字 is written with a character.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

/// The labels of a text with their offsets: at its beginning and behind 。；：， and line ends. `letters` are its
/// characters; those that are no marks may be left out.
pub(super) fn labels(
    text: &str,
    letters: impl Iterator<Item = (usize, char)>,
) -> Vec<(usize, Label)> {
    let mut found = Vec::new();
    let mut look = |at: usize| {
        if let Some(label) = text.get(at..).and_then(label) {
            found.push((at, label));
        }
    };
    look(0);
    for (at, c) in letters {
        if matches!(c, '。' | '；' | '：' | '，' | ';' | '\n') {
            look(at + c.len_utf8());
        }
    }
    found
}

/// The number from 1 to 99 with which a text begins, what stands behind it, and whether it is in 汉字.
fn number(text: &str) -> Option<(u32, &str, bool)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < text.len() {
        let digits = text.get(..text.len() - rest.len())?;
        let number = digits.parse().ok().filter(|n| (1..100).contains(n))?;
        return Some((number, rest, false));
    }
    let rest = text.trim_start_matches(is_numeral);
    let number = numeral(text.get(..text.len() - rest.len())?)?;
    Some((number, rest, true))
}

/// 一 to 九十九.
pub(super) fn numeral(text: &str) -> Option<u32> {
    let digit = |t: &str| {
        let at = DIGITS.chars().position(|c| t.chars().eq([c]))?;
        u32::try_from(at + 1).ok()
    };
    let Some((tens, ones)) = text.split_once('十') else {
        return digit(text);
    };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}

impl Label {
    /// The label as it should be typed.
    pub(super) fn text(self) -> String {
        let number = self.number;
        let han = in_han(number);
        match self.form {
            Form::Han => format!("{han}、"),
            Form::HanInBrackets => format!("（{han}）"),
            Form::Digits => format!("{number}."),
            Form::DigitsInBrackets => format!("（{number}）"),
            Form::Is => format!("{han}是"),
            Form::Ordinal => format!("第{han}，"),
        }
    }
}

/// A number below 100 in 汉字.
fn in_han(number: u32) -> String {
    let digit = |n: u32| {
        let before = (n as usize).checked_sub(1);
        before.and_then(|at| DIGITS.chars().nth(at))
    };
    let (tens, ones) = (number / 10, number % 10);
    let ten = (tens > 0).then_some('十');
    let tens = digit(tens).filter(|_| tens > 1);
    tens.into_iter().chain(ten).chain(digit(ones)).collect()
}
