//! The filters and tests of the template language, as the engine calls them.

mod figures;
mod items;
mod lists;

use tera::Tera;

/// Registers all of them under their English names.
pub(super) fn register(tera: &mut Tera) {
    figures::register(tera);
    lists::register(tera);
    items::register(tera);
}
