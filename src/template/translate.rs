//! What the user typed in tags becomes what the engine understands; all faults of names are found here, with the
//! place in the user's own text, whether or not the branch is ever reached.

use super::cursor::Cursor;
use super::dialect::{self, Word};
use super::emit::Emit;
use super::names::{Meaning, Names, local_name};
use super::scan::{Remark, Tag, Token, TokenKind};
use crate::diag::{Code, Text, codes, nearest};
use std::collections::BTreeSet;

/// The name of the function that gives a figure.
pub(super) const FIGURE_FUNCTION: &str = "zj_figure";
/// The name of the map of all figures of the top.
pub(super) const FIGURES: &str = "figures";
/// The name of the map of all tables of figures.
pub(super) const FIGURE_TABLES: &str = "figure_tables";

const KEYWORDS: &[&str] = &[
    "and", "or", "not", "in", "is", "if", "else", "true", "false", "True", "False", "none", "None",
    "loop",
];

/// A name bound by `for` or `set`.
#[derive(Debug, Clone)]
pub(super) struct Local {
    name: String,
    /// Whether it stands for a figure, as far as that can be told.
    pub is_figure: bool,
}

/// Translates the tags of one text, in order.
pub(super) struct Translator<'a> {
    pub names: &'a Names<'a>,
    /// The path of the item around the text: its figures are known by short names.
    pub scope: &'a str,
    pub remarks: &'a mut Vec<Remark>,
    /// Top-level names used, by the engine's name: only these need values.
    pub used: &'a mut BTreeSet<String>,
    scopes: Vec<Vec<Local>>,
    /// How many loops of this text are open: `loop` is known in them only.
    pub loops: usize,
    /// Whether it is a text of the data, which cannot print the sections it is itself a part of.
    pub in_data: bool,
}

impl<'a> Translator<'a> {
    pub(super) fn new(
        names: &'a Names<'a>,
        scope: &'a str,
        remarks: &'a mut Vec<Remark>,
        used: &'a mut BTreeSet<String>,
    ) -> Self {
        Self {
            names,
            scope,
            remarks,
            used,
            scopes: vec![Vec::new()],
            loops: 0,
            in_data: false,
        }
    }

    /// Makes names known that are bound where this text is included.
    pub(super) fn bind_outer(&mut self, names: &[String]) {
        for name in names {
            self.bind(name, false);
        }
    }

    /// The names bound at this point.
    pub(super) fn locals(&self) -> Vec<String> {
        self.scopes
            .iter()
            .flatten()
            .map(|l| l.name.clone())
            .collect()
    }

    /// Opens the scope of a loop.
    pub(super) fn open(&mut self) {
        self.scopes.push(Vec::new());
    }

    /// Closes the scope of a loop.
    pub(super) fn close(&mut self) {
        if self.scopes.len() > 1 {
            self.scopes.pop();
        }
    }

