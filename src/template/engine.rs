//! The template engine with our filters, tests and bounds, and its errors in our words.

use super::filters;
use super::input::Prepared;
use super::prepare::PRINTABLE_FILTER;
use super::state;
use super::statement::{ITEMS_FILTER, TICK_FUNCTION};
use super::translate::FIGURE_FUNCTION;
use crate::bytes::utf8;
use crate::diag::{Code, Place, Text, codes};
use crate::document::marks;
use crate::figures::{Arguments, Facts};
use crate::model::FigureId;
use std::cell::RefCell;
use std::io::{self, Write};
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The most that one rendering may print.
pub(super) const MAX_OUTPUT: usize = 32 * 1024 * 1024;

/// What the rendering of a text mostly stays below.
const USUAL_OUTPUT: usize = 8 * 1024;

thread_local! {
    /// The explanation of the error that a filter of ours gave last: the engine's errors have one language.
    static REASON: RefCell<Option<Reason>> = const { RefCell::new(None) };
}

/// Why a filter of ours failed, and where the user typed it when that is not the tag.
struct Reason {
    code: &'static Code,
    text: Text,
    place: Option<Place>,
}

/// An error that explains itself in both languages.
pub(super) fn fail<T>(code: &'static Code, text: Text) -> TeraResult<T> {
    fail_at(None, code, text)
}

/// The same for what was typed elsewhere than in the tag: in the data that it prints.
pub(super) fn fail_at<T>(place: Option<Place>, code: &'static Code, text: Text) -> TeraResult<T> {
    let message = text.en.clone();
    REASON.set(Some(Reason { code, text, place }));
    Err(Error::message(message))
}

/// What went wrong, and where in which prepared text.
pub(super) struct Fault {
    pub template: String,
    pub offset: usize,
    /// Where it was typed, when that is not there.
    pub place: Option<Place>,
    pub code: &'static Code,
    pub message: Text,
}

/// An engine without templates.
pub(super) fn engine() -> Tera {
    let mut tera = Tera::default();
    tera.set_escape_fn(escape);
    tera.autoescape_on([""]);
    filters::register(&mut tera);
    tera.register_filter(PRINTABLE_FILTER, printable);
    tera.register_filter(ITEMS_FILTER, items);
    tera.register_function(FIGURE_FUNCTION, figure);
    tera.register_function(TICK_FUNCTION, tick);
    tera
}

/// A figure's value in the engine: bytes, which no template can make and no text filter takes apart.
pub(super) fn figure_value(marked: String) -> Value {
    Value::bytes(marked.into_bytes())
}

/// The figure that a value is.
pub(super) fn figure_of(value: &Value) -> Option<FigureId> {
    let text = std::str::from_utf8(value.as_bytes()?).ok()?;
    match state::decode(marks::figure_id(text)?) {
        state::Mark::Figure(id, _, _) | state::Mark::Bare(id) => Some(id),
        state::Mark::Failure(_) => None,
    }
}

/// A figure's value, or the aspect that is asked for by number.
fn figure(arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let id = FigureId(arguments.must_get::<u32>("i")?);
    let aspect = arguments.get::<u32>("a")?;
    let aspect = aspect.map_or_else(state::value_aspect, |aspect| aspect as usize);
    let arguments = Arguments {
        decimals: arguments.get::<u32>("d")?,
        ..Arguments::default()
    };
    Ok(figure_value(state::print(id, aspect, &arguments)))
}

fn tick(_: Kwargs, _: &State<'_>) -> TeraResult<bool> {
    if state::tick() {
        return Ok(false);
    }
    fail(
        &codes::TOO_LARGE,
        Text::new("循环次数超过一百万", "loops turn more than a million times"),
    )
}

/// Data is wrapped, not escaped: it can never act as Markdown.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if is_plain(text) {
        return out.write_all(text.as_bytes());
    }
    let mut wrapped = String::with_capacity(text.len() + 6);
    marks::push_opaque(&mut wrapped, text);
    out.write_all(wrapped.as_bytes())
}

/// Refuses what would print as nonsense or as nothing.
fn printable(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let text = if value.is_array() {
        Text::new(
            "这是一个清单，不能直接印出：写成 | 一是、| 顿号 或 | 展开",
            "this is a list: print it with | ordinals, | listing or | expand",
        )
    } else if value.is_map() {
        Text::new(
            "这是一组数据，不能直接印出：写出它的字段，或用 | 展开",
            "this is a group: print one of its fields, or use | expand",
        )
    } else if value.is_none() || value.is_undefined() {
        Text::new("这一项没有填写", "this is not filled in")
    } else if value.is_bool() {
        Text::new("“是”“否”不能直接印出", "yes and no cannot be printed")
    } else {
        return Ok(value.clone());
    };
    fail(&codes::NOT_PRINTABLE, text)
}

