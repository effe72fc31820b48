//! Numbers of a spreadsheet as people see them: a number format gives the digits and the unit that were typed.

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// A number as its format shows it, without thousands separators: `0.1664` by `0.00%` is `16.64%`.
pub fn shown(value: f64, format: &str) -> String {
    let form = Form::read(format);
    let Some(number) = Decimal::new(value) else {
        return value.to_string();
    };
    let number = number.shifted(if form.is_percent { 2 } else { 0 } - 3 * form.thousands);
    let digits = match form.places {
        Some(places) => number.rounded(places).text(places),
        None => number.text(0),
    };
    let percent = if form.is_percent { "%" } else { "" };
    let sign = if number.is_negative && digits.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        "-"
    } else {
        ""
    };
    format!("{}{sign}{digits}{percent}{}", form.before, form.after)
}

/// Whether a date format shows no day: `yyyy"年"m"月"`.
pub fn is_month(format: &str) -> bool {
    let bare: String = unquoted(format).to_ascii_lowercase();
    bare.contains('m') && bare.contains('y') && !bare.contains('d')
}

/// A format without the texts it prints.
fn unquoted(format: &str) -> String {
    format.split('"').step_by(2).collect()
}

/// What a number format says, as far as it changes what is read.
#[derive(Debug, Default)]
struct Form {
    before: String,
    after: String,
    /// Digits behind the point; `None` for as many as there are.
    places: Option<usize>,
    is_percent: bool,
    /// How often the number is divided by a thousand.
    thousands: i32,
}

impl Form {
    fn read(format: &str) -> Self {
        let mut form = Self::default();
        let (mut is_behind_point, mut has_digits, mut places, mut commas) = (false, false, 0, 0);
        let mut rest = format.chars();
        while let Some(c) = rest.next() {
            match c {
                ';' => break,
                '"' => {
                    let text: String = rest.by_ref().take_while(|c| *c != '"').collect();
                    form.add(&text, has_digits);
                }
                '\\' => form.add(
                    &rest.next().map(String::from).unwrap_or_default(),
                    has_digits,
                ),
                '_' | '*' => {
                    rest.next();
                }
                // Colours, conditions and currencies: `[Red]`, `[$¥-804]`.
                '[' => {
                    let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    let sign = inside.strip_prefix('$').and_then(|s| s.split('-').next());
                    form.add(sign.unwrap_or_default(), has_digits);
                }
                '0' | '#' | '?' => {
                    has_digits = true;
                    commas = 0;
                    places += usize::from(is_behind_point);
                }
                '.' => is_behind_point = true,
                ',' => commas += i32::from(has_digits),
                '%' => form.is_percent = true,
                c if is_text(c) => form.add(&c.to_string(), has_digits),
                _ => {}
            }
        }
        form.thousands = commas;
        form.places = has_digits.then_some(places);
        if !has_digits {
            // `General`, `@`: not a word of it is printed.
            form.before.clear();
            form.after.clear();
        }
        form
    }

    fn add(&mut self, text: &str, has_digits: bool) {
        if has_digits {
            self.after.push_str(text);
        } else {
            self.before.push_str(text);
        }
    }
}

/// Signs that formats print without quotes.
fn is_text(c: char) -> bool {
    !c.is_ascii() || matches!(c, '$')
}

/// Digits with a point, without a float's dust: 0.1 + 0.2 is 0.3.
#[derive(Debug, Clone)]
struct Decimal {
    is_negative: bool,
    /// Each 0 to 9, the first not 0; none for zero.
    digits: Vec<u8>,
    /// Where the point stands: behind so many digits.
    point: i32,
}

impl Decimal {
    fn new(value: f64) -> Option<Self> {
        let text = format!("{:.*e}", DIGITS - 1, value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let mut digits: Vec<u8> = mantissa
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|b| b - b'0')
            .collect();
        let point: i32 = exponent.parse().ok()?;
        while digits.last() == Some(&0) {
            digits.pop();
        }
        (point.abs() < 40).then_some(Self {
            is_negative: value.is_sign_negative(),
            digits,
            point: point + 1,
        })
    }

    fn shifted(mut self, by: i32) -> Self {
        self.point += by;
        self
    }

    /// Rounded to so many digits behind the point, halves away from zero.
    fn rounded(&self, places: usize) -> Self {
        let mut out = self.clone();
        let kept = self.point + i32::try_from(places).unwrap_or(0);
        let Ok(kept) = usize::try_from(kept) else {
            out.digits.clear();
            return out;
        };
        let up = out.digits.get(kept).is_some_and(|&d| d >= 5);
        out.digits.truncate(kept);
        if up {
            out.digits.resize(kept, 0);
            out.increment();
        }
        out
    }

    fn increment(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// The digits with at least so many behind the point.
    fn text(&self, places: usize) -> String {
        let digit = |at: i32| {
            let at = usize::try_from(at).ok();
            let digit = at.and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
            char::from(b'0' + digit)
        };
        let whole: String = (0..self.point).map(digit).collect();
        let behind = i32::try_from(self.digits.len()).unwrap_or(0) - self.point;
        let behind = behind.max(i32::try_from(places).unwrap_or(0));
        let fraction: String = (0..behind).map(|i| digit(self.point + i)).collect();
        let whole = if whole.is_empty() { "0" } else { &whole };
        if fraction.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        }
    }
}
