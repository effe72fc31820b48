//! Checks that count: the last size that is fine and the first that is not.

use zongjie::diag::Severity;
use zongjie::load::Input;
use zongjie::pipeline::{self, Outcome, Request};
use zongjie::world::Memory;

const HEAD: &str = "模板: 半年总结\n单位: 某局\n期间: 2026年上半年\n";

fn run(yaml: &str) -> Outcome {
    let world = Memory::new().with("r.yaml", yaml);
    let input = Input {
        path: "r.yaml".into(),
        ..Input::default()
    };
    let request = Request {
        input,
        formats: Vec::new(),
        is_final: false,
    };
    pipeline::run(&world, &request)
}

fn severity(outcome: &Outcome, code: &str) -> Option<Severity> {
    let found = outcome.findings.iter().find(|d| d.code.id == code);
    found.map(|d| d.severity)
}

/// A report of so many characters in all.
fn of_length(characters: usize, rest: &str) -> Outcome {
    let yaml = |more: usize| format!("{HEAD}{rest}成绩:\n  - {}。\n", "甲".repeat(more));
    let length = |outcome: &Outcome| outcome.product.as_ref().unwrap().characters;
    let frame = length(&run(&yaml(1))) - 1;
    let outcome = run(&yaml(characters - frame));
    assert_eq!(length(&outcome), characters);
    outcome
}

#[test]
fn a_tenth_below_and_above_the_norm_is_within_it() {
    // 半年总结: 2000 to 4500 characters.
    let told = |characters| severity(&of_length(characters, ""), "length-outside-norm");
    assert_eq!(told(1799), Some(Severity::Note));
    assert_eq!(told(1800), None);
    assert_eq!(told(4950), None);
    assert_eq!(told(4951), Some(Severity::Warning));
}

#[test]
fn what_is_too_long_is_only_noted_while_figures_are_pending_and_not_at_all_when_brief() {
    let pending = "指标:\n  出口: {状态: 待补, 单位: 万美元}\n";
    let told = |rest| severity(&of_length(5000, rest), "length-outside-norm");
    assert_eq!(told(pending), Some(Severity::Note));
    assert_eq!(told("篇幅: 简版\n"), None);
}

/// Achievements of these lengths, and one plan.
fn of_items(lengths: &[usize], plan: usize) -> Outcome {
    let items: String = lengths
        .iter()
        .zip(["甲", "乙", "丙", "丁"])
        .map(|(n, c)| format!("  - {}\n", c.repeat(*n)))
        .collect();
    let plan = "戊".repeat(plan);
    run(&format!("{HEAD}成绩:\n{items}下一步:\n  - {plan}\n"))
}

#[test]
fn one_item_may_fill_six_tenths_of_a_section_of_three() {
    let told =
        |lengths: &[usize]| severity(&of_items(lengths, 10), "section-out-of-proportion").is_some();
    assert!(!told(&[600, 200, 200]));
    assert!(told(&[601, 200, 199]));
    // Short sections and those of two items are left alone.
    assert!(!told(&[700, 50, 49]));
    assert!(told(&[700, 50, 50]));
    assert!(!told(&[900, 100]));
}

#[test]
fn plans_may_be_as_long_as_what_was_done() {
    let told = |plan| severity(&of_items(&[400, 500], plan), "section-out-of-proportion");
    assert_eq!(told(900), None);
    assert_eq!(told(901), Some(Severity::Note));
}

#[test]
fn paragraphs_of_less_than_twelve_characters_may_be_repeated() {
    let told = |n: usize| {
        let text = "甲".repeat(n);
        let body =
            format!("成绩:\n  - 标题: 子\n    正文: {text}\n  - 标题: 丑\n    正文: {text}\n");
        severity(&run(&format!("{HEAD}{body}")), "repeated-paragraph").is_some()
    };
    assert!(!told(11));
    assert!(told(12));
}
