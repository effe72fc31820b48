//! The relations of five real summaries, with the verdict that people gave on each, and what the checks find: all 43,
//! none forgotten. Where the words alone could tell, it says so.

use crate::relations::run;
use std::collections::BTreeSet;
use zongjie::diag::Severity;

/// What people said of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// It holds, or may hold.
    Fine,
    /// It holds when the numbers are rounded.
    Rounded,
    /// It cannot be.
    Wrong,
    /// Somebody should look at it: also what is of another period or scope, badly numbered, badly written.
    Doubtful,
}

use Said::{Doubtful, Fine, Rounded, Wrong};

/// A relation as a report says it, and what must be found: nothing else may be.
struct Judged {
    id: &'static str,
    said: Said,
    report: &'static str,
    found: &'static [&'static str],
}

const fn judged(
    id: &'static str,
    said: Said,
    report: &'static str,
    found: &'static [&'static str],
) -> Judged {
    Judged {
        id,
        said,
        report,
        found,
    }
}

/// How many relations each summary has.
const RELATIONS: [(u32, u32); 5] = [(1, 1), (2, 14), (3, 5), (4, 2), (5, 21)];

/// What no machine can judge, and why.
const NOT_BY_MACHINE: &[(&str, &str)] = &[
    (
        "R2.11",
        "funds received and investment are both 6亿元: one number used twice, or chance",
    ),
    (
        "R3.3",
        "some of the eleven projects under construction are said to produce already: only the words contradict",
    ),
];

