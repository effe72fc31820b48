//! A plain web page: the preview. Meaning in elements, provenance in `data-` attributes, looks in a few lines of CSS.
//!
//! `data-source="0:120-180"` on a block is its line: the number of the source, first byte, one past the last byte.
//! `data-key` and `data-aspect` on a figure say which one it is and how it was printed.

use super::number_text;
use crate::diag::Place;
use crate::document::{
    Alignment, Block, BlockKind, Cell, Document, Figure, Heading, Inline, Label, Language, Role,
    Table, own_line, run_in, run_in_gap,
};
use crate::layout::{NumberForm, Numbering};

const STYLE: &str = "\
body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.8}\
h1,.subtitle,.caption{text-align:center;font-weight:normal}\
h1,h2{font-weight:bold}\
p.body,p.run-in{text-indent:2em;margin:0}\
.signature,.date{text-align:right;margin:0 2em}\
.unit{text-align:right;margin:0}\
.annex-list{text-indent:2em;margin:0}\
.annex-mark{border-top:1px solid;margin-top:3em;padding-top:1em;font-weight:bold}\
table{border-collapse:collapse;margin:1em auto}\
th,td{border:1px solid;padding:.2em .6em}\
.left{text-align:left}.centre{text-align:center}.right{text-align:right}\
.provisional{background:#ff0}";

