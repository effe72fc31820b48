//! load → derive → render → parse → check → write. For now a stand-in that takes the title and running text.

use crate::diag::{
    Code, Diagnostic, Findings, Place, Source, SourceId, Sources, Text, codes, nearest,
};
use crate::document::{
    Block, BlockKind, Document, Grid, Inline, Language, Origin, Role, length, number,
};
use crate::layout::NumberForm;
use crate::model::schema::{FIELDS, TOP};
use crate::world::{Kind, World};
use crate::writers::{FORMATS, FormatId, html, markdown};

/// What to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What to read.
    pub input: crate::load::Input,
    /// Which formats to write.
    pub formats: Vec<FormatId>,
    /// Whether it is the final version.
    pub final_version: bool,
}

/// One written format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The extension of its file.
    pub extension: &'static str,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// What came of a request.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The texts that were read.
    pub sources: Sources,
    /// What was found.
    pub findings: Findings,
    /// The document; `None` for unreadable input.
    pub document: Option<Document>,
    /// The written formats.
    pub outputs: Vec<Output>,
    /// 字数
    pub characters: usize,
    /// Pages, estimated.
    pub pages: usize,
}

static PENDING: Code = Code {
    id: "figure-pending",
    zh: "指标待补",
    unreadable: false,
};

/// Runs all stages.
pub fn run(world: &dyn World, request: &Request) -> Outcome {
    let mut path = request.input.path.clone();
    if world.kind(&path) == Kind::Folder {
        path = path.join("report.yaml");
    }
    let bytes = world.read(&path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut sources = Sources::new();
    let id = sources.add(Source::new(path.display().to_string(), text.clone()));
    let mut findings = Findings::new();
    let mut document = read(&text, id, &mut findings);
    if request.final_version && text.contains("待补") {
        let at = text.find("待补").unwrap_or(0);
        findings.push(Diagnostic::error(
            &PENDING,
            Place::new(id, at, at + 6),
            Text::new("指标待补", "a figure is pending"),
        ));
    }
    number(&mut document);
    let grid = Grid {
        characters: 28,
        lines: 22,
    };
    let size = length(&document, grid);
    let forms = [NumberForm::ChineseComma, NumberForm::ChineseBrackets];
    let outputs = FORMATS
        .iter()
        .filter(|f| request.formats.contains(&f.id))
        .map(|format| Output {
            extension: format.extension,
            bytes: match format.id {
                FormatId::Docx => b"docx".to_vec(),
                FormatId::Markdown => markdown::write(&document, &forms).into_bytes(),
                FormatId::Html => html::write(&document, &forms).into_bytes(),
            },
        })
        .collect();
    Outcome {
        document: (!findings.is_unreadable()).then_some(document),
        sources,
        findings,
        outputs,
        characters: size.characters,
        pages: size.pages,
    }
}

fn read(text: &str, id: SourceId, findings: &mut Findings) -> Document {
    let names = FIELDS
        .iter()
        .map(|f| f.0.zh)
        .chain(TOP.iter().map(|k| k.zh));
    let mut document = Document {
        language: Language::Chinese,
        title: String::new(),
        author: String::new(),
        blocks: Vec::new(),
    };
    let mut start = 0;
    for line in text.split('\n') {
        let place = Place::new(id, start, start + line.len());
        start += line.len() + 1;
        let mut role = Role::Body;
        let mut words = line.trim();
        if let Some((key, value)) = line
            .split_once(':')
            .filter(|_| !line.starts_with([' ', '#']))
        {
            if !names.clone().any(|n| n == key) {
                let near = nearest(key, names.clone()).unwrap_or("标题").to_owned();
                let message =
                    Text::new(format!("不认识的键“{key}”"), format!("unknown key `{key}`"));
                let hint = Text::new(format!("改为“{near}”"), format!("write `{near}`"));
                findings.push(Diagnostic::error(&codes::UNKNOWN_KEY, place, message).hint(hint));
            }
            if key != "标题" {
                continue;
            }
            value.trim().clone_into(&mut document.title);
            role = Role::Title;
            words = value.trim();
        }
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let source = Origin {
            line: Some(place),
            expression: None,
        };
        let content = vec![Inline::Text {
            text: words.to_owned(),
            origin: source,
        }];
        let kind = BlockKind::Paragraph { role, content };
        document.blocks.push(Block { kind, source });
    }
    document
}
