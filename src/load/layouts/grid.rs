//! Whether a page holds what its profile promises: a text block, so many lines, so many characters a line.

use super::measures::points;
use super::schema;
use crate::diag::{Diagnostic, Place, Text, codes};
use crate::layout::{Profile, Twips};
use crate::load::decode::Reader;
use crate::load::node::{Entry, Node};

/// Narrowest and lowest text block: five centimetres.
const LEAST: Twips = Twips(2835);
/// Largest sheet: what Word takes.
const LARGEST: Twips = Twips(31_680);

/// What a profile promises its page to hold; `None` promises nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Promise {
    /// 每页行数
    pub lines: Option<i32>,
    /// 每行字数
    pub characters: Option<i32>,
}

/// The user's files, that of the profile itself first, then those it extends: one of them is to be put right.
pub type Own<'n> = [&'n Node];

/// A page that does not hold what it should: what is wrong, how to cure it, and the keys that decide it.
struct Misfit {
    message: Text,
    hint: Text,
    /// Under which keys at the top these keys stand.
    parts: &'static [&'static str],
    keys: &'static [&'static str],
}

/// What decides how much a page holds.
const PAGE: &[&str] = &["page", "body"];

/// Checks a profile's page.
pub fn check(profile: &Profile, promise: Promise, own: &Own<'_>, reader: &mut Reader<'_>) {
    let page = &profile.page;
    let mut misfits: Vec<Misfit> = [
        side(&WIDTH, page.width, page.text_width()),
        side(&HEIGHT, page.height, page.text_height()),
    ]
    .into_iter()
    .flatten()
    .collect();
    // On a page without room there is nothing more to say.
    if misfits.is_empty() {
        let lines = promise.lines.and_then(|count| lines(profile, count));
        let characters = promise
            .characters
            .and_then(|count| characters(profile, count));
        misfits.extend(lines.into_iter().chain(characters).chain(chart(profile)));
    }
    for misfit in misfits {
        let place = place_of(own, misfit.parts, misfit.keys);
        let fault = Diagnostic::error(&codes::BAD_VALUE, place, misfit.message);
        reader.push(fault.hint(misfit.hint));
    }
}

/// Where one of these things is said; the beginning of the first file if nowhere.
fn place_of(own: &Own<'_>, parts: &[&str], keys: &[&str]) -> Option<Place> {
    let is = |entry: &Entry, key: &str| schema::same(&entry.name.text, key);
    let said = own.iter().find_map(|root| {
        let outer = root.entries().iter();
        let outer = outer.filter(|entry| parts.iter().any(|part| is(entry, part)));
        let inner: Vec<&Entry> = outer.flat_map(|entry| entry.value.entries()).collect();
        // What decides most comes first among the keys.
        let said = |key: &&str| inner.iter().find(|entry| is(entry, key));
        keys.iter().find_map(said).map(|entry| entry.value.place)
    });
    said.or_else(|| own.first().map(|root| root.place))
}

/// One direction of a page: its keys, the sheet's first.
struct Direction {
    keys: &'static [&'static str],
    zh: [&'static str; 3],
    en: [&'static str; 3],
}

const WIDTH: Direction = Direction {
    keys: &["left", "right", "width"],
    zh: ["宽", "左边距", "右边距"],
    en: ["width", "left", "right"],
};

const HEIGHT: Direction = Direction {
    keys: &["top", "bottom", "height"],
    zh: ["高", "上边距", "下边距"],
    en: ["height", "top", "bottom"],
};

/// What is wrong with a text block of this size on a sheet of this size.
fn side(direction: &Direction, sheet: Twips, text: Twips) -> Option<Misfit> {
    if text >= LEAST && sheet <= LARGEST {
        return None;
    }
    let (sheet, text) = (points(sheet), points(text));
    let (least, largest) = (points(LEAST), points(LARGEST));
    let ([zh, zh_first, zh_second], [en, en_first, en_second]) = (direction.zh, direction.en);
    Some(Misfit {
        message: Text::new(
            format!("页面{zh}{sheet}磅，除去边距，版心只剩{text}磅"),
            format!("the page's {en} is {sheet} pt, and its margins leave {text} pt for the text"),
        ),
        hint: Text::new(
            format!("请改 {zh_first}、{zh_second}或{zh}：版心至少{least}磅，纸张至多{largest}磅"),
            format!(
                "change `{en_first}`, `{en_second}` or `{en}`: the text needs {least} pt, a sheet has at most {largest} pt"
            ),
        ),
        parts: PAGE,
        keys: direction.keys,
    })
}

/// What is wrong when so many lines are more than a page holds.
fn lines(profile: &Profile, count: i32) -> Option<Misfit> {
    let (pitch, height) = (profile.page.line_pitch, profile.page.text_height());
    let needed = pitch * count;
    if needed <= height {
        return None;
    }
    let fitting = height.0 / pitch.0.max(1);
    let closest = points(Twips(height.0 / count.max(1)));
    let (pitch, needed, height) = (points(pitch), points(needed), points(height));
    Some(Misfit {
        message: Text::new(
            format!("每页{count}行放不下：{count}行×{pitch}磅＝{needed}磅，版心高{height}磅"),
            format!(
                "{count} lines do not fit on a page: {count} × {pitch} pt = {needed} pt, the text block is {height} pt high"
            ),
        ),
        hint: Text::new(
            format!("正文的行距最多写 {closest}磅；或改写 每页行数: {fitting}"),
            format!("write `line: {closest}pt` in the body, or `lines: {fitting}`"),
        ),
        parts: PAGE,
        keys: &["lines", "line", "line_pitch", "top", "bottom", "height"],
    })
}

/// What is wrong when so many characters are more than a line holds.
fn characters(profile: &Profile, count: i32) -> Option<Misfit> {
    let (pitch, width) = (profile.body.pitch(), profile.page.text_width());
    let needed = pitch * count;
    if needed <= width {
        return None;
    }
    let fitting = width.0 / pitch.0.max(1);
    let closest = points(Twips(width.0.div_euclid(count.max(1))) - profile.body.size.twips());
    let (pitch, needed, width) = (points(pitch), points(needed), points(width));
    Some(Misfit {
        message: Text::new(
            format!("每行{count}字放不下：{count}字×{pitch}磅＝{needed}磅，版心宽{width}磅"),
            format!(
                "{count} characters do not fit on a line: {count} × {pitch} pt = {needed} pt, the text block is {width} pt wide"
            ),
        ),
        hint: Text::new(
            format!("正文的字距写 {closest}磅；或改写 每行字数: {fitting}"),
            format!("write `spacing: {closest}pt` in the body, or `characters: {fitting}`"),
        ),
        parts: PAGE,
        keys: &["characters", "spacing", "size", "left", "right", "width"],
    })
}

/// What is wrong when the tallest chart is higher than a page.
fn chart(profile: &Profile) -> Option<Misfit> {
    let look = &profile.chart;
    let (tallest, height) = (look.tallest.max(look.height), profile.page.text_height());
    if tallest <= height {
        return None;
    }
    let (tallest, height) = (points(tallest), points(height));
    Some(Misfit {
        message: Text::new(
            format!("图高{tallest}磅，一页放不下：版心高{height}磅"),
            format!(
                "a chart of {tallest} pt does not fit on a page: the text block is {height} pt high"
            ),
        ),
        hint: Text::new(
            format!("请改图的 高 和 最高，至多 {height}磅"),
            format!("change `height` and `tallest` of the charts: at most {height}pt"),
        ),
        parts: &["chart", "page"],
        keys: &["tallest", "height"],
    })
}