/// Writes a document as a whole page; `forms` are the numbers of headings by rank.
pub fn write(document: &Document, forms: &[NumberForm]) -> String {
    let language = match document.language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    let mut page = Page {
        out: format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
            escaped(&document.title)
        ),
        language: document.language,
        numbering: Numbering::new(forms),
        lists: Vec::new(),
    };
    for block in &document.blocks {
        page.block(block);
    }
    page.close_lists(0);
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    out: String,
    language: Language,
    numbering: Numbering<'a>,
    /// The open lists, each with the label of its last item, which is open too.
    lists: Vec<Label>,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) {
        if !matches!(block.kind, BlockKind::ListItem { .. }) {
            self.close_lists(0);
        }
        let source = source(block);
        match &block.kind {
            BlockKind::Heading(heading) => self.heading(heading, &source),
            BlockKind::Paragraph { role, content } => {
                let (tag, class) = match role {
                    Role::Title => ("h1", ""),
                    Role::Subtitle => ("p", " class=\"subtitle\""),
                    Role::Salutation => ("p", " class=\"salutation\""),
                    Role::Body => ("p", " class=\"body\""),
                    Role::Signature => ("p", " class=\"signature\""),
                    Role::Date => ("p", " class=\"date\""),
                    Role::Caption => ("p", " class=\"caption\""),
                    Role::ChartCaption => ("p", " class=\"caption\""),
                    Role::UnitLine => ("p", " class=\"unit\""),
                    Role::AnnexList => ("p", " class=\"annex-list\""),
                    Role::AnnexMark => ("p", " class=\"annex-mark\""),
                    Role::Note => ("p", " class=\"note\""),
                };
                let words = inlines(content);
                self.line(&format!("<{tag}{class}{source}>{words}</{tag}>"));
            }
            BlockKind::ListItem {
                label,
                depth,
                content,
            } => self.item(*label, usize::from(*depth), content, &source),
            BlockKind::Table(table) => self.table(table, &source),
            BlockKind::Chart(chart) => {
                if !chart.unit.is_empty() {
                    let unit = inlines(&chart.unit);
                    self.line(&format!("<p class=\"unit\">{unit}</p>"));
                }
                self.table(&chart.data, &source);
            }
            BlockKind::Quote { content } => {
                let words = inlines(content);
                self.line(&format!("<blockquote{source}><p>{words}</p></blockquote>"));
            }
            BlockKind::Code { text } => {
                // A parser drops the first line end of a `pre`.
                self.line(&format!(
                    "<pre{source}>\n<code>{}</code></pre>",
                    escaped(text)
                ));
            }
            BlockKind::Rule => self.line("<hr>"),
        }
    }

    fn line(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &Heading, source: &str) {
        let number = escaped(&number_text(&mut self.numbering, heading, self.language));
        let html = match &heading.run_in {
            None => {
                let level = heading.level.clamp(1, 5) + 1;
                let words = inlines(&own_line(&heading.content));
                format!("<h{level}{source}>{number}{words}</h{level}>")
            }
            Some(content) => {
                let words = inlines(&run_in(&heading.content, self.language));
                let gap = run_in_gap(self.language);
                let content = inlines(content);
                format!(
                    "<p class=\"run-in\"{source}><strong>{number}{words}</strong>{gap}{content}</p>"
                )
            }
        };
        self.line(&html);
    }

    fn item(&mut self, label: Label, depth: usize, content: &[Inline], source: &str) {
        self.close_lists(depth + 1);
        let goes_on = match (self.lists.get(depth), label) {
            (Some(Label::Bullet), Label::Bullet) => true,
            (Some(Label::Number(last)), Label::Number(n)) => n == last.saturating_add(1),
            _ => false,
        };
        if goes_on {
            self.out.push_str("</li>\n");
            self.lists.pop();
        } else {
            self.close_lists(depth);
            let open = match label {
                Label::Bullet => "<ul>\n".to_owned(),
                Label::Number(1) => "<ol>\n".to_owned(),
                Label::Number(n) => format!("<ol start=\"{n}\">\n"),
            };
            self.out.push_str(&open);
        }
        self.lists.push(label);
        self.out
            .push_str(&format!("<li{source}>{}", inlines(content)));
    }

    /// Closes the lists deeper than `depth`.
    fn close_lists(&mut self, depth: usize) {
        while self.lists.len() > depth {
            let tag = match self.lists.pop() {
                Some(Label::Number(_)) => "ol",
                _ => "ul",
            };
            self.out.push_str(&format!("</li>\n</{tag}>\n"));
        }
    }

    fn table(&mut self, table: &Table, source: &str) {
        let row = |cells: &[Cell], tag: &str, scope: &str| -> String {
            let cells: String = cells
                .iter()
                .enumerate()
                .map(|(i, cell)| {
                    let class = match table.columns.get(i).copied().unwrap_or_default() {
                        Alignment::Natural => "",
                        Alignment::Left => " class=\"left\"",
                        Alignment::Centre => " class=\"centre\"",
                        Alignment::Right => " class=\"right\"",
                    };
                    format!("<{tag}{scope}{class}>{}</{tag}>", inlines(&cell.content))
                })
                .collect();
            format!("<tr>{cells}</tr>\n")
        };
        let header = row(&table.header, "th", " scope=\"col\"");
        let rows: String = table
            .rows
            .iter()
            .map(|cells| row(cells, "td", ""))
            .collect();
        self.line(&format!(
            "<table{source}>\n<thead>\n{header}</thead>\n<tbody>\n{rows}</tbody>\n</table>"
        ));
    }
}

fn source(block: &Block) -> String {
    match block.source.line {
        Some(place) => format!(" data-source=\"{}\"", range(place)),
        None => String::new(),
    }
}

fn range(place: Place) -> String {
    format!("{}:{}-{}", place.source.0, place.start, place.end)
}

fn inlines(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => escaped(text),
            Inline::Figure(f) => figure(f),
            Inline::Strong(content) => format!("<strong>{}</strong>", inlines(content)),
            Inline::Emphasis(content) => format!("<em>{}</em>", inlines(content)),
            Inline::Code { text, .. } => format!("<code>{}</code>", escaped(text)),
            Inline::Link { target, content } => {
                format!("<a href=\"{}\">{}</a>", escaped(target), inlines(content))
            }
            Inline::Break => "<br>".to_owned(),
        })
        .collect()
}

fn figure(figure: &Figure) -> String {
    let class = if figure.provisional {
        "figure provisional"
    } else {
        "figure"
    };
    format!(
        "<span class=\"{class}\" data-key=\"{}\" data-aspect=\"{}\">{}</span>",
        escaped(&figure.key.path),
        escaped(figure.key.aspect),
        escaped(&figure.text)
    )
}

/// Text for an element or a quoted attribute. Carriage returns would come back as line ends.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(c),
        }
    }
    out
}
