//! A report to fill in, made from a template: every key it prints, what it is for, and the sentences it goes into.

use crate::language::Language;
use crate::model::describe::{About, about};
use crate::model::schema::{FIELDS, FieldKind, TOP};
use crate::model::{Genre, GenreField};
use crate::template::outline::Sheet;
use std::collections::BTreeMap;

/// The most sentences that are shown for one key.
const MOST_SENTENCES: usize = 3;

/// The skeleton: YAML that builds as it is.
pub fn skeleton(genre: &Genre, sheets: &[Sheet]) -> String {
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sheet in sheets {
        for (name, lines) in sheet.uses(genre) {
            uses.entry(name).or_default().extend(lines);
        }
    }
    let mut page = Page {
        genre,
        uses: &uses,
        out: String::new(),
    };
    page.head();
    for (key, kind) in FIELDS {
        page.field(
            key.en,
            page.spelling(key.en, key.zh),
            *kind,
            about("report", key.en),
        );
    }
    for field in &genre.fields {
        page.own_field(field);
    }
    page.figures();
    for name in ["achievements", "problems", "next_steps"] {
        page.section(name);
    }
    page.added_sections();
    page.phrases(sheets);
    page.out
}

struct Page<'a> {
    genre: &'a Genre,
    uses: &'a BTreeMap<String, Vec<String>>,
    out: String,
}

