//! What has to hold in every package that Word is to open, looked for in documents with everything on their pages. The
//! orders of children are written down here once more, from the schema, so that nothing is held against itself.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use crate::docx_package::{parts, values};
use crate::shell::Shell;
use std::collections::{BTreeMap, BTreeSet};

const PROOF: &str = include_str!("../proof/report.yaml");

/// The children of an element in the order of the schema; what is not listed is not looked for.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "autoSpaceDE",
            "autoSpaceDN",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "color",
            "spacing",
            "kern",
            "sz",
            "szCs",
            "highlight",
            "u",
            "shd",
            "vertAlign",
            "lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "tblStyle",
            "tblW",
            "jc",
            "tblBorders",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
    ),
    ("w:tcPr", &["tcW", "gridSpan", "vMerge", "vAlign"]),
    ("w:tc", &["tcPr", "p"]),
    ("w:tbl", &["tblPr", "tblGrid", "tr"]),
    (
        "w:sectPr",
        &[
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "docGrid",
        ],
    ),
    (
        "w:sdtPr",
        &["rPr", "alias", "tag", "id", "lock", "appearance"],
    ),
    (
        "c:chartSpace",
        &["roundedCorners", "chart", "spPr", "txPr", "externalData"],
    ),
    (
        "c:ser",
        &[
            "idx",
            "order",
            "tx",
            "spPr",
            "invertIfNegative",
            "marker",
            "dLbls",
            "cat",
            "val",
            "smooth",
        ],
    ),
    (
        "c:valAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "majorGridlines",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "spPr",
            "txPr",
            "crossAx",
            "crosses",
            "crossBetween",
        ],
    ),
];

/// An element with its children, without text.
#[derive(Debug, Default)]
struct Tree {
    name: String,
    children: Vec<Tree>,
}

/// The elements of a part.
fn tree(xml: &str) -> Tree {
    let mut open = vec![Tree::default()];
    for tag in xml.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            continue;
        };
        if tag.starts_with(['?', '!']) {
            continue;
        }
        if tag.starts_with('/') {
            let closed = open.pop().expect("an element that was opened");
            open.last_mut().expect("its parent").children.push(closed);
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default().to_owned();
        let element = Tree {
            name,
            ..Tree::default()
        };
        if tag.ends_with('/') {
            open.last_mut().expect("its parent").children.push(element);
        } else {
            open.push(element);
        }
    }
    open.pop().expect("the root")
}

/// Where the children of an element are out of order.
fn out_of_order(part: &str, element: &Tree, faults: &mut Vec<String>) {
    let order = ORDERS.iter().find(|(name, _)| *name == element.name);
    if let Some((name, order)) = order {
        let rank = |child: &Tree| {
            let local = child.name.split(':').next_back().unwrap_or_default();
            order.iter().position(|known| *known == local)
        };
        let ranks: Vec<usize> = element.children.iter().filter_map(rank).collect();
        if !ranks.is_sorted() {
            faults.push(format!("{part}: {name} is out of order"));
        }
    }
    for child in &element.children {
        out_of_order(part, child, faults);
    }
}

/// The path of a relationship's target from the folder of its source.
fn target(source: &str, target: &str) -> String {
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    path.join("/")
}

/// Relationships that lead nowhere, and parts without a type.
fn loose_ends(
    names: &BTreeSet<String>,
    parts: &BTreeMap<String, String>,
    faults: &mut Vec<String>,
) {
    for (name, xml) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let source = name.replace("_rels/", "").replace(".rels", "");
        for found in values(xml, "Relationship", "Target") {
            let is_outside = found.contains(':');
            if !is_outside && !names.contains(&target(&source, found)) {
                faults.push(format!("{name}: {found} is missing"));
            }
        }
    }
    let types = &parts["[Content_Types].xml"];
    let kinds = values(types, "Default", "Extension");
    let known = values(types, "Override", "PartName");
    for name in names {
        let has_kind = kinds.iter().any(|kind| name.ends_with(&format!(".{kind}")));
        let is_known = known
            .iter()
            .any(|part| part.trim_start_matches('/') == name);
        if !has_kind && !is_known {
            faults.push(format!("{name} has no type"));
        }
    }
    for part in known {
        if !names.contains(part.trim_start_matches('/')) {
            faults.push(format!("a type for {part}, which is missing"));
        }
    }
}