const JUDGED: &[Judged] = &[
    judged(
        "R1.1",
        Fine,
        "指标:\n  职责: 5项\n导语: |\n  主要承担{{职责}}工作：（1）宣传；（2）接待；（3）策划；（4）讲解；（5）其他。\n",
        &[],
    ),
    judged(
        "R2.1",
        Fine,
        "指标:\n  总用地: {本期: 980亩, 构成: [甲, 乙, 丙, 丁, 戊]}\n  甲: 600亩\n  乙: 221亩\n  丙: 30亩\n  丁: 30亩\n  \
         戊: 99亩\n",
        &[],
    ),
    judged(
        "R2.2",
        Wrong,
        "指标:\n  融资: {本期: 12.9245亿元, 构成: [甲, 乙, 丙, 丁, 戊]}\n  甲: 3亿元\n  乙: 4.5亿元\n  丙: 0.2771亿元\n  \
         丁: 0.0274亿元\n  戊: 1.32亿元\n",
        &["parts-do-not-add-up"],
    ),
    // With the loan that is not drawn yet it adds up, and is wrong in fact.
    judged(
        "R2.2",
        Doubtful,
        "指标:\n  融资: {本期: 12.9245亿元, 构成: [甲, 乙, 丙, 丁, 戊, 己]}\n  甲: 3亿元\n  乙: 4.5亿元\n  丙: 0.2771亿元\n  \
         丁: 0.0274亿元\n  戊: 1.32亿元\n  己: {本期: 3.8亿元, 状态: 申报}\n",
        &["status-mixed"],
    ),
    judged(
        "R2.3",
        Fine,
        "指标:\n  申贷: {本期: 8.6亿元, 状态: 申报, 其中: [过会]}\n  过会: {本期: 3.8亿元, 状态: 申报}\n",
        &[],
    ),
    judged(
        "R2.4",
        Wrong,
        "指标:\n  投资: {本期: 6亿元, 其中: [基础设施]}\n  基础设施: 13亿元\n",
        &["part-exceeds-whole"],
    ),
    judged(
        "R2.5",
        Doubtful,
        "指标:\n  面积: 60万平方米\n  套数: 636套\n核对:\n  - {式: 面积 / 套数, 范围: 30—300平方米}\n",
        &["ratio-out-of-range"],
    ),
    judged(
        "R2.6",
        Doubtful,
        "指标:\n  面积: 7.8万平方米\n  套数: 335套\n  投资: 4000万元\n核对:\n  - {式: 面积 / 套数, 范围: 60—200平方米}\n  \
         - {式: 投资 / 面积, 范围: 1000—5000元/平方米}\n",
        &["ratio-out-of-range", "ratio-out-of-range"],
    ),
    judged(
        "R2.7",
        Fine,
        "指标:\n  调查户: {本期: 723户, 其中: [拆迁户]}\n  拆迁户: 437户\n  调查人: {本期: 2454人, 其中: [拆迁人]}\n  \
         拆迁人: 1269人\n  范围: {本期: 1500亩, 其中: [用地]}\n  用地: 980亩\n",
        &[],
    ),
    judged(
        "R2.8",
        Fine,
        "指标:\n  调查人: 2454人\n  调查户: 723户\n  拆迁人: 1269人\n  拆迁户: 437户\n核对:\n  - {式: 调查人 / 调查户, 范围: \
         2—5人/户}\n  - {式: 拆迁人 / 拆迁户, 范围: 2—5人/户}\n",
        &[],
    ),
    judged(
        "R2.9",
        Doubtful,
        "指标:\n  入驻: {本期: 25家, 其中: [投产]}\n  投产: 25家\n",
        &["among-adds-up"],
    ),
    judged(
        "R2.10",
        Doubtful,
        "指标:\n  协议: 100亿元\n  到位: 6亿元\n核对:\n  - {式: 到位 ÷ 协议, 范围: 20%—100%}\n",
        &["ratio-out-of-range"],
    ),
    judged(
        "R2.12",
        Fine,
        "指标:\n  规划: {本期: 20平方公里, 其中: [建成]}\n  建成: 6平方公里\n",
        &[],
    ),
    judged(
        "R2.13",
        Fine,
        "导语: |\n  围绕一个核心布局五个基地：新型建材、船舶建造、农副产品加工、能源化工医药、装备制造。\n",
        &[],
    ),
    judged(
        "R2.14",
        Doubtful,
        "指标:\n  融资: {本期: 3.0274亿元, 构成: [甲, 乙]}\n  甲: 3.0000亿元\n  乙: 274万元\n",
        &["units-mixed"],
    ),
    judged(
        "R3.1",
        Fine,
        "指标:\n  总投资: {本期: 59.82亿元, 其中: [甲, 乙, 丙, 丁, 戊]}\n  甲: 40亿元\n  乙: 10亿元\n  丙: 1.5亿元\n  \
         丁: 1.5亿元\n  戊: 1.3亿元\n",
        &[],
    ),
    judged(
        "R3.2",
        Fine,
        "指标:\n  标题里的投资: 40亿元\n  正文里的投资: 40亿元\n核对:\n  - 标题里的投资 = 正文里的投资\n",
        &[],
    ),
    judged(
        "R3.4",
        Doubtful,
        "成绩:\n  - 标题: 二、落实产业政策\n    正文: 一是开工早；二是推进快；二是投产多。\n",
        &["numbered-twice", "numbering-broken"],
    ),
    judged(
        "R3.5",
        Doubtful,
        "成绩:\n  - 年初定下的任务超额完成。\n",
        &["claim-without-figure"],
    ),
    judged(
        "R4.1",
        Doubtful,
        "成绩:\n  - 标题: 恪尽职守\n    分项:\n      - 标题: 一、接转电话\n        正文: 及时传达。\n      - 标题: 二、管理档案\n        \
         正文: 分类存放。\n",
        &["numbered-twice", "numbered-twice"],
    ),
    judged(
        "R4.2",
        Doubtful,
        "成绩:\n  - 标题: 勤恳做事\n    正文: 学习政策法规，传达文件精神，健全收集归档制度，做到分类存放、条理清楚、便于查阅，保证档案管理质量，经常下\
         基层、进企业，逐户了解情况，督促企业建立台账，健全统计制度和工作流程，做好上下沟通和内外联系，接听电话、接待来访，做到办理不误时、不拖延。\n  \
         - 标题: 严格要求\n    正文: 继续加强学习，更多地掌握专业知识和统计知识，强化服务意识，增强责任感和紧迫感，不断提高工作效率和工作质量，虚心\
         向老同志请教，严格遵守规章制度，团结同事，努力完成领导交办的任务，为单位发展贡献力量，同时注意总结经验，改进方法，争取新的成绩，用心办好每件\
         小事，把群众的难处放在心上，把单位的托付记在心里。\n姓名: 甲乙\n模板: 个人年终总结\n职务: 科员\n成文日期: 2026-07-01\n",
        &["no-figure"],
    ),
    judged(
        "R5.1",
        Fine,
        "指标:\n  项目: {本期: 49个, 构成: [新开工, 续建]}\n  新开工: 23个\n  续建: 26个\n",
        &[],
    ),
    judged(
        "R5.2",
        Rounded,
        "指标:\n  协议: {本期: 99.4亿元, 构成: [新开工, 续建]}\n  新开工: 48.2亿元\n  续建: 51.3亿元\n",
        &["explained-by-rounding"],
    ),
    judged(
        "R5.3",
        Wrong,
        "指标:\n  计划: {本期: 32.5亿元, 构成: [新开工, 续建]}\n  新开工: 17.4亿元\n  续建: 15.5亿元\n",
        &["parts-do-not-add-up"],
    ),
    judged(
        "R5.4",
        Rounded,
        "指标:\n  到位: {本期: 10.6亿元, 构成: [新开工, 续建]}\n  新开工: 6.6亿元\n  续建: 4.1亿元\n",
        &["explained-by-rounding"],
    ),
    judged(
        "R5.5",
        Fine,
        "指标:\n  资产: {本期: 4处, 构成: [工业, 房产]}\n  工业: 1处\n  房产: 3处\n",
        &[],
    ),
    judged(
        "R5.6",
        Fine,
        "指标:\n  收入: {本期: 1.25亿元, 其中: [地块]}\n  地块: 9400万元\n",
        &[],
    ),
    judged(
        "R5.7",
        Fine,
        "指标:\n  产值: {本期: 19.9亿元, 上年同期: 12.93亿元, 同比: 53.92%}\n",
        &[],
    ),
    judged(
        "R5.8",
        Fine,
        "指标:\n  税收: {本期: 26525.06万元, 上年同期: 22740.96万元, 同比: 16.64%}\n",
        &[],
    ),
    judged(
        "R5.9",
        Fine,
        "指标:\n  投资: {本期: 205263.00万元, 上年同期: 148741.30万元, 同比: 38.00%}\n",
        &[],
    ),
    judged(
        "R5.10",
        Fine,
        "指标:\n  出口: {本期: 4857.76万美元, 上年同期: 2592.60万美元, 同比: 87.37%}\n",
        &[],
    ),
    judged(
        "R5.11",
        Doubtful,
        "指标:\n  投资: 205263.4万元\n  产值: 19.9亿元\n核对:\n  - 投资 ≤ 产值\n",
        &["assertion-fails"],
    ),
    judged(
        "R5.12",
        Fine,
        "指标:\n  投资: {本期: 205263.00万元, 目标: 36亿元}\n核对:\n  - 投资|完成率 = 57.0%\n  - 投资|完成率 ≥ 50%\n",
        &[],
    ),
    judged(
        "R5.13",
        Doubtful,
        "指标:\n  税收: {本期: 26525.06万元, 口径: 全部}\n  规上税收: {目标: 5亿元, 口径: 规模以上}\n核对:\n  - 税收 / \
         规上税收|目标 = 53.05%\n",
        &["scope-differs"],
    ),
    judged(
        "R5.14",
        Doubtful,
        "指标:\n  到位: 10.6亿元\n  计划: 32.5亿元\n核对:\n  - {式: 到位 / 计划, 范围: 41.7%—100%}\n",
        &["ratio-out-of-range"],
    ),
    judged(
        "R5.15",
        Doubtful,
        "指标:\n  项目: {本期: 49个, 期间: 1—5月}\n成绩:\n  - 共确定项目{{项目}}。\n",
        &["period-differs"],
    ),
    judged(
        "R5.16",
        Doubtful,
        "指标:\n  项目: {本期: 49个, 口径: 全市}\n成绩:\n  - 共确定项目{{项目}}。\n",
        &["scope-differs"],
    ),
    judged(
        "R5.17",
        Doubtful,
        "指标:\n  建设项目: 13个\n  在建项目: 15个\n  招商引资项目: 49个\n",
        &["counts-alike"],
    ),
    judged(
        "R5.18",
        Fine,
        "指标:\n  申报额: {本期: 4000万元, 状态: 申报, 其中: [提款]}\n  提款: {状态: 待补, 单位: 万元}\n",
        &[],
    ),
    judged(
        "R5.19",
        Doubtful,
        "成绩:\n  - 截止六月，1-5月和1—6月的项目全部开工；截止目前进展顺利，截止5月底资金到位。\n",
        &["jiezhi", "jiezhi", "jiezhi", "range-dash"],
    ),
    judged(
        "R5.20",
        Doubtful,
        "指标:\n  产值: {本期: 19.9亿元, 同比: 53.92%}\n  税收: {本期: 26525.06万元, 同比: 16.64%}\n  投资: {本期: \
         205263.00万元, 同比: 38.00%}\n  规上税收: {同比: 18.2%}\n",
        &["trailing-zeros", "trailing-zeros"],
    ),
    judged(
        "R5.21",
        Doubtful,
        "指标:\n  产值: {本期: 19.9亿元, 同比: 38.00%}\n成绩:\n  - 共实现产值达到了{{产值}}，{{产值|同比}}，；融资XX万；计划投资1400万，\
         有序推进。\n",
        &[
            "double-punctuation",
            "placeholder-left",
            "unit-missing",
            "verb-twice",
        ],
    ),
];

