//! Printing amounts: values, lists of values, values with their names.

use super::Phrase;
use super::speaker::Speaker;
use crate::figures::{Amount, Answer, Arguments, Aspect, Base, Gap};
use crate::model::{FigureId, Unit};
use std::borrow::Cow;

impl Speaker<'_> {
    pub(super) fn amount(&self, amount: &Amount) -> Answer<String> {
        let mut amount = self.shown(amount)?;
        let asked = self.asked();
        if self.arguments.bare {
            amount.to_mut().unit = Unit::bare();
        }
        self.speech
            .amount(&amount, asked, self.facts.rounding)
            .ok_or_else(|| Gap::too_large(self.figure))
    }

    /// The decimals asked for: by the filter, else by the figure (小数), which means its own unit.
    pub(super) fn asked(&self) -> Option<u32> {
        let own = self
            .figure
            .decimals
            .filter(|_| self.arguments.unit.is_none());
        self.arguments.decimals.or(own)
    }

    pub(super) fn shown<'m>(&self, amount: &'m Amount) -> Answer<Cow<'m, Amount>> {
        let Some(typed) = &self.arguments.unit else {
            return Ok(Cow::Borrowed(amount));
        };
        let unit = Unit::parse(typed).map_err(Gap::Because)?;
        if unit.dimension != amount.unit.dimension {
            return Err(Gap::units_differ(self.figure, &amount.unit, &unit));
        }
        let converted = amount.converted(&unit);
        let converted = converted.ok_or_else(|| Gap::too_large(self.figure))?;
        Ok(Cow::Owned(converted))
    }

    pub(super) fn number(&self) -> Answer<String> {
        let amount = self.shown(self.facts.value(self.id)?)?;
        let number = amount.rounded(self.asked(), self.facts.rounding);
        let number = number.ok_or_else(|| Gap::too_large(self.figure))?;
        Ok(number.to_string())
    }

    pub(super) fn converted(&self) -> Answer<String> {
        if self.arguments.unit.is_none() {
            return Err(Gap::because(
                "“换算”要写换成什么单位，如 换算(单位=\"亿元\")",
                "`in` must say which unit, such as in(unit=\"million yuan\")",
            ));
        }
        self.amount(self.facts.value(self.id)?)
    }

    pub(super) fn in_words(&self) -> Answer<String> {
        let value = self.facts.value(self.id)?;
        let whole = value.exact.decimal().and_then(|d| {
            let whole = d.is_integer() && value.approximation.is_none();
            whole.then(|| d.normalize().to_string().parse::<u32>().ok())?
        });
        let words = whole.and_then(|n| self.speech.in_words(n, &value.unit));
        words.ok_or_else(|| {
            let name = self.figure.printed_name();
            Gap::because(
                format!("“{name}”不能用汉字写：只有0到9999的整数可以"),
                format!(
                    "\"{name}\" cannot be written in words: only whole numbers from 0 to 9999 can"
                ),
            )
        })
    }

    /// 带名 and 全句: a pending figure is only its placeholder, which holds the name; one computed from a pending figure
    /// has that one's placeholder behind its own name.
    pub(super) fn named(&self, aspect: Aspect) -> Answer<Phrase> {
        let name = self.figure.printed_name();
        let mut provisional = self.facts.fact(self.id).is_some_and(|f| f.provisional);
        let value = match self.facts.value(self.id) {
            Ok(value) => Ok(self.amount(value)?),
            Err(Gap::Pending(missing)) if missing == self.id => {
                let text = self.speech.pending(name, None);
                return Ok(Phrase {
                    text,
                    provisional: true,
                });
            }
            Err(Gap::Pending(missing)) => {
                provisional = true;
                Ok(self.speech.pending(self.facts.name(missing), None))
            }
            Err(gap) => Err(gap),
        };
        if aspect == Aspect::Named {
            let text = self.speech.named(name, &value?);
            return Ok(Phrase { text, provisional });
        }
        let trend = if self.has_growth() {
            match self.facts.trend(self.id, Base::LastYear) {
                Ok(trend) => Some(self.unasked_said(&trend)?),
                Err(Gap::Pending(_)) => None,
                Err(gap) => return Err(gap),
            }
        } else {
            None
        };
        let value = match (value, &trend) {
            (Ok(value), _) => Some(value),
            (Err(_), Some(_)) => None,
            (Err(gap), None) => return Err(gap),
        };
        let trend = trend
            .as_ref()
            .map(|said| (said, self.since(Base::LastYear)));
        let text = self.speech.sentence(name, value.as_deref(), trend);
        Ok(Phrase { text, provisional })
    }

    /// Whether the user gave what a growth needs; 全句 leaves out what nobody gave.
    fn has_growth(&self) -> bool {
        let values = self.figure.last_year.is_some() && !self.figure.comparable_price;
        self.figure.growth.is_some() || values
    }

    pub(super) fn parts(&self) -> Answer<Phrase> {
        let name = self.figure.printed_name();
        let (_, fact) = self.facts.look_up(self.id)?;
        let by = self.arguments.by.as_deref();
        let is_meant = |index: usize| {
            let partition = self.figure.parts.get(index);
            let own = partition.and_then(|p| p.name.as_ref());
            by.is_none_or(|by| own.is_some_and(|n| n.value == by))
        };
        let found = fact.parts.iter().enumerate().find(|(i, _)| is_meant(*i));
        match found {
            Some((_, members)) if !members.is_empty() => self.listed(members),
            _ => Err(Gap::because(
                format!("“{name}”没有这样的构成；请写上“构成”"),
                format!("\"{name}\" has no such parts; give `parts`"),
            )),
        }
    }

    pub(super) fn among(&self) -> Answer<Phrase> {
        let name = self.figure.printed_name();
        let (_, fact) = self.facts.look_up(self.id)?;
        if fact.among.is_empty() {
            return Err(Gap::because(
                format!("“{name}”没有“其中”；请写上“其中: [指标名, …]”"),
                format!("\"{name}\" has no `among`; give `among: [figure, …]`"),
            ));
        }
        self.listed(&fact.among)
    }

    fn listed(&self, members: &[FigureId]) -> Answer<Phrase> {
        let arguments = Arguments {
            decimals: self.arguments.decimals,
            ..Arguments::default()
        };
        let mut list = Vec::with_capacity(members.len());
        let mut provisional = false;
        for id in members {
            let part = self
                .facts
                .phrase(*id, Aspect::Value, &arguments, self.language)
                .map_err(Gap::Because)?;
            provisional |= part.provisional;
            list.push((self.facts.name(*id), part.text));
        }
        let text = self.speech.parts(&list);
        Ok(Phrase { text, provisional })
    }
}
