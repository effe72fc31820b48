//! All texts with `{{ }}` of a report, each with the scope in which its names are looked up.

use crate::model::{FieldValue, Item, Report, Wording};

/// A text and the path of the item around it.
pub(super) type Scoped<'r> = (&'r str, &'r Wording);

/// The wordings of a report, in file order as far as sections go.
pub(super) fn wordings(report: &Report) -> Vec<Scoped<'_>> {
    let mut out = Vec::new();
    for field in &report.fields {
        match &field.value {
            FieldValue::Wording(wording) => out.push(("", wording)),
            FieldValue::Items(items) => push_items(items, &mut out),
            FieldValue::Annexes(annexes) => {
                push_items(annexes.iter().map(|annex| &annex.item), &mut out);
            }
            FieldValue::Plain(_)
            | FieldValue::Date(_)
            | FieldValue::Period(_)
            | FieldValue::List(_) => {}
        }
    }
    for section in &report.sections {
        push_all(
            "",
            [
                &section.title,
                &section.lead,
                &section.closing,
                &section.caption,
            ],
            &mut out,
        );
        push_items(&section.items, &mut out);
    }
    for plan in &report.last_plans {
        out.push(("", &plan.matter));
        out.extend(plan.note.iter().map(|note| ("", note)));
    }
    out
}

fn push_items<'r>(items: impl IntoIterator<Item = &'r Item>, out: &mut Vec<Scoped<'r>>) {
    for item in items {
        push_all(
            &item.path,
            [
                &item.title,
                &item.body,
                &item.cause,
                &item.measure,
                &item.caption,
                &item.owner,
                &item.deadline,
            ],
            out,
        );
        push_items(&item.items, out);
    }
}

fn push_all<'r, const N: usize>(
    scope: &'r str,
    wordings: [&'r Option<Wording>; N],
    out: &mut Vec<Scoped<'r>>,
) {
    out.extend(
        wordings
            .into_iter()
            .flatten()
            .map(|wording| (scope, wording)),
    );
}
