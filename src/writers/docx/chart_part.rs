//! The chart itself: `word/charts/chart<n>.xml`, in the order of the schema, with the values it shows kept beside the
//! workbook they come from.

use super::package::{DECLARATION, OFFICE, language_tag};
use super::styles::StyleSheet;
use super::workbook::{SHEET, Value, column};
use super::xml::escape_into;
use crate::document::ChartForm;
use crate::layout::ChartLook;
use std::fmt::Write;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// Fills that stay apart when printed in grey.
const COLOURS: [&str; 6] = ["1F4E79", "9DC3E6", "7F7F7F", "C55A11", "A9D18E", "404040"];
/// The shapes of points on lines, which tell them apart without colours.
const MARKERS: [&str; 6] = ["circle", "square", "triangle", "diamond", "x", "star"];

/// One chart; `data` is what its workbook holds, heads in the first row, names in the first column.
pub fn chart_part(form: ChartForm, data: &[Vec<Value>], sheet: &StyleSheet<'_>) -> String {
    let part = Part {
        form,
        data,
        look: sheet.profile.chart,
        letters: letters(sheet),
    };
    part.whole()
}

/// The letters of everything in the chart.
fn letters(sheet: &StyleSheet<'_>) -> String {
    let (names, fonts) = (&sheet.profile.font_names, sheet.fonts);
    let text = &sheet.profile.table.text;
    let mut out = format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{}\" b=\"0\">\
         <a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:latin typeface=\"",
        u32::from(text.size.0) * 50
    );
    escape_into(&mut out, names.latin(fonts));
    out.push_str("\"/><a:ea typeface=\"");
    escape_into(&mut out, names.face(fonts, text.typeface).name);
    let _ = write!(
        out,
        "\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"{}\"/></a:p></c:txPr>",
        language_tag(sheet.language)
    );
    out
}

struct Part<'a> {
    form: ChartForm,
    data: &'a [Vec<Value>],
    look: ChartLook,
    letters: String,
}

