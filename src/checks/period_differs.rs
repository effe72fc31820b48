//! `period-differs` 期间不一致: figures of different periods stand together and the text does not say so.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Place, Text};
use crate::figures::{Facts, Side, Sum, SumKind};
use crate::model::{FigureId, Period, Stretch};
use std::collections::BTreeMap;

static CODE: Code = Code {
    id: "period-differs",
    zh: "期间不一致",
    unreadable: false,
};

/// Inside sums always; against the report's period only where no printed sentence names that of the figure.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

一是合计和分项的期间是不是一致（分项正好把合计的期间分成几段的不算，如上半年分为一季度、二季度）；二是指标的期间和报告的不一样时，印出它的那一节里有没有写明（如“1—5月”“截至5月底”）。

## 为什么要紧

上半年总结里用了1—5月的数而没有写明，读的人会当成上半年的数；合计和分项不是同一段时间，加起来没有意义。

## 例子

    期间: 2026年上半年
    指标:
      招商项目: {本期: 49个, 期间: 1—5月}
    成绩:
      - 全市共确定招商项目{{招商项目}}。

## 怎么改

在文中写明期间，可以写 {{招商项目|期间}}；或换成报告期的数。
";

const PAGE_EN: &str = "\
## What it checks

Whether whole and parts are of one period (parts that divide the period of the whole between them are fine), and, for
a figure whose own period differs from the report's, whether the section that prints it names that period.

## Why it matters

Numbers of January to May in a report on the first half year are taken for half-year numbers unless the text says so.

## Example

    period: first half of 2026
    figures:
      projects: {value: 49 projects, period: January-May 2026}
    achievements:
      - The city settled {{projects}}.

## How to put it right

Name the period in the text, such as {{projects|period}}, or give the number of the report's period.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let values = facts.sums().iter().filter(|s| s.side == Side::Value);
    findings.extend(values.filter_map(|sum| in_sum(facts, sum)));
    in_text(subject, findings);
}

fn stretch(facts: &Facts, id: FigureId) -> Option<Stretch> {
    facts.period(id).map(|p| p.stretch())
}

fn in_sum(facts: &Facts, sum: &Sum) -> Option<Diagnostic> {
    let whole = stretch(facts, sum.whole)?;
    let parts: Vec<Stretch> = sum
        .members
        .iter()
        .filter_map(|id| stretch(facts, *id))
        .collect();
    let within = parts.iter().all(|p| p.is_within(whole) || p.is_same(whole));
    let pairs = || {
        parts
            .iter()
            .enumerate()
            .flat_map(|(i, a)| parts.iter().skip(i + 1).map(move |b| (a, b)))
    };
    let divided = within && parts.len() > 1 && pairs().all(|(a, b)| a.is_apart(*b));
    if divided || (within && sum.kind == SumKind::Among) {
        return None;
    }
    let differs = |id: &&FigureId| stretch(facts, **id).is_some_and(|p| !p.is_same(whole));
    let part = *sum.members.iter().find(differs)?;
    let (of_whole, of_part) = (facts.period(sum.whole)?.text(), facts.period(part)?.text());
    let (name, key) = (facts.whole_of(sum), facts.key(part));
    let message = Text::new(
        format!("{}是{of_whole}的数，分项“{key}”是{of_part}的数", name.zh),
        format!(
            "{} is of {of_whole}, but its part \"{key}\" of {of_part}",
            name.en
        ),
    );
    let hint = Text::new(
        "换成同一期间的数；期间写错了就改“期间”",
        "use numbers of one period, or correct the `period` that is wrong",
    );
    let finding = Diagnostic::warning(&CODE, facts.place_of(part, sum.side), message).hint(hint);
    match facts.operand(sum.whole, sum.side) {
        Ok(whole) => Some(facts.also(finding, &whole, sum.side)),
        Err(_) => Some(finding),
    }
}

/// Figures with a period of their own that no section printing them names, by where that period was typed.
fn in_text(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    let Some(of_report) = facts.report.period() else {
        return;
    };
    if facts.report.figures.iter().all(|f| f.period.is_none()) {
        return;
    }
    let mut unnamed: BTreeMap<Place, Vec<FigureId>> = BTreeMap::new();
    let prints = subject.prints();
    for &id in prints.at.keys() {
        let typed = facts.report.figure(id).and_then(|f| f.period.as_ref());
        let (Some(typed), Some(own)) = (typed, facts.period(id)) else {
            continue;
        };
        let same = own.stretch().is_same(of_report.stretch());
        if !same && !prints.contexts(id).any(|text| names(text, &own)) {
            unnamed.entry(typed.place).or_default().push(id);
        }
    }
    for (place, ids) in unnamed {
        findings.extend(unsaid(facts, place, &ids, of_report));
    }
}

/// Whether a text names a period, in one of the ways that are usual.
fn names(text: &str, period: &Period) -> bool {
    let until = |m: u8| {
        vec![
            format!("{m}月底"),
            format!("{m}月末"),
            format!("截至{m}月"),
            format!("{m}月份"),
        ]
    };
    let mut ways = crate::figures::names_of_period(period);
    match *period {
        Period::Months(_, first, last) => {
            ways.extend(
                ["-", "~", "～", "–", "至", "到"].map(|dash| format!("{first}{dash}{last}月")),
            );
            ways.push(format!("前{last}个月"));
            ways.extend(until(last));
        }
        Period::Until(_, month) | Period::Month(_, month) => ways.extend(until(month)),
        Period::Quarter(_, n @ 1..=4) => {
            let n = ["一", "二", "三", "四"]
                .get(usize::from(n) - 1)
                .copied()
                .unwrap_or_default();
            ways.push(format!("{n}季度"));
        }
        _ => {}
    }
    ways.iter().any(|way| text.contains(way.as_str()))
}

fn unsaid(facts: &Facts, place: Place, ids: &[FigureId], of_report: &Period) -> Option<Diagnostic> {
    let first = *ids.first()?;
    let (key, own) = (facts.key(first), facts.period(first)?.text());
    let many = ids.len();
    let (zh, en) = match many {
        1 => (format!("“{key}”"), format!("\"{key}\" is a number")),
        _ => (
            format!("“{key}”等{many}个指标"),
            format!("\"{key}\" and {} more are numbers", many - 1),
        ),
    };
    let report = of_report.text();
    let message = Text::new(
        format!("{zh}是{own}的数，报告期是{report}，印出它的地方没有写明期间"),
        format!("{en} of {own} in a report on {report}, and the text does not say so"),
    );
    let hint = Text::new(
        format!("在文中写明，如“{{{{ {key}|期间 }}}}”，或换成{report}的数"),
        format!("name it, such as `{{{{ {key}|period }}}}`, or use the number of {report}"),
    );
    Some(Diagnostic::warning(&CODE, place, message).hint(hint))
}
