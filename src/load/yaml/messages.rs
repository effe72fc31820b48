//! What the YAML parser found wrong, in words for people who do not know YAML.

use crate::diag::Text;
use serde_yaml::granit_parser::ErrorKind;

/// A fault and its cure, each in Chinese and English.
struct Words {
    fault: (&'static str, &'static str),
    cure: (&'static str, &'static str),
}

static QUOTES: Words = Words {
    fault: ("引号没有配对", "a quotation mark is not closed"),
    cure: (
        "请在文字末尾补上同样的半角引号",
        "close the text with the same quotation mark",
    ),
};

static BRACKETS: Words = Words {
    fault: ("括号没有配对", "a bracket has no partner"),
    cure: (
        "请检查半角的 [ ] 和 { } 是否成对",
        "check that every `[` has its `]` and every `{` its `}`",
    ),
};

static COMMAS: Words = Words {
    fault: (
        "括号里缺少半角逗号，或有多余的文字",
        "a comma is missing between brackets, or there is text too much",
    ),
    cure: (
        "各项之间用半角逗号和空格隔开；带标点的文字加引号",
        "put a comma and a blank between entries, and text with punctuation in quotes",
    ),
};

static LIST: Words = Words {
    fault: ("列表不能从这里开始", "a list cannot begin here"),
    cure: (
        "列表另起一行，每项以“- ”开头，左边对齐",
        "begin the list on a new line, each entry with `- `, all aligned",
    ),
};

static INDENT: Words = Words {
    fault: (
        "缩进不对，或这一行不是“键: 值”",
        "the indentation is off, or this line is not `key: value`",
    ),
    cure: (
        "同一级的各行左边对齐，下一级多两个空格",
        "align lines of one level, and indent the next level by two blanks",
    ),
};

static KEY: Words = Words {
    fault: (
        "这一行应为“键: 值”，却没有“: ”",
        "this line should be `key: value`, but has no `: `",
    ),
    cure: (
        "请在键后面写半角冒号和空格；长段文字请用“|”另起一行",
        "put a colon and a blank behind the key; use `|` for running text",
    ),
};

static COLON: Words = Words {
    fault: ("这里不能有“: ”", "a colon and a blank cannot stand here"),
    cure: (
        "文字里有“: ”时，整段文字请加引号；下一级的行不能跟在文字后面",
        "put text that holds `: ` in quotes; lines of the next level cannot follow a text",
    ),
};

static ESCAPE: Words = Words {
    fault: (
        "双引号里的“\\”后面的符号无法识别",
        "what follows the backslash in double quotes is not known",
    ),
    cure: (
        "文字里有“\\”时请改用单引号",
        "use single quotes for text with backslashes",
    ),
};

static PERCENT: Words = Words {
    fault: ("一行不能以“%”开头", "a line cannot begin with `%`"),
    cure: ("请给文字加引号", "put the text in quotes"),
};

/// The message and, where there is one, the cure for a fault of the parser. `info` is the parser's own wording.
pub fn explain(kind: &ErrorKind, info: &str) -> (Text, Option<Text>) {
    if let Some(Words { fault, cure }) = words(kind) {
        let cure = Text::new(cure.0, cure.1);
        return (Text::new(fault.0, fault.1), Some(cure));
    }
    let message = match kind {
        ErrorKind::UnexpectedCharacter { character } => Text::new(
            format!("这里不能出现“{}”", character.escape_debug()),
            format!("`{}` cannot stand here", character.escape_debug()),
        ),
        _ => Text::new("这里不符合YAML的写法", format!("this is not YAML: {info}")),
    };
    (message, None)
}

fn words(kind: &ErrorKind) -> Option<&'static Words> {
    use ErrorKind as E;
    Some(match kind {
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent => &QUOTES,
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd => &BRACKETS,
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => &COMMAS,
        E::BlockSequenceEntryNotAllowed | E::ExpectedBlockSequenceEntry => &LIST,
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::MappingKeyNotAllowed
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent => &INDENT,
        E::SimpleKeyExpected | E::InvalidSimpleKey => &KEY,
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            &COLON
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape => &ESCAPE,
        E::DirectiveDisallowed => &PERCENT,
        _ => return None,
    })
}
