//! Filters that print lists of items: 一是…；二是…, numbered headings, paragraphs, tables.

use super::figure_table;
use super::lists::array;
use super::outline::{DEEPEST, Manner, Outline};
use super::sentences::{self, Words};
use crate::diag::{Text, codes};
use crate::document::ChartForm;
use crate::model::{FigureId, Language};
use crate::template::engine::{fail, figure_of};
use crate::template::state;
use std::borrow::Cow;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(
        "expand",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            let form: Option<&str> = arguments.get("form")?;
            // What the data says of its own form comes before the template's wish.
            let own = field(value, "form").and_then(Value::as_str);
            printed(value, &arguments, own.or(form), state)
        },
    );
    tera.register_filter(
        "numbered",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            printed(value, &arguments, Some("numbered"), state)
        },
    );
    tera.register_filter(
        "paragraphs",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            printed(value, &arguments, Some("paragraphs"), state)
        },
    );
    tera.register_filter(
        "table",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            printed(value, &arguments, Some("table"), state)
        },
    );
    tera.register_filter(
        "ordinals",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            let items = read(array(items_of(value), "一是", "ordinals")?, state)?;
            let words = words(&arguments)?;
            Ok::<_, tera::Error>(Value::safe_string(&sentences::ordinals(&items, &words)))
        },
    );
    tera.register_filter("listing", |value: &Value, _: Kwargs, state: &State<'_>| {
        let items = read(array(items_of(value), "顿号", "listing")?, state)?;
        let separator = if state::language() == Language::Chinese {
            "、"
        } else {
            ", "
        };
        let names: Vec<String> = items
            .iter()
            .map(|i| {
                i.title
                    .as_deref()
                    .map_or_else(|| i.sentence(), str::to_owned)
            })
            .collect();
        Ok::<_, tera::Error>(Value::safe_string(&names.join(separator)))
    });
}

/// A marked text.
type Marked<'v> = Cow<'v, str>;

/// An item as far as printing needs it; all texts are marked.
#[derive(Default)]
pub(super) struct Printed<'v> {
    pub mark: &'v str,
    pub title: Option<Marked<'v>>,
    pub body: Option<Marked<'v>>,
    pub cause: Option<Marked<'v>>,
    pub measure: Option<Marked<'v>>,
    pub owner: Option<Marked<'v>>,
    pub deadline: Option<Marked<'v>>,
    pub form: Option<&'v str>,
    pub caption: Option<Marked<'v>>,
    pub items: Vec<Printed<'v>>,
    pub figures: Vec<FigureId>,
}

fn read<'v>(values: &'v [Value], state: &State<'_>) -> TeraResult<Vec<Printed<'v>>> {
    values.iter().map(|v| read_item(v, state)).collect()
}

/// A text as the engine prints it; one of the data is marked already.
fn marked<'v>(value: &'v Value, state: &State<'_>) -> TeraResult<Marked<'v>> {
    match value.as_str() {
        Some(text) if value.is_safe() => Ok(Cow::Borrowed(text)),
        _ => state.escape_if_needed(value).map(Cow::Owned),
    }
}

fn read_item<'v>(value: &'v Value, state: &State<'_>) -> TeraResult<Printed<'v>> {
    let mut item = Printed::default();
    let Some(map) = value.as_map() else {
        item.body = Some(marked(value, state)?);
        return Ok(item);
    };
    // Items have two or three of these: going through them is less than asking for each.
    for (name, value) in map {
        match name.as_str().unwrap_or_default() {
            "mark" => item.mark = value.as_str().unwrap_or_default(),
            "title" => item.title = Some(marked(value, state)?),
            "body" => item.body = Some(marked(value, state)?),
            "cause" => item.cause = Some(marked(value, state)?),
            "measure" => item.measure = Some(marked(value, state)?),
            "owner" => item.owner = Some(marked(value, state)?),
            "deadline" => item.deadline = Some(marked(value, state)?),
            "caption" => item.caption = Some(marked(value, state)?),
            "form" => item.form = value.as_str(),
            "items" => {
                item.items = value
                    .as_array()
                    .map_or(Ok(Vec::new()), |a| read(a, state))?
            }
            "figures" => {
                let figures = value.as_map().into_iter().flatten();
                item.figures = figures.filter_map(|(_, v)| figure_of(v)).collect();
            }
            _ => {}
        }
    }
    Ok(item)
}

fn printed(
    value: &Value,
    arguments: &Kwargs,
    form: Option<&str>,
    state: &State<'_>,
) -> TeraResult<Value> {
    let level: i64 = arguments.get("level")?.unwrap_or(2);
    let Some(level) = usize::try_from(level)
        .ok()
        .filter(|l| (2..=DEEPEST).contains(l))
    else {
        let text = Text::new("“级”要在2到6之间", "`level` must be from 2 to 6");
        return fail(&codes::BAD_VALUE, text);
    };
    let items = read(array(items_of(value), "展开", "expand")?, state)?;
    let caption = match field(value, "caption") {
        Some(own) => Some(own),
        None => arguments.get::<&Value>("caption")?,
    };
    let manner = Manner {
        form: form_name(form)?,
        caption: figure_table::text(caption, state)?,
    };
    let words = words(arguments)?;
    // 一是… runs on behind a lead that stands on the line before; everything else begins a block of its own.
    let text = String::from(if manner.form == "ordinals" {
        ""
    } else {
        "\n\n"
    });
    let mut outline = Outline {
        top: level,
        words: &words,
        text,
    };
    outline.items(&items, level, &manner);
    Ok(Value::safe_string(outline.text.trim_end_matches('\n')))
}

/// The words around the parts of items, as the template gives them.
fn words(arguments: &Kwargs) -> TeraResult<Words> {
    let mut words = Words::usual(state::language());
    for (name, word) in [
        ("cause", &mut words.cause),
        ("measure", &mut words.measure),
        ("owner", &mut words.owner),
        ("deadline", &mut words.deadline),
    ] {
        if let Some(own) = arguments.get::<&str>(name)? {
            *word = own.to_owned();
        }
    }
    Ok(words)
}

/// What a section or an item says under a name.
fn field<'v>(value: &'v Value, name: &'static str) -> Option<&'v Value> {
    value.as_map().and_then(|map| map.get(&Key::Str(name)))
}

/// The items of a section; a list is its items.
fn items_of(value: &Value) -> &Value {
    field(value, "items").unwrap_or(value)
}

/// The English name of a form in either language; numbered when none is given.
pub(super) fn form_name(form: Option<&str>) -> TeraResult<&'static str> {
    Ok(match form {
        None | Some("编号" | "numbered") => "numbered",
        Some("一是" | "ordinals") => "ordinals",
        Some("分段" | "paragraphs") => "paragraphs",
        Some("表格" | "table") => "table",
        Some(chart) if let Some(chart) = ChartForm::named(chart) => chart.names().word,
        Some(other) => {
            let text = Text::new(
                format!(
                    "没有“{other}”这种形式：可用一是、编号、分段、表格、柱形图、条形图、折线图"
                ),
                format!(
                    "there is no form `{other}`: use ordinals, numbered, paragraphs, table, column_chart, bar_chart or line_chart"
                ),
            );
            return fail(&codes::BAD_VALUE, text);
        }
    })
}
