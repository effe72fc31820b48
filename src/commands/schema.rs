//! `schema`: the JSON Schema of a report, by which editors complete and explain its keys.

mod shapes;

use super::templates::find;
use super::terminal::{Console, Exit};
use crate::diag::render::json::Value;
use crate::load;
use crate::model::Genre;

/// The name of the file that `new` puts beside a report.
pub const FILE: &str = "report.schema.json";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only the fields of this genre; of all genres if not given
    #[arg(value_name = "GENRE")]
    genre: Option<String>,
}

/// Prints the schema.
pub fn run(args: &Args, console: &mut Console<'_>) -> Exit {
    let genres = match args.genre.as_deref().map(find).transpose() {
        Ok(Some(genre)) => vec![genre],
        Ok(None) => load::genres(),
        Err(faults) => return console.fail(faults),
    };
    let schema = shapes::schema(&genres, console.language);
    console.say(&pretty(&schema));
    Exit::Done
}

/// The schema as a file, for one genre.
pub fn text(genre: &Genre) -> String {
    let genres = std::slice::from_ref(genre);
    pretty(&shapes::schema(genres, genre.language)) + "\n"
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}")
}
