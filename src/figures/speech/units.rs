//! Units in the language of the document: 26.5亿元 is 2.65 billion yuan, and the other way round.

use crate::figures::Amount;
use crate::model::{Exact, Language, Unit, UnitMeaning};
use std::borrow::Cow;

const CHINESE: &[(i64, &str)] = &[(100_000_000, "亿"), (10_000, "万")];
const ENGLISH: &[(i64, &str)] = &[
    (1_000_000_000_000, "trillion "),
    (1_000_000_000, "billion "),
    (1_000_000, "million "),
];

/// The same amount with a unit of the language. Units that have no name in it stay as typed, and so do amounts that are
/// too large to compute with.
pub(super) fn in_language(amount: &Amount, language: Language) -> Cow<'_, Amount> {
    translated(amount, language).map_or(Cow::Borrowed(amount), Cow::Owned)
}

fn translated(amount: &Amount, language: Language) -> Option<Amount> {
    let name = amount.unit.name.as_str();
    if name.is_empty() {
        return None;
    }
    if let Some((upper, lower)) = amount.unit.ratio() {
        return ratio(amount, &upper, &lower, language);
    }
    if is_native(name, language) {
        return None;
    }
    let parts = amount.unit.parts()?;
    if parts.plain.is_symbol(name) {
        return None;
    }
    let plain = match language {
        Language::Chinese => parts.plain.zh,
        Language::English => parts.plain.en,
    };
    let exact = amount.exact.times(parts.magnitude)?;
    let (magnitude, word) = if parts.magnitude == Exact::ONE {
        (Exact::ONE, "")
    } else {
        magnitude_of(exact, language)
    };
    let digits = amount.digits.filter(|_| parts.magnitude == magnitude);
    let one = language == Language::English && exact == Exact::ONE;
    let plain = if one { parts.plain.en_one } else { plain };
    Some(Amount {
        exact: exact.over(magnitude)?,
        unit: Unit::from(UnitMeaning {
            name: format!("{word}{plain}").trim().to_owned(),
            dimension: amount.unit.dimension.clone(),
            scale: parts.plain.scale().times(magnitude)?,
        }),
        approximation: amount.approximation,
        digits,
    })
}

fn is_native(name: &str, language: Language) -> bool {
    match language {
        Language::Chinese => !name.contains(|c: char| c.is_ascii_alphabetic()),
        Language::English => name.is_ascii(),
    }
}

/// The largest magnitude of the language that leaves a number of at least 1.
fn magnitude_of(number: Exact, language: Language) -> (Exact, &'static str) {
    let magnitudes = match language {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    let fits = |(n, word): &(i64, &'static str)| {
        let magnitude = Exact::whole(*n);
        (number.size() >= magnitude).then_some((magnitude, *word))
    };
    magnitudes.iter().find_map(fits).unwrap_or((Exact::ONE, ""))
}

/// 万元/亩 is yuan per mu: the upper unit takes the magnitude, the lower one its name for one.
fn ratio(amount: &Amount, upper: &Unit, lower: &Unit, language: Language) -> Option<Amount> {
    let upper = Amount {
        unit: upper.clone(),
        ..amount.clone()
    };
    let upper = in_language(&upper, language).into_owned();
    let plain = lower.parts().filter(|p| p.magnitude == Exact::ONE);
    let lower_name = match (plain, language) {
        (Some(p), Language::English) if !p.plain.en_one.is_empty() => p.plain.en_one,
        (Some(p), Language::Chinese) if !p.plain.is_symbol(&lower.name) => p.plain.zh,
        _ => &lower.name,
    };
    let name = match language {
        Language::Chinese => format!("{}/{lower_name}", upper.unit.name),
        Language::English if upper.unit.name.is_ascii() && lower_name.is_ascii() => {
            // 5盏/公里 is 5 per kilometre.
            format!("{} per {lower_name}", upper.unit.name)
                .trim_start()
                .to_owned()
        }
        Language::English => format!("{}/{lower_name}", upper.unit.name),
    };
    Some(Amount {
        unit: Unit::from(UnitMeaning {
            name,
            dimension: amount.unit.dimension.clone(),
            scale: upper.unit.scale.over(lower.scale)?,
        }),
        ..upper
    })
}
