//! Texts that the reports written by `new` hold until the user puts his own there. A test holds them against those
//! reports.

/// What stands for a whole field or title.
const WHOLE: [&str; 9] = [
    "本单位",
    "本人姓名",
    "专项活动",
    "第一项工作",
    "第二项工作",
    "第一项重点工作",
    "第二项重点工作",
    "Our Organisation",
    "Your Name",
];

/// What people type into a field that somebody else is to fill.
const TO_FILL: [&str; 5] = ["待填", "待定", "待补", "TBD", "TODO"];

/// What stands for words in running text.
pub const STAND_IN_WORDS: [&str; 4] = [
    "在这里写",
    "我负责……工作",
    "Say what was done, how",
    "Say what you studied",
];

/// Whether a whole field or title only stands for one.
pub fn is_stand_in(text: &str) -> bool {
    let text = text.trim();
    WHOLE.contains(&text) || TO_FILL.contains(&text)
}
