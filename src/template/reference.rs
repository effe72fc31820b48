//! Names on their own in an expression: what is bound here, figures by all their spellings, fields.

use super::cursor::Cursor;
use super::emit::{Emit, Said};
use super::names::{Meaning, local_name};
use super::scan::{Token, TokenKind};
use super::translate::{FIGURE_TABLES, FIGURES, Translator, did_you_mean};
use crate::diag::{Text, codes};
use crate::model::FigureId;
use std::borrow::Cow;

impl<'a> Translator<'a> {
    /// A name on its own: bound here, a figure, a field.
    pub(super) fn reference<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>)
    where
        'a: 't,
    {
        let token = cursor.token();
        if let Some(local) = self.local(&token.text) {
            let is_figure = local.is_figure;
            out.push(Emit::word(local_name(&token.text), token.start));
            if is_figure {
                self.forbid_comparison(cursor, cursor.at);
            }
            cursor.at += 1;
            return;
        }
        if (token.is("指标") || token.is(FIGURES)) && self.indexed_figure(cursor, out) {
            return;
        }
        if (token.is("指标表") || token.is(FIGURE_TABLES)) && self.named_table(cursor, out) {
            return;
        }
        let names = self.names;
        match names.top(&token.text) {
            Some(Meaning::Section(_)) if self.in_data => {
                let name = &token.text;
                let message = Text::new(
                    format!("“{name}”是整个一节，不能在正文里引用"),
                    format!("`{name}` is a whole section, which a text of the data cannot print"),
                );
                let hint = Text::new(
                    "正文里可以用指标和单位、期间等；要用这一节，写在模板里",
                    "use figures and fields such as {{period}} here; sections belong into the template",
                );
                self.error(token, &codes::NOT_PRINTABLE, message, Some(hint));
                cursor.at += 1;
            }
            Some(Meaning::Field(name)) => {
                let said = Said::Field(name);
                let at = token.start;
                out.push(Emit { said, at });
                cursor.at += 1;
            }
            Some(Meaning::Section(name)) => {
                self.used.insert(name.clone());
                out.push(Emit::word(name, token.start));
                cursor.at += 1;
            }
            None if self.dotted_figure(cursor, 0, out) => {}
            None => self.unknown(cursor),
        }
    }

    /// `指标["名称"]`, `指标.名称` or `指标` alone.
    fn indexed_figure<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>) -> bool {
        let token = cursor.token();
        if cursor.is_ahead(1, "[") && cursor.is_ahead(3, "]") {
            let Some((inner, path)) = cursor.ahead(2).and_then(|t| Some((t, t.unquoted()?))) else {
                return false;
            };
            let first = cursor.at;
            cursor.at += 4;
            match self.names.figure(self.scope, path) {
                Some(id) => {
                    out.push(call_figure(id, token.start));
                    self.forbid_comparison_between(cursor, first, cursor.at - 1);
                }
                None => self.unknown_figure(inner, path, false),
            }
            return true;
        }
        if cursor.is_ahead(1, ".") && cursor.ahead(2).is_some_and(|t| t.kind == TokenKind::Name) {
            if !self.dotted_figure(cursor, 2, out) {
                let name = cursor.ahead(2).unwrap_or(token);
                self.unknown_figure(name, &name.text, false);
                cursor.at += 3;
            }
            return true;
        }
        self.used.insert(FIGURES.to_owned());
        out.push(Emit::word(FIGURES, token.start));
        cursor.at += 1;
        true
    }

    /// `指标表.名称` or `指标表["名称"]`.
    fn named_table<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>) -> bool {
        let name = cursor.ahead(2);
        let (typed, taken) = if cursor.is_ahead(1, "[") && cursor.is_ahead(3, "]") {
            (name.and_then(|t| t.unquoted()), 4)
        } else if cursor.is_ahead(1, ".") {
            let name = name.filter(|t| t.kind == TokenKind::Name);
            (name.map(|t| t.text.as_ref()), 3)
        } else {
            (None, 0)
        };
        let (Some(typed), Some(token)) = (typed, name) else {
            return false;
        };
        if self.names.has_table(typed) {
            self.used.insert(FIGURE_TABLES.to_owned());
            let text = format!("{FIGURE_TABLES}[\"{typed}\"]");
            out.push(Emit::word(text, cursor.token().start));
        } else {
            let message = Text::new(
                format!("没有名为“{typed}”的指标表"),
                format!("there is no table of figures named `{typed}`"),
            );
            let near = did_you_mean(self.names.nearest_table(typed));
            self.error(token, &codes::UNKNOWN_NAME, message, near);
        }
        cursor.at += taken;
        true
    }

    /// The longest dotted path from the cursor (after `skip` tokens) that is a figure.
    fn dotted_figure<'t>(
        &mut self,
        cursor: &mut Cursor<'t>,
        skip: usize,
        out: &mut Vec<Emit<'t>>,
    ) -> bool {
        let start = cursor.at + skip;
        let mut path = Cow::Borrowed("");
        let mut best = None;
        let mut i = start;
        while let Some(token) = cursor.tokens.get(i).filter(|t| t.kind != TokenKind::Sign) {
            path += token.unquoted().unwrap_or(&token.text);
            if let Some(id) = self.names.figure(self.scope, &path) {
                best = Some((id, i));
            }
            if !cursor.tokens.get(i + 1).is_some_and(|t| t.is(".")) {
                break;
            }
            path += ".";
            i += 2;
        }
        let Some((id, last)) = best else { return false };
        out.push(call_figure(id, cursor.token().start));
        self.forbid_comparison_between(cursor, cursor.at, last);
        cursor.at = last + 1;
        true
    }

    fn unknown(&mut self, cursor: &mut Cursor<'_>) {
        let token = cursor.token();
        let name = &token.text;
        // A table or item by its name, with a wrong figure behind the dot.
        if self.names.begins_a_figure(name) && cursor.is_ahead(1, ".") {
            let mut path = name.clone().into_owned();
            let first = cursor.at;
            cursor.at += 1;
            while cursor.tokens.get(cursor.at).is_some_and(|t| t.is(".")) {
                path.push('.');
                path.push_str(
                    cursor
                        .tokens
                        .get(cursor.at + 1)
                        .map_or("", |t| t.text.as_ref()),
                );
                cursor.at = (cursor.at + 2).min(cursor.tokens.len());
            }
            let end = cursor
                .tokens
                .get(cursor.at - 1)
                .map_or(token.end, |t| t.end);
            let whole = Token {
                end,
                ..cursor.tokens[first].clone()
            };
            self.unknown_figure(&whole, &path, false);
            return;
        }
        let is_argument = cursor.is_behind(1, "=");
        cursor.at += 1;
        self.unknown_figure(token, name, is_argument);
    }

    fn unknown_figure(&mut self, token: &Token<'_>, name: &str, is_argument: bool) {
        let message = Text::new(
            format!("没有名为“{name}”的数据"),
            format!("there is nothing named `{name}`"),
        );
        let owners = self.names.owners(name);
        let hint = if owners.is_empty() && is_argument {
            Some(Text::new(
                format!("若是文字，请加引号：\"{name}\""),
                format!("put words in quotes: \"{name}\""),
            ))
        } else if owners.is_empty() {
            let near = self.names.nearest(name, &self.locals());
            did_you_mean(near.as_deref())
        } else {
            let forms: Vec<String> = owners
                .iter()
                .map(|key| format!("指标[\"{key}\"]"))
                .collect();
            Some(Text::new(
                format!("它是分项里的指标，在这里要写全：{}", forms.join("、")),
                format!(
                    "it belongs to an item; here write {}",
                    forms.join(" or ").replace("指标", FIGURES)
                ),
            ))
        };
        self.error(token, &codes::UNKNOWN_NAME, message, hint);
    }

    pub(super) fn forbid_comparison(&mut self, cursor: &Cursor<'_>, at: usize) {
        self.forbid_comparison_between(cursor, at, at);
    }

    /// A bare figure beside an operator would be compared as text with marks: silently wrong.
    fn forbid_comparison_between(&mut self, cursor: &Cursor<'_>, first: usize, last: usize) {
        let operator = |t: Option<&Token<'_>>| {
            t.is_some_and(|t| {
                t.kind == TokenKind::Sign
                    && matches!(
                        t.text.as_ref(),
                        "==" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "//" | "%"
                    )
            })
        };
        let is_filtered = cursor.tokens.get(last + 1).is_some_and(|t| t.is("|"));
        let before = first.checked_sub(1).and_then(|i| cursor.tokens.get(i));
        let behind = cursor.tokens.get(last + 1);
        if !operator(behind) && (is_filtered || !operator(before)) {
            return;
        }
        let name: String = cursor.tokens[first..=last]
            .iter()
            .map(|t| t.text.as_ref())
            .collect();
        let message = Text::new(
            format!("指标“{name}”不能直接比较或计算"),
            format!("figure `{name}` cannot be compared or calculated with as it is"),
        );
        let hint = Text::new(
            format!("写成 {name} | 纯数，或用判断，如 {name} is 增长"),
            format!("write {name} | number, or a test such as {name} is growing"),
        );
        let whole = Token {
            end: cursor.tokens[last].end,
            ..cursor.tokens[first].clone()
        };
        self.error(&whole, &codes::FIGURE_COMPARED, message, Some(hint));
    }
}

fn call_figure<'t>(id: FigureId, at: usize) -> Emit<'t> {
    let said = Said::Figure(id);
    Emit { said, at }
}
