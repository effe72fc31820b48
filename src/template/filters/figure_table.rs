//! Tables of figures: 制表 prints the 指标 of a report or item with their growth and targets, or a 指标表 as it is.

use super::columns::{Column, columns, names};
use super::items::Printed;
use super::sheet::{Row, Sheet, opaque, word};
use crate::diag::{Place, Text, codes, nearest};
use crate::document::marks;
use crate::figures::{Arguments, Facts};
use crate::model::{FieldValue, FigureId, FigureTable, Language};
use crate::template::engine::{fail, fail_at, figure_of};
use crate::template::state;
use std::sync::Arc;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(
        "figure_table",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            let Some(facts) = state::facts() else {
                return Ok(Value::safe_string(""));
            };
            let mut sheet = match grid(value, &facts) {
                Some(table) => grid_sheet(&facts, table),
                None => {
                    let ids = chosen(value, arguments.get::<&Value>("only")?, &facts)?;
                    let columns = columns(arguments.get::<&Value>("columns")?, &Column::USUAL)?;
                    indicator_sheet(&facts, &ids, &columns)
                }
            };
            sheet.caption = text(arguments.get::<&Value>("caption")?, state)?;
            sheet.note = text(arguments.get::<&Value>("note")?, state)?;
            Ok::<_, tera::Error>(Value::safe_string(&sheet.print()))
        },
    );
}

/// The table of an item's own figures, for 形式: 表格.
pub(super) fn of_item(item: &Printed<'_>) -> String {
    let facts = state::facts();
    facts.map_or_else(String::new, |facts| {
        let mut sheet = indicator_sheet(&facts, &item.figures, &Column::USUAL);
        sheet.caption = item.caption_or_title();
        sheet.print()
    })
}

/// A text that is not empty, marked.
pub(super) fn text(value: Option<&Value>, state: &State<'_>) -> TeraResult<Option<String>> {
    let text = value.map(|v| state.escape_if_needed(v)).transpose()?;
    Ok(text.filter(|t| !marks::visible(t).trim().is_empty()))
}

/// The 指标表 that a value stands for.
pub(super) fn grid<'f>(value: &Value, facts: &'f Arc<Facts>) -> Option<&'f FigureTable> {
    let number = value.as_map()?.get(&Key::Str("table"))?.as_u64()?;
    facts.report.tables.get(usize::try_from(number).ok()?)
}

/// The figures to print: those named, or all of the group.
pub(super) fn chosen(
    value: &Value,
    only: Option<&Value>,
    facts: &Facts,
) -> TeraResult<Vec<FigureId>> {
    let Some(map) = value.as_map() else {
        let text = Text::new(
            "“制表”和“图”只能用在“指标”“指标表.名称”或分项的“指标”上",
            "`figure_table` and `chart` work on `figures`, on `figure_tables.name`, or on the figures of an item",
        );
        return fail(&codes::CANNOT_PRINT, text);
    };
    let all = || map.iter().filter_map(|(_, v)| figure_of(v)).collect();
    let names = match only {
        None => return Ok(all()),
        Some(only) => names(only),
    };
    if matches!(names.as_slice(), [one] if one == "全部" || one == "all") {
        return Ok(all());
    }
    let resolve = |name: &String| match facts.report.resolve("", name) {
        Some(id) => Ok(id),
        None => {
            let keys = facts.report.figures.iter().map(|f| f.key.as_str());
            let near = nearest(name, keys);
            let (zh, en) = near.map_or_else(Default::default, |n| {
                (format!("，是不是“{n}”"), format!(", did you mean \"{n}\""))
            });
            let text = Text::new(
                format!("要列入表的“{name}”不是指标{zh}"),
                format!("\"{name}\", to be shown in a table, is no figure{en}"),
            );
            fail_at(typed_in_list(facts, name), &codes::UNKNOWN_NAME, text)
        }
    };
    names.iter().map(resolve).collect()
}

/// Where a name was typed in a list of the data (指标一览).
fn typed_in_list(facts: &Facts, name: &str) -> Option<Place> {
    let lists = facts.report.fields.iter().filter_map(|f| match &f.value {
        FieldValue::List(list) => Some(list),
        _ => None,
    });
    let mut names = lists.flatten();
    names.find(|n| n.value.trim() == name).map(|n| n.place)
}

