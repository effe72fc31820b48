//! Filters that print lists of items: 一是…；二是…, numbered headings, paragraphs, tables.

use super::lists::array;
use crate::diag::{Text, codes};
use crate::document::marks;
use crate::model::Language;
use crate::numeral::chinese;
use crate::template::engine::fail;
use crate::template::state;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// Headings of items this deep below the first ones, and deeper, stand in the paragraph they belong to: 1. 标题。正文
const RUN_IN_DEPTH: usize = 2;
/// Markdown has six levels of headings.
const DEEPEST: usize = 6;

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(
        "expand",
        |value: &Value, arguments: Kwargs, state: &State<'_>| {
            let form: Option<&str> = arguments.get("form")?;
            // What the data says of its own form comes before the template's wish.
            printed(value, &arguments, section(value).1.or(form), state)
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
    tera.register_filter("ordinals", |value: &Value, _: Kwargs, state: &State<'_>| {
        let items = read(array(section(value).0, "一是", "ordinals")?, state)?;
        Ok::<_, tera::Error>(Value::safe_string(&ordinals(&items)))
    });
    tera.register_filter("listing", |value: &Value, _: Kwargs, state: &State<'_>| {
        let items = read(array(section(value).0, "顿号", "listing")?, state)?;
        let separator = if state::language() == Language::Chinese {
            "、"
        } else {
            ", "
        };
        let names: Vec<String> = items
            .iter()
            .map(|i| i.title.clone().unwrap_or_else(|| i.sentence()))
            .collect();
        Ok::<_, tera::Error>(Value::safe_string(&names.join(separator)))
    });
}

/// An item as far as printing needs it; all texts are marked.
struct Printed {
    mark: String,
    title: Option<String>,
    body: Option<String>,
    form: Option<String>,
    items: Vec<Printed>,
    columns: Vec<(String, String)>,
}

impl Printed {
    /// Title and body in one run of text, without the punctuation at its end.
    fn sentence(&self) -> String {
        let end = |s: &str| marks::trim_visible_end(s, &['。', '；', ';', '.']);
        let mut out = self.mark.clone();
        match (&self.title, &self.body) {
            (Some(title), Some(body)) => {
                let stop = if state::language() == Language::Chinese {
                    "。"
                } else {
                    ". "
                };
                out.push_str(&end(title));
                out.push_str(stop);
                out.push_str(&end(body));
            }
            (Some(only), None) | (None, Some(only)) => out.push_str(&end(only)),
            (None, None) => {}
        }
        out
    }
}

fn read(values: &[Value], state: &State<'_>) -> TeraResult<Vec<Printed>> {
    values.iter().map(|v| read_item(v, state)).collect()
}

fn read_item(value: &Value, state: &State<'_>) -> TeraResult<Printed> {
    let Some(map) = value.as_map() else {
        let body = Some(state.escape_if_needed(value)?);
        let (title, form) = (None, None);
        return Ok(Printed {
            mark: String::new(),
            title,
            body,
            form,
            items: Vec::new(),
            columns: Vec::new(),
        });
    };
    let field = |name: &'static str| map.get(&Key::Str(name));
    let text = |name| field(name).map(|v| state.escape_if_needed(v)).transpose();
    let items = field("items")
        .and_then(Value::as_array)
        .map_or(Ok(Vec::new()), |a| read(a, state))?;
    let mut columns = Vec::new();
    if let Some(figures) = field("figures").and_then(Value::as_map) {
        for (name, value) in figures {
            columns.push((name.to_string(), state.escape_if_needed(value)?));
        }
    }
    for (name, zh, en) in [
        ("owner", "责任单位", "Owner"),
        ("deadline", "时限", "Deadline"),
    ] {
        let caption = if state::language() == Language::Chinese {
            zh
        } else {
            en
        };
        columns.extend(text(name)?.map(|t| (caption.to_owned(), t)));
    }
    Ok(Printed {
        mark: field("mark")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        title: text("title")?,
        body: text("body")?,
        form: field("form").and_then(Value::as_str).map(ToOwned::to_owned),
        items,
        columns,
    })
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
    let list = section(value).0;
    let items = read(array(list, "展开", "expand")?, state)?;
    let form = form_name(form)?;
    // 一是… runs on behind a lead that stands on the line before; everything else begins a block of its own.
    let text = String::from(if form == "ordinals" { "" } else { "\n\n" });
    let mut outline = Outline { top: level, text };
    outline.items(&items, level, form);
    Ok(Value::safe_string(outline.text.trim_end_matches('\n')))
}

/// The items and form of a section; a list is only items.
fn section(value: &Value) -> (&Value, Option<&str>) {
    let field = |name: &'static str| value.as_map().and_then(|m| m.get(&Key::Str(name)));
    match field("items") {
        Some(items) => (items, field("form").and_then(Value::as_str)),
        None => (value, None),
    }
}

