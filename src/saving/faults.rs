//! Why a document could not be saved.

use crate::diag::{Code, Diagnostic, Text};
use std::io::ErrorKind;
use std::path::Path;

static EDITED: Code = Code {
    id: "edited-output",
    zh: "文档被改过",
    unreadable: false,
};

static CANNOT_WRITE: Code = Code {
    id: "cannot-write",
    zh: "无法写入",
    unreadable: false,
};

/// A person's work stands there.
pub fn is_edited(path: &Path) -> Diagnostic {
    let path = path.display();
    let message = Text::new(
        format!("“{path}”被手工改过，或不是本程序生成的，没有覆盖"),
        format!("`{path}` was edited by hand or not made by this program, and was left alone"),
    );
    Diagnostic::error(&EDITED, None, message).hint(Text::new(
        "换个文件夹：-o 文件夹；或加 --force 覆盖，原文档另存为 .bak",
        "choose another folder with `-o DIR`, or overwrite with `--force`, which keeps the old one as .bak",
    ))
}

/// A folder stands where a file is to be.
pub fn is_folder(path: &Path) -> Diagnostic {
    let path = path.display();
    let message = Text::new(
        format!("“{path}”是文件夹，不能写成文件"),
        format!("`{path}` is a folder where a file is to be written"),
    );
    Diagnostic::error(&CANNOT_WRITE, None, message)
}

/// The machine did not do it.
pub fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(&CANNOT_WRITE, None, about_file(path, error)).hint(Text::new(
        "如果文档正在 Word 或 WPS 中打开，请先关闭；或用 -o 换个文件夹",
        "close the document if it is open in Word or WPS, or choose another folder with `-o DIR`",
    ))
}

/// A finding about a file that could not be read or written.
pub fn about_file(path: &Path, error: &std::io::Error) -> Text {
    let path = path.display();
    let zh = match error.kind() {
        ErrorKind::PermissionDenied => "没有权限，或文件正被别的程序占用".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "磁盘只读".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "路径中有一段不是文件夹".to_owned(),
        _ => error.to_string(),
    };
    Text::new(
        format!("无法写入“{path}”：{zh}"),
        format!("cannot write `{path}`: {error}"),
    )
}