/// One row a figure; columns that no figure fills are left out.
fn indicator_sheet(facts: &Facts, ids: &[FigureId], columns: &[Column]) -> Sheet {
    let filled = |c: &&Column| ids.iter().any(|id| c.has(facts, *id));
    let columns: Vec<Column> = columns.iter().filter(filled).copied().collect();
    let units: Vec<Option<String>> = ids.iter().map(|id| unit(facts, *id)).collect();
    let common = common(&units);
    let has_units = common.is_none() && units.iter().any(Option::is_some);
    let mut head = vec![word("指标", "Indicator").to_owned()];
    if has_units {
        head.push(word("单位", "Unit").to_owned());
    }
    head.extend(columns.iter().map(|c| c.head(facts)));
    let row = |(id, unit): (&FigureId, &Option<String>)| {
        let label = facts.report.figure(*id).map_or("", |f| f.printed_name());
        let mut cells = vec![opaque(&capitalised(label))];
        if has_units {
            cells.push(unit.as_deref().map_or_else(String::new, opaque));
        }
        for column in &columns {
            cells.push(if column.has(facts, *id) {
                let unit = unit.as_deref().filter(|_| column.is_amount());
                state::print(
                    *id,
                    state::index_of(column.aspect(facts, *id)),
                    &in_unit(unit),
                )
            } else {
                word("—", "–").to_owned()
            });
        }
        let mark = state::line_mark(*id);
        Row { mark, cells }
    };
    Sheet {
        caption: None,
        unit: common,
        head,
        rows: ids.iter().zip(&units).map(row).collect(),
        note: None,
        drawn: None,
    }
}

/// A 指标表 as typed. A unit that all cells share stands above it, one that a column shares in its head.
fn grid_sheet(facts: &Facts, table: &FigureTable) -> Sheet {
    let ids = || table.rows.iter().flat_map(|(_, cells)| cells);
    let all: Vec<Option<String>> = ids().flatten().map(|id| unit(facts, *id)).collect();
    let whole = common(&all);
    let units: Vec<Option<String>> = (0..table.columns.len())
        .map(|i| {
            let cells = table.rows.iter().filter_map(|(_, cells)| *cells.get(i)?);
            let own: Vec<Option<String>> = cells.map(|id| unit(facts, id)).collect();
            common(&own)
        })
        .collect();
    let mut head = vec![word("项目", "Item").to_owned()];
    for (column, unit) in table.columns.iter().zip(&units) {
        let (open, close) = (word("（", " ("), word("）", ")"));
        head.push(match unit {
            Some(unit) if whole.is_none() => {
                opaque(&format!("{}{open}{unit}{close}", column.value))
            }
            _ => opaque(&column.value),
        });
    }
    let row = |(name, figures): &(crate::model::Located<String>, Vec<Option<FigureId>>)| {
        let mut cells = vec![opaque(&name.value)];
        for (figure, unit) in figures.iter().zip(&units) {
            cells.push(match figure {
                Some(id) => state::print(*id, state::value_aspect(), &in_unit(unit.as_deref())),
                None => word("—", "–").to_owned(),
            });
        }
        let first = figures.iter().flatten().next();
        let mark = first.map_or_else(String::new, |id| state::line_mark(*id));
        Row { mark, cells }
    };
    Sheet {
        caption: None,
        unit: whole,
        head,
        rows: table.rows.iter().map(row).collect(),
        note: None,
        drawn: None,
    }
}

/// An amount without its unit, which stands elsewhere in the table; with it when it has none of its own there.
pub(super) fn in_unit(unit: Option<&str>) -> Arguments {
    Arguments {
        unit: unit.map(str::to_owned),
        bare: unit.is_some(),
        ..Arguments::default()
    }
}

/// The unit of a figure's amounts; `None` when it has none, or none that this language writes.
pub(super) fn unit(facts: &Facts, id: FigureId) -> Option<String> {
    let fact = facts.fact(id)?;
    let of_value = fact.value.as_ref().ok().map(|v| v.unit.name.clone());
    let of_target = || facts.target(id).ok().map(|t| t.unit.name.clone());
    let own = fact.unit.as_ref().map(|u| u.name.clone());
    let name = of_value.or(own).or_else(of_target)?;
    let is_native = state::language() == Language::Chinese || name.is_ascii();
    Some(name).filter(|n| !n.is_empty() && is_native)
}

/// The unit that all share.
pub(super) fn common(units: &[Option<String>]) -> Option<String> {
    let first = units.first()?.as_ref()?;
    let shared = units.iter().all(|u| u.as_ref() == Some(first));
    shared.then(|| first.clone())
}

/// A name at the beginning of a cell: English ones begin with a capital there.
pub(super) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
