//! What can be wrong with a roster.

use crate::diag::{Code, Diagnostic};

/// Why something could not be read.
pub type Fault = Box<Diagnostic>;

/// The roster itself cannot be read.
pub static NOT_A_ROSTER: Code = code("not-a-roster", "不是名册");
/// A row cannot be read.
pub static LOST_ROW: Code = code("lost-row", "这一行读不出来");
/// A quote in a table is never closed.
pub static UNCLOSED_QUOTE: Code = code("unclosed-quote", "引号没有配对");
/// A cell shows an error of the spreadsheet.
pub static CELL_ERROR: Code = code("cell-error", "单元格错误值");
/// A cell belongs to no column.
pub static CELL_ASTRAY: Code = code("cell-astray", "多出的单元格");
/// `--name` cannot be understood.
pub static BAD_PATTERN: Code = code("bad-name-pattern", "文件名写法有误");
/// A row has nothing to name its file with.
pub static NAMELESS_FILE: Code = code("nameless-file", "无法命名");
/// Two rows would be written to one file.
pub static NAME_CLASH: Code = code("name-clash", "文件重名");

const fn code(id: &'static str, zh: &'static str) -> Code {
    Code {
        id,
        zh,
        unreadable: true,
    }
}
