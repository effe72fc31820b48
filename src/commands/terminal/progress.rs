//! How far a long run is: a bar with rate and remaining time for who looks at it, else a line now and then.

use crate::batch::Progress;
use crate::diag::render::Language;
use std::time::Duration;

/// How often the bar moves.
const BAR: Duration = Duration::from_millis(100);
/// How often a line is printed where nobody looks.
const LINE: Duration = Duration::from_secs(5);
/// Letters of the bar.
const WIDTH: usize = 24;

/// The state of the display.
#[derive(Debug)]
pub struct Meter {
    language: Language,
    is_watched: bool,
    start: Duration,
    last: Duration,
    /// Width of what stands on the line, to be covered by what comes next.
    shown: usize,
}

impl Meter {
    /// A display that begins now.
    pub fn new(language: Language, is_watched: bool, now: Duration) -> Self {
        Self {
            language,
            is_watched,
            start: now,
            last: now,
            shown: 0,
        }
    }

    /// What to print at a moment; `None` when it is too soon after the last.
    pub fn at(&mut self, now: Duration, progress: Progress) -> Option<String> {
        let pause = if self.is_watched { BAR } else { LINE };
        if now.saturating_sub(self.last) < pause {
            return None;
        }
        self.last = now;
        let text = self.text(now, progress);
        if !self.is_watched {
            return Some(format!("{text}\n"));
        }
        let filled = (WIDTH * progress.done / progress.total.max(1)).min(WIDTH);
        let bar = format!(
            "[{}{}] {text}",
            "#".repeat(filled),
            ".".repeat(WIDTH - filled)
        );
        let out = format!("\r{bar}{}", self.cover(width(&bar)));
        self.shown = width(&bar);
        Some(out)
    }

    /// What clears the line at the end.
    pub fn end(&mut self) -> Option<String> {
        (self.shown > 0).then(|| format!("\r{}\r", self.cover(0)))
    }

    fn cover(&self, width: usize) -> String {
        " ".repeat(self.shown.saturating_sub(width))
    }

    fn text(&self, now: Duration, progress: Progress) -> String {
        let Progress {
            done,
            total,
            failed,
        } = progress;
        let taken = now.saturating_sub(self.start).as_millis().max(1);
        let count = u128::try_from(done).unwrap_or(u128::MAX).max(1);
        let rest = u128::try_from(total.saturating_sub(done)).unwrap_or(0);
        let rate = count * 1000 / taken;
        let left = (rest * taken / count).div_ceil(1000);
        let (minutes, seconds) = (left / 60, left % 60);
        match self.language {
            Language::Chinese => {
                let failed = if failed > 0 {
                    format!("，失败 {failed}")
                } else {
                    String::new()
                };
                format!("{done}/{total}，每秒 {rate} 份，还需 {minutes}:{seconds:02}{failed}")
            }
            Language::English => {
                let failed = if failed > 0 {
                    format!(", {failed} failed")
                } else {
                    String::new()
                };
                format!("{done}/{total}, {rate} a second, {minutes}:{seconds:02} left{failed}")
            }
        }
    }
}

/// The width of a text on a terminal: Chinese letters take two columns.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c > '\u{2e80}' { 2 } else { 1 })
        .sum()
}
