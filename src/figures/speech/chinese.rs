//! 中文

use super::units::in_language;
use super::{Direction, Form, Said, Since, Speech};
use crate::figures::targets::TargetSpan;
use crate::figures::{Amount, AspectInfo, Base, Standing};
use crate::model::{Language, Period, Rank, Rounding, Unit, approximate};
use crate::numeral::chinese;

/// Chinese as official reports have it.
pub(super) struct Chinese;

impl Speech for Chinese {
    fn amount(&self, amount: &Amount, decimals: Option<u32>, rounding: Rounding) -> Option<String> {
        let amount = in_language(amount, Language::Chinese);
        let number = amount.rounded(decimals, rounding)?.to_string();
        Some(approximate(
            &number,
            &amount.unit.name,
            amount.approximation,
        ))
    }

    fn about(&self, size: &str) -> String {
        format!("约{size}")
    }

    fn named(&self, name: &str, value: &str) -> String {
        [name, value].concat()
    }

    fn sentence(&self, name: &str, value: Option<&str>, trend: Option<(&Said, Since)>) -> String {
        let trend = trend.map(|(said, since)| self.trend(said, &since));
        match (value, trend) {
            (Some(value), Some(trend)) => [name, value, "，", &trend].concat(),
            (value, trend) => {
                let rest = value.map(str::to_owned).or(trend).unwrap_or_default();
                format!("{name}{rest}")
            }
        }
    }

    fn trend(&self, said: &Said, since: &Since) -> String {
        let on = match since.base {
            Base::LastYear => "同比",
            Base::LastPeriod => "环比",
            Base::Opening => "比年初",
        };
        match (&said.form, said.direction) {
            (Form::Percent(_) | Form::Points(_), Direction::Flat) => {
                format!("与{}持平", base_name(since))
            }
            (Form::Percent(size), Direction::Up) => [on, "增长", size, "%"].concat(),
            (Form::Percent(size), Direction::Down) => [on, "下降", size, "%"].concat(),
            (Form::Points(_), _) => format!("{on}{}", self.points(said)),
            (Form::LossToProfit, _) => format!("{on}扭亏为盈"),
            (Form::ProfitToLoss, _) => format!("{on}由盈转亏"),
            (Form::LossCut(size), _) => format!("{on}减亏{size}"),
            (Form::LossGrown(size), _) => format!("{on}增亏{size}"),
            (Form::FromNothing(size), _) => format!("{on}净增{size}"),
        }
    }

    fn doubling(&self, times: u32, exactly: bool) -> String {
        let times = match times {
            2 => "两".to_owned(),
            n => chinese(n),
        };
        let more = if exactly { "" } else { "多" };
        format!("翻{times}番{more}")
    }

    fn points(&self, said: &Said) -> String {
        let (up, down) = if said.inverse {
            ("上升", "下降")
        } else {
            ("提高", "回落")
        };
        match (&said.form, said.direction) {
            (Form::Points(size), Direction::Up) => format!("{up}{size}个百分点"),
            (Form::Points(size), Direction::Down) => format!("{down}{size}个百分点"),
            _ => "持平".to_owned(),
        }
    }

    fn rate(&self, said: &Said) -> String {
        let sign = if said.direction == Direction::Down {
            "-"
        } else {
            ""
        };
        match &said.form {
            Form::Percent(size) => [sign, size, "%"].concat(),
            Form::Points(size) => format!("{sign}{size}个百分点"),
            Form::LossToProfit => "扭亏为盈".to_owned(),
            Form::ProfitToLoss => "由盈转亏".to_owned(),
            Form::LossCut(size) => format!("减亏{size}"),
            Form::LossGrown(size) => format!("增亏{size}"),
            Form::FromNothing(size) => format!("净增{size}"),
        }
    }

    fn change(&self, direction: Direction, size: &str) -> String {
        match direction {
            Direction::Up => format!("增加{size}"),
            Direction::Down => format!("减少{size}"),
            Direction::Flat => "持平".to_owned(),
        }
    }

    fn of_target(&self, percent: &str, span: TargetSpan) -> String {
        let target = match span {
            TargetSpan::Year => "年度目标",
            TargetSpan::SchoolYear => "学年目标",
            TargetSpan::Plan => "规划目标",
        };
        format!("完成{target}的{percent}")
    }

    fn standing(&self, standing: &Standing, by: &str) -> String {
        match standing {
            Standing::Reached => "达到目标".to_owned(),
            Standing::Short(_) => format!("低于目标{by}"),
            Standing::Within => "控制在目标以内".to_owned(),
            Standing::Beyond(_) => format!("超出目标{by}"),
        }
    }

    fn pace(&self, direction: Direction, points: &str) -> String {
        match direction {
            Direction::Up => format!("超时间进度{points}个百分点"),
            Direction::Down => format!("低于时间进度{points}个百分点"),
            Direction::Flat => "与时间进度持平".to_owned(),
        }
    }

    fn share(&self, whole: &str, percent: &str) -> String {
        format!("占{whole}的{percent}")
    }

    fn against(&self, other: &str, direction: Direction, points: &str) -> String {
        match direction {
            Direction::Up => format!("高于{other}{points}个百分点"),
            Direction::Down => format!("低于{other}{points}个百分点"),
            Direction::Flat => format!("与{other}持平"),
        }
    }

    fn joined(&self, list: &[String]) -> String {
        list.join("，")
    }

    fn parts(&self, list: &[(&str, String)]) -> String {
        let parts: Vec<String> = list.iter().map(|(n, v)| format!("{n}{v}")).collect();
        format!("其中：{}", parts.join("，"))
    }

    fn rank(&self, rank: Rank) -> String {
        let place = format!("位居第{}位", rank.place);
        match rank.change {
            None => place,
            Some(0) => format!("{place}，位次不变"),
            Some(n @ 1..) => format!("{place}，上升{n}位"),
            Some(n) => format!("{place}，下降{}位", n.unsigned_abs()),
        }
    }

    fn in_words(&self, number: u32, unit: &Unit) -> Option<String> {
        let name = unit.name.as_str();
        let unit_is_chinese = !name.is_empty() && !name.contains(|c: char| c.is_ascii());
        let number = match number {
            0 => "零".to_owned(),
            // 两个, but 十二个.
            2 if unit_is_chinese => "两".to_owned(),
            1..=9999 => chinese(number),
            _ => return None,
        };
        (name.is_empty() || unit_is_chinese).then(|| format!("{number}{name}"))
    }

    fn pending(&self, name: &str, of: Option<&AspectInfo>) -> String {
        format!("【待补：{name}{}】", of.map_or("", |info| info.zh))
    }
}

/// What a figure is level with: 上年同期; 上年 for a whole year.
fn base_name(since: &Since) -> &'static str {
    match (since.base, since.period) {
        (Base::LastYear, Some(Period::Year(_))) => "上年",
        (Base::LastYear, _) => "上年同期",
        (Base::Opening, _) => "年初",
        (Base::LastPeriod, Some(Period::Month(..))) => "上月",
        (Base::LastPeriod, Some(Period::Quarter(..))) => "上季度",
        (Base::LastPeriod, _) => "上期",
    }
}
