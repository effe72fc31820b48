//! The reader for the YAML that people usually write says what the parser says, or nothing.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::path::{Path, PathBuf};
use zongjie::diag::SourceId;
use zongjie::load::Piece;
use zongjie::load::node::Node;
use zongjie::load::yaml::{self, Tree};

/// What the reader gives, which the parser must give too, without a fault.
pub fn read(text: &str) -> Option<Node> {
    let piece = Piece {
        source: SourceId(7),
        text,
        base: 1000,
    };
    let root = yaml::usual(piece)?;
    match yaml::parse_any(piece) {
        Tree::Read(other, faults) => {
            assert!(faults.is_empty(), "{faults:?} in {text:?}");
            assert_eq!(Some(&root), other.as_ref(), "{text:?}");
        }
        Tree::Broken(fault, at) => panic!("{fault:?} at {at} in {text:?}"),
    }
    Some(root)
}

/// All YAML files below a folder of the repository.
fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "yaml") {
            out.push(path);
        }
    }
}

#[test]
fn every_yaml_file_of_the_repository_is_read_without_the_parser_as_with_it() {
    let mut all = Vec::new();
    for folder in ["data", "templates", "tests", "src"] {
        files(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut all,
        );
    }
    assert!(all.len() > 40, "{} files", all.len());
    // One after the other, so that a sample that needs the parser is named.
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a text");
        assert!(read(&text).is_some(), "{}", path.display());
        let with_returns = text.replace('\n', "\r\n");
        assert!(read(&with_returns).is_some(), "{}", path.display());
        // Cut anywhere, it is still what the parser makes of it.
        for (at, _) in text.char_indices().step_by(97) {
            read(&text[..at]);
        }
    }
}

#[test]
fn what_people_usually_write_needs_no_parser() {
    for text in [
        "a: 1",
        "a: 1\n",
        "  a: 1\n  b: 2\n",
        "a:\nb:\n",
        "a:   \n# 注\n\n  b: 1   # 注\n   # 注\nc: ~\n",
        "a:\n- 1\n-   2\nb:\n  - 3\n",
        "a:\n - 1\n - b: 2\n   c:\n   - 3\n",
        "- - 1\n  - 2\n-   - 3\n    - 4\n- b: 1\n  c: 2\n",
        "- a:\n- b: 1\n",
        "key : v\n'k' : v\n\"a b\": v\na b  c: v\n",
        "a: http://x.cn:80/y?z#w\nb: 8:30\nc: key:value\nd: x#y\n",
        "a: a #b\nb: \"x # y\" # z\nc: [1] #\n",
        "a: 甲：乙，丙\n甲：乙: 1\n😀: 😀\n\u{3000}甲: \u{3000}\n",
        "a: null\nb: '~'\nc: -5%\nd: 2024-01-31\ne: 1,234.5\nf: yes\ng: .5\nh: -甲\n<<: 1\n",
        "a: \"it's\"\nb: 'say \"hi\"'\nc: \"\"\nd: ''\n",
        "a: it's \"so\" [and] {so}, *&!%@`|>\n",
        "a: [1, '2', \"3\", 四 五, [], {}, [六, {七: 八}]]\nb: { c: 1 , \"d\" : 2, 'e f': ~ }\n",
        "a: {b: http://x.cn, c: 8:30, d: -1, e: x#y}\n",
        "a: |\n  甲\n\n    乙  \n  丙\nb: |-\n  丁\n\n\nc: |+ # 注\n\n \n  戊\n # 注\n",
        "- |\n 甲\n- b: |\n   乙\n   # 不是注\n  c: |\n      丙",
        "a: |\n  甲\n   ",
        "a: 甲\u{2028}乙\nb: \u{2029}\nc: \u{200b}\nd: \u{a0}甲·乙\u{a0}\ne: ￥5\n",
    ] {
        assert!(read(text).is_some(), "{text:?}");
        assert!(read(&text.replace('\n', "\r\n")).is_some(), "{text:?}");
    }
    let long = format!("{}: {}\n", "k".repeat(1000), "长".repeat(100_000));
    assert!(read(&long).is_some());
}

