//! The words of what was written, as a reader of each format sees them: one text for each paragraph, heading, list item
//! and table cell, in order, without empty ones.

use crate::docx_package;
use crate::markdown_read_back;
use std::path::Path;
use zongjie::load::Input;
use zongjie::pipeline::{Outcome, Request, run};
use zongjie::world::Memory;
use zongjie::writers::FormatId;

/// All formats.
pub const FORMATS: [FormatId; 3] = [FormatId::Docx, FormatId::Markdown, FormatId::Html];

/// Runs all stages for the project in folder `p`.
pub fn build(world: &Memory, formats: &[FormatId]) -> Outcome {
    let request = Request {
        input: Input {
            path: Path::new("p").to_owned(),
            ..Input::default()
        },
        formats: formats.to_vec(),
        is_final: false,
    };
    run(world, &request)
}

/// What a run wrote in a format; empty when nothing was made.
pub fn bytes(outcome: &Outcome, format: FormatId) -> &[u8] {
    let outputs = outcome.product.as_ref().map(|p| p.outputs.as_slice());
    let found = outputs
        .unwrap_or_default()
        .iter()
        .find(|o| o.format.id == format);
    found.map_or(&[], |o| &o.bytes)
}

/// The words of what a run wrote in a format.
pub fn words(outcome: &Outcome, format: FormatId) -> Vec<String> {
    let bytes = bytes(outcome, format);
    let text = || std::str::from_utf8(bytes).unwrap();
    match format {
        FormatId::Docx => of_docx(bytes),
        FormatId::Markdown => of_markdown(text()),
        FormatId::Html => of_html(text()),
    }
}

/// The words of a DOCX.
pub fn of_docx(package: &[u8]) -> Vec<String> {
    let body = docx_package::body(package);
    // The lines of a title are the layout's.
    let (title, rest) = match body.find("</w:p>") {
        Some(end) if body[..end].contains("w:val=\"Title\"") => body.split_at(end),
        _ => ("", body.as_str()),
    };
    let printed = docx_package::printed(&(title.replace("<w:br/>", "") + rest));
    let lines = printed.split('\n').map(str::to_owned);
    lines.filter(|line| !line.is_empty()).collect()
}

/// The words of a Markdown text. Lines inside a paragraph count as paragraphs, as they do in a DOCX.
pub fn of_markdown(page: &str) -> Vec<String> {
    let read = markdown_read_back::read(page);
    let lines = read.iter().flat_map(|words| words.split('\n'));
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a web page.
pub fn of_html(page: &str) -> Vec<String> {
    let start = page.find("<main>").unwrap_or(0);
    let end = page.find("</main>").unwrap_or(page.len());
    let mut out = vec![String::new()];
    let mut verbatim = false;
    for piece in page[start..end].split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        // Line ends between elements are there for people who read the source.
        let lines: Vec<&str> = text.split('\n').collect();
        for (i, line) in lines.iter().enumerate() {
            if i > 0 && verbatim {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                last.push_str(&quick_xml::escape::unescape(line).unwrap());
            }
        }
        let name = tag.trim_end_matches('>').trim_start_matches('/');
        let name = name.split(' ').next().unwrap_or_default();
        verbatim = match name {
            "pre" => !tag.starts_with('/'),
            _ => verbatim,
        };
        if !matches!(name, "span" | "strong" | "em" | "code" | "a" | "") {
            out.push(String::new());
        }
    }
    out.retain(|words| !words.is_empty());
    out
}

/// Words of a document whose title is broken into lines, with the title in one piece. Blanks vanish at the breaks.
pub fn with_whole_title(words: Vec<String>, title: &str) -> Vec<String> {
    let dense = |text: &str| text.replace(' ', "");
    let lines = (1..=words.len())
        .find(|n| dense(&words[..*n].concat()) == dense(title))
        .unwrap_or(0);
    let title = (lines > 0).then(|| title.to_owned());
    title
        .into_iter()
        .chain(words.into_iter().skip(lines))
        .collect()
}

/// Words without the number of a heading or the number or dash of a list item: a format may write it out or leave it to
/// the reader's program.
pub fn without_numbers(words: Vec<String>) -> Vec<String> {
    words.iter().map(|w| without_number(w).to_owned()).collect()
}

fn without_number(mut words: &str) -> &str {
    // Words may begin with something like a number of their own, behind the heading's.
    loop {
        let rest = words.strip_prefix("——").unwrap_or(words);
        let rest = behind_number(rest).trim_start_matches([' ', '\t']);
        if rest == words {
            return words;
        }
        words = rest;
    }
}

fn behind_number(words: &str) -> &str {
    let chinese = |c: char| "一二三四五六七八九十百".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    let behind = |is_number: &dyn Fn(char) -> bool, open: &str, close: &str| {
        let rest = words.strip_prefix(open)?;
        let after = rest.trim_start_matches(is_number);
        (after.len() < rest.len()).then(|| after.strip_prefix(close))?
    };
    let rest = behind(&chinese, "", "、")
        .or_else(|| behind(&chinese, "（", "）"))
        .or_else(|| behind(&digit, "（", "）"))
        .or_else(|| behind(&digit, "(", ") "))
        // 2.65 is no second item.
        .or_else(|| behind(&digit, "", ".").filter(|rest| !rest.starts_with(digit)))
        .or_else(|| words.strip_prefix("• "))
        .or_else(|| words.strip_prefix("——"));
    rest.unwrap_or(words)
}
