//! The templates and layouts that come with the program.

use super::genre::front_matter;

/// One file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its path below `templates/`, without the extension: `zh/half-year-summary`, `layouts/official`.
    pub id: &'static str,
    /// The whole file.
    pub text: &'static str,
}

impl BuiltIn {
    /// What its front matter calls it. The first key of every one is its name, so that no run needs to read them all
    /// as YAML.
    pub fn name(&self) -> &'static str {
        let first = self.text.lines().nth(1).unwrap_or_default();
        first.split_once(": ").map_or("", |(_, name)| name)
    }

    /// Whether it may have this name: no for most that do not, so that they need not be read.
    pub fn may_be_called(&self, name: &str) -> bool {
        let head = front_matter(self.text).and_then(|(head, _)| self.text.get(head));
        self.id.ends_with(name) || head.unwrap_or(self.text).contains(name)
    }
}

/// The genres, in the order in which they are listed.
pub static GENRES: &[BuiltIn] = &[
    BuiltIn {
        id: "zh/annual-summary",
        text: include_str!("../../templates/zh/annual-summary.md"),
    },
    BuiltIn {
        id: "zh/annual-summary-and-plan",
        text: include_str!("../../templates/zh/annual-summary-and-plan.md"),
    },
    BuiltIn {
        id: "zh/half-year-summary",
        text: include_str!("../../templates/zh/half-year-summary.md"),
    },
    BuiltIn {
        id: "zh/special-work-summary",
        text: include_str!("../../templates/zh/special-work-summary.md"),
    },
    BuiltIn {
        id: "zh/work-plan",
        text: include_str!("../../templates/zh/work-plan.md"),
    },
    BuiltIn {
        id: "zh/year-end-review",
        text: include_str!("../../templates/zh/year-end-review.md"),
    },
    BuiltIn {
        id: "zh/annual-appraisal",
        text: include_str!("../../templates/zh/annual-appraisal.md"),
    },
    BuiltIn {
        id: "zh/duty-report",
        text: include_str!("../../templates/zh/duty-report.md"),
    },
    BuiltIn {
        id: "zh/probation-summary",
        text: include_str!("../../templates/zh/probation-summary.md"),
    },
    BuiltIn {
        id: "zh/new-staff-summary",
        text: include_str!("../../templates/zh/new-staff-summary.md"),
    },
    BuiltIn {
        id: "en/annual-summary",
        text: include_str!("../../templates/en/annual-summary.md"),
    },
    BuiltIn {
        id: "en/year-end-review",
        text: include_str!("../../templates/en/year-end-review.md"),
    },
    BuiltIn {
        id: "en/probation-review",
        text: include_str!("../../templates/en/probation-review.md"),
    },
];

/// The parts that genres may include.
pub static PARTS: &[BuiltIn] = &[
    BuiltIn {
        id: "zh/parts/added-parts",
        text: include_str!("../../templates/zh/parts/added-parts.md"),
    },
    BuiltIn {
        id: "zh/parts/added-sections",
        text: include_str!("../../templates/zh/parts/added-sections.md"),
    },
    BuiltIn {
        id: "zh/parts/added-subsections",
        text: include_str!("../../templates/zh/parts/added-subsections.md"),
    },
    BuiltIn {
        id: "zh/parts/annex-pages",
        text: include_str!("../../templates/zh/parts/annex-pages.md"),
    },
    BuiltIn {
        id: "zh/parts/annexes",
        text: include_str!("../../templates/zh/parts/annexes.md"),
    },
    BuiltIn {
        id: "zh/parts/main-figures",
        text: include_str!("../../templates/zh/parts/main-figures.md"),
    },
    BuiltIn {
        id: "zh/parts/own-achievements",
        text: include_str!("../../templates/zh/parts/own-achievements.md"),
    },
    BuiltIn {
        id: "zh/parts/section-body",
        text: include_str!("../../templates/zh/parts/section-body.md"),
    },
    BuiltIn {
        id: "zh/parts/sign-off",
        text: include_str!("../../templates/zh/parts/sign-off.md"),
    },
    BuiltIn {
        id: "en/parts/added-sections",
        text: include_str!("../../templates/en/parts/added-sections.md"),
    },
    BuiltIn {
        id: "en/parts/annex-pages",
        text: include_str!("../../templates/en/parts/annex-pages.md"),
    },
    BuiltIn {
        id: "en/parts/annexes",
        text: include_str!("../../templates/en/parts/annexes.md"),
    },
    BuiltIn {
        id: "en/parts/key-figures",
        text: include_str!("../../templates/en/parts/key-figures.md"),
    },
    BuiltIn {
        id: "en/parts/own-achievements",
        text: include_str!("../../templates/en/parts/own-achievements.md"),
    },
    BuiltIn {
        id: "en/parts/section-body",
        text: include_str!("../../templates/en/parts/section-body.md"),
    },
    BuiltIn {
        id: "en/parts/sign-off",
        text: include_str!("../../templates/en/parts/sign-off.md"),
    },
];

/// The layout profiles, in the order in which they are listed; the first is what all others begin with.
pub static LAYOUTS: &[BuiltIn] = &[
    BuiltIn {
        id: "layouts/official",
        text: include_str!("../../templates/layouts/official.yaml"),
    },
    BuiltIn {
        id: "layouts/plain",
        text: include_str!("../../templates/layouts/plain.yaml"),
    },
    BuiltIn {
        id: "layouts/duty",
        text: include_str!("../../templates/layouts/duty.yaml"),
    },
    BuiltIn {
        id: "layouts/english",
        text: include_str!("../../templates/layouts/english.yaml"),
    },
];
