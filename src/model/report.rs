//! A report as the user wrote it.

use super::{Date, Figure, FigureId, Language, Located, Period, Quantity, Rounding, Wording};
use crate::diag::Place;

/// How long the wording is (篇幅).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// 详版
    #[default]
    Full,
    /// 简版
    Brief,
}

/// How the items of a section or item print (形式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 一是…；二是…
    Ordinals,
    /// 编号: numbered headings or paragraphs
    Numbered,
    /// 分段: plain paragraphs
    Paragraphs,
    /// 表格
    Table,
    /// 柱形图, of the figures
    ColumnChart,
    /// 条形图
    BarChart,
    /// 折线图
    LineChart,
}

/// Where an added section stands (位置).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Position {
    /// 成绩前
    BeforeAchievements,
    /// 成绩后
    AfterAchievements,
    /// 问题后
    AfterProblems,
    /// 文末
    #[default]
    End,
}

/// Which section it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// 成绩
    Achievements,
    /// 问题
    Problems,
    /// 下一步
    NextSteps,
    /// One of 章节, added by the user.
    Added,
}

/// A part of the text with items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which one.
    pub kind: SectionKind,
    /// Where its key stands (成绩, or its entry in 章节).
    pub place: Place,
    /// 标题, when it replaces the genre's own
    pub title: Option<Wording>,
    /// 位置, for added sections
    pub position: Position,
    /// 导语
    pub lead: Option<Wording>,
    /// 形式
    pub form: Option<Located<Form>>,
    /// 表题: the caption of the table, when 形式 is 表格
    pub caption: Option<Wording>,
    /// 分项
    pub items: Vec<Item>,
    /// 结语
    pub closing: Option<Wording>,
}

/// A work item, project, problem or plan; items nest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where the item begins.
    pub place: Place,
    /// The path under which its figures stand: its 名称 or 标题, below that of the item around it. An item without a
    /// name has the path of the item around it (empty at the top), so that short names mean what they mean there.
    pub path: String,
    /// 名称
    pub name: Option<Located<String>>,
    /// 标题
    pub title: Option<Wording>,
    /// 正文; an item that is only a string has it here
    pub body: Option<Wording>,
    /// 指标, in order
    pub figures: Vec<FigureId>,
    /// 形式
    pub form: Option<Located<Form>>,
    /// 表题: the caption of the table, when 形式 is 表格
    pub caption: Option<Wording>,
    /// 分项
    pub items: Vec<Item>,
    /// 原因
    pub cause: Option<Wording>,
    /// 措施
    pub measure: Option<Wording>,
    /// 责任单位
    pub owner: Option<Wording>,
    /// 时限
    pub deadline: Option<Wording>,
    /// 顺序: sorts before file order
    pub order: Option<Located<i64>>,
}

impl Item {
    /// An item without anything yet, below a path.
    pub fn empty(place: Place, path: &str) -> Self {
        Self {
            place,
            path: path.to_owned(),
            name: None,
            title: None,
            body: None,
            figures: Vec::new(),
            form: None,
            caption: None,
            items: Vec::new(),
            cause: None,
            measure: None,
            owner: None,
            deadline: None,
            order: None,
        }
    }
}

/// An annex (附件).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// 名称, as listed behind the text and printed above the annex
    pub name: Wording,
    /// 正文, 形式 and 分项; its title is the annex's name
    pub item: Item,
    /// 指标表: the name of the table that it prints
    pub table: Option<Located<String>>,
    /// 文件: what is handed over beside the document; the annex is then only listed
    pub file: Option<Located<String>>,
}

impl Annex {
    /// An annex of which nothing but the name is known.
    pub fn named(name: Wording, place: Place) -> Self {
        Self {
            item: Item {
                title: Some(name.clone()),
                ..Item::empty(place, name.as_name().unwrap_or_default())
            },
            name,
            table: None,
            file: None,
        }
    }

    /// Whether there is something to print on a page of its own.
    pub fn has_page(&self) -> bool {
        self.item.body.is_some() || !self.item.items.is_empty() || self.table.is_some()
    }
}

