//! One binary for all tests: one link instead of ten.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, also where tests share code"
)]

mod annexes;
mod any_text;
mod architecture;
mod batch;
mod batch_rosters;
mod bytes;
mod charts;
mod check_command;
mod check_sizes;
mod check_text_random;
mod checks;
mod cli;
mod docx;
mod docx_any;
mod docx_deflate;
mod docx_package;
mod docx_pages;
mod docx_ready;
mod docx_sample;
mod editor_schema;
mod figures;
mod figures_edges;
mod figures_phrases;
mod figures_random;
mod figures_reading;
mod genres;
mod golden;
mod html;
mod layout;
mod layout_profiles;
mod layout_title;
mod load;
mod load_files;
mod load_random;
mod load_traps;
mod markdown;
mod markdown_read_back;
mod messages;
mod mistakes;
mod numbering;
mod numeral;
mod pages_rendered;
mod program;
mod proof_report;
mod provenance;
mod provenance_any;
mod punctuate;
mod read_back;
mod readme_figures;
mod readme_output;
mod relations;
mod relations_random;
mod round_trip;
mod same_words;
mod samples;
mod sections;
mod seeds;
mod shell;
mod shortcuts;
mod shown;
mod slips;
mod sound_package;
mod template_manual;
mod template_mistakes;
mod templates_command;
mod tree;
mod verdicts;
mod walk;
mod watching;
mod wording;
mod wording_random;
