//! Charts of figures: 图 draws the 指标 of a report or item, or a 指标表.

use super::columns::{Column, columns, names};
use super::figure_table::{capitalised, chosen, grid, in_unit, text, unit};
use super::items::Printed;
use super::sheet::{Row, Sheet, opaque, word};
use crate::diag::{Text, codes, nearest};
use crate::document::{ChartForm, marks};
use crate::figures::Facts;
use crate::model::{FigureId, FigureTable, Unit};
use crate::template::engine::fail;
use crate::template::state;
use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(
        "chart",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            let Some(facts) = state::facts() else {
                return Ok(Value::safe_string(""));
            };
            let form = form(arguments.get::<&str>("form")?)?;
            let only = arguments.get::<&Value>("only")?;
            let typed = arguments.get::<&Value>("columns")?;
            let data = match grid(value, &facts) {
                Some(table) => of_table(table, only, typed)?,
                None => {
                    let ids = chosen(value, only, &facts)?;
                    of_figures(&facts, &ids, &columns(typed, &USUAL)?)
                }
            };
            let mut sheet = match data.sheet(&facts, form) {
                Ok(sheet) => sheet,
                Err(text) => return fail(&codes::CANNOT_PRINT, text),
            };
            sheet.caption = text(arguments.get::<&Value>("caption")?, state)?;
            sheet.note = text(arguments.get::<&Value>("note")?, state)?;
            Ok::<_, tera::Error>(Value::safe_string(&sheet.print()))
        },
    );
}

/// The chart of an item's own figures, for 形式: 柱形图 and its like.
pub(super) fn of_item(item: &Printed<'_>, form: ChartForm) -> String {
    let caption = item.caption_or_title();
    drawn(form, caption, |facts| {
        of_figures(facts, &item.figures, &USUAL)
    })
}

/// The chart of the figures of some items: an item is a category, figures of one short name are a series.
pub(super) fn of_items(items: &[Printed<'_>], form: ChartForm, caption: Option<String>) -> String {
    drawn(form, caption, |facts| {
        let name = |id: &FigureId| facts.report.figure(*id).map_or("", |f| f.name.as_str());
        let mut heads: Vec<&str> = Vec::new();
        for id in items.iter().flat_map(|item| &item.figures) {
            if !heads.contains(&name(id)) {
                heads.push(name(id));
            }
        }
        let row = |item: &Printed<'_>| {
            let cell = |head: &&str| {
                let id = item.figures.iter().find(|id| name(id) == *head)?;
                Some((*id, Column::Value))
            };
            let title = item.title.clone().unwrap_or_default().into_owned();
            (title, heads.iter().map(cell).collect())
        };
        Data {
            corner: word("事项", "Item"),
            rows: items.iter().map(row).collect(),
            heads: heads
                .iter()
                .map(|head| opaque(&capitalised(head)))
                .collect(),
        }
    })
}

fn drawn(form: ChartForm, caption: Option<String>, data: impl Fn(&Facts) -> Data) -> String {
    let Some(facts) = state::facts() else {
        return String::new();
    };
    match data(&facts).sheet(&facts, form) {
        Ok(mut sheet) => {
            sheet.caption = caption;
            sheet.print()
        }
        Err(text) => format!("\n\n{}\n\n", state::failure(text)),
    }
}

/// The columns of a chart that names none.
const USUAL: [Column; 2] = [Column::LastYear, Column::Value];

fn form(typed: Option<&str>) -> TeraResult<ChartForm> {
    let Some(typed) = typed else {
        return Ok(ChartForm::Column);
    };
    let typed = marks::visible(typed);
    let short = |form: &ChartForm| {
        let names = form.names();
        names.zh.strip_suffix('图') == Some(&typed)
            || names.word.strip_suffix("_chart") == Some(&typed)
    };
    let found = ChartForm::named(&typed).or_else(|| ChartForm::ALL.into_iter().find(short));
    match found {
        Some(form) => Ok(form),
        None => {
            let zh = ChartForm::ALL.map(|form| form.names().zh).join("、");
            let en = ChartForm::ALL.map(|form| form.names().word).join(", ");
            let text = Text::new(
                format!("没有“{typed}”这种图：可用{zh}"),
                format!("there is no chart `{typed}`: use {en}"),
            );
            fail(&codes::BAD_VALUE, text)
        }
    }
}

/// A figure and what of it is drawn.
type Drawn = (FigureId, Column);

/// What is drawn: names and figures.
struct Data {
    corner: &'static str,
    /// Marked.
    heads: Vec<String>,
    /// The marked name of a category, and what stands in each column.
    rows: Vec<(String, Vec<Option<Drawn>>)>,
}

fn of_figures(facts: &Facts, ids: &[FigureId], columns: &[Column]) -> Data {
    let filled = |c: &&Column| ids.iter().any(|id| c.has_number(facts, *id));
    let columns: Vec<Column> = columns.iter().filter(filled).copied().collect();
    let row = |id: &FigureId| {
        let label = facts.report.figure(*id).map_or("", |f| f.printed_name());
        let cell = |column: &Column| column.has_number(facts, *id).then_some((*id, *column));
        (
            opaque(&capitalised(label)),
            columns.iter().map(cell).collect(),
        )
    };
    Data {
        corner: word("指标", "Indicator"),
        rows: ids.iter().map(row).collect(),
        heads: columns.iter().map(|column| column.head(facts)).collect(),
    }
}

