//! Tables and charts of a profile.

use super::decode::Decoder;
use super::schema;
use crate::layout::{ChartLook, EighthPoints, TableLook, Twips};
use crate::load::node::Entry;

/// Most rows, columns and numbers that a profile may speak of.
const MOST: i64 = 1000;

impl Decoder<'_, '_> {
    pub(super) fn table(&mut self, entry: &Entry, table: &mut TableLook) {
        for one in self
            .reader
            .known(&entry.value, schema::TABLE, &entry.name.text)
        {
            match one.key {
                "header" => self.style(one.entry, &mut table.header),
                "text" => self.style(one.entry, &mut table.text),
                "border" => {
                    if let Some(Twips(width)) = self.positive(one.entry, "0.5磅") {
                        let eighths = (width * 8 + 10) / 20;
                        table.border = EighthPoints(u16::try_from(eighths.min(96)).unwrap_or(4));
                    }
                }
                "cell_margin" => {
                    if let Some(margin) = self.positive(one.entry, "1.5毫米") {
                        table.cell_margin = margin;
                    }
                }
                "row_height" => {
                    table.row_height = self.gap(one.entry).unwrap_or(table.row_height);
                }
                "whole_rows" => self.limit(one.entry, 0, &mut table.whole_rows),
                "most_columns" => self.limit(one.entry, 1, &mut table.most_columns),
                _ => {
                    let pitch = table.text.pitch();
                    table.short = self.indent(one.entry, pitch, 0).unwrap_or(table.short);
                }
            }
        }
    }

    pub(super) fn chart(&mut self, entry: &Entry, chart: &mut ChartLook) {
        for one in self
            .reader
            .known(&entry.value, schema::CHART, &entry.name.text)
        {
            match one.key {
                "height" => chart.height = self.height(one.entry).unwrap_or(chart.height),
                "tallest" => chart.tallest = self.height(one.entry).unwrap_or(chart.tallest),
                "most_labels" => self.limit(one.entry, 0, &mut chart.most_labels),
                _ => self.limit(one.entry, 0, &mut chart.most_line_labels),
            }
        }
    }

    /// So many of something, `least` or more.
    fn limit(&mut self, entry: &Entry, least: i64, to: &mut usize) {
        let found = self
            .reader
            .whole(&entry.value, &entry.name.text, (least, MOST));
        if let Some(count) = found.and_then(|found| usize::try_from(found.value).ok()) {
            *to = count;
        }
    }
}
