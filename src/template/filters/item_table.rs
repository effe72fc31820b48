//! Items as a table, one row each: what, its figures, why, who and by when. Columns that nobody fills are left out.

use super::items::Printed;
use super::sentences::Words;
use super::sheet::{Row, Sheet, opaque};
use crate::model::{FigureId, Language};
use crate::template::state;
use std::borrow::Cow;

/// The rows' cells by column name, in the order of the columns.
struct Column {
    name: String,
    cells: Vec<String>,
}

/// Prints items as a table, with its caption (表题, marked) if it has one.
pub(super) fn print(items: &[Printed<'_>], words: &Words, caption: Option<String>) -> String {
    let is_chinese = state::language() == Language::Chinese;
    let name = |zh: &str, en: &str| (if is_chinese { zh } else { en }).to_owned();
    type Said<'i> = Option<Cow<'i, str>>;
    let cell = |said: Said<'_>| said.unwrap_or_default().into_owned();
    let column = |name: String, text: &dyn for<'i> Fn(&'i Printed<'_>) -> Said<'i>| Column {
        name,
        cells: items.iter().map(|i| cell(text(i))).collect(),
    };
    let has_titles = items.iter().any(|i| i.title.is_some());
    let mut columns = vec![column(name("事项", "Item"), &|i| {
        i.title.clone().or_else(|| i.body.clone())
    })];
    if has_titles {
        columns.push(column(name("工作内容", "Content"), &|i| {
            content(i, words)
        }));
    }
    for label in labels(items) {
        let cells = items.iter().map(|i| figure(i, &label)).collect();
        let name = opaque(&label);
        columns.push(Column { name, cells });
    }
    columns.push(column(name("主要原因", "Cause"), &|i| i.cause.clone()));
    columns.push(column(name("措施", "Action"), &|i| i.measure.clone()));
    columns.push(column(name("责任单位", "Owner"), &|i| i.owner.clone()));
    columns.push(column(name("时限", "Due"), &|i| i.deadline.clone()));
    columns.retain(|c| c.cells.iter().any(|cell| !cell.is_empty()));
    let row = |(n, item): (usize, &Printed<'_>)| Row {
        mark: item.mark.to_owned(),
        cells: columns
            .iter()
            .filter_map(|c| c.cells.get(n).cloned())
            .collect(),
    };
    let sheet = Sheet {
        caption,
        unit: None,
        head: columns.iter().map(|c| c.name.clone()).collect(),
        rows: items.iter().enumerate().map(row).collect(),
        note: None,
        drawn: None,
    };
    sheet.print()
}

/// What an item with a title says beside it, its own items included.
fn content<'i>(item: &'i Printed<'_>, words: &Words) -> Option<Cow<'i, str>> {
    let body = item.title.as_ref().and(item.body.clone());
    let inner = (!item.items.is_empty()).then(|| words.inner(&item.items));
    match (body, inner) {
        (Some(body), Some(inner)) => Some(format!("{}{inner}", body.trim_end_matches('\n')).into()),
        (body, inner) => body.or(inner.map(Cow::Owned)),
    }
}

/// The names of all figures of the items, each once.
fn labels(items: &[Printed<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for id in items.iter().flat_map(|i| &i.figures) {
        let label = label(*id);
        if !out.contains(&label) {
            out.push(label);
        }
    }
    out
}

/// Figures of different items stand in one column when their short names are the same.
fn label(id: FigureId) -> String {
    let facts = state::facts();
    let figure = facts.as_ref().and_then(|f| f.report.figure(id));
    figure.map_or_else(String::new, |f| f.name.clone())
}

fn figure(item: &Printed<'_>, wanted: &str) -> String {
    let id = item.figures.iter().find(|id| label(**id) == wanted);
    id.map_or_else(String::new, |id| {
        state::print(*id, state::value_aspect(), &Default::default())
    })
}
