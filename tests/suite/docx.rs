//! The DOCX writer: the parts it packs, and what must hold for every document.

use crate::docx_package::{
    body, by_lines, draft_of, final_of, final_options, parts, printed, values,
};
use crate::docx_sample::{
    block, document, everything, heading, paragraph, row, run_in, sources, text, unnumbered,
};
use crate::golden::assert_golden;
use std::collections::BTreeSet;
use std::io::Cursor;
use zongjie::document::{BlockKind, Document, Inline, Language, Role, Table};
use zongjie::layout::FontSet;
use zongjie::writers::docx::{Options, Shells, write};

#[test]
fn a_draft_with_everything_is_packed_as_it_was() {
    for (name, content) in parts(&draft_of(everything)) {
        let file = name.replace("[Content_Types]", "content-types");
        assert_golden(&format!("docx/draft/{file}"), &by_lines(&content));
    }
}

#[test]
fn the_body_of_a_final_document_is_as_it_was() {
    let package = final_of(&everything(&sources()));
    assert_golden("docx/final/word/document.xml", &by_lines(&body(&package)));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(draft_of(everything), draft_of(everything));
    let sample = everything(&sources());
    assert_eq!(final_of(&sample), final_of(&sample));
}

#[test]
fn a_final_document_holds_nothing_of_its_origin() {
    let parts = parts(&final_of(&everything(&sources())));
    for (name, content) in &parts {
        assert!(!name.starts_with("customXml"), "{name}");
        for trace in [
            "w:sdt",
            "_zj",
            "w:highlight",
            "w:bookmarkStart",
            "report.yaml\"",
        ] {
            assert!(!content.contains(trace), "{trace} in {name}");
        }
    }
}

#[test]
fn every_style_of_the_body_is_in_the_style_sheet() {
    let parts = parts(&draft_of(everything));
    let known: BTreeSet<&str> = values(&parts["word/styles.xml"], "w:style", "w:styleId")
        .into_iter()
        .collect();
    for part in ["word/document.xml", "word/footer1.xml", "word/footer2.xml"] {
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for id in values(&parts[part], element, "w:val") {
                assert!(known.contains(id), "{id} of {part}");
            }
        }
    }
    for element in ["w:basedOn", "w:next", "w:link"] {
        for id in values(&parts["word/styles.xml"], element, "w:val") {
            assert!(known.contains(id), "{id}");
        }
    }
}

