//! Quantities in the model: read, given the unit of their figure, or as a range.

use super::Reader;
use crate::diag::{Diagnostic, Text, codes};
use crate::load::node::{Entry, Kind, Node};
use crate::model::{Figure, Located, Quantity};

impl Reader<'_> {
    /// A quantity as people write it.
    pub fn quantity(&mut self, node: &Node, what: &str) -> Option<Located<Quantity>> {
        if node.text().is_some_and(|text| text.starts_with('｛')) {
            let wanted = Text::new("数值", "a value");
            self.misfit(node, what, &wanted, false);
            return None;
        }
        self.parsed(node, what, Quantity::parse)
    }

    /// Gives the unit of a figure to those of its quantities that have none.
    pub fn apply_unit(&mut self, figure: &mut Figure, unit: &Located<String>) {
        // What the unit means is known only to the reading of quantities.
        let Some(one) = self.accept(Quantity::parse(&format!("1{}", unit.value)), unit.place)
        else {
            return;
        };
        let quantities = [
            &mut figure.value,
            &mut figure.last_year,
            &mut figure.last_period,
            &mut figure.opening,
            &mut figure.target,
        ];
        for quantity in quantities.into_iter().flatten() {
            if quantity.value.unit.name.is_empty() {
                quantity.value.unit = one.unit.clone();
            }
        }
    }

    /// `30—300平方米`, or a list of two quantities; the lower may leave its unit to the upper.
    pub fn range(&mut self, entry: &Entry) -> Option<Located<(Quantity, Quantity)>> {
        let what = entry.name.text.as_str();
        let place = entry.value.place;
        if let Kind::List(ends) = &entry.value.kind {
            let [low, high] = ends.as_slice() else {
                self.no_range(entry);
                return None;
            };
            let low = self.quantity(low, what)?.value;
            let high = self.quantity(high, what)?.value;
            return Some(Located::new(with_unit_of(low, high), place));
        }
        let text = &self.scalar(&entry.value, what)?.text;
        let Some((low, high)) = split_range(text) else {
            self.no_range(entry);
            return None;
        };
        let low = self.accept(Quantity::parse(low), place)?;
        let high = self.accept(Quantity::parse(high), place)?;
        Some(Located::new(with_unit_of(low, high), place))
    }

    fn no_range(&mut self, entry: &Entry) {
        let what = &entry.name.text;
        let message = Text::new(
            format!("“{what}”应为最低到最高"),
            format!("\"{what}\" takes a lowest and a highest value"),
        );
        let hint = Text::new("例如 30—300平方米", "for example `30-300 m2`");
        self.push(Diagnostic::error(&codes::BAD_VALUE, entry.value.place, message).hint(hint));
    }
}

fn with_unit_of(mut low: Quantity, high: Quantity) -> (Quantity, Quantity) {
    if low.unit.name.is_empty() {
        low.unit = high.unit.clone();
    }
    (low, high)
}

/// The two sides of a range; a dash at the very beginning is a minus.
fn split_range(text: &str) -> Option<(&str, &str)> {
    const SIGNS: [char; 8] = ['—', '–', '－', '~', '～', '-', '至', '到'];
    let (at, sign) = text
        .trim()
        .char_indices()
        .skip(1)
        .find(|(_, c)| SIGNS.contains(c))?;
    let text = text.trim();
    let low = text[..at].trim();
    let high = text[at + sign.len_utf8()..]
        .trim_start_matches(['—', '–'])
        .trim();
    (!low.is_empty() && !high.is_empty()).then_some((low, high))
}
