//! Runs the command line in a folder in memory.

use std::path::Path;
use zongjie::commands;
use zongjie::world::{Kind, Memory, World};

/// What came of a run.
pub struct Run {
    /// The exit code.
    pub code: u8,
    /// What was printed as the result.
    pub out: String,
    /// What was printed beside it.
    pub err: String,
}

/// A folder in memory.
#[derive(Default)]
pub struct Shell {
    world: Memory,
}

impl Shell {
    pub fn new() -> Self {
        Self::default()
    }

    /// The same folder with a file in it, new or replaced.
    pub fn with(self, path: &str, text: impl AsRef<str>) -> Self {
        self.put(path, text.as_ref());
        self
    }

    pub fn put(&self, path: &str, text: &str) {
        self.world.write(Path::new(path), text.as_bytes()).unwrap();
    }

    /// The folder itself.
    pub fn world(&self) -> &Memory {
        &self.world
    }

    pub fn put_bytes(&self, path: &str, bytes: &[u8]) {
        self.world.write(Path::new(path), bytes).unwrap();
    }

    pub fn exists(&self, path: &str) -> bool {
        self.world.kind(Path::new(path)) == Kind::File
    }

    pub fn bytes(&self, path: &str) -> Vec<u8> {
        self.world.read(Path::new(path)).unwrap()
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).unwrap()
    }

    /// Runs `zongjie` with arguments that blanks part.
    pub fn run(&self, arguments: &str) -> Run {
        run_in(&self.world, arguments)
    }
}

/// Runs `zongjie` in a world of the test's own, with arguments that blanks part.
pub fn run_in(world: &dyn World, arguments: &str) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = std::iter::once("zongjie")
        .chain(arguments.split_whitespace())
        .map(Into::into);
    let code = commands::run(arguments, world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run {
        code,
        out: text(out),
        err: text(err),
    }
}

/// A small report without faults.
pub fn report(title: &str) -> String {
    format!(
        "模板: 半年总结\n标题: {title}\n期间: 2026年上半年\n单位: 某单位\n成文日期: 2026-07-10\n\
         导语: |\n  上半年在甲地开展活动，完成12个项目。\n"
    )
}
