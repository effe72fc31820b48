//! What a template sees of a report. Rust never reads it back.

use super::engine::figure_value;
use super::names::{engine_name, is_made};
use super::state;
use super::translate::FIGURE_TABLES;
use crate::diag::{Place, Sources};
use crate::document::marks;
use crate::figures::{Facts, PeriodNames, date_text, period_names};
use crate::model::{
    Annex, Field, FieldValue, FigureId, Form, Item, Language, Length, Located, Position, Report,
    Section, SectionKind, Wording, WordingKind,
};
use std::collections::BTreeSet;
use tera::value::Key;
use tera::{Context, Map, Value};

/// The rendered texts of a report's wordings, as the engine takes them, by the place of each.
#[derive(Debug, Default)]
pub(super) struct Texts {
    list: Vec<(Place, Value)>,
}

impl Texts {
    /// Texts in any order.
    pub(super) fn new(mut list: Vec<(Place, Value)>) -> Self {
        list.sort_by_key(|(place, _)| *place);
        Self { list }
    }

    fn get(&self, place: Place) -> Option<&Value> {
        let found = self.list.binary_search_by_key(&place, |(place, _)| *place);
        self.list.get(found.ok()?).map(|(_, text)| text)
    }

    /// Bytes of all of them.
    pub(super) fn length(&self) -> usize {
        self.list.iter().filter_map(|(_, text)| text.len()).sum()
    }
}

/// What the view is made of.
pub(super) struct View<'a> {
    pub facts: &'a Facts,
    pub texts: &'a Texts,
    pub sources: &'a Sources,
}

