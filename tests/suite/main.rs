//! One binary for all tests: one link instead of ten.

mod docx;
mod docx_sample;
mod golden;
mod html;
mod layout;
mod load;
mod load_random;
mod load_traps;
mod markdown;
mod markdown_read_back;
mod messages;
mod numbering;
mod numeral;
mod punctuate;
mod tree;
