//! Rendered text becomes the document: the ids in its marks mean figures of this report.

use super::Rendered;
use super::state::{self, Mark};
use crate::diag::{Findings, Sources, Text};
use crate::document::{self, Document, Key, Printed, Reading};
use crate::figures::{ASPECTS, Arguments, Aspect, Facts};
use crate::model::{FieldValue, Report};

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
                        aspect,
                        place: figure.map(|f| f.place),
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

fn unknown() -> Text {
    Text::new("无法印出", "it cannot be printed")
}

fn author(report: &Report) -> String {
    let filled = |name: &&str| match &report.field(name)?.value {
        FieldValue::Plain(text) => Some(text.value.clone()),
        _ => None,
    };
    AUTHORS.iter().find_map(filled).unwrap_or_default()
}
