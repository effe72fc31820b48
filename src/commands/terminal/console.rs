//! Printing.

use super::Reason;
use crate::diag::render::{Language, json, text};
use crate::diag::{Code, Diagnostic, Findings, Sources, Text};
use crate::saving::Faults;
use std::io::{ErrorKind, Write};

/// Where the program prints.
pub struct Streams<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Findings.
    pub err: &'a mut dyn Write,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The input has errors.
    Input,
    /// The command line or the machine has.
    Trouble,
}

static COMMAND_LINE: Code = Code {
    id: "command-line",
    zh: "命令行",
    unreadable: false,
};

/// A finding about the command line.
pub fn trouble(message: Text) -> Diagnostic {
    Diagnostic::error(&COMMAND_LINE, None, message)
}

/// The streams, and how to print on them.
pub struct Console<'a> {
    streams: Streams<'a>,
    /// The language of messages.
    pub language: Language,
    /// Whether results are one JSON object.
    pub json: bool,
    /// Whether a result could not be printed.
    lost: bool,
}

impl<'a> Console<'a> {
    /// A console on these streams.
    pub fn new(streams: Streams<'a>, language: Language, json: bool) -> Self {
        Self {
            streams,
            language,
            json,
            lost: false,
        }
    }

    /// Prints a line of the result.
    pub fn say(&mut self, line: &str) {
        let written = writeln!(self.streams.out, "{line}").and_then(|()| self.streams.out.flush());
        // A reader that has seen enough (`| head`) is no fault.
        self.lost |= written.is_err_and(|e| e.kind() != ErrorKind::BrokenPipe);
    }

    /// Prints a text beside the results as it is: how far a long run is.
    pub fn show(&mut self, text: &str) {
        let _ = self.streams.err.write_all(text.as_bytes());
        let _ = self.streams.err.flush();
    }

    /// Prints findings and their count; nothing for none. There is nowhere to tell when this fails.
    pub fn remark(&mut self, findings: &Findings, sources: &Sources) {
        let mut printed = text::findings(findings, sources, self.language);
        if let Some(summary) = text::summary(findings, self.language) {
            printed.push_str(&format!("\n{summary}\n"));
        }
        let _ = self.streams.err.write_all(printed.as_bytes());
    }

    /// Prints what a run made and found: as JSON, or `lines` as the result and the findings beside it.
    pub fn report(&mut self, run: &json::Run<'_>, sources: &Sources, lines: &str) {
        if self.json {
            let object = json::run(run, sources, self.language);
            self.say(&object);
            return;
        }
        if !lines.is_empty() {
            self.say(lines);
        }
        self.remark(run.findings, sources);
    }

    /// Prints why nothing could be done.
    pub fn fail(&mut self, faults: Faults) -> Exit {
        let findings: Findings = faults.into_iter().collect();
        let run = json::Run {
            files: &[],
            characters: 0,
            pages: 0,
            findings: &findings,
            numbers: None,
        };
        if self.json {
            self.report(&run, &Sources::new(), "");
        } else {
            let printed = text::findings(&findings, &Sources::new(), self.language);
            let _ = self.streams.err.write_all(printed.as_bytes());
        }
        Exit::Trouble
    }

    /// Prints help, or what is wrong with the arguments.
    pub fn refuse(&mut self, reason: Reason) -> Exit {
        match reason {
            Reason::Help(help) => {
                self.say(help.trim_end());
                Exit::Done
            }
            Reason::Wrong(diagnostic) => self.fail(vec![*diagnostic]),
        }
    }

    /// The exit code, at the end of a run.
    pub fn finish(self, exit: Exit) -> u8 {
        match exit {
            _ if self.lost => 2,
            Exit::Done => 0,
            Exit::Input => 1,
            Exit::Trouble => 2,
        }
    }
}
