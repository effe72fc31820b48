//! Random files, and such files spoilt, are read as by the parser or left to it.
//!
//! `PROPTEST_CASES=500000 cargo test yaml_usual` tries as many.

use super::yaml_usual::read;
use proptest::prelude::*;

/// Texts without quotes.
const PLAIN: &[&str] = &[
    "甲",
    "5亿元",
    "a",
    "税收 收入",
    "甲：乙",
    "~",
    "null",
    "-5%",
    "http://x.cn:80/y#z",
    "8:30",
    "1,234.5",
    "it's",
    "x#y",
    "“甲”",
    "2024-01-31",
    "😀",
    "<<",
    "甲·乙",
    "a \"b\" c",
    "\u{2028}甲",
    "￥",
    "\u{3000}乙",
];
/// Those that may stand in brackets.
const IN_BRACKETS: usize = 10;
const QUOTED: &[&str] = &[
    "\"\"",
    "''",
    "\"甲: 乙 # 丙\"",
    "'a, [b] {c}'",
    "\"it's\"",
    "'~'",
    "'\"'",
];
const LINES: &[&str] = &[
    "甲",
    "乙：丙 # 丁",
    "- a: b",
    "",
    "  戊",
    "己  ",
    "",
    "|",
    "'",
    "---",
];
/// What is put into a file to spoil it.
const SPOILS: &[&str] = &[
    "", ":", ": ", "-", "- ", "#", " #", "'", "\"", "|", ">", "[", "]", "{", "}", ",", "&", "*",
    "!", "%", "@", "`", "\\", "\t", "\r", "\n", "\r\n", " ", "  ", "\n\n", "\n ", "\n  ",
    "\u{feff}", "：", "，", "｛", "－", "“", "甲", "a", "0", "~", "?", "? ", "...", "---",
    "\n---\n", "\n...\n", "null", "\u{85}", "\u{2028}", "\u{a0}", "\u{3000}", "\u{7f}", "\u{1}",
    "''", "\\n", "|-\n", ">\n", ": |\n", "a: 1\n", "- a\n", "<<: ", ": &a ", " *a",
];

/// A file that is written as most are, by the numbers of a tape: what to write next, where there is a choice.
struct Writer<'a> {
    tape: std::slice::Iter<'a, u8>,
    out: String,
    keys: usize,
}

