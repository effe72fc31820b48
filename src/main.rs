//! The command line: real arguments, files and streams for [`zongjie::commands`].

use mimalloc::MiMalloc;
use std::io::{stderr, stdout};
use std::process::ExitCode;
use zongjie::commands;
use zongjie::world::Disk;

/// A document is made of thousands of small pieces of memory: with this allocator a batch takes a tenth less time. Huge
/// pages are left alone: clearing them would take longer than a report.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = std::env::args_os();
    let code = commands::run(arguments, &Disk, &mut stdout().lock(), &mut stderr().lock());
    ExitCode::from(code)
}
