//! Why a roster cannot be read at all.

use crate::batch::codes;
use crate::diag::{Diagnostic, Text};
use std::io;
use std::path::{MAIN_SEPARATOR_STR, Path};

/// A path as messages print it.
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}

/// A fault of a roster as a whole.
fn fault(message: Text, hint: Text) -> codes::Fault {
    Box::new(Diagnostic::error(&codes::NOT_A_ROSTER, None, message).hint(hint))
}

/// It is no text.
pub fn no_text(path: &Path) -> codes::Fault {
    let name = shown(path);
    let message = Text::new(
        format!("名册“{name}”不是文本，或文字编码认不出来"),
        format!("the roster `{name}` is no text, or its encoding is not known"),
    );
    let hint = Text::new(
        "用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”或 .xlsx",
        "save it as `CSV UTF-8` or as .xlsx",
    );
    fault(message, hint)
}

/// It has no row that names its columns.
pub fn no_heading(path: &Path) -> codes::Fault {
    let name = shown(path);
    let message = Text::new(
        format!("名册“{name}”没有表头"),
        format!("the roster `{name}` has no heading"),
    );
    let hint = Text::new(
        "第一行写各列的名称，如：姓名,部门,职务",
        "name the columns in the first line: `name,department,position`",
    );
    fault(message, hint)
}

/// It is not there, or the machine does not let it be read.
pub fn unreadable(path: &Path, error: &io::Error) -> codes::Fault {
    let name = shown(path);
    let message = match error.kind() {
        io::ErrorKind::NotFound => Text::new(
            format!("找不到名册“{name}”"),
            format!("the roster `{name}` was not found"),
        ),
        _ => Text::new(
            format!("名册“{name}”无法读取：{error}"),
            format!("the roster `{name}` cannot be read: {error}"),
        ),
    };
    let hint = Text::new(
        "请核对路径；若文件正在 Excel 或 WPS 中打开，请先关闭",
        "check the path; close it if it is open in Excel or WPS",
    );
    fault(message, hint)
}

/// It is a table of another program.
pub fn not_supported(path: &Path, extension: &str) -> codes::Fault {
    let name = shown(path);
    let message = Text::new(
        format!("名册“{name}”是 .{extension} 文件，不能直接读取"),
        format!("the roster `{name}` is a .{extension} file, which is not read"),
    );
    let hint = Text::new(
        "用 Excel 或 WPS 另存为 .xlsx 或 .csv",
        "save it as .xlsx or .csv",
    );
    fault(message, hint)
}
