//! One binary for all tests: one link instead of ten.

mod load;
mod numeral;
