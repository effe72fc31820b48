//! Whatever is typed comes out as it was typed: from the YAML through templates and writers, read back from the DOCX
//! and the Markdown.

use crate::markdown_read_back::letter;
use crate::read_back::{build, words};
use proptest::prelude::*;
use zongjie::document::{own_line, plain};
use zongjie::world::Memory;
use zongjie::writers::FormatId;

/// Every field stands alone in a paragraph, and one inside a text.
const TEMPLATE: &str = "\
---
名称: 往返
---
# {{ 标题 }}

{{ 单位 }}

前{{ 姓名 }}后

{% for 项 in 成绩 %}
## {{ 项.标题 }}

{{ 项.正文 }}

| {{ 项.标题 }} | 值 |
|---|---|
| 前{{ 姓名 }}后 | {{ 项.正文 }} |
{% endfor %}
";

/// Texts that once went wrong somewhere, or look as if they could.
const SEEDS: &[&str] = &[
    "R&D",
    "x<5",
    "x>5",
    "|",
    "a|b",
    "*",
    "**甲**",
    "_甲_",
    "#",
    "# 甲",
    "甲 #乙",
    "1.",
    "1. 甲",
    "2026. 年",
    "- 甲",
    "+",
    "> 甲",
    "\"甲\"",
    "'甲'",
    "“甲”‘乙’",
    "😀👩‍👩‍👧🇨🇳",
    "𠮷野家",
    "\u{3000}",
    "\u{3000}\u{3000}甲\u{3000}",
    "{.署名}",
    "{#甲}",
    "{%甲%}",
    "{",
    "}",
    "~",
    "~~甲~~",
    "~~~",
    "\\",
    "\\甲",
    "\\\\",
    "$",
    "$x$",
    "`",
    "``",
    "```",
    "`甲`",
    "www.",
    "www.a.cn",
    "https://a.cn/b_c",
    "a@b.cn",
    "甲\u{200b}乙",
    "\u{200d}",
    "e\u{301}",
    "\u{301}",
    "[甲](乙)",
    "![甲](乙)",
    "[^1]",
    "[ ] 甲",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#35;",
    "===",
    "---",
    "***",
    ":-:",
    "|---|",
    "\u{a0}甲\u{a0}",
    "\u{feff}甲",
    "\u{2028}",
    "null",
    "true",
    "0x10",
    "12:30",
    "1e3",
    "=",
    "@甲",
    "%甲",
    "!甲",
    "&甲",
    "?",
    "甲: 乙",
    "]]>",
    "十四五……规划——",
    "\u{202e}甲\u{202c}",
    "\u{fffd}",
    "a  b",
    "甲 ",
    " 甲",
];

/// A YAML text in double quotes.
fn quoted(text: &str, escaped: bool) -> String {
    let letters: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if escaped && !c.is_ascii() => format!("\\U{:08X}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{letters}\"")
}

/// Text for Markdown that means the text itself: each sign of ASCII behind a backslash.
fn in_markdown(text: &str) -> String {
    let sign = |c: char| c.is_ascii_punctuation();
    text.chars()
        .flat_map(|c| sign(c).then_some('\\').into_iter().chain([c]))
        .collect()
}

/// The texts of a report.
#[derive(Debug, Clone)]
struct Texts {
    title: String,
    organisation: String,
    name: String,
    item: String,
    body: String,
    /// Whether the YAML holds escapes instead of the letters.
    escaped: bool,
}

impl Texts {
    fn all(text: &str, escaped: bool) -> Self {
        let text = text.to_owned();
        let body = text.trim_matches([' ', '\t']).to_owned();
        Self {
            title: text.clone(),
            organisation: text.clone(),
            name: text.clone(),
            item: text,
            body,
            escaped,
        }
    }

    fn report(&self) -> String {
        let q = |text: &str| quoted(text, self.escaped);
        format!(
            "模板: 往返\n标题: {}\n单位: {}\n姓名: {}\n成绩:\n  - 标题: {}\n    正文: {}\n",
            q(&self.title),
            q(&self.organisation),
            q(&self.name),
            q(&self.item),
            q(&in_markdown(&self.body)),
        )
    }

    /// The words of the document, in order.
    fn words(&self) -> Vec<String> {
        let inside = format!("前{}后", self.name);
        let heading = plain(&own_line(&[crate::tree::text(&self.item)]));
        let expected = [
            &self.title,
            &self.organisation,
            &inside,
            &heading,
            &self.body,
            &self.item,
            "值",
            &inside,
            &self.body,
        ];
        expected
            .into_iter()
            .filter(|words| !words.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// What a DOCX and a Markdown of these texts say; the findings when nothing was written.
fn said(texts: &Texts) -> Result<[Vec<String>; 2], String> {
    let world = Memory::new()
        .with("p/templates/t.md", TEMPLATE)
        .with("p/report.yaml", texts.report());
    let formats = [FormatId::Docx, FormatId::Markdown];
    let outcome = build(&world, &formats);
    if outcome.product.is_none() {
        return Err(format!("{:?}", outcome.findings.sorted()));
    }
    Ok(formats.map(|format| words(&outcome, format)))
}

#[test]
fn texts_that_look_dangerous_come_back() {
    let each = |seed: &'static &str| [false, true].map(|escaped| Texts::all(seed, escaped));
    let wrong: Vec<String> = SEEDS
        .iter()
        .flat_map(each)
        .filter_map(|texts| match said(&texts) {
            Ok(found) if found.iter().all(|words| *words == texts.words()) => None,
            other => Some(format!("{:?}: {other:?}", texts.organisation)),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Text without control characters and those that no input may hold.
fn words_of_people() -> impl Strategy<Value = String> {
    let free = |c: &char| {
        !c.is_control() && !matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
    };
    let letters = move || letter().prop_filter("a letter people may type", free);
    let any = move || {
        prop::collection::vec(letters(), 1..10).prop_map(|c| c.into_iter().collect::<String>())
    };
    let seeds = || prop::sample::select(SEEDS).prop_map(str::to_owned);
    prop_oneof![
        4 => any(),
        1 => (seeds(), seeds()).prop_map(|(a, b)| a + &b),
        1 => (seeds(), any()).prop_map(|(a, b)| a + &b),
    ]
}

/// Text in which no tag begins, and which does not end with a `{.class}` that is none, which is told as a slip.
fn line() -> impl Strategy<Value = String> {
    words_of_people().prop_map(|mut text| {
        while text.contains("{{") {
            text = text.replace("{{", "{ {");
        }
        let class = text.rfind("{.").filter(|_| text.ends_with('}'));
        if class.is_some_and(|at| &text[at..] != "{.署名}") {
            text.push('。');
        }
        text
    })
}

fn texts() -> impl Strategy<Value = Texts> {
    // Tags make no sense in plain texts and are refused there.
    let plain = (line(), line());
    (line(), plain, line(), words_of_people(), any::<bool>()).prop_map(
        |(title, (organisation, name), item, body, escaped)| Texts {
            title,
            organisation,
            name,
            item,
            // Blanks at the ends of a paragraph are Markdown's own.
            body: body.trim_matches([' ', '\t']).to_owned(),
            escaped,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_comes_back(texts in texts()) {
        let said = said(&texts);
        prop_assert!(said.is_ok(), "{}\n{said:?}", texts.report());
        for found in said.unwrap_or_default() {
            prop_assert_eq!(found, texts.words(), "{}", texts.report());
        }
    }
}
