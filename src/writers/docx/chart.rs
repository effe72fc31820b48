//! Charts: the drawing in the body, and the parts it refers to: the chart itself and the workbook behind it.

use super::WriteError;
use super::body::Writer;
use super::chart_part::chart_part;
use super::package::{OFFICE, relationship, relationships_open};
use super::paragraph::Properties;
use super::runs::Look;
use super::style_id::StyleId;
use super::styles::StyleSheet;
use super::workbook::{Value, workbook};
use super::xml::escape_into;
use crate::document::{Chart, ChartForm, ChartNames, Language, cell_number, plain};
use crate::layout::{Align, Profile, Twips};
use std::fmt::Write;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
/// English Metric Units in a twip.
const EMU: i32 = 635;
/// Lines of the grid that a chart of lying bars takes beside half a line for each bar.
const BESIDE_BARS: i32 = 2;
/// More bars than these are counted as these.
const MOST_BARS: usize = 1000;
/// An alternative text ends here: what is longer nobody listens to.
const LONGEST_TEXT: usize = 1500;

/// The parts of a document's charts.
#[derive(Debug, Default)]
pub struct Charts {
    parts: Vec<(String, Vec<u8>)>,
    count: usize,
    error: Option<WriteError>,
}

impl Charts {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The parts of all charts, by name.
    ///
    /// # Errors
    /// When a workbook could not be packed.
    pub fn into_parts(self) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
        self.error.map_or(Ok(self.parts), Err)
    }

    fn add(&mut self, chart: String, rows: &[Vec<Value>]) {
        self.count += 1;
        let n = self.count;
        let mut links = relationships_open();
        relationship(
            &mut links,
            "rId1",
            &format!("{OFFICE}/package"),
            &format!("../embeddings/chart{n}.xlsx"),
        );
        links.push_str("</Relationships>");
        match workbook(rows) {
            Ok(book) => self.parts.extend([
                (format!("word/charts/chart{n}.xml"), chart.into_bytes()),
                (
                    format!("word/charts/_rels/chart{n}.xml.rels"),
                    links.into_bytes(),
                ),
                (format!("word/embeddings/chart{n}.xlsx"), book),
            ]),
            Err(error) => self.error = Some(error),
        }
    }
}

/// The relationship of the n-th chart, from 1.
pub fn relationship_id(n: usize) -> String {
    format!("rIdChart{n}")
}

impl<'a> Writer<'a> {
    /// A chart: its unit above it, then the drawing; the caption below is a block of its own. `keep_next` keeps it on the
    /// page of what follows.
    pub(super) fn chart(&mut self, chart: &'a Chart, number: Option<u32>, keep_next: bool) {
        if !chart.unit.is_empty() {
            let unit = Properties {
                align: Some(Align::Right),
                keep_next: true,
                ..Properties::new(StyleId::Note)
            };
            // The section ends below the drawing.
            let ends = self.ends_section.take();
            self.paragraph(unit, None, |runs| {
                runs.inlines(&chart.unit, Look::default())
            });
            self.ends_section = ends;
        }
        let data = rows(chart);
        let sheet = StyleSheet {
            profile: self.profile,
            fonts: self.fonts,
            language: self.language,
        };
        self.charts
            .add(chart_part(chart.form, &data, &sheet), &data);
        if let Some(recorder) = &mut self.recorder {
            let rows = std::iter::once(&chart.data.header).chain(&chart.data.rows);
            rows.flatten().for_each(|cell| recorder.cell(&cell.content));
        }
        let mut properties = Properties::new(StyleId::Chart);
        properties.keep_next = keep_next;
        let bookmark = self.open(properties, number);
        self.drawing(chart, &data);
        self.close(bookmark);
    }

