//! A genre (文种): one template file and what its front matter says of it.

use super::schema::FieldKind;
use super::{Language, Located, Wording};
use crate::diag::SourceId;

/// A field that a genre names beyond the common ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GenreField {
    /// English name.
    pub en: String,
    /// Chinese name.
    pub zh: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What it is for, in the genre's language.
    pub about: String,
}

/// A genre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genre {
    /// `zh/half-year-summary`
    pub id: String,
    /// 名称: what users write after 模板.
    pub name: String,
    /// 别名: other names that are accepted.
    pub aliases: Vec<String>,
    /// 说明: one line for `templates list`.
    pub about: String,
    /// 语言
    pub language: Language,
    /// 版式
    pub layout: String,
    /// 篇幅: usual length in 字, lowest and highest.
    pub length: Option<(u32, u32)>,
    /// 必填: English names of the fields without which the genre makes no sense.
    pub required: Vec<String>,
    /// 字段: fields of its own.
    pub fields: Vec<GenreField>,
    /// The whole file.
    pub source: SourceId,
    /// Where the template begins in it, behind the front matter.
    pub body: usize,
    /// 基于: the template whose blocks it fills; its own text is then only blocks.
    pub base: Option<Located<String>>,
    /// The templates of blocks that are laid over this one, the nearest to the project first.
    pub layers: Vec<Layer>,
    /// The phrases that a project words anew.
    pub phrases: Vec<Phrase>,
}

/// A template that holds blocks for another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layer {
    /// The whole file.
    pub source: SourceId,
    /// Where its text begins, behind the front matter.
    pub body: usize,
}

/// A phrase of a template, worded anew in the project's 措辞.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its name in the template.
    pub name: Located<String>,
    /// The new wording; empty to leave the phrase out.
    pub text: Wording,
}

/// A piece of wording that genres may include.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path below `templates/`, or the file's name without extension.
    pub name: String,
    /// Other names that are accepted.
    pub aliases: Vec<String>,
    /// The whole file.
    pub source: SourceId,
    /// Where its text begins, behind the front matter if it has any.
    pub body: usize,
}

impl Part {
    /// The name people know it by: of a built-in part that of its front matter, of a project's that of the file.
    pub fn title(&self) -> &str {
        let known = self.aliases.first().filter(|_| self.name.contains('/'));
        known.unwrap_or(&self.name)
    }
}
