//! The numbers of headings, written out the same in every format.

use crate::document::{Heading, Language};
use crate::layout::NumberForm;

/// The numbers of headings while a document is written from its beginning to its end.
pub struct Numbers<'a> {
    forms: &'a [NumberForm],
    language: Language,
    /// The numbers of the headings above and of the last one itself, 0 for a rank without one.
    path: Vec<u32>,
}

impl<'a> Numbers<'a> {
    /// Numbers in these forms, the first for the first rank; ranks below the last form take the last.
    pub fn new(forms: &'a [NumberForm], language: Language) -> Self {
        Self {
            forms,
            language,
            path: Vec::new(),
        }
    }

    /// The number of the next heading as printed before its words; empty for one without a number.
    pub fn next(&mut self, heading: &Heading) -> String {
        let above = usize::from(heading.rank).saturating_sub(1);
        self.path.resize(above, 0);
        let form = self.forms.get(above).or(self.forms.last());
        let (Some(number), Some(form)) = (heading.number, form) else {
            return String::new();
        };
        self.path.push(number.ordinal);
        let path: Vec<u32> = self.path.iter().copied().filter(|n| *n > 0).collect();
        let mut text = form.text(&path);
        if self.language == Language::English && !text.is_empty() {
            text.push(' ');
        }
        text
    }
}
