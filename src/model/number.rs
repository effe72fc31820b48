//! Reading numbers as people type them.

use super::Decimal;
use crate::diag::Text;
use std::borrow::Cow;

/// What a typed text looks like with half-width characters.
pub(super) struct Typed {
    /// The text, trimmed, full-width letters and digits made half-width.
    pub text: String,
    /// Remarks on what was made good.
    pub notes: Vec<Text>,
}

/// Makes full-width digits, signs and blanks half-width, and remarks on it.
pub(super) fn half_width(typed: &str) -> Typed {
    let mut notes = Vec::new();
    // All wide ones begin with one of these bytes.
    let may_be_wide = |b: u8| matches!(b, 0xe2 | 0xe3 | 0xef);
    if !typed.bytes().any(may_be_wide) {
        let text = typed.trim().to_owned();
        return Typed { text, notes };
    }
    let text: String = typed.chars().map(half_width_char).collect();
    let text = text.trim().to_owned();
    if text != typed.trim() {
        notes.push(Text::new(
            format!("“{typed}”里有全角数字或符号，已按“{text}”读取"),
            format!("\"{typed}\" has full-width characters; read as \"{text}\""),
        ));
    }
    Typed { text, notes }
}

fn half_width_char(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    }
}

/// A number at the beginning of a text, and what follows it.
pub(super) struct Leading<'t> {
    /// The number with its typed decimals.
    pub number: Decimal,
    /// Everything behind it.
    pub rest: &'t str,
    /// Remarks on what was made good.
    pub notes: Vec<Text>,
}

/// Reads the number with which a half-width text begins: sign, digits with or without thousands commas, decimals.
///
/// # Errors
/// No number there, commas that do not part thousands, or more digits than can be computed with exactly.
pub(super) fn leading_number(text: &str) -> Result<Leading<'_>, Text> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let signed_len = text.len() - unsigned.len();
    let whole = run(unsigned, |c| c.is_ascii_digit() || c == ',');
    let after = unsigned.get(whole.len()..).unwrap_or_default();
    let decimals = after
        .strip_prefix('.')
        .map(|d| run(d, |c| c.is_ascii_digit()))
        .unwrap_or_default();
    if whole.is_empty() && decimals.is_empty() {
        return Err(no_number(text));
    }
    let mut notes = Vec::new();
    check_commas(text, whole, &mut notes)?;
    let point = usize::from(!decimals.is_empty());
    let end = signed_len + whole.len() + point + decimals.len();
    let typed = text.get(..end).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    if rest.starts_with(['.', ',']) {
        return Err(no_number(text));
    }
    if whole.is_empty() {
        notes.push(Text::new(
            format!("“{typed}”小数点前缺0，已按“0.{decimals}”读取"),
            format!("\"{typed}\" lacks the zero before the point; read as \"0.{decimals}\""),
        ));
    }
    let digits = match typed.contains([',', '+']) {
        true => Cow::Owned(typed.replace([',', '+'], "")),
        false => Cow::Borrowed(typed),
    };
    let number = exact(&digits).ok_or_else(|| {
        Text::new(
            format!("“{typed}”位数太多，最多28位"),
            format!("\"{typed}\" has too many digits; at most 28 can be kept exactly"),
        )
    })?;
    Ok(Leading {
        number,
        rest,
        notes,
    })
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn exact(digits: &str) -> Option<Decimal> {
    let padded = match digits.strip_prefix('-') {
        Some(d) if d.starts_with('.') => Cow::Owned(format!("-0{d}")),
        None if digits.starts_with('.') => Cow::Owned(format!("0{digits}")),
        _ => Cow::Borrowed(digits),
    };
    let mut number = Decimal::from_str_exact(&padded).ok()?;
    if number.is_zero() {
        number.set_sign_positive(true);
    }
    Some(number)
}

fn check_commas(text: &str, whole: &str, notes: &mut Vec<Text>) -> Result<(), Text> {
    if !whole.contains(',') {
        return Ok(());
    }
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
    if !first || groups.any(|g| g.len() != 3) {
        return Err(Text::new(
            format!("“{text}”里的逗号不是千分位；小数请用“.”"),
            format!("the commas in \"{text}\" do not part thousands; decimals take a point"),
        ));
    }
    let plain = whole.replace(',', "");
    notes.push(Text::new(
        format!("“{whole}”用了千分位逗号，已按“{plain}”读取"),
        format!("\"{whole}\" has thousands commas; read as \"{plain}\""),
    ));
    Ok(())
}

fn no_number(text: &str) -> Text {
    Text::new(
        format!("“{text}”不是以阿拉伯数字开头的数量，应写作“26525.06万元”“约40%”“23个”"),
        format!(
            "\"{text}\" is not a number with a unit; expected something like \"2.65 billion yuan\", \"about 40%\""
        ),
    )
}