/// What any short report has, whatever its relations are.
const BESIDE: [&str; 6] = [
    "empty-section",
    "length-outside-norm",
    "number-without-source",
    "figure-unused",
    "figure-pending",
    "problem-without-plan",
];

/// What is found in a report, but for what is beside the point.
fn found(report: &str) -> Vec<(&'static str, Severity)> {
    let needed = [
        ("模板", "半年总结"),
        ("单位", "某局"),
        ("期间", "2026年上半年"),
    ];
    let mut yaml = report.to_owned();
    for (key, value) in needed {
        if !report.contains(&format!("\n{key}: ")) {
            yaml.push_str(&format!("{key}: {value}\n"));
        }
    }
    let outcome = run(&yaml);
    let unreadable: Vec<_> = outcome
        .findings
        .iter()
        .filter(|d| d.code.unreadable)
        .map(|d| d.message.zh.as_str())
        .collect();
    assert!(unreadable.is_empty(), "{unreadable:?}\n{yaml}");
    let all = outcome.findings.iter();
    let mut out: Vec<_> = all
        .map(|d| (d.code.id, d.severity))
        .filter(|(id, _)| !BESIDE.contains(id))
        .collect();
    out.sort_by_key(|(id, _)| *id);
    out
}

#[test]
fn relations_of_real_summaries_get_the_verdict_that_people_gave() {
    for relation in JUDGED {
        let found = found(relation.report);
        let codes: Vec<_> = found.iter().map(|(id, _)| *id).collect();
        assert_eq!(codes, relation.found, "{}", relation.id);
        let is_error = found.iter().any(|(_, s)| *s == Severity::Error);
        let is_note = !found.is_empty() && found.iter().all(|(_, s)| *s == Severity::Note);
        let fits = match relation.said {
            Fine => found.is_empty(),
            Rounded => is_note,
            Wrong => is_error,
            Doubtful => !found.is_empty(),
        };
        assert!(
            fits,
            "{} is {:?}, but {found:?}",
            relation.id, relation.said
        );
    }
}

