//! Files to facts: encodings, both languages, merging, overlays, paths, and all mistakes at once.

use std::path::PathBuf;
use zongjie::diag::{Findings, Severity, Sources};
use zongjie::load::{Input, Loaded, load};
use zongjie::model::{Language, SectionKind};
use zongjie::world::Memory;

/// What one run gave.
pub struct Run {
    pub loaded: Option<Loaded>,
    pub sources: Sources,
    pub findings: Findings,
}

impl Run {
    /// `file:line:column code` of every finding of a severity, in the order of places.
    fn of(&self, severity: Severity) -> Vec<String> {
        let mut found: Vec<_> = self
            .findings
            .iter()
            .filter(|d| d.severity == severity)
            .map(|d| {
                let at = d.place.and_then(|p| self.sources.locate(p));
                let at = at.map(|l| (l.file, l.line, l.column));
                (at, d.code.id)
            })
            .collect();
        found.sort();
        found
            .into_iter()
            .map(|(at, code)| match at {
                Some((file, line, column)) => format!("{file}:{line}:{column} {code}"),
                None => code.to_owned(),
            })
            .collect()
    }

    pub fn errors(&self) -> Vec<String> {
        self.of(Severity::Error)
    }

    /// The Chinese hint of the first error of a code.
    pub fn hint(&self, code: &str) -> String {
        let first = self.findings.iter().find(|d| d.code.id == code);
        let hint = first.and_then(|d| d.hint.clone());
        hint.map_or(String::new(), |h| h.zh)
    }
}

/// Loads `project` from a world that holds some files in it.
pub fn run(files: &[(&str, &[u8])], change: impl FnOnce(&mut Input)) -> Run {
    let world = files.iter().fold(Memory::new(), |world, (name, bytes)| {
        world.with(format!("p/{name}"), bytes.to_vec())
    });
    let mut input = Input {
        path: PathBuf::from("p"),
        ..Input::default()
    };
    change(&mut input);
    let (mut sources, mut findings) = (Sources::new(), Findings::new());
    let loaded = load(&world, &input, &mut sources, &mut findings);
    Run {
        loaded,
        sources,
        findings,
    }
}

/// Loads one report file.
pub fn one(text: &str) -> Run {
    run(&[("report.yaml", text.as_bytes())], |_| {})
}

#[test]
fn probe() {
    for s in [
        "标题：x\n模板：半年总结\n",
        "模板: 半年总结\n指标:\n  税收收入：5亿元\n",
        "模板: 半年总结\n正文：x\n",
        "模板:半年总结\n标题: x\n",
        "模板: 半年总结\n问题:\n  -甲\n  －乙\n",
        "模板: 半年总结\n问题:\n  - 甲\n  -乙\n",
        "模板: 半年总结\n指标:\n　　税: {状态: 待补}\n",
        "模板: 半年总结\n指标:\n\t税: {状态: 待补}\n",
        "模板: 半年总结\n标题: {{期间}}总结\n",
        "模板: 半年总结\n标题: {{期间}}\n",
        "模板: 半年总结\n标题: *甲*乙\n署名: [试行]办法\n单位: @甲\n称谓: %甲\n主送: “甲”: 乙\n部门: \"甲\"乙\n",
        "模板: 半年总结\n标题: 建设9号 #3厂房\n署名: #甲\n单位: 甲 # 注释\n问题:\n  - #3厂房\n  - 甲 #乙\n",
        "模板: 半年总结\n指标:\n  a: {状态：待补}\n  b: {本期:5}\n  c: {状态: 待补，单位：元}\n  d: {本期: 1,234,567.5万元, 状态: 待补}\n指标表:\n  t:\n    列: [甲，乙]\n    行:\n      r: [1,234万元, 5]\n",
        "模板: 半年总结\n标题: 甲\n  措施：乙\n",
        "模板: 半年总结\n标题: &甲 乙\n署名: !甲 乙\n",
        "模板: 半年总结\n标题: \"x\n",
        "模板: 半年总结\n问题: - 甲\n",
        "模板: 半年总结\n问题:\n  - 问题: 土地\n",
        "模板: 半年总结\n指标: {税: ｛本期：5亿元｝}\n",
        "",
        "# x\n",
        "- a\n",
        "模板: 半年总\n",
        "标题: x\n",
        "模板: 半年总结\n---\nb: 1\n",
    ] {
        let r = one(s);
        println!("=== {s}");
        for d in r.findings.iter() {
            let l = d.place.and_then(|p| r.sources.locate(p));
            println!(
                "  {:?} {} {} | {} || {} | {}",
                l.map(|l| (l.line, l.column)),
                d.code.id,
                d.message.zh,
                d.hint.as_ref().map_or("", |h| &h.zh),
                d.message.en,
                d.hint.as_ref().map_or("", |h| &h.en)
            );
        }
    }
    let _ = (Language::Chinese, SectionKind::Added);
}