/// Texts that the reader leaves to the parser.
const LEFT: &[&str] = &[
    "",
    "\n",
    "# 注\n",
    "甲",
    "key:value\n",
    "a: b: c\n",
    "a:\n  甲\n",
    "a: 甲\n  乙\n",
    "a: \"甲\n  乙\"\n",
    "a: 'it''s'\n",
    "a: \"a\\\"b\"\n",
    "a: \"b\" c\n",
    "a: 'b'#c\n",
    "\"a\":1\n",
    "a: [1,\n  2]\n",
    "a: [1, ]\n",
    "a: [, 1]\n",
    "a: [b: 1]\n",
    "a: {b}\n",
    "a: {b: }\n",
    "a: {b:1}\n",
    "a: {\"b\":1}\n",
    "a: {b: 1}}\n",
    "a: [1]x\n",
    "a: [- 1]\n",
    "[1]: 2\n",
    "{{甲}}: 1\n",
    "? a\n: 1\n",
    "a: &b 1\nc: *b\n",
    "a: !t 1\n",
    "a: %b\n",
    "a: @b\n",
    "a: `b`\n",
    "a: >\n  甲\n",
    "a: |2\n   甲\n",
    "a: |\nb: 1\n",
    "a: |x\n",
    "a: |\n    \n  甲\n",
    "a: -\n",
    "a: - 1\n",
    "-\n",
    "- # 注\n",
    "-1\n",
    "a: 1\n- 2\n",
    "- 1\na: 2\n",
    "a: 1\n b: 2\n",
    " a: 1\nb: 2\n",
    "a:\n  b: 1\n c: 2\n",
    "a: 1\na: 2\n",
    "a: {b: 1, b: 2}\n",
    "~: 1\n",
    "---\na: 1\n",
    "a: 1\n...\n",
    "a: 1\n---\nb: 2\n",
    "%YAML 1.2\n",
    "\ta: 1\n",
    "a:\t1\n",
    "a: 1\rb: 2\n",
    "\u{feff}a: 1\n",
    "a: \u{85}\n",
    "a: \u{7f}\n",
    "a: \u{fdd0}\n",
    "a: \0\n",
];

#[test]
fn what_is_rare_or_wrong_is_left_to_the_parser() {
    for text in LEFT {
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn many_keys_deep_nesting_and_many_nodes_are_bounded_as_by_the_parser() {
    let many: String = (0..20).map(|i| format!("k{i}: 1\n")).collect();
    assert!(read(&many).is_some());
    assert_eq!(read(&format!("{many}k7: 1\n")), None);
    for depth in 28..36 {
        let lists = format!("{}1\n", "- ".repeat(depth));
        assert_eq!(read(&lists).is_some(), depth <= 32);
        let mixed = format!("a: {}1{}\n", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read(&mixed).is_some(), depth < 32);
        let maps: String = (0..depth)
            .map(|i| format!("{}a:\n", " ".repeat(i)))
            .collect();
        assert_eq!(read(&maps).is_some(), depth <= 32);
        let as_deep: String = (0..depth / 2)
            .map(|i| format!("{0}a:\n{0}- b: 1\n", "  ".repeat(i)))
            .collect();
        read(&as_deep);
    }
    for items in 199_997..200_001 {
        let list = format!("a: [{}b]\n", "b, ".repeat(items - 1));
        assert_eq!(read(&list).is_some(), items + 3 <= 200_000);
    }
    for length in 1015..1035 {
        let read = |text: String| read(&text).is_some();
        assert_eq!(read(format!("{}: 1\n", "k".repeat(length))), length <= 1024);
        assert_eq!(
            read(format!("{}{}: 1\n", "k", " ".repeat(length - 1))),
            length <= 1024
        );
        assert_eq!(
            read(format!("a: {{{}: 1}}\n", "k".repeat(length))),
            length <= 1024
        );
    }
}

#[test]
fn long_input_of_one_sort_is_read_in_a_moment() {
    for piece in [
        "a",
        "a: ",
        "- ",
        "[",
        "{a: ",
        "\"",
        "'",
        "#",
        " #",
        "a:\n",
        "- - \n",
        " ",
        "\n ",
        "|\n",
        "a: |\n b\n",
        "a: b\n",
        "[],",
        "\r\n",
    ] {
        for before in ["", "a: ", "a: |\n ", "a: [", "- "] {
            let text = format!("{before}{}", piece.repeat(400_000 / piece.len()));
            yaml::usual(Piece::whole(SourceId(0), &text));
        }
    }
}
