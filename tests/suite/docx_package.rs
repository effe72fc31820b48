//! Writing a sample and looking into the package.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use crate::docx_sample::sources;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::{Arc, LazyLock};
use zongjie::document::Document;
use zongjie::layout::{FontSet, Profile};
use zongjie::writers::docx::{Draft, InputFile, Options, Shells, write};

static OFFICIAL: LazyLock<Arc<Profile>> = LazyLock::new(|| {
    let official = zongjie::load::layouts::profile("公文");
    official.expect("the profile comes with the program")
});

/// 公文
pub fn official() -> &'static Profile {
    &OFFICIAL
}

/// The options of a final document.
pub fn final_options() -> Options<'static> {
    Options {
        profile: official(),
        fonts: FontSet::National,
        draft: None,
    }
}

fn inputs() -> Vec<InputFile> {
    vec![InputFile {
        name: "report.yaml".to_owned(),
        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned(),
    }]
}

/// A draft of the document that is made from the sample's sources.
pub fn draft_of(make: impl Fn(&zongjie::diag::Sources) -> Document) -> Vec<u8> {
    let sources = sources();
    let inputs = inputs();
    let options = Options {
        draft: Some(Draft {
            sources: &sources,
            inputs: &inputs,
        }),
        ..final_options()
    };
    write(&make(&sources), &options, &Shells::default()).expect("a document can be written")
}

/// A final document.
pub fn final_of(document: &Document) -> Vec<u8> {
    write(document, &final_options(), &Shells::default()).expect("a document can be written")
}

/// The parts of a package by name, without the workbooks of charts.
pub fn parts(package: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    (0..archive.len())
        .filter_map(|index| {
            let mut file = archive.by_index(index).expect("an entry");
            let name = file.name().to_owned();
            let is_text = !name.ends_with(".xlsx");
            is_text.then(|| {
                let mut content = String::new();
                file.read_to_string(&mut content).expect("UTF-8");
                (name, content)
            })
        })
        .collect()
}

pub fn body(package: &[u8]) -> String {
    parts(package)
        .remove("word/document.xml")
        .expect("a package has a body")
}

/// XML with each element on a line of its own, to be read and compared. Text is left alone.
pub fn by_lines(xml: &str) -> String {
    let mut out = xml.replace("><", ">\n<");
    out.push('\n');
    out
}

/// The values of an attribute in the order they stand.
pub fn values<'a>(xml: &'a str, element: &str, attribute: &str) -> Vec<&'a str> {
    let start = format!("<{element} ");
    let key = format!("{attribute}=\"");
    xml.split(&start)
        .skip(1)
        .filter_map(|rest| {
            rest.split('>')
                .next()?
                .split(&key)
                .nth(1)?
                .split('"')
                .next()
        })
        .collect()
}

/// What a body prints: `w:t`, with breaks and tabs as characters and one line for each paragraph.
pub fn printed(xml: &str) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut out = String::new();
    let mut inside = false;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return out,
            Event::Start(e) if e.name().as_ref() == b"w:t" => inside = true,
            Event::End(e) if e.name().as_ref() == b"w:t" => inside = false,
            Event::End(e) if e.name().as_ref() == b"w:p" => out.push('\n'),
            Event::Empty(e) if e.name().as_ref() == b"w:br" => out.push('\n'),
            Event::Empty(e) if e.name().as_ref() == b"w:tab" => out.push('\t'),
            Event::Text(e) if inside => out.push_str(&e.decode().expect("UTF-8")),
            Event::GeneralRef(e) if inside => {
                let name = e.decode().expect("UTF-8");
                let plain = quick_xml::escape::unescape(&format!("&{name};"))
                    .expect("a predefined entity")
                    .into_owned();
                out.push_str(&plain);
            }
            _ => {}
        }
    }
}
