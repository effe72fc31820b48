//! Lists beside the text: relations to check (核对), plans of the period before (上期计划), silenced findings (忽略).

use super::Reader;
use crate::diag::Text;
use crate::load::node::{Entry, Kind};
use crate::model::schema;
use crate::model::{Assertion, Ignore, LastPlan, WordingKind};

impl Reader<'_> {
    /// 核对: maps, or just formulas.
    pub fn assertions(&mut self, entry: &Entry) -> Vec<Assertion> {
        let what = entry.name.text.as_str();
        let nodes = self.list(&entry.value, what).unwrap_or_default();
        let mut out = Vec::new();
        for node in nodes {
            let (mut formula, mut range, mut note) = (None, None, None);
            if node.text().is_some() {
                formula = self.plain(node, what);
            } else {
                for one in self.known(node, schema::ASSERTION, what) {
                    match one.key {
                        "formula" => formula = self.plain_of(one.entry),
                        "range" => range = self.range(one.entry),
                        _ => note = self.plain_of(one.entry),
                    }
                }
            }
            match formula {
                Some(formula) => out.push(Assertion {
                    formula,
                    range,
                    note,
                }),
                None if matches!(node.kind, Kind::Map(_)) => {
                    let hint =
                        Text::new("例如 式: 甲 + 乙 = 丙", "for example `formula: a + b = c`");
                    self.missing(node.place, "式", "formula", hint);
                }
                None => {}
            }
        }
        out
    }

    /// 上期计划: maps, or just the matters.
    pub fn last_plans(&mut self, entry: &Entry) -> Vec<LastPlan> {
        let what = entry.name.text.as_str();
        let nodes = self.list(&entry.value, what).unwrap_or_default();
        let mut out = Vec::new();
        for node in nodes {
            let (mut matter, mut outcome, mut note) = (None, None, None);
            if node.text().is_some() {
                matter = self.wording_node(node, what, WordingKind::Line);
            } else {
                for one in self.known(node, schema::LAST_PLAN, what) {
                    match one.key {
                        "matter" => matter = self.wording(one.entry, WordingKind::Line),
                        "outcome" => outcome = self.untagged_of(one.entry),
                        _ => note = self.wording(one.entry, WordingKind::Rich),
                    }
                }
            }
            match matter {
                Some(matter) => out.push(LastPlan {
                    place: node.place,
                    matter,
                    outcome,
                    note,
                }),
                None if matches!(node.kind, Kind::Map(_)) => {
                    let hint = Text::new("请写 事项: …", "give it a `matter: …`");
                    self.missing(node.place, "事项", "matter", hint);
                }
                None => {}
            }
        }
        out
    }

    /// 忽略: each with its check and the reason.
    pub fn ignored(&mut self, entry: &Entry) -> Vec<Ignore> {
        let nodes = self
            .list(&entry.value, &entry.name.text)
            .unwrap_or_default();
        let mut out = Vec::new();
        for node in nodes {
            let (mut check, mut text, mut reason) = (None, None, None);
            for one in self.known(node, schema::IGNORE, &entry.name.text) {
                match one.key {
                    "check" => check = self.plain_of(one.entry),
                    "text" => text = self.plain_of(one.entry),
                    _ => reason = self.plain_of(one.entry),
                }
            }
            reason = reason.filter(|reason| !reason.value.trim().is_empty());
            if !matches!(node.kind, Kind::Map(_)) {
                continue;
            }
            let hint = Text::new(
                "忽略写作 {检查: …, 文字: …, 理由: …}",
                "write `{check: …, text: …, reason: …}`",
            );
            if check.is_none() {
                self.missing(node.place, "检查", "check", hint.clone());
            }
            if reason.is_none() {
                self.missing(node.place, "理由", "reason", hint);
            }
            if let (Some(check), Some(reason)) = (check, reason) {
                out.push(Ignore {
                    check,
                    text,
                    reason,
                });
            }
        }
        out
    }
}