impl View<'_> {
    fn report(&self) -> &Report {
        &self.facts.report
    }

    /// The values of the names that are used; what is not filled in is left undefined.
    pub(super) fn context(&self, used: &BTreeSet<String>) -> Context {
        let mut context = Context::new();
        for name in used {
            if let Some(value) = self.value(name) {
                context.insert_value(name.clone(), value);
            }
        }
        context
    }

    /// The value of a name; `None` for what is not filled in.
    pub(super) fn value(&self, name: &str) -> Option<Value> {
        let report = self.report();
        let mut fields = report.fields.iter();
        let field = match is_made(name) {
            true => fields.find(|f| engine_name(&f.name) == name),
            false => fields.find(|f| f.name == name),
        };
        if let Some(field) = field {
            return self.field(field);
        }
        let at = |position| Some(self.added(|s| s.position == position));
        match name {
            "achievements" => self.section_of(SectionKind::Achievements),
            "problems" => self.section_of(SectionKind::Problems),
            "next_steps" => self.section_of(SectionKind::NextSteps),
            "sections" => Some(self.added(|_| true)),
            "sections_before_achievements" => at(Position::BeforeAchievements),
            "sections_after_achievements" => at(Position::AfterAchievements),
            "sections_after_problems" => at(Position::AfterProblems),
            "sections_at_end" => at(Position::End),
            "period_short" => self.period(|n| &n.short),
            "next_period" => self.period(|n| &n.next_short),
            "next_period_full" => self.period(|n| &n.next),
            "year" => self.period(|n| &n.year),
            "brief" => Some(Value::from(report.length == Length::Brief)),
            "annex_texts" => self.annex_texts(),
            "last_plans" => self.last_plans(),
            "figures" => Some(self.top_figures()),
            FIGURE_TABLES => Some(self.tables()),
            _ => None,
        }
    }

    fn period(&self, choose: impl Fn(&PeriodNames) -> &str) -> Option<Value> {
        let report = self.report();
        let names = period_names(report.period()?, report.language);
        Some(Value::normal_string(choose(&names))).filter(|v| v.as_str() != Some(""))
    }

    fn field(&self, field: &Field) -> Option<Value> {
        let language = self.report().language;
        Some(match &field.value {
            FieldValue::Plain(text) => Value::normal_string(&text.value),
            FieldValue::Wording(wording) => self.wording(wording)?,
            FieldValue::Date(date) => Value::normal_string(&date_text(date.value, language)),
            FieldValue::Period(period) => {
                Value::normal_string(&period_names(&period.value, language).full)
            }
            FieldValue::List(list) => Value::from(list.iter().map(plain).collect::<Vec<_>>()),
            FieldValue::Items(items) => self.items(items),
            FieldValue::Annexes(annexes) => Value::from(
                annexes
                    .iter()
                    .map(|a| self.text(&a.name))
                    .collect::<Vec<_>>(),
            ),
        })
    }

    /// A field with `{{ }}`. While texts of the data are rendered, only those without tags can be printed in others.
    fn wording(&self, wording: &Wording) -> Option<Value> {
        let is_line = wording.kind == WordingKind::Line;
        match self.texts.get(wording.place) {
            Some(text) => Some(text.clone()),
            None => wording
                .as_name()
                .filter(|_| is_line)
                .map(Value::normal_string),
        }
    }

    /// A text that was rendered before; it holds its own places.
    fn text(&self, wording: &Wording) -> Value {
        let text = self.texts.get(wording.place);
        text.cloned().unwrap_or_else(|| Value::safe_string(""))
    }

    fn section_of(&self, kind: SectionKind) -> Option<Value> {
        self.report().section(kind).map(|s| self.section(s))
    }

    fn added(&self, wanted: impl Fn(&Section) -> bool) -> Value {
        let sections = self
            .report()
            .sections
            .iter()
            .filter(|s| s.kind == SectionKind::Added && wanted(s));
        Value::from(sections.map(|s| self.section(s)).collect::<Vec<_>>())
    }

    fn section(&self, section: &Section) -> Value {
        let mut map = Map::new();
        self.put_text(&mut map, "title", section.title.as_ref());
        self.put_text(&mut map, "lead", section.lead.as_ref());
        self.put_text(&mut map, "closing", section.closing.as_ref());
        self.put_text(&mut map, "caption", section.caption.as_ref());
        put_form(&mut map, section.form.as_ref(), self.report().language);
        map.insert("items".into(), self.items(&section.items));
        Value::from(map)
    }

    fn items(&self, items: &[Item]) -> Value {
        let items = items.iter().map(|i| Value::from(self.item(i)));
        Value::from(items.collect::<Vec<_>>())
    }

    fn item(&self, item: &Item) -> Map {
        let mut map = Map::new();
        map.insert(
            "mark".into(),
            Value::safe_string(&self.line_mark(item.place)),
        );
        if let Some(name) = &item.name {
            map.insert("name".into(), plain(name));
            let mut title = self.line_mark(name.place);
            marks::push_opaque(&mut title, &name.value);
            map.insert("title".into(), Value::safe_string(&title));
        }
        self.put_text(&mut map, "title", item.title.as_ref());
        self.put_text(&mut map, "body", item.body.as_ref());
        self.put_text(&mut map, "cause", item.cause.as_ref());
        self.put_text(&mut map, "measure", item.measure.as_ref());
        self.put_text(&mut map, "caption", item.caption.as_ref());
        self.put_text(&mut map, "owner", item.owner.as_ref());
        self.put_text(&mut map, "deadline", item.deadline.as_ref());
        put_form(&mut map, item.form.as_ref(), self.report().language);
        if !item.figures.is_empty() {
            map.insert("figures".into(), self.figures(item.figures.iter().copied()));
        }
        if !item.items.is_empty() {
            map.insert("items".into(), self.items(&item.items));
        }
        map
    }

    fn put_text(&self, map: &mut Map, name: &'static str, wording: Option<&Wording>) {
        if let Some(wording) = wording {
            map.insert(name.into(), self.text(wording));
        }
    }

    fn line_mark(&self, place: Place) -> String {
        let mut out = String::new();
        if let Some(source) = self.sources.get(place.source) {
            marks::push_line(&mut out, place.source, source.line_of(place.start as usize));
        }
        out
    }

    fn top_figures(&self) -> Value {
        let figures = self
            .report()
            .figures
            .iter()
            .zip(0..)
            .filter(|(f, _)| f.key == f.name);
        self.figures(figures.map(|(_, i)| FigureId(i)))
    }

    fn figures(&self, ids: impl Iterator<Item = FigureId>) -> Value {
        let mut map = Map::new();
        for id in ids {
            if let Some(figure) = self.report().figure(id) {
                let marked = state::print(id, state::value_aspect(), &Default::default());
                map.insert(figure.name.clone().into(), figure_value(marked));
            }
        }
        Value::from(map)
    }

    /// The tables of figures, each by its number: what prints one looks it up in the report.
    fn tables(&self) -> Value {
        let mut all = Map::new();
        for (number, table) in self.report().tables.iter().enumerate() {
            all.insert(table.name.value.clone().into(), table_number(number));
        }
        Value::from(all)
    }

    /// The annexes that have a page of their own; each knows its number among all, when there are several.
    fn annex_texts(&self) -> Option<Value> {
        let annexes = match &self.report().field("annexes")?.value {
            FieldValue::Annexes(annexes) => annexes,
            _ => return None,
        };
        let is_numbered = annexes.len() > 1;
        let numbered = (1_u64..).zip(annexes).filter(|(_, annex)| annex.has_page());
        let text = |(number, annex): (u64, &Annex)| {
            let mut map = self.item(&annex.item);
            if is_numbered {
                map.insert("index".into(), Value::from(number));
            }
            if !map.contains_key(&Key::Str("items")) {
                map.insert("items".into(), Value::from(Vec::<Value>::new()));
            }
            let table = annex.table.as_ref().and_then(|wanted| {
                let tables = &self.report().tables;
                tables.iter().position(|t| t.name.value == wanted.value)
            });
            if let Some(number) = table {
                map.insert("figure_table".into(), table_number(number));
            }
            Value::from(map)
        };
        let texts: Vec<Value> = numbered.map(text).collect();
        Some(Value::from(texts)).filter(|_| annexes.iter().any(Annex::has_page))
    }

    fn last_plans(&self) -> Option<Value> {
        let report = self.report();
        if !report.print_last_plans || report.last_plans.is_empty() {
            return None;
        }
        let plan = |plan: &crate::model::LastPlan| {
            let mut map = Map::new();
            map.insert(
                "mark".into(),
                Value::safe_string(&self.line_mark(plan.place)),
            );
            self.put_text(&mut map, "matter", Some(&plan.matter));
            self.put_text(&mut map, "note", plan.note.as_ref());
            plan.outcome
                .iter()
                .for_each(|o| drop(map.insert("outcome".into(), plain(o))));
            Value::from(map)
        };
        Some(Value::from(
            report.last_plans.iter().map(plan).collect::<Vec<_>>(),
        ))
    }
}

/// What a filter of tables knows a table by.
fn table_number(number: usize) -> Value {
    let mut map = Map::new();
    map.insert("table".into(), Value::from(number as u64));
    Value::from(map)
}

fn plain(text: &Located<String>) -> Value {
    Value::normal_string(&text.value)
}

fn put_form(map: &mut Map, form: Option<&Located<Form>>, language: Language) {
    let (zh, en) = match form.map(|f| f.value) {
        None => return,
        Some(Form::Ordinals) => ("一是", "ordinals"),
        Some(Form::Numbered) => ("编号", "numbered"),
        Some(Form::Paragraphs) => ("分段", "paragraphs"),
        Some(Form::Table) => ("表格", "table"),
        Some(Form::ColumnChart) => ("柱形图", "column_chart"),
        Some(Form::BarChart) => ("条形图", "bar_chart"),
        Some(Form::LineChart) => ("折线图", "line_chart"),
    };
    let name = if language == Language::Chinese {
        zh
    } else {
        en
    };
    map.insert("form".into(), Value::normal_string(name));
}
