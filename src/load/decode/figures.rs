//! Figures (指标).

use super::report::Gathered;
use super::{Known, Reader, choices};
use crate::diag::{Diagnostic, Place, Text, codes};
use crate::load::node::{Entry, Kind, Name, Node};
use crate::model::schema::{self, Key};
use crate::model::{
    Figure, FigureId, Growth, Located, Partition, Period, Quantity, Rank, Share, Status,
};
use crate::numeral;

/// Keys of which one at least must be given: without them a figure says nothing.
const SAYS_SOMETHING: &[&str] = &[
    "value",
    "last_year",
    "last_period",
    "opening",
    "growth",
    "growth_on_period",
    "target",
    "parts",
    "share",
    "rank",
    "against",
    "status",
];

impl Reader<'_> {
    /// All figures under a key 指标, with paths below `scope`.
    pub fn figures(&mut self, entry: &Entry, scope: &str, all: &mut Gathered) -> Vec<FigureId> {
        let Some(entries) = self.map(&entry.value, &entry.name.text) else {
            return Vec::new();
        };
        let mut ids = Vec::with_capacity(entries.len());
        all.make_room(entries.len());
        for entry in entries {
            if self.is_name(&entry.name) {
                let figure = self.figure(entry, scope);
                ids.push(all.add(self, figure));
            }
        }
        ids
    }

    /// Whether a text can name a figure, table, row or column; an error if not.
    pub fn is_name(&mut self, name: &Name) -> bool {
        let bad = |c: char| matches!(c, '{' | '}' | '|' | '"' | '\n' | '\r');
        let text = name.text.trim();
        if !text.is_empty() && !text.contains(bad) {
            return true;
        }
        let message = if text.is_empty() {
            Text::new("名称是空的", "the name is empty")
        } else {
            Text::new(
                format!("名称“{text}”里有不能用的符号"),
                format!("the name \"{text}\" holds a sign that cannot be used"),
            )
        };
        let wide_colon = text.split_once('：');
        let hint = match wide_colon.filter(|(_, value)| value.trim_start().starts_with('{')) {
            Some((key, value)) => Text::new(
                format!("冒号是全角的，请写成 {key}: {}: …}}", value.trim_start()),
                format!(
                    "the colon is full-width: write {key}: {}: …}}",
                    value.trim_start()
                ),
            ),
            None => Text::new(
                "名称里不能有 { } | \" 和换行",
                "names cannot hold { } | \" and line ends",
            ),
        };
        self.push(Diagnostic::error(&codes::BAD_NAME, name.place, message).hint(hint));
        false
    }

    fn figure(&mut self, entry: &Entry, scope: &str) -> Figure {
        let name = entry.name.text.trim();
        let mut figure = Figure::new(path(scope, name), name, entry.name.place);
        match &entry.value.kind {
            Kind::Scalar(_) => figure.value = self.quantity(&entry.value, name),
            Kind::Null => self.says_nothing(entry),
            Kind::Map(_) => self.figure_map(entry, &mut figure),
            Kind::List(_) => {
                let wanted = Text::new("数值，或“键: 值”", "a value, or keys with values");
                self.wrong_kind(&entry.value, name, &wanted);
            }
        }
        figure
    }

    /// A figure in its long form, whether below 指标 or in the cell of a table.
    pub fn figure_map(&mut self, entry: &Entry, figure: &mut Figure) {
        let known = self.known(&entry.value, schema::FIGURE, &entry.name.text);
        // A key that was misspelt or cannot be read may have been the one that says something.
        let is_whole = known.len() == entry.value.entries().len();
        if is_whole && !known.iter().any(|k| SAYS_SOMETHING.contains(&k.key)) {
            self.says_nothing(entry);
        }
        for one in &known {
            self.number_of(one, figure);
            self.relation_of(one, figure);
            self.remark_of(one, figure);
        }
        if let Some(unit) = figure.unit.clone() {
            self.apply_unit(figure, &unit);
        }
    }

    fn says_nothing(&mut self, entry: &Entry) {
        let name = &entry.name.text;
        let message = Text::new(
            format!("指标“{name}”没有数值"),
            format!("the figure \"{name}\" says nothing"),
        );
        let hint = Text::new(
            "请写本期、同比、环比、目标之一；还没有数据时写 状态: 待补",
            "give value, growth, growth_on_period or target; write `status: pending` while it is not known",
        );
        self.push(Diagnostic::error(&codes::MISSING_KEY, entry.name.place, message).hint(hint));
    }

    fn number_of(&mut self, one: &Known<'_>, figure: &mut Figure) {
        let (node, what) = (&one.entry.value, one.entry.name.text.as_str());
        match one.key {
            "value" => figure.value = self.quantity(node, what),
            "last_year" => figure.last_year = self.quantity(node, what),
            "last_period" => figure.last_period = self.quantity(node, what),
            "opening" => figure.opening = self.quantity(node, what),
            "target" => figure.target = self.quantity(node, what),
            "growth" => figure.growth = self.parsed(node, what, Growth::parse),
            "growth_on_period" => figure.growth_on_period = self.parsed(node, what, Growth::parse),
            "decimals" => {
                let number = self.whole(node, what, (0, 10));
                figure.decimals = number.and_then(|n| u32::try_from(n.value).ok());
            }
            _ => {}
        }
    }

    fn relation_of(&mut self, one: &Known<'_>, figure: &mut Figure) {
        match one.key {
            "parts" => figure.parts = self.partitions(one.entry),
            "among" => figure.among = self.plain_list(one.entry),
            "share" => figure.share = self.share(one.entry),
            "rank" => figure.rank = self.rank(one.entry),
            "against" => figure.against = self.against(one.entry),
            _ => {}
        }
    }

    fn remark_of(&mut self, one: &Known<'_>, figure: &mut Figure) {
        let entry = one.entry;
        match one.key {
            "label" => figure.label = self.untagged_of(entry),
            "unit" => figure.unit = self.untagged_of(entry),
            "scope" => figure.scope = self.plain_of(entry),
            "source" => figure.source = self.plain_of(entry),
            "note" => figure.note = self.plain_of(entry),
            "period" => {
                figure.period = self.parsed(&entry.value, &entry.name.text, Period::parse);
            }
            "status" => figure.status = self.value_of(entry, choices::STATUS, Status::Actual),
            "comparable_price" => {
                figure.comparable_price = self.value_of(entry, choices::YES_NO, false);
            }
            "lower_is_better" => {
                figure.lower_is_better = self.value_of(entry, choices::YES_NO, false);
            }
            _ => {}
        }
    }

    fn value_of<T: Copy>(
        &mut self,
        entry: &Entry,
        choices: choices::Choices<T>,
        otherwise: T,
    ) -> T {
        self.choice(entry, choices).map_or(otherwise, |c| c.value)
    }

    fn partitions(&mut self, entry: &Entry) -> Vec<Partition> {
        if let Kind::Map(named) = &entry.value.kind {
            return named
                .iter()
                .map(|one| Partition {
                    name: Some(Located::new(one.name.text.clone(), one.name.place)),
                    members: self.plain_list(one),
                })
                .collect();
        }
        let members = self.plain_list(entry);
        vec![Partition {
            name: None,
            members,
        }]
    }

    fn share(&mut self, entry: &Entry) -> Option<Share> {
        let known = self.known(&entry.value, schema::SHARE, &entry.name.text);
        let (mut part, mut whole) = (None, None);
        for one in &known {
            match one.key {
                "part" => part = self.plain_of(one.entry),
                _ => whole = self.plain_of(one.entry),
            }
        }
        if matches!(entry.value.kind, Kind::Map(_)) && (part.is_none() || whole.is_none()) {
            let Key { zh, en } = schema::SHARE[usize::from(part.is_some())];
            let hint = Text::new(
                "占比写作 占比: {部分: …, 总体: …}",
                "write `share: {part: …, whole: …}`",
            );
            self.missing(entry.name.place, zh, en, hint);
        }
        Some(Share {
            part: part?,
            whole: whole?,
        })
    }

    fn against(&mut self, entry: &Entry) -> Vec<(Located<String>, Located<Quantity>)> {
        let entries = self.map(&entry.value, &entry.name.text).unwrap_or_default();
        let mut out = Vec::new();
        for one in entries {
            if let Some(quantity) = self.quantity(&one.value, &one.name.text) {
                let name = Located::new(one.name.text.clone(), one.name.place);
                out.push((name, quantity));
            }
        }
        out
    }

    fn rank(&mut self, entry: &Entry) -> Option<Located<Rank>> {
        let place = entry.value.place;
        if matches!(entry.value.kind, Kind::Map(_)) {
            let known = self.known(&entry.value, schema::RANK, &entry.name.text);
            let (mut rank, mut change) = (None, None);
            for one in &known {
                let (node, what) = (&one.entry.value, one.entry.name.text.as_str());
                match one.key {
                    "place" => rank = self.ranked(node, what, read_place, PLACE),
                    _ => change = self.ranked(node, what, read_change_alone, CHANGE),
                }
            }
            let rank = Rank {
                place: rank?,
                change,
            };
            return Some(Located::new(rank, place));
        }
        let scalar = self.scalar(&entry.value, &entry.name.text)?;
        let read = read_rank(&scalar.text);
        if read.is_none() {
            let message = Text::new(
                format!("位次“{}”无法识别", scalar.text),
                format!("the rank \"{}\" cannot be read", scalar.text),
            );
            let hint = Text::new(
                "位次写作 3、第3位，或 第3位，上升2位",
                "write `3` or `3, up 2`",
            );
            self.push(Diagnostic::error(&codes::BAD_VALUE, place, message).hint(hint));
        }
        Some(Located::new(read?, place))
    }

    /// A part of a rank, with how it is typed in Chinese and English.
    fn ranked<T>(
        &mut self,
        node: &Node,
        what: &str,
        read: fn(&str) -> Option<T>,
        typed: [&str; 2],
    ) -> Option<T> {
        let scalar = self.scalar(node, what)?;
        let value = read(&scalar.text);
        if value.is_none() {
            let message = Text::new(
                format!("“{what}: {}”无法识别", scalar.text),
                format!("`{what}: {}` cannot be read", scalar.text),
            );
            let hint = Text::new(typed[0], typed[1]);
            self.push(Diagnostic::error(&codes::BAD_VALUE, node.place, message).hint(hint));
        }
        value
    }
}

