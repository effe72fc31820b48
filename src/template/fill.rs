//! What templates print without the engine: it is put where the engine left the mark that stands for it.

use super::direct::Print;
use super::engine::{MAX_OUTPUT, push_number, push_text};
use super::state;
use super::view::View;
use crate::document::marks;

/// What a figure or a field mostly prints, in bytes.
const USUAL: usize = 48;

impl View<'_> {
    /// A rendered text with everything in its place. `None` when something cannot be printed.
    pub(super) fn filled(&self, text: &str, prints: &[Print]) -> Option<String> {
        let mut out = String::with_capacity(text.len() + USUAL * prints.len());
        marks::push_filled(&mut out, text, |out, number| {
            self.push(out, prints.get(number as usize)?)?;
            (out.len() <= MAX_OUTPUT).then_some(())
        })?;
        (out.len() <= MAX_OUTPUT).then_some(out)
    }

    fn push(&self, out: &mut String, print: &Print) -> Option<()> {
        match print {
            Print::Figure(shown) => {
                if let Err(why) = state::push_figure(out, self.facts, shown) {
                    out.push_str(&state::failure(why));
                }
                Some(())
            }
            Print::Number(id) => push_number(out, *id),
            Print::Field(name) => push_text(out, &self.value(name)?),
        }
    }
}
