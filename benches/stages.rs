//! What each stage costs, for a document and for a character: `cargo bench`.
//!
//! `benches/peers` holds what is needed to run the whole program beside others on the same work.

#![expect(
    clippy::expect_used,
    reason = "a sample that cannot be read has no cost"
)]

use divan::Bencher;
use divan::counter::{CharsCount, ItemsCount};
use std::path::PathBuf;
use std::sync::Arc;
use zongjie::batch::{self, Job};
use zongjie::checks::{self, Subject};
use zongjie::diag::{Findings, Sources};
use zongjie::document::{self, Document};
use zongjie::figures::{self, Facts};
use zongjie::load::{self, Input, Loaded};
use zongjie::look::{self, Look};
use zongjie::pipeline::{self, Request};
use zongjie::template::{self, Cache, Project};
use zongjie::world::Memory;
use zongjie::writers::docx::Shells;
use zongjie::writers::{self, FormatId};

/// Reports of several lengths, all with figures.
const SAMPLES: [Sample; 2] = [
    Sample {
        name: "half-year summary",
        text: include_str!("../data/zh/half-year-summary/full.yaml"),
    },
    Sample {
        name: "probation summary",
        text: include_str!("../data/zh/probation-summary/full.yaml"),
    },
];

/// Rows of the roster.
const PEOPLE: usize = 200;

const HEADING: &str = "姓名,部门,职务,入职日期,指标.办理业务.本期,指标.参加培训.本期,问题,下一步";
const ROW: &str =
    "林晓,招商部,招商主管,2026-04-01,126件,48学时,策划大型活动的经验不足,系统学习网页制作";

struct Sample {
    name: &'static str,
    text: &'static str,
}

impl std::fmt::Display for Sample {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

fn main() {
    divan::main();
}

/// A report after the stages that a bench does not measure.
struct Stage {
    world: Memory,
    sources: Sources,
    loaded: Loaded,
    facts: Arc<Facts>,
    look: Look,
    document: Document,
}

fn input() -> Input {
    Input {
        path: PathBuf::from("report.yaml"),
        ..Input::default()
    }
}

fn request() -> Request {
    Request {
        input: input(),
        formats: vec![FormatId::Docx],
        is_final: false,
    }
}

fn project<'a>(loaded: &'a Loaded, sources: &'a Sources) -> Project<'a> {
    Project {
        genre: &loaded.genre,
        parts: &loaded.parts,
        sources,
        own: sources.next_id(),
    }
}

impl Stage {
    fn new(sample: &Sample) -> Self {
        let world = Memory::new().with("report.yaml", sample.text);
        let (mut sources, mut findings) = (Sources::new(), Findings::new());
        let ground = load::read(&world, &input(), &mut sources, &mut findings).expect("readable");
        let loaded = ground
            .report(None, &mut sources, &mut findings)
            .expect("whole");
        let layouts = ground.layouts();
        let look = look::choose(
            &loaded.report,
            &loaded.genre,
            layouts,
            &sources,
            &mut findings,
        );
        let facts = Arc::new(figures::derive(loaded.report.clone(), &mut findings));
        let project = project(&loaded, &sources);
        let rendered = template::render(&facts, &project, &Cache::default(), &mut findings);
        let mut document = rendered
            .expect("printable")
            .read(&facts, &sources, &mut findings);
        document::number(&mut document);
        Self {
            world,
            sources,
            loaded,
            facts,
            look,
            document,
        }
    }