/// The items of a section; any other value as it is.
fn items(value: &Value, _: Kwargs, _: &State<'_>) -> Value {
    let items = value
        .as_map()
        .and_then(|m| m.get(&tera::value::Key::Str("items")));
    items.unwrap_or(value).clone()
}

/// Adds templates by name; all faults of all of them when any has one.
pub(super) fn add(tera: &mut Tera, templates: &[(String, &Prepared)]) -> Vec<Fault> {
    let texts = || {
        templates
            .iter()
            .map(|(name, p)| (name.as_str(), p.text.as_str()))
    };
    REASON.set(None);
    let Err(first) = tera.add_raw_templates(texts()) else {
        return Vec::new();
    };
    let alone = |(name, text)| {
        engine()
            .add_raw_template(name, text)
            .err()
            .and_then(|e| syntax_fault(&e))
    };
    let faults: Vec<Fault> = texts().filter_map(alone).collect();
    if faults.is_empty() {
        vec![fault(&first, "")]
    } else {
        faults
    }
}

/// What is wrong with tags that the engine reads alone: the index of each and the fault, at its offset in the tag.
pub(super) fn faults_of(tags: &[String]) -> Vec<(usize, Fault)> {
    let mut tera = engine();
    let mut out = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        REASON.set(None);
        let error = tera.add_raw_template("tag", tag).err();
        out.extend(error.and_then(|e| syntax_fault(&e)).map(|f| (i, f)));
    }
    out
}

fn syntax_fault(error: &Error) -> Option<Fault> {
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| fault(error, ""))
}

/// Renders one template, which prints about so many bytes more than usual, and reads what it printed.
pub(super) fn render<T>(
    tera: &Tera,
    (name, more): (&str, usize),
    context: &Context,
    read: impl FnOnce(&str) -> T,
) -> Result<T, Fault> {
    REASON.set(None);
    let mut out = Bounded {
        bytes: Vec::with_capacity(USUAL_OUTPUT + more),
    };
    match tera.render_to(name, context, &mut out) {
        // What the engine prints is text; only bytes of our own marks are put into it.
        Ok(()) => Ok(match utf8(&out.bytes) {
            Some(text) => read(text),
            None => read(&String::from_utf8_lossy(&out.bytes)),
        }),
        Err(error) => Err(fault(&error, name)),
    }
}

/// Appends a text as the engine would print it; `None` for a value that is no text.
pub(super) fn push_text(out: &mut String, value: &Value) -> Option<()> {
    let text = value.as_str()?;
    if value.is_safe() || is_plain(text) {
        out.push_str(text);
    } else {
        marks::push_opaque(out, text);
    }
    Some(())
}

/// Appends a figure as a bare number; `None` when it has none.
pub(super) fn push_number(out: &mut String, facts: &Facts, id: FigureId) -> Option<()> {
    let number = filters::number(&state::digits(facts, id)?)?;
    push_text(out, &Value::normal_string(&number.to_string()))
}

/// Whether a text is printed as it stands: digits alone, so that `{{ loop.index }}.` makes a list.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn fault(error: &Error, name: &str) -> Fault {
    let reason = REASON.take();
    let (template, offset, typed) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
            report.filename().to_owned(),
            report.span().range.start,
            report.message().to_owned(),
        ),
        ErrorKind::Msg(text) => (
            name.to_owned(),
            0,
            text.lines().next().unwrap_or_default().to_owned(),
        ),
        other => (name.to_owned(), 0, format!("{other:?}")),
    };
    let Reason { code, text, place } = reason.unwrap_or_else(|| {
        let (code, text) = explain(&typed);
        Reason {
            code,
            text,
            place: None,
        }
    });
    Fault {
        template,
        offset,
        place,
        code,
        message: text,
    }
}

/// The engine's own messages, as far as users meet them after our checks of names.
fn explain(message: &str) -> (&'static Code, Text) {
    if message.contains("too much output") {
        return (
            &codes::TOO_LARGE,
            Text::new("印出的内容超过32 MB", "more than 32 MB are printed"),
        );
    }
    let zh = if message.contains("end of input") || message.contains("end of template") {
        "标签写法不完整".to_owned()
    } else if message.contains("not defined") {
        "这一项没有填写".to_owned()
    } else {
        "标签写法有误，请对照 zongjie templates help 里的例子检查括号、引号和竖线".to_owned()
    };
    let en = message.strip_suffix('.').unwrap_or(message);
    let mut letters = en.chars();
    let en = letters
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect());
    (&codes::TAG_SYNTAX, Text::new(zh, en))
}

struct Bounded {
    bytes: Vec<u8>,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_OUTPUT {
            return Err(io::Error::other("too much output"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
