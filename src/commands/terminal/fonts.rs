//! Which fonts a document asks for that this machine lacks.
//!
//! To look for fonts takes longer than to build, and a draft is mostly opened on another machine: only `layouts check`
//! and `build --final` tell it.

use crate::diag::{Code, Diagnostic, Text};
use crate::layout::Face;
use std::collections::BTreeSet;

static MISSING_FONT: Code = Code {
    id: "missing-font",
    zh: "本机缺少字体",
    unreadable: false,
};

/// A note for each font that is not installed, each once.
pub fn missing<'a>(
    faces: impl Iterator<Item = Face<'a>>,
    installed: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let mut out = Vec::new();
    for face in faces {
        if installed.contains(face.name) || !told.insert(face.name.to_owned()) {
            continue;
        }
        let (name, substitute) = (face.name, face.substitute);
        let (message, hint) = if installed.contains(substitute) {
            (
                Text::new(
                    format!("本机没有字体“{name}”，在本机上用“{substitute}”代替"),
                    format!(
                        "this machine has no font \"{name}\"; \"{substitute}\" stands in for it here"
                    ),
                ),
                Text::new(
                    format!(
                        "请装上字体；定稿要在本机打印的，也可以在版式的“字体”里改用“{substitute}”"
                    ),
                    format!(
                        "install it; to print here, a layout may also ask for \"{substitute}\""
                    ),
                ),
            )
        } else {
            (
                Text::new(
                    format!("本机没有字体“{name}”，也没有代替它的“{substitute}”"),
                    format!(
                        "this machine has neither the font \"{name}\" nor \"{substitute}\", which would stand in for it"
                    ),
                ),
                Text::new(
                    "请装上字体，或到装有这种字体的电脑上打印",
                    "install it, or print on a machine that has it",
                ),
            )
        };
        out.push(Diagnostic::note(&MISSING_FONT, None, message).hint(hint));
    }
    out
}