    fn characters(&self) -> CharsCount {
        let text = document::FullText::of(&self.document);
        CharsCount::new(document::characters(&text.words(), self.document.language))
    }
}

#[divan::bench(args = SAMPLES)]
fn load_files(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    bencher.counter(stage.characters()).bench(|| {
        let (mut sources, mut findings) = (Sources::new(), Findings::new());
        load::load(&stage.world, &input(), &mut sources, &mut findings)
    });
}

#[divan::bench(args = SAMPLES)]
fn derive_figures(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    let report = Arc::new(stage.loaded.report.clone());
    bencher
        .counter(stage.characters())
        .bench(|| figures::derive(Arc::clone(&report), &mut Findings::new()));
}

/// With templates that nobody has compiled yet, as for one report alone.
#[divan::bench(args = SAMPLES)]
fn prepare_and_render(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    let project = project(&stage.loaded, &stage.sources);
    bencher
        .counter(stage.characters())
        .with_inputs(Cache::default)
        .bench_refs(|cache| template::render(&stage.facts, &project, cache, &mut Findings::new()));
}

/// With compiled templates, as for all but the first row of a roster.
#[divan::bench(args = SAMPLES)]
fn render(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    let project = project(&stage.loaded, &stage.sources);
    let cache = Cache::default();
    bencher
        .counter(stage.characters())
        .bench(|| template::render(&stage.facts, &project, &cache, &mut Findings::new()));
}

#[divan::bench(args = SAMPLES)]
fn parse(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    let project = project(&stage.loaded, &stage.sources);
    let mut findings = Findings::new();
    let rendered = template::render(&stage.facts, &project, &Cache::default(), &mut findings);
    let rendered = rendered.expect("printable");
    bencher
        .counter(stage.characters())
        .bench(|| rendered.read(&stage.facts, &stage.sources, &mut Findings::new()));
}

#[divan::bench(args = SAMPLES)]
fn check(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    let product = pipeline::run(&stage.world, &request()).product;
    let characters = product.expect("built").characters;
    bencher.counter(stage.characters()).bench(|| {
        let text = document::FullText::of(&stage.document);
        let words = text.words();
        let subject = Subject {
            facts: &stage.facts,
            genre: &stage.loaded.genre,
            sources: &stage.sources,
            document: &stage.document,
            text: &text,
            words: &words,
            characters,
            is_final: false,
        };
        checks::check(&subject, false)
    });
}

fn write(bencher: Bencher<'_, '_>, sample: &Sample, format: FormatId) {
    let stage = Stage::new(sample);
    let shells = Shells::default();
    let options = writers::Options {
        profile: &stage.look.profile,
        fonts: stage.look.fonts,
        sources: Some(&stage.sources),
        shells: &shells,
    };
    let format = [format];
    bencher
        .counter(stage.characters())
        .bench(|| writers::write(&stage.document, &format, &options, &mut Findings::new()));
}

/// Body and packing; the shell is kept.
#[divan::bench(args = SAMPLES)]
fn write_docx(bencher: Bencher<'_, '_>, sample: &Sample) {
    write(bencher, sample, FormatId::Docx);
}

#[divan::bench(args = SAMPLES)]
fn write_markdown(bencher: Bencher<'_, '_>, sample: &Sample) {
    write(bencher, sample, FormatId::Markdown);
}

/// From the files to the DOCX, without the start of the program.
#[divan::bench(args = SAMPLES)]
fn whole_document(bencher: Bencher<'_, '_>, sample: &Sample) {
    let stage = Stage::new(sample);
    bencher
        .counter(stage.characters())
        .bench(|| pipeline::run(&stage.world, &request()));
}

/// A roster on the common ground of the sample, on one thread and on two.
#[divan::bench(args = [1, 2])]
fn batch(bencher: Bencher<'_, '_>, jobs: usize) {
    let ground = include_str!("../data/zh/probation-summary/batch.yaml");
    let rows = (0..PEOPLE).map(|n| format!("{n},{ROW}\n"));
    let roster = format!("#序号,{HEADING}\n{}", rows.collect::<String>());
    let job = Job {
        roster: PathBuf::from("roster.csv"),
        request: request(),
        folder: PathBuf::from("out"),
        name: Some("{{序号}}".to_owned()),
        jobs,
        force: true,
    };
    bencher
        .counter(ItemsCount::new(PEOPLE))
        .with_inputs(|| {
            let world = Memory::new().with("report.yaml", ground);
            world.with("roster.csv", roster.clone())
        })
        .bench_refs(|world| batch::run(world, &job, &mut |_| {}).written);
}
