//! `templates fields`: a report to fill in, with the sentences each key goes into.

use super::skeleton::skeleton;
use super::{Console, Exit, Stock, Which};
use crate::template::outline::sheets;
use crate::world::World;

/// Prints the skeleton of a genre.
pub fn run(which: &Which, world: &dyn World, console: &mut Console<'_>) -> Exit {
    let mut stock = Stock::of(world, which.folder.as_deref());
    let genre = match stock.genre(&which.genre) {
        Ok(genre) => genre,
        Err(faults) => return console.fail(faults),
    };
    let sheets = sheets(&genre, &stock.shelf.parts, &stock.sources);
    console.say(skeleton(&genre, &sheets).trim_end());
    Exit::Done
}
