//! `{% %}` tags: which there are, how they pair, what they bind.

use super::emit::Emit;
use super::scan::{Remark, Tag, Token, TokenKind};
use super::sites::{Site, Target, spelling};
use super::slots::Slot;
use super::translate::{Translator, did_you_mean};
use crate::diag::{Text, codes, nearest};

/// The name of the function that counts turns of loops.
pub(super) const TICK_FUNCTION: &str = "zj_tick";
/// The name of the filter that gives the items of a section, and any other value as it is.
pub(super) const ITEMS_FILTER: &str = "zj_items";
/// Put at the beginning of every loop's body: the engine itself bounds nothing.
const TICK: &str = "{% if zj_tick() %}{% endif %}";
/// Loops may nest this deep.
const MAX_LOOPS: usize = 6;

const WORDS: &[&str] = &[
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "set_global",
    "endset",
    "include",
    "break",
    "continue",
    "raw",
    "endraw",
    "phrase",
    "endphrase",
    "block",
    "endblock",
    "措辞",
    "结束措辞",
    "块",
    "结束块",
];

/// A translated tag.
pub(super) struct Written<'t> {
    pub emits: Vec<Emit<'t>>,
    /// What follows the tag.
    pub behind: &'static str,
    /// Whether it ends a `{% set x %}` … `{% endset %}`.
    pub ends_capture: bool,
}

struct Open {
    word: &'static str,
    start: usize,
    end: usize,
}

/// The tags of one text, in order.
pub(super) struct Statements<'a> {
    pub translator: Translator<'a>,
    open: Vec<Open>,
    /// The texts printed within this one.
    pub sites: Vec<Site>,
    /// The phrases and blocks that stand in it.
    pub slots: Vec<Slot>,
}

impl<'a> Statements<'a> {
    pub(super) fn new(translator: Translator<'a>) -> Self {
        Self {
            translator,
            open: Vec::new(),
            sites: Vec::new(),
            slots: Vec::new(),
        }
    }

