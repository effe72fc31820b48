//! Which layout and fonts a report is printed with: its own choice, its layout's, or its genre's.

use crate::diag::{Diagnostic, Findings, Place, Sources, Text, codes, nearest};
use crate::layout::{ClosingRule, FontSet, Profile};
use crate::load::Layouts;
use crate::model::{Genre, Located, Report};
use std::sync::Arc;

/// A layout and a set of fonts.
#[derive(Debug, Clone)]
pub struct Look {
    /// The layout.
    pub profile: Arc<Profile>,
    /// The fonts.
    pub fonts: FontSet,
}

/// The look of a report. A name that is none is a finding; the genre's layout stands in for it.
pub fn choose(
    report: &Report,
    genre: &Genre,
    layouts: &Layouts,
    sources: &Sources,
    findings: &mut Findings,
) -> Look {
    let usual = Located::new(genre.layout.clone(), Place::new(genre.source, 0, 0));
    let mut profile = None;
    for typed in report.layout.iter().chain([&usual]) {
        if profile.is_none() {
            profile = layouts.find(typed, sources, findings);
        }
    }
    let mut profile = profile.unwrap_or_else(|| Arc::new(Profile::blank()));
    if let Some(closing) = report.seal.and_then(|seal| closing(seal, profile.closing)) {
        Arc::make_mut(&mut profile).closing = closing;
    }
    let fonts = report.fonts.as_ref().and_then(|typed| set(typed, findings));
    Look {
        fonts: fonts.unwrap_or(profile.fonts),
        profile,
    }
}

/// Where a signature with or without a seal stands; `None` where the layout has it already.
fn closing(has_seal: bool, usual: ClosingRule) -> Option<ClosingRule> {
    match (has_seal, usual) {
        (true, ClosingRule::WithoutSeal | ClosingRule::AsStyled) => Some(ClosingRule::WithSeal),
        (false, ClosingRule::WithSeal) => Some(ClosingRule::WithoutSeal),
        (true, ClosingRule::WithSeal)
        | (false, ClosingRule::WithoutSeal | ClosingRule::AsStyled) => None,
    }
}

const FONTS: &[&str] = &["国标", "Windows", "方正"];

/// The set of fonts of a typed name; a finding when there is none.
fn set(typed: &Located<String>, findings: &mut Findings) -> Option<FontSet> {
    let name = &typed.value;
    let found = FontSet::named(name);
    if found.is_none() {
        let message = Text::new(format!("没有“{name}”"), format!("there is no `{name}`"));
        let hint = match nearest(name, FONTS.iter().copied()) {
            Some(near) => Text::new(
                format!("是不是“{near}”？"),
                format!("did you mean `{near}`?"),
            ),
            None => Text::new(
                format!("可用的有：{}", FONTS.join("、")),
                format!("there are: {}", FONTS.join(", ")),
            ),
        };
        findings.push(Diagnostic::error(&codes::BAD_VALUE, typed.place, message).hint(hint));
    }
    found
}
