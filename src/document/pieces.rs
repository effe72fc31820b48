//! Long Markdown cut into pieces that can be read by themselves.

use crate::bytes::{first, places};
use std::ops::Range;

/// Shorter pieces are not worth a thread.
const SHORTEST: usize = 1 << 15;

/// Consecutive pieces of a Markdown text, which together say what the text as a whole says.
///
/// A text is cut behind a blank line, before a line that begins with `#`, mostly a heading: whatever was open ends there,
/// but for code between fences and HTML. Texts with those, or with targets of links apart from the links, stay whole.
pub(super) fn pieces(markdown: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    if markdown.len() >= 2 * SHORTEST && !reaches_far(markdown) {
        for blank in places(markdown, "\n\n#") {
            let cut = blank + 2;
            if cut - start >= SHORTEST && markdown.len() - cut >= SHORTEST {
                pieces.push(start..cut);
                start = cut;
            }
        }
    }
    pieces.push(start..markdown.len());
    pieces
}

/// Whether something in a text may mean another thing than it would without what stands far from it.
fn reaches_far(markdown: &str) -> bool {
    let holds = |word: &str| places(markdown, word).next().is_some();
    first(markdown, b'<').is_some() || ["```", "~~~", "]:"].into_iter().any(holds)
}
