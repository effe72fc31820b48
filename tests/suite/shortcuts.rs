//! What is asked before a long search or a long read never hides what that would have found.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use zongjie::beside;
use zongjie::diag::Findings;
use zongjie::document;
use zongjie::figures::ASPECTS;
use zongjie::load::library::{BuiltIn, GENRES, LAYOUTS, PARTS};
use zongjie::load::{self, Input, layouts};
use zongjie::pipeline::{self, Request};
use zongjie::world::Memory;
use zongjie::writers::FormatId;

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
    let text = document::FullText::of(&document);
    let all = text.words();
    let mut asked = vec!["锟斤拷".to_owned(), "\u{e123}".to_owned()];
    for words in &all {
        let letters: Vec<char> = words.text.chars().collect();
        asked.extend(letters.chunks(2).map(String::from_iter));
        assert!(
            letters
                .iter()
                .all(|letter| text.letters().may_hold(*letter))
        );
        for (at, sign) in words.signs() {
            assert!(words.text[at..].starts_with(sign));
            assert!(words.may_have(document::Signs::of(&[sign])), "{sign}");
        }
    }
    for words in &all {
        for word in &asked {
            let found: Vec<usize> = words.places_of(word).collect();
            let there = words.text.match_indices(word.as_str());
            let there: Vec<usize> = there.map(|(at, _)| at).collect();
            assert_eq!(found, there, "{word} in {}", words.text);
        }
    }
    for word in asked.iter().filter(|word| !word.contains('\n')) {
        let mut found = Vec::new();
        text.each_place(word, |run, at| found.push((run, at)));
        let there = all.iter().flat_map(|words| {
            let there = words.text.match_indices(word.as_str());
            there.map(|(at, _)| (words.index, at))
        });
        assert_eq!(found, there.collect::<Vec<_>>(), "{word}");
    }
}

/// The Markdown of the report in a folder, and what it is told.
fn built(world: &Memory) -> (Option<String>, Findings) {
    let request = Request {
        input: Input {
            path: PathBuf::from("p"),
            ..Input::default()
        },
        formats: vec![FormatId::Markdown],
        is_final: false,
    };
    let outcome = pipeline::run(world, &request);
    let product = outcome.product.map(|p| p.outputs[0].bytes.clone());
    let text = product.map(|bytes| String::from_utf8(bytes).expect("Markdown is text"));
    (text, outcome.findings)
}

/// What a report prints, and everything it is told without the places.
fn printed(body: &str, lead: &str) -> (Option<String>, Vec<String>) {
    let report = format!(
        "格式: 1\n模板: 我的\n期间: 2026年\n指标:\n  \
         税收: {{本期: 26525.06万元, 上年同期: 22740.96万元, 目标: 5亿元, 位次: 3, 对比: {{全市: 8.1%}}}}\n  \
         企业: {{本期: 49家, 构成: {{按状态: [新, 旧]}}, 占比: {{部分: 新, 总体: 企业}}}}\n  新: 23家\n  旧: 26家\n  \
         亏损: {{本期: -3万元, 上年同期: -8万元}}\n  出口: {{状态: 待补, 单位: 万美元}}\n  户数: 约5户\n\
         导语: |\n  前，{body}，后。\n  又{body}。\n"
    );
    let genre =
        format!("---\n名称: 我的\n语言: 中文\n---\n# 题\n\n{{{{ 导语 }}}}\n\n开头，{lead}。\n");
    let world = Memory::new()
        .with("p/report.yaml", report)
        .with("p/templates/我的.md", genre);
    let (text, findings) = built(&world);
    let told = findings.iter().map(|d| d.message.zh.clone());
    (text, told.collect())
}

