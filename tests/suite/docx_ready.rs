//! The parts kept of the built-in layouts are those that docx-rs makes of them.

use std::path::Path;
use zongjie::document::Language;
use zongjie::load::layouts;
use zongjie::writers::docx::kept;

/// The built-in layouts with the folders of their parts and the language of the reports that use them.
const LOOKS: [(&str, &str, Language); 4] = [
    ("公文", "official", Language::Chinese),
    ("普通", "plain", Language::Chinese),
    ("述职", "duty", Language::Chinese),
    ("English", "english", Language::English),
];

#[test]
fn the_parts_kept_are_those_that_docx_rs_makes() {
    assert_eq!(layouts::built_in().len(), LOOKS.len());
    let is_renewed = std::env::var_os("RENEW_GOLDENS").is_some();
    for (name, folder, language) in LOOKS {
        let profile = layouts::profile(name).expect("the layout comes with the program");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/writers/docx/ready");
        for (file, made) in kept(&profile, profile.fonts, language).expect("docx-rs writes XML") {
            let path = root.join(folder).join(file);
            if is_renewed {
                std::fs::write(&path, &made).expect("a part can be written");
            }
            let kept = std::fs::read_to_string(&path).expect("a part is kept");
            assert!(
                kept == made,
                "{folder}/{file} is not what docx-rs makes; RENEW_GOLDENS=1 makes it anew"
            );
        }
    }
}
