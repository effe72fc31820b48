//! The words that titles of reports are made of, and how well a line begins or ends with them.

/// What stands before a break costs: nothing, a little, much.
const GOOD: i64 = 0;
const FAIR: i64 = 25;
const POOR: i64 = 90;

/// Words a line may begin with, longer ones before those they begin with.
pub const STARTS: &[(&str, i64)] = &[
    ("关于", GOOD),
    ("——", GOOD),
    ("暨", GOOD),
    ("及", GOOD),
    ("和下", GOOD),
    ("和20", GOOD),
    ("和明年", GOOD),
    ("与", FAIR),
    ("上半年", POOR),
    ("下半年", GOOD),
    ("第一季度", POOR),
    ("第二季度", POOR),
    ("第三季度", POOR),
    ("第四季度", POOR),
    ("上年度", FAIR),
    ("下年度", GOOD),
    ("工作总结", GOOD),
    ("工作小结", GOOD),
    ("工作报告", GOOD),
    ("工作打算", GOOD),
    ("工作计划", GOOD),
    ("工作要点", GOOD),
    ("工作方案", GOOD),
    ("工作情况", GOOD),
    ("工作的总结", GOOD),
    ("工作的报告", GOOD),
    ("年终总结", GOOD),
    ("年度总结", GOOD),
    ("个人总结", GOOD),
    ("转正总结", GOOD),
    ("专项总结", GOOD),
    ("述职报告", GOOD),
    ("述职述廉", GOOD),
    ("情况的报告", FAIR),
    ("重点工作", FAIR),
    ("完成情况", FAIR),
    ("落实情况", FAIR),
    ("进展情况", FAIR),
    ("开展情况", FAIR),
    ("实施情况", FAIR),
    ("执行情况", FAIR),
    ("专项行动", FAIR),
    ("专项整治", FAIR),
    ("总结", FAIR),
    ("小结", FAIR),
    ("报告", FAIR),
    ("打算", FAIR),
    ("计划", FAIR),
    ("述职", FAIR),
    ("《", FAIR),
    ("“", FAIR),
    ("（", GOOD),
];

/// Words a line may end with, longer ones before those they end with.
pub const ENDS: &[(&str, i64)] = &[
    ("委员会", GOOD),
    ("管委会", GOOD),
    ("人民政府", GOOD),
    ("办公室", GOOD),
    ("领导小组", GOOD),
    ("指挥部", GOOD),
    ("有限公司", GOOD),
    ("集团", FAIR),
    ("公司", GOOD),
    ("中心", GOOD),
    ("学校", GOOD),
    ("大学", FAIR),
    ("学院", FAIR),
    ("医院", GOOD),
    ("开发区", FAIR),
    ("园区", POOR),
    ("街道", POOR),
    ("党委", FAIR),
    ("党组", FAIR),
    ("支部", FAIR),
    ("协会", FAIR),
    ("局", FAIR),
    ("》", FAIR),
    ("）", FAIR),
    ("”", POOR),
    ("：", GOOD),
    ("，", GOOD),
    ("、", POOR),
    ("关于", POOR),
];

/// Words that a break between their parts would tear.
const WHOLE: &[&str] = &[
    "工作总结",
    "工作小结",
    "工作报告",
    "工作打算",
    "工作计划",
    "工作要点",
    "工作方案",
    "工作情况",
    "工作的总结",
    "工作的报告",
    "实施情况",
    "执行情况",
    "专项行动",
    "专项整治",
    "年终总结",
    "年度总结",
    "年度工作",
    "个人总结",
    "转正总结",
    "专项总结",
    "述职报告",
    "述职述廉",
    "情况的报告",
    "总结会",
    "报告会",
    "计划生育",
    "计划外",
    "及时",
    "普及",
    "涉及",
    "以及",
    "参与",
    "与会",
    "委员会议",
    "局面",
    "局势",
    "局部",
    "格局",
    "布局",
    "结局",
    "开局",
    "大局",
    "全局",
    "中心城区",
    "中心工作",
    "和谐",
    "共和",
    "总结报告",
    "党组织",
    "党委会",
    "集团军",
    "公司制",
    "大学生",
    "协会会",
    "开发区管委会",
    "开发区管理委员会",
    "园区管委会",
    "园区管理委员会",
    "街道办事处",
    "街道党工委",
    "委员会办公室",
    "政府办公室",
    "领导小组办公室",
    "集团公司",
    "集团有限公司",
    "医院管理",
    "学校管理",
];

/// Whether one of the whole words spans the border between two halves.
pub fn is_inside(before: &str, after: &str) -> bool {
    WHOLE.iter().any(|word| {
        word.char_indices()
            .skip(1)
            .any(|(at, _)| before.ends_with(&word[..at]) && after.starts_with(&word[at..]))
    })
}

/// What follows a year or a part of it without being the end of the period.
const GOES_ON: &[&str] = &[
    "度",
    "上半年",
    "下半年",
    "第",
    "末",
    "初",
    "底",
    "内",
    "来",
    "以来",
    "一季",
    "二季",
    "三季",
    "四季",
    "份",
    "中",
    "至",
    "—",
    "-",
    "～",
    "、",
    "前",
    "后",
    "终",
    "全年",
    "等",
];

/// Whether a period ends here and nothing of it follows: `2026年上半年`, `2026年度`, `1—6月`, `第三季度`.
pub fn is_period_end(before: &str, after: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(c);
    let ends = ["年", "月", "日"].iter().any(|unit| {
        before
            .strip_suffix(unit)
            .is_some_and(|rest| rest.ends_with(is_number))
    });
    let named = ["上半年", "下半年", "年度", "季度", "学年", "学期"]
        .iter()
        .any(|word| before.ends_with(word));
    let goes_on = after.starts_with(is_number) || GOES_ON.iter().any(|w| after.starts_with(w));
    (ends || named) && !goes_on
}
