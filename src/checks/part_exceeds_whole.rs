//! `part-exceeds-whole` 分项大于合计: a part is more than the whole it is in.

use super::{Check, Subject};
use crate::diag::{Code, Diagnostic, Findings, Text};
use crate::figures::{Bound, Facts, Mismatch, Side, Sum, SumKind, Verdict};
use crate::model::FigureId;

static CODE: Code = Code {
    id: "part-exceeds-whole",
    zh: "分项大于合计",
    unreadable: false,
};

/// Judges 其中, and those parts of 构成 and tables that are known while others are pending.
pub(super) static CHECK: Check = Check {
    code: &CODE,
    page_zh: PAGE_ZH,
    page_en: PAGE_EN,
    run,
};

const PAGE_ZH: &str = "\
## 查什么

“其中”的每一项是不是都不超过合计，几项加起来是不是也不超过。“构成”里还有待补的，已经填了的几项同样不得超过合计。“占比”的部分不得大于总体。四舍五入以内的差别不算。有负数（如亏损）时不判断。

## 为什么要紧

部分大于整体，数字必有一个是错的，或者口径、期间不一样而没有写明。

## 例子

    指标:
      固定资产投资: {本期: 6亿元, 其中: [基础设施投资]}
      基础设施投资: 13亿元

## 怎么改

核对两个数的单位、期间和口径，改正写错的一个。几项之间本来就有重叠（一家企业既是规上企业又是高新技术企业），加起来超过合计并不奇怪，可以分开写，或在“忽略”里写明理由。
";

const PAGE_EN: &str = "\
## What it checks

Whether each figure under `among`, and all of them together, fit into the whole. While some of `parts` are pending,
those that are known must fit too, and the part of a `share` into its whole. Rounding is allowed for. Nothing is said where a number is negative.

## Why it matters

A part larger than its whole means that a number is wrong, or that scope or period differ and nobody says so.

## Example

    figures:
      investment: {value: 600 million yuan, among: [infrastructure]}
      infrastructure: 1.3 billion yuan

## How to put it right

Check unit, period and scope of both numbers and correct the wrong one. If the figures overlap by nature, give them
separately, or add an entry to `ignore` that says so.
";

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let facts = subject.facts;
    for sum in facts.sums() {
        // Where all parts are known, the sum itself tells.
        let open = || facts.judge(sum) == Verdict::Undecided;
        if sum.kind != SumKind::Among && !open() {
            continue;
        }
        match facts.bound(sum) {
            Bound::Exceeds(part, found) => findings.push(one(facts, sum, part, &found)),
            Bound::TogetherExceed(found) => findings.push(together(facts, sum, &found)),
            Bound::Undecided
            | Bound::TooLarge
            | Bound::UnitsDiffer(_)
            | Bound::Fits
            | Bound::Exhausts => {}
        }
    }
    findings.extend(facts.iter().filter_map(|(id, ..)| share(facts, id)));
}

/// A share (占比) of more than everything, beyond what rounding of part and whole explains.
fn share(facts: &Facts, id: FigureId) -> Option<Diagnostic> {
    let figure = facts.report.figure(id)?;
    let (part, whole) = facts.fact(id)?.share?;
    let operands = [part, whole].map(|id| facts.operand(id, Side::Value).ok());
    let [Some(part), Some(whole)] = operands else {
        return None;
    };
    let [low, high] = [&part, &whole].map(|o| o.amount.interval(o.precision));
    let alike = part.amount.unit.dimension == whole.amount.unit.dimension;
    if !alike || !low?.is_above(high?) {
        return None;
    }
    let key = &figure.key;
    let names = [facts.key(part.id), facts.key(whole.id)];
    let sizes = [part.amount.written(), whole.amount.written()];
    let message = Text::new(
        format!(
            "“{key}”超过100%：部分“{}”是{}，大于总体“{}”的{}",
            names[0], sizes[0], names[1], sizes[1]
        ),
        format!(
            "the share \"{key}\" is above 100%: the part \"{}\" is {}, more than the {} of \"{}\"",
            names[0], sizes[0], sizes[1], names[1]
        ),
    );
    let hint = Text::new(
        "核对两个数的单位、期间和口径；“部分”和“总体”写颠倒了的，对调过来",
        "check unit, period and scope of both; if `part` and `whole` are the wrong way round, exchange them",
    );
    let place = figure.share.as_ref().map(|s| s.part.place);
    let finding = Diagnostic::error(&CODE, place, message).hint(hint);
    let finding = facts.also(finding, &part, Side::Value);
    Some(facts.also(finding, &whole, Side::Value))
}

fn one(facts: &Facts, sum: &Sum, part: FigureId, found: &Mismatch) -> Diagnostic {
    let (whole, stated) = (facts.whole_of(sum), found.stated.written());
    let operand = facts.operand(part, sum.side).ok();
    let size = operand
        .as_ref()
        .map_or_else(String::new, |o| o.amount.written());
    let key = facts.key(part);
    let side = sum.side.of_name();
    let joint = if sum.side == Side::Value { "的" } else { "" };
    let message = Text::new(
        format!(
            "分项“{key}”{}是{size}，大于{}{joint}{stated}",
            side.zh, whole.zh
        ),
        format!(
            "the part \"{key}\"{} is {size}, more than the {stated} of {}",
            side.en, whole.en
        ),
    );
    let hint = Text::new(
        "部分不能大于整体：核对两个数的单位、期间和口径，改正写错的一个",
        "a part cannot exceed its whole: check unit, period and scope of both and correct the wrong one",
    );
    let place = facts.place_of(part, sum.side);
    let finding = Diagnostic::error(&CODE, place, message).hint(hint);
    match facts.operand(sum.whole, sum.side) {
        Ok(whole) => facts.also(finding, &whole, sum.side),
        Err(_) => finding,
    }
}

fn together(facts: &Facts, sum: &Sum, found: &Mismatch) -> Diagnostic {
    let (whole, parts) = (facts.whole_of(sum), facts.parts_of(sum));
    let (stated, added) = (found.stated.written(), found.sum.written());
    let message = Text::new(
        format!(
            "{}是{stated}，{}加起来是{added}，已经超过",
            whole.zh, parts.zh
        ),
        format!(
            "{} is {stated}, but {} make {added} together",
            whole.en, parts.en
        ),
    );
    let place = facts.place_of(sum.whole, sum.side);
    let finding = match sum.kind {
        // Those named may overlap: each fits.
        SumKind::Among => Diagnostic::warning(&CODE, place, message).hint(Text::new(
            "核对各项的数；各项之间有重叠的，分开写，不要并列在一个“其中”里",
            "check the numbers; figures that overlap should not be listed in one `among`",
        )),
        SumKind::Parts(_) | SumKind::Column => {
            Diagnostic::error(&CODE, place, message).hint(Text::new(
                "还有分项待补，已填的就超过了合计：核对合计和已填的各项",
                "parts are still pending, yet those known exceed the total: check both",
            ))
        }
    };
    facts.pointing_at(sum, finding)
}
