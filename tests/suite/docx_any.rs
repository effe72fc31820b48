//! The DOCX writer on documents nobody would write.

use crate::docx_package::{body, draft_of, final_of, parts, printed};
use crate::docx_sample::{block, document, figure, paragraph, text};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};
use zongjie::diag::Sources;
use zongjie::document::{
    Block, BlockKind, Cell, Chart, ChartForm, Heading, Inline, Label, Language, Number, Role, Table,
};

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        ".{0,12}".prop_map(|any| text(&any)),
        (".{0,80}", ".{0,12}", any::<bool>()).prop_map(|(path, printed, pending)| figure(
            &Sources::new(),
            &path,
            &printed,
            pending
        )),
        Just(Inline::Break),
    ];
    let inline = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Inline::Strong),
            vec(inner.clone(), 0..3).prop_map(Inline::Emphasis),
            (".{0,12}", vec(inner, 0..3))
                .prop_map(|(target, content)| Inline::Link { target, content }),
        ]
    });
    vec(inline, 0..4)
}

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    vec(inlines().prop_map(|content| Cell { content }), 0..4)
}

fn a_heading() -> impl Strategy<Value = BlockKind> {
    let number = proptest::option::of((any::<u32>(), 0..3_u32));
    let words = (inlines(), proptest::option::of(inlines()));
    (any::<u8>(), any::<u8>(), number, words).prop_map(|(level, rank, number, words)| {
        BlockKind::Heading(Heading {
            level,
            rank,
            number: number.map(|(ordinal, series)| Number { ordinal, series }),
            content: words.0,
            run_in: words.1,
        })
    })
}

fn a_block() -> impl Strategy<Value = Block> {
    let role = proptest::sample::select(vec![
        Role::Title,
        Role::Subtitle,
        Role::Salutation,
        Role::Body,
        Role::Signature,
        Role::Date,
        Role::Caption,
        Role::ChartCaption,
        Role::AnnexList,
        Role::AnnexMark,
        Role::UnitLine,
        Role::Note,
    ]);
    let label = prop_oneof![Just(Label::Bullet), any::<u64>().prop_map(Label::Number)];
    prop_oneof![
        a_heading(),
        (role, inlines()).prop_map(|(role, content)| BlockKind::Paragraph { role, content }),
        (label, any::<u8>(), inlines()).prop_map(|(label, depth, content)| {
            BlockKind::ListItem {
                label,
                depth,
                content,
            }
        }),
        (cells(), vec(cells(), 0..3)).prop_map(|(header, rows)| {
            BlockKind::Table(Table {
                columns: Vec::new(),
                header,
                rows,
            })
        }),
        (cells(), vec(cells(), 0..3), inlines(), 0..3_usize).prop_map(
            |(header, rows, unit, form)| {
                BlockKind::Chart(Chart {
                    form: ChartForm::ALL[form],
                    unit,
                    data: Table {
                        columns: Vec::new(),
                        header,
                        rows,
                    },
                })
            }
        ),
        inlines().prop_map(|content| BlockKind::Quote { content }),
        ".{0,12}".prop_map(|text| BlockKind::Code { text }),
        Just(BlockKind::Rule),
    ]
    .prop_map(block)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_as_it_went_in(pieces in vec("[^\\p{Cc}\u{fffe}\u{ffff}]{0,20}", 1..6)) {
        let expected: String = pieces.concat();
        let content: Vec<Inline> = pieces
            .iter()
            .enumerate()
            .map(|(index, piece)| match index % 3 {
                0 => text(piece),
                1 => Inline::Strong(vec![text(piece)]),
                _ => Inline::Emphasis(vec![text(piece)]),
            })
            .collect();
        let package = final_of(&document(vec![paragraph(Role::Body, content)]));
        prop_assert_eq!(printed(&body(&package)), format!("{expected}\n"));
    }

    #[test]
    fn every_document_becomes_a_package_of_well_formed_parts(blocks in vec(a_block(), 0..8), english in any::<bool>()) {
        let mut document = document(blocks);
        if english {
            document.language = Language::English;
        }
        for package in [final_of(&document), draft_of(|_| document.clone())] {
            for (name, content) in parts(&package) {
                printed(&content);
                prop_assert_eq!(content.contains("\u{0}"), false, "{}", name);
            }
        }
    }
}
