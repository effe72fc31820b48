//! One request to print one figure.

use super::Phrase;
use crate::figures::amount::MOST_DECIMALS;
use crate::figures::speech::{Speech, speech};
use crate::figures::{Amount, Answer, Arguments, Aspect, Base, Facts, Gap, periods};
use crate::model::{Figure, FigureId, Language};

/// One request to print a figure.
pub(super) struct Speaker<'f> {
    pub facts: &'f Facts,
    pub id: FigureId,
    pub figure: &'f Figure,
    pub arguments: &'f Arguments,
    pub language: Language,
    pub speech: &'static dyn Speech,
}

impl<'f> Speaker<'f> {
    pub(super) fn new(
        facts: &'f Facts,
        id: FigureId,
        arguments: &'f Arguments,
        language: Language,
    ) -> Answer<Self> {
        let (figure, _) = facts.look_up(id)?;
        let most = arguments.decimals.max(figure.decimals).unwrap_or(0);
        if most > MOST_DECIMALS {
            return Err(Gap::because(
                format!("小数最多保留{MOST_DECIMALS}位，写的是{most}"),
                format!("at most {MOST_DECIMALS} decimals can be printed, not {most}"),
            ));
        }
        Ok(Self {
            facts,
            id,
            figure,
            arguments,
            language,
            speech: speech(language),
        })
    }

    pub(super) fn say(&self, aspect: Aspect) -> Answer<Phrase> {
        let amount = |amount: Answer<Amount>| amount.and_then(|a| self.amount(&a));
        let text = match aspect {
            Aspect::Named | Aspect::Sentence => return self.named(aspect),
            Aspect::Parts => return self.parts(),
            Aspect::Among => return self.among(),
            Aspect::Value => self.amount(self.facts.value(self.id)?),
            Aspect::Target => amount(self.facts.target(self.id)),
            Aspect::LastYear => amount(self.facts.base(self.id, Base::LastYear)),
            Aspect::LastPeriod => amount(self.facts.base(self.id, Base::LastPeriod)),
            Aspect::Opening => amount(self.facts.opening(self.id)),
            Aspect::Rest => amount(self.facts.rest(self.id)),
            Aspect::Number => self.number(),
            Aspect::Label => Ok(self.figure.printed_name().to_owned()),
            Aspect::Growth => self.growth(Base::LastYear),
            Aspect::GrowthOnPeriod => self.growth(Base::LastPeriod),
            Aspect::SinceOpening => self.growth(Base::Opening),
            Aspect::Doubling => {
                let (times, exactly) = self.facts.doublings(self.id)?;
                Ok(self.speech.doubling(times, exactly))
            }
            Aspect::Change => self.change(),
            Aspect::Points => self.points(),
            Aspect::Completion => self.completion(),
            Aspect::OfTarget => self.of_target(),
            Aspect::Pace => self.pace(),
            Aspect::Share => self.share(),
            Aspect::Period => self.period(),
            Aspect::Rank => self.rank(),
            Aspect::Against => self.against(),
            Aspect::In => self.converted(),
            Aspect::InWords => self.in_words(),
            Aspect::GrowthRate => self.growth_rate(),
        }?;
        let uncertain = self.facts.fact(self.id).is_some_and(|f| f.provisional);
        Ok(Phrase {
            text,
            provisional: uncertain && aspect.is_of_the_value(),
        })
    }

    fn period(&self) -> Answer<String> {
        let period = self.facts.period(self.id);
        let name = self.figure.printed_name();
        period
            .map(|p| periods::full(&p, self.language))
            .ok_or_else(|| {
                Gap::because(
                    format!("“{name}”没有期间，报告也没有；请写上“期间”"),
                    format!("neither \"{name}\" nor the report has a period; give `period`"),
                )
            })
    }

    fn rank(&self) -> Answer<String> {
        let name = self.figure.printed_name();
        let rank = self.figure.rank.as_ref().ok_or_else(|| {
            Gap::because(
                format!("“{name}”没有位次；请写上“位次”"),
                format!("\"{name}\" has no rank; give `rank`"),
            )
        })?;
        Ok(self.speech.rank(rank.value))
    }
}
