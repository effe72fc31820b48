//! The tree of a report to the model. Nothing stops at the first mistake: every one is reported, and what can be read
//! is read.

mod annexes;
mod arithmetic;
pub mod choices;
mod figures;
mod maps;
mod plans;
mod report;
mod sections;
mod tables;
mod values;

pub use maps::Known;
pub use report::{Frame, report};
pub use values::Reader;