impl Part<'_> {
    fn whole(&self) -> String {
        let mut out = format!(
            "{DECLARATION}<c:chartSpace xmlns:c=\"{DRAWING}/chart\" xmlns:a=\"{DRAWING}/main\" \
             xmlns:r=\"{OFFICE}\"><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/>\
             <c:plotArea><c:layout/>"
        );
        self.plot(&mut out);
        self.axes(&mut out);
        out.push_str("</c:plotArea>");
        if self.series() > 1 {
            let _ = write!(
                out,
                "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{}</c:legend>",
                self.letters
            );
        }
        let _ = write!(
            out,
            "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
             <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
            self.letters
        );
        out
    }

    /// How many series there are.
    fn series(&self) -> usize {
        self.data
            .first()
            .map_or(0, |head| head.len().saturating_sub(1))
    }

    fn plot(&self, out: &mut String) {
        let name = match self.form {
            ChartForm::Column | ChartForm::Bar => "barChart",
            ChartForm::Line => "lineChart",
        };
        let _ = write!(out, "<c:{name}>");
        match self.form {
            ChartForm::Column => {
                out.push_str("<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>")
            }
            ChartForm::Bar => {
                out.push_str("<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>")
            }
            ChartForm::Line => out.push_str("<c:grouping val=\"standard\"/>"),
        }
        out.push_str("<c:varyColors val=\"0\"/>");
        for index in 0..self.series() {
            self.one_series(out, index);
        }
        out.push_str(match self.form {
            ChartForm::Column | ChartForm::Bar => "<c:gapWidth val=\"80\"/>",
            ChartForm::Line => "<c:marker val=\"1\"/>",
        });
        let _ = write!(
            out,
            "<c:axId val=\"{CATEGORIES}\"/><c:axId val=\"{VALUES}\"/></c:{name}>"
        );
    }

    fn one_series(&self, out: &mut String, index: usize) {
        let letter = column(index + 1);
        let _ = write!(
            out,
            "<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>\
             <c:strCache><c:ptCount val=\"1\"/>"
        );
        let head = self.data.first().and_then(|head| head.get(index + 1));
        point(out, 0, head);
        out.push_str("</c:strCache></c:strRef></c:tx>");
        self.fill(out, index);
        self.labels(out, index);
        let last = self.data.len();
        let count = last.saturating_sub(1);
        let _ = write!(
            out,
            "<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{count}\"/>"
        );
        for (row, at) in self.data.iter().skip(1).zip(0..) {
            point(out, at, row.first());
        }
        let _ = write!(
            out,
            "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f>\
             <c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>"
        );
        for (row, at) in self.data.iter().skip(1).zip(0..) {
            point(out, at, row.get(index + 1));
        }
        out.push_str("</c:numCache></c:numRef></c:val>");
        if self.form == ChartForm::Line {
            out.push_str("<c:smooth val=\"0\"/>");
        }
        out.push_str("</c:ser>");
    }

    fn fill(&self, out: &mut String, index: usize) {
        let fill = format!(
            "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
            COLOURS[index % COLOURS.len()]
        );
        let _ = match self.form {
            ChartForm::Column | ChartForm::Bar => write!(
                out,
                "<c:spPr>{fill}</c:spPr><c:invertIfNegative val=\"0\"/>"
            ),
            ChartForm::Line => write!(
                out,
                "<c:spPr><a:ln w=\"22225\">{fill}</a:ln></c:spPr><c:marker><c:symbol val=\"{}\"/>\
                 <c:size val=\"6\"/><c:spPr>{fill}<a:ln>{fill}</a:ln></c:spPr></c:marker>",
                MARKERS[index % MARKERS.len()]
            ),
        };
    }

    /// The numbers beside bars and points, where there is room for them.
    fn labels(&self, out: &mut String, index: usize) {
        let values = self.series() * self.data.len().saturating_sub(1);
        let place = match (self.form, self.series(), index) {
            (ChartForm::Line, _, _) if values > self.look.most_line_labels => None,
            _ if values > self.look.most_labels => None,
            (ChartForm::Column | ChartForm::Bar, _, _) => Some("outEnd"),
            (ChartForm::Line, 1, _) | (ChartForm::Line, 2, 0) => Some("t"),
            (ChartForm::Line, 2, _) => Some("b"),
            // Lines cross, and so would their numbers.
            (ChartForm::Line, _, _) => None,
        };
        out.push_str("<c:dLbls>");
        if let Some(place) = place {
            let _ = write!(
                out,
                "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
                 <c:dLblPos val=\"{place}\"/>",
                self.letters
            );
        }
        let _ = write!(
            out,
            "<c:showLegendKey val=\"0\"/><c:showVal val=\"{}\"/><c:showCatName val=\"0\"/>\
             <c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
            u8::from(place.is_some())
        );
    }

    fn numbers(&self, index: usize) -> impl Iterator<Item = &str> {
        let cells = self
            .data
            .iter()
            .skip(1)
            .filter_map(move |row| row.get(index + 1));
        cells.filter_map(|cell| match cell {
            Value::Number(digits) => Some(digits.as_str()),
            Value::Text(_) | Value::Empty => None,
        })
    }

    fn axes(&self, out: &mut String) {
        let is_lying = self.form == ChartForm::Bar;
        let (names, values) = if is_lying { ("l", "b") } else { ("b", "l") };
        // Of lying bars the first stands at the top, as in a table.
        let (order, cross) = if is_lying {
            ("maxMin", "max")
        } else {
            ("minMax", "autoZero")
        };
        let line = "<c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln></c:spPr>";
        let grid = "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/>\
                    </a:solidFill></a:ln></c:spPr></c:majorGridlines>";
        let letters = &self.letters;
        let _ = write!(
            out,
            "<c:catAx><c:axId val=\"{CATEGORIES}\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling>\
             <c:delete val=\"0\"/><c:axPos val=\"{names}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
             <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{line}{letters}\
             <c:crossAx val=\"{VALUES}\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>\
             <c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>"
        );
        let has_negative = (0..self.series()).any(|i| self.numbers(i).any(|n| n.starts_with('-')));
        // Bars are compared by their length, so they begin at nothing.
        let lowest = if self.form == ChartForm::Line || has_negative {
            ""
        } else {
            "<c:min val=\"0\"/>"
        };
        let _ = write!(
            out,
            "<c:valAx><c:axId val=\"{VALUES}\"/><c:scaling><c:orientation val=\"minMax\"/>{lowest}</c:scaling>\
             <c:delete val=\"0\"/><c:axPos val=\"{values}\"/>{grid}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
             <c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>{line}{letters}\
             <c:crossAx val=\"{CATEGORIES}\"/><c:crosses val=\"{cross}\"/><c:crossBetween val=\"between\"/></c:valAx>"
        );
    }
}

/// The ids by which the axes of a chart know each other.
const CATEGORIES: u32 = 1001;
const VALUES: u32 = 1002;

/// A value that the chart keeps; nothing for an empty cell.
fn point(out: &mut String, at: usize, value: Option<&Value>) {
    let (Some(Value::Text(text)) | Some(Value::Number(text))) = value else {
        return;
    };
    let _ = write!(out, "<c:pt idx=\"{at}\"><c:v>");
    escape_into(out, text);
    out.push_str("</c:v></c:pt>");
}
