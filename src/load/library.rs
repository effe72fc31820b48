//! The templates that come with the program.

/// One template file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its path below `templates/`, without the extension: `zh/half-year-summary`.
    pub id: &'static str,
    /// The whole file.
    pub text: &'static str,
}

/// The genres, in the order in which they are listed.
pub static GENRES: &[BuiltIn] = &[
    BuiltIn {
        id: "zh/half-year-summary",
        text: include_str!("../../templates/zh/half-year-summary.md"),
    },
    BuiltIn {
        id: "zh/probation-summary",
        text: include_str!("../../templates/zh/probation-summary.md"),
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
        id: "zh/parts/annexes",
        text: include_str!("../../templates/zh/parts/annexes.md"),
    },
    BuiltIn {
        id: "zh/parts/section-body",
        text: include_str!("../../templates/zh/parts/section-body.md"),
    },
    BuiltIn {
        id: "zh/parts/sign-off",
        text: include_str!("../../templates/zh/parts/sign-off.md"),
    },
];
