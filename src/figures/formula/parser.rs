//! Reads a formula: sides, sums, products, names and numbers.

use super::scan::{Sign, is_number, quoted, sign, until_sign};
use super::{Expression, Formula, Part, Relation};
use crate::diag::{Code, Diagnostic, Findings, Place, Text, codes, nearest};
use crate::model::{Assertion, Dimension, FigureId, Quantity, Report, Unit};

/// How deep brackets may be nested.
const DEEPEST: usize = 32;

/// The names of the numbers of a figure.
const PARTS: &[(Part, &str, &str)] = &[
    (Part::Value, "值", "value"),
    (Part::LastYear, "上年同期", "last_year"),
    (Part::LastPeriod, "上期", "last_period"),
    (Part::Opening, "年初", "opening"),
    (Part::Target, "目标", "target"),
    (Part::Completion, "完成率", "completion"),
];

/// Reads a relation; `None` and a finding when it cannot be read.
pub fn read(report: &Report, assertion: &Assertion, findings: &mut Findings) -> Option<Formula> {
    let typed = &assertion.formula;
    let mut parser = Parser {
        report,
        text: &typed.value,
        place: typed.place,
        at: 0,
        depth: 0,
    };
    let formula = parser.formula().and_then(|formula| {
        let says_nothing = formula.relations.is_empty() && assertion.range.is_none();
        if says_nothing {
            return Err(parser.nothing_to_check());
        }
        Ok(formula)
    });
    formula.map_err(|why| findings.push(*why)).ok()
}

