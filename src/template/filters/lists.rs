//! Filters of the engine that are given our own form: they look at text, and text here holds marks.

use crate::diag::{Text, codes};
use crate::document::marks;
use crate::template::engine::fail;
use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("length", length);
    tera.register_filter("trim", trim);
    tera.register_filter("join", join);
    tera.register_filter("first", |value: &Value, _: Kwargs, _: &State<'_>| {
        nth_of(value, Some(0))
    });
    tera.register_filter("last", |value: &Value, _: Kwargs, _: &State<'_>| {
        nth_of(value, None)
    });
    tera.register_filter("nth", |value: &Value, arguments: Kwargs, _: &State<'_>| {
        let n: u64 = arguments.must_get("n")?;
        nth_of(
            value,
            Some(usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX)),
        )
    });
    tera.register_filter("reverse", |value: &Value, _: Kwargs, _: &State<'_>| {
        array(value, "倒序", "reverse")
            .map(|a| Value::from(a.iter().rev().cloned().collect::<Vec<_>>()))
    });
}

/// The elements of a list.
pub(super) fn array<'v>(value: &'v Value, zh: &str, en: &str) -> TeraResult<&'v [Value]> {
    match value.as_array() {
        Some(array) => Ok(array),
        None => fail(
            &codes::CANNOT_PRINT,
            Text::new(
                format!("“{zh}”只能用在清单上"),
                format!("`{en}` works on lists only"),
            ),
        ),
    }
}

fn length(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    if value.is_bytes() {
        return fail(
            &codes::CANNOT_PRINT,
            Text::new("指标没有个数", "a figure has no length"),
        );
    }
    let count = match value.as_str() {
        Some(text) => Some(marks::visible(text).chars().count()),
        None => value.len(),
    };
    Ok(Value::from(count.unwrap_or_default() as u64))
}

/// Blanks at both ends; a text of marks alone is empty.
fn trim(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let Some(text) = value.as_str() else {
        return fail(
            &codes::CANNOT_PRINT,
            Text::new("“去空白”只能用在文字上", "`trim` works on texts only"),
        );
    };
    if marks::visible(text).trim().is_empty() {
        return Ok(Value::normal_string(""));
    }
    let trimmed = text.trim();
    Ok(if value.is_safe() {
        Value::safe_string(trimmed)
    } else {
        Value::normal_string(trimmed)
    })
}

fn join(value: &Value, arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let separator: &str = arguments.get("sep")?.unwrap_or("、");
    let parts: TeraResult<Vec<String>> = array(value, "连接", "join")?
        .iter()
        .map(|v| state.escape_if_needed(v))
        .collect();
    Ok(Value::safe_string(&parts?.join(&state.escape(separator)?)))
}

/// The element at an index; the last for `None`; undefined when there is none.
fn nth_of(value: &Value, index: Option<usize>) -> TeraResult<Value> {
    let array = array(value, "第几项", "nth")?;
    let found = index.map_or_else(|| array.last(), |i| array.get(i));
    Ok(found.cloned().unwrap_or_else(Value::undefined))
}
