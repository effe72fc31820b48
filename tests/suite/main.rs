//! One binary for all tests: one link instead of ten.

mod docx;
mod docx_any;
mod docx_package;
mod docx_sample;
mod golden;
mod layout;
mod numeral;
mod punctuate;
