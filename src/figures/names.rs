//! The names by which figures speak of each other: 构成, 其中, 占比.

use crate::diag::{Diagnostic, Findings, Place, Text, codes, nearest};
use crate::model::{Figure, FigureId, Located, Report};

/// The figures that one figure names, without those that were not found.
pub(super) struct Named {
    /// 构成
    pub parts: Vec<Vec<(FigureId, Place)>>,
    /// Whether every member of the partition at the same index was found.
    pub complete: Vec<bool>,
    /// 其中
    pub among: Vec<(FigureId, Place)>,
    /// 占比: part and whole
    pub share: Option<[(FigureId, Place); 2]>,
}

/// Finds what a figure names; what cannot be found becomes an error.
pub(super) fn resolve(report: &Report, figure: &Figure, findings: &mut Findings) -> Named {
    let mut find = |name: &Located<String>, key: Text| {
        let id = report.resolve(scope(figure), &name.value);
        if id.is_none() {
            findings.push(unknown(report, figure, name, &key));
        }
        id.map(|id| (id, name.place))
    };
    let mut parts = Vec::new();
    let mut complete = Vec::new();
    for partition in &figure.parts {
        let key = || Text::new("构成", "parts");
        let found: Vec<_> = partition
            .members
            .iter()
            .filter_map(|m| find(m, key()))
            .collect();
        complete.push(found.len() == partition.members.len());
        parts.push(found);
    }
    let among = figure
        .among
        .iter()
        .filter_map(|m| find(m, Text::new("其中", "among")))
        .collect();
    let share = figure.share.as_ref().and_then(|share| {
        let key = || Text::new("占比", "share");
        let (part, whole) = (find(&share.part, key()), find(&share.whole, key()));
        Some([part?, whole?])
    });
    Named {
        parts,
        complete,
        among,
        share,
    }
}

/// The path in which a figure stands: its key without its own name.
pub(super) fn scope(figure: &Figure) -> &str {
    figure
        .key
        .strip_suffix(figure.name.as_str())
        .and_then(|path| path.strip_suffix('.'))
        .unwrap_or_default()
}

fn unknown(report: &Report, figure: &Figure, name: &Located<String>, key: &Text) -> Diagnostic {
    let typed = &name.value;
    let message = Text::new(
        format!("“{}”的{}里写的“{typed}”不是指标", figure.key, key.zh),
        format!(
            "the {} of \"{}\" name \"{typed}\", which is not a figure",
            key.en, figure.key
        ),
    );
    let found = Diagnostic::error(&codes::UNKNOWN_NAME, name.place, message);
    let prefix = format!("{}.", scope(figure));
    let near = report.figures.iter().map(|other| {
        let inside = other.key.strip_prefix(&prefix);
        inside.unwrap_or(&other.key)
    });
    if typed.contains('、') {
        let list = typed.replace('、', ", ");
        return found.hint(Text::new(
            format!("几个名称请写成 [{list}]"),
            format!("write several names as [{list}]"),
        ));
    }
    match nearest(typed, near.filter(|n| *n != figure.name)) {
        Some(meant) => found.hint(Text::new(
            format!("是不是“{meant}”？"),
            format!("did you mean \"{meant}\"?"),
        )),
        None => found.hint(Text::new(
            format!("请在“指标”里写上“{typed}”，或改成已有的指标名"),
            format!("add \"{typed}\" under `figures`, or name a figure that is there"),
        )),
    }
}
