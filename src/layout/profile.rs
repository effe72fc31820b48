//! What a layout profile says. Pure data: nothing here computes more than one length from another.

use super::{
    Chars, EighthPoints, Face, FontNames, FontSet, HalfPoints, NumberForm, PageNumberStyle, Twips,
    Typeface,
};

/// How lines of a paragraph are spaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Exactly this, whatever stands on it.
    Exact(Twips),
    /// As high as the letters need, times so many hundredths: 100 is single spacing.
    Times(u16),
}

impl Line {
    /// 单倍行距
    pub const SINGLE: Self = Self::Times(100);
}

/// How a paragraph stands between the margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
    /// Both edges straight.
    Justified,
}

/// The indents of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Indent {
    /// Left of all lines.
    pub left: Chars,
    /// Right of all lines.
    pub right: Chars,
    /// Of the first line, beyond `left`; negative when it stands out to the left.
    pub first_line: Chars,
}

impl Indent {
    /// No indent.
    pub const NONE: Self = Self::first_line(0);

    /// Only the first line, by so many characters.
    pub const fn first_line(count: i32) -> Self {
        Self {
            left: Chars(0),
            right: Chars(0),
            first_line: Chars::whole(count),
        }
    }
}

/// How a kind of paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    /// The typeface of its Chinese characters.
    pub typeface: Typeface,
    /// The size of its letters.
    pub size: HalfPoints,
    /// Whether it is bold.
    pub bold: bool,
    /// What is added to each character's width; negative is tighter.
    pub spacing: Twips,
    /// Its line pitch.
    pub line: Line,
    /// Blank space above.
    pub before: Twips,
    /// Blank space below.
    pub after: Twips,
    /// Its indents.
    pub indent: Indent,
    /// How it stands between the margins.
    pub align: Align,
}

impl TextStyle {
    /// How far a full-width character advances.
    pub fn pitch(&self) -> Twips {
        self.size.twips() + self.spacing
    }
}

/// How headings of one rank look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingStyle {
    /// The form of their numbers.
    pub number: NumberForm,
    /// Their letters and lines.
    pub text: TextStyle,
}

/// The sheet and its text block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Width of the sheet.
    pub width: Twips,
    /// Height of the sheet.
    pub height: Twips,
    /// White above the text block (天头).
    pub top: Twips,
    /// White below the text block.
    pub bottom: Twips,
    /// White left of the text block (订口).
    pub left: Twips,
    /// White right of the text block.
    pub right: Twips,
    /// From the top of the sheet to the running head.
    pub header: Twips,
    /// From the bottom of the sheet to the foot of the page number.
    pub footer: Twips,
    /// Distance of the lines of the grid.
    pub line_pitch: Twips,
    /// 孤行控制: whether no page begins or ends with one line of a paragraph. It costs lines of the grid.
    pub widow_control: bool,
    /// 对称页边距: whether even pages have left and right the other way round, for printing on both sides.
    pub mirror_margins: bool,
}

impl Page {
    /// Width of the text block (版心).
    pub fn text_width(&self) -> Twips {
        self.width - self.left - self.right
    }

    /// The same sheet lying on its side, its left edge up: so it is bound with the others.
    pub fn turned(&self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            top: self.left,
            right: self.top,
            bottom: self.right,
            left: self.bottom,
            ..*self
        }
    }

    /// Height of the text block.
    pub fn text_height(&self) -> Twips {
        self.height - self.top - self.bottom
    }
}

/// How tables look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableLook {
    /// Text of the header row.
    pub header: TextStyle,
    /// Text of the other rows.
    pub text: TextStyle,
    /// Thickness of all lines.
    pub border: EighthPoints,
    /// White left and right of the text in a cell.
    pub cell_margin: Twips,
    /// Up to which width the text of a column counts as short and is centred.
    pub short: Chars,
    /// How high a row is at least; more when its text needs it.
    pub row_height: Twips,
    /// A table of no more rows than these is not divided between two pages.
    pub whole_rows: usize,
    /// A table of more columns than these gets a page that is turned.
    pub most_columns: usize,
}

