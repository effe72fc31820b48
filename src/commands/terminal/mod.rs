//! What all commands share on the terminal: the language, reading arguments, printing, exit codes.

mod console;
pub mod fonts;
mod progress;
mod refusal;
pub mod welcome;
mod words;

pub use crate::saving::Faults;
pub use console::{Console, Exit, Streams, trouble};
pub use progress::Meter;
pub use refusal::{Reason, Refusal};

use crate::diag::render::Language;
use crate::world::World;
use clap::{CommandFactory, FromArgMatches};
use std::ffi::{OsStr, OsString};

/// The language of messages: `--lang`, else the user's locale, else Chinese (a Windows console says nothing).
///
/// It is read before the arguments are parsed, because what is wrong with them is said in it.
pub fn language(arguments: &[OsString], world: &dyn World) -> Language {
    let typed = value_of(arguments, "--lang");
    let chinese = match typed.and_then(OsStr::to_str) {
        Some("en") => false,
        Some("zh") => true,
        _ => world.prefers_chinese().unwrap_or(true),
    };
    if chinese {
        Language::Chinese
    } else {
        Language::English
    }
}

/// Parses arguments, with help and refusals in a language.
///
/// # Errors
/// The refusal to print: help that was asked for, or what is wrong with the arguments.
pub fn parse<T: CommandFactory + FromArgMatches>(
    arguments: Vec<OsString>,
    language: Language,
) -> Result<T, Refusal> {
    let json = value_of(&arguments, "--format").is_some_and(|v| v == "json");
    let mut command = words::dress(T::command(), language);
    command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| T::from_arg_matches(&matches))
        .map_err(|error| Refusal {
            reason: refusal::reason(&error),
            json,
        })
}

/// What follows `--name` or `--name=`.
fn value_of<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a OsStr> {
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        if argument == name {
            return rest.next().map(OsString::as_os_str);
        }
        let value = argument
            .to_str()
            .and_then(|a| a.strip_prefix(name)?.strip_prefix('='));
        if let Some(value) = value {
            return Some(OsStr::new(value));
        }
    }
    None
}