    /// Makes a name known in the innermost scope and says what the engine calls it.
    pub(super) fn bind(&mut self, name: &str, is_figure: bool) -> String {
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(Local {
                name: name.to_owned(),
                is_figure,
            });
        }
        local_name(name)
    }

    /// Makes a name known to the end of the text, also behind the loops around it.
    pub(super) fn bind_global(&mut self, name: &str) -> String {
        if let Some(scope) = self.scopes.first_mut() {
            scope.push(Local {
                name: name.to_owned(),
                is_figure: false,
            });
        }
        local_name(name)
    }

    /// Whether tokens are exactly a name bound in the template.
    pub(super) fn is_local(&self, tokens: &[Token<'_>]) -> bool {
        matches!(tokens, [only] if self.local(&only.text).is_some())
    }

    pub(super) fn local(&self, name: &str) -> Option<&Local> {
        self.scopes
            .iter()
            .rev()
            .flat_map(|s| s.iter().rev())
            .find(|l| l.name == name)
    }

    pub(super) fn error(
        &mut self,
        token: &Token<'_>,
        code: &'static Code,
        message: Text,
        hint: Option<Text>,
    ) {
        let mut remark = Remark::error((token.start, token.end), code, message);
        remark.hint = hint;
        self.remarks.push(remark);
    }

    /// Translates the tokens of an expression.
    pub(super) fn expression<'t>(&mut self, tokens: &'t [Token<'t>]) -> Vec<Emit<'t>>
    where
        'a: 't,
    {
        let mut out = Vec::with_capacity(tokens.len());
        let mut cursor = Cursor { tokens, at: 0 };
        // The filter whose arguments are being read, and how many brackets are open in them.
        let mut call: Option<(Word, usize)> = None;
        while cursor.at < tokens.len() {
            let token = cursor.token();
            match (&mut call, token.text.as_ref()) {
                (Some((_, depth)), "(") if token.kind == TokenKind::Sign => *depth += 1,
                (Some((_, depth)), ")") if token.kind == TokenKind::Sign => {
                    *depth -= 1;
                    if *depth == 0 {
                        call = None;
                    }
                }
                _ => {}
            }
            if token.kind == TokenKind::Name {
                let inside = call.filter(|(_, depth)| *depth == 1).map(|c| c.0);
                call = self
                    .name(&mut cursor, inside, &mut out)
                    .map(|w| (w, 0))
                    .or(call);
            } else {
                out.push(Emit::token(token));
                cursor.at += 1;
            }
        }
        out
    }

    /// Translates the name at the cursor and what belongs to it; gives the filter whose arguments follow.
    fn name<'t>(
        &mut self,
        cursor: &mut Cursor<'t>,
        call: Option<Word>,
        out: &mut Vec<Emit<'t>>,
    ) -> Option<Word>
    where
        'a: 't,
    {
        let token = cursor.token();
        let is_sign = |t: Option<&Token<'_>>, s: &str| t.is_some_and(|t| t.is(s));
        if cursor.is_behind(1, ".") || cursor.is_behind(1, "?.") {
            self.member(cursor, out);
        } else if cursor.is_behind(1, "|") {
            return self.filter(cursor, out);
        } else if cursor.is_behind(1, "is")
            || (cursor.is_behind(1, "not") && is_sign(cursor.behind(2), "is"))
        {
            self.test(cursor, out);
        } else if let Some(filter) = call.filter(|_| cursor.is_ahead(1, "=")) {
            self.argument(cursor, filter, out);
        } else if KEYWORDS.contains(&token.text.as_ref()) {
            self.check_loop(token);
            out.push(Emit::token(token));
            cursor.at += 1;
        } else if cursor.is_ahead(1, "(") {
            let message = Text::new(
                format!("没有函数“{}”", token.text),
                format!("there is no function `{}`", token.text),
            );
            let hint = Text::new(
                "处理数据用过滤器，如 {{ 税收收入 | 同比 }}",
                "use a filter, as in {{ x | growth }}",
            );
            self.error(token, &codes::UNKNOWN_FUNCTION, message, Some(hint));
            cursor.at += 1;
        } else {
            self.reference(cursor, out);
        }
        None
    }

    /// `loop` belongs to the loops of its own text: a part or phrase printed in one does not see it.
    fn check_loop(&mut self, token: &Token<'_>) {
        if token.is("loop") && self.loops == 0 {
            let message = Text::new(
                "loop 只能用在同一文件的 for 里面",
                "`loop` is known only inside a for of the same file",
            );
            let hint = Text::new(
                "先在 for 里写 {% set 序 = loop.index %}，再用 序",
                "write {% set n = loop.index %} inside the for, and use n",
            );
            self.error(token, &codes::UNKNOWN_NAME, message, Some(hint));
        }
    }

    fn filter<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>) -> Option<Word> {
        let token = cursor.token();
        cursor.at += 1;
        let found = dialect::filter(&token.text);
        if let Some(word) = found {
            out.push(Emit::word(word.en, token.start));
        } else {
            let known: Vec<Word> = dialect::filters().collect();
            let near = nearest(&token.text, known.iter().flat_map(|w| [w.zh, w.en]));
            let message = Text::new(
                format!("没有过滤器“{}”", token.text),
                format!("there is no filter `{}`", token.text),
            );
            let hint = if matches!(token.text.as_ref(), "本期" | "current") {
                Some(Text::new(
                    "本期的数用 值，或什么也不写",
                    "use `value`, or no filter at all",
                ))
            } else {
                did_you_mean(near)
            };
            self.error(token, &codes::UNKNOWN_FILTER, message, hint);
        }
        found.filter(|_| cursor.tokens.get(cursor.at).is_some_and(|t| t.is("(")))
    }

    fn argument<'t>(&mut self, cursor: &mut Cursor<'t>, filter: Word, out: &mut Vec<Emit<'t>>) {
        let token = cursor.token();
        cursor.at += 1;
        if let Some(key) = filter
            .arguments
            .iter()
            .find(|k| k.en == token.text || k.zh == token.text)
        {
            out.push(Emit::word(key.en, token.start));
            return;
        }
        let message = Text::new(
            format!("过滤器“{}”没有参数“{}”", filter.zh, token.text),
            format!("filter `{}` has no argument `{}`", filter.en, token.text),
        );
        let list = |f: fn(&crate::model::schema::Key) -> &str, sep: &str| {
            filter.arguments.iter().map(f).collect::<Vec<_>>().join(sep)
        };
        let hint = if filter.arguments.is_empty() {
            Text::new("这个过滤器不带参数", "this filter takes none")
        } else {
            Text::new(
                format!("可用的参数：{}", list(|k| k.zh, "、")),
                format!("its arguments: {}", list(|k| k.en, ", ")),
            )
        };
        self.error(token, &codes::UNKNOWN_ARGUMENT, message, Some(hint));
    }

    fn test<'t>(&mut self, cursor: &mut Cursor<'t>, out: &mut Vec<Emit<'t>>) {
        let token = cursor.token();
        cursor.at += 1;
        if token.is("not") {
            out.push(Emit::word("not", token.start));
        } else if let Some(word) = dialect::test(&token.text) {
            out.push(Emit::word(word.en, token.start));
        } else {
            let known: Vec<Word> = dialect::tests().collect();
            let near = nearest(&token.text, known.iter().flat_map(|w| [w.zh, w.en]));
            let message = Text::new(
                format!("没有判断“{}”", token.text),
                format!("there is no test `{}`", token.text),
            );
            self.error(token, &codes::UNKNOWN_TEST, message, did_you_mean(near));
        }
    }

    /// Whether tokens are exactly the name of a section.
    pub(super) fn is_section(&self, tokens: &[Token<'_>]) -> bool {
        match tokens {
            [only] => {
                self.local(&only.text).is_none()
                    && matches!(self.names.top(&only.text), Some(Meaning::Section(_)))
            }
            _ => false,
        }
    }

    /// Whether what tokens name are figures: 指标, or the 指标 of an item.
    pub(super) fn is_figures(tokens: &[Token<'_>]) -> bool {
        tokens.last().is_some_and(|t| t.is("指标") || t.is(FIGURES))
    }

    pub(super) fn tag_error(
        &mut self,
        tag: &Tag<'_>,
        code: &'static Code,
        message: Text,
        hint: Option<Text>,
    ) {
        let mut remark = Remark::error((tag.start, tag.end), code, message);
        remark.hint = hint;
        self.remarks.push(remark);
    }
}

pub(super) fn did_you_mean(near: Option<&str>) -> Option<Text> {
    near.map(|n| Text::new(format!("是不是“{n}”？"), format!("did you mean `{n}`?")))
}
