//! Names behind a dot: fields of items and sections, figures of an item.

use super::cursor::Cursor;
use super::dialect;
use super::emit::{Emit, Said};
use super::translate::{FIGURES, Translator, did_you_mean};
use crate::diag::{Text, codes, nearest};
use crate::model::schema::ITEM;

impl Translator<'_> {
    /// A name behind a dot.
    pub(super) fn member<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>) {
        let token = cursor.token();
        let of_figures = cursor
            .behind(2)
            .is_some_and(|t| t.is("指标") || t.is(FIGURES));
        cursor.at += 1;
        if of_figures {
            // A figure of a loop's item: its names are the user's own.
            let is_optional = out.pop().is_some_and(|dot| dot.text() == "?.");
            let optional = if is_optional { "?" } else { "" };
            let text = format!("{optional}[\"{}\"]", token.text);
            out.push(Emit::word(text, token.start));
            self.forbid_comparison(cursor, cursor.at - 1);
        } else if let Some(key) =
            dialect::members().find(|k| k.en == token.text || k.zh == token.text)
        {
            out.push(Emit::word(key.en, token.start));
        } else {
            let known: Vec<_> = dialect::members().collect();
            let near = nearest(&token.text, known.iter().flat_map(|k| [k.zh, k.en]));
            let message = Text::new(
                format!("没有字段“{}”", token.text),
                format!("there is no field `{}`", token.text),
            );
            let is_of_figure = out.iter().rev().nth(1);
            let is_of_figure = is_of_figure.is_some_and(|e| matches!(e.said, Said::Figure(_)));
            let hint = if is_of_figure {
                Text::new(
                    "指标后面用竖线，如 {{ 税收收入 | 同比 }}；本期的数直接写 {{ 税收收入 }}",
                    "behind a figure stands a bar, as in {{ tax | growth }}; {{ tax }} alone is its value",
                )
            } else {
                did_you_mean(near).unwrap_or_else(fields_of_items)
            };
            self.error(token, &codes::UNKNOWN_FIELD, message, Some(hint));
        }
    }
}

/// What most often stands behind a dot.
fn fields_of_items() -> Text {
    let (zh, en): (Vec<_>, Vec<_>) = ITEM.iter().map(|k| (k.zh, k.en)).unzip();
    Text::new(
        format!("分项的字段：{}", zh.join("、")),
        format!("fields of items: {}", en.join(", ")),
    )
}
