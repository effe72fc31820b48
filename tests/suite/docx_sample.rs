//! Documents made by hand, with everything a document can hold.

use std::sync::Arc;
use zongjie::diag::{Place, Source, Sources};
use zongjie::document::{
    Alignment, Block, BlockKind, Cell, Document, Figure, Heading, Inline, Key, Label, Language,
    Number, Origin, Role, Table,
};

/// A plain text.
pub fn text(text: &str) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        origin: Origin::default(),
    }
}

/// A figure that stands in line `line` of the sample's data.
pub fn figure(sources: &Sources, path: &str, printed: &str, provisional: bool) -> Inline {
    let place = sources.iter().find_map(|(id, source)| {
        let start = source.text().find(path)?;
        Some(Place::new(id, start, start + path.len()))
    });
    Inline::Figure(Figure {
        key: Key {
            path: Arc::from(path),
            number: 0,
            aspect: "value",
            place,
        },
        text: printed.to_owned(),
        provisional,
        origin: Origin::default(),
    })
}

/// A block that came from nowhere.
pub fn block(kind: BlockKind) -> Block {
    Block {
        kind,
        source: Origin::default(),
    }
}

/// A paragraph of a role.
pub fn paragraph(role: Role, content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph { role, content })
}

/// A numbered heading on its own line, level and rank alike.
pub fn heading(rank: u8, series: u32, ordinal: u32, words: &str) -> Block {
    block(BlockKind::Heading(Heading {
        level: rank,
        rank,
        number: Some(Number { ordinal, series }),
        content: vec![text(words)],
        run_in: None,
    }))
}

/// A heading with the text that follows it on its line.
pub fn run_in(rank: u8, series: u32, ordinal: u32, words: &str, follows: &str) -> Block {
    let mut made = heading(rank, series, ordinal, words);
    if let BlockKind::Heading(heading) = &mut made.kind {
        heading.run_in = Some(vec![text(follows)]);
    }
    made
}

/// A heading without a number.
pub fn unnumbered(level: u8, rank: u8, words: &str) -> Block {
    block(BlockKind::Heading(Heading {
        level,
        rank,
        number: None,
        content: vec![text(words)],
        run_in: None,
    }))
}

/// A row of a table.
pub fn row(cells: &[&str]) -> Vec<Cell> {
    cells
        .iter()
        .map(|cell| Cell {
            content: vec![text(cell)],
        })
        .collect()
}

/// A Chinese document of these blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::Chinese,
        title: "某市工业园区2026年上半年工作总结".to_owned(),
        author: "某市工业园区管理委员会".to_owned(),
        blocks,
    }
}

/// The data of the sample.
pub fn sources() -> Sources {
    let mut sources = Sources::new();
    sources.add(Source::new(
        "report.yaml",
        "指标:\n  地区生产总值: 19.9亿元\n  税收收入: 26525.06万元\n  出口总额: {状态: 待补}\n",
    ));
    sources
}

const LONG: &str = "今年以来，园区坚持以习近平新时代中国特色社会主义思想为指导，紧紧围绕“项目建设年”活动，\
以招商引资为抓手，以优化服务为保障，园区经济保持了平稳较快发展的良好势头——各项指标完成情况好于预期……";

/// A document with everything, three pages long and more.
pub fn everything(sources: &Sources) -> Document {
    let mut blocks = opening(sources);
    blocks.extend(achievements(sources));
    blocks.extend(plans());
    blocks.extend(ending());
    document(blocks)
}

fn opening(sources: &Sources) -> Vec<Block> {
    vec![
        paragraph(Role::Title, vec![text("某市工业园区管理委员会")]),
        paragraph(
            Role::Title,
            vec![
                text("2026年上半年工作总结"),
                Inline::Break,
                text("及下半年工作打算"),
            ],
        ),
        paragraph(Role::Subtitle, vec![text("（2026年7月10日）")]),
        paragraph(Role::Salutation, vec![text("市委、市政府：")]),
        paragraph(
            Role::Body,
            vec![
                text("上半年，实现地区生产总值"),
                figure(sources, "地区生产总值", "19.9亿元", false),
                text("，同比增长53.92%；税收收入"),
                Inline::Strong(vec![figure(sources, "税收收入", "26525.06万元", false)]),
                text("；出口总额"),
                figure(sources, "出口总额", "【待补：出口总额】", true),
                text("。"),
            ],
        ),
        paragraph(Role::Body, vec![text(LONG)]),
    ]
}

