//! A figure in words: asks for what is needed, rounds it once, and lets the language speak.

use super::amount::{MOST_DECIMALS, percent};
use super::measures::target_span;
use super::speech::{Direction, Form, Said, Since, Speech, speech};
use super::{Amount, Answer, Arguments, Aspect, Base, Facts, Gap, Movement, Trend, names, periods};
use crate::diag::Text;
use crate::model::{Decimal, Exact, Figure, FigureId, Language, Unit};

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
    pub(super) fn said(
        &self,
        id: FigureId,
        trend: &Trend,
        asked: Option<u32>,
        language: Language,
    ) -> Answer<Said> {
        let arguments = Arguments {
            decimals: asked,
            ..Arguments::default()
        };
        Speaker::new(self, id, &arguments, language)?.said(trend)
    }
}

/// One request to print a figure.
struct Speaker<'f> {
    facts: &'f Facts,
    id: FigureId,
    figure: &'f Figure,
    arguments: &'f Arguments,
    language: Language,
    speech: &'static dyn Speech,
}

impl<'f> Speaker<'f> {
    fn new(
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

    fn say(&self, aspect: Aspect) -> Answer<Phrase> {
        let text = match aspect {
            Aspect::Named | Aspect::Sentence => return self.named(aspect),
            Aspect::Parts => return self.parts(),
            Aspect::Among => return self.among(),
            Aspect::Value => self.amount(self.facts.value(self.id)?)?,
            Aspect::Number => self.number()?,
            Aspect::Label => self.figure.printed_name().to_owned(),
            Aspect::Growth => self.growth(Base::LastYear)?,
            Aspect::GrowthOnPeriod => self.growth(Base::LastPeriod)?,
            Aspect::Change => self.change()?,
            Aspect::Points => self.points()?,
            Aspect::Completion => self.percentage(&self.facts.completion(self.id)?)?,
            Aspect::OfTarget => self.of_target()?,
            Aspect::Pace => self.pace()?,
            Aspect::Share => self.share()?,
            Aspect::Target => self.amount(&self.facts.target(self.id)?)?,
            Aspect::LastYear => self.amount(&self.facts.base(self.id, Base::LastYear)?)?,
            Aspect::LastPeriod => self.amount(&self.facts.base(self.id, Base::LastPeriod)?)?,
            Aspect::Opening => self.amount(&self.facts.opening(self.id)?)?,
            Aspect::Period => self.period()?,
            Aspect::Rest => self.amount(&self.facts.rest(self.id)?)?,
            Aspect::Rank => self.rank()?,
            Aspect::Against => self.against()?,
            Aspect::In => self.converted()?,
            Aspect::InWords => self.in_words()?,
        };
        let uncertain = self.facts.fact(self.id).is_some_and(|f| f.provisional);
        Ok(Phrase {
            text,
            provisional: uncertain && aspect.is_of_the_value(),
        })
    }

    fn amount(&self, amount: &Amount) -> Answer<String> {
        let amount = self.shown(amount)?;
        let asked = self.asked();
        self.speech
            .amount(&amount, asked, self.facts.rounding)
            .ok_or_else(|| Gap::too_large(self.figure))
    }

    /// The decimals asked for: by the filter, else by the figure (小数), which means its own unit.
    fn asked(&self) -> Option<u32> {
        let own = self
            .figure
            .decimals
            .filter(|_| self.arguments.unit.is_none());
        self.arguments.decimals.or(own)
    }

    fn shown(&self, amount: &Amount) -> Answer<Amount> {
        let Some(typed) = &self.arguments.unit else {
            return Ok(amount.clone());
        };
        let unit = Unit::parse(typed).map_err(Gap::Because)?;
        if unit.dimension != amount.unit.dimension {
            return Err(Gap::units_differ(self.figure, &amount.unit, &unit));
        }
        let converted = amount.converted(&unit);
        converted.ok_or_else(|| Gap::too_large(self.figure))
    }

    fn number(&self) -> Answer<String> {
        let amount = self.shown(self.facts.value(self.id)?)?;
        let number = amount.rounded(self.asked(), self.facts.rounding);
        let number = number.ok_or_else(|| Gap::too_large(self.figure))?;
        Ok(number.to_string())
    }

    /// 带名 and 全句: a pending value leaves its placeholder behind the name.
    fn named(&self, aspect: Aspect) -> Answer<Phrase> {
        let name = self.figure.printed_name();
        let mut provisional = self.facts.fact(self.id).is_some_and(|f| f.provisional);
        let value = match self.facts.value(self.id) {
            Ok(value) => Ok(self.amount(value)?),
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

    fn since(&self, base: Base) -> Since {
        Since {
            base,
            period: self.facts.period(self.id),
        }
    }

    fn growth(&self, base: Base) -> Answer<String> {
        let trend = self.facts.trend(self.id, base)?;
        Ok(self.speech.trend(&self.said(&trend)?, &self.since(base)))
    }

    /// The growth inside 全句, where 小数 speaks of the value.
    fn unasked_said(&self, trend: &Trend) -> Answer<Said> {
        self.facts.said(self.id, trend, None, self.language)
    }

    fn said(&self, trend: &Trend) -> Answer<Said> {
        let about = |size: String| {
            if trend.approximate {
                self.speech.about(&size)
            } else {
                size
            }
        };
        let amount = |amount: &Amount| {
            self.speech
                .amount(amount, None, self.facts.rounding)
                .map(about)
                .ok_or_else(|| Gap::too_large(self.figure))
        };
        let signed = |rounded: Decimal, form: fn(String) -> Form| Said {
            direction: Direction::of(rounded),
            form: form(about(rounded.abs().to_string())),
        };
        let up = |form| Said {
            direction: Direction::Up,
            form,
        };
        let down = |form| Said {
            direction: Direction::Down,
            form,
        };
        Ok(match &trend.movement {
            Movement::Percent(exact) => signed(self.percent(*exact, trend.digits)?, Form::Percent),
            Movement::Points(exact) => signed(self.in_points(*exact, trend.digits)?, Form::Points),
            Movement::LossToProfit => up(Form::LossToProfit),
            Movement::ProfitToLoss => down(Form::ProfitToLoss),
            Movement::LossCut(by) => up(Form::LossCut(amount(by)?)),
            Movement::LossGrown(by) => down(Form::LossGrown(amount(by)?)),
            Movement::FromNothing(by) => up(Form::FromNothing(amount(by)?)),
        })
    }

    /// A percentage as it prints: typed digits may be cut, never invented.
    fn percent(&self, exact: Exact, typed: Option<u32>) -> Answer<Decimal> {
        let asked = self.arguments.decimals;
        let places = match typed {
            Some(typed) => Some(asked.map_or(typed, |a| a.min(typed))),
            None => asked,
        };
        percent(exact, places, self.facts.rounding).ok_or_else(|| Gap::too_large(self.figure))
    }

    /// Percentage points as they print: those of two typed rates whole, others like a percentage.
    fn in_points(&self, exact: Exact, typed: Option<u32>) -> Answer<Decimal> {
        let whole = exact.decimal().filter(|d| d.scale() <= 2);
        match whole {
            Some(whole) if typed.is_none() && self.arguments.decimals.is_none() => Ok(whole),
            _ => self.percent(exact, typed),
        }
    }

    fn change(&self) -> Answer<String> {
        let change = self.shown(&self.facts.change(self.id, Base::LastYear)?)?;
        let size = Amount {
            exact: change.exact.size(),
            ..change.clone()
        };
        let rounded = size.rounded(self.asked(), self.facts.rounding);
        let rounded = rounded.ok_or_else(|| Gap::too_large(self.figure))?;
        let direction = match Direction::of(rounded) {
            Direction::Up if change.exact.is_negative() => Direction::Down,
            direction => direction,
        };
        let size = self
            .speech
            .amount(&size, self.asked(), self.facts.rounding)
            .ok_or_else(|| Gap::too_large(self.figure))?;
        Ok(self.speech.change(direction, &size))
    }

    fn points(&self) -> Answer<String> {
        let trend = self.facts.trend(self.id, Base::LastYear)?;
        if !matches!(trend.movement, Movement::Points(_)) {
            let name = self.figure.printed_name();
            return Err(Gap::because(
                format!("“{name}”不是百分率，不能用“百分点”；请用“同比”或“增减额”"),
                format!(
                    "\"{name}\" is not a rate, so it has no `points`; use `growth` or `change`"
                ),
            ));
        }
        Ok(self.speech.points(&self.said(&trend)?))
    }

    /// A computed percentage with its sign: 57%, 约57%.
    fn percentage(&self, amount: &Amount) -> Answer<String> {
        let number = self.percent(amount.exact, None)?;
        let size = format!("{number}%");
        Ok(match amount.approximation {
            Some(_) => self.speech.about(&size),
            None => size,
        })
    }

    fn of_target(&self) -> Answer<String> {
        let completion = self.percentage(&self.facts.completion(self.id)?)?;
        let span = target_span(self.facts.period(self.id));
        Ok(self.speech.of_target(&completion, span))
    }

    fn pace(&self) -> Answer<String> {
        let ahead = self.percent(self.facts.pace(self.id)?, None)?;
        let points = ahead.abs().to_string();
        Ok(self.speech.pace(Direction::of(ahead), &points))
    }

    fn share(&self) -> Answer<String> {
        let report = &self.facts.report;
        let own = self.facts.fact(self.id).and_then(|f| f.share);
        let (part, whole) = match &self.arguments.of {
            Some(name) => {
                let whole = report.resolve(names::scope(self.figure), name);
                let whole = whole.ok_or_else(|| self.no_such_figure(name))?;
                (self.id, whole)
            }
            None => own.ok_or_else(|| self.no_share())?,
        };
        // A share that was typed prints as typed; the checks compare it.
        let value = self.facts.value(self.id);
        let percent = match value {
            Ok(value) if own == Some((part, whole)) && value.unit.is_rate() => self
                .speech
                .amount(value, self.asked(), self.facts.rounding)
                .ok_or_else(|| Gap::too_large(self.figure))?,
            _ => self.percentage(&self.facts.share(part, whole)?)?,
        };
        Ok(self.speech.share(self.facts.name(whole), &percent))
    }

    fn no_such_figure(&self, name: &str) -> Gap {
        Gap::because(
            format!("没有“{name}”这个指标，算不出占比；“对象”要写指标名"),
            format!("there is no figure \"{name}\" to take a share of; `of` takes a figure's name"),
        )
    }

    fn no_share(&self) -> Gap {
        let name = self.figure.printed_name();
        Gap::because(
            format!(
                "“{name}”没有占比；请写上“占比: {{部分: …, 总体: …}}”，或用 占比(对象=\"总体的指标名\")"
            ),
            format!(
                "\"{name}\" has no share; give `share: {{part: …, whole: …}}`, or print share(of=\"the whole\")"
            ),
        )
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

    fn against(&self) -> Answer<String> {
        let name = self.figure.printed_name();
        let asked = self.arguments.of.as_deref();
        let mut list = Vec::new();
        for (other, quantity) in &self.figure.against {
            if asked.is_some_and(|a| a != other.value) {
                continue;
            }
            let lead = self.facts.lead(self.id, &quantity.value)?;
            let points = self.in_points(lead, None)?;
            let size = points.abs().to_string();
            list.push(
                self.speech
                    .against(&other.value, Direction::of(points), &size),
            );
        }
        if list.is_empty() {
            return Err(Gap::because(
                format!("“{name}”没有可比的数；请写上“对比: {{全市: 8.1%}}”"),
                format!(
                    "\"{name}\" has nothing to be set against; give `against: {{the city: 8.1%}}`"
                ),
            ));
        }
        Ok(self.speech.joined(&list))
    }

    fn converted(&self) -> Answer<String> {
        if self.arguments.unit.is_none() {
            return Err(Gap::because(
                "“换算”要写换成什么单位，如 换算(单位=\"亿元\")",
                "`in` must say which unit, such as in(unit=\"million yuan\")",
            ));
        }
        self.amount(self.facts.value(self.id)?)
    }

    fn in_words(&self) -> Answer<String> {
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

    fn parts(&self) -> Answer<Phrase> {
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

    fn among(&self) -> Answer<Phrase> {
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
