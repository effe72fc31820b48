//! Whatever the words: nothing panics, and what is told of them is in them.

use crate::docx_package::official;
use crate::markdown::FORMS;
use crate::tree::{document, figure, paragraph, strong, text};
use proptest::prelude::*;
use zongjie::diag::render::{Language, text as messages};
use zongjie::diag::{Diagnostic, Place, Source, Sources, Text, codes};
use zongjie::document::{FullText, characters, numbers};
use zongjie::writers::docx::pages;
use zongjie::writers::html;

/// Texts in which dates, units and digits of both widths meet far more often than by chance.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9０-９.,，—年月日号/\\-%万亿元a-zA-Z 　]{0,12}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn numbers_stand_in_the_text(a in words(), b in words(), c in words()) {
        let document = document(vec![paragraph(vec![
            text(&a),
            strong(&b),
            figure("f", "value", "9亿元"),
            text(&c),
        ])]);
        let whole = format!("{a}{b}9亿元{c}");
        let found = numbers(&document, &Sources::new());
        prop_assert_eq!(found.iter().filter(|n| n.key.is_some()).count(), 1);
        let mut rest = whole.as_str();
        for number in found {
            let at = rest.find(&number.text);
            prop_assert!(at.is_some(), "{} is not in {rest}", number.text);
            rest = &rest[at.unwrap_or(0) + number.text.len()..];
        }
        let text = FullText::of(&document);
        let length = characters(&text.words(), document.language);
        prop_assert!(length <= whole.chars().count());
        prop_assert!(pages(&document, official()) >= 1);
        prop_assert!(html::write(&document, FORMS).ends_with("</html>\n"));
    }

    #[test]
    fn findings_print_at_any_place(content in any::<String>(), start in 0..40usize, length in 0..40usize) {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("r.yaml", content));
        let place = Place::new(id, start, start + length);
        let finding = Diagnostic::error(&codes::BAD_VALUE, place, Text::new("甲", "a"));
        let shown = messages::finding(&finding, &sources, Language::English);
        prop_assert!(shown.starts_with("r.yaml:"));
    }
}
