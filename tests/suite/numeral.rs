//! Chinese numerals.

use zongjie::numeral::{by_digit, chinese};

#[test]
fn ordinals_are_written_as_people_write_them() {
    let cases = [
        (0, "〇"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (12_345, "一二三四五"),
    ];
    for (n, text) in cases {
        assert_eq!(chinese(n), text);
    }
    assert_eq!(by_digit(2026), "二〇二六");
}