/// The English name of a form in either language; numbered when none is given.
fn form_name(form: Option<&str>) -> TeraResult<&'static str> {
    Ok(match form {
        None | Some("编号" | "numbered") => "numbered",
        Some("一是" | "ordinals") => "ordinals",
        Some("分段" | "paragraphs") => "paragraphs",
        Some("表格" | "table") => "table",
        Some(other) => {
            let text = Text::new(
                format!("没有“{other}”这种形式：可用一是、编号、分段、表格"),
                format!("there is no form `{other}`: use ordinals, numbered, paragraphs or table"),
            );
            return fail(&codes::BAD_VALUE, text);
        }
    })
}

/// Items printed below each other.
struct Outline {
    /// The level of the first headings.
    top: usize,
    text: String,
}

impl Outline {
    fn items(&mut self, items: &[Printed], level: usize, form: &str) {
        match form {
            "ordinals" => self.block(&ordinals(items)),
            "table" => self.block(&table(items)),
            _ => {
                let mut number = 0;
                for item in items {
                    self.item(item, level, form, &mut number);
                }
            }
        }
    }

    fn item(&mut self, item: &Printed, level: usize, form: &str, number: &mut u32) {
        match (&item.title, &item.body) {
            (Some(title), body) if form == "numbered" => {
                let runs_in = level >= self.top + RUN_IN_DEPTH && body.is_some();
                let class = if runs_in { " {.接排}" } else { "" };
                let hashes = "#".repeat(level);
                self.block(&format!("{}{hashes} {title}{class}", item.mark));
                body.iter().for_each(|b| self.block(b));
            }
            (None, Some(body)) if form == "numbered" => {
                *number += 1;
                let marker = format!("{number}. ");
                let body = body.trim_end_matches('\n');
                let body = marks::indent(body, &" ".repeat(marker.len()));
                self.block(&format!("{}{marker}{body}", item.mark));
            }
            (Some(_), _) => self.block(&(item.sentence() + stop())),
            (None, Some(body)) => self.block(body),
            (None, None) => {}
        }
        let form = item.form.as_deref().and_then(|f| form_name(Some(f)).ok());
        self.items(
            &item.items,
            (level + 1).min(DEEPEST),
            form.unwrap_or("numbered"),
        );
    }

    fn block(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.push_str(text.trim_end_matches('\n'));
            self.text.push_str("\n\n");
        }
    }
}

/// What ends a sentence in the language being printed.
fn stop() -> &'static str {
    match state::language() {
        Language::Chinese => "。",
        Language::English => ".",
    }
}

/// 一是…；二是…。 All end in 。 when any holds one.
fn ordinals(items: &[Printed]) -> String {
    let sentences: Vec<String> = items.iter().map(Printed::sentence).collect();
    let is_chinese = state::language() == Language::Chinese;
    let (between, stop) = match (
        is_chinese,
        sentences.iter().any(|s| marks::holds_inside(s, '。')),
    ) {
        (true, true) => ("。", "。"),
        (true, false) => ("；", "。"),
        (false, _) => ("; ", "."),
    };
    let mut out = String::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let n = u32::try_from(i + 1).unwrap_or(u32::MAX);
        // Of one item alone nobody says 一是.
        match (sentences.len(), is_chinese) {
            (1, _) => {}
            (_, true) => out.push_str(&format!("{}是", chinese(n))),
            (_, false) => out.push_str(&format!("({n}) ")),
        }
        out.push_str(sentence);
        out.push_str(if i + 1 == sentences.len() {
            stop
        } else {
            between
        });
    }
    out
}

/// One row an item: its title, its figures, who and by when, its body; columns that nobody fills are left out.
fn table(items: &[Printed]) -> String {
    let is_chinese = state::language() == Language::Chinese;
    let mut heads: Vec<String> = Vec::new();
    for (name, _) in items.iter().flat_map(|i| &i.columns) {
        if !heads.contains(name) {
            heads.push(name.clone());
        }
    }
    let has_body = items.iter().any(|i| i.title.is_some() && i.body.is_some());
    let mut out = String::from(if is_chinese { "| 事项 |" } else { "| Item |" });
    for head in &heads {
        out.push(' ');
        marks::push_opaque(&mut out, head);
        out.push_str(" |");
    }
    if has_body {
        out.push_str(if is_chinese {
            " 说明 |"
        } else {
            " Remarks |"
        });
    }
    out.push_str("\n|");
    out.push_str(&"---|".repeat(1 + heads.len() + usize::from(has_body)));
    for item in items {
        let cell = |s: &str| s.trim_end_matches('\n').replace('\n', " ");
        let first = item.title.as_ref().or(item.body.as_ref());
        out.push_str(&format!(
            "\n{}| {} |",
            item.mark,
            first.map_or(String::new(), |t| cell(t))
        ));
        for head in &heads {
            let text = item
                .columns
                .iter()
                .find(|c| c.0 == *head)
                .map_or("", |c| c.1.as_str());
            out.push_str(&format!(" {} |", cell(text)));
        }
        if has_body {
            let body = item
                .title
                .as_ref()
                .and(item.body.as_deref())
                .unwrap_or_default();
            out.push_str(&format!(" {} |", cell(body)));
        }
    }
    out
}
