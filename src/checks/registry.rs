//! All checks.

use super::Check;

/// Checks of the figures, in the order in which they look. They need nothing but the data.
pub static OF_FIGURES: &[&Check] = &[
    &super::parts_do_not_add_up::CHECK,
    &super::part_exceeds_whole::CHECK,
    &super::growth_contradicts_values::CHECK,
    &super::growth_without_base::CHECK,
    &super::share_contradicts::CHECK,
    &super::assertion_fails::CHECK,
    &super::units_differ::CHECK,
    &super::status_mixed::CHECK,
    &super::ratio_out_of_range::CHECK,
    &super::explained_only_by_coarse_part::CHECK,
    &super::looks_truncated::CHECK,
    &super::period_differs::CHECK,
    &super::scope_differs::CHECK,
    &super::units_mixed::CHECK,
    &super::magnitude_differs::CHECK,
    &super::unit_missing::CHECK,
    &super::two_values_for_one_figure::CHECK,
    &super::counts_alike::CHECK,
    &super::trailing_zeros::CHECK,
    &super::too_large_to_check::CHECK,
    &super::figure_pending::CHECK,
    &super::figure_provisional::CHECK,
    &super::explained_by_rounding::CHECK,
    &super::among_adds_up::CHECK,
];

/// Checks of what is printed: first those of the text, then those of the structure. `ignore-without-effect` looks at
/// what all others found and stands last.
pub static OF_TEXT: &[&Check] = &[
    &super::figure_unused::CHECK,
    &super::placeholder_left::CHECK,
    &super::damaged_text::CHECK,
    &super::number_without_source::CHECK,
    &super::stale_year::CHECK,
    &super::date_contradicts_period::CHECK,
    &super::multiple_of_decrease::CHECK,
    &super::percent_for_points::CHECK,
    &super::approximate_twice::CHECK,
    &super::verb_twice::CHECK,
    &super::jiezhi::CHECK,
    &super::range_dash::CHECK,
    &super::unbalanced_quotes::CHECK,
    &super::double_punctuation::CHECK,
    &super::half_width_punctuation::CHECK,
    &super::numbered_twice::CHECK,
    &super::numbering_broken::CHECK,
    &super::list_count_differs::CHECK,
    &super::repeated_paragraph::CHECK,
    &super::claim_without_figure::CHECK,
    &super::no_figure::CHECK,
    &super::empty_section::CHECK,
    &super::problem_without_plan::CHECK,
    &super::promise_without_outcome::CHECK,
    &super::section_out_of_proportion::CHECK,
    &super::length_outside_norm::CHECK,
    &super::ignore_without_effect::CHECK,
];

/// All checks, in the order in which they look.
pub fn all() -> impl DoubleEndedIterator<Item = &'static Check> {
    OF_FIGURES.iter().chain(OF_TEXT).copied()
}
