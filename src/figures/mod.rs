//! Figures: what can be computed from those typed, and how each is put into words. The one place where a figure
//! becomes text.
//!
//! [`derive()`] resolves the names that figures give each other and computes missing values; [`Facts`] answers what
//! follows from them (growth, completion, shares), in exact fractions; [`Facts::phrase`] rounds once and speaks.
//! [`ASPECTS`] and [`TESTS`] are the registries from which templates get their filters and tests.

mod amount;
mod arguments;
mod aspects;
mod derive;
mod facts;
pub mod formula;
mod interval;
mod judgement;
mod measures;
mod movement;
mod names;
mod order;
mod periods;
mod phrase;
mod precision;
mod speech;
mod sums;
mod targets;
mod tell;
mod trends;

pub use amount::Amount;
pub use arguments::{ARGUMENTS, Argument, ArgumentKind, Arguments};
pub use aspects::{ASPECTS, Aspect, AspectInfo};
pub use derive::derive;
pub use facts::{Answer, Fact, Facts, Gap};
pub use formula::Formula;
pub use interval::Interval;
pub use judgement::{FigureTest, TESTS, TestInfo};
pub use movement::{Base, Movement, Trend};
pub use periods::{PeriodNames, date_text, names_of_period, period_names};
pub use phrase::Phrase;
pub use precision::Precision;
pub use sums::{Bound, Mismatch, Operand, Side, Sum, SumKind, Unsure, Verdict};
pub use targets::{Goal, Standing};
pub use trends::{RateMismatch, RateVerdict, TypedRate};
