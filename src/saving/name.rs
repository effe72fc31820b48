//! File names that every file system takes.

/// The longest name, in characters, without the extension.
const CHARACTERS: usize = 80;
/// The longest name in bytes: most systems take 255, and an extension, `.bak12` and a point are to follow.
const BYTES: usize = 230;
/// The name of a document without a title.
const NAMELESS: &str = "总结";

/// Names of devices on Windows, whatever the extension.
const DEVICES: [&str; 8] = [
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM", "LPT",
];

/// A document's file name: its title without what Windows, macOS or Linux refuse in names, and the extension.
pub fn file_name(title: &str, extension: &str) -> String {
    let name = safe(title);
    let name = if name.is_empty() { NAMELESS } else { &name };
    format!("{name}.{extension}")
}

/// A text as the name of a folder, or of a file whose extension is to follow; empty when nothing of it can be kept.
pub fn safe(title: &str) -> String {
    // A colon parts title and subtitle in English; a dash does so in a file name.
    let title = title.replace(": ", " - ");
    let cleaned: String = title
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| if r#"/\:*?"<>|"#.contains(c) { '_' } else { c })
        .collect();
    let trimmed = cleaned.trim_matches([' ', '.']);
    let mut name = String::new();
    for c in trimmed.chars().take(CHARACTERS) {
        if name.len() + c.len_utf8() > BYTES {
            break;
        }
        name.push(c);
    }
    let name = name.trim_end_matches([' ', '.']);
    let mark = if is_device(name) { "_" } else { "" };
    format!("{mark}{name}")
}

/// Marks that change how a name is read without being seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// `CON`, `con.final`, `COM1`, `LPT²`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let upper = stem.to_ascii_uppercase();
    DEVICES
        .iter()
        .any(|device| match upper.strip_prefix(device) {
            Some("") => !matches!(*device, "COM" | "LPT"),
            Some(rest) => {
                matches!(*device, "COM" | "LPT")
                    && rest.chars().count() == 1
                    && rest
                        .chars()
                        .all(|c| c.is_ascii_digit() || "¹²³".contains(c))
            }
            None => false,
        })
}
