//! Lengths that know their unit.

use std::ops::{Add, Mul, Sub};

/// Twentieths of a point: 1440 to the inch, 567 to the centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Twips(pub i32);

impl Add for Twips {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Twips {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<i32> for Twips {
    type Output = Self;

    fn mul(self, times: i32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

/// Half points, as font sizes are counted: 三号 (16 pt) is 32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfPoints(pub u16);

impl HalfPoints {
    /// The size as a length.
    pub fn twips(self) -> Twips {
        Twips(i32::from(self.0) * 10)
    }
}

/// Eighths of a point, as lines of tables are counted: 0.5 pt is 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EighthPoints(pub u16);

/// Hundredths of a full-width character (字) of the paragraph: an indent of two characters is 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Chars(pub i32);

impl Chars {
    /// So many whole characters.
    pub const fn whole(count: i32) -> Self {
        Self(count.saturating_mul(100))
    }

    /// How many characters fit into a length where one advances by `pitch`; none where the pitch is nothing.
    pub fn fitting(length: Twips, pitch: Twips) -> Self {
        let count = i64::from(length.0) * 100 / i64::from(pitch.0.max(1));
        Self(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// The length of these characters where one advances by `pitch`.
    pub fn twips(self, pitch: Twips) -> Twips {
        let length = i64::from(self.0) * i64::from(pitch.0) / 100;
        Twips(i32::try_from(length).unwrap_or(i32::MAX))
    }
}

impl Add for Chars {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Chars {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}
