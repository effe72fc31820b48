//! Grids of figures (指标表): every cell is a figure of the report.

use super::figures::path;
use super::report::Gathered;
use super::{Reader, choices};
use crate::diag::{Diagnostic, Text, codes, nearest};
use crate::load::node::{Entry, Kind, Node};
use crate::model::schema;
use crate::model::{Figure, FigureId, FigureTable, Located, Period};

/// What a table says of all its cells.
#[derive(Default)]
struct Common {
    period: Option<Located<Period>>,
    scope: Option<Located<String>>,
    unit: Option<Located<String>>,
    source: Option<Located<String>>,
}

impl Reader<'_> {
    /// All tables under the key 指标表.
    pub fn tables(&mut self, entry: &Entry, all: &mut Gathered) -> Vec<FigureTable> {
        let entries = self.map(&entry.value, &entry.name.text).unwrap_or_default();
        let mut tables = Vec::with_capacity(entries.len());
        for entry in entries {
            if self.is_name(&entry.name) {
                tables.push(self.table(entry, all));
            }
        }
        tables
    }

    fn table(&mut self, entry: &Entry, all: &mut Gathered) -> FigureTable {
        let name = entry.name.text.trim().to_owned();
        let mut common = Common::default();
        let (mut columns, mut rows, mut total) = (None, None, None);
        let mut doubled = false;
        for one in self.known(&entry.value, schema::TABLE, &name) {
            match one.key {
                "columns" => {
                    let list = self.plain_list(one.entry);
                    doubled |= self.has_doubles(&list);
                    columns = Some(list);
                }
                "rows" => rows = Some(one.entry),
                "total" => total = self.plain_of(one.entry),
                "period" => {
                    common.period =
                        self.parsed(&one.entry.value, &one.entry.name.text, Period::parse);
                }
                "scope" => common.scope = self.plain_of(one.entry),
                "unit" => common.unit = self.plain_of(one.entry),
                "source" => common.source = self.plain_of(one.entry),
                _ => {}
            }
        }
        if matches!(entry.value.kind, Kind::Map(_)) {
            self.table_is_whole(entry, columns.is_some(), rows.is_some());
        }
        let mut table = FigureTable {
            name: Located::new(name, entry.name.place),
            period: common.period.clone(),
            scope: common.scope.clone(),
            columns: columns.unwrap_or_default(),
            rows: Vec::new(),
            total,
        };
        if let Some(rows) = rows.filter(|_| !doubled) {
            self.rows(rows, &mut table, &common, all);
        }
        self.total_is_a_row(&table);
        table
    }

    /// Two columns of one name would give each row two cells of one path.
    fn has_doubles(&mut self, columns: &[Located<String>]) -> bool {
        let is_double = |(i, name): &(usize, &Located<String>)| {
            columns[..*i].iter().any(|other| other.value == name.value)
        };
        let doubles: Vec<_> = columns.iter().enumerate().filter(is_double).collect();
        for (_, name) in &doubles {
            let message = Text::new(
                format!("列名“{}”写了两次", name.value),
                format!("column \"{}\" is given twice", name.value),
            );
            let hint = Text::new("请给其中一列换一个名称", "give one of the two another name");
            self.push(Diagnostic::error(&codes::DUPLICATE_PATH, name.place, message).hint(hint));
        }
        !doubles.is_empty()
    }

    fn table_is_whole(&mut self, entry: &Entry, columns: bool, rows: bool) {
        let hint = Text::new(
            "指标表要有 列: [列名, …] 和 行: {行名: [数值, …]}",
            "a table has `columns: [name, …]` and `rows: {name: [value, …]}`",
        );
        if !columns {
            self.missing(entry.name.place, "列", "columns", hint.clone());
        }
        if !rows {
            self.missing(entry.name.place, "行", "rows", hint);
        }
    }

    fn rows(
        &mut self,
        entry: &Entry,
        table: &mut FigureTable,
        common: &Common,
        all: &mut Gathered,
    ) {
        let rows = self.map(&entry.value, &entry.name.text).unwrap_or_default();
        for row in rows {
            if !self.is_name(&row.name) {
                continue;
            }
            let cells = self.cells(row, table.columns.len());
            let name = row.name.text.trim();
            let scope = path(&table.name.value, name);
            let figures = table
                .columns
                .iter()
                .zip(cells)
                .map(|(column, cell)| {
                    let figure = self.cell(cell, &scope, &column.value, common)?;
                    Some(all.add(self, figure))
                })
                .collect::<Vec<Option<FigureId>>>();
            let name = Located::new(name.to_owned(), row.name.place);
            table.rows.push((name, figures));
        }
    }

    /// The cells of a row; their number must be that of the columns.
    fn cells<'n>(&mut self, row: &'n Entry, columns: usize) -> Vec<&'n Node> {
        let name = &row.name.text;
        let cells: Vec<&Node> = match &row.value.kind {
            Kind::List(cells) => cells.iter().collect(),
            Kind::Scalar(_) if columns == 1 => vec![&row.value],
            _ => self
                .list(&row.value, name)
                .unwrap_or_default()
                .iter()
                .collect(),
        };
        let found = cells.len();
        if matches!(row.value.kind, Kind::List(_)) && found != columns {
            let message = Text::new(
                format!("行“{name}”有{found}格，表有{columns}列"),
                format!("the row \"{name}\" has {found} cells, the table has {columns} columns"),
            );
            let hint = match found < columns {
                true => Text::new("空着的格写“—”", "write `—` for an empty cell"),
                false => Text::new(
                    "删去多出的格，或在“列”里补上列名",
                    "take out what is too many, or name the column under `columns`",
                ),
            };
            self.push(Diagnostic::error(&codes::BAD_VALUE, row.value.place, message).hint(hint));
        }
        cells
    }

    fn cell(&mut self, node: &Node, scope: &str, column: &str, common: &Common) -> Option<Figure> {
        let text = node.text().map(str::trim);
        if node.is_null() || matches!(text, Some("" | "-" | "—" | "——" | "－")) {
            return None;
        }
        let mut figure = Figure::new(path(scope, column), column, node.place);
        figure.period = common.period.clone();
        figure.scope = common.scope.clone();
        figure.unit = common.unit.clone();
        figure.source = common.source.clone();
        match (
            &node.kind,
            text.and_then(|t| choices::find(choices::STATUS, t)),
        ) {
            (_, Some(status)) => figure.status = status,
            (Kind::Map(_), _) => {
                let name = crate::load::node::Name {
                    text: column.to_owned(),
                    place: node.place,
                };
                let value = node.clone();
                self.figure_map(&Entry { name, value }, &mut figure);
            }
            _ => figure.value = self.quantity(node, column),
        }
        if let Some(unit) = &common.unit {
            self.apply_unit(&mut figure, unit);
        }
        Some(figure)
    }

    fn total_is_a_row(&mut self, table: &FigureTable) {
        let Some(total) = &table.total else { return };
        let names = || table.rows.iter().map(|(name, _)| name.value.as_str());
        if table.rows.is_empty() || names().any(|name| name == total.value) {
            return;
        }
        let message = Text::new(
            format!("合计行“{}”不是表中的一行", total.value),
            format!("the total \"{}\" is no row of the table", total.value),
        );
        let hint = match nearest(&total.value, names()) {
            Some(near) => Text::new(
                format!("是不是“{near}”？"),
                format!("did you mean \"{near}\"?"),
            ),
            None => {
                let all = names().collect::<Vec<_>>();
                Text::new(
                    format!("表中的行：{}", all.join("、")),
                    format!("rows of the table: {}", all.join(", ")),
                )
            }
        };
        self.push(Diagnostic::error(&codes::BAD_VALUE, total.place, message).hint(hint));
    }
}
