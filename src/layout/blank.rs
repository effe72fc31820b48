//! The sheet before a profile says anything: what the built-in profile 公文 is written on.

use super::{
    Align, Chars, ChartLook, ClosingRule, EighthPoints, FontNames, FontSet, HalfPoints,
    HeadingStyle, Indent, Line, NumberForm, NumberSide, Page, PageNumberStyle, Profile, TableLook,
    TextStyle, Twips, Typeface,
};

const TEXT: TextStyle = TextStyle {
    typeface: Typeface::Songti,
    size: HalfPoints(21),
    bold: false,
    spacing: Twips(0),
    line: Line::SINGLE,
    before: Twips(0),
    after: Twips(0),
    indent: Indent::NONE,
    align: Align::Left,
};

const HEADING: HeadingStyle = HeadingStyle {
    number: NumberForm::Unnumbered,
    text: TEXT,
};

impl Profile {
    /// A4 with margins of an inch, all text alike, nothing numbered.
    pub fn blank() -> Self {
        Self {
            names: Vec::new(),
            about: String::new(),
            fonts: FontSet::National,
            font_names: FontNames::default(),
            page: Page {
                width: Twips(11906),
                height: Twips(16838),
                top: Twips(1440),
                bottom: Twips(1440),
                left: Twips(1440),
                right: Twips(1440),
                header: Twips(720),
                footer: Twips(720),
                line_pitch: Twips(312),
                widow_control: false,
                mirror_margins: false,
            },
            title: TEXT,
            subtitle: TEXT,
            salutation: TEXT,
            body: TEXT,
            headings: [HEADING; 4],
            part: TEXT,
            list_item: TEXT,
            bullet: String::new(),
            quote: TEXT,
            code: TEXT,
            caption: TEXT,
            note: TEXT,
            annex_list: TEXT,
            annex_mark: TEXT,
            annex_title: TEXT,
            signature: TEXT,
            date: TEXT,
            closing: ClosingRule::AsStyled,
            emphasis: Typeface::Songti,
            table: TableLook {
                header: TEXT,
                text: TEXT,
                border: EighthPoints(4),
                cell_margin: Twips(85),
                short: Chars(0),
                row_height: Twips(0),
                whole_rows: 0,
                most_columns: 0,
            },
            chart: ChartLook {
                height: Twips(3402),
                tallest: Twips(3402),
                most_labels: 0,
                most_line_labels: 0,
            },
            page_number: PageNumberStyle {
                form: Vec::new(),
                typeface: Typeface::Songti,
                size: HalfPoints(21),
                side: NumberSide::Centre,
            },
        }
    }
}
