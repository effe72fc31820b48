//! Typefaces by what they look like, and the names that stand for them in a document.
//!
//! A document carries one name for each use; which name an office's machines know depends on the machines, so the
//! set of names is chosen apart from the layout.

use std::collections::BTreeMap;

/// A typeface of official documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typeface {
    /// 小标宋: titles.
    Xiaobiaosong,
    /// 仿宋: running text.
    Fangsong,
    /// 黑体: headings of the first rank.
    Heiti,
    /// 楷体: headings of the second rank, emphasis.
    Kaiti,
    /// 宋体: page numbers.
    Songti,
    /// 西文: the font of Latin letters for everything, as documents in English want it.
    Latin,
}

impl Typeface {
    /// All Chinese typefaces, in the order of a document's font table.
    pub const CHINESE: [Self; 5] = [
        Self::Fangsong,
        Self::Kaiti,
        Self::Heiti,
        Self::Xiaobiaosong,
        Self::Songti,
    ];
}

/// Which names stand for the typefaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum FontSet {
    /// 国标: 仿宋_GB2312, 楷体_GB2312, 方正小标宋简体.
    #[default]
    National,
    /// Windows: 仿宋, 楷体, what every newer Windows has.
    Windows,
    /// 方正: 方正仿宋_GBK and its family, with the rare characters of names.
    Founder,
}

/// The names of one typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face<'a> {
    /// The name to write.
    pub name: &'a str,
    /// The name of the font that stands in where the first is missing.
    pub substitute: &'a str,
}

/// Names that a profile gives to typefaces, over those of a set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FontNames {
    /// Of typefaces; [`Typeface::Latin`] is that of Latin letters and digits in all text.
    pub typefaces: BTreeMap<Typeface, String>,
    /// Of the font for verbatim Latin text.
    pub monospaced: Option<String>,
}

impl FontNames {
    /// The names of a typeface: its own, with that of the set to stand in, or those of the set.
    pub fn face(&self, set: FontSet, typeface: Typeface) -> Face<'_> {
        let usual = set.face(typeface);
        match self.typefaces.get(&typeface) {
            Some(name) => Face {
                name,
                substitute: usual.name,
            },
            None => usual,
        }
    }

    /// The name of the font for Latin letters and digits in running text.
    pub fn latin(&self, set: FontSet) -> &str {
        self.face(set, Typeface::Latin).name
    }

    /// The name of the font for verbatim Latin text.
    pub fn monospaced(&self) -> &str {
        self.monospaced.as_deref().unwrap_or("Courier New")
    }
}

impl FontSet {
    /// All sets.
    pub const ALL: [Self; 3] = [Self::National, Self::Windows, Self::Founder];

    /// The set of a name: 国标, Windows, 方正 and their English spellings, capitals or not.
    pub fn named(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "国标" | "national" => Some(Self::National),
            "windows" => Some(Self::Windows),
            "方正" | "founder" => Some(Self::Founder),
            _ => None,
        }
    }

    /// The names of a typeface in this set.
    pub fn face(self, typeface: Typeface) -> Face<'static> {
        let (name, substitute) = match (self, typeface) {
            (Self::National, Typeface::Xiaobiaosong) => ("方正小标宋简体", "方正小标宋_GBK"),
            (Self::National, Typeface::Fangsong) => ("仿宋_GB2312", "仿宋"),
            (Self::National, Typeface::Kaiti) => ("楷体_GB2312", "楷体"),
            (Self::Windows, Typeface::Xiaobiaosong) => ("方正小标宋简体", "华文中宋"),
            (Self::Windows, Typeface::Fangsong) => ("仿宋", "FangSong"),
            (Self::Windows, Typeface::Kaiti) => ("楷体", "KaiTi"),
            (Self::Founder, Typeface::Xiaobiaosong) => ("方正小标宋_GBK", "方正小标宋简体"),
            (Self::Founder, Typeface::Fangsong) => ("方正仿宋_GBK", "仿宋"),
            (Self::Founder, Typeface::Kaiti) => ("方正楷体_GBK", "楷体"),
            (Self::Founder, Typeface::Heiti) => ("方正黑体_GBK", "黑体"),
            (Self::National | Self::Windows, Typeface::Heiti) => ("黑体", "SimHei"),
            (_, Typeface::Songti) => ("宋体", "SimSun"),
            (_, Typeface::Latin) => ("Times New Roman", "Liberation Serif"),
        };
        Face { name, substitute }
    }
}
