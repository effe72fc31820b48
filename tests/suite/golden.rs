//! Goldens: what a writer wrote last time, kept under `tests/golden` and looked at in review.
//!
//! `RENEW_GOLDENS=1 cargo test` writes them anew; then read the diff.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::path::Path;

/// Compares `actual` with `tests/golden/<name>`.
///
/// # Panics
/// When they differ, naming the first line that does, or when there is no such golden.
pub fn assert_golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("RENEW_GOLDENS").is_some() {
        let folder = path.parent().expect("a golden lies in a folder");
        std::fs::create_dir_all(folder).expect("the folder of goldens can be made");
        std::fs::write(&path, actual).expect("a golden can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{name}: {e}; RENEW_GOLDENS=1 makes it"))
        .replace("\r\n", "\n");
    let differing = expected
        .lines()
        .zip(actual.lines())
        .enumerate()
        .find(|(_, (old, new))| old != new);
    if let Some((line, (old, new))) = differing {
        panic!(
            "{name} differs at line {}:\n  golden: {old}\n  now:    {new}",
            line + 1
        );
    }
    assert_eq!(
        expected.lines().count(),
        actual.lines().count(),
        "{name}: number of lines"
    );
}
