//! Reading what other programs wrote: spreadsheets. Pure: bytes in, what they say out.

mod number;
pub mod xlsx;
