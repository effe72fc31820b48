//! The slips of people who type YAML with a Chinese keyboard, each met with the line as it should be typed.
//!
//! [`lines`] reads the raw lines of a file that the parser refused. [`tree`] looks at what the parser accepted and
//! people did not mean, and mends the tree, so that one slip does not show as three. [`misfit`] explains a value of
//! the wrong kind.

mod faults;
mod flow;
mod lines;
mod misfit;
mod tree;

pub use faults::unclosed;
pub use lines::lines;
pub use misfit::misfit;
pub use tree::mend;

use crate::model::schema;

/// The white space at the beginning of a line.
fn indent_of(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_whitespace());
    line.get(..line.len() - rest.len()).unwrap_or_default()
}

/// Whether a text before a colon is a key of a report, in either language.
fn is_known(key: &str) -> bool {
    schema::is_known(key.trim())
}