fn indicators(sources: &Sources) -> Table {
    Table {
        columns: vec![Alignment::Natural; 4],
        header: row(&["指标", "本期", "同比", "说明"]),
        rows: vec![
            row(&["地区生产总值", "19.9亿元", "53.92%", "按可比价格计算"]),
            row(&["税收收入", "26525.06万元", "16.64%", ""]),
            vec![
                Cell {
                    content: vec![text("出口总额")],
                },
                Cell {
                    content: vec![figure(sources, "出口总额", "【待补】", true)],
                },
                Cell {
                    content: vec![text("—")],
                },
                Cell {
                    content: vec![text(
                        "海关数据于次月十八日公布，公布后由经济发展局负责补充，并与统计部门核对一致",
                    )],
                },
            ],
        ],
    }
}

fn achievements(sources: &Sources) -> Vec<Block> {
    let table = indicators(sources);
    vec![
        unnumbered(1, 1, "上半年工作总结"),
        heading(1, 0, 1, "园区经济持续稳步增长。"),
        run_in(2, 0, 1, "工业经济提质增效", LONG),
        run_in(2, 0, 2, "招商引资成效明显。", LONG),
        heading(1, 0, 2, "基础设施建设进一步加快"),
        heading(2, 0, 1, "道路工程"),
        heading(3, 0, 1, "城西排水分流工程"),
        paragraph(Role::Body, vec![text(LONG)]),
        heading(3, 0, 2, "污水处理厂"),
        run_in(4, 0, 1, "一期", "已建成投用。"),
        run_in(4, 0, 2, "二期", "正在招标。"),
        heading(2, 0, 2, "厂房建设"),
        paragraph(Role::Body, vec![text(LONG)]),
        paragraph(Role::Caption, vec![text("表1　主要指标完成情况")]),
        block(BlockKind::Table(table.clone())),
        paragraph(Role::Note, vec![text("注：出口总额为快报数。")]),
        block(BlockKind::Table(table.clone())),
        block(BlockKind::Table(table)),
        paragraph(
            Role::Body,
            vec![
                text("详见"),
                Inline::Link {
                    target: "https://example.com/?a=1&b=2".to_owned(),
                    content: vec![text("统计公报")],
                },
                text("，其中"),
                Inline::Emphasis(vec![text("规模以上工业")]),
                text("口径见"),
                Inline::Code {
                    text: "report.yaml".to_owned(),
                    origin: Origin::default(),
                },
                text("。"),
            ],
        ),
    ]
}

fn plans() -> Vec<Block> {
    let item = |label, depth, words: &str| {
        block(BlockKind::ListItem {
            label,
            depth,
            content: vec![text(words)],
        })
    };
    vec![
        unnumbered(1, 1, "下半年工作打算"),
        paragraph(Role::Body, vec![text("下半年，重点抓好以下工作：")]),
        heading(2, 1, 1, "创新融投资体制"),
        paragraph(Role::Body, vec![text(LONG)]),
        heading(2, 1, 2, "加大招商力度"),
        unnumbered(3, 2, "只有一项的小标题"),
        item(Label::Number(1), 0, "完善项目库，储备项目不少于30个。"),
        item(Label::Number(2), 0, LONG),
        item(Label::Number(1), 1, "第二层的第一项。"),
        item(Label::Bullet, 0, "坚持链式招商，围绕主导产业补链强链。"),
        item(Label::Bullet, 1, "坚持以商招商。"),
        block(BlockKind::Quote {
            content: vec![text("发展是第一要务，稳定是第一责任。")],
        }),
        block(BlockKind::Code {
            text: "指标:\n  税收收入: 26525.06万元\n".to_owned(),
        }),
        block(BlockKind::Rule),
        heading(2, 1, 3, "优化营商环境"),
        paragraph(Role::Body, vec![text(LONG)]),
        paragraph(Role::Body, vec![text(&LONG.repeat(2))]),
    ]
}

fn ending() -> Vec<Block> {
    vec![
        paragraph(Role::Signature, vec![text("某市工业园区管理委员会")]),
        paragraph(Role::Date, vec![text("2026年7月10日")]),
    ]
}
