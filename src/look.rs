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

/// The look of a report. A name that is none is a finding; the first layout stands in for it.
pub fn choose(report: &Report, genre: &Genre, findings: &mut Findings) -> Look {
    let layouts = PROFILES.iter().flat_map(|p| p.names);
    let own = chosen(
        report.layout.as_ref(),
        layouts.copied(),
        profile,
        &codes::UNKNOWN_LAYOUT,
    );
    let own_fonts = chosen(
        report.fonts.as_ref(),
        FONTS.iter().copied(),
        FontSet::named,
        &codes::BAD_VALUE,
    );
    let mut take = |finding: Option<Diagnostic>| findings.extend(finding);
    let profile = own.map_or_else(|e| (take(Some(e)), None).1, |p| p);
    let fonts = own_fonts.map_or_else(|e| (take(Some(e)), None).1, |f| f);
    Look {
        profile: profile
            .or_else(|| crate::layout::profile(&genre.layout))
            .unwrap_or(PROFILES[0]),
        fonts: fonts.unwrap_or(FontSet::National),
    }
}

const FONTS: &[&str] = &["国标", "Windows", "方正"];

/// What a typed name means; `Ok(None)` when none was typed.
fn chosen<T>(
    typed: Option<&Located<String>>,
    known: impl Iterator<Item = &'static str> + Clone,
    find: impl Fn(&str) -> Option<T>,
    code: &'static Code,
) -> Result<Option<T>, Diagnostic> {
    let Some(typed) = typed else { return Ok(None) };
    if let Some(found) = find(&typed.value) {
        return Ok(Some(found));
    }
    let name = &typed.value;
    let list = known.clone().collect::<Vec<_>>().join("、");
    let message = Text::new(format!("没有“{name}”"), format!("there is no `{name}`"));
    let hint = match nearest(name, known) {
        Some(near) => Text::new(
            format!("是不是“{near}”？"),
            format!("did you mean `{near}`?"),
        ),
        None => Text::new(
            format!("可用的有：{list}"),
            format!("there are: {}", list.replace('、', ", ")),
        ),
    };
    Err(Diagnostic::error(code, typed.place, message).hint(hint))
}
