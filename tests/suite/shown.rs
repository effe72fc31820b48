//! The tree of a document in a few letters, for people to read in tests.

use zongjie::diag::{Place, Sources};
use zongjie::document::{Block, BlockKind, Document, Inline, Label, Origin};

/// One line a block: kind, place, words with their origins where these differ from the block's.
pub fn tree(document: &Document, sources: &Sources) -> String {
    document
        .blocks
        .iter()
        .map(|b| block(b, sources) + "\n")
        .collect()
}

fn place(place: Option<Place>, sources: &Sources) -> String {
    let located = place.and_then(|p| sources.locate(p));
    located.map_or("?".to_owned(), |l| {
        format!(
            "{}:{}",
            l.file.split('.').next().unwrap_or_default(),
            l.line
        )
    })
}

fn block(block: &Block, sources: &Sources) -> String {
    let words = |content: &[Inline]| inlines(content, block.source, sources);
    let cells = |row: &[zongjie::document::Cell]| {
        row.iter()
            .map(|c| words(&c.content))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let (kind, text) = match &block.kind {
        BlockKind::Heading(h) => {
            let number = if h.number.is_some() { "" } else { "-" };
            let behind = h
                .run_in
                .as_deref()
                .map_or(String::new(), |r| format!(" ↦ {}", words(r)));
            (format!("h{}{number}", h.level), words(&h.content) + &behind)
        }
        BlockKind::Paragraph { role, content } => {
            (format!("{role:?}").to_lowercase(), words(content))
        }
        BlockKind::ListItem {
            label,
            depth,
            content,
        } => {
            let label = match label {
                Label::Bullet => "•".to_owned(),
                Label::Number(n) => format!("{n}."),
            };
            (
                format!("{}{label}", "  ".repeat(usize::from(*depth))),
                words(content),
            )
        }
        BlockKind::Table(table) => {
            let rows: Vec<String> = std::iter::once(&table.header)
                .chain(&table.rows)
                .map(|r| cells(r))
                .collect();
            ("table".to_owned(), rows.join(" ‖ "))
        }
        BlockKind::Chart(chart) => {
            let rows: Vec<String> = std::iter::once(&chart.data.header)
                .chain(&chart.data.rows)
                .map(|r| cells(r))
                .collect();
            let name = chart.form.names().class;
            (
                name.to_owned(),
                format!("{} ‖ {}", words(&chart.unit), rows.join(" ‖ ")),
            )
        }
        BlockKind::Quote { content } => ("quote".to_owned(), words(content)),
        BlockKind::Code { text } => ("code".to_owned(), text.clone()),
        BlockKind::Rule => ("rule".to_owned(), String::new()),
    };
    format!("{kind}@{} {text}", place(block.source.line, sources))
        .trim_end()
        .to_owned()
}

fn inlines(content: &[Inline], of: Origin, sources: &Sources) -> String {
    content.iter().map(|i| inline(i, of, sources)).collect()
}

fn inline(inline: &Inline, of: Origin, sources: &Sources) -> String {
    let elsewhere = |origin: &Origin| {
        if origin.line == of.line {
            String::new()
        } else {
            place(origin.line, sources)
        }
    };
    match inline {
        Inline::Text { text, origin } => match (origin.expression, elsewhere(origin)) {
            (None, place) if place.is_empty() => text.clone(),
            (None, place) => format!("‹{place} {text}›"),
            (Some(_), place) if place.is_empty() => format!("«{text}»"),
            (Some(_), place) => format!("«{place} {text}»"),
        },
        Inline::Figure(f) => {
            let place = elsewhere(&f.origin);
            let place = if place.is_empty() {
                place
            } else {
                format!("@{place}")
            };
            format!("⟨{}.{}:{}{place}⟩", f.key.path, f.key.aspect, f.text)
        }
        Inline::Strong(inner) => format!("**{}**", inlines(inner, of, sources)),
        Inline::Emphasis(inner) => format!("*{}*", inlines(inner, of, sources)),
        Inline::Code { text, .. } => format!("`{text}`"),
        Inline::Link { target, content } => {
            format!("[{}]({target})", inlines(content, of, sources))
        }
        Inline::Break => "⏎".to_owned(),
    }
}
