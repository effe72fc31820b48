//! Items below each other: headings with their texts, numbered paragraphs, tables.

use super::items::{Printed, form_name};
use super::sentences::{Words, joined, ordinals, stop};
use super::{figure_chart, figure_table, item_table};
use crate::document::{ChartForm, marks};

/// Headings of items this deep below the first ones, and deeper, stand in the paragraph they belong to: 1. 标题。正文
const RUN_IN_DEPTH: usize = 2;
/// Markdown has six levels of headings.
pub(super) const DEEPEST: usize = 6;

/// Items printed below each other.
pub(super) struct Outline<'a> {
    /// The level of the first headings.
    pub top: usize,
    /// What stands before causes, owners and so on.
    pub words: &'a Words,
    /// What was printed so far.
    pub text: String,
}

/// How the items of one list are printed.
pub(super) struct Manner {
    /// The English name of the 形式.
    pub form: &'static str,
    /// The caption (表题), should it be a table; marked.
    pub caption: Option<String>,
}

impl Outline<'_> {
    pub(super) fn items(&mut self, items: &[Printed<'_>], level: usize, manner: &Manner) {
        let form = manner.form;
        match form {
            "ordinals" => self.block(&ordinals(items, self.words)),
            "table" => {
                let caption = manner.caption.clone();
                self.block(&item_table::print(items, self.words, caption));
            }
            drawn if let Some(chart) = ChartForm::named(drawn) => {
                let numbered = Manner {
                    form: "numbered",
                    caption: None,
                };
                self.items(items, level, &numbered);
                let caption = manner.caption.clone();
                self.text
                    .push_str(&figure_chart::of_items(items, chart, caption));
            }
            _ => {
                // One item alone has no number.
                let untitled = items.iter().filter(|i| i.title.is_none()).count();
                let mut number = (untitled > 1).then_some(0);
                for item in items {
                    self.item(item, level, form, &mut number);
                }
            }
        }
    }

    fn item(&mut self, item: &Printed<'_>, level: usize, form: &str, number: &mut Option<u32>) {
        let body = self.words.body(item);
        match (&item.title, &body) {
            (Some(title), body) if form == "numbered" => {
                let runs_in = level >= self.top + RUN_IN_DEPTH && body.is_some();
                let class = if runs_in { " {.接排}" } else { "" };
                let hashes = "#".repeat(level);
                self.block(&format!("{}{hashes} {title}{class}", item.mark));
                body.iter().for_each(|b| self.block(b));
            }
            (None, Some(body))
                if let Some(number) = number
                    && form == "numbered" =>
            {
                *number += 1;
                let marker = format!("{number}. ");
                let body = body.trim_end_matches('\n');
                let body = marks::indent(body, &" ".repeat(marker.len()));
                self.block(&format!("{}{marker}{body}", item.mark));
            }
            (Some(_), _) => {
                let text = joined(item, body.as_deref());
                self.block(&(text + stop()));
            }
            (None, Some(body)) => self.block(body),
            (None, None) => {}
        }
        let own = item.form.and_then(|f| form_name(Some(f)).ok());
        if item.items.is_empty() {
            // Without 分项 the table or chart is that of the item's own figures.
            match own.and_then(ChartForm::named) {
                Some(chart) => self.text.push_str(&figure_chart::of_item(item, chart)),
                None if own == Some("table") => self.text.push_str(&figure_table::of_item(item)),
                None => {}
            }
            return;
        }
        let below = (level + 1).min(DEEPEST);
        let manner = Manner {
            form: own.unwrap_or("numbered"),
            caption: item.caption.as_deref().map(str::to_owned),
        };
        self.items(&item.items, below, &manner);
    }

    fn block(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.push_str(text.trim_end_matches('\n'));
            self.text.push_str("\n\n");
        }
    }
}
