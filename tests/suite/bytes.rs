//! Searching many bytes at a time finds what searching one by one does.

use proptest::prelude::*;
use zongjie::bytes::{each, first, first_of_three, first_of_two, first_where, place, places, utf8};

/// Texts of few letters, so that they hold each other.
fn few() -> impl Strategy<Value = String> {
    "[一乙,，a\n]{0,40}"
}

proptest! {
    #[test]
    fn a_text_is_found_where_it_stands_first(text in few(), wanted in "[一乙,，a\n]{0,7}") {
        prop_assert_eq!(place(&text, &wanted), text.find(&wanted));
    }

    #[test]
    fn a_long_part_of_a_text_is_found(text in "[一乙,，a]{20,60}", from in 0_usize..20, length in 0_usize..40) {
        let part: String = text.chars().skip(from).take(length).collect();
        prop_assert_eq!(place(&text, &part), text.find(&part));
        let other = format!("{part}丙");
        prop_assert_eq!(place(&text, &other), None);
    }

    #[test]
    fn a_word_is_found_wherever_it_stands(text in few(), word in "[一乙,，a\n]{1,3}") {
        let all: Vec<usize> = text.match_indices(&word).map(|(at, _)| at).collect();
        prop_assert_eq!(places(&text, &word).collect::<Vec<_>>(), all);
    }

    #[test]
    fn bytes_are_found_where_they_stand_first(text in few()) {
        prop_assert_eq!(first(&text, b'a'), text.find('a'));
        let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).collect();
        prop_assert_eq!(each(&text, b',').collect::<Vec<_>>(), commas);
        prop_assert_eq!(first_of_two(&text, [b',', b'a']), text.find([',', 'a']));
        prop_assert_eq!(first_of_three(&text, [b',', b'a', b'\n']), text.find([',', 'a', '\n']));
    }

    #[test]
    fn pairs_of_bytes_are_found_where_they_stand_first(text in few(), long in "[一乙,a\n]{0,60}") {
        for text in [text, long] {
            let is_it = |b: u8, next: u8| (b == b',') & (next == b'a' || next == 0);
            let behind = |at: usize| text.as_bytes().get(at + 1).copied().unwrap_or(0);
            let found = text.bytes().enumerate().position(|(at, b)| is_it(b, behind(at)));
            prop_assert_eq!(first_where(&text, is_it), found);
        }
    }

    #[test]
    fn what_is_no_text_is_told(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(utf8(&bytes), std::str::from_utf8(&bytes).ok());
    }
}
