//! One binary for all tests: one link instead of ten.

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
mod shown;
mod tree;
