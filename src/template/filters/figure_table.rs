//! Tables of figures: 制表 prints the 指标 of a report or item with their growth and targets, or a 指标表 as it is.

use super::items::Printed;
use super::sheet::{Row, Sheet, opaque};
use crate::diag::{Text, codes, nearest};
use crate::document::marks;
use crate::figures::{Arguments, Aspect, Base, Facts};
use crate::model::{FigureId, FigureTable, Language, Period};
use crate::template::engine::{fail, figure_of};
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
                    let columns = columns(arguments.get::<&Value>("columns")?)?;
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
pub(super) fn of_item(item: &Printed) -> String {
    let facts = state::facts();
    facts.map_or_else(String::new, |facts| {
        let mut sheet = indicator_sheet(&facts, &item.figures, &Column::USUAL);
        sheet.caption = item.caption.clone().or_else(|| item.title.clone());
        sheet.print()
    })
}

/// A text that is not empty, marked.
pub(super) fn text(value: Option<&Value>, state: &State<'_>) -> TeraResult<Option<String>> {
    let text = value.map(|v| state.escape_if_needed(v)).transpose()?;
    Ok(text.filter(|t| !marks::visible(t).trim().is_empty()))
}

/// The 指标表 that a value stands for.
fn grid<'f>(value: &Value, facts: &'f Arc<Facts>) -> Option<&'f FigureTable> {
    let number = value.as_map()?.get(&Key::Str("table"))?.as_u64()?;
    facts.report.tables.get(usize::try_from(number).ok()?)
}

/// The figures to print: those named, or all of the group.
fn chosen(value: &Value, only: Option<&Value>, facts: &Facts) -> TeraResult<Vec<FigureId>> {
    let Some(map) = value.as_map() else {
        let text = Text::new(
            "“制表”只能用在“指标”“指标表.名称”或分项的“指标”上",
            "`figure_table` works on `figures`, on `figure_tables.name`, or on the figures of an item",
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
            fail(&codes::UNKNOWN_NAME, text)
        }
    };
    names.iter().map(resolve).collect()
}

/// A list of names, or names parted by commas.
fn names(value: &Value) -> Vec<String> {
    let split = |s: &str| {
        let parts = marks::visible(s);
        let parts = parts.split(['、', '，', ',']).map(str::trim);
        parts
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    match value.as_array() {
        Some(list) => list
            .iter()
            .filter_map(Value::as_str)
            .map(|s| marks::visible(s).trim().to_owned())
            .collect(),
        None => value.as_str().map(split).unwrap_or_default(),
    }
}

/// A column of an indicator table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Value,
    LastYear,
    Growth,
    LastPeriod,
    GrowthOnPeriod,
    Opening,
    Target,
    Completion,
    Rank,
}

impl Column {
    const USUAL: [Self; 4] = [Self::Value, Self::LastYear, Self::Growth, Self::Completion];

    /// Its names in the argument 列, then its heads, each in Chinese and English.
    fn words(self) -> [&'static str; 4] {
        match self {
            Self::Value => ["本期", "value", "本期", "This period"],
            Self::LastYear => ["上年同期", "last_year", "上年同期", "A year earlier"],
            Self::Growth => ["同比", "growth", "同比", "Change"],
            Self::LastPeriod => ["上期", "last_period", "上期", "Previous period"],
            Self::GrowthOnPeriod => ["环比", "growth_on_period", "环比", "On previous period"],
            Self::Opening => ["年初", "opening", "年初", "Start of year"],
            Self::Target => ["目标", "target", "目标", "Target"],
            Self::Completion => ["完成率", "completion", "完成年度目标", "Of annual target"],
            Self::Rank => ["位次", "rank", "位次", "Rank"],
        }
    }

    const ALL: [Self; 9] = [
        Self::Value,
        Self::LastYear,
        Self::Growth,
        Self::LastPeriod,
        Self::GrowthOnPeriod,
        Self::Opening,
        Self::Target,
        Self::Completion,
        Self::Rank,
    ];

