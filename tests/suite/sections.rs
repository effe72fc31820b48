//! Sections and the end of the text: turned pages for wide tables, where the signature stands, what it stays with.

use crate::docx_package::{body, by_lines, final_of, official, parts, values};
use crate::docx_sample::{block, document, heading, paragraph, row, text};
use crate::read_back::{build, bytes};
use zongjie::document::{Alignment, Block, BlockKind, Label, Role, Table};
use zongjie::layout::{ClosingRule, FontSet, Profile, closing_indents, text_width};
use zongjie::world::Memory;
use zongjie::writers::FormatId;
use zongjie::writers::docx::{Options, Shells, write};

fn table(columns: usize, rows: usize) -> Block {
    let cells = |words: &str| row(&vec![words; columns]);
    block(BlockKind::Table(Table {
        columns: vec![Alignment::Natural; columns],
        header: cells("列"),
        rows: vec![cells("1.5"); rows],
    }))
}

fn words(role: Role, words: &str) -> Block {
    paragraph(role, vec![text(words)])
}

/// The body without what is inside tables, paragraph by paragraph.
fn paragraphs(xml: &str) -> Vec<String> {
    let outside: String = xml
        .split("<w:tbl>")
        .map(|piece| piece.split_once("</w:tbl>").map_or(piece, |(_, rest)| rest))
        .collect();
    let pieces = outside.split("<w:p>").skip(1);
    pieces.map(str::to_owned).collect()
}

#[test]
fn a_table_of_many_columns_stands_on_turned_pages_of_its_own() {
    let xml = body(&final_of(&document(vec![
        words(Role::Title, "总结"),
        words(Role::Body, "前文。"),
        words(Role::Caption, "表1　宽表"),
        words(Role::UnitLine, "单位：万元"),
        table(14, 3),
        words(Role::Note, "注：快报数。"),
        words(Role::Body, "后文。"),
    ])));
    assert_eq!(values(&xml, "w:pgSz", "w:w"), ["11906", "16838", "11906"]);
    assert_eq!(values(&xml, "w:pgSz", "w:orient"), ["landscape"]);
    // 订口 up: the margins go round with the sheet.
    let turned = xml.split("w:orient").nth(1).unwrap();
    for (side, twips) in [
        ("top", "1587"),
        ("right", "2098"),
        ("bottom", "1485"),
        ("left", "1984"),
    ] {
        assert_eq!(
            values(turned, "w:pgMar", &format!("w:{side}"))[0],
            twips,
            "{side}"
        );
    }
    let ends: Vec<bool> = paragraphs(&xml)
        .iter()
        .map(|p| p.contains("<w:sectPr>"))
        .collect();
    // 前文 ends the upright pages, the note the turned ones.
    assert_eq!(ends, [false, true, false, false, true, true]);
    assert_eq!(
        values(&xml, "w:tblW", "w:w"),
        ["12756"],
        "as wide as the turned text block"
    );
}

#[test]
fn a_turned_section_that_ends_with_its_table_ends_in_a_paragraph_of_no_height() {
    let xml = body(&final_of(&document(vec![
        words(Role::Body, "前文。"),
        table(14, 3),
        words(Role::Body, "后文。"),
    ])));
    let gap = paragraphs(&xml)
        .into_iter()
        .find(|p| p.contains("\"TableGap\""));
    assert!(gap.unwrap().contains("w:orient=\"landscape\""));
}

#[test]
fn a_wide_table_takes_the_head_of_its_annex_and_the_signature_along() {
    let xml = body(&final_of(&document(vec![
        words(Role::Body, "前文。"),
        table(14, 3),
        words(Role::Signature, "某单位"),
        words(Role::Date, "2026年7月10日"),
        words(Role::AnnexMark, "附件1"),
        words(Role::Title, "宽表"),
        table(14, 3),
    ])));
    let ends: Vec<bool> = paragraphs(&xml)
        .iter()
        .map(|p| p.contains("<w:sectPr>"))
        .collect();
    let first_ends = ends.iter().position(|e| *e);
    assert_eq!(first_ends, Some(0), "{ends:?}");
    assert_eq!(
        values(&xml, "w:pgSz", "w:orient").len(),
        1,
        "one section of turned pages"
    );
    assert_eq!(
        xml.matches("<w:pageBreakBefore/>").count(),
        1,
        "before the annex"
    );
}

#[test]
fn numbers_that_do_not_fit_turn_the_page_and_words_do_not() {
    let wide = |cell: &str| {
        let cells = |words: &str| row(&[words; 8]);
        body(&final_of(&document(vec![block(BlockKind::Table(Table {
            columns: vec![Alignment::Natural; 8],
            header: cells("列"),
            rows: vec![cells(cell)],
        }))])))
    };
    assert!(wide("123456789.12345万元").contains("landscape"));
    assert!(!wide("123.45").contains("landscape"));
    assert!(!wide("完成主体工程并投入使用，运行良好").contains("landscape"));
}

