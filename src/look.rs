//! Which layout and fonts a report is printed with: its own choice, or its genre's.

use crate::diag::{Code, Diagnostic, Findings, Text, codes, nearest};
use crate::layout::{FontSet, PROFILES, Profile, profile};
use crate::model::{Genre, Located, Report};

/// A layout and a set of fonts.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The layout.
    pub profile: &'static Profile,
    /// The fonts.
    pub fonts: FontSet,
}

/// The look of a report. A name that is none is a finding; the genre's layout stands in for it.
pub fn choose(report: &Report, genre: &Genre, findings: &mut Findings) -> Look {
    let layouts: Vec<&str> = PROFILES.iter().flat_map(|p| p.names).copied().collect();
    let own =
        |typed: &Located<String>| find(typed, profile, &layouts, &codes::UNKNOWN_LAYOUT, findings);
    let layout = report.layout.as_ref().and_then(own);
    let own =
        |typed: &Located<String>| find(typed, FontSet::named, FONTS, &codes::BAD_VALUE, findings);
    let fonts = report.fonts.as_ref().and_then(own);
    Look {
        profile: layout
            .or_else(|| profile(&genre.layout))
            .unwrap_or(PROFILES[0]),
        fonts: fonts.unwrap_or(FontSet::National),
    }
}

const FONTS: &[&str] = &["国标", "Windows", "方正"];

/// What a typed name means; a finding when it means nothing.
fn find<T>(
    typed: &Located<String>,
    means: impl Fn(&str) -> Option<T>,
    known: &[&str],
    code: &'static Code,
    findings: &mut Findings,
) -> Option<T> {
    let name = &typed.value;
    let found = means(name);
    if found.is_none() {
        let message = Text::new(format!("没有“{name}”"), format!("there is no `{name}`"));
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => Text::new(
                format!("是不是“{near}”？"),
                format!("did you mean `{near}`?"),
            ),
            None => Text::new(
                format!("可用的有：{}", known.join("、")),
                format!("there are: {}", known.join(", ")),
            ),
        };
        findings.push(Diagnostic::error(code, typed.place, message).hint(hint));
    }
    found
}
