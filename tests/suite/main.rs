//! One binary for all tests: one link instead of ten.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, also where tests share code"
)]

mod any_text;
mod architecture;
mod cli;
mod html;
mod markdown;
mod markdown_read_back;
mod messages;
mod numbering;
mod numeral;
mod shell;
mod tree;
