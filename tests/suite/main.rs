//! One binary for all tests: one link instead of ten.

mod numeral;
