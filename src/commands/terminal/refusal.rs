//! What is wrong with the arguments, in our words.

use super::trouble;
use crate::diag::{Diagnostic, Text};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Why a command was not run.
pub struct Refusal {
    /// The reason.
    pub reason: Reason,
    /// Whether JSON was asked for.
    pub json: bool,
}

/// Help that was asked for, or a fault.
pub enum Reason {
    /// Help or the version, to print as the result.
    Help(String),
    /// What is wrong.
    Wrong(Box<Diagnostic>),
}

/// The reason in what the argument parser found.
pub fn reason(error: &clap::Error) -> Reason {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    match error.kind() {
        DisplayHelp | DisplayVersion | DisplayHelpOnMissingArgumentOrSubcommand => {
            Reason::Help(error.render().to_string())
        }
        _ => Reason::Wrong(Box::new(fault(error))),
    }
}

fn fault(error: &clap::Error) -> Diagnostic {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let command = said(error, ContextKind::InvalidSubcommand);
    let (zh, en) = match error.kind() {
        ErrorKind::UnknownArgument => (
            format!("不认识的参数“{argument}”"),
            format!("unknown argument `{argument}`"),
        ),
        ErrorKind::InvalidSubcommand => (
            format!("没有命令“{command}”"),
            format!("no command `{command}`"),
        ),
        ErrorKind::MissingRequiredArgument => (
            format!("缺少参数：{argument}"),
            format!("missing argument: {argument}"),
        ),
        ErrorKind::InvalidValue if value.is_empty() => (
            format!("“{argument}”后面缺少内容"),
            format!("`{argument}` needs a value"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (
            format!("“{argument}”不能是“{value}”"),
            format!("`{argument}` cannot be `{value}`"),
        ),
        ErrorKind::ArgumentConflict => (
            format!("“{argument}”重复或与其他参数冲突"),
            format!("`{argument}` is given twice or with an argument it excludes"),
        ),
        _ => {
            let whole = error.to_string();
            let first = whole.lines().next().unwrap_or_default();
            let first = first.trim_start_matches("error: ");
            (format!("命令行有误：{first}"), first.to_owned())
        }
    };
    trouble(Text::new(zh, en)).hint(cure(error))
}

/// What may have been meant, or where to look.
fn cure(error: &clap::Error) -> Text {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::ValidValue,
    ];
    let near = kinds.map(|kind| said(error, kind)).concat();
    if near.is_empty() {
        return Text::new("用 zongjie --help 查看用法", "see `zongjie --help`");
    }
    let near_en = near.replace('、', ", ");
    Text::new(format!("可用：{near}"), format!("try {near_en}"))
}

/// A piece of what the parser knows about the fault.
fn said(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join("、"),
        _ => String::new(),
    }
}