#[test]
fn page_numbers_of_turned_pages_stand_where_upright_pages_have_them() {
    let parts = parts(&final_of(&document(vec![table(14, 1)])));
    let odd = &parts["word/footer3.xml"];
    let even = &parts["word/footer4.xml"];
    for (footer, side) in [(odd, "right"), (even, "left")] {
        assert!(footer.contains("layout-flow:vertical"));
        assert!(values(footer, "w:jc", "w:val").iter().all(|v| *v == side));
        assert_eq!(footer.matches("<w:instrText>PAGE</w:instrText>").count(), 1);
    }
    let plain = crate::docx_package::parts(&final_of(&document(vec![table(3, 1)])));
    assert!(!plain.contains_key("word/footer3.xml"));
}

#[test]
fn margins_are_mirrored_by_wish() {
    let mut profile = official().clone();
    let settings = |profile: &Profile| {
        let options = Options {
            profile,
            fonts: FontSet::National,
            draft: None,
        };
        parts(&write(&document(Vec::new()), &options, &Shells::default()).unwrap())["word/settings.xml"].clone()
    };
    assert!(!settings(&profile).contains("mirrorMargins"));
    profile.page.mirror_margins = true;
    let mirrored = by_lines(&settings(&profile));
    let at = mirrored.find("<w:mirrorMargins/>").unwrap();
    assert!(
        at < mirrored.find("<w:defaultTabStop").unwrap(),
        "{mirrored}"
    );
}

/// For each block that a text can end with: whether all that ends it stays with the signature.
#[test]
fn the_signature_is_never_left_alone_whatever_ends_the_text() {
    let item = block(BlockKind::ListItem {
        label: Label::Number(1),
        depth: 0,
        content: vec![text("一项。")],
    });
    let mut run_in = heading(3, 0, 1, "标题");
    if let BlockKind::Heading(heading) = &mut run_in.kind {
        heading.run_in = Some(vec![text("正文。")]);
    }
    let quote = block(BlockKind::Quote {
        content: vec![text("引文。")],
    });
    for last in [
        words(Role::Body, "正文。"),
        item,
        run_in,
        quote,
        words(Role::Note, "注：甲。"),
        words(Role::ChartCaption, "图1　甲"),
        words(Role::AnnexList, "附件：甲"),
        table(3, 11),
    ] {
        let is_table = matches!(last.kind, BlockKind::Table(_));
        let shown = format!("{:?}", last.kind);
        let xml = body(&final_of(&document(vec![
            last,
            words(Role::Signature, "某单位"),
            words(Role::Date, "2026年7月10日"),
        ])));
        let before = xml.split("\"Signature\"").next().unwrap();
        // Of a table the whole last row stays.
        let wanted = if is_table { 3 } else { 1 };
        assert_eq!(before.matches("<w:keepNext/>").count(), wanted, "{shown}");
    }
}

/// Width of the signature, rule, and the right indents of signature and date, in hundredths of a character; the date is
/// always 2026年6月9日, six characters wide.
#[test]
fn signatures_meet_the_formulas() {
    let date = text_width("2026年6月9日");
    for (name, rule, signature, of_date) in [
        // Longer than the date by two and more: 右空二字, the date begins two characters further right.
        ("某市工业园区管理委员会", ClosingRule::WithoutSeal, 200, 500),
        ("某市发展和改革局", ClosingRule::WithoutSeal, 200, 200),
        // Nearly as long, and shorter: the date is 右空二字 and the name begins two characters left of it.
        ("某市统计局办", ClosingRule::WithoutSeal, 400, 200),
        ("市发改局", ClosingRule::WithoutSeal, 600, 200),
        // 个人
        ("王小明", ClosingRule::WithoutSeal, 700, 200),
        ("王明", ClosingRule::WithoutSeal, 800, 200),
        // With a seal: the date 右空四字, the name centred on it.
        ("某市工业园区管理委员会", ClosingRule::WithSeal, 150, 400),
        ("某市统计局办", ClosingRule::WithSeal, 400, 400),
        ("市发改局", ClosingRule::WithSeal, 500, 400),
        // So long that its middle cannot be that of the date: it ends at the edge.
        (
            "某省某市某某经济技术开发区管理委员会办公室",
            ClosingRule::WithSeal,
            0,
            400,
        ),
    ] {
        let indents = closing_indents(rule, text_width(name), date);
        assert_eq!(
            (indents.signature.0, indents.date.0),
            (signature, of_date),
            "{name} {rule:?}"
        );
    }
}