/// A grid of figures (指标表). Its cells are figures of the report with keys `table.row.column`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureTable {
    /// Its name, the first part of the keys.
    pub name: Located<String>,
    /// 期间
    pub period: Option<Located<Period>>,
    /// 口径
    pub scope: Option<Located<String>>,
    /// 列
    pub columns: Vec<Located<String>>,
    /// 行: name and cells in the order of the columns; `None` for an empty cell
    pub rows: Vec<(Located<String>, Vec<Option<FigureId>>)>,
    /// 合计行: the name of the row that is the sum of the others
    pub total: Option<Located<String>>,
}

/// A relation the user wants checked (核对).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// 式, as typed
    pub formula: Located<String>,
    /// 范围: lowest and highest allowed
    pub range: Option<Located<(Quantity, Quantity)>>,
    /// 说明
    pub note: Option<Located<String>>,
}

/// One promise of the period before and what became of it (上期计划).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastPlan {
    /// Where it begins.
    pub place: Place,
    /// 事项
    pub matter: Wording,
    /// 结果, as typed
    pub outcome: Option<Located<String>>,
    /// 说明
    pub note: Option<Wording>,
}

/// A finding to silence (忽略).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// 检查: code or Chinese name
    pub check: Located<String>,
    /// 文字: the words it must be about
    pub text: Option<Located<String>>,
    /// 理由
    pub reason: Located<String>,
}

/// The value of a top-level field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Plain text.
    Plain(Located<String>),
    /// Text with `{{ }}`.
    Wording(Wording),
    /// A day.
    Date(Located<Date>),
    /// A period.
    Period(Located<Period>),
    /// A list of plain texts.
    List(Vec<Located<String>>),
    /// Items, for fields that a genre declares with that kind.
    Items(Vec<Item>),
    /// Annexes.
    Annexes(Vec<Annex>),
}

/// A filled top-level field, known to the schema or declared by the genre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its English name, by which Rust code knows it.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Where its key stands.
    pub key: Place,
    /// What was filled in.
    pub value: FieldValue,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// 语言, or the genre's
    pub language: Language,
    /// 模板
    pub genre: Located<String>,
    /// 版式, when it differs from the genre's
    pub layout: Option<Located<String>>,
    /// 字体
    pub fonts: Option<Located<String>>,
    /// 印章: whether a seal is put over the signature, which then stands elsewhere; the layout decides when `None`
    pub seal: Option<bool>,
    /// 篇幅
    pub length: Length,
    /// 修约: what becomes of halves when a figure is printed
    pub rounding: Rounding,
    /// 标题, 单位, 姓名, 期间, 成文日期, 导语 … and the genre's own, in file order
    pub fields: Vec<Field>,
    /// All figures: 指标, those of items, the cells of tables
    pub figures: Vec<Figure>,
    /// 指标表
    pub tables: Vec<FigureTable>,
    /// 核对
    pub assertions: Vec<Assertion>,
    /// 成绩, 问题, 下一步, 章节
    pub sections: Vec<Section>,
    /// 上期计划
    pub last_plans: Vec<LastPlan>,
    /// 打印上期
    pub print_last_plans: bool,
    /// 忽略
    pub ignore: Vec<Ignore>,
}

impl Report {
    /// A filled field by its English name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// The report's period (期间).
    pub fn period(&self) -> Option<&Period> {
        match &self.field("period")?.value {
            FieldValue::Period(p) => Some(&p.value),
            _ => None,
        }
    }

    /// The date of signing (成文日期).
    pub fn date(&self) -> Option<Date> {
        match &self.field("date")?.value {
            FieldValue::Date(d) => Some(d.value),
            _ => None,
        }
    }

    /// A figure of this report.
    pub fn figure(&self, id: FigureId) -> Option<&Figure> {
        self.figures.get(id.0 as usize)
    }

    /// The figure that a name means inside an item: `scope.name` first, then outwards, at last `name` itself as a path.
    /// `scope` is an [`Item::path`], empty at the top.
    pub fn resolve(&self, scope: &str, name: &str) -> Option<FigureId> {
        let mut scope = Some(scope).filter(|s| !s.is_empty());
        loop {
            let key = scope.map_or_else(|| name.to_owned(), |s| format!("{s}.{name}"));
            if let Some(i) = self.figures.iter().position(|f| f.key == key) {
                return u32::try_from(i).ok().map(FigureId);
            }
            scope = match scope {
                Some(s) => s.rfind('.').map(|dot| &s[..dot]),
                None => return None,
            };
        }
    }

    /// The section of a kind; the first for [`SectionKind::Added`].
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|s| s.kind == kind)
    }
}
