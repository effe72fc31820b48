//! A figure in words: asks for what is needed, rounds it once, and lets the language speak.

mod amounts;
mod comparisons;
mod speaker;

use super::amount::MOST_DECIMALS;
use super::speech::{Said, speech};
use super::{Answer, Arguments, Aspect, Facts, Gap, Trend};
use crate::diag::Text;
use crate::model::{Decimal, FigureId, Language};
use speaker::Speaker;

/// A printed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What stands in the text.
    pub text: String,
    /// Whether it is missing, expected or a flash estimate, so that a draft shows it.
    pub provisional: bool,
}

impl Facts {
    /// A figure in words.
    ///
    /// Typed numbers print with their typed decimals. Computed percentages have one decimal, computed amounts all they
    /// need, and neither ends in a zero; 小数 asks for others and then keeps them all.
    ///
    /// # Errors
    /// Why it cannot be said, with the cure. A pending figure is no error but a placeholder.
    pub fn phrase(
        &self,
        id: FigureId,
        aspect: Aspect,
        arguments: &Arguments,
        language: Language,
    ) -> Result<Phrase, Text> {
        let speaker = Speaker::new(self, id, arguments, language);
        match speaker.and_then(|s| s.say(aspect)) {
            Ok(phrase) => Ok(phrase),
            Err(Gap::Because(why)) => Err(why),
            Err(Gap::Pending(missing)) => {
                let of = (!aspect.is_the_value()).then(|| aspect.info());
                Ok(Phrase {
                    text: speech(language).pending(self.name(missing), of),
                    provisional: true,
                })
            }
        }
    }

    /// The value as a number, in its unit and with the decimals it prints with (纯数); `None` when there is none.
    pub fn number(&self, id: FigureId) -> Option<Decimal> {
        let decimals = self.report.figure(id)?.decimals;
        let asked = decimals.map(|d| d.min(MOST_DECIMALS));
        self.value(id).ok()?.rounded(asked, self.rounding)
    }

    /// A movement as it prints: rounded, and with the direction that the rounded number has.
    pub(super) fn said(&self, id: FigureId, trend: &Trend, language: Language) -> Answer<Said> {
        Speaker::new(self, id, &Arguments::default(), language)?.said(trend)
    }
}
