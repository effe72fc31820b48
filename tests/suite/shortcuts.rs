//! What is asked before a long search or a long read never hides what that would have found.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use zongjie::document;
use zongjie::load::library::{BuiltIn, GENRES, LAYOUTS, PARTS};
use zongjie::load::{self, Input, layouts};
use zongjie::pipeline::{self, Request};
use zongjie::world::Memory;

/// The first key of a front matter with its value, as typed.
fn first_key(built_in: &BuiltIn) -> (&'static str, &'static str) {
    let line = built_in.text.lines().nth(1).expect("a front matter");
    line.split_once(": ").expect("a key and a value")
}

#[test]
fn the_first_key_of_every_built_in_template_is_its_name_without_quotes() {
    for built_in in GENRES.iter().chain(PARTS) {
        let (key, name) = first_key(built_in);
        let language = if built_in.id.starts_with("zh/") {
            "名称"
        } else {
            "name"
        };
        assert_eq!(key, language, "{}", built_in.id);
        assert!(!name.starts_with(['"', '\'']), "{}", built_in.id);
        assert_eq!(built_in.name(), name);
    }
}

#[test]
fn every_built_in_genre_and_layout_may_be_called_by_each_of_its_names() {
    for genre in load::genres() {
        let built_in = GENRES.iter().find(|b| b.id == genre.id).expect("built in");
        let short = genre.id.rsplit('/').next().expect("a short name");
        let names = [&genre.name, &genre.id].into_iter().chain(&genre.aliases);
        for name in names.map(String::as_str).chain([short]) {
            assert!(built_in.may_be_called(name), "{} as {name}", genre.id);
        }
    }
    for (built_in, profile) in LAYOUTS.iter().zip(layouts::built_in()) {
        for name in &profile.names {
            assert!(built_in.may_be_called(name), "{} as {name}", built_in.id);
            assert_eq!(layouts::profile(name).as_ref(), Some(&profile), "{name}");
        }
    }
}

#[test]
fn words_are_found_wherever_they_stand_and_nowhere_else() {
    let sample = include_str!("../../data/zh/half-year-summary/full.yaml");
    let world = Memory::new().with("r.yaml", sample);
    let request = Request {
        input: Input {
            path: PathBuf::from("r.yaml"),
            ..Input::default()
        },
        formats: Vec::new(),
        is_final: false,
    };
    let outcome = pipeline::run(&world, &request);
    let document = outcome.product.expect("a document").document;
    let all = document::words(&document, &outcome.sources);
    let mut asked = vec!["锟斤拷".to_owned(), "\u{e123}".to_owned()];
    for words in &all {
        let letters: Vec<char> = words.text.chars().collect();
        asked.extend(letters.chunks(2).map(String::from_iter));
        assert!(letters.iter().all(|letter| words.may_hold(&[*letter])));
    }
    for words in &all {
        for word in &asked {
            let found = words.places_of(word);
            let there = words.text.match_indices(word.as_str());
            let there: Vec<usize> = there.map(|(at, _)| at).collect();
            assert_eq!(found, there, "{word} in {}", words.text);
        }
    }
}
