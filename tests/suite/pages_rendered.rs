//! The estimate of pages against the pages that LibreOffice makes.
//!
//! Needs soffice, pdfinfo, fc-list and a Chinese font. Where one is missing the test says so and passes, unless
//! `ZONGJIE_NEEDS_OFFICE` is set, as it is in `.ci/run`.

use crate::samples;
use crate::shell::Shell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How far the estimate may be off.
const TOLERANCE: usize = 1;

/// A document with the pages it is estimated to have.
struct Estimated {
    sample: String,
    pages: usize,
    bytes: Vec<u8>,
}

/// What a program prints; `None` where there is no such program.
fn printed(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What is missing here to render Chinese pages.
fn missing() -> Option<&'static str> {
    let fonts = printed(Command::new("fc-list").arg(":lang=zh"));
    if printed(Command::new("soffice").arg("--version")).is_none() {
        Some("soffice")
    } else if printed(Command::new("pdfinfo").arg("-v")).is_none() {
        Some("pdfinfo")
    } else if fonts.is_none_or(|list| list.trim().is_empty()) {
        Some("a Chinese font (fc-list :lang=zh)")
    } else {
        None
    }
}

/// Every sample in the layout of its genre, those in Chinese in the plain one, too.
fn estimates() -> Vec<Estimated> {
    let mut out = Vec::new();
    for (name, text) in samples::all() {
        let layouts: &[&str] = if name.starts_with("data/zh/") {
            &["", " --set 版式=普通"]
        } else {
            &[""]
        };
        for layout in layouts {
            let shell = Shell::new().with("r.yaml", &text);
            let run = shell.run(&format!(
                "build r.yaml --to docx -o x.docx --format json{layout}"
            ));
            let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
            let pages = object["pages"].as_u64().unwrap();
            out.push(Estimated {
                sample: format!("{name}{layout}"),
                pages: usize::try_from(pages).unwrap(),
                bytes: shell.bytes("x.docx"),
            });
        }
    }
    out
}

/// The pages of each document as LibreOffice lays them out, all in one call.
fn rendered(folder: &Path, documents: &[Estimated]) -> Vec<Option<usize>> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let path = |index: usize, extension: &str| folder.join(format!("{index}.{extension}"));
    let mut files: Vec<PathBuf> = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        files.push(path(index, "docx"));
        std::fs::write(&files[index], &document.bytes).unwrap();
    }
    let profile = folder.join("profile");
    let converted = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(&files)
        .output();
    assert!(converted.is_ok_and(|output| output.status.success()));
    let pages = |index: usize| {
        let info = printed(Command::new("pdfinfo").arg(path(index, "pdf")))?;
        let line = info.lines().find_map(|line| line.strip_prefix("Pages:"))?;
        line.trim().parse().ok()
    };
    (0..documents.len()).map(pages).collect()
}

#[test]
fn the_estimate_of_pages_is_within_one_of_the_rendered_ones() {
    if let Some(missing) = missing() {
        let needed = std::env::var_os("ZONGJIE_NEEDS_OFFICE").is_some();
        assert!(!needed, "{missing} is missing");
        // Past the capture of test output: a test that did nothing must be seen.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED for want of {missing}: the pages of samples as rendered"
        );
        return;
    }
    let documents = estimates();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let rendered = rendered(&folder, &documents);
    let mut off = Vec::new();
    for (document, rendered) in documents.iter().zip(rendered) {
        let rendered = rendered.unwrap_or(0);
        let line = format!(
            "{}: {} estimated, {rendered} rendered",
            document.sample, document.pages
        );

        if document.pages.abs_diff(rendered) > TOLERANCE {
            off.push(line);
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}
