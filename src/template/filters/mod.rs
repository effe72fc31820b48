//! The filters and tests of the template language, as the engine calls them.

mod columns;
mod figure_chart;
mod figure_table;
mod figures;
mod item_table;
mod items;
mod lists;
mod outline;
mod sentences;
mod sheet;

pub(super) use figures::number;
use tera::Tera;

/// Registers all of them under their English names.
pub(super) fn register(tera: &mut Tera) {
    figures::register(tera);
    lists::register(tera);
    items::register(tera);
    figure_table::register(tera);
    figure_chart::register(tera);
}
