//! What the user wrote: facts, each with the place it came from. No input or output, and no text for people but the
//! explanations of what could not be read.

mod date;
pub mod describe;
mod exact;
mod figure;
mod genre;
mod growth;
mod number;
mod period;
mod period_read;
mod quantity;
mod report;
pub mod schema;
mod stand_in;
mod text;
mod unit;
mod unit_table;

pub use crate::language::Language;
pub use date::Date;
pub(crate) use date::MONTHS;
pub use exact::{Exact, Rounding};
pub use figure::{Figure, FigureId, Partition, Rank, Share, Status};
pub use genre::{Genre, GenreField, Layer, Part, Phrase};
pub use growth::Growth;
pub use period::{Period, Stretch};
pub(crate) use quantity::approximate;
pub use quantity::{Approximation, Quantity};
pub use report::{
    Annex, Assertion, Field, FieldValue, FigureTable, Form, Ignore, Item, LastPlan, Length,
    Position, Report, Section, SectionKind,
};
pub use rust_decimal::Decimal;
pub use stand_in::{STAND_IN_WORDS, is_stand_in};
pub use text::{Located, Parsed, Wording, WordingKind};
pub use unit::{Dimension, Unit, UnitMeaning, UnitParts};
pub use unit_table::Known as KnownUnit;
