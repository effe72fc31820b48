//! One binary for all tests: one link instead of ten.

mod figures;
mod figures_phrases;
mod figures_random;
mod figures_reading;
mod numeral;
