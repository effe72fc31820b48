//! Readable GitHub-flavoured Markdown with the numbering written out.
//!
//! Any reader of CommonMark with tables gives back exactly the words: see `escape` and `inline`.

mod escape;
mod inline;

use super::number_text;
use crate::document::{
    Alignment, BlockKind, Cell, Document, Heading, Inline, Label, Language, Origin, Role, Table,
    own_line, run_in, run_in_gap,
};
use crate::layout::{NumberForm, Numbering};
use inline::Place;

/// Writes a document; `forms` are the numbers of headings by rank.
pub fn write(document: &Document, forms: &[NumberForm]) -> String {
    let mut page = Page {
        out: String::new(),
        language: document.language,
        numbering: Numbering::new(forms),
        lists: Vec::new(),
        in_quote: false,
    };
    for block in &document.blocks {
        page.block(&block.kind);
    }
    if !page.out.is_empty() {
        page.out.push('\n');
    }
    page.out
}

/// One open list.
struct List {
    /// Where the text of its items begins, in columns.
    indent: usize,
    /// What its last item was labelled with.
    label: Label,
    /// What stands behind a number: a list that begins anew right behind another takes the other mark.
    mark: char,
}

struct Page<'a> {
    out: String,
    language: Language,
    numbering: Numbering<'a>,
    lists: Vec<List>,
    in_quote: bool,
}

impl Page<'_> {
    fn block(&mut self, kind: &BlockKind) {
        if !matches!(kind, BlockKind::ListItem { .. }) {
            self.lists.clear();
        }
        let quote_goes_on = std::mem::replace(&mut self.in_quote, false);
        match kind {
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Paragraph { role, content } => {
                if *role == Role::Title {
                    self.headline("#", content);
                } else {
                    let text = inline::write(content, Place::Paragraph(""));
                    self.paragraph(&text);
                }
            }
            BlockKind::ListItem {
                label,
                depth,
                content,
            } => self.item(*label, usize::from(*depth), content),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Chart(chart) => {
                self.paragraph(&inline::write(&chart.unit, Place::Paragraph("")));
                self.table(&chart.data);
            }
            BlockKind::Quote { content } => self.quote(content, quote_goes_on),
            BlockKind::Code { text } => self.code(text),
            BlockKind::Rule => self.paragraph("***"),
        }
    }

    /// Adds a block of its own, with a blank line before it; nothing for an empty one.
    fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        self.out.push_str(text);
    }

    fn heading(&mut self, heading: &Heading) {
        let mut words = vec![text(number_text(
            &mut self.numbering,
            heading,
            self.language,
        ))];
        match &heading.run_in {
            None => {
                words.extend(own_line(&heading.content));
                let level = usize::from(heading.level).clamp(1, 5) + 1;
                self.headline(&"#".repeat(level), &words);
            }
            Some(content) => {
                words.extend(run_in(&heading.content, self.language));
                let gap = text(run_in_gap(self.language).to_owned());
                let mut line = vec![Inline::Strong(words), gap];
                line.extend(content.iter().cloned());
                let text = inline::write(&line, Place::Paragraph(""));
                self.paragraph(&text);
            }
        }
    }

    fn headline(&mut self, marks: &str, content: &[Inline]) {
        let text = inline::write(content, Place::Heading);
        if !text.is_empty() {
            self.paragraph(&format!("{marks} {text}"));
        }
    }

    fn item(&mut self, label: Label, depth: usize, content: &[Inline]) {
        let first = self.lists.is_empty();
        let depth = depth.min(self.lists.len());
        let last = self.lists.get(depth).map(|list| (list.label, list.mark));
        let (goes_on, mark) = match (last, label) {
            (Some((Label::Bullet, mark)), Label::Bullet) => (true, mark),
            (Some((Label::Number(last), mark)), Label::Number(n)) => {
                let next = n == last.saturating_add(1);
                let other = if mark == '.' { ')' } else { '.' };
                (next, if next { mark } else { other })
            }
            _ => (false, '.'),
        };
        self.lists.truncate(depth);
        let outer = self.lists.last().map_or(0, |list| list.indent);
        let marker = match label {
            Label::Bullet => "- ".to_owned(),
            // CommonMark reads at most nine digits.
            Label::Number(n) => format!("{}{mark} ", n.min(999_999_999)),
        };
        let indent = outer + marker.len();
        let text = inline::write(content, Place::Paragraph(&" ".repeat(indent)));
        if text.is_empty() {
            return;
        }
        // Right behind a paragraph only a list that begins with 1 is taken for a list.
        let plain_start = matches!(label, Label::Bullet | Label::Number(1));
        let line = format!("{}{marker}{text}", " ".repeat(outer));
        if first || !(goes_on || plain_start) {
            self.paragraph(&line);
        } else {
            self.out.push('\n');
            self.out.push_str(&line);
        }
        self.lists.push(List {
            indent,
            label,
            mark,
        });
    }

    fn quote(&mut self, content: &[Inline], goes_on: bool) {
        let text = inline::write(content, Place::Paragraph("> "));
        if goes_on {
            self.out.push_str("\n>\n> ");
            self.out.push_str(&text);
        } else {
            self.paragraph(&format!("> {text}"));
        }
        self.in_quote = true;
    }

    fn code(&mut self, text: &str) {
        let fence = "`".repeat(inline::longest_run(text, '`').max(2) + 1);
        let end = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        self.paragraph(&format!("{fence}\n{text}{end}{fence}"));
    }

    fn table(&mut self, table: &Table) {
        let columns = table.columns.len();
        if columns == 0 {
            return;
        }
        let marks: Vec<_> = table
            .columns
            .iter()
            .map(|alignment| match alignment {
                Alignment::Natural => "---",
                Alignment::Left => ":--",
                Alignment::Centre => ":-:",
                Alignment::Right => "--:",
            })
            .collect();
        let mut lines = vec![
            row(&table.header, columns),
            format!("| {} |", marks.join(" | ")),
        ];
        lines.extend(table.rows.iter().map(|cells| row(cells, columns)));
        self.paragraph(&lines.join("\n"));
    }
}

fn row(cells: &[Cell], columns: usize) -> String {
    let cell = |i: usize| {
        cells.get(i).map_or(String::new(), |cell| {
            inline::write(&cell.content, Place::Cell)
        })
    };
    let cells: Vec<_> = (0..columns).map(cell).collect();
    format!("| {} |", cells.join(" | "))
}

fn text(text: String) -> Inline {
    Inline::Text {
        text,
        origin: Origin::default(),
    }
}
