//! How a page looks: lengths, fonts, numbering, profiles. Knows no content.

mod numbering;

pub use numbering::NumberForm;
