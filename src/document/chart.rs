//! Charts: a table of figures that is drawn.

use super::{Cell, Inline, Table, plain};

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartForm {
    /// 柱形图: upright bars beside each other.
    Column,
    /// 条形图: lying bars below each other, for long names.
    Bar,
    /// 折线图: points joined by lines, for what changes with time.
    Line,
}

impl ChartForm {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Column, Self::Bar, Self::Line];

    /// What it is called.
    pub fn names(self) -> ChartNames {
        let names = |zh, class, word, en| ChartNames {
            zh,
            class,
            word,
            en,
        };
        match self {
            Self::Column => names("柱形图", "column-chart", "column_chart", "Column chart"),
            Self::Bar => names("条形图", "bar-chart", "bar_chart", "Bar chart"),
            Self::Line => names("折线图", "line-chart", "line_chart", "Line chart"),
        }
    }

    /// The form that a word or `{.class}` means, in either language.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| {
            let ChartNames {
                zh, class, word, ..
            } = form.names();
            [zh, class, word].contains(&name)
        })
    }
}

/// The names of a form of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartNames {
    /// In Chinese, everywhere.
    pub zh: &'static str,
    /// In English, as a `{.class}`.
    pub class: &'static str,
    /// In English, as a word of the data.
    pub word: &'static str,
    /// In English, as people say it.
    pub en: &'static str,
}

/// A chart: the rows of its table are the categories, the columns behind the first its series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// How it is drawn.
    pub form: ChartForm,
    /// 单位：万元; empty when there is nothing to say.
    pub unit: Vec<Inline>,
    /// The data, at least one column and one row of them.
    pub data: Table,
}

/// The number that a cell shows, as digits that need no further reading: `-1234.50`. `None` for a cell without a number, such as a
/// figure still to come. A unit behind the number and a word of approximation before it are left out.
pub fn cell_number(cell: &Cell) -> Option<String> {
    let text = plain(&cell.content);
    let text = text.trim();
    let text = text.trim_start_matches(['约', '近', '逾', '超', '不', '足', '+', '＋']);
    let (sign, rest) = match text.strip_prefix(['-', '−', '－']) {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let (digits, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let digits = digits.replace(',', "");
    let digits = digits.trim_end_matches('.');
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() <= 1
        && !behind.contains(|c: char| c.is_ascii_digit());
    is_number.then(|| format!("{sign}{digits}"))
}
