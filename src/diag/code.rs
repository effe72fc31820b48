//! The codes of findings that mean "this input cannot be read". Content findings have theirs in `checks`.

/// A fault's stable name: `id` in English for programs and JSON, `zh` for people.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Lower-case words with hyphens; says what is wrong, never the cure.
    pub id: &'static str,
    /// The Chinese name.
    pub zh: &'static str,
    /// Whether an error of this code means that nothing can be written at all.
    pub unreadable: bool,
}

macro_rules! codes {
    ($($name:ident = $id:literal, $zh:literal;)*) => {
        /// The codes themselves.
        pub mod codes {
            use super::Code;
            $(#[doc = concat!("`", $id, "` ", $zh)]
            pub static $name: Code = Code { id: $id, zh: $zh, unreadable: true };)*
        }
        /// All codes of unreadable input.
        pub static CODES: &[&Code] = &[$(&codes::$name),*];
    };
}

codes! {
    NOT_FOUND = "not-found", "找不到文件";
    NOT_TEXT = "not-text", "不是文本";
    ENCODING = "encoding", "文件编码";
    NOT_YAML = "not-yaml", "不是有效的YAML";
    FULL_WIDTH_COLON = "full-width-colon", "全角冒号";
    FULL_WIDTH_MARK = "full-width-mark", "全角符号";
    TAB_INDENT = "tab-indent", "制表符缩进";
    WIDE_SPACE_INDENT = "wide-space-indent", "全角空格缩进";
    MISSING_BLANK = "missing-blank", "缺少空格";
    CUT_BY_COMMENT = "cut-by-comment", "文字被井号截断";
    AMBIGUOUS_TEXT = "ambiguous-text", "须加引号的文字";
    THOUSANDS_COMMA = "thousands-comma", "千分位逗号";
    DUPLICATE_KEY = "duplicate-key", "重复的键";
    UNKNOWN_KEY = "unknown-key", "不认识的键";
    MISSING_KEY = "missing-key", "缺少必填项";
    WRONG_KIND = "wrong-kind", "内容类型不符";
    BAD_VALUE = "bad-value", "内容无法识别";
    READ_AS = "read-as", "已按此理解";
    CONFLICTING_VALUES = "conflicting-values", "内容互相冲突";
    DUPLICATE_PATH = "duplicate-path", "路径重复";
    RESERVED_CHARACTER = "reserved-character", "保留字符";
    BAD_NAME = "bad-name", "名称不合规则";
    UNKNOWN_TEMPLATE = "unknown-template", "没有这个模板";
    UNKNOWN_LAYOUT = "unknown-layout", "没有这个版式";
    UNKNOWN_NAME = "unknown-name", "没有这个名称";
    CIRCULAR = "circular-parts", "构成循环";
    UNKNOWN_FIELD = "unknown-field", "没有这个字段";
    UNKNOWN_FILTER = "unknown-filter", "没有这个过滤器";
    UNKNOWN_TEST = "unknown-test", "没有这个判断";
    UNKNOWN_FUNCTION = "unknown-function", "没有这个函数";
    UNKNOWN_ARGUMENT = "unknown-argument", "没有这个参数";
    UNKNOWN_INCLUDE = "unknown-include", "没有这个片段";
    UNKNOWN_PHRASE = "unknown-phrase", "没有这处措辞";
    UNKNOWN_BLOCK = "unknown-block", "没有这个块";
    STRAY_TEXT = "stray-text", "块之外的文字";
    UNCLOSED_BLOCK = "unclosed-block", "标签没有配对";
    UNCLOSED_TAG = "unclosed-tag", "标签没有结束";
    TAG_SYNTAX = "tag-syntax", "标签写法有误";
    TAG_NOT_ALLOWED = "tag-not-allowed", "此处不能用标签";
    FIGURE_COMPARED = "figure-compared", "指标直接比较";
    NOT_PRINTABLE = "not-printable", "不能直接印出";
    CANNOT_PRINT = "cannot-print", "无法印出";
    UNKNOWN_CLASS = "unknown-class", "没有这种标记";
    MARKDOWN_NOT_ALLOWED = "markdown-not-allowed", "此处不能用的Markdown";
    CANNOT_WRITE = "cannot-write", "无法生成文件";
    TOO_LARGE = "too-large", "超出限度";
}
