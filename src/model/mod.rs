//! What the user wrote: facts, each with the place it came from. No input or output, and no text for people but the
//! explanations of what could not be read.

mod date;
mod figure;
mod genre;
mod growth;
mod period;
mod quantity;
mod report;
pub mod schema;
mod text;
mod unit;

pub use date::Date;
pub use figure::{Figure, FigureId, Partition, Rank, Share, Status};
pub use genre::{Genre, GenreField};
pub use growth::Growth;
pub use period::Period;
pub use quantity::{Approximation, Quantity};
pub use report::{
    Assertion, Field, FieldValue, FigureTable, Form, Ignore, Item, LastPlan, Length, Position,
    Report, Section, SectionKind,
};
pub use text::{Language, Located, Parsed, Wording, WordingKind};
pub use unit::{Dimension, Unit};
