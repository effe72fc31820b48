//! Rendered text becomes the document: the ids in its marks mean figures of this report.

use super::Rendered;
use super::state::{self, Mark};
use crate::diag::{Findings, Place, Sources, Text};
use crate::document::{self, Document, Key, Printed, Reading};
use crate::figures::{ASPECTS, Arguments, Aspect, Facts};
use crate::model::{FieldValue, Figure, Growth, Located, Quantity, Report};

/// Who stands for the report: the first of these that is filled in.
const AUTHORS: &[&str] = &["signature", "organisation", "name"];

impl Rendered {
    /// The document of this text. What could not be printed, and Markdown that a document cannot hold, become findings.
    pub fn read(&self, facts: &Facts, sources: &Sources, findings: &mut Findings) -> Document {
        let figure = |id| self.printed(id, facts);
        let reading = Reading {
            sources,
            figure: &figure,
        };
        let language = facts.report.language;
        let mut document = document::parse(&self.text, language, &reading, findings);
        document.author = author(&facts.report);
        document
    }

    fn printed(&self, id: u32, facts: &Facts) -> Printed {
        match state::decode(id) {
            Mark::Figure(id, aspect, provisional) => {
                let figure = facts.report.figure(id);
                let path = figure.map_or("", |f| f.key.as_str()).into();
                let aspect = ASPECTS.get(aspect).map_or("value", |a| a.en);
                Printed::Figure(
                    Key {
                        path,
                        number: id.0,
                        aspect,
                        place: figure.map(|f| place(f, aspect)),
                    },
                    provisional,
                )
            }
            Mark::Bare(id) => {
                let phrase = facts.phrase(
                    id,
                    Aspect::Value,
                    &Arguments::default(),
                    facts.report.language,
                );
                Printed::Failure(phrase.err().unwrap_or_else(unknown))
            }
            Mark::Failure(number) => {
                Printed::Failure(self.failures.get(number).cloned().unwrap_or_else(unknown))
            }
        }
    }
}

/// Where that which an aspect prints was typed: a data file or `--set` may have put a value over the report's own. A
/// computed figure has only the place of its name.
fn place(figure: &Figure, aspect: &str) -> Place {
    let quantity = |q: &Option<Located<Quantity>>| q.as_ref().map(|q| q.place);
    let growth = |g: &Option<Located<Growth>>| g.as_ref().map(|g| g.place);
    let own = match aspect {
        "growth" => growth(&figure.growth),
        "growth_on_period" => growth(&figure.growth_on_period),
        "target" => quantity(&figure.target),
        "last_year" => quantity(&figure.last_year),
        "last_period" => quantity(&figure.last_period),
        "opening" => quantity(&figure.opening),
        _ => None,
    };
    own.or_else(|| quantity(&figure.value))
        .unwrap_or(figure.place)
}

fn unknown() -> Text {
    Text::new("无法印出", "it cannot be printed")
}

fn author(report: &Report) -> String {
    let filled = |name: &&str| match &report.field(name)?.value {
        FieldValue::Plain(text) => Some(text.value.clone()),
        FieldValue::Wording(text) => text.as_name().map(str::to_owned),
        _ => None,
    };
    AUTHORS.iter().find_map(filled).unwrap_or_default()
}