#[test]
fn no_style_is_defined_twice() {
    let parts = parts(&final_of(&document(Vec::new())));
    let mut ids = values(&parts["word/styles.xml"], "w:style", "w:styleId");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn the_first_entries_are_what_streaming_readers_want() {
    let package = final_of(&document(Vec::new()));
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    let names: Vec<String> = (0..2)
        .map(|i| archive.by_index(i).expect("an entry").name().to_owned())
        .collect();
    assert_eq!(names, ["[Content_Types].xml", "_rels/.rels"]);
}

#[test]
fn numbers_stand_before_the_words_in_the_form_of_their_rank() {
    let xml = body(&final_of(&document(vec![
        heading(1, 0, 1, "甲"),
        heading(2, 0, 1, "乙"),
        heading(3, 0, 2, "丙"),
        heading(4, 0, 3, "丁"),
        unnumbered(1, 0, "第二部分"),
        heading(1, 1, 11, "戊"),
    ])));
    assert_eq!(
        printed(&xml),
        "一、甲\n（一）乙\n2.丙\n（3）丁\n第二部分\n十一、戊\n"
    );
    assert_eq!(
        values(&xml, "w:pStyle", "w:val")[4..],
        ["PartHeading", "Heading1"]
    );
}

#[test]
fn a_heading_below_an_unnumbered_part_looks_by_rank_and_is_outlined_by_level() {
    let mut below = heading(1, 0, 1, "抓招商");
    if let BlockKind::Heading(heading) = &mut below.kind {
        heading.level = 2;
    }
    let xml = body(&final_of(&document(vec![unnumbered(1, 1, "打算"), below])));
    assert_eq!(
        values(&xml, "w:pStyle", "w:val")[..2],
        ["Heading1", "Heading1"]
    );
    assert_eq!(values(&xml, "w:outlineLvl", "w:val"), ["1"]);
}

#[test]
fn ranks_and_levels_out_of_range_are_taken_as_the_nearest() {
    let mut odd = heading(0, 0, 1, "零");
    if let BlockKind::Heading(heading) = &mut odd.kind {
        heading.level = 0;
    }
    let xml = body(&final_of(&document(vec![odd, heading(200, 0, 1, "深")])));
    assert_eq!(
        values(&xml, "w:pStyle", "w:val")[..2],
        ["PartHeading", "Heading4"]
    );
    assert_eq!(values(&xml, "w:outlineLvl", "w:val"), ["8"]);
}

#[test]
fn a_table_is_as_wide_as_the_text_and_repeats_its_header() {
    let long = "海关数据公布后由经济发展局负责补充并与统计部门核对一致".repeat(3);
    let table = Table {
        columns: Vec::new(),
        header: row(&["序号", "指标", "数值", "说明"]),
        rows: vec![
            row(&["1", "税收收入", "26525.06", &long]),
            row(&["2", "固定资产投资", "-3.20"]),
        ],
    };
    let xml = body(&final_of(&document(vec![block(BlockKind::Table(table))])));
    let widths: Vec<i32> = values(&xml, "w:gridCol", "w:w")
        .iter()
        .map(|width| width.parse().expect("a width"))
        .collect();
    assert_eq!(
        widths.iter().sum::<i32>(),
        crate::docx_package::official().page.text_width().0
    );
    assert!(widths[3] > widths[1] && widths[1] > widths[0], "{widths:?}");
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(
        xml.matches("<w:tc>").count(),
        12,
        "short rows are filled up"
    );
    let aligned = values(&xml, "w:jc", "w:val");
    assert_eq!(aligned[1..5], ["right", "center", "right", "left"]);
}

#[test]
fn two_tables_stay_two() {
    let table = || {
        block(BlockKind::Table(Table {
            columns: Vec::new(),
            header: row(&["甲"]),
            rows: Vec::new(),
        }))
    };
    let xml = body(&final_of(&document(vec![
        table(),
        block(BlockKind::Rule),
        table(),
    ])));
    assert!(!xml.contains("</w:tbl><w:tbl>"));
    assert!(!xml.contains("</w:tbl><w:sectPr>"));
    assert_eq!(xml.matches("<w:pageBreakBefore/>").count(), 1);
}

#[test]
fn the_signature_never_stands_alone_on_a_page() {
    let xml = body(&final_of(&document(vec![
        paragraph(Role::Body, vec![text("一")]),
        paragraph(Role::Body, vec![text("特此报告。")]),
        paragraph(Role::Signature, vec![text("张三")]),
        paragraph(Role::Date, vec![text("2026年7月10日")]),
    ])));
    let paragraphs: Vec<bool> = xml
        .split("<w:p>")
        .skip(1)
        .map(|p| p.contains("<w:keepNext/>"))
        .collect();
    // The style of the signature keeps it with the date.
    assert_eq!(paragraphs, [false, true, false, false]);
    // The name, two characters wide, and the date, six and a half, which begins two characters further right.
    let name: i32 = values(&xml, "w:ind", "w:left")[0].parse().unwrap();
    let date: i32 = values(&xml, "w:ind", "w:left")[1].parse().unwrap();
    let (width, pitch) = (8834, 315);
    assert_eq!(date - name, 2 * pitch, "{xml}");
    assert_eq!(width - date, pitch * 17 / 2, "{xml}");
}

#[test]
fn a_long_last_paragraph_does_not_leave_its_page_for_the_signature() {
    let last = |length: usize| {
        let xml = body(&final_of(&document(vec![
            paragraph(Role::Body, vec![text(&"字".repeat(length))]),
            paragraph(Role::Signature, vec![text("张三")]),
        ])));
        xml.contains("<w:keepNext/>")
    };
    assert!(last(11 * 28));
    assert!(!last(11 * 28 + 1));
}

#[test]
fn a_run_in_heading_has_its_number_and_words_in_its_own_letters() {
    let xml = body(&final_of(&document(vec![
        heading(1, 0, 1, "甲"),
        run_in(2, 0, 1, "抓招商", "新开工项目23个。"),
        heading(1, 1, 1, "乙"),
    ])));
    let styles = values(&xml, "w:rStyle", "w:val");
    // Number and words look the same and are one run; the text behind them is another.
    assert_eq!(styles, ["Heading2Char"]);
    assert_eq!(
        printed(&xml),
        "一、甲\n（一）抓招商。新开工项目23个。\n一、乙\n"
    );
}

#[test]
fn quotation_marks_keep_the_chinese_font_in_chinese_only() {
    let blocks = vec![paragraph(Role::Body, vec![text("“十四五”——…")])];
    let chinese = document(blocks.clone());
    let english = Document {
        language: Language::English,
        ..document(blocks)
    };
    let hint = "w:hint=\"eastAsia\"";
    assert!(body(&final_of(&chinese)).contains(hint));
    assert!(!body(&final_of(&english)).contains(hint));
}

#[test]
fn characters_that_xml_cannot_hold_are_left_out() {
    let package = final_of(&document(vec![paragraph(
        Role::Body,
        vec![text("甲\u{0}乙\u{b}\u{fffe}丙\r\n丁\t戊")],
    )]));
    assert_eq!(printed(&body(&package)), "甲乙丙\n丁\t戊\n");
}

#[test]
fn the_manifest_tells_wording_from_figures() {
    let parts = parts(&draft_of(|sources| {
        document(vec![paragraph(
            Role::Body,
            vec![
                text("用{}记：税收"),
                crate::docx_sample::figure(sources, "税收收入", "26525.06万元", false),
                text("。"),
            ],
        )])
    }));
    let manifest = &parts["customXml/item1.xml"];
    assert!(
        manifest.contains("<wording>用{{}}记：税收{1}。</wording>"),
        "{manifest}"
    );
    assert!(manifest.contains(
        "<n>1</n><key>税收收入</key><aspect>value</aspect><text>26525.06万元</text>\
         <file>report.yaml</file><line>3</line>"
    ));
}

#[test]
fn the_title_and_the_author_are_the_documents() {
    let parts = parts(&final_of(&document(Vec::new())));
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:title>某市工业园区2026年上半年工作总结</dc:title>"));
    assert!(core.contains("<dc:creator>某市工业园区管理委员会</dc:creator>"));
    assert!(core.contains("<dc:language>zh-CN</dc:language>"));
}

#[test]
fn the_fonts_are_those_of_the_chosen_set() {
    for (fonts, name) in [
        (FontSet::National, "仿宋_GB2312"),
        (FontSet::Windows, "仿宋"),
        (FontSet::Founder, "方正仿宋_GBK"),
    ] {
        let options = Options {
            fonts,
            ..final_options()
        };
        let package = write(&document(Vec::new()), &options, &Shells::default())
            .expect("a document can be written");
        let parts = parts(&package);
        assert!(parts["word/styles.xml"].contains(&format!("w:eastAsia=\"{name}\"")));
        assert!(parts["word/fontTable.xml"].contains(&format!("w:name=\"{name}\"")));
        for (part, content) in &parts {
            assert!(!content.contains("Theme=\""), "theme fonts in {part}");
        }
    }
}

#[test]
fn an_address_that_word_cannot_read_becomes_plain_text() {
    let link = |target: &str| {
        let package = final_of(&document(vec![paragraph(
            Role::Body,
            vec![Inline::Link {
                target: target.to_owned(),
                content: vec![text("公报")],
            }],
        )]));
        let parts = parts(&package);
        assert_eq!(printed(&parts["word/document.xml"]), "公报\n");
        let relationships = &parts["word/_rels/document.xml.rels"];
        let external = relationships.split("hyperlink\" Target=\"").nth(1)?;
        external.split('"').next().map(str::to_owned)
    };
    assert_eq!(
        link("https://example.com:8080/公 报?a=1&b=[2]").as_deref(),
        Some("https://example.com:8080/%E5%85%AC%20%E6%8A%A5?a=1&amp;b=%5B2%5D")
    );
    assert_eq!(link("mailto:a@b.cn").as_deref(), Some("mailto:a@b.cn"));
    for unreadable in [
        "http://",
        "http://[",
        "https://a b/",
        "mailto:",
        "ftp://a",
        "公报",
        "http://a:b/",
    ] {
        assert_eq!(link(unreadable), None, "{unreadable}");
    }
}
