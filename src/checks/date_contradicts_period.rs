//! `date-contradicts-period` 日期与期间不符: a date or deadline that belongs to an older report.

use super::reading::{all_items, years};
use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::model::{Date, FieldValue, Genre, Located, Stretch, Wording};

static CODE: Code = Code {
    id: "date-contradicts-period",
    zh: "日期与期间不符",
    unreadable: false,
};

/// A warning: some reports are written early.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

成文日期是不是在期间开始以前，或者比期间结束早一个季度以上；“时限”里的年份是不是比报告期间还早。计划写在期间以前，成文日期不查。

## 为什么要紧

期间改成了今年，成文日期和完成时限还是去年的：总结的事还没有发生，限期已经过了。

## 例子

    期间: 2026年上半年
    成文日期: 2025-07-10

## 怎么改

改成这一次的日期；期间写错的，改期间。
";

const PAGE_EN: &str = "\
## What it checks

Whether the date lies before the period begins, or more than a quarter before it ends, and whether a deadline names a
year before the period's. Plans are written before their period, so their date is not looked at.

## Why it matters

The period was changed to this year, but the date and the deadlines are still last year's.

## Example

    period: first half of 2026
    date: 2025-07-10

## How to put it right

Give the date of this report, or correct the period.
";

/// A quarter in the days of [`Stretch`].
const QUARTER: i32 = 3 * 31;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let report = &subject.facts.report;
    let Some(period) = report.period() else {
        return;
    };
    if period.year().is_some()
        && let Some(FieldValue::Date(date)) = report.field("date").map(|f| &f.value)
    {
        let found = early(date, period.stretch(), &period.text());
        findings.extend(found.filter(|_| !is_plan(subject.genre)));
    }
    let Some((first, _)) = years(period) else {
        return;
    };
    let items = report.sections.iter().flat_map(|s| all_items(&s.items));
    let deadlines = items.filter_map(|item| item.deadline.as_ref());
    findings.extend(deadlines.filter_map(|deadline| overdue(deadline, first)));
}

fn is_plan(genre: &Genre) -> bool {
    let any = |words: &[&str]| {
        words
            .iter()
            .any(|w| genre.id.contains(w) || genre.name.contains(w))
    };
    any(&["plan", "计划", "要点", "方案"]) && !any(&["summary", "总结"])
}

fn early(date: &Located<Date>, covered: Stretch, period: &str) -> Option<Diagnostic> {
    let day = date.value;
    let message = if covered.begins_after(day) {
        Text::new(
            format!("成文日期{day}在期间“{period}”开始以前"),
            format!("the date {day} lies before the period \"{period}\" begins"),
        )
    } else if covered.days_left(day)? > QUARTER {
        Text::new(
            format!("成文日期{day}比期间“{period}”结束早一个季度以上"),
            format!("the date {day} is more than a quarter before the period \"{period}\" ends"),
        )
    } else {
        return None;
    };
    let hint = Text::new(
        "核对“成文日期”和“期间”，改正写错的一个",
        "check `date` and `period` and correct the wrong one",
    );
    Some(Diagnostic::warning(&CODE, date.place, message).hint(hint))
}

/// A deadline whose last year is before the first of the period.
fn overdue(deadline: &Wording, first: i32) -> Option<Diagnostic> {
    let typed = deadline.text.as_str();
    let runs = typed.split(|c: char| !c.is_ascii_digit());
    let numbers = runs
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse::<i32>().ok());
    let year = numbers.filter(|year| (1900..2100).contains(year)).max()?;
    if year >= first {
        return None;
    }
    let message = Text::new(
        format!("时限“{typed}”比报告期间（{first}年）还早"),
        format!("the deadline \"{typed}\" is before the report's period ({first})"),
    );
    let hint = Text::new(
        "核对是不是往年稿子里留下的，改成这一次的时限",
        "check whether an older report left it, and give the deadline of this one",
    );
    Some(Diagnostic::warning(&CODE, deadline.place, message).hint(hint))
}