/// Rows of a 指标表 as categories, its columns as series. The row of totals would dwarf the others, so it is drawn only
/// when it is asked for.
fn of_table(table: &FigureTable, only: Option<&Value>, typed: Option<&Value>) -> TeraResult<Data> {
    let heads: Vec<&str> = table.columns.iter().map(|c| c.value.as_str()).collect();
    let names_of_rows: Vec<&str> = table.rows.iter().map(|(n, _)| n.value.as_str()).collect();
    let columns = picked(typed, &heads, ("列", "column"))?;
    let rows = picked(only, &names_of_rows, ("行", "row"))?;
    let total = table.total.as_ref().map(|total| total.value.as_str());
    let is_drawn = |index: &&usize| only.is_some() || Some(names_of_rows[**index]) != total;
    let row = |index: &usize| {
        let figures = table
            .rows
            .get(*index)
            .map_or(&[][..], |(_, figures)| figures);
        let cell = |column: &usize| Some((figures.get(*column).copied()??, Column::Value));
        (
            opaque(names_of_rows[*index]),
            columns.iter().map(cell).collect(),
        )
    };
    Ok(Data {
        corner: word("项目", "Item"),
        heads: columns.iter().map(|index| opaque(heads[*index])).collect(),
        rows: rows.iter().filter(is_drawn).map(row).collect(),
    })
}

/// The places of the names asked for; all when none are.
fn picked(typed: Option<&Value>, known: &[&str], what: (&str, &str)) -> TeraResult<Vec<usize>> {
    let Some(typed) = typed else {
        return Ok((0..known.len()).collect());
    };
    let find = |name: &String| match known.iter().position(|k| k == name) {
        Some(index) => Ok(index),
        None => {
            let (zh, en) = nearest(name, known.iter().copied()).map_or_else(
                || {
                    (
                        format!("：可用{}", known.join("、")),
                        format!(": use {}", known.join(", ")),
                    )
                },
                |near| {
                    (
                        format!("，是不是“{near}”"),
                        format!(", did you mean \"{near}\""),
                    )
                },
            );
            let text = Text::new(
                format!("表里没有“{name}”这一{}{zh}", what.0),
                format!("the table has no {} \"{name}\"{en}", what.1),
            );
            fail(&codes::UNKNOWN_NAME, text)
        }
    };
    names(typed).iter().map(find).collect()
}

impl Data {
    /// The table to be drawn: all numbers in one unit.
    fn sheet(self, facts: &Facts, form: ChartForm) -> Result<Sheet, Text> {
        let cells = || self.rows.iter().flat_map(|(_, cells)| cells).flatten();
        if self.heads.is_empty() || cells().next().is_none() {
            return Err(Text::new(
                "没有可以画成图的数",
                "there are no numbers to draw",
            ));
        }
        // The unit of the first amount is that of all.
        let amounts = cells().filter(|(_, column)| column.is_amount());
        let units: Vec<String> = amounts.filter_map(|(id, _)| unit(facts, *id)).collect();
        let wanted = units.first().cloned();
        let mut different_units: Vec<String> = Vec::new();
        for unit in &units {
            if !different_units.iter().any(|known| is_one_kind(known, unit)) {
                different_units.push(unit.clone());
            }
        }
        if different_units.len() > 1 {
            return Err(different(&different_units, None));
        }
        let mut kinds: Vec<String> = Vec::new();
        let mut rows = Vec::with_capacity(self.rows.len());
        for (name, cells) in &self.rows {
            let mut row = vec![name.clone()];
            for cell in cells {
                let text = cell.map_or_else(String::new, |(id, column)| {
                    let unit = wanted.as_deref().filter(|_| column.is_amount());
                    state::print(
                        id,
                        state::index_of(column.aspect(facts, id)),
                        &in_unit(unit),
                    )
                });
                kinds.extend(kind(&text).filter(|kind| !kinds.contains(kind)));
                row.push(text);
            }
            let first = cells.iter().flatten().next();
            let mark = first.map_or_else(String::new, |(id, _)| state::line_mark(*id));
            rows.push(Row { mark, cells: row });
        }
        if kinds.len() > 1 {
            return Err(different(&kinds, wanted.as_deref()));
        }
        let mut head = vec![self.corner.to_owned()];
        head.extend(self.heads);
        Ok(Sheet {
            caption: None,
            unit: wanted,
            head,
            rows,
            note: None,
            drawn: Some(form),
        })
    }
}

/// Whether amounts in one unit can be told in the other.
fn is_one_kind(one: &str, other: &str) -> bool {
    let dimension = |name: &str| Unit::parse(name).ok().map(|unit| unit.dimension.clone());
    one == other || dimension(one) == dimension(other)
}

/// What stands behind the number of a marked cell: its unit, where that is not said elsewhere. `None` without a number.
fn kind(marked: &str) -> Option<String> {
    let text = marks::visible(marked);
    let at = text.rfind(|c: char| c.is_ascii_digit())?;
    (!text.contains(['【', '[', '？'])).then(|| text[at + 1..].trim().to_owned())
}

fn different(kinds: &[String], wanted: Option<&str>) -> Text {
    let name = |kind: &String| match (kind.is_empty(), wanted) {
        (true, Some(unit)) => unit.to_owned(),
        (true, None) => "—".to_owned(),
        (false, _) => kind.clone(),
    };
    let all: Vec<String> = kinds.iter().map(name).collect();
    Text::new(
        format!(
            "一张图里的数要用同一个单位，这里有{}；请用“选”或“列”只留同一种",
            all.join("、")
        ),
        format!(
            "the numbers of one chart have one unit, here are {}; keep one kind with `only` or `columns`",
            all.join(", ")
        ),
    )
}
