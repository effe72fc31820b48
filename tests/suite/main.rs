//! One binary for all tests: one link instead of ten.

mod cli;
mod html;
mod markdown;
mod markdown_read_back;
mod messages;
mod numbering;
mod numeral;
mod shell;
mod tree;