/// How charts look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartLook {
    /// Height of a chart.
    pub height: Twips,
    /// How high one of lying bars grows at most: it takes more for more bars.
    pub tallest: Twips,
    /// With more values than these no numbers stand beside them, which would run into each other.
    pub most_labels: usize,
    /// The same on lines, which the numbers would also cover.
    pub most_line_labels: usize,
}

/// Where signature and date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingRule {
    /// GB/T 9704—2012, 7.3.5.2: no seal; the date begins two characters right of the signature.
    WithoutSeal,
    /// GB/T 9704—2012, 7.3.5.1: the date four characters from the edge, the signature centred on it.
    WithSeal,
    /// Where their styles put them.
    AsStyled,
}

/// Everything about the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The names it goes by; the first is what `layouts list` shows.
    pub names: Vec<String>,
    /// What it is for, in one line.
    pub about: String,
    /// Which names its fonts have where the report does not choose.
    pub fonts: FontSet,
    /// Names that stand for its fonts instead of those of the set.
    pub font_names: FontNames,
    /// The sheet.
    pub page: Page,
    /// 标题
    pub title: TextStyle,
    /// 副标题
    pub subtitle: TextStyle,
    /// 主送机关、称谓
    pub salutation: TextStyle,
    /// 正文
    pub body: TextStyle,
    /// Headings by rank, the first rank first; deeper ranks look like the last.
    pub headings: [HeadingStyle; 4],
    /// Headings of unnumbered parts.
    pub part: TextStyle,
    /// Items of lists at depth 0; each depth more adds two characters on the left.
    pub list_item: TextStyle,
    /// What stands before an unordered item.
    pub bullet: String,
    /// 引文
    pub quote: TextStyle,
    /// Verbatim lines.
    pub code: TextStyle,
    /// 表题
    pub caption: TextStyle,
    /// 注
    pub note: TextStyle,
    /// 附件说明
    pub annex_list: TextStyle,
    /// 附件标识: 附件1, at the head of an annex
    pub annex_mark: TextStyle,
    /// 附件标题, below its mark
    pub annex_title: TextStyle,
    /// 署名
    pub signature: TextStyle,
    /// 成文日期
    pub date: TextStyle,
    /// Where signature and date stand.
    pub closing: ClosingRule,
    /// The typeface of emphasis.
    pub emphasis: Typeface,
    /// Tables.
    pub table: TableLook,
    /// Charts.
    pub chart: ChartLook,
    /// 页码
    pub page_number: PageNumberStyle,
}

impl Profile {
    /// The Chinese typefaces it uses, in the order of a document's font table.
    pub fn typefaces(&self) -> Vec<Typeface> {
        let texts = [
            &self.title,
            &self.subtitle,
            &self.salutation,
            &self.body,
            &self.part,
            &self.list_item,
            &self.quote,
            &self.code,
            &self.caption,
            &self.note,
            &self.annex_list,
            &self.annex_mark,
            &self.annex_title,
            &self.signature,
            &self.date,
            &self.table.header,
            &self.table.text,
        ];
        let headings = self.headings.iter().map(|heading| &heading.text);
        let used: Vec<Typeface> = texts
            .into_iter()
            .chain(headings)
            .map(|text| text.typeface)
            .chain([self.emphasis, self.page_number.typeface])
            .collect();
        let in_use = |typeface: &Typeface| used.contains(typeface);
        Typeface::CHINESE.into_iter().filter(in_use).collect()
    }

    /// The fonts it uses in a set, that of Latin letters last.
    pub fn faces(&self, set: FontSet) -> Vec<Face<'_>> {
        let typefaces = self.typefaces().into_iter().chain([Typeface::Latin]);
        let faces = typefaces.map(|typeface| self.font_names.face(set, typeface));
        faces.collect()
    }

    /// The forms of heading numbers by rank.
    pub fn number_forms(&self) -> [NumberForm; 4] {
        self.headings.each_ref().map(|heading| heading.number)
    }

    /// How headings of a rank (from 1) look. Rank 0 is taken as the first, ranks past the last as the last.
    pub fn heading(&self, rank: u8) -> &HeadingStyle {
        &self.headings[self.rank_index(rank)]
    }

    /// The place of a rank (from 1) in `headings`, never past its end.
    pub fn rank_index(&self, rank: u8) -> usize {
        usize::from(rank.max(1) - 1).min(self.headings.len() - 1)
    }
}
