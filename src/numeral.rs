//! Chinese numerals, as ordinals need them. Knows nobody.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number in Chinese numerals as ordinals are written: 一, 十, 十一, 二十, 一百零一. Zero is 〇; numbers from ten
/// thousand on are written digit by digit.
pub fn chinese(n: u32) -> String {
    if n >= 10_000 {
        return by_digit(n);
    }
    if n == 0 {
        return DIGITS[0].to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (n / power % 10) as usize;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        let bare_ten = power == 10 && digit == 1 && out.is_empty();
        if !bare_ten {
            out.push(DIGITS[digit]);
        }
        out.push_str(name);
    }
    out
}

/// A number digit by digit: 二〇二六.
pub fn by_digit(n: u32) -> String {
    n.to_string()
        .bytes()
        .filter_map(|b| DIGITS.get(usize::from(b.wrapping_sub(b'0'))))
        .collect()
}