#[test]
fn the_list_of_annexes_and_the_closing_do_not_leave_the_text() {
    let xml = body(&final_of(&document(vec![
        words(Role::Body, "前文。"),
        words(Role::Body, "末段。"),
        words(Role::AnnexList, "附件：1.甲"),
        words(Role::AnnexList, "2.乙"),
        words(Role::Signature, "某单位"),
        words(Role::Date, "2026年7月10日"),
    ])));
    let kept: Vec<bool> = paragraphs(&xml)
        .iter()
        .map(|p| p.contains("<w:keepNext/>"))
        .collect();
    // The style of the signature keeps it with the date.
    assert_eq!(kept, [false, true, true, true, false, false]);
}

#[test]
fn a_column_of_names_is_not_broken_for_want_of_a_hair() {
    // A column for each month and one of names of four characters.
    let months = [
        "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月",
    ];
    let header: Vec<&str> = std::iter::once("项目").chain(months).collect();
    let cells: Vec<&str> = std::iter::once("装备制造").chain(["7.65"; 11]).collect();
    let xml = body(&final_of(&document(vec![block(BlockKind::Table(Table {
        columns: vec![Alignment::Natural; 12],
        header: row(&header),
        rows: vec![row(&cells)],
    }))])));
    let names: i32 = values(&xml, "w:gridCol", "w:w")[0].parse().unwrap();
    // Four characters of 12 points and twice 1.5 millimetres.
    assert!(names >= 4 * 240 + 2 * 85, "{names}");
}

#[test]
fn a_seal_is_asked_for_in_the_report() {
    let indents = |seal: &str| {
        let data = format!(
            "格式: 1\n模板: 半年总结\n单位: 市发改局\n期间: 2026年上半年\n成文日期: 2026-06-09\n{seal}成绩:\n  - {{标题: 甲, 正文: 乙。}}\n"
        );
        let outcome = build(
            &Memory::new().with("p/report.yaml", data),
            &[FormatId::Docx],
        );
        let xml = body(bytes(&outcome, FormatId::Docx));
        let of = |style: &str| {
            let paragraph = xml.split("<w:p>").find(|p| p.contains(style)).unwrap();
            let of = |attribute: &str| values(paragraph, "w:ind", attribute)[0].to_owned();
            (of("w:left"), of("w:rightChars"))
        };
        [of("\"Signature\""), of("\"Date\"")]
    };
    // Without a seal they are counted from the left, as the standard does; 315 twips are a character of 442 points.
    let begin = |characters: i32| ((8834 - characters * 315).to_string(), "0".to_owned());
    let unsealed = [begin(10), begin(8)];
    assert_eq!(indents(""), unsealed);
    assert_eq!(indents("印章: 否\n"), unsealed);
    let end = |hundredths: &str| ("0".to_owned(), hundredths.to_owned());
    let sealed = [end("500"), end("400")];
    assert_eq!(indents("印章: 是\n"), sealed);
    assert_eq!(indents("seal: yes\n"), sealed);
}

#[test]
fn a_date_begins_two_characters_right_of_every_signature_above_it() {
    for names in [
        &["王明"][..],
        &["市发改局"],
        &["某市发展和改革局"],
        &["某市工业园区管理委员会"],
        &["某局", "某市工业园区管理委员会"],
    ] {
        let signatures = names.iter().map(|name| words(Role::Signature, name));
        let blocks = signatures.chain([words(Role::Date, "2026年12月31日")]);
        let blocks = std::iter::once(words(Role::Body, "甲")).chain(blocks);
        let xml = body(&final_of(&document(blocks.collect())));
        let lefts: Vec<i32> = values(&xml, "w:ind", "w:left")
            .iter()
            .map(|left| left.parse().unwrap())
            .collect();
        let (date, signatures) = lefts.split_last().unwrap();
        assert_eq!(signatures.len(), names.len());
        // Two characters of 15.75 points.
        assert!(
            signatures.iter().all(|left| date - left == 630),
            "{names:?}"
        );
    }
    // One that takes a whole line is set from the right, so that it can go on below.
    let long = "某".repeat(30);
    let xml = body(&final_of(&document(vec![
        words(Role::Body, "甲"),
        words(Role::Signature, &long),
        words(Role::Date, "2026年12月31日"),
    ])));
    assert_eq!(values(&xml, "w:ind", "w:left"), ["0", "0"]);
}

#[test]
fn a_short_table_is_not_divided_and_keeps_its_note() {
    let kept = |blocks: Vec<Block>| {
        let xml = body(&final_of(&document(blocks)));
        let table = &xml[xml.find("<w:tbl>").unwrap()..xml.find("</w:tbl>").unwrap()];
        table.matches("<w:keepNext/>").count()
    };
    // The head and all rows but the last stay with what follows; a note takes the last one along.
    assert_eq!(kept(vec![table(2, 10), words(Role::Body, "甲")]), 2 * 10);
    assert_eq!(
        kept(vec![table(2, 10), words(Role::Note, "注：甲")]),
        2 * 11
    );
    assert_eq!(kept(vec![table(2, 11), words(Role::Body, "甲")]), 0);
}
