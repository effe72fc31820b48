//! Templates and wording put together at random: every command says something and none falls over.

use crate::shell::Shell;
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "{% 措辞 开头 %}",
    "{% 结束措辞 %}",
    "{% 块 问题 %}",
    "{% 结束块 %}",
    "{% phrase 开头 %}",
    "{% endphrase %}",
    "{% block %}",
    "{%- 措辞 问题 -%}",
    "{% if 单位 %}",
    "{% else %}",
    "{% endif %}",
    "{% for 项 in 成绩 %}",
    "{% endfor %}",
    "{% set 章 %}",
    "{% endset %}",
    "{% include \"落款\" %}",
    "{% include \"我的片段\" %}",
    "{{ 单位 }}",
    "{{ 项.标题 }}",
    "{{ loop.index }}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{% raw %}",
    "{% endraw %}",
    "好。",
    "\n",
    "\n\n",
    "## ",
    "　",
    "- ",
    "“”",
    "基于: 半年总结\n",
    "---\n",
    "名称: 半年总结\n",
    "开头: ",
    "问题开头: |\n  ",
    "半年总结:\n  ",
    "{详版: 好, 简版: 坏}\n",
    "\"\"\n",
    "<b>",
    "*",
    "🙂",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_command_falls_over_templates_and_wording(
        body in text(), head in prop::bool::ANY, part in text(), phrases in text(),
    ) {
        let front = if head { "---\n名称: 半年总结\n基于: 半年总结\n---\n" } else { "---\n名称: 半年总结\n---\n" };
        let shell = Shell::new()
            .with("p/report.yaml", "格式: 1\n模板: 半年总结\n单位: 甲\n期间: 2026年上半年\n成绩:\n  - 标题: 乙\n    正文: 丙\n问题:\n  - 丁\n")
            .with("p/templates/半年总结.md", format!("{front}{body}"))
            .with("p/templates/parts/我的片段.md", &part)
            .with("p/措辞.yaml", &phrases);
        for command in [
            "build p -o out --to md", "templates lint p", "templates show 半年总结 p", "templates fields 半年总结 p",
            "templates eject 半年总结 p --phrases", "templates eject 半年总结 p --block 问题",
        ] {
            let run = shell.run(command);
            prop_assert!(run.code <= 2);
            // What cannot be built is explained.
            prop_assert!(run.code == 0 || !run.err.is_empty(), "{}", command);
        }
    }
}