/// How the place of a rank is typed.
const PLACE: [&str; 2] = ["位次写作 3 或 第3位", "write `3`"];
/// How the change of a rank is typed.
const CHANGE: [&str; 2] = [
    "变化写作 上升2位、下降1位或 不变；写数的，2 是上升，-1 是下降",
    "write `up 2`, `down 1` or `unchanged`; as numbers, `2` is up and `-1` down",
];

/// The path of a name below a scope.
pub fn path(scope: &str, name: &str) -> String {
    if scope.is_empty() {
        name.to_owned()
    } else {
        format!("{scope}.{name}")
    }
}

/// Where two figures or items have one path.
pub fn same_path(path: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::error(
        &codes::DUPLICATE_PATH,
        place,
        Text::new(
            format!("路径“{path}”出现了两次"),
            format!("the path \"{path}\" is used twice"),
        ),
    )
    .hint(Text::new(
        "请给其中一个换一个名称",
        "give one of the two another name",
    ))
    .also(first, Text::new("第一次在这里", "first used here"))
}

/// Reads `3`, `第3位`, `第三名`, `第3位，上升2位`, `3, up 2`.
fn read_rank(text: &str) -> Option<Rank> {
    let text = text.trim();
    let (place, change) = match text.split_once(['，', ',', '、', '；', '（', '(']) {
        Some((place, change)) => (place, Some(change)),
        None => (text, None),
    };
    let place = read_place(place)?;
    let change = match change {
        Some(change) => Some(read_change(change)?),
        None => None,
    };
    Some(Rank { place, change })
}

