//! `trace`: every number of the text and where it comes from.

use super::build::Report;
use super::terminal::{Console, Exit};
use crate::diag::render::json::{self, NumberLine};
use crate::diag::{Place, Sources};
use crate::document::{NumberInText, numbers};
use crate::figures::ASPECTS;
use crate::language::Language;
use crate::pipeline::{self, Request};
use crate::world::World;
use std::collections::BTreeMap;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    report: Report,
}

/// Lists the numbers.
pub fn run(args: &Args, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let input = match args.report.input(world) {
        Ok(input) => input,
        Err(faults) => return console.fail(faults),
    };
    let request = Request {
        input,
        formats: Vec::new(),
        is_final: false,
    };
    let outcome = pipeline::run(world, &request);
    let document = outcome.product.as_ref().map(|p| &p.document);
    let found = document.map(numbers).unwrap_or_default();
    let (characters, pages) = outcome.size();
    let lines = placed(found, &outcome.sources);
    let run = json::Run {
        files: &[],
        characters,
        pages,
        findings: &outcome.findings,
        numbers: Some(&lines),
    };
    let table = table(&lines, &outcome.sources, console);
    console.report(&run, &outcome.sources, &table);
    if outcome.product.is_none() {
        Exit::Input
    } else {
        Exit::Done
    }
}

/// The numbers, those of wording with their own place in its line.
fn placed(found: Vec<NumberInText>, sources: &Sources) -> Vec<NumberLine> {
    // How far each line has been read: the second 5% of a line is not the first.
    let mut read: BTreeMap<Place, usize> = BTreeMap::new();
    let mut narrow = |line: Place, text: &str| -> Place {
        let from = read.entry(line).or_default();
        let rest = sources.slice(line).and_then(|l| l.get(*from..));
        let Some(at) = rest.and_then(|rest| rest.find(text)) else {
            return line;
        };
        let start = line.start as usize + *from + at;
        *from += at + text.len();
        Place::new(line.source, start, start + text.len())
    };
    found
        .into_iter()
        .map(|number| NumberLine {
            place: match (number.place, &number.key) {
                (Some(place), None) => Some(narrow(place, &number.text)),
                (place, _) => place,
            },
            key: number.key.as_ref().map(|key| key.path.to_string()),
            aspect: number.key.map(|key| key.aspect.to_owned()),
            text: number.text,
            block: number.block,
        })
        .collect()
}

/// The filter that printed a figure, as it is called in the language of the messages.
fn aspect_name(aspect: &str, language: Language) -> String {
    let info = ASPECTS.iter().find(|a| a.en == aspect);
    let zh = info.map_or(aspect, |a| a.zh);
    match language {
        Language::Chinese => format!("（{zh}）"),
        Language::English => format!(" ({aspect})"),
    }
}

/// Numbers with a source, then those without one.
fn table(lines: &[NumberLine], sources: &Sources, console: &Console<'_>) -> String {
    let line = |number: &NumberLine| {
        let place = number
            .place
            .and_then(|place| sources.locate(place))
            .map_or(String::new(), |at| {
                format!("  {}:{}:{}", at.file, at.line, at.column)
            });
        let key = match (&number.key, &number.aspect) {
            (Some(key), Some(aspect)) if aspect != "value" => {
                format!("  {key}{}", aspect_name(aspect, console.language))
            }
            (Some(key), _) => format!("  {key}"),
            (None, _) => String::new(),
        };
        format!("{}{key}{place}", number.text)
    };
    if lines.is_empty() {
        return console
            .language
            .pick("文中没有数字", "no numbers in the text")
            .to_owned();
    }
    let (known, unknown): (Vec<_>, Vec<_>) = lines.iter().partition(|n| n.key.is_some());
    let mut out: Vec<String> = known.into_iter().map(line).collect();
    if !unknown.is_empty() {
        let title = console
            .language
            .pick("没有出处的数字：", "numbers without a source:");
        out.push(title.to_owned());
        out.extend(unknown.into_iter().map(line));
    }
    out.join("\n")
}
