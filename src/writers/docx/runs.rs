//! Inlines as runs.

use super::links::Links;
use super::provenance::Recorder;
use super::style_id::StyleId;
use super::xml::escape_into;
use crate::bytes::{first_of_three, first_of_two};
use crate::document::{Figure, Inline, Language};
use std::fmt::Write;

/// How a run differs from its paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// Its character style.
    pub style: Option<StyleId>,
    strong: bool,
    highlight: bool,
    in_link: bool,
}

impl Look {
    /// A look of this character style.
    pub fn of(style: StyleId) -> Self {
        Self {
            style: Some(style),
            ..Self::default()
        }
    }
}

/// Writes runs into a body.
pub struct Runs<'a, 'b> {
    /// The body so far.
    pub out: &'a mut String,
    /// The language of the text.
    pub language: Language,
    /// The links so far.
    pub links: &'a mut Links,
    /// The provenance so far; `None` in a final document.
    pub recorder: Option<&'a mut Recorder<'b>>,
}

impl Runs<'_, '_> {
    /// Appends inlines.
    pub fn inlines(&mut self, content: &[Inline], look: Look) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => self.text(text, look),
                Inline::Figure(figure) => self.figure(figure, look),
                Inline::Strong(inner) => self.inlines(
                    inner,
                    Look {
                        strong: true,
                        ..look
                    },
                ),
                Inline::Emphasis(inner) => self.inlines(
                    inner,
                    Look {
                        style: Some(StyleId::Emphasis),
                        ..look
                    },
                ),
                Inline::Code { text, .. } => self.text(
                    text,
                    Look {
                        style: Some(StyleId::Verbatim),
                        ..look
                    },
                ),
                Inline::Link { target, content } => self.link(target, content, look),
                Inline::Break => self.text("\n", look),
            }
        }
    }

    /// Appends text that is no figure.
    pub fn text(&mut self, text: &str, look: Look) {
        if let Some(recorder) = &mut self.recorder {
            recorder.text(text);
        }
        self.run(text, look);
    }

    /// Appends what stands before the words of a paragraph: a number, a dash.
    pub fn label(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        if let Some(recorder) = &mut self.recorder {
            recorder.label(text);
        }
        self.run(text, look);
    }

    /// Ends a line where the layout wants it. It is no wording, so the provenance does not note it.
    pub fn line_end(&mut self) {
        self.out.push_str("<w:r><w:br/></w:r>");
    }

    /// Goes on at the next tab stop. It is no wording either.
    pub fn tab(&mut self) {
        self.out.push_str("<w:r><w:tab/></w:r>");
    }

    fn link(&mut self, target: &str, content: &[Inline], look: Look) {
        if look.in_link {
            return self.inlines(content, look);
        }
        let Some(id) = self.links.add(target) else {
            return self.inlines(content, look);
        };
        let _ = write!(self.out, "<w:hyperlink r:id=\"{id}\" w:history=\"1\">");
        let look = Look {
            style: look.style.or(Some(StyleId::Link)),
            in_link: true,
            ..look
        };
        self.inlines(content, look);
        self.out.push_str("</w:hyperlink>");
    }

    /// A figure: in a draft inside a content control and a hidden bookmark, so that it can be found again after the
    /// file was edited. Word keeps the control's tag, LibreOffice the bookmark.
    fn figure(&mut self, figure: &Figure, look: Look) {
        let Some(recorder) = &mut self.recorder else {
            return self.run(&figure.text, look);
        };
        let number = recorder.figure(figure);
        let bookmark = recorder.bookmark();
        let _ = write!(
            self.out,
            "<w:bookmarkStart w:id=\"{bookmark}\" w:name=\"_zj{number}\"/><w:sdt><w:sdtPr><w:alias w:val=\""
        );
        let alias: String = figure.key.path.chars().take(ALIAS_LENGTH).collect();
        escape_into(self.out, &alias);
        let _ = write!(
            self.out,
            "\"/><w:tag w:val=\"zj:{number}\"/><w:id w:val=\"{number}\"/>\
             <w15:appearance w15:val=\"hidden\"/></w:sdtPr><w:sdtContent>"
        );
        let look = Look {
            highlight: figure.provisional,
            ..look
        };
        self.run(&figure.text, look);
        let _ = write!(
            self.out,
            "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"{bookmark}\"/>"
        );
    }

    fn run(&mut self, text: &str, look: Look) {
        let text: std::borrow::Cow<'_, str> = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n").into()
        } else {
            text.into()
        };
        if text.is_empty() {
            return;
        }
        self.out.push_str("<w:r>");
        self.run_properties(&text, look);
        if first_of_two(&text, [b'\n', b'\t']).is_none() {
            self.piece(&text);
            return self.out.push_str("</w:r>");
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.out.push_str("<w:br/>");
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    self.out.push_str("<w:tab/>");
                }
                self.piece(piece);
            }
        }
        self.out.push_str("</w:r>");
    }

    fn piece(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let edge = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
        self.out.push_str(if edge {
            "<w:t xml:space=\"preserve\">"
        } else {
            "<w:t>"
        });
        escape_into(self.out, text);
        self.out.push_str("</w:t>");
    }

    fn run_properties(&mut self, text: &str, look: Look) {
        let hint = self.language == Language::Chinese && has_ambiguous(text);
        if look.style.is_none() && !look.strong && !look.highlight && !hint {
            return;
        }
        self.out.push_str("<w:rPr>");
        if let Some(style) = look.style {
            let _ = write!(self.out, "<w:rStyle w:val=\"{}\"/>", style.id());
        }
        if hint {
            self.out.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
        }
        if look.strong {
            self.out.push_str("<w:b/><w:bCs/>");
        }
        if look.highlight {
            self.out.push_str("<w:highlight w:val=\"yellow\"/>");
        }
        self.out.push_str("</w:rPr>");
    }
}

/// How many characters of a key the title of a content control holds; Word allows 64.
const ALIAS_LENGTH: usize = 64;

/// Whether a text has a character that is ambiguous. They all begin with one of three bytes.
fn has_ambiguous(text: &str) -> bool {
    first_of_three(text, [0xc2, 0xc3, 0xe2]).is_some() && text.contains(is_ambiguous)
}

/// Whether Word sets a character in the Latin font unless told otherwise, though in Chinese text it belongs to the
/// Chinese font: “ ” ‘ ’ … — · × ℃ and their like.
fn is_ambiguous(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{2e7f}')
}
