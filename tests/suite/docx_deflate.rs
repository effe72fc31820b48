//! Parts as they are compressed, read back by a decompressor that knows nothing of ours.

use flate2::read::DeflateDecoder;
use proptest::prelude::*;
use std::io::Read;
use zongjie::writers::docx::deflate;

/// What a reader makes of a part. It refuses codes that leave something over, and ends that come too soon.
fn inflated(text: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    deflate(text, &mut packed);
    let mut out = Vec::new();
    let read = DeflateDecoder::new(packed.as_slice()).read_to_end(&mut out);
    assert!(read.is_ok(), "{read:?}");
    out
}

#[test]
fn repeats_of_all_lengths_come_back_from_near_and_far() {
    for length in (0..300).chain([514, 515, 516, 517, 600]) {
        for distance in [1, 2, 3, 4, 5, 7, 8, 9, 300, 32_767, 32_768, 32_769, 40_000] {
            let byte = |at: usize| b'!' + (at % distance % 89) as u8;
            let text: Vec<u8> = (0..distance + length).map(byte).collect();
            assert!(inflated(&text) == text, "{length} {distance}");
        }
    }
}

#[test]
fn a_body_gets_smaller_than_its_letters() {
    let paragraph = "<w:p><w:r><w:t>全年完成投资，同比增长。</w:t></w:r></w:p>";
    let text = paragraph.repeat(100);
    let mut packed = Vec::new();
    deflate(text.as_bytes(), &mut packed);
    assert!(
        packed.len() * 10 < text.len(),
        "{} of {}",
        packed.len(),
        text.len()
    );
}

proptest! {
    #[test]
    fn any_bytes_come_back(text in proptest::collection::vec(any::<u8>(), 0..3000)) {
        prop_assert_eq!(inflated(&text), text);
    }

    #[test]
    fn any_markup_and_text_comes_back(
        pieces in proptest::collection::vec("<w:t>|</w:t></w:r>|一年来|[0-9]{1,4}|.{0,9}", 0..400)
    ) {
        let text = pieces.concat();
        prop_assert_eq!(inflated(text.as_bytes()), text.as_bytes());
    }
}
