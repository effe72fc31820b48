//! What a project puts in the place of phrases and blocks, and what is wrong with it.

use super::input::Input;
use super::prepare::diagnostic;
use super::scan::{Mode, Remark, scan};
use super::slots::{self, Block, Filling, Override, Slot, SlotKind};
use crate::diag::{Diagnostic, Findings, Place, Sources, Text, codes, nearest};
use crate::model::{Genre, Layer};

/// The phrases and blocks of a project, the nearest layer of each name; faults of the layers go to `findings`.
pub(super) fn overrides<'a>(
    genre: &'a Genre,
    sources: &Sources,
    findings: &mut Findings,
) -> Vec<Override<'a>> {
    let mut out: Vec<Override<'a>> = Vec::new();
    for phrase in &genre.phrases {
        out.push(Override {
            kind: SlotKind::Phrase,
            name: phrase.name.value.clone(),
            place: phrase.name.place,
            filling: Filling::Phrase(&phrase.text),
        });
    }
    for layer in &genre.layers {
        for found in layer_blocks(*layer, sources, findings) {
            let is_new = !out
                .iter()
                .any(|o| o.kind == SlotKind::Block && o.name == found.name);
            if is_new {
                out.push(found);
            }
        }
    }
    out
}

fn layer_blocks<'a>(layer: Layer, sources: &Sources, findings: &mut Findings) -> Vec<Override<'a>> {
    let text = sources
        .get(layer.source)
        .and_then(|s| s.text().get(layer.body..))
        .unwrap_or_default();
    let mut remarks = Vec::new();
    let pieces = scan(text, Mode::Template, &mut remarks);
    let (blocks, stray) = slots::blocks(&pieces);
    if let Some((start, end)) = stray.first() {
        remarks.push(stray_remark(*start, *end, text));
    }
    let input = Input::Template {
        source: layer.source,
        offset: layer.body,
        text,
    };
    findings.extend(remarks.into_iter().map(|r| diagnostic(r, &input)));
    let place = |(start, end)| input.place(start, end);
    let over = |block: Block| Override {
        kind: SlotKind::Block,
        name: block.name,
        place: place(block.name_at),
        filling: Filling::Block(place(block.body)),
    };
    blocks.into_iter().map(over).collect()
}

/// The first thing that stands outside of all blocks.
fn stray_remark(start: usize, end: usize, text: &str) -> Remark {
    let typed = text.get(start..end).unwrap_or_default();
    let is_open = ["block", "块"].iter().any(|word| {
        let inner = typed.trim_start_matches(['{', '%', '-', ' ']);
        inner.starts_with(word)
    });
    if is_open {
        let message = Text::new(
            "块没有结束，缺少 {% 结束块 %}",
            "this block is never closed: `{% endblock %}` is missing",
        );
        return Remark::error((start, end), &codes::UNCLOSED_BLOCK, message);
    }
    let message = Text::new(
        "这里的文字不会印出：写了“基于”的模板只能由块组成",
        "this is printed nowhere: a template that is based on another one holds only blocks",
    );
    let hint = Text::new(
        "放进 {% 块 名称 %}…{% 结束块 %}；用 zongjie templates show 查看有哪些块",
        "put it into {% block name %}…{% endblock %}; see `zongjie templates show` for the blocks",
    );
    Remark::error((start, end), &codes::STRAY_TEXT, message).hint(hint)
}

/// The error for wording that replaces nothing.
pub(super) fn unknown(over: &Override<'_>, slots: &[Slot]) -> Diagnostic {
    let known: Vec<&str> = slots
        .iter()
        .filter(|s| s.kind == over.kind)
        .map(|s| s.name.as_str())
        .collect();
    let name = &over.name;
    let (code, message) = match over.kind {
        SlotKind::Phrase => (
            &codes::UNKNOWN_PHRASE,
            Text::new(
                format!("所用的模板里没有名为“{name}”的措辞"),
                format!("the template in use has no phrase named `{name}`"),
            ),
        ),
        SlotKind::Block => (
            &codes::UNKNOWN_BLOCK,
            Text::new(
                format!("所基于的模板里没有名为“{name}”的块"),
                format!("the template this is based on has no block named `{name}`"),
            ),
        ),
    };
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean `{near}`?"),
        ),
        None if known.is_empty() => Text::new(
            "这个模板没有可以替换的措辞；给别的模板用的，请移到那个模板的名称下面",
            "it has none at all; wording for another template belongs under that template's name",
        ),
        None => Text::new(
            format!("可以替换的有：{}", known.join("、")),
            format!("there are {}", known.join(", ")),
        ),
    };
    Diagnostic::error(code, over.place, message).hint(hint)
}

/// The error for wording of several lines in a place of one line.
pub(super) fn too_long(over: &Override<'_>) -> Diagnostic {
    let name = &over.name;
    let message = Text::new(
        format!("措辞“{name}”在一行之内（如标题），不能分行"),
        format!(
            "phrase `{name}` stands within a line, such as a heading, and cannot have several lines"
        ),
    );
    let hint = Text::new("写成一行", "write it on one line");
    Diagnostic::error(&codes::BAD_VALUE, over.place, message).hint(hint)
}

/// The part of a source that a place covers, as a template.
pub(super) fn template_at(place: Place, sources: &Sources) -> Input<'_> {
    Input::Template {
        source: place.source,
        offset: place.start as usize,
        text: sources.slice(place).unwrap_or_default(),
    }
}
