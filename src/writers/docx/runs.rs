//! Inlines as runs.

use super::links::Links;
use super::provenance::Recorder;
use super::style_id::StyleId;
use super::xml::{escape_into, is_marked, with_number};
use crate::bytes::first_of_three;
use crate::document::{Figure, Inline, Language};
use std::borrow::Cow;
use std::fmt::Write;

/// How a run differs from its paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
    /// The run written last in this paragraph.
    pub last: Option<Last>,
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
        let out = &mut *self.out;
        let behind = "\"/><w:sdt><w:sdtPr><w:alias w:val=\"";
        with_number(out, "<w:bookmarkStart w:id=\"", bookmark, "\" w:name=\"_zj");
        with_number(out, "", number, behind);
        let path = &figure.key.path;
        let end = path.char_indices().nth(ALIAS_LENGTH);
        escape_into(out, &path[..end.map_or(path.len(), |(at, _)| at)]);
        let behind = "\"/><w15:appearance w15:val=\"hidden\"/></w:sdtPr><w:sdtContent>";
        with_number(out, "\"/><w:tag w:val=\"zj:", number, "\"/><w:id w:val=\"");
        with_number(out, "", number, behind);
        let look = Look {
            highlight: figure.provisional,
            ..look
        };
        self.run(&figure.text, look);
        let before = "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"";
        with_number(self.out, before, bookmark, "\"/>");
    }

    /// Text with a look. What looks like the run right before it goes on in that run, so that a sentence is not in as
    /// many pieces as it has sources.
    fn run(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        let hint = self.language == Language::Chinese && has_ambiguous(text);
        let is_marked = is_marked(text);
        let is_plain = !is_marked && !has_blank_edge(text);
        match self
            .last
            .filter(|last| last.is_joined_by(self.out, look, hint))
        {
            Some(last) => {
                let joins = last.is_plain && is_plain;
                let end = if joins { TEXT_END } else { RUN_END };
                self.out.truncate(self.out.len() - end.len());
                if joins {
                    self.out.push_str(text);
                    self.out.push_str(TEXT_END);
                } else {
                    self.content(text, is_marked);
                    self.out.push_str(RUN_END);
                }
            }
            None => {
                self.out.push_str("<w:r>");
                self.run_properties(hint, look);
                self.content(text, is_marked);
                self.out.push_str(RUN_END);
            }
        }
        self.last = Some(Last {
            end: self.out.len(),
            look,
            hint,
            is_plain,
        });
    }

    /// The content of a run; `is_marked` as [`is_marked`] says it of the text.
    fn content(&mut self, text: &str, is_marked: bool) {
        if is_marked {
            self.lines(text);
        } else {
            self.piece(text, String::push_str);
        }
    }

    /// The content of a run that may hold line ends, tabs, or signs of markup.
    fn lines(&mut self, text: &str) {
        let text: Cow<'_, str> = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n").into()
        } else {
            text.into()
        };
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.out.push_str("<w:br/>");
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    self.out.push_str("<w:tab/>");
                }
                self.piece(piece, escape_into);
            }
        }
    }

    fn piece(&mut self, text: &str, push: fn(&mut String, &str)) {
        if text.is_empty() {
            return;
        }
        self.out.push_str(if has_blank_edge(text) {
            "<w:t xml:space=\"preserve\">"
        } else {
            "<w:t>"
        });
        push(self.out, text);
        self.out.push_str("</w:t>");
    }

    fn run_properties(&mut self, hint: bool, look: Look) {
        if look.style.is_none() && !look.strong && !look.highlight && !hint {
            return;
        }
        self.out.push_str("<w:rPr>");
        if let Some(style) = look.style {
            self.out.push_str("<w:rStyle w:val=\"");
            self.out.push_str(style.id());
            self.out.push_str("\"/>");
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

/// The end of a run.
const RUN_END: &str = "</w:r>";
/// The end of a run and of the text that stands last in it.
const TEXT_END: &str = "</w:t></w:r>";

/// The run written last.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    /// Where the body ended behind it.
    end: usize,
    look: Look,
    hint: bool,
    /// Whether it ends with text that more text may follow in the same element.
    is_plain: bool,
}

impl Last {
    /// Whether a run of this look would come right behind it and say the same of its text.
    fn is_joined_by(&self, out: &str, look: Look, hint: bool) -> bool {
        self.end == out.len() && self.look == look && self.hint == hint
    }
}

/// Whether a text begins or ends with a blank, which readers leave out unless told otherwise.
fn has_blank_edge(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
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
