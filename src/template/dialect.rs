//! The words of the template language: filters, tests, fields and helper names, each in both languages.

use crate::figures::{ASPECTS, TESTS};
use crate::model::schema::{ANNEX, FIELDS, ITEM, Key, SECTION};

/// A word with both spellings and, for filters, its arguments.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// English spelling, by which the engine knows it.
    pub en: &'static str,
    /// Chinese spelling.
    pub zh: &'static str,
    /// The arguments it takes.
    pub arguments: &'static [Key],
}

const fn word(en: &'static str, zh: &'static str) -> Word {
    Word {
        en,
        zh,
        arguments: &[],
    }
}

const fn key(en: &'static str, zh: &'static str) -> Key {
    Key { en, zh }
}

const LEVEL: &[Key] = &[key("level", "级")];
const FORM: &[Key] = &[
    key("level", "级"),
    key("form", "形式"),
    key("caption", "表题"),
    key("cause", "原因"),
    key("measure", "措施"),
    key("owner", "责任单位"),
    key("deadline", "时限"),
];
/// What stands before cause, measure, owner and deadline of an item.
const WORDS: &[Key] = &[
    key("cause", "原因"),
    key("measure", "措施"),
    key("owner", "责任单位"),
    key("deadline", "时限"),
];
const TABLE: &[Key] = &[
    key("caption", "题"),
    key("note", "注"),
    key("only", "选"),
    key("columns", "列"),
];
const CHART: &[Key] = &[
    key("form", "形式"),
    key("caption", "题"),
    key("note", "注"),
    key("only", "选"),
    key("columns", "列"),
];
const SEPARATOR: &[Key] = &[key("sep", "间隔")];
const VALUE: &[Key] = &[key("value", "值")];
const POSITION: &[Key] = &[key("n", "序")];

/// Filters for lists of items and for texts; those for figures are [`ASPECTS`].
pub const LIST_FILTERS: &[Word] = &[
    Word {
        en: "expand",
        zh: "展开",
        arguments: FORM,
    },
    Word {
        en: "ordinals",
        zh: "一是",
        arguments: WORDS,
    },
    Word {
        en: "numbered",
        zh: "编号",
        arguments: LEVEL,
    },
    word("paragraphs", "分段"),
    word("table", "表格"),
    word("listing", "顿号"),
    Word {
        en: "figure_table",
        zh: "制表",
        arguments: TABLE,
    },
    Word {
        en: "chart",
        zh: "图",
        arguments: CHART,
    },
    Word {
        en: "join",
        zh: "连接",
        arguments: SEPARATOR,
    },
    word("length", "个数"),
    word("first", "首项"),
    word("last", "末项"),
    Word {
        en: "nth",
        zh: "第几项",
        arguments: POSITION,
    },
    word("reverse", "倒序"),
    Word {
        en: "default",
        zh: "默认",
        arguments: VALUE,
    },
    word("trim", "去空白"),
    word("upper", "大写字母"),
    word("lower", "小写字母"),
];

/// Tests that are not about figures.
const PLAIN_TESTS: &[Word] = &[
    word("defined", "已填"),
    word("undefined", "未填"),
    word("odd", "奇数"),
    word("even", "偶数"),
];

/// Names beside the report's fields: what is derived from them, and the sections.
pub const HELPERS: &[Key] = &[
    key("period_short", "期间简称"),
    key("next_period", "下期"),
    key("next_period_full", "下期全称"),
    key("year", "年份"),
    key("figure_tables", "指标表"),
    key("brief", "简版"),
    key("annex_texts", "附件内容"),
    key("last_plans", "上期计划"),
    key("sections", "章节"),
    key("sections_before_achievements", "章节_成绩前"),
    key("sections_after_achievements", "章节_成绩后"),
    key("sections_after_problems", "章节_问题后"),
    key("sections_at_end", "章节_文末"),
];

/// The sections: `for` runs over their items.
pub const SECTIONS: &[Key] = &[
    key("achievements", "成绩"),
    key("problems", "问题"),
    key("next_steps", "下一步"),
];

const LOOP: &[Key] = &[
    key("index", "序号"),
    key("index0", "序号0"),
    key("first", "是首项"),
    key("last", "是末项"),
    key("length", "项数"),
];

const LAST_PLAN: &[Key] = &[
    key("matter", "事项"),
    key("outcome", "结果"),
    key("note", "说明"),
];

/// All filters.
pub fn filters() -> impl Iterator<Item = Word> {
    let figures = ASPECTS.iter().map(|a| Word {
        en: a.en,
        zh: a.zh,
        arguments: a.arguments,
    });
    figures.chain(LIST_FILTERS.iter().copied())
}

/// All tests.
pub fn tests() -> impl Iterator<Item = Word> {
    TESTS
        .iter()
        .map(|t| word(t.en, t.zh))
        .chain(PLAIN_TESTS.iter().copied())
}

/// The filter of a spelling.
pub(super) fn filter(typed: &str) -> Option<Word> {
    filters().find(|w| w.en == typed || w.zh == typed)
}

/// The test of a spelling.
pub(super) fn test(typed: &str) -> Option<Word> {
    tests().find(|w| w.en == typed || w.zh == typed)
}

/// The common fields of a report.
pub(super) fn fields() -> impl Iterator<Item = Key> {
    FIELDS
        .iter()
        .map(|f| f.0)
        .chain(HELPERS.iter().copied())
        .chain(SECTIONS.iter().copied())
}

/// What may stand behind a dot.
pub(super) fn members() -> impl Iterator<Item = Key> {
    ITEM.iter()
        .chain(SECTION)
        .chain(ANNEX)
        .chain(LOOP)
        .chain(LAST_PLAN)
        .copied()
}
