//! The samples that follow old summaries carry every figure of theirs, in every format.
#![expect(clippy::expect_used, reason = "helpers of tests fail like tests")]

use super::docx_package::parts;
use std::path::PathBuf;
use zongjie::load::Input;
use zongjie::pipeline::{self, Request};
use zongjie::world::Disk;
use zongjie::writers::FormatId;

/// The sample in each format as plain text: Markdown without its signs, the text of the DOCX.
pub fn texts(path: &str) -> [(&'static str, String); 2] {
    let input = Input {
        path: PathBuf::from(path),
        ..Input::default()
    };
    let request = Request {
        input,
        formats: vec![FormatId::Markdown, FormatId::Docx],
        is_final: false,
    };
    let product = pipeline::run(&Disk, &request).product.expect(path);
    let bytes = |n: usize| product.outputs.get(n).expect("an output").bytes.as_slice();
    let markdown = String::from_utf8_lossy(bytes(0)).replace('\\', "");
    let body = parts(bytes(1)).remove("word/document.xml").expect("a body");
    [("Markdown", markdown), ("DOCX", words(&body))]
}

/// What a body prints: one line for each paragraph.
fn words(xml: &str) -> String {
    let mut out = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split([' ', '/']).next() {
            Some("w:t") => out.push_str(text),
            _ if tag == "/w:p" => out.push('\n'),
            _ => {}
        }
    }
    out
}

/// Whether a text holds a quantity that is not the end of a longer number: 3亿元 is not in 13亿元.
fn holds(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_digit() || c == '.')
    })
}

fn assert_carries(path: &str, figures: &str, headings: &[&str]) {
    for (format, text) in texts(path) {
        let missing: Vec<&str> = figures
            .split_whitespace()
            .filter(|figure| !holds(&text, figure))
            .collect();
        assert_eq!(missing, [""; 0], "{path}, {format}: figures");
        let missing: Vec<&&str> = headings.iter().filter(|h| !text.contains(**h)).collect();
        assert_eq!(missing, [&""; 0], "{path}, {format}: headings");
    }
}

#[test]
fn the_probation_summary_carries_its_seed() {
    let figures = "3个月 5项";
    let headings = [
        "一、勤学善思",
        "二、坚持学习",
        "三、认真履职",
        "四、边干边学",
    ];
    assert_carries("data/zh/probation-summary/full.yaml", figures, &headings);
}

#[test]
fn the_annual_summary_carries_its_seed() {
    let figures = "6平方公里 20平方公里 35亿元 1亿元 6亿元 0.6万人 13亿元 60万平方米 636套 1000万元 \
        1.5万平方米 1500亩 723户 2454人 600亩 221亩 30亩 99亩 980亩 437户 1269人 30万吨 3万吨 \
        10万平方米 3万平方米 1350万元 3500万元 90%以上 4000万元 7.8万平方米 335套 25家 15家 100亿元 \
        12.9245亿元 3亿元 4.5亿元 0.2771亿元 274万元 1.32亿元 8.6亿元 3.8亿元";
    let headings = [
        "（一）规划布局进一步完善",
        "（二）基础设施进一步改善",
        "1.松坪拓展区建设稳步推进",
        "2.白渡产业基地建成见效",
        "3.移民生态工业园建设全面启动",
        "（三）招商引资富有成效",
        "（四）建设资金得到基本保障",
        "新型建材、船舶建造、农副产品加工、能源化工医药、装备制造五个基地",
    ];
    assert_carries("data/zh/annual-summary/full.yaml", figures, &headings);
}

#[test]
fn the_ordinals_stand_in_the_third_heading() {
    for (format, text) in texts("data/zh/annual-summary/full.yaml") {
        let after = text
            .split("3.移民生态工业园建设全面启动")
            .nth(1)
            .expect(format);
        let paragraph = after.trim_start().lines().next().expect(format);
        let marks = ["一是", "二是", "三是", "四是", "五是", "六是"];
        let at: Vec<usize> = marks.iter().filter_map(|m| paragraph.find(m)).collect();
        assert_eq!(at.len(), 6, "{format}");
        assert!(at.is_sorted(), "{format}");
    }
}

#[test]
fn the_summary_of_projects_carries_its_seed() {
    let figures = "11个 59.82亿元 40亿元 200万吨 10亿元 1.5亿元 10万吨 2万吨 4万吨 2栋 1.3亿元 20万吨 \
        3000立方米 1000立方米 100立方米 2个 5个";
    let headings = [
        "一、招商引资和项目建设情况",
        "（一）投资40亿元的年产200万吨液化天然气项目",
        "（二）投资10亿元的禾盼食品工业园项目",
        "（三）投资1.5亿元的年加工10万吨稻米、2万吨食用油项目",
        "（四）投资1.5亿元的年加工4万吨稻米项目",
        "（五）投资1.3亿元的年产20万吨石油助剂项目",
        "二、严守红线，落实产业政策",
        "三、今后工作的总体思路",
    ];
    assert_carries("data/zh/annual-summary/projects.yaml", figures, &headings);
}

#[test]
fn the_personal_summaries_carry_their_seeds() {
    let headings = [
        "一、加强学习，不断提高政治理论水平",
        "二、恪尽职守，认真完成各项工作任务",
        "（一）做好上传下达和沟通协调",
        "（二）规范档案收集和管理",
        "（三）认真做好统计数据上报",
        "三、存在的问题",
        "四、明年工作打算",
    ];
    assert_carries("data/zh/year-end-review/full.yaml", "", &headings);
    let headings = [
        "一、坚定信念、加强学习，着力提高业务素养",
        "二、严于律己、求真务实，时刻牢记服务意识",
        "三、虚心请教、乐于奉献，尽快进入工作角色",
    ];
    assert_carries("data/zh/new-staff-summary/full.yaml", "", &headings);
}

#[test]
fn the_half_year_summary_carries_its_seed() {
    let figures = "19.9亿元 53.92% 26525.06万元 16.64% 38.00% 4857.76万美元 87.37% 40%左右 18.2% 5亿元 \
        120亿元 95%以上 36亿元 49个 99.4亿元 32.5亿元 10.6亿元 23个 48.2亿元 17.4亿元 6.6亿元 26个 \
        51.3亿元 15.5亿元 4.1亿元 4个 15个 13个 538万元 1300米 90% 1273.74万元 2750米 10% 380万元 \
        428米 30% 1400万元 2万立方米 17户 800公顷 12平方公里 2个 4000万元 3400万元 4家 4处 1处 3处 \
        1.25亿元 9400万元";
    assert_carries("data/zh/half-year-summary/full.yaml", figures, &[]);
}

#[test]
fn a_number_is_not_found_at_the_end_of_a_longer_one() {
    assert!(holds("投资3亿元", "3亿元"));
    assert!(!holds("投资13亿元、1.3亿元", "3亿元"));
}
