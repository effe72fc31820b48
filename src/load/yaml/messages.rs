//! What the YAML parser found wrong, in words for people who do not know YAML.

use crate::diag::Text;
use serde_yaml::granit_parser::ErrorKind;

/// The message and, where there is one, the cure for a fault of the parser. `info` is the parser's own wording.
pub fn explain(kind: &ErrorKind, info: &str) -> (Text, Option<Text>) {
    use ErrorKind as E;
    match kind {
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent => both(
            ("引号没有配对", "a quotation mark is not closed"),
            (
                "请在文字末尾补上同样的半角引号",
                "close the text with the same quotation mark",
            ),
        ),
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd => both(
            ("括号没有配对", "a bracket has no partner"),
            (
                "请检查半角的 [ ] 和 { } 是否成对",
                "check that every `[` has its `]` and every `{` its `}`",
            ),
        ),
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => both(
            (
                "括号里缺少半角逗号，或有多余的文字",
                "a comma is missing between brackets, or there is text too much",
            ),
            (
                "各项之间用半角逗号和空格隔开；带标点的文字加引号",
                "put a comma and a blank between entries, and text with punctuation in quotes",
            ),
        ),
        E::BlockSequenceEntryNotAllowed | E::ExpectedBlockSequenceEntry => both(
            ("列表不能从这里开始", "a list cannot begin here"),
            (
                "列表另起一行，每项以“- ”开头，左边对齐",
                "begin the list on a new line, each entry with `- `, all aligned",
            ),
        ),
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::MappingKeyNotAllowed
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent => both(
            (
                "缩进不对，或这一行不是“键: 值”",
                "the indentation is off, or this line is not `key: value`",
            ),
            (
                "同一级的各行左边对齐，下一级多两个空格",
                "align lines of one level, and indent the next level by two blanks",
            ),
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey => both(
            (
                "这一行应为“键: 值”，却没有“: ”",
                "this line should be `key: value`, but has no `: `",
            ),
            (
                "请在键后面写半角冒号和空格；长段文字请用“|”另起一行",
                "put a colon and a blank behind the key; use `|` for running text",
            ),
        ),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            both(
                ("这里不能有“: ”", "a colon and a blank cannot stand here"),
                (
                    "文字里有“: ”时，整段文字请加引号",
                    "put text that holds `: ` in quotes",
                ),
            )
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape => both(
            (
                "双引号里的“\\”后面的符号无法识别",
                "what follows the backslash in double quotes is not known",
            ),
            (
                "文字里有“\\”时请改用单引号",
                "use single quotes for text with backslashes",
            ),
        ),
        E::DirectiveDisallowed => both(
            ("一行不能以“%”开头", "a line cannot begin with `%`"),
            ("请给文字加引号", "put the text in quotes"),
        ),
        E::UnexpectedCharacter { character } if !character.is_control() => {
            let message = Text::new(
                format!("这里不能出现“{character}”"),
                format!("`{character}` cannot stand here"),
            );
            (
                message,
                Some(Text::new("请给文字加引号", "put the text in quotes")),
            )
        }
        _ => (
            Text::new("这里不符合YAML的写法", format!("this is not YAML: {info}")),
            None,
        ),
    }
}

fn both(message: (&str, &str), hint: (&str, &str)) -> (Text, Option<Text>) {
    (
        Text::new(message.0, message.1),
        Some(Text::new(hint.0, hint.1)),
    )
}
