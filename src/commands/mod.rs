//! The command line: arguments → request, printing, saving, exit codes. Nothing else prints.
//!
//! A command is one file here (its arguments, what it does) and a line in `Command`, in `run`, and in
//! `terminal::words`. Results go to stdout, findings to stderr; with `--format json` all is one object on stdout.

mod batch;
mod build;
mod check;
mod explain;
mod layouts;
mod new;
mod schema;
mod templates;
mod terminal;
mod trace;

use crate::world::World;
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::Write;
use terminal::{Console, Exit, Streams};

/// Drafts work summaries from YAML figures and editable templates
#[derive(Debug, Parser)]
#[command(name = "zongjie", version)]
struct Cli {
    /// Language of messages: zh or en
    #[arg(
        long,
        global = true,
        value_name = "LANGUAGE",
        hide_possible_values = true
    )]
    lang: Option<Lang>,
    /// How to print results: text or json
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    format: Format,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a report: a commented file to fill in
    #[command(alias = "新建")]
    New(new::Args),
    /// Make the documents of a report
    #[command(alias = "生成")]
    Build(build::Args),
    /// List what is wrong with a report
    #[command(alias = "检查")]
    Check(check::Args),
    /// Say what a finding means and how to put it right
    #[command(alias = "解释")]
    Explain(explain::Args),
    /// Print the JSON Schema of a report, for editors
    #[command(alias = "格式说明")]
    Schema(schema::Args),
    /// Make one document for each person of a roster
    #[command(alias = "批量")]
    Batch(batch::Args),
    /// Look up, check and begin to edit templates
    #[command(alias = "模板")]
    Templates(templates::Args),
    /// Look up and check layouts
    #[command(alias = "版式")]
    Layouts(layouts::Args),
    /// List every number of the text with its source
    #[command(alias = "出处")]
    Trace(trace::Args),
}

/// Runs a command line, the program's name first, and gives the exit code: 0 done, 1 the input has errors, 2 the
/// command line or the machine has.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: &dyn World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = terminal::language(&arguments, world);
    let streams = Streams { out, err };
    match terminal::parse::<Cli>(arguments, language) {
        Ok(cli) => {
            let mut console = Console::new(streams, language, cli.format == Format::Json);
            let exit = dispatch(cli, world, &mut console);
            console.finish(exit)
        }
        Err(refusal) => {
            let mut console = Console::new(streams, language, refusal.json);
            let exit = console.refuse(refusal.reason);
            console.finish(exit)
        }
    }
}

fn dispatch(cli: Cli, world: &dyn World, console: &mut Console<'_>) -> Exit {
    match cli.command {
        Some(Command::New(args)) => new::run(&args, world, console),
        Some(Command::Build(args)) => build::run(&args, world, console),
        Some(Command::Check(args)) => check::run(&args, world, console),
        Some(Command::Explain(args)) => explain::run(&args, console),
        Some(Command::Schema(args)) => schema::run(&args, console),
        Some(Command::Templates(args)) => templates::run(&args, world, console),
        Some(Command::Layouts(args)) => layouts::run(&args, world, console),
        Some(Command::Batch(args)) => batch::run(&args, world, console),
        Some(Command::Trace(args)) => trace::run(&args, world, console),
        None => terminal::welcome::run(console),
    }
}
