//! A table as Markdown: caption, unit line, rows, note. All texts are marked.

use crate::document::marks;
use crate::model::Language;
use crate::template::state;

/// One row.
pub(super) struct Row {
    /// The line it came from.
    pub mark: String,
    pub cells: Vec<String>,
}

/// A table ready to be printed.
pub(super) struct Sheet {
    /// 表题, without its number.
    pub caption: Option<String>,
    /// The unit of all numbers.
    pub unit: Option<String>,
    pub head: Vec<String>,
    pub rows: Vec<Row>,
    /// 注, without the word.
    pub note: Option<String>,
}

impl Sheet {
    /// The Markdown; nothing for a table without rows.
    pub(super) fn print(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let is_chinese = state::language() == Language::Chinese;
        let first = self.rows.first().map_or("", |r| r.mark.as_str());
        let mut out = String::from("\n\n");
        if let Some(caption) = &self.caption {
            let class = if is_chinese {
                "{.表题}"
            } else {
                "{.caption}"
            };
            out.push_str(&format!("{first}{}{first} {class}\n\n", one_line(caption)));
        }
        if let Some(unit) = self.unit.as_deref().map(opaque) {
            let line = if is_chinese {
                format!("{first}单位：{unit} {{.表单位}}\n\n")
            } else {
                format!("{first}Unit: {unit} {{.unit-line}}\n\n")
            };
            out.push_str(&line);
        }
        out.push_str(&line_of(&self.head));
        out.push_str("\n|");
        out.push_str(&"---|".repeat(self.head.len()));
        for row in &self.rows {
            out.push('\n');
            out.push_str(&row.mark);
            out.push_str(&line_of(&row.cells));
        }
        if let Some(note) = &self.note {
            let (word, class) = if is_chinese {
                ("注：", "{.注}")
            } else {
                ("Note: ", "{.note}")
            };
            out.push_str(&format!(
                "\n\n{first}{word}{}{first} {class}",
                one_line(note)
            ));
        }
        out.push_str("\n\n");
        out
    }
}

/// Data that is never Markdown.
pub(super) fn opaque(text: &str) -> String {
    let mut out = String::new();
    marks::push_opaque(&mut out, text);
    out
}

fn line_of(cells: &[String]) -> String {
    let mut out = String::from("|");
    for cell in cells {
        out.push(' ');
        out.push_str(&one_line(cell));
        out.push_str(" |");
    }
    out
}

/// A cell or caption is one line of Markdown; the lines of its text are parted in print.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at_end = false;
    for c in text.trim_end_matches('\n').chars() {
        match c {
            '\n' if at_end => {}
            '\n' => marks::push_opaque(&mut out, "\n"),
            _ => out.push(c),
        }
        at_end = c == '\n';
    }
    out
}
