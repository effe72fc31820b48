//! One writer for each format: a document and options in, bytes out. Pure: same in, same out.

pub mod docx;
