//! `build --watch`: once at the beginning, again after every change of an input, until nothing changes any more.

use crate::shell::{Shell, report};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use zongjie::commands;
use zongjie::world::{Changes, Disk, Kind, World};

/// A world in memory in which somebody saves files.
struct Office {
    shell: Shell,
    /// Path and text of each file that is saved, the first last.
    saved: Mutex<Vec<(&'static str, String)>>,
}

struct Saving<'a>(&'a Office);

impl Changes for Saving<'_> {
    fn wait(&mut self, concerns: &dyn Fn(&Path) -> bool) -> bool {
        while let Some((path, text)) = self.0.saved.lock().unwrap().pop() {
            self.0.shell.put(path, &text);
            if concerns(Path::new(path)) {
                return true;
            }
        }
        false
    }
}

impl World for Office {
    fn kind(&self, path: &Path) -> Kind {
        self.shell.world().kind(path)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.shell.world().read(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.shell.world().list(folder)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.shell.world().write(path, bytes)
    }
    fn prefers_chinese(&self) -> Option<bool> {
        None
    }
    fn today(&self) -> (i16, i8, i8) {
        (2026, 7, 10)
    }
    fn watch(&self, _: &[PathBuf]) -> io::Result<Box<dyn Changes + '_>> {
        Ok(Box::new(Saving(self)))
    }
}

#[test]
fn it_builds_again_after_every_change_of_an_input_and_of_nothing_else() {
    let fixed = report("总结").replace("甲地", "乙地");
    let broken = report("总结").replace("期间:", "其间:");
    let mut saved = vec![
        ("p/report.yaml", broken),
        ("p/out/总结.md", "别的".to_owned()),
        ("p/~$report.yaml", "占用".to_owned()),
        ("p/notes.txt", "备忘".to_owned()),
        ("p/report.yaml", fixed),
        ("p/措辞.yaml", "结语: 好\n".to_owned()),
    ];
    saved.reverse();
    // What is saved last of all is an input once more.
    saved.insert(0, ("p/report.yaml", report("总结")));
    let office = Office {
        shell: Shell::new().with("p/report.yaml", report("总结")),
        saved: Mutex::new(saved),
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["zongjie", "build", "p", "-o", "o", "--to", "md", "--watch"];
    let code = commands::run(arguments.map(Into::into), &office, &mut out, &mut err);
    let (out, err) = (
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    );
    assert_eq!(out.matches("正在等待改动").count(), 5, "{out}");
    assert_eq!(err.matches("不认识的键").count(), 1, "{err}");
    assert!(err.contains("没有这处措辞"), "{err}");
    assert_eq!(code, 1, "the wording is still wrong: {err}");
}

#[test]
fn a_world_that_cannot_be_watched_says_so() {
    let shell = Shell::new().with("r.yaml", report("总结"));
    let run = shell.run("build r.yaml --watch --lang en");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("the files cannot be watched"),
        "{}",
        run.err
    );
}

#[test]
fn on_the_disk_a_saved_file_is_noticed_also_in_a_folder_that_was_made_later() {
    let folder = tempfile::tempdir().unwrap();
    let templates = folder.path().join("templates");
    let folders = [folder.path().to_owned(), templates.clone()];
    let mut changes = Disk.watch(&folders).unwrap();
    std::fs::write(folder.path().join("report.docx"), "x").unwrap();
    std::fs::write(folder.path().join("report.yaml"), "x").unwrap();
    let is_yaml = |path: &Path| path.extension().is_some_and(|e| e == "yaml");
    assert!(changes.wait(&is_yaml));
    std::fs::create_dir(&templates).unwrap();
    assert!(changes.wait(&|path| path.ends_with("templates")));
    // A change may come any time after the waiting began.
    let file = templates.join("a.md");
    let saver = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        std::fs::write(file, "x").unwrap();
    });
    assert!(changes.wait(&|path| path.extension().is_some_and(|e| e == "md")));
    saver.join().unwrap();
}