struct Parser<'r> {
    report: &'r Report,
    text: &'r str,
    place: Place,
    at: usize,
    depth: usize,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl<'r> Parser<'r> {
    fn rest(&self) -> &'r str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn peek(&mut self) -> Option<(Sign, usize)> {
        self.skip_blanks();
        sign(self.rest())
    }

    fn formula(&mut self) -> Read<Formula> {
        let mut sides = vec![self.sum()?];
        let mut relations: Vec<Relation> = Vec::new();
        while let Some((Sign::Relation(relation), length)) = self.peek() {
            self.at += length;
            relations.push(relation);
            sides.push(self.sum()?);
        }
        if !self.rest().is_empty() {
            return Err(self.stray());
        }
        Ok(Formula { sides, relations })
    }

    fn sum(&mut self) -> Read<Expression> {
        let mut terms = vec![(false, self.product()?)];
        while let Some((sign @ (Sign::Plus | Sign::Minus), length)) = self.peek() {
            self.at += length;
            terms.push((sign == Sign::Minus, self.product()?));
        }
        Ok(alone(terms, Expression::Sum))
    }

    fn product(&mut self) -> Read<Expression> {
        let mut factors = vec![(false, self.atom()?)];
        while let Some((sign @ (Sign::Times | Sign::Over), length)) = self.peek() {
            self.at += length;
            factors.push((sign == Sign::Over, self.atom()?));
        }
        Ok(alone(factors, Expression::Product))
    }

    fn atom(&mut self) -> Read<Expression> {
        self.skip_blanks();
        if let Some((name, length)) = quoted(self.rest()) {
            let start = self.at;
            self.at += length;
            let id = self.report.resolve("", name.trim());
            let id = id.ok_or_else(|| self.unknown(name.trim(), start, self.at))?;
            return self.part_of(id);
        }
        if let Some((id, length)) = self.known_name() {
            self.at += length;
            return self.part_of(id);
        }
        match self.peek() {
            Some((Sign::Open, length)) => self.bracket(length),
            Some((Sign::Minus, length)) => {
                self.at += length;
                let inner = self.deeper(Self::atom)?;
                Ok(Expression::Sum(vec![(true, inner)]))
            }
            Some(_) => Err(self.nothing_here()),
            None if self.rest().is_empty() => Err(self.nothing_here()),
            None if is_number(self.rest()) => self.number(),
            None => {
                let length = until_sign(self.rest());
                let name = self.rest().get(..length).unwrap_or_default().trim_end();
                Err(self.unknown(name, self.at, self.at + name.len()))
            }
        }
    }

    fn deeper<T>(&mut self, read: fn(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEEPEST {
            return Err(self.fault(
                self.at..self.text.len(),
                Text::new(
                    format!("式里的括号嵌套太深，最多{DEEPEST}层"),
                    format!("the brackets of the formula are nested too deep, at most {DEEPEST}"),
                ),
            ));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn bracket(&mut self, length: usize) -> Read<Expression> {
        let start = self.at;
        self.at += length;
        let inner = self.deeper(Self::sum)?;
        match self.peek() {
            Some((Sign::Close, length)) => {
                self.at += length;
                Ok(inner)
            }
            _ => Err(self.fault(
                start..start + length,
                Text::new(
                    "式里的左括号没有配对的右括号",
                    "the opening bracket of the formula is never closed",
                ),
            )),
        }
    }

    /// The longest name of a figure that stands here and is followed by a sign or the end.
    fn known_name(&self) -> Option<(FigureId, usize)> {
        let rest = self.rest();
        let fits = |key: &str| {
            let behind = rest.strip_prefix(key).map(str::trim_start);
            behind.is_some_and(|b| b.is_empty() || sign(b).is_some())
        };
        let found = (0..).map(FigureId).zip(&self.report.figures);
        found
            .filter(|(_, figure)| fits(&figure.key))
            .map(|(id, figure)| (id, figure.key.len()))
            .max_by_key(|(_, length)| *length)
    }

    /// `|目标` behind a name.
    fn part_of(&mut self, id: FigureId) -> Read<Expression> {
        let Some((Sign::Bar, length)) = self.peek() else {
            return Ok(Expression::Figure(id, Part::Value));
        };
        self.at += length;
        self.skip_blanks();
        let start = self.at;
        self.at += until_sign(self.rest());
        let name = self.text.get(start..self.at).unwrap_or_default().trim();
        let found = PARTS.iter().find(|(_, zh, en)| *zh == name || *en == name);
        match found {
            Some((part, ..)) => Ok(Expression::Figure(id, *part)),
            None => Err(self.no_part(name, start)),
        }
    }

    /// A quantity; `公斤/亩` is one unit if both sides of the line are units.
    fn number(&mut self) -> Read<Expression> {
        let start = self.at;
        let mut end = self.at + until_sign(self.rest());
        let behind = self.text.get(end..).unwrap_or_default();
        if let Some((Sign::Over, length)) = sign(behind) {
            let lower = behind.get(length..).unwrap_or_default();
            let lower = lower.get(..until_sign(lower)).unwrap_or_default();
            let is_figure = self.report.resolve("", lower.trim()).is_some();
            let known = Unit::parse(lower.trim())
                .is_ok_and(|u| !matches!(u.dimension, Dimension::Other(_) | Dimension::Bare));
            if known && !is_figure {
                end += length + lower.len();
            }
        }
        let typed = self.text.get(start..end).unwrap_or_default().trim();
        self.at = end;
        match Quantity::parse(&typed.replace('／', "/")) {
            Ok(read) => Ok(Expression::Typed(read.value)),
            Err(why) => Err(self.fault(start..start + typed.len(), why)),
        }
    }

    /// The place of a stretch of the formula; the whole of it where quotes or line ends were taken out.
    fn place_of(&self, stretch: std::ops::Range<usize>) -> Place {
        let length = (self.place.end - self.place.start) as usize;
        let quotes = length.checked_sub(self.text.len());
        let shift = match quotes {
            Some(0) => 0,
            Some(2) => 1,
            _ => return self.place,
        };
        let start = self.place.start as usize + shift;
        Place::new(
            self.place.source,
            start + stretch.start,
            start + stretch.end,
        )
    }

    fn fault(&self, stretch: std::ops::Range<usize>, message: Text) -> Box<Diagnostic> {
        self.found(&codes::BAD_VALUE, stretch, message).into()
    }

    fn found(
        &self,
        code: &'static Code,
        stretch: std::ops::Range<usize>,
        message: Text,
    ) -> Diagnostic {
        Diagnostic::error(code, self.place_of(stretch), message)
    }

    fn stray(&self) -> Box<Diagnostic> {
        let rest = self.rest();
        let text = format!("式里的“{rest}”是多余的，或前面少了运算符号");
        let en = format!("\"{rest}\" in the formula is too much, or a sign is missing before it");
        self.fault(self.at..self.text.len(), Text::new(text, en))
    }

    fn nothing_here(&self) -> Box<Diagnostic> {
        let found = self.fault(
            self.at..self.text.len(),
            Text::new(
                "式里少了一个指标名或数，运算符号两边都要有",
                "a figure or number is missing in the formula; both sides of a sign need one",
            ),
        );
        let hint = Text::new(
            "例如 种植面积 × 亩产 = 粮食产量",
            "for example `area × yield = harvest`",
        );
        found.hint(hint).into()
    }

    fn nothing_to_check(&self) -> Box<Diagnostic> {
        let found = self.fault(
            0..self.text.len(),
            Text::new(
                "这条核对没有说要核对什么：式里没有 = < > ≤ ≥ ≈，也没有“范围”",
                "there is nothing to check: the formula has none of = < > ≤ ≥ ≈, and there is no `range`",
            ),
        );
        let hint = Text::new(
            "写成 甲 + 乙 = 丙，或加上“范围: 30—300平方米”",
            "write `a + b = c`, or add `range: 30-300 m2`",
        );
        found.hint(hint).into()
    }

    fn unknown(&self, name: &str, start: usize, end: usize) -> Box<Diagnostic> {
        let message = Text::new(
            format!("核对的式里写的“{name}”不是指标"),
            format!("the formula names \"{name}\", which is not a figure"),
        );
        let found = self.found(&codes::UNKNOWN_NAME, start..end, message);
        let figures = &self.report.figures;
        let full = figures
            .iter()
            .find(|f| f.name == name)
            .map(|f| f.key.as_str());
        let near = full.or_else(|| nearest(name, figures.iter().map(|f| f.key.as_str())));
        let hint = match near {
            Some(meant) => Text::new(
                format!("是不是“{meant}”"),
                format!("did you mean \"{meant}\"?"),
            ),
            None => Text::new(
                "式里写指标的全名；名称里有 + - / 等符号的，用引号括起来，如 “A-B线长度”",
                "use the full names of figures; put a name that holds + - / in quotation marks",
            ),
        };
        found.hint(hint).into()
    }

    fn no_part(&self, name: &str, start: usize) -> Box<Diagnostic> {
        let message = Text::new(
            format!("式里“|”后面的“{name}”不能用"),
            format!("\"{name}\" cannot stand behind `|` in a formula"),
        );
        let zh: Vec<&str> = PARTS.iter().map(|p| p.1).collect();
        let en: Vec<&str> = PARTS.iter().map(|p| p.2).collect();
        let hint = Text::new(
            format!("可以写：{}", zh.join("、")),
            format!("one of {}", en.join(", ")),
        );
        let end = start + name.len();
        let found = self.found(&codes::UNKNOWN_FILTER, start..end, message);
        found.hint(hint).into()
    }
}

/// One operand without an operator is itself.
fn alone(
    mut list: Vec<(bool, Expression)>,
    many: fn(Vec<(bool, Expression)>) -> Expression,
) -> Expression {
    match list.pop() {
        Some((false, only)) if list.is_empty() => only,
        Some(last) => {
            list.push(last);
            many(list)
        }
        None => many(list),
    }
}
