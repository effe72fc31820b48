//! The command line: real arguments, files and streams for [`zongjie::commands`].

use std::io::{stderr, stdout};
use std::process::ExitCode;
use zongjie::commands;
use zongjie::world::Disk;

fn main() -> ExitCode {
    let arguments = std::env::args_os();
    let code = commands::run(arguments, &Disk, &mut stdout().lock(), &mut stderr().lock());
    ExitCode::from(code)
}