    fn drawing(&mut self, chart: &Chart, data: &[Vec<Value>]) {
        let page = &self.section.page;
        let width = page.text_width() * EMU;
        let height = height(chart, self.profile) * EMU;
        let n = self.charts.count();
        let ChartNames { zh, en, .. } = chart.form.names();
        let name = match self.language {
            Language::Chinese => format!("{zh}{n}"),
            Language::English => format!("{en} {n}"),
        };
        let _ = write!(
            self.out,
            "<w:r><w:drawing><wp:inline xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" \
             distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{}\" cy=\"{}\"/>\
             <wp:docPr id=\"{n}\" name=\"{name}\" descr=\"",
            width.0, height.0
        );
        escape_into(&mut self.out, &alternative(chart, data, self.language));
        let _ = write!(
            self.out,
            "\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"{DRAWING}/main\">\
             <a:graphicData uri=\"{DRAWING}/chart\"><c:chart xmlns:c=\"{DRAWING}/chart\" r:id=\"{}\"/>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            relationship_id(n)
        );
    }
}

/// How high a chart is: one of lying bars takes more for more of them.
pub fn height(chart: &Chart, profile: &Profile) -> Twips {
    let look = &profile.chart;
    match chart.form {
        ChartForm::Column | ChartForm::Line => look.height,
        ChartForm::Bar => {
            let bars = chart
                .data
                .rows
                .len()
                .saturating_mul(chart.data.header.len());
            let lines = i32::try_from(bars.min(MOST_BARS)).unwrap_or_default() / 2 + BESIDE_BARS;
            (profile.page.line_pitch * lines)
                .min(look.tallest)
                .max(look.height)
        }
    }
}

/// The data as the workbook holds them: heads and names as words, all else as numbers.
fn rows(chart: &Chart) -> Vec<Vec<Value>> {
    let text = |words: String| {
        if words.is_empty() {
            Value::Empty
        } else {
            Value::Text(words)
        }
    };
    let mut head: Vec<Value> = Vec::new();
    for (index, cell) in chart.data.header.iter().enumerate() {
        // The corner of a chart's sheet is empty.
        let words = plain(&cell.content);
        head.push(text(if index == 0 { String::new() } else { words }));
    }
    let row = |cells: &Vec<crate::document::Cell>| {
        let value = |(index, cell): (usize, &crate::document::Cell)| match cell_number(cell) {
            Some(digits) if index > 0 => Value::Number(digits),
            _ if index == 0 => text(plain(&cell.content).replace('\n', "")),
            _ => Value::Empty,
        };
        cells.iter().enumerate().map(value).collect()
    };
    std::iter::once(head)
        .chain(chart.data.rows.iter().map(row))
        .collect()
}

/// What somebody hears who does not see the chart: its form, unit and data.
fn alternative(chart: &Chart, data: &[Vec<Value>], language: Language) -> String {
    let is_chinese = language == Language::Chinese;
    let ChartNames { zh, en, .. } = chart.form.names();
    let (colon, comma, stop) = if is_chinese {
        ("：", "，", "；")
    } else {
        (": ", ", ", "; ")
    };
    let mut out = (if is_chinese { zh } else { en }).to_owned();
    if !chart.unit.is_empty() {
        let _ = write!(out, "{comma}{}", plain(&chart.unit));
    }
    let words = |value: &Value| match value {
        Value::Empty => "—".to_owned(),
        Value::Text(text) | Value::Number(text) => text.clone(),
    };
    let heads: &[Value] = data.first().map_or(&[], |head| head);
    for row in data.iter().skip(1) {
        if out.chars().count() > LONGEST_TEXT {
            out.push_str(if is_chinese { "；……" } else { "; …" });
            break;
        }
        let values: Vec<String> = row
            .iter()
            .zip(heads)
            .skip(1)
            .map(|(value, head)| match is_chinese {
                true => format!("{}{}", words(head), words(value)),
                false => format!("{} {}", words(head), words(value)),
            })
            .collect();
        let name = row.first().map(words).unwrap_or_default();
        let _ = write!(out, "{stop}{name}{colon}{}", values.join(comma));
    }
    out
}
