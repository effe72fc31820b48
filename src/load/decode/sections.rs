//! Sections (成绩, 问题, 下一步, 章节) and their items.

use super::figures::path;
use super::report::Gathered;
use super::{Known, Reader, choices};
use crate::diag::{Diagnostic, Text, codes};
use crate::load::node::{Entry, Kind, Node};
use crate::model::schema;
use crate::model::{Item, Position, Section, SectionKind, Wording, WordingKind};

impl Reader<'_> {
    /// One of the sections that every report may have: a list of items, or a map.
    pub fn section(&mut self, kind: SectionKind, entry: &Entry, all: &mut Gathered) -> Section {
        let mut section = empty(kind, entry);
        if let Kind::Map(_) = entry.value.kind {
            self.section_map(&entry.value, &entry.name.text, &mut section, all);
        } else {
            section.items = self.items(&entry.value, &entry.name.text, "", all);
        }
        section
    }

    /// The sections that the user adds (章节).
    pub fn added_sections(&mut self, entry: &Entry, all: &mut Gathered) -> Vec<Section> {
        let nodes = self
            .list(&entry.value, &entry.name.text)
            .unwrap_or_default();
        let mut out = Vec::new();
        for node in nodes {
            let mut section = empty(SectionKind::Added, entry);
            section.place = node.place;
            self.section_map(node, &entry.name.text, &mut section, all);
            if section.title.is_none() && matches!(node.kind, Kind::Map(_)) {
                let hint = Text::new("请写 标题: …", "give it a `title: …`");
                self.missing(node.place, "标题", "title", hint);
            }
            out.push(section);
        }
        out
    }

    fn section_map(&mut self, node: &Node, what: &str, section: &mut Section, all: &mut Gathered) {
        for one in self.known(node, schema::SECTION, what) {
            let entry = one.entry;
            match one.key {
                "title" => section.title = self.wording(entry, WordingKind::Line),
                "position" => {
                    let position = self.choice(entry, choices::POSITION);
                    section.position = position.map_or(Position::default(), |p| p.value);
                }
                "lead" => section.lead = self.wording(entry, WordingKind::Rich),
                "form" => section.form = self.choice(entry, choices::FORM),
                "caption" => section.caption = self.wording(entry, WordingKind::Line),
                "items" => {
                    section.items = self.items(&entry.value, &entry.name.text, "", all);
                }
                _ => section.closing = self.wording(entry, WordingKind::Rich),
            }
        }
    }

    /// A list of items below a path; those with 顺序 come first, in that order.
    pub fn items(&mut self, node: &Node, what: &str, scope: &str, all: &mut Gathered) -> Vec<Item> {
        let nodes = self.list(node, what).unwrap_or_default();
        let mut items: Vec<Item> = nodes
            .iter()
            .filter_map(|node| self.item(node, what, scope, all))
            .collect();
        items.sort_by_key(|item| item.order.as_ref().map_or(i64::MAX, |order| order.value));
        items
    }

    fn item(&mut self, node: &Node, what: &str, scope: &str, all: &mut Gathered) -> Option<Item> {
        // Until it has a name, names inside it mean what they mean around it.
        let mut item = Item::empty(node.place, scope);
        match &node.kind {
            Kind::Null => return None,
            Kind::Scalar(_) => item.body = self.wording_node(node, what, WordingKind::Rich),
            Kind::List(_) => {
                let wanted = Text::new("一句话，或“键: 值”", "a sentence, or keys with values");
                self.wrong_kind(node, what, &wanted);
                return None;
            }
            Kind::Map(_) => self.item_map(node, &mut item, scope, all),
        }
        self.may_be_empty(node, &item);
        Some(item)
    }

    /// An item must have something to print. A key that is not known or cannot be read may have been meant to.
    fn may_be_empty(&mut self, node: &Node, item: &Item) {
        let is_blank = |text: &Option<Wording>| {
            let text = text.as_ref().map(|t| t.text.trim());
            text.is_none_or(str::is_empty)
        };
        let says_nothing = is_blank(&item.body)
            && is_blank(&item.title)
            && item.name.is_none()
            && item.items.is_empty()
            && item.figures.is_empty();
        let is_known = |e: &Entry| schema::find(schema::ITEM, &e.name.text).is_some();
        if says_nothing && node.entries().iter().all(is_known) {
            let message = Text::new("这一条没有正文", "this item has no text");
            let hint = Text::new(
                "请写 正文: …；不要这一条，就把它整条删去",
                "give it a `body: …`, or drop the whole item",
            );
            self.push(Diagnostic::error(&codes::MISSING_KEY, node.place, message).hint(hint));
        }
    }

    fn item_map(&mut self, node: &Node, item: &mut Item, scope: &str, all: &mut Gathered) {
        let known = self.known(node, schema::ITEM, "分项");
        for one in &known {
            self.item_text(one, item);
        }
        let own = item
            .name
            .as_ref()
            .map(|name| name.value.as_str())
            .or_else(|| item.title.as_ref().and_then(Wording::as_name));
        if let Some(own) = own {
            item.path = path(scope, own.trim());
        }
        let has_name = own.is_some();
        for one in &known {
            match one.key {
                "figures" => {
                    self.may_have_figures(one.entry, item, has_name, all);
                    item.figures = self.figures(one.entry, &item.path, all);
                }
                "items" => {
                    let what = &one.entry.name.text;
                    item.items = self.items(&one.entry.value, what, &item.path, all);
                }
                _ => {}
            }
        }
    }

    fn item_text(&mut self, one: &Known<'_>, item: &mut Item) {
        let entry = one.entry;
        match one.key {
            "name" => item.name = self.untagged_of(entry),
            "title" => item.title = self.wording(entry, WordingKind::Line),
            "body" => item.body = self.wording(entry, WordingKind::Rich),
            "form" => item.form = self.choice(entry, choices::FORM),
            "caption" => item.caption = self.wording(entry, WordingKind::Line),
            "cause" => item.cause = self.wording(entry, WordingKind::Rich),
            "measure" => item.measure = self.wording(entry, WordingKind::Rich),
            "owner" => item.owner = self.wording(entry, WordingKind::Line),
            "deadline" => item.deadline = self.wording(entry, WordingKind::Line),
            "order" => {
                let limits = (-1_000_000, 1_000_000);
                item.order = self.whole(&entry.value, &entry.name.text, limits);
            }
            _ => {}
        }
    }

    /// Figures of an item need a path of their own: without one they would be figures of what is around it.
    fn may_have_figures(&mut self, entry: &Entry, item: &Item, has_name: bool, all: &mut Gathered) {
        if has_name {
            all.claim(self, &item.path, item.place);
        } else {
            let hint = Text::new(
                "有指标的分项请写 名称: …（标题里没有 {{ }} 时也可以）",
                "give an item with figures a `name: …`, or a title without {{ }}",
            );
            self.missing(entry.name.place, "名称", "name", hint);
        }
    }
}

fn empty(kind: SectionKind, entry: &Entry) -> Section {
    Section {
        kind,
        place: entry.name.place,
        title: None,
        position: Position::default(),
        lead: None,
        form: None,
        caption: None,
        items: Vec::new(),
        closing: None,
    }
}
