//! A table as Markdown: caption, unit line, rows, note. All texts are marked.

use crate::document::{ChartForm, marks};
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
    /// How it is drawn; `None` for a table.
    pub drawn: Option<ChartForm>,
}

impl Sheet {
    /// The Markdown; nothing for a table without rows.
    pub(super) fn print(&self) -> String {
        let Some(first) = self.rows.first().map(|row| row.mark.as_str()) else {
            return String::new();
        };
        let unit = self
            .unit
            .as_deref()
            .map(|unit| format!("{}{}", word("单位：", "Unit: "), opaque(unit)));
        let mut blocks = Vec::new();
        let caption = |class| {
            let caption = self.caption.as_deref().map(one_line)?;
            Some(format!("{first}{caption}{first} {{.{class}}}"))
        };
        match self.drawn {
            None => {
                blocks.extend(caption(word("表题", "caption")));
                let class = word("表单位", "unit-line");
                blocks.extend(unit.map(|unit| format!("{first}{unit} {{.{class}}}")));
                blocks.push(self.grid());
            }
            // A chart stands above its caption, and says its unit itself.
            Some(form) => {
                let class = word(form.names().zh, form.names().class);
                let unit = unit.map_or_else(String::new, |unit| unit + " ");
                blocks.push(format!("{first}{unit}{{.{class}}}"));
                blocks.push(self.grid());
                blocks.extend(caption(word("图题", "chart-caption")));
            }
        }
        if let Some(note) = self.note.as_deref().map(one_line) {
            let class = word("注", "note");
            let label = word("注：", "Note: ");
            blocks.push(format!("{first}{label}{note}{first} {{.{class}}}"));
        }
        format!("\n\n{}\n\n", blocks.join("\n\n"))
    }

    /// Head and rows.
    fn grid(&self) -> String {
        let mut out = line_of(&self.head);
        out.push_str("\n|");
        out.push_str(&"---|".repeat(self.head.len()));
        for row in &self.rows {
            out.push('\n');
            out.push_str(&row.mark);
            out.push_str(&line_of(&row.cells));
        }
        out
    }
}

/// A word in the language being printed.
pub(super) fn word(zh: &'static str, en: &'static str) -> &'static str {
    match state::language() {
        Language::Chinese => zh,
        Language::English => en,
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