impl Writer<'_> {
    /// A number below a bound; the first when the tape is at its end, so that it ends.
    fn choose(&mut self, below: usize) -> usize {
        self.tape.next().map_or(0, |n| usize::from(*n) % below)
    }

    fn one_of(&mut self, words: &[&str]) {
        let i = self.choose(words.len());
        self.out.push_str(words[i]);
    }

    fn blanks(&mut self, number: usize) {
        self.out.push_str(&" ".repeat(number));
    }

    fn key(&mut self) {
        self.keys += 1;
        let form = [("", ""), ("", ""), ("甲 ", ""), ("'", "'"), ("\"a: ", "\"")][self.choose(5)];
        let colon = [":", ":", ":", " :"][self.choose(4)];
        self.out += &format!("{}k{}{}{colon}", form.0, self.keys, form.1);
    }

    fn end(&mut self) {
        let ends = [
            "\n",
            "\n",
            "\n",
            " # 注: - \"\n",
            "  \n",
            "\n\n",
            "\n   # 注\n",
            "\n# 注\n\n",
        ];
        self.one_of(&ends);
    }

    fn brackets(&mut self, depth: usize) {
        let is_list = self.choose(2) == 0;
        self.out.push(if is_list { '[' } else { '{' });
        for i in 0..self.choose(4) {
            self.out.push_str(if i > 0 { "," } else { "" });
            self.one_of(&[" ", "", "  "]);
            if !is_list {
                self.key();
                self.out.push(' ');
            }
            match self.choose(4) {
                0 => self.one_of(&PLAIN[..IN_BRACKETS]),
                1 => self.one_of(QUOTED),
                2 if depth < 3 => self.brackets(depth + 1),
                _ => self.one_of(&PLAIN[..3]),
            }
            self.one_of(&["", " "]);
        }
        self.out.push(if is_list { ']' } else { '}' });
    }

    /// A value on its line.
    fn inline(&mut self, indent: usize) {
        match self.choose(6) {
            0 | 1 => self.one_of(PLAIN),
            2 => self.one_of(QUOTED),
            3 => self.brackets(0),
            4 => return self.literal(indent),
            _ => self.out.push('乙'),
        }
        self.end();
    }

    fn literal(&mut self, indent: usize) {
        self.one_of(&["|\n", "|-\n", "|+\n", "| # 注\n", "|\n\n"]);
        let deeper = " ".repeat(indent + 1 + self.choose(4));
        self.out += &format!("{deeper}甲\n");
        for _ in 0..self.choose(5) {
            let line = LINES[self.choose(LINES.len())];
            if line.is_empty() {
                self.one_of(&["\n", " \n"]);
            } else {
                self.out += &format!("{deeper}{line}\n");
            }
        }
    }

    fn map(&mut self, indent: usize, depth: usize) {
        for i in 0..=self.choose(4) {
            if i > 0 {
                self.blanks(indent);
            }
            self.key();
            match self.choose(6) {
                0 => self.end(),
                1 if depth < 4 => {
                    let deeper = indent + 1 + self.choose(3);
                    self.end();
                    self.blanks(deeper);
                    self.map(deeper, depth + 1);
                }
                2 if depth < 4 => {
                    let deeper = indent + self.choose(3);
                    self.end();
                    self.blanks(deeper);
                    self.list(deeper, depth + 1);
                }
                _ => {
                    self.one_of(&[" ", " ", "  "]);
                    self.inline(indent);
                }
            }
        }
    }

    fn list(&mut self, indent: usize, depth: usize) {
        for i in 0..=self.choose(4) {
            if i > 0 {
                self.blanks(indent);
            }
            let blanks = [1, 1, 1, 3][self.choose(4)];
            self.out += &format!("-{}", " ".repeat(blanks));
            match self.choose(4) {
                0 if depth < 4 => self.map(indent + 1 + blanks, depth + 1),
                1 if depth < 4 => self.list(indent + 1 + blanks, depth + 1),
                _ => self.inline(indent),
            }
        }
    }
}

fn written(tape: &[u8]) -> String {
    let mut writer = Writer {
        tape: tape.iter(),
        out: String::new(),
        keys: 0,
    };
    writer.one_of(&["", "# 注\n", "\n \n"]);
    let indent = [0, 0, 0, 2][writer.choose(4)];
    writer.out.push_str(&" ".repeat(indent));
    if writer.choose(4) == 3 {
        writer.list(indent, 0);
    } else {
        writer.map(indent, 0);
    }
    match writer.choose(4) {
        1 => writer.out.replace('\n', "\r\n"),
        2 => writer.out.trim_end_matches('\n').to_owned(),
        _ => writer.out,
    }
}

/// A text with some of its letters replaced: where, how many, and by what.
fn spoilt(text: &str, changes: &[(u16, u8, u8)]) -> String {
    let mut letters: Vec<&str> = text.split("").collect();
    for (at, length, new) in changes {
        let at = usize::from(*at) % (letters.len() + 1);
        let end = (at + usize::from(*length % 4)).min(letters.len());
        letters.splice(at..end, [SPOILS[usize::from(*new) % SPOILS.len()]]);
    }
    letters.concat()
}

fn tape() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1000), ..ProptestConfig::default() })]

    #[test]
    fn any_file_that_is_usually_written_needs_no_parser(tape in tape()) {
        let text = written(&tape);
        prop_assert!(read(&text).is_some(), "{text:?}");
    }

    #[test]
    fn a_spoilt_file_is_read_as_by_the_parser_or_left_to_it(
        tape in tape(),
        changes in proptest::collection::vec(any::<(u16, u8, u8)>(), 1..4),
    ) {
        read(&spoilt(&written(&tape), &changes));
    }

    #[test]
    fn any_signs_are_read_as_by_the_parser_or_left_to_it(
        text in "([ab甲][: ]{0,2}|[-:#'\"|>{}\\[\\],&*!%@`\\\\~ ]|\n {0,4}(- |a: )?){0,25}",
        start in "(a: |- |  b: |a:\n)?",
    ) {
        read(&format!("{start}{text}"));
    }
}