#[test]
fn no_relation_of_a_real_summary_is_forgotten() {
    let numbers = RELATIONS.into_iter();
    let all: BTreeSet<String> = numbers
        .flat_map(|(summary, last)| (1..=last).map(move |n| format!("R{summary}.{n}")))
        .collect();
    assert_eq!(all.len(), 43);
    let judged: BTreeSet<String> = JUDGED.iter().map(|r| r.id.to_owned()).collect();
    let not: BTreeSet<String> = NOT_BY_MACHINE
        .iter()
        .map(|(id, _)| (*id).to_owned())
        .collect();
    assert!(judged.is_disjoint(&not), "judged and not judged");
    assert_eq!(judged.union(&not).cloned().collect::<BTreeSet<_>>(), all);
    assert!(NOT_BY_MACHINE.iter().all(|(_, why)| !why.is_empty()));
}

#[test]
fn a_growth_of_87_percent_is_no_doubling() {
    // R5.10: the word is refused where it is printed.
    let report = "指标:\n  出口: {本期: 4857.76万美元, 同比: 87.37%}\n成绩:\n  - 出口{{出口|翻番}}。\n模板: 半年总结\n\
        单位: 某局\n期间: 2026年上半年\n";
    let outcome = run(report);
    let errors = outcome
        .findings
        .iter()
        .filter(|d| d.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|d| d.message.zh.clone()).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].contains("翻"), "{errors:?}");
}
