//! The keys of a report in both languages: the one list from which reading, help and editors know them.

/// What a top-level field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Text printed as typed.
    Plain,
    /// One line printed as typed, with `{{ }}`.
    Line,
    /// Markdown with `{{ }}`.
    Rich,
    /// A day.
    Date,
    /// A period.
    Period,
    /// A list of plain texts (or one).
    List,
    /// A list of items.
    Items,
    /// A list of annexes (or one).
    Annexes,
}

/// One key with both spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// English spelling, by which the code knows it.
    pub en: &'static str,
    /// Chinese spelling.
    pub zh: &'static str,
}

impl Key {
    /// Whether a text is this key, in either spelling.
    pub fn is(&self, typed: &str) -> bool {
        is_same(self.en, typed) || is_same(self.zh, typed)
    }
}

/// Whether two texts are the same: keys of one length nearly all end otherwise.
fn is_same(key: &str, typed: &str) -> bool {
    key.len() == typed.len() && key.as_bytes().last() == typed.as_bytes().last() && key == typed
}

const fn key(en: &'static str, zh: &'static str) -> Key {
    Key { en, zh }
}

/// Fields that are printed: templates see them under both names.
pub const FIELDS: &[(Key, FieldKind)] = &[
    (key("title", "标题"), FieldKind::Line),
    (key("subtitle", "副标题"), FieldKind::Line),
    (key("organisation", "单位"), FieldKind::Plain),
    (key("recipient", "主送"), FieldKind::Line),
    (key("salutation", "称谓"), FieldKind::Line),
    (key("name", "姓名"), FieldKind::Plain),
    (key("department", "部门"), FieldKind::Plain),
    (key("position", "职务"), FieldKind::Plain),
    (key("joined", "入职日期"), FieldKind::Date),
    (key("period", "期间"), FieldKind::Period),
    (key("date", "成文日期"), FieldKind::Date),
    (key("signature", "署名"), FieldKind::Line),
    (key("lead", "导语"), FieldKind::Rich),
    (key("closing", "结语"), FieldKind::Rich),
    (key("annexes", "附件"), FieldKind::Annexes),
];

/// The other top-level keys.
pub const TOP: &[Key] = &[
    key("format", "格式"),
    key("language", "语言"),
    key("template", "模板"),
    key("layout", "版式"),
    key("fonts", "字体"),
    key("length", "篇幅"),
    key("rounding", "修约"),
    key("seal", "印章"),
    key("figures", "指标"),
    key("figure_tables", "指标表"),
    key("assert", "核对"),
    key("achievements", "成绩"),
    key("problems", "问题"),
    key("next_steps", "下一步"),
    key("sections", "章节"),
    key("last_plans", "上期计划"),
    key("print_last_plans", "打印上期"),
    key("ignore", "忽略"),
];

/// Keys of a section.
pub const SECTION: &[Key] = &[
    key("title", "标题"),
    key("position", "位置"),
    key("lead", "导语"),
    key("form", "形式"),
    key("caption", "表题"),
    key("items", "分项"),
    key("closing", "结语"),
];

/// Keys of an item.
pub const ITEM: &[Key] = &[
    key("name", "名称"),
    key("title", "标题"),
    key("body", "正文"),
    key("figures", "指标"),
    key("form", "形式"),
    key("caption", "表题"),
    key("items", "分项"),
    key("cause", "原因"),
    key("measure", "措施"),
    key("owner", "责任单位"),
    key("deadline", "时限"),
    key("order", "顺序"),
];

/// Keys of an annex.
pub const ANNEX: &[Key] = &[
    key("name", "名称"),
    key("body", "正文"),
    key("form", "形式"),
    key("items", "分项"),
    key("figure_table", "指标表"),
    key("file", "文件"),
];

/// Keys of a figure.
pub const FIGURE: &[Key] = &[
    key("value", "本期"),
    key("last_year", "上年同期"),
    key("last_period", "上期"),
    key("opening", "年初"),
    key("growth", "同比"),
    key("growth_on_period", "环比"),
    key("target", "目标"),
    key("parts", "构成"),
    key("among", "其中"),
    key("share", "占比"),
    key("rank", "位次"),
    key("against", "对比"),
    key("label", "名称"),
    key("unit", "单位"),
    key("period", "期间"),
    key("scope", "口径"),
    key("status", "状态"),
    key("comparable_price", "按可比价"),
    key("lower_is_better", "逆指标"),
    key("decimals", "小数"),
    key("source", "来源"),
    key("note", "备注"),
];

/// Keys of a figure's share.
pub const SHARE: &[Key] = &[key("part", "部分"), key("whole", "总体")];

/// Keys of a figure's rank.
pub const RANK: &[Key] = &[key("place", "位次"), key("change", "变化")];

/// Keys of a table of figures.
pub const TABLE: &[Key] = &[
    key("period", "期间"),
    key("scope", "口径"),
    key("columns", "列"),
    key("rows", "行"),
    key("total", "合计行"),
    key("unit", "单位"),
    key("source", "来源"),
];

/// Keys of an assertion.
pub const ASSERTION: &[Key] = &[
    key("formula", "式"),
    key("range", "范围"),
    key("note", "说明"),
];

/// Keys of a plan of the period before.
pub const LAST_PLAN: &[Key] = &[
    key("matter", "事项"),
    key("outcome", "结果"),
    key("note", "说明"),
];

/// Keys of a silenced finding.
pub const IGNORE: &[Key] = &[
    key("check", "检查"),
    key("text", "文字"),
    key("reason", "理由"),
];

/// Keys of a template's front matter.
pub const GENRE: &[Key] = &[
    key("name", "名称"),
    key("aliases", "别名"),
    key("about", "说明"),
    key("language", "语言"),
    key("layout", "版式"),
    key("length", "篇幅"),
    key("required", "必填"),
    key("based_on", "基于"),
    key("fields", "字段"),
];

/// Keys of a phrase that has two lengths.
pub const PHRASE: &[Key] = &[key("full", "详版"), key("brief", "简版")];

/// Keys of a field that a genre names of its own.
pub const GENRE_FIELD: &[Key] = &[
    key("name", "名称"),
    key("english", "英文"),
    key("kind", "类型"),
    key("about", "说明"),
];

/// All lists of keys a report is written with.
const REPORT: &[&[Key]] = &[
    TOP, SECTION, ITEM, ANNEX, FIGURE, SHARE, RANK, TABLE, ASSERTION, LAST_PLAN, IGNORE,
];

/// Whether a text is a key of a report anywhere, in either language.
pub fn is_known(typed: &str) -> bool {
    REPORT.iter().any(|keys| find(keys, typed).is_some()) || field(typed).is_some()
}

/// The key that a spelling in either language means.
pub fn find<'a>(keys: &'a [Key], typed: &str) -> Option<&'a Key> {
    keys.iter().find(|key| key.is(typed))
}

/// The printed field that a spelling in either language means.
pub fn field(typed: &str) -> Option<&'static (Key, FieldKind)> {
    FIELDS.iter().find(|(key, _)| key.is(typed))
}