#[test]
fn figures_print_without_the_engine_as_they_do_with_it() {
    let arguments = [
        "",
        "(小数=1)",
        "(单位=\"亿元\")",
        "(小数=0, 单位=\"元\")",
        "(对象=\"全市\")",
        "(按='按状态')",
    ];
    let mut ways = vec![String::new()];
    for info in ASPECTS {
        let given = arguments.iter().map(|with| format!(" | {}{with}", info.zh));
        ways.extend(given);
    }
    let mut made = 0;
    for figure in ["税收", "企业", "亏损", "出口", "户数"] {
        for way in &ways {
            let bare = format!("{{{{ {figure}{way} }}}}");
            // Brackets around it are more than the short way reads.
            let whole = format!("{{{{ ({figure}{way}) }}}}");
            let short = printed(&bare, &bare);
            assert_eq!(short, printed(&whole, &whole), "{bare}");
            made += usize::from(short.0.is_some());
        }
    }
    assert!(made > 100, "only {made} could be printed");
}

/// What a genre prints of a report whose 署名 is not filled in, and everything it is told.
fn told_by(genre: &str) -> (Option<String>, Vec<String>) {
    let report = "格式: 1\n模板: 我的\n期间: 2026年\n单位: 甲*局\n导语: |\n  税收{{税收}}。\n编号: 2026\n\
                  指标:\n  税收: {本期: 26525.06万元, 上年同期: 22740.96万元}\n  企业: 49家\n  出口: {状态: 待补}\n";
    let head = "---\n名称: 我的\n语言: 中文\n字段:\n  - {名称: 编号, 英文: number, 类型: 纯文本, 说明: 号}\n---\n";
    let world = Memory::new()
        .with("p/report.yaml", report)
        .with("p/templates/我的.md", format!("{head}# 题\n\n{genre}\n"))
        .with(
            "p/templates/parts/甲.md",
            "甲：{{ 单位 }}，{{ 税收 | 同比 }}。\n",
        );
    let (text, findings) = built(&world);
    let told = findings.iter().map(|d| {
        let place = d.place.map(|p| (p.start, p.end));
        // Brackets move what stands behind them.
        let is_long = place.is_some_and(|(start, end)| end > start);
        format!("{} {is_long}", d.message.zh)
    });
    (text, told.collect())
}

#[test]
fn fields_and_figures_print_without_the_engine_wherever_they_stand() {
    let ways = [
        "{{ 单位 }}、{{ 编号 }}、{{ 期间 }}",
        "{{ 导语 }}",
        "{{ 税收 | 纯数 }}、{{ 企业 | 纯数 }}",
        "{{ 出口 }}、{{ 出口 | 同比 }}、{{ 企业 | 同比 }}",
        "{% for 甲 in 指标 %}\n{{ 单位 }}{{ 税收 }}\n\n{% endfor %}",
        "{% if 署名 %}{{ 署名 }}{% else %}{{ 单位 }}{% endif %}",
        "{% set 名 %}{{ 单位 }}{{ 企业 }}{% endset %}{{ 名 | 个数 }}{{ 名 }}",
        "{% set 名 %}{% include \"甲\" %}{% endset %}{{ 名 | 个数 }}{{ 名 }}",
        "{% include \"甲\" %}\n\n{{ 单位 }}",
        // What cannot be printed is told by the engine.
        "{{ 单位 }}{{ 署名 }}",
        "{{ 出口 | 纯数 }}",
        "{{ 附件 }}",
        "{{ 单位 }}{{ 指标 }}{{ 署名 }}",
        "{{ 没有 }}{{ 单位 }}",
        "{{ 单位 | 一是 }}",
        "{{ 单位 }}{% for 甲 in 单位 %}",
    ];
    let mut made = 0;
    for way in ways {
        let short = told_by(way);
        // Brackets are more than the short way reads.
        let whole = way.replace("{{ ", "{{ (").replace(" }}", ") }}");
        assert_eq!(short, told_by(&whole), "{way}");
        made += usize::from(short.0.is_some());
    }
    assert!(made > 6, "only {made} could be printed");
}

#[test]
fn pieces_of_work_come_back_in_the_order_of_the_list() {
    let list: Vec<usize> = (0..1000).collect();
    for least in [0, 1, 7, 400, 600, 2000] {
        let parts = beside::spread(&list, least, <[usize]>::to_vec);
        assert_eq!(parts.concat(), list);
    }
    assert_eq!(beside::spread(&[0; 0], 1, <[usize]>::len), [0]);
}
