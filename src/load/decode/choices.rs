//! The words that stand for a fixed choice, in both languages; and which texts are complete in themselves.

use crate::model::schema::FieldKind;
use crate::model::{
    Date, Form, Growth, Language, Length, Period, Position, Quantity, Rounding, Status,
};

/// The words of a choice and what each means; the first Chinese and the first English word come first.
pub type Choices<T> = &'static [(&'static [&'static str], T)];

/// 形式
pub const FORM: Choices<Form> = &[
    (&["一是", "ordinals"], Form::Ordinals),
    (&["编号", "numbered"], Form::Numbered),
    (&["分段", "paragraphs"], Form::Paragraphs),
    (&["表格", "table"], Form::Table),
    (&["柱形图", "column_chart"], Form::ColumnChart),
    (&["条形图", "bar_chart"], Form::BarChart),
    (&["折线图", "line_chart"], Form::LineChart),
];

/// 位置
pub const POSITION: Choices<Position> = &[
    (
        &["成绩前", "before_achievements"],
        Position::BeforeAchievements,
    ),
    (
        &["成绩后", "after_achievements"],
        Position::AfterAchievements,
    ),
    (&["问题后", "after_problems"], Position::AfterProblems),
    (&["文末", "end"], Position::End),
];

/// 状态
pub const STATUS: Choices<Status> = &[
    (&["实际", "actual"], Status::Actual),
    (&["预计", "expected"], Status::Expected),
    (&["快报", "flash"], Status::Flash),
    (&["计划", "planned"], Status::Planned),
    (&["申报", "applied"], Status::Applied),
    (&["待补", "pending"], Status::Pending),
];

/// 是 or 否
pub const YES_NO: Choices<bool> = &[
    (&["是", "yes", "true"], true),
    (&["否", "no", "false"], false),
];

/// 修约
pub const ROUNDING: Choices<Rounding> = &[
    (&["四舍五入", "half_up"], Rounding::HalfUp),
    (&["四舍六入五成双", "half_even"], Rounding::HalfEven),
];

/// 篇幅
pub const LENGTH: Choices<Length> = &[
    (&["详版", "full"], Length::Full),
    (&["简版", "brief"], Length::Brief),
];

/// 语言
pub const LANGUAGE: Choices<Language> = &[
    (
        &["中文", "Chinese", "zh", "chinese", "汉语"],
        Language::Chinese,
    ),
    (
        &["英文", "English", "en", "english", "英语"],
        Language::English,
    ),
];

/// 类型 of a genre's field
pub const FIELD_KIND: Choices<FieldKind> = &[
    (&["纯文本", "plain"], FieldKind::Plain),
    (&["行", "line"], FieldKind::Line),
    (&["正文", "rich"], FieldKind::Rich),
    (&["日期", "date"], FieldKind::Date),
    (&["期间", "period"], FieldKind::Period),
    (&["清单", "list"], FieldKind::List),
    (&["分项", "items"], FieldKind::Items),
];

/// What a word means in a choice.
pub fn find<T: Copy>(choices: Choices<T>, word: &str) -> Option<T> {
    choices
        .iter()
        .find(|(words, _)| words.contains(&word))
        .map(|(_, value)| *value)
}

/// The main words of a choice for a message: all Chinese, then all English ones.
pub fn words<T>(choices: Choices<T>) -> (String, String) {
    let nth = |n: usize| {
        choices
            .iter()
            .filter_map(|(words, _)| words.get(n).copied())
            .collect::<Vec<_>>()
    };
    (nth(0).join("、"), nth(1).join(", "))
}

/// Whether a text says all it has to: a number, a date, a word of a choice. What follows it behind `#` is a comment.
pub fn is_complete(text: &str) -> bool {
    Quantity::parse(text).is_ok()
        || Growth::parse(text).is_ok()
        || Date::parse(text).is_ok()
        || Period::parse(text).is_ok()
        || text.parse::<i64>().is_ok()
        || find(FORM, text).is_some()
        || find(POSITION, text).is_some()
        || find(STATUS, text).is_some()
        || find(YES_NO, text).is_some()
        || find(LENGTH, text).is_some()
        || find(ROUNDING, text).is_some()
        || find(LANGUAGE, text).is_some()
}