impl Page<'_> {
    fn is_chinese(&self) -> bool {
        self.genre.language == Language::Chinese
    }

    fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.genre.language.pick(zh, en)
    }

    fn spelling(&self, en: &'static str, zh: &'static str) -> &'static str {
        self.genre.language.pick(zh, en)
    }

    fn key(&self, en: &'static str) -> &'static str {
        let found = TOP.iter().find(|k| k.en == en);
        found.map_or(en, |k| self.spelling(k.en, k.zh))
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn head(&mut self) {
        let title = format!("# {}: {}", self.genre.name, self.genre.about);
        self.line(&if self.is_chinese() {
            title.replacen(": ", "：", 1)
        } else {
            title
        });
        self.line(self.pick(
            "# 每一项上面写着它用在模板的哪些话里。行首有“# ”的可以不填；要填，就去掉“# ”。",
            "# Above each key stand the lines of the template it goes into. What begins with `# ` may be left out.",
        ));
        self.line("");
        let (format, template) = (self.key("format"), self.key("template"));
        self.line(&format!("{format}: 1"));
        let name = self.genre.name.clone();
        self.line(&format!("{template}: {name}"));
    }

    /// What is said of a key, and where it is used.
    fn explain(&mut self, key: &str, text: &str, is_required: bool, english: &str) {
        self.line("");
        let required = match (is_required, self.is_chinese()) {
            (false, _) => "",
            (true, true) => "（必填）",
            (true, false) => " (required)",
        };
        let colon = self.pick("：", ": ");
        // 成绩：做了哪些工作 need not say 成绩 twice.
        let text = text.strip_prefix(&format!("{key}：")).unwrap_or(text);
        self.line(&format!("# {key}{required}{colon}{text}"));
        let sentences = self.uses.get(english).cloned().unwrap_or_default();
        let mut seen: Vec<&String> = Vec::new();
        for sentence in &sentences {
            if !seen.contains(&sentence) && seen.len() < MOST_SENTENCES {
                seen.push(sentence);
                self.line(&format!("#   → {sentence}"));
            }
        }
    }

    fn field(&mut self, english: &str, key: &str, kind: FieldKind, about: Option<About>) {
        let is_required = self.genre.required.iter().any(|r| r == english);
        if !is_required && !self.uses.contains_key(english) {
            return;
        }
        let text = about.map_or("", |a| self.pick(a.zh, a.en));
        self.explain(key, text, is_required, english);
        let example = about.map_or("", |a| self.pick(a.example_zh, a.example_en));
        self.value(key, example, kind, is_required);
    }

    fn own_field(&mut self, field: &GenreField) {
        let key = self.pick(&field.zh, &field.en).to_owned();
        let is_required = self.genre.required.contains(&field.en);
        self.explain(&key, &field.about, is_required, &field.en);
        let example = match field.kind {
            FieldKind::Date => "2026-07-10",
            FieldKind::Period => self.pick("2026年上半年", "2026"),
            _ => "…",
        };
        self.value(&key, example, field.kind, is_required);
    }

    fn value(&mut self, key: &str, example: &str, kind: FieldKind, is_required: bool) {
        let mark = if is_required { "" } else { "# " };
        match kind {
            FieldKind::Rich => {
                self.line(&format!("{mark}{key}: |"));
                self.line(&format!("{mark}  {example}"));
            }
            FieldKind::List | FieldKind::Items | FieldKind::Annexes => {
                self.line(&format!("{mark}{key}:"));
                self.line(&format!("{mark}  - {example}"));
            }
            FieldKind::Plain | FieldKind::Line | FieldKind::Date | FieldKind::Period => {
                self.line(&format!("{mark}{key}: {example}"));
            }
        }
    }

    fn figures(&mut self) {
        let key = self.key("figures");
        let text = about("report", "figures").map_or("", |a| self.pick(a.zh, a.en));
        self.explain(key, text, false, "figures");
        let lines = self.pick(
            "# 指标:\n#   税收收入:\n#     本期: 26525.06万元\n#     上年同期: 22740.96万元",
            "# figures:\n#   tax:\n#     value: 265.3 million yuan\n#     last_year: 227.4 million yuan",
        );
        self.line(lines);
    }

    fn section(&mut self, english: &'static str) {
        if !self.uses.contains_key(english) {
            return;
        }
        let key = self.key(english);
        let text = about("report", english).map_or("", |a| self.pick(a.zh, a.en));
        self.explain(key, text, false, english);
        let lines = match (english, self.is_chinese()) {
            ("problems", true) => "  - 在这里写一个问题",
            ("problems", false) => "  - Write one problem here",
            (_, true) => "  - 标题: 小标题\n    正文: |\n      在这里写做了什么、有什么成效。",
            (_, false) => "  - title: Heading\n    body: |\n      Write here what was done.",
        };
        self.line(&format!("{key}:\n{lines}"));
    }

    fn added_sections(&mut self) {
        if !self.uses.keys().any(|name| name.starts_with("sections")) {
            return;
        }
        let key = self.key("sections");
        let text = about("report", "sections").map_or("", |a| self.pick(a.zh, a.en));
        self.explain(key, text, false, "sections");
        let lines = self.pick(
            "# 章节:\n#   - 标题: 标题\n#     位置: 问题后\n#     分项:\n#       - 在这里写。",
            "# sections:\n#   - title: Heading\n#     position: after_problems\n#     items:\n#       - Write here.",
        );
        self.line(lines);
    }

    /// The phrases, which are worded anew in another file.
    fn phrases(&mut self, sheets: &[Sheet]) {
        let places: Vec<_> = sheets.iter().flat_map(Sheet::places).collect();
        let names = |is_block: bool| -> String {
            let named = places.iter().filter(|p| p.is_block == is_block);
            let names: Vec<&str> = named.map(|p| p.name.as_str()).collect();
            names.join(self.pick("、", ", "))
        };
        let (phrases, blocks) = (names(false), names(true));
        if !phrases.is_empty() {
            self.line("");
            self.line(&format!(
                "{}{phrases}",
                self.pick(
                    "# 下面这些话由模板写好，要改就写进同一文件夹的“措辞.yaml”：",
                    "# These phrases are the template's; word them anew in phrases.yaml beside this file: ",
                )
            ));
        }
        if !blocks.is_empty() {
            self.line(&format!(
                "{}{blocks}",
                self.pick(
                    "# 下面这些块可以整块换掉，见 zongjie templates eject --block：",
                    "# These blocks can be replaced as a whole, see `zongjie templates eject --block`: ",
                )
            ));
        }
    }
}
