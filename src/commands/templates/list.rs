//! `templates list`: all genres.

use super::{Console, Exit};
use crate::diag::render::json::{self, Field};
use crate::language::Language;
use crate::load;
use crate::model::Genre;

/// Lists the genres.
pub fn run(console: &mut Console<'_>) -> Exit {
    let genres = load::genres();
    if console.json {
        let records = genres.into_iter().map(record).collect();
        console.say(&json::list("templates", records));
        return Exit::Done;
    }
    for genre in genres {
        let aliases = match (genre.aliases.as_slice(), console.language) {
            ([], _) => String::new(),
            (names, Language::Chinese) => format!("（也叫{}）", names.join("、")),
            (names, Language::English) => format!(" (also {})", names.join(", ")),
        };
        console.say(&format!("{}{aliases}  {}", genre.name, genre.id));
        console.say(&format!("    {}", genre.about));
    }
    Exit::Done
}

fn record(genre: Genre) -> Vec<(&'static str, Field)> {
    vec![
        ("id", Field::One(genre.id)),
        ("name", Field::One(genre.name)),
        ("aliases", Field::Many(genre.aliases)),
        ("about", Field::One(genre.about)),
    ]
}
