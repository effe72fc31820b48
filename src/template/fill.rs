//! What templates print without the engine: it is put where the engine left the mark that stands for it.

use super::direct::Print;
use super::engine::{MAX_OUTPUT, push_number, push_text};
use super::state;
use super::view::View;
use crate::beside::spread;
use crate::diag::Text;
use crate::document::marks;

/// What a figure or a field mostly prints, in bytes.
const USUAL: usize = 48;

/// As many places are filled on another thread beside this one.
const MANY: usize = 256;

impl View<'_> {
    /// A rendered text with everything in its place. `None` when something cannot be printed.
    pub(super) fn filled(&self, text: &str, prints: &[Print]) -> Option<String> {
        let (before, places) = marks::kept_places(text);
        let mut out = String::with_capacity(text.len() + USUAL * places.len());
        out.push_str(before);
        if places.len() < 2 * MANY {
            self.fill(&mut out, &places, prints, |why| Some(state::failure(why)))?;
            return Some(out);
        }
        let parts = spread(&places, MANY, |part| {
            let length: usize = part.iter().map(|(_, behind)| behind.len() + USUAL).sum();
            let mut out = String::with_capacity(length);
            let done = self.fill(&mut out, part, prints, |_| None);
            (part.len(), done.map(|()| out))
        });
        let mut rest = places.as_slice();
        for (length, done) in parts {
            let (part, behind) = rest.split_at_checked(length)?;
            match done {
                Some(text) => out.push_str(&text),
                // What cannot be printed is noted on this thread.
                None => self.fill(&mut out, part, prints, |why| Some(state::failure(why)))?,
            }
            rest = behind;
        }
        (out.len() <= MAX_OUTPUT).then_some(out)
    }

    /// Appends what is printed in some places, each with what stands behind it.
    fn fill(
        &self,
        out: &mut String,
        places: &[(u32, &str)],
        prints: &[Print],
        failed: impl Fn(Text) -> Option<String>,
    ) -> Option<()> {
        for (number, behind) in places {
            match prints.get(*number as usize)? {
                Print::Figure(shown) => {
                    if let Err(why) = state::push_figure(out, self.facts, shown) {
                        out.push_str(&failed(why)?);
                    }
                }
                Print::Number(id) => push_number(out, self.facts, *id)?,
                Print::Field(name) => push_text(out, &self.value(name)?)?,
            }
            out.push_str(behind);
            if out.len() > MAX_OUTPUT {
                return None;
            }
        }
        Some(())
    }
}
