//! `templates show`: a template as it will be used, with the layer each line comes from.

use super::{Console, Exit, Layer, Stock, Which};
use crate::diag::render::json::{self, Field};
use crate::diag::{Source, SourceId};
use crate::template::outline::{Sheet, SheetLine, sheets};
use crate::world::World;

/// Prints a genre and its parts.
pub fn run(which: &Which, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let mut stock = Stock::of(world, which.folder.as_deref());
    let genre = match stock.genre(&which.genre) {
        Ok(genre) => genre,
        Err(faults) => return console.fail(faults),
    };
    let sheets = sheets(&genre, &stock.shelf.parts, &stock.sources);
    if console.json {
        let records = sheets.iter().flat_map(|sheet| {
            let lines = sheet.lines.iter();
            lines.map(|line| record(sheet, line, &stock))
        });
        console.say(&json::list("lines", records.collect()));
        return Exit::Done;
    }
    for (i, sheet) in sheets.iter().enumerate() {
        if i > 0 {
            console.say("");
        }
        let file = file_of(sheet.source, &stock);
        console.say(&format!("== {} · {file}", sheet.name));
        for line in &sheet.lines {
            let text = shown(sheet, line, &stock, console);
            console.say(text.trim_end());
        }
    }
    console.remark(&stock.findings, &stock.sources);
    Exit::Done
}

fn file_of(id: SourceId, stock: &Stock) -> String {
    stock.sources.get(id).map_or("", Source::name).to_owned()
}

fn word(layer: Layer, console: &Console<'_>) -> &'static str {
    let (zh, en) = match layer {
        Layer::BuiltIn => ("内置", "built-in"),
        Layer::Project => ("项目", "project "),
        Layer::Phrase => ("措辞", "phrase  "),
    };
    console.language.pick(zh, en)
}

fn shown(sheet: &Sheet, line: &SheetLine, stock: &Stock, console: &Console<'_>) -> String {
    let layer = word(stock.layer(line.source), console);
    let from = if line.source == sheet.source {
        String::new()
    } else {
        format!("   ← {}", file_of(line.source, stock))
    };
    format!("{layer} {:>4} │ {}{from}", line.line, line.text)
}

fn record(sheet: &Sheet, line: &SheetLine, stock: &Stock) -> Vec<(&'static str, Field)> {
    let layer = match stock.layer(line.source) {
        Layer::BuiltIn => "built-in",
        Layer::Project => "project",
        Layer::Phrase => "phrase",
    };
    vec![
        ("sheet", Field::One(sheet.name.clone())),
        ("layer", Field::One(layer.to_owned())),
        ("file", Field::One(file_of(line.source, stock))),
        ("line", Field::One(line.line.to_string())),
        ("text", Field::One(line.text.clone())),
    ]
}
