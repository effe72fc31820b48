//! What the program says when it is called alone.

use super::{Console, Exit};
use crate::diag::render::Language;

/// Says the first three commands.
pub fn run(console: &mut Console<'_>) -> Exit {
    console.say(match console.language {
        Language::Chinese => {
            "总结：一处填数字，一处写文字，生成 Word 和 Markdown。\n\n开始用这三条命令：\n  \
             zongjie templates list      有哪些文种\n  \
             zongjie new 半年总结        新建一份，照说明填写\n  \
             zongjie build 半年总结      生成文档\n\n更多：zongjie --help"
        }
        Language::English => {
            "zongjie drafts work summaries: figures in one place, wording in another, Word and Markdown out.\n\n\
             The first three commands:\n  \
             zongjie templates list      which kinds there are\n  \
             zongjie new GENRE           start one and fill it in\n  \
             zongjie build FOLDER        make the documents\n\nMore: zongjie --help"
        }
    });
    Exit::Done
}
