//! Where titles are broken into lines.

use proptest::prelude::*;
use zongjie::layout::{Chars, text_width, title_breaks};

/// The lines of a title on a page of 20 characters; `|` marks the seams between the pieces it was put together from.
fn lines(marked: &str) -> Vec<String> {
    let mut title = String::new();
    let mut seams = Vec::new();
    for piece in marked.split('|') {
        seams.push(title.len());
        title.push_str(piece);
    }
    let mut out = Vec::new();
    let mut begin = 0;
    for at in title_breaks(&title, &seams, Chars::whole(20)) {
        out.push(title[begin..at].to_owned());
        begin = at;
    }
    out.push(title[begin..].to_owned());
    out
}

#[test]
fn a_title_that_fits_stays_on_one_line() {
    assert_eq!(lines("试用期工作总结"), ["试用期工作总结"]);
    assert_eq!(
        lines("宁川市教育局2026年上半年工作总结"),
        ["宁川市教育局2026年上半年工作总结"]
    );
}

#[test]
fn a_title_of_two_lines_parts_between_the_office_and_the_period() {
    assert_eq!(
        lines("宁川市工业园区管理委员会2026年上半年工作总结"),
        ["宁川市工业园区管理委员会", "2026年上半年工作总结"]
    );
    assert_eq!(
        lines("宁川市住房和城乡建设局2026年度工作总结暨下年工作计划"),
        ["宁川市住房和城乡建设局", "2026年度工作总结暨下年工作计划"]
    );
}

#[test]
fn a_long_title_parts_before_what_it_is_about_and_before_and() {
    assert_eq!(
        lines("宁川市工业园区管理委员会2026年上半年工作总结及下半年工作打算"),
        [
            "宁川市工业园区管理委员会",
            "2026年上半年工作总结及下半年工作打算"
        ]
    );
    let title = "宁川市高新技术产业开发区管理委员会关于2026年上半年经济运行和重点项目建设情况及下半年工作打算的报告";
    let found = lines(title);
    assert_eq!(
        found,
        [
            "宁川市高新技术产业开发区管理委员会",
            "关于2026年上半年",
            "经济运行和重点项目建设情况",
            "及下半年工作打算的报告"
        ]
    );
}

#[test]
fn a_title_parts_before_the_word_for_what_was_done() {
    assert_eq!(
        lines("宁川市文化广电旅游局关于承办第十二届全省民族民间文艺汇演工作的总结"),
        [
            "宁川市文化广电旅游局",
            "关于承办第十二届全省民族民间文艺汇演",
            "工作的总结"
        ]
    );
    assert_eq!(
        lines("宁川市市场监督管理局关于食品安全“守底线、查隐患、保安全”专项行动的工作总结"),
        [
            "宁川市市场监督管理局",
            "关于食品安全“守底线、查隐患、保安全”",
            "专项行动的工作总结"
        ]
    );
}

#[test]
fn a_title_parts_where_its_pieces_meet() {
    assert_eq!(
        lines("临江县河湖长制工作推进小组|水环境综合治理专项行动总结"),
        ["临江县河湖长制工作推进小组", "水环境综合治理专项行动总结"]
    );
}

#[test]
fn no_word_and_no_name_is_cut() {
    // Nothing here says where a word ends, so the program that sets the page decides.
    let name = "阿卜杜热合曼江吐尔逊买买提伊力哈木艾合买提热依扎古丽";
    assert_eq!(lines(name), [name]);
    for line in lines("宁川市推动高质量发展格局开局工作领导小组办公室2026年上半年工作情况报告")
    {
        assert!(!line.ends_with("格"), "{line}");
        assert!(!line.starts_with("局"), "{line}");
        assert!(!line.ends_with("上半"), "{line}");
    }
}

#[test]
fn no_line_begins_or_ends_with_a_mark_that_belongs_to_the_other() {
    for line in
        lines("宁川市统计局关于贯彻《关于深化统计管理体制改革提高统计数据真实性的意见》情况的报告")
    {
        assert!(!line.starts_with(['》', '）']), "{line}");
        assert!(!line.ends_with(['《', '（', '及', '和']), "{line}");
    }
}

#[test]
fn an_english_title_parts_at_blanks_but_not_behind_small_words() {
    let found = lines("Annual Summary of the Ningchuan Industrial Park Administration for 2026");
    assert!(found.len() >= 2, "{found:?}");
    for line in &found[..found.len() - 1] {
        assert!(line.ends_with(' '), "{found:?}");
        assert!(!line.trim_end().ends_with(" of") && !line.trim_end().ends_with(" for"));
    }
}

proptest! {
    #[test]
    fn breaks_are_between_characters_and_in_order(
        title in "([年月市局及关于2026总结工作 ]|[上下半]年|\\PC){0,90}",
        seams in prop::collection::vec(0_usize..200, 0..6),
        widest in -5_i32..4000,
    ) {
        let breaks = title_breaks(&title, &seams, Chars(widest));
        prop_assert!(breaks.windows(2).all(|pair| pair[0] < pair[1]));
        for at in breaks {
            prop_assert!(at > 0 && at < title.len() && title.is_char_boundary(at));
        }
        let _ = text_width(&title);
    }
}