    fn aspect(self) -> Aspect {
        match self {
            Self::Value => Aspect::Value,
            Self::LastYear => Aspect::LastYear,
            Self::Growth => Aspect::GrowthRate,
            Self::LastPeriod => Aspect::LastPeriod,
            Self::GrowthOnPeriod => Aspect::GrowthOnPeriod,
            Self::Opening => Aspect::Opening,
            Self::Target => Aspect::Target,
            Self::Completion => Aspect::Completion,
            Self::Rank => Aspect::Rank,
        }
    }

    /// Whether its cells are amounts in the unit of the row.
    fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Value | Self::LastYear | Self::LastPeriod | Self::Opening | Self::Target
        )
    }

    /// Whether a figure has something to say in this column. Of a pending value only the value is asked for.
    fn has(self, facts: &Facts, id: FigureId) -> bool {
        let figure = facts.report.figure(id);
        match self {
            Self::Value => facts.value(id).is_ok() || facts.is_pending(id),
            Self::LastYear => facts.base(id, Base::LastYear).is_ok(),
            Self::Growth => facts.trend(id, Base::LastYear).is_ok(),
            Self::LastPeriod => facts.base(id, Base::LastPeriod).is_ok(),
            Self::GrowthOnPeriod => facts.trend(id, Base::LastPeriod).is_ok(),
            Self::Opening => facts.opening(id).is_ok(),
            Self::Target => facts.target(id).is_ok(),
            Self::Completion => facts.completion(id).is_ok(),
            Self::Rank => figure.is_some_and(|f| f.rank.is_some()),
        }
    }
}

fn columns(typed: Option<&Value>) -> TeraResult<Vec<Column>> {
    let Some(typed) = typed else {
        return Ok(Column::USUAL.to_vec());
    };
    let find = |name: &String| {
        let known = |c: &&Column| c.words()[..2].contains(&name.as_str());
        match Column::ALL.iter().find(known) {
            Some(column) => Ok(*column),
            None => {
                let list = |n: usize| Column::ALL.map(|c| c.words()[n]);
                let text = Text::new(
                    format!("表里没有“{name}”这一列：可用{}", list(0).join("、")),
                    format!("a table has no column `{name}`: use {}", list(1).join(", ")),
                );
                fail(&codes::BAD_VALUE, text)
            }
        }
    };
    names(typed).iter().map(find).collect()
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
    let is_year = matches!(facts.report.period(), Some(Period::Year(_)));
    head.extend(columns.iter().map(|c| match c {
        Column::LastYear if is_year => word("上年", "Last year").to_owned(),
        _ => word(c.words()[2], c.words()[3]).to_owned(),
    }));
    let row = |(id, unit): (&FigureId, &Option<String>)| {
        let label = facts.report.figure(*id).map_or("", |f| f.printed_name());
        let mut cells = vec![opaque(&capitalised(label))];
        if has_units {
            cells.push(unit.as_deref().map_or_else(String::new, opaque));
        }
        for column in &columns {
            cells.push(if column.has(facts, *id) {
                let unit = unit.as_deref().filter(|_| column.is_amount());
                state::print(*id, state::index_of(column.aspect()), &in_unit(unit))
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
    }
}

/// An amount without its unit, which stands elsewhere in the table; with it when it has none of its own there.
fn in_unit(unit: Option<&str>) -> Arguments {
    Arguments {
        unit: unit.map(str::to_owned),
        bare: unit.is_some(),
        ..Arguments::default()
    }
}

/// The unit of a figure's amounts; `None` when it has none, or none that this language writes.
fn unit(facts: &Facts, id: FigureId) -> Option<String> {
    let fact = facts.fact(id)?;
    let of_value = fact.value.as_ref().ok().map(|v| v.unit.name.clone());
    let of_target = || facts.target(id).ok().map(|t| t.unit.name);
    let own = fact.unit.as_ref().map(|u| u.name.clone());
    let name = of_value.or(own).or_else(of_target)?;
    let is_native = state::language() == Language::Chinese || name.is_ascii();
    Some(name).filter(|n| !n.is_empty() && is_native)
}

/// The unit that all share.
fn common(units: &[Option<String>]) -> Option<String> {
    let first = units.first()?.as_ref()?;
    let shared = units.iter().all(|u| u.as_ref() == Some(first));
    shared.then(|| first.clone())
}

fn word(zh: &'static str, en: &'static str) -> &'static str {
    match state::language() {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A name at the beginning of a cell: English ones begin with a capital there.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
