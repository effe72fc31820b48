//! One binary for all tests: one link instead of ten.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, also where tests share code"
)]

mod any_text;
mod architecture;
mod cli;
mod docx;
mod docx_any;
mod docx_package;
mod docx_sample;
mod figures;
mod figures_phrases;
mod figures_random;
mod figures_reading;
mod golden;
mod html;
mod layout;
mod layout_title;
mod load;
mod load_files;
mod load_random;
mod load_traps;
mod markdown;
mod markdown_read_back;
mod messages;
mod numbering;
mod numeral;
mod provenance;
mod punctuate;
mod shell;
mod shown;
mod tree;
