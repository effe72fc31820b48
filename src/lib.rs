//! zongjie (总结) drafts periodic work summaries: figures and work items from YAML, wording from Markdown templates,
//! DOCX and Markdown out.
//!
//! # The way of the data
//! ```text
//! report.yaml + data/*.yaml ─load─▶ Report ─derive─▶ growth, sums, shares, completion
//! template ─prepare─▶ render ─▶ Markdown with marks ─parse─▶ Document: every block knows its source line,
//!                                                             every printed figure its key
//! facts + document ─check─▶ findings
//! Document + layout ─write─▶ markdown · docx · html
//! ```
//! [`pipeline`] names these stages in this order and nothing else; the commands call it. Start reading there.

pub mod batch;
pub mod beside;
pub mod bytes;
pub mod checks;
pub mod commands;
pub mod diag;
pub mod digest;
pub mod document;
pub mod figures;
pub mod language;
pub mod layout;
pub mod load;
pub mod look;
pub mod model;
pub mod numeral;
pub mod office;
pub mod pipeline;
pub mod saving;
pub mod template;
pub mod world;
pub mod writers;
