//! The keys of a layout profile in both languages.

use crate::layout::{Profile, TextStyle};
use crate::model::schema::Key;

const fn key(en: &'static str, zh: &'static str) -> Key {
    Key { en, zh }
}

/// Keys at the top that are no kind of paragraph.
const OWN: [Key; 16] = [
    key("name", "名称"),
    key("aliases", "别名"),
    key("about", "说明"),
    key("extends", "继承"),
    key("fonts", "字体"),
    key("font_names", "字体名称"),
    key("page", "页面"),
    key("heading1", "一级标题"),
    key("heading2", "二级标题"),
    key("heading3", "三级标题"),
    key("heading4", "四级标题"),
    key("table", "表格"),
    key("chart", "图"),
    key("page_number", "页码"),
    key("closing", "落款"),
    key("emphasis", "强调"),
];

/// A kind of paragraph: its key, and where a profile keeps its look.
pub type Role = (Key, fn(&mut Profile) -> &mut TextStyle);

/// All kinds of paragraphs but headings, running text first: what the others do not say, they take from it.
pub const ROLES: [Role; 15] = [
    (key("body", "正文"), |p| &mut p.body),
    (key("title", "标题"), |p| &mut p.title),
    (key("subtitle", "副标题"), |p| &mut p.subtitle),
    (key("salutation", "称谓"), |p| &mut p.salutation),
    (key("part", "部分标题"), |p| &mut p.part),
    (key("list", "列表"), |p| &mut p.list_item),
    (key("quote", "引文"), |p| &mut p.quote),
    (key("code", "代码"), |p| &mut p.code),
    (key("caption", "表题"), |p| &mut p.caption),
    (key("note", "表注"), |p| &mut p.note),
    (key("annex_list", "附件说明"), |p| &mut p.annex_list),
    (key("annex_mark", "附件标识"), |p| &mut p.annex_mark),
    (key("annex_title", "附件标题"), |p| &mut p.annex_title),
    (key("signature", "署名"), |p| &mut p.signature),
    (key("date", "日期"), |p| &mut p.date),
];

/// The headings in order of their ranks.
pub const HEADINGS: [&str; 4] = ["heading1", "heading2", "heading3", "heading4"];

/// All keys at the top of a profile.
pub const TOP: &[Key] = &top();

const fn top() -> [Key; OWN.len() + ROLES.len()] {
    let mut out = [key("", ""); OWN.len() + ROLES.len()];
    let mut at = 0;
    while at < out.len() {
        out[at] = if at < OWN.len() {
            OWN[at]
        } else {
            ROLES[at - OWN.len()].0
        };
        at += 1;
    }
    out
}

/// 页面
pub const PAGE: &[Key] = &[
    key("width", "宽"),
    key("height", "高"),
    key("top", "上边距"),
    key("bottom", "下边距"),
    key("left", "左边距"),
    key("right", "右边距"),
    key("header", "页眉"),
    key("footer", "页脚"),
    key("lines", "每页行数"),
    key("characters", "每行字数"),
    key("line_pitch", "网格行距"),
    key("widow_control", "孤行控制"),
    key("mirror_margins", "对称页边距"),
];

/// A kind of paragraph; the last two are for headings and for lists.
pub const STYLE: &[Key] = &[
    key("typeface", "字体"),
    key("size", "字号"),
    key("bold", "加粗"),
    key("spacing", "字距"),
    key("line", "行距"),
    key("before", "段前"),
    key("after", "段后"),
    key("left", "左缩进"),
    key("right", "右缩进"),
    key("first_line", "首行缩进"),
    key("align", "对齐"),
    key("number", "编号"),
    key("bullet", "符号"),
];

/// 表格
pub const TABLE: &[Key] = &[
    key("header", "表头"),
    key("text", "文字"),
    key("border", "边框"),
    key("cell_margin", "单元格边距"),
    key("short", "短列"),
    key("row_height", "行高"),
    key("whole_rows", "不跨页行数"),
    key("most_columns", "最多列数"),
];

/// 图
pub const CHART: &[Key] = &[
    key("height", "高"),
    key("tallest", "最高"),
    key("most_labels", "最多数值"),
    key("most_line_labels", "折线最多数值"),
];

/// 页码
pub const PAGE_NUMBER: &[Key] = &[
    key("form", "形式"),
    key("typeface", "字体"),
    key("size", "字号"),
    key("side", "位置"),
    key("from_edge", "距边"),
];

/// 字体名称
pub const FONT_NAMES: &[Key] = &[
    key("xiaobiaosong", "小标宋"),
    key("fangsong", "仿宋"),
    key("heiti", "黑体"),
    key("kaiti", "楷体"),
    key("songti", "宋体"),
    key("latin", "西文"),
    key("monospaced", "等宽"),
];

/// All lists of keys, by which the two spellings of one key are known.
const ALL: [&[Key]; 7] = [TOP, PAGE, STYLE, TABLE, CHART, PAGE_NUMBER, FONT_NAMES];

/// Whether two keys of maps that are laid over each other are one.
pub fn same(a: &str, b: &str) -> bool {
    let pair = |k: &Key| (k.en == a && k.zh == b) || (k.en == b && k.zh == a);
    a == b || ALL.iter().any(|keys| keys.iter().any(pair))
}
