//! 公文: the layout of GB/T 9704—2012 (党政机关公文格式).

use super::{
    Align, Chars, ClosingRule, EighthPoints, HalfPoints, HeadingStyle, Indent, Line, NumberForm,
    Page, PageNumberForm, PageNumberStyle, Profile, TableLook, TextStyle, Twips, Typeface,
};

/// 二号, 22 pt.
const ER_HAO: HalfPoints = HalfPoints(44);
/// 三号, 16 pt.
const SAN_HAO: HalfPoints = HalfPoints(32);
/// 四号, 14 pt.
const SI_HAO: HalfPoints = HalfPoints(28);
/// 小四, 12 pt.
const XIAO_SI: HalfPoints = HalfPoints(24);

/// 225 mm by 22 lines is 28.99 pt; at 29 pt the 22nd line no longer fits.
const LINE: Twips = Twips(579);

/// 28 characters of 16 pt are wider than the 156 mm of the text block by 5.8 pt, so each is set a quarter point closer.
const TIGHT: Twips = Twips(-5);

const BODY: TextStyle = TextStyle {
    typeface: Typeface::Fangsong,
    size: SAN_HAO,
    bold: false,
    spacing: TIGHT,
    line: Line::Exact(LINE),
    before: Twips(0),
    after: Twips(0),
    indent: Indent::first_line(2),
    align: Align::Justified,
};

const HEADING: TextStyle = TextStyle {
    align: Align::Left,
    ..BODY
};

const SMALL: TextStyle = TextStyle {
    size: XIAO_SI,
    spacing: Twips(0),
    line: Line::Single,
    indent: Indent::NONE,
    align: Align::Left,
    ..BODY
};

/// The layout of official documents.
pub static OFFICIAL: Profile = Profile {
    names: &["公文", "official", "GB/T 9704", "gbt9704"],
    page: Page {
        width: Twips(11906),
        height: Twips(16838),
        top: Twips(2098),
        bottom: Twips(1984),
        left: Twips(1587),
        right: Twips(1474),
        header: Twips(851),
        footer: Twips(1420),
        line_pitch: LINE,
    },
    title: TextStyle {
        typeface: Typeface::Xiaobiaosong,
        size: ER_HAO,
        spacing: Twips(0),
        after: LINE,
        indent: Indent::NONE,
        align: Align::Centre,
        ..BODY
    },
    subtitle: TextStyle {
        typeface: Typeface::Kaiti,
        after: LINE,
        indent: Indent::NONE,
        align: Align::Centre,
        ..BODY
    },
    salutation: TextStyle {
        indent: Indent::NONE,
        align: Align::Left,
        ..BODY
    },
    body: BODY,
    headings: [
        HeadingStyle {
            number: NumberForm::ChineseComma,
            text: TextStyle {
                typeface: Typeface::Heiti,
                ..HEADING
            },
        },
        HeadingStyle {
            number: NumberForm::ChineseBrackets,
            text: TextStyle {
                typeface: Typeface::Kaiti,
                ..HEADING
            },
        },
        HeadingStyle {
            number: NumberForm::ArabicPoint,
            text: HEADING,
        },
        HeadingStyle {
            number: NumberForm::ArabicBrackets,
            text: HEADING,
        },
    ],
    part: TextStyle {
        bold: true,
        indent: Indent::NONE,
        align: Align::Centre,
        ..HEADING
    },
    list_item: BODY,
    bullet: "——",
    quote: TextStyle {
        typeface: Typeface::Kaiti,
        indent: Indent {
            left: Chars::whole(2),
            right: Chars::whole(2),
            first_line: Chars::whole(2),
        },
        ..BODY
    },
    code: TextStyle {
        typeface: Typeface::Songti,
        indent: Indent {
            left: Chars::whole(2),
            right: Chars(0),
            first_line: Chars(0),
        },
        ..SMALL
    },
    caption: TextStyle {
        typeface: Typeface::Heiti,
        line: Line::Exact(LINE),
        align: Align::Centre,
        ..SMALL
    },
    note: TextStyle {
        line: Line::Exact(LINE),
        ..SMALL
    },
    signature: TextStyle {
        before: LINE,
        indent: Indent::NONE,
        align: Align::Right,
        ..BODY
    },
    date: TextStyle {
        indent: Indent::NONE,
        align: Align::Right,
        ..BODY
    },
    closing: ClosingRule::WithoutSeal,
    emphasis: Typeface::Kaiti,
    table: TableLook {
        header: TextStyle {
            typeface: Typeface::Heiti,
            align: Align::Centre,
            ..SMALL
        },
        text: SMALL,
        border: EighthPoints(4),
        cell_margin: Twips(85),
        short: Chars::whole(8),
    },
    page_number: PageNumberStyle {
        form: PageNumberForm::Dashes,
        typeface: Typeface::Songti,
        size: SI_HAO,
        from_edge: Some(Chars::whole(1)),
    },
};
