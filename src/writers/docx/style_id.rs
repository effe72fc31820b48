//! The styles of a document by name: what the style sheet defines and what the body uses are the same values.

use crate::document::Language;

/// A style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StyleId {
    /// What all others are based on.
    Normal,
    /// 标题
    Title,
    /// 副标题
    Subtitle,
    /// 称谓
    Salutation,
    /// 正文
    Body,
    /// The heading of an unnumbered part.
    Part,
    /// A heading by the index of its rank, 0–3.
    Heading(usize),
    /// The words of a run-in heading, by the index of its rank; Word's partner of the heading style.
    HeadingWords(usize),
    /// An item of a list.
    ListItem,
    /// A quotation.
    Quote,
    /// Verbatim lines.
    Code,
    /// 表题
    Caption,
    /// The paragraph that holds a chart.
    Chart,
    /// 注
    Note,
    /// 附件说明
    AnnexList,
    /// 附件1
    AnnexMark,
    /// 附件标题
    AnnexTitle,
    /// 署名
    Signature,
    /// 成文日期
    Date,
    /// The table itself.
    Table,
    /// Text of a header row.
    TableHeader,
    /// Text of the other rows.
    TableText,
    /// The paragraph that keeps two tables apart.
    TableGap,
    /// 页码
    Footer,
    /// Emphasis inside a paragraph.
    Emphasis,
    /// Verbatim text inside a paragraph.
    Verbatim,
    /// A link.
    Link,
}

const HEADINGS: [(&str, &str); 4] = [
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
    ("Heading4", "heading 4"),
];

const HEADING_WORDS: [(&str, &str); 4] = [
    ("Heading1Char", "Heading 1 Char"),
    ("Heading2Char", "Heading 2 Char"),
    ("Heading3Char", "Heading 3 Char"),
    ("Heading4Char", "Heading 4 Char"),
];

impl StyleId {
    /// Those of which Word has no style of its own by this name.
    pub const CUSTOM: [Self; 13] = [
        Self::Part,
        Self::HeadingWords(0),
        Self::HeadingWords(1),
        Self::HeadingWords(2),
        Self::HeadingWords(3),
        Self::Chart,
        Self::AnnexList,
        Self::AnnexMark,
        Self::AnnexTitle,
        Self::Note,
        Self::TableHeader,
        Self::TableText,
        Self::TableGap,
    ];

    /// The id, as `w:pStyle` and `w:rStyle` name it.
    pub fn id(self) -> &'static str {
        self.id_and_name().0
    }

    /// The name in the file. Word knows its own styles by this name and shows them in the user's language; those it does
    /// not know are named in the language of the document.
    pub fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::English, Self::Part) => "Part Heading",
            (Language::English, Self::Chart) => "Chart",
            (Language::English, Self::AnnexList) => "Annex List",
            (Language::English, Self::AnnexMark) => "Annex Mark",
            (Language::English, Self::AnnexTitle) => "Annex Title",
            (Language::English, Self::Note) => "Table Note",
            (Language::English, Self::TableHeader) => "Table Header",
            (Language::English, Self::TableText) => "Table Text",
            (Language::English, Self::TableGap) => "Table Gap",
            _ => self.id_and_name().1,
        }
    }

    /// The outline level that the style itself gives, from 0.
    pub fn outline_level(self) -> usize {
        match self {
            Self::Heading(index) => index,
            _ => 0,
        }
    }

    fn id_and_name(self) -> (&'static str, &'static str) {
        let ranked = |list: &[(&'static str, &'static str); 4], index: usize| {
            list[index.min(list.len() - 1)]
        };
        match self {
            Self::Normal => ("Normal", "Normal"),
            Self::Title => ("Title", "Title"),
            Self::Subtitle => ("Subtitle", "Subtitle"),
            Self::Salutation => ("Salutation", "Salutation"),
            Self::Body => ("BodyText", "Body Text"),
            Self::Part => ("PartHeading", "部分标题"),
            Self::Heading(index) => ranked(&HEADINGS, index),
            Self::HeadingWords(index) => ranked(&HEADING_WORDS, index),
            Self::ListItem => ("ListParagraph", "List Paragraph"),
            Self::Quote => ("Quote", "Quote"),
            Self::Code => ("HTMLPreformatted", "HTML Preformatted"),
            Self::Caption => ("Caption", "caption"),
            Self::Chart => ("Chart", "图"),
            Self::AnnexList => ("AnnexList", "附件说明"),
            Self::AnnexMark => ("AnnexMark", "附件标识"),
            Self::AnnexTitle => ("AnnexTitle", "附件标题"),
            Self::Note => ("TableNote", "表注"),
            Self::Signature => ("Signature", "Signature"),
            Self::Date => ("Date", "Date"),
            Self::Table => ("TableGrid", "Table Grid"),
            Self::TableHeader => ("TableHeader", "表头"),
            Self::TableText => ("TableText", "表格文字"),
            Self::TableGap => ("TableGap", "表间"),
            Self::Footer => ("Footer", "footer"),
            Self::Emphasis => ("Emphasis", "Emphasis"),
            Self::Verbatim => ("HTMLCode", "HTML Code"),
            Self::Link => ("Hyperlink", "Hyperlink"),
        }
    }
}
