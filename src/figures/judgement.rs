//! Tests on figures: what a template may ask with `is`.

use super::speech::Direction;
use super::{Answer, Base, Facts};
use crate::model::{FigureId, Language};

/// A question about a figure that is answered with yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "TESTS says what each one asks")]
pub enum FigureTest {
    Up,
    Down,
    Flat,
    Better,
    Worse,
    Pending,
    Provisional,
    Known,
    HasGrowth,
    HasTarget,
    Met,
    Unmet,
    Ahead,
    Behind,
    Doubled,
}

/// What is known about a test.
#[derive(Debug, PartialEq, Eq)]
pub struct TestInfo {
    /// Which one.
    pub test: FigureTest,
    /// English name.
    pub en: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// What it asks, in Chinese.
    pub about_zh: &'static str,
    /// What it asks, in English.
    pub about_en: &'static str,
}

const fn test(
    test: FigureTest,
    en: &'static str,
    zh: &'static str,
    about_zh: &'static str,
    about_en: &'static str,
) -> TestInfo {
    TestInfo {
        test,
        en,
        zh,
        about_zh,
        about_en,
    }
}

/// All tests, in the order of [`FigureTest`].
pub static TESTS: &[TestInfo] = &[
    test(
        FigureTest::Up,
        "up",
        "增长",
        "同比印出来是增长",
        "its printed growth is a rise",
    ),
    test(
        FigureTest::Down,
        "down",
        "下降",
        "同比印出来是下降",
        "its printed growth is a fall",
    ),
    test(
        FigureTest::Flat,
        "flat",
        "持平",
        "同比印出来是持平",
        "its printed growth is nil",
    ),
    test(
        FigureTest::Better,
        "better",
        "向好",
        "比上年同期好；逆指标下降为好",
        "better than a year earlier; a fall is better where less is better",
    ),
    test(
        FigureTest::Worse,
        "worse",
        "向差",
        "比上年同期差；逆指标增长为差",
        "worse than a year earlier; a rise is worse where less is better",
    ),
    test(
        FigureTest::Pending,
        "pending",
        "待补",
        "还没有填，或由没有填的数算出",
        "still to be filled in, or computed from what is",
    ),
    test(
        FigureTest::Provisional,
        "provisional",
        "非实际",
        "是预计数、快报数，或由这样的数算出",
        "expected or a flash estimate, or computed from such",
    ),
    test(
        FigureTest::Known,
        "known",
        "有数",
        "有本期数",
        "its value is known",
    ),
    test(
        FigureTest::HasGrowth,
        "with_growth",
        "有同比",
        "印得出同比",
        "its growth can be printed",
    ),
    test(
        FigureTest::HasTarget,
        "with_target",
        "有目标",
        "有目标",
        "it has a target",
    ),
    test(
        FigureTest::Met,
        "met",
        "达标",
        "达到目标；逆指标不超过目标",
        "it meets its target; not above it where less is better",
    ),
    test(
        FigureTest::Unmet,
        "unmet",
        "未达标",
        "没有达到目标",
        "it does not meet its target",
    ),
    test(
        FigureTest::Ahead,
        "ahead",
        "超进度",
        "完成率高于时间进度",
        "its completion is ahead of schedule",
    ),
    test(
        FigureTest::Behind,
        "behind",
        "欠进度",
        "完成率低于时间进度",
        "its completion is behind schedule",
    ),
    test(
        FigureTest::Doubled,
        "doubled",
        "翻番",
        "同比增长100%以上",
        "it grew by 100% or more",
    ),
];

impl Facts {
    /// The answer to a question about a figure. What cannot be known is not so: a figure without growth is neither up
    /// nor down.
    pub fn holds(&self, id: FigureId, test: FigureTest) -> bool {
        match test {
            FigureTest::Up => self.direction(id) == Ok(Direction::Up),
            FigureTest::Down => self.direction(id) == Ok(Direction::Down),
            FigureTest::Flat => self.direction(id) == Ok(Direction::Flat),
            FigureTest::Better => self.direction(id) == Ok(self.good_direction(id)),
            FigureTest::Worse => {
                let good = self.good_direction(id);
                let direction = self.direction(id);
                direction.is_ok_and(|d| d != Direction::Flat && d != good)
            }
            FigureTest::Pending => self.is_pending(id),
            FigureTest::Provisional => self.fact(id).is_some_and(|f| f.provisional),
            FigureTest::Known => self.value(id).is_ok(),
            FigureTest::HasGrowth => self.direction(id).is_ok(),
            FigureTest::HasTarget => self.target(id).is_ok(),
            FigureTest::Met => self.meets_target(id) == Ok(true),
            FigureTest::Unmet => self.meets_target(id) == Ok(false),
            FigureTest::Ahead => self.pace(id).is_ok_and(|p| p.is_positive()),
            FigureTest::Doubled => self.doublings(id).is_ok(),
            FigureTest::Behind => self.pace(id).is_ok_and(|p| p.is_negative()),
        }
    }

    /// Which way the growth points as it prints without arguments.
    fn direction(&self, id: FigureId) -> Answer<Direction> {
        let trend = self.trend(id, Base::LastYear)?;
        let said = self.said(id, &trend, Language::Chinese)?;
        Ok(said.direction)
    }

    fn good_direction(&self, id: FigureId) -> Direction {
        let figure = self.report.figure(id);
        if figure.is_some_and(|f| f.lower_is_better) {
            Direction::Down
        } else {
            Direction::Up
        }
    }
}
