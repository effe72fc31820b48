//! 附件: names, and what stands in each.

use super::Reader;
use super::report::Gathered;
use crate::diag::{Diagnostic, Text, codes, nearest};
use crate::load::node::{Entry, Kind, Node};
use crate::model::schema;
use crate::model::{Annex, FieldValue, Report, WordingKind};

impl Reader<'_> {
    /// A list of annexes, or one alone; each is a name, or a map.
    pub fn annexes(&mut self, entry: &Entry, all: &mut Gathered) -> Vec<Annex> {
        let (node, what) = (&entry.value, entry.name.text.as_str());
        let nodes = match &node.kind {
            Kind::Scalar(_) | Kind::Map(_) => std::slice::from_ref(node),
            Kind::Null | Kind::List(_) => self.list(node, what).unwrap_or_default(),
        };
        nodes
            .iter()
            .filter_map(|node| self.annex(node, what, all))
            .collect()
    }

    fn annex(&mut self, node: &Node, what: &str, all: &mut Gathered) -> Option<Annex> {
        if !matches!(node.kind, Kind::Map(_)) {
            let name = self.wording_node(node, what, WordingKind::Line)?;
            return Some(Annex::named(name, node.place));
        }
        let known = self.known(node, schema::ANNEX, what);
        let name = known.iter().find(|one| one.key == "name");
        let Some(name) = name.and_then(|one| self.wording(one.entry, WordingKind::Line)) else {
            let hint = Text::new(
                "附件要写 名称: …；名称后面可以写 正文、分项、指标表 或 文件",
                "give it a `name: …`; body, items, figure_table or file may follow",
            );
            self.missing(node.place, "名称", "name", hint);
            return None;
        };
        let mut annex = Annex::named(name, node.place);
        for one in known {
            let entry = one.entry;
            match one.key {
                "body" => annex.item.body = self.wording(entry, WordingKind::Rich),
                "form" => annex.item.form = self.choice(entry, super::choices::FORM),
                "items" => {
                    let what = entry.name.text.as_str();
                    annex.item.items = self.items(&entry.value, what, &annex.item.path, all);
                }
                "figure_table" => annex.table = self.plain_of(entry),
                "file" => annex.file = self.plain_of(entry),
                _ => {}
            }
        }
        Some(annex)
    }
}

/// The tables that annexes print must be there.
pub fn tables_exist(reader: &mut Reader<'_>, report: &Report) {
    let annexes = report.fields.iter().flat_map(|field| match &field.value {
        FieldValue::Annexes(annexes) => annexes.as_slice(),
        _ => &[],
    });
    for table in annexes.filter_map(|annex| annex.table.as_ref()) {
        let names = || report.tables.iter().map(|t| t.name.value.as_str());
        if names().any(|name| name == table.value) {
            continue;
        }
        let message = Text::new(
            format!("没有名叫“{}”的指标表", table.value),
            format!("there is no figure table \"{}\"", table.value),
        );
        let hint = match nearest(&table.value, names()) {
            Some(near) => Text::new(
                format!("是不是“{near}”？"),
                format!("did you mean \"{near}\"?"),
            ),
            None => Text::new(
                format!("请在“指标表”里写上“{}”", table.value),
                format!("give \"{}\" under `figure_tables`", table.value),
            ),
        };
        reader.push(Diagnostic::error(&codes::UNKNOWN_NAME, table.place, message).hint(hint));
    }
}