/// Ids given twice, styles that are not defined, tables whose columns do not add up, drawings nobody can hear of.
fn in_the_body(parts: &BTreeMap<String, String>, faults: &mut Vec<String>) {
    let xml = &parts["word/document.xml"];
    let styles = values(&parts["word/styles.xml"], "w:style", "w:styleId");
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for style in values(xml, element, "w:val") {
            if !styles.contains(&style) {
                faults.push(format!("no style {style}"));
            }
        }
    }
    for (element, id) in [
        ("w:bookmarkStart", "w:id"),
        ("wp:docPr", "id"),
        ("w:id", "w:val"),
    ] {
        let all = values(xml, element, id);
        if all.iter().collect::<BTreeSet<_>>().len() != all.len() {
            faults.push(format!("{element} with an id given twice"));
        }
    }
    let mut begun = values(xml, "w:bookmarkStart", "w:id");
    let mut ended = values(xml, "w:bookmarkEnd", "w:id");
    begun.sort_unstable();
    ended.sort_unstable();
    if begun != ended {
        faults.push("bookmarks without an end".to_owned());
    }
    for table in xml.split("<w:tbl>").skip(1) {
        let table = table.split("</w:tbl>").next().unwrap_or_default();
        let number = |text: &str| text.parse::<i32>().expect("twips");
        let columns = values(table, "w:gridCol", "w:w");
        let whole: i32 = columns.iter().map(|width| number(width)).sum();
        if whole != number(values(table, "w:tblW", "w:w")[0]) {
            faults.push("columns that are not as wide as their table".to_owned());
        }
        let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
        if rows
            .iter()
            .any(|row| row.matches("<w:tc>").count() != columns.len())
        {
            faults.push("a row with other columns than its table".to_owned());
        }
        if !rows
            .first()
            .is_some_and(|row| row.contains("<w:tblHeader/>"))
        {
            faults.push("a table without a header".to_owned());
        }
    }
    if values(xml, "wp:docPr", "descr")
        .iter()
        .any(|text| text.is_empty())
    {
        faults.push("a drawing without words".to_owned());
    }
}

/// Everything that is wrong with a package.
fn faults(package: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let archive = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a zip");
    let names: BTreeSet<String> = archive.file_names().map(str::to_owned).collect();
    let parts = parts(package);
    loose_ends(&names, &parts, &mut faults);
    for (name, xml) in parts.iter().filter(|(name, _)| name.starts_with("word/")) {
        out_of_order(name, &tree(xml), &mut faults);
    }
    in_the_body(&parts, &mut faults);
    faults
}

fn built(report: &str, arguments: &str) -> Vec<u8> {
    let shell = Shell::new().with("r.yaml", report);
    let run = shell.run(&format!("build r.yaml --to docx -o x.docx {arguments}"));
    assert_eq!(run.code, 0, "{}", run.err);
    shell.bytes("x.docx")
}

#[test]
fn a_report_with_everything_is_sound_as_draft_and_as_final_version() {
    for arguments in [
        "",
        "--final",
        "--set 版式=普通",
        "--set 标题=年度工作总结报告",
    ] {
        assert_eq!(
            faults(&built(PROOF, arguments)),
            Vec::<String>::new(),
            "{arguments}"
        );
    }
}

#[test]
fn a_report_with_a_turned_page_is_sound() {
    let columns: Vec<String> = (1..=14).map(|month| format!("第{month}月")).collect();
    let row = ["1.5"; 14].join(", ");
    let report = format!(
        "格式: 1\n模板: 半年总结\n单位: 某单位\n期间: 2026年上半年\n指标表:\n  产值:\n    单位: 亿元\n    列: [{}]\n    \
         行: {{甲: [{row}], 乙: [{row}]}}\n成绩:\n  - 标题: 产值\n    正文: |\n      见下表。\n\n      \
         {{{{ 指标表.产值 | 制表(题=\"产值\") }}}}\n\n      后文。\n",
        columns.join(", ")
    );
    let package = built(&report, "");
    assert_eq!(
        values(&parts(&package)["word/document.xml"], "w:pgSz", "w:orient"),
        ["landscape"]
    );
    assert_eq!(faults(&package), Vec::<String>::new());
}

#[test]
fn what_is_wrong_would_be_seen() {
    let mut found = Vec::new();
    out_of_order("p", &tree("<w:pPr><w:jc/><w:ind/></w:pPr>"), &mut found);
    assert_eq!(found, ["p: w:pPr is out of order"]);
    assert_eq!(
        target("word/charts/chart1.xml", "../embeddings/a.xlsx"),
        "word/embeddings/a.xlsx"
    );
}
