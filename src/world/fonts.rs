//! Which fonts this machine has.

use fontdb::Database;
use std::collections::BTreeSet;

/// The family names of all installed fonts, in every language that the fonts name themselves in. Every font file is
/// opened for it: on a machine with hundreds that takes too long for anything done at each build.
pub fn installed() -> BTreeSet<String> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let families = fonts.faces().flat_map(|face| &face.families);
    families.map(|(name, _)| name.clone()).collect()
}