/// Reads `3`, `第3位`, `第三名`.
fn read_place(text: &str) -> Option<u32> {
    let place = text.trim();
    let place = place.strip_prefix('第').unwrap_or(place);
    let place = place.trim_end_matches(['位', '名']).trim();
    let number = place.parse::<u32>().ok();
    let number = number.or_else(|| (1..=99).find(|&n| numeral::chinese(n) == place))?;
    (1..=100_000).contains(&number).then_some(number)
}

/// Reads a change that has a key of its own: `2` and `-1` too.
fn read_change_alone(text: &str) -> Option<i32> {
    let number = text.trim().parse::<i32>().ok();
    let number = number.filter(|n| (-100_000..=100_000).contains(n));
    number.or_else(|| read_change(text))
}

/// Reads `上升2位`, `下降了一位`, `不变`, `up 2`, `-1`.
fn read_change(text: &str) -> Option<i32> {
    const UP: &[&str] = &["上升", "提升", "前进", "前移", "up"];
    const DOWN: &[&str] = &["下降", "后退", "后移", "下滑", "down"];
    let text = text.trim().trim_end_matches(['）', ')']);
    if matches!(text, "持平" | "不变" | "unchanged") {
        return Some(0);
    }
    let behind = |words: &[&str]| words.iter().find_map(|w| text.strip_prefix(w));
    let (sign, number) = match (behind(UP), behind(DOWN)) {
        (Some(number), _) => (1, number),
        (None, Some(number)) => (-1, number),
        (None, None) => return None,
    };
    let number = number.trim().trim_start_matches('了').trim();
    let number = number.trim_end_matches(['位', '名', '个']).trim();
    let count = number.parse::<i32>().ok().or_else(|| {
        (1..=99i32).find(|&n| u32::try_from(n).is_ok_and(|n| numeral::chinese(n) == number))
    })?;
    Some(sign * count)
}