    /// Translates what a `{{ }}` holds.
    pub(super) fn expression<'t>(&mut self, tag: &'t Tag<'t>) -> Vec<Emit<'t>>
    where
        'a: 't,
    {
        if tag.tokens.is_empty() {
            let message = Text::new("{{ }} 里没有内容", "nothing stands between the braces");
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, None);
        }
        self.translator.expression(&tag.tokens)
    }

    /// Translates a `{% %}`.
    pub(super) fn statement<'t>(&mut self, tag: &'t Tag<'t>) -> Written<'t>
    where
        'a: 't,
    {
        let mut written = Written {
            emits: Vec::new(),
            behind: "",
            ends_capture: false,
        };
        let Some(first) = tag.tokens.first() else {
            let message = Text::new("{% %} 里没有内容", "nothing stands in the tag");
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, None);
            return written;
        };
        written.emits.push(Emit::token(first));
        let rest = &tag.tokens[1..];
        match first.text.as_ref() {
            "for" => {
                self.begin("for", tag);
                self.loop_header(tag, rest, &mut written);
                self.translator.loops += 1;
            }
            "if" => {
                self.begin("if", tag);
                written.emits.extend(self.condition(tag, rest));
            }
            "elif" => {
                self.inside(&["if"], tag);
                written.emits.extend(self.condition(tag, rest));
            }
            "else" => self.inside(&["if", "for"], tag),
            "endif" => self.finish_one("if", tag),
            "endfor" => {
                self.finish_one("for", tag);
                self.translator.close();
                self.translator.loops = self.translator.loops.saturating_sub(1);
            }
            "set" | "set_global" => self.set(tag, rest, &mut written),
            "endset" => {
                self.finish_one("set", tag);
                written.ends_capture = true;
            }
            "include" => self.include(tag, rest, &mut written),
            "break" | "continue" => self.inside_loop(tag),
            other => self.unknown(first, other),
        }
        written
    }

    fn unknown(&mut self, token: &Token<'_>, word: &str) {
        let message = Text::new(
            format!("没有标签“{word}”"),
            format!("there is no tag `{word}`"),
        );
        let hint = did_you_mean(nearest(word, WORDS.iter().copied())).unwrap_or_else(|| {
            Text::new(
                "可用的标签：if、for、set、include、措辞、块、raw",
                "tags: if, for, set, include, phrase, block, raw",
            )
        });
        self.translator
            .error(token, &codes::TAG_SYNTAX, message, Some(hint));
    }

    fn condition<'t>(&mut self, tag: &Tag<'_>, tokens: &'t [Token<'t>]) -> Vec<Emit<'t>>
    where
        'a: 't,
    {
        if tokens.is_empty() {
            let message = Text::new("if 后面缺少条件", "the condition is missing");
            let hint = Text::new("例如 {% if 导语 %}", "for example {% if lead %}");
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, Some(hint));
        }
        self.translator.expression(tokens)
    }

    fn loop_header<'t>(&mut self, tag: &Tag<'_>, tokens: &'t [Token<'t>], written: &mut Written<'t>)
    where
        'a: 't,
    {
        let shape = tokens.iter().position(|t| t.is("in"));
        let bound: Vec<&Token<'_>> = tokens[..shape.unwrap_or(0)]
            .iter()
            .filter(|t| !t.is(","))
            .collect();
        let list = shape.map_or(&tokens[..0], |at| &tokens[at + 1..]);
        let is_sound =
            matches!(bound.len(), 1 | 2) && bound.iter().all(|t| t.kind == TokenKind::Name);
        if !is_sound || list.is_empty() {
            let message = Text::new("for 的写法不对", "this is not how a loop is written");
            let hint = Text::new(
                "写成 {% for 项 in 成绩 %}",
                "write {% for item in achievements %}",
            );
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, Some(hint));
            self.translator.open();
            return;
        }
        // The list is looked up outside the loop's own scope.
        let of_figures = Translator::is_figures(list);
        let mut behind = self.list(list, bound.len());
        self.translator.open();
        for (i, name) in bound.iter().enumerate() {
            if i > 0 {
                written.emits.push(Emit::word(",", name.start));
            }
            let last = i + 1 == bound.len();
            let text = self.translator.bind(&name.text, of_figures && last);
            written.emits.push(Emit::word(text, name.start));
        }
        written.emits.push(Emit::word("in", list[0].start));
        written.emits.append(&mut behind);
        written.behind = TICK;
        if self.open.iter().filter(|o| o.word == "for").count() > MAX_LOOPS {
            let message = Text::new(
                format!("循环嵌套超过{MAX_LOOPS}层"),
                format!("loops are nested more than {MAX_LOOPS} deep"),
            );
            self.translator
                .tag_error(tag, &codes::TOO_LARGE, message, None);
        }
    }

    /// What a loop runs over. A section means its items, also one that a name bound in the template stands for.
    fn list<'t>(&mut self, tokens: &'t [Token<'t>], names: usize) -> Vec<Emit<'t>>
    where
        'a: 't,
    {
        let at = tokens.first().map_or(0, |t| t.start);
        let is_section = self.translator.is_section(tokens);
        let is_local = names == 1 && self.translator.is_local(tokens);
        let mut emits = self.translator.expression(tokens);
        if is_section {
            emits.push(Emit::word(".items", at));
        } else if is_local {
            let text = format!("| {ITEMS_FILTER}");
            emits.push(Emit::word(text, at));
        }
        emits
    }

    fn set<'t>(&mut self, tag: &Tag<'_>, tokens: &'t [Token<'t>], written: &mut Written<'t>)
    where
        'a: 't,
    {
        let Some(name) = tokens.first().filter(|t| t.kind == TokenKind::Name) else {
            let message = Text::new("set 后面缺少名称", "set needs a name");
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, None);
            return;
        };
        if tokens.len() == 1 {
            self.begin("set", tag);
        }
        let value = tokens.get(2..).unwrap_or_default();
        let emits = self.translator.expression(value);
        let is_global = tag.tokens.first().is_some_and(|t| t.is("set_global"));
        let text = if is_global {
            self.translator.bind_global(&name.text)
        } else {
            self.translator.bind(&name.text, false)
        };
        written.emits.push(Emit::word(text, name.start));
        written.emits.extend(tokens.get(1).map(Emit::token));
        written.emits.extend(emits);
    }

    fn include<'t>(&mut self, tag: &Tag<'_>, tokens: &'t [Token<'t>], written: &mut Written<'t>) {
        let Some((token, name)) = tokens.first().and_then(|t| Some((t, t.unquoted()?))) else {
            let message = Text::new(
                "include 后面要写片段的名称",
                "include needs the name of a part",
            );
            let hint = Text::new(
                "例如 {% include \"落款\" %}",
                "for example {% include \"sign-off\" %}",
            );
            self.translator
                .tag_error(tag, &codes::TAG_SYNTAX, message, Some(hint));
            return;
        };
        if let Some(&number) = self.translator.names.parts.get(name) {
            let text = format!("\"{}\"", Target::Part(number).name());
            written.emits.push(Emit::word(text, token.start));
            self.site(Target::Part(number), false);
            return;
        }
        let near = nearest(name, self.translator.names.parts.keys().map(String::as_str));
        let message = Text::new(
            format!("没有名为“{name}”的片段"),
            format!("there is no part named `{name}`"),
        );
        self.translator
            .error(token, &codes::UNKNOWN_INCLUDE, message, did_you_mean(near));
    }

    pub(super) fn begin(&mut self, word: &'static str, tag: &Tag<'_>) {
        self.open.push(Open {
            word,
            start: tag.start,
            end: tag.end,
        });
    }

    pub(super) fn finish_one(&mut self, word: &'static str, tag: &Tag<'_>) {
        if self.open.last().is_some_and(|o| o.word == word) {
            self.open.pop();
            return;
        }
        // The innermost fitting opener is meant; what was opened inside it was forgotten.
        if let Some(at) = self.open.iter().rposition(|o| o.word == word) {
            let forgotten: Vec<Open> = self.open.drain(at + 1..).collect();
            self.open.pop();
            forgotten.into_iter().for_each(|o| self.report_unclosed(&o));
            return;
        }
        let (open, close) = spelling(word);
        let message = Text::new(
            format!("{close} 没有对应的 {open}"),
            format!("this end{word} has no {word} before it"),
        );
        self.translator
            .tag_error(tag, &codes::UNCLOSED_BLOCK, message, None);
    }

    fn inside(&mut self, words: &[&str], tag: &Tag<'_>) {
        if !self.open.last().is_some_and(|o| words.contains(&o.word)) {
            let message = Text::new("这个标签不在 if 里面", "this tag is not inside an if");
            self.translator
                .tag_error(tag, &codes::UNCLOSED_BLOCK, message, None);
        }
    }

    fn inside_loop(&mut self, tag: &Tag<'_>) {
        if !self.open.iter().any(|o| o.word == "for") {
            let message = Text::new("这个标签不在 for 里面", "this tag is not inside a for");
            self.translator
                .tag_error(tag, &codes::UNCLOSED_BLOCK, message, None);
        }
    }

    fn report_unclosed(&mut self, open: &Open) {
        let Open { word, start, end } = *open;
        let (opener, close) = spelling(word);
        let message = Text::new(
            format!("{opener} 没有结束：缺少 {{% {close} %}}"),
            format!("this {word} is never closed: {{% end{word} %}} is missing"),
        );
        let hint = Text::new(
            format!("请在它管到的最后一行后面另起一行写 {{% end{word} %}}"),
            format!("write {{% end{word} %}} on a line of its own behind what belongs to it"),
        );
        let remark = Remark::error((start, end), &codes::UNCLOSED_BLOCK, message);
        self.translator.remarks.push(remark.hint(hint));
    }

    /// Whether this stands in a `{% set x %}` … `{% endset %}`, whose text is a value of the engine.
    pub(super) fn is_capturing(&self) -> bool {
        self.open.iter().any(|open| open.word == "set")
    }

    /// Reports what was never closed.
    pub(super) fn finish(&mut self) {
        for open in std::mem::take(&mut self.open) {
            self.report_unclosed(&open);
        }
    }
}
