//! Which characters a reader of Markdown would take for marks, and how they are written so that it does not.

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph: marks of blocks at its beginning must not act.
    Paragraph,
    /// A line of a paragraph that begins with an asterisk, bracket or backtick of ours: no other mark can act there.
    Inside,
    /// A heading: `#` at its end and `{…}` must not act.
    Heading,
    /// A table cell.
    Cell,
}

/// Writes one character of a line of text.
pub fn character(line: &[char], at: usize, kind: Kind, out: &mut String) {
    let Some(&c) = line.get(at) else { return };
    if is_blank(c) && at_edge(line, at) {
        // Readers trim lines, some of them of full-width blanks too.
        out.push_str(&format!("&#{};", u32::from(c)));
    } else if kind == Kind::Cell && c == '|' && previous(line, at) == Some('\\') {
        // Readers differ in how they count backslashes before a bar.
        out.push_str("&#124;");
    } else if kind == Kind::Heading && c == '}' && at + 1 == line.len() {
        // `{…}` at the end would be taken for attributes, with or without a backslash.
        out.push_str("&#125;");
    } else if matches!(c, '\n' | '\r') {
        out.push(' ');
    } else {
        if acts(line, at, c, kind) {
            out.push('\\');
        }
        out.push(c);
    }
}

fn acts(line: &[char], at: usize, c: char, kind: Kind) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' => true,
        // Many readers set what stands between two dollars as a formula.
        '$' => line.iter().filter(|c| **c == '$').count() > 1,
        '&' => may_be_entity(line, at),
        '#' if kind == Kind::Heading => true,
        ':' => begins_address(line, at) || (kind == Kind::Paragraph && at == 0),
        '.' if ends_with(line, at, "www") => true,
        _ => kind == Kind::Paragraph && begins_block(line, at, c),
    }
}

/// Whether a character would make its line a heading, quotation, list item or rule.
fn begins_block(line: &[char], at: usize, c: char) -> bool {
    let next = line.get(at + 1).copied();
    match c {
        '#' | '>' | '=' => at == 0,
        '-' | '+' => at == 0 && !next.is_some_and(|n| n.is_ascii_digit()),
        '.' | ')' => {
            let before = line.get(..at).unwrap_or_default();
            (1..=9).contains(&at)
                && before.iter().all(char::is_ascii_digit)
                && next.is_none_or(|c| c.is_ascii_whitespace())
        }
        _ => false,
    }
}

/// Whether `&` may begin an entity: letters, digits or `#` up to a semicolon, or up to the end of the line.
fn may_be_entity(line: &[char], at: usize) -> bool {
    let rest = line.get(at + 1..).unwrap_or_default();
    let name = rest
        .iter()
        .take_while(|c| c.is_ascii_alphanumeric() || **c == '#')
        .count();
    name > 0 && rest.get(name) == Some(&';')
}

/// Whether `:` belongs to an address that GitHub would make a link of, with all the backslashes in it.
fn begins_address(line: &[char], at: usize) -> bool {
    ["http", "https", "ftp", "mailto", "xmpp"]
        .iter()
        .any(|scheme| ends_with(line, at, scheme))
}

fn ends_with(line: &[char], at: usize, word: &str) -> bool {
    let mut before = line.get(..at).unwrap_or_default().iter().rev();
    word.chars()
        .rev()
        .all(|w| before.next().is_some_and(|c| c.to_ascii_lowercase() == w))
}

fn previous(line: &[char], at: usize) -> Option<char> {
    line.get(at.checked_sub(1)?).copied()
}

/// Whether only blanks stand before or behind a character.
fn at_edge(line: &[char], at: usize) -> bool {
    let blank = |part: &[char]| part.iter().all(|c| is_blank(*c));
    blank(line.get(..at).unwrap_or_default()) || blank(line.get(at + 1..).unwrap_or_default())
}

/// Blanks, and what some readers take from the edge of a line or file although it is none.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// Whether every reader takes a character for part of a word. Circled letters are letters and symbols at once.
pub fn is_letter(c: char) -> bool {
    let circled = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    c.is_alphanumeric() && !circled
}

/// Whether every reader takes a character for punctuation.
pub fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c,
            '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff5b}' | '\u{ff5d}'
            | '«' | '»' | '·')
}
