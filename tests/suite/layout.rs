//! Profiles and the arithmetic of the page.

use zongjie::layout::{
    Chars, ClosingIndents, ClosingRule, FontSet, NumberForm, Numbering, Twips, Typeface,
    closing_indents, text_width,
};
use zongjie::load::layouts::{built_in, profile};

#[test]
fn every_profile_is_found_by_each_of_its_names_and_no_name_is_taken_twice() {
    let mut names = Vec::new();
    for known in built_in() {
        for name in &known.names {
            assert_eq!(profile(name).as_ref(), Some(&known));
            assert!(!names.contains(name), "{name}");
            names.push(name.clone());
        }
    }
    assert_eq!(profile("公文书"), None);
}

#[test]
fn the_official_page_holds_22_lines_of_28_characters_in_156_by_225_millimetres() {
    let official = profile("公文").unwrap();
    let page = &official.page;
    let height = page.height - page.top - page.bottom;
    let lines = height.0 / page.line_pitch.0;
    assert_eq!(lines, 22);
    assert_eq!(page.text_width().0 / official.body.pitch().0, 28);
    // 1 mm is 56.69 twips.
    assert!((page.text_width().0 * 100 / 5669 - 156).abs() <= 1);
    assert!((height.0 * 100 / 5669 - 225).abs() <= 1);
}

#[test]
fn a_date_begins_two_characters_right_of_a_longer_signature() {
    let date = text_width("2026年6月9日");
    assert_eq!(date, Chars(600));
    let office = text_width("某市工业园区管理委员会");
    let indents = closing_indents(ClosingRule::WithoutSeal, office, date);
    let begin = |right: Chars, width: Chars| -(right.0 + width.0);
    assert_eq!(indents.signature, Chars(200));
    assert_eq!(
        begin(indents.date, date) - begin(indents.signature, office),
        200
    );
}

#[test]
fn a_short_name_moves_left_so_that_the_date_stays_two_characters_from_the_edge() {
    let indents = closing_indents(ClosingRule::WithoutSeal, Chars(300), Chars(600));
    assert_eq!(
        indents,
        ClosingIndents {
            signature: Chars(700),
            date: Chars(200)
        }
    );
}

#[test]
fn with_a_seal_the_signature_is_centred_on_the_date() {
    let indents = closing_indents(ClosingRule::WithSeal, Chars(1000), Chars(600));
    assert_eq!(indents.date, Chars(400));
    assert_eq!(indents.signature, Chars(200));
}

#[test]
fn decimal_numbers_name_the_headings_above() {
    let forms = [NumberForm::Decimal; 4];
    let mut numbering = Numbering::new(&forms);
    // Rank and ordinal of each heading, and its number as printed; one alone has none and its children take its rank.
    let headings = [
        (1, Some(1), "1."),
        (2, Some(1), "1.1"),
        (3, Some(1), "1.1.1"),
        (3, Some(2), "1.1.2"),
        (2, Some(2), "1.2"),
        (1, Some(2), "2."),
        (2, None, ""),
        (2, Some(1), "2.1"),
        (0, None, ""),
        (1, Some(1), "1."),
        (2, Some(1), "1.1"),
    ];
    for (rank, ordinal, number) in headings {
        assert_eq!(numbering.next(rank, ordinal), number);
    }
}

#[test]
fn lengths_in_characters_become_lengths_on_paper() {
    let official = profile("公文").unwrap();
    assert_eq!(Chars::whole(2).twips(official.body.pitch()), Twips(630));
}

#[test]
fn every_font_set_is_found_by_name_and_has_a_substitute_for_every_typeface() {
    for (name, set) in [
        ("国标", FontSet::National),
        ("Windows", FontSet::Windows),
        ("方正", FontSet::Founder),
    ] {
        assert_eq!(FontSet::named(name), Some(set));
    }
    for set in FontSet::ALL {
        for typeface in Typeface::CHINESE {
            let face = set.face(typeface);
            assert_ne!(face.name, face.substitute, "{typeface:?}");
        }
    }
}
