//! Help in two languages. English stands beside the arguments themselves; Chinese stands here.

use crate::diag::render::Language;
use clap::{Arg, ArgAction, Command};

/// Chinese help: `command` or `command/argument`, the name of its value, what it does.
static WORDS: &[(&str, &str, &str)] = &[
    ("", "zongjie <命令>", "用 YAML 数据和可改的模板起草工作总结"),
    ("/lang", "语言", "提示所用的语言：zh 或 en"),
    ("/format", "格式", "结果的格式：text 或 json"),
    ("/help", "", "显示帮助"),
    ("/version", "", "显示版本"),
    (
        "new",
        "zongjie new <文种> [文件夹]",
        "新建：带说明的空白报告，照着填写（可写“新建”）",
    ),
    (
        "new/genre",
        "文种",
        "文种名称，如 半年总结；zongjie templates list 列出全部",
    ),
    ("new/folder", "文件夹", "放在哪个文件夹，默认以文种命名"),
    (
        "build",
        "zongjie build <路径> [选项]",
        "生成文档（可写“生成”）",
    ),
    ("build/path", "路径", "报告文件，或有 report.yaml 的文件夹"),
    (
        "build/output",
        "文件夹",
        "文档放在哪个文件夹，或写成哪个文件（如 总结.docx），默认当前文件夹",
    ),
    (
        "build/to",
        "格式",
        "要哪些格式，逗号分开：docx、md、html；默认 docx,md",
    ),
    (
        "build/data",
        "文件",
        "再加一个数据文件，覆盖报告中的同名内容",
    ),
    (
        "build/set",
        "键=值",
        "改一处数据，如 指标.税收收入.本期=26525.06万元",
    ),
    (
        "build/final_version",
        "",
        "定稿：不带出处标记，有待补或错误则不生成",
    ),
    ("build/strict", "", "有错误时退出码为 1"),
    (
        "build/force",
        "",
        "覆盖被手工改过的文档（原文档另存为 .bak）",
    ),
    ("build/watch", "", "保存文件后自动重新生成，按 Ctrl-C 结束"),
    (
        "schema",
        "zongjie schema [文种]",
        "印出报告的 JSON Schema，供编辑器提示和检查",
    ),
    ("schema/genre", "文种", "只要这个文种的字段，默认全部文种"),
    (
        "batch",
        "zongjie batch <名册> --report <路径> [选项]",
        "按名册批量生成，每人一份（可写“批量”）",
    ),
    (
        "batch/roster",
        "名册",
        "名册：.csv、.xlsx、.yaml 列表，或放着 .yaml 的文件夹",
    ),
    (
        "batch/report",
        "路径",
        "大家共用的报告，名册每一行盖在它上面",
    ),
    (
        "batch/output",
        "文件夹",
        "文档放在哪个文件夹，默认当前文件夹",
    ),
    (
        "batch/name",
        "写法",
        "文档怎么命名，如 {{部门}}/{{姓名}}-{{期间}}.docx，默认用姓名",
    ),
    (
        "batch/to",
        "格式",
        "要哪些格式，逗号分开：docx、md、html；默认 docx,md",
    ),
    ("batch/jobs", "个数", "同时生成几份，默认与处理器个数相同"),
    (
        "batch/final_version",
        "",
        "定稿：不带出处标记，有待补或错误的不生成",
    ),
    (
        "batch/force",
        "",
        "覆盖被手工改过的文档（原文档另存为 .bak）",
    ),
    (
        "check",
        "zongjie check <路径> [选项]",
        "检查报告，列出问题（可写“检查”）",
    ),
    ("check/path", "路径", "报告文件，或有 report.yaml 的文件夹"),
    (
        "check/data",
        "文件",
        "再加一个数据文件，覆盖报告中的同名内容",
    ),
    (
        "check/set",
        "键=值",
        "改一处数据，如 指标.税收收入.本期=26525.06万元",
    ),
    ("check/final_version", "", "按定稿检查：待补也算错误"),
    (
        "explain",
        "zongjie explain [名称]",
        "说明一项检查或错误的意思和改法（可写“解释”）",
    ),
    (
        "explain/code",
        "名称",
        "检查或错误的名称或代码；不写则列出全部",
    ),
    (
        "templates",
        "zongjie templates <命令>",
        "查看、检查和改写模板（可写“模板”）",
    ),
    (
        "templates list",
        "zongjie templates list [文件夹]",
        "列出全部文种，项目自己的在前",
    ),
    (
        "templates list/folder",
        "文件夹",
        "报告所在的文件夹，列出它自己的模板；不写为当前文件夹",
    ),
    (
        "templates show",
        "zongjie templates show <文种> [文件夹]",
        "印出模板，注明每一行出自内置模板、项目还是措辞（可写“查看”）",
    ),
    ("templates show/genre", "文种", "文种名称，如 半年总结"),
    (
        "templates show/folder",
        "文件夹",
        "看哪个项目的措辞，默认当前文件夹",
    ),
    (
        "templates fields",
        "zongjie templates fields <文种> [文件夹]",
        "印出可填写的空白报告，注明每一项用在哪句话里（可写“字段”）",
    ),
    ("templates fields/genre", "文种", "文种名称，如 半年总结"),
    (
        "templates fields/folder",
        "文件夹",
        "看哪个项目的措辞，默认当前文件夹",
    ),
    (
        "templates lint",
        "zongjie templates lint [文件夹]",
        "检查项目的模板和措辞，不用数据（可写“检查”）",
    ),
    (
        "templates lint/folder",
        "文件夹",
        "哪个项目，默认当前文件夹",
    ),
    (
        "templates eject",
        "zongjie templates eject <文种> [文件夹] [选项]",
        "把措辞复制到项目里，供修改；不覆盖已有的文件（可写“导出”）",
    ),
    ("templates eject/genre", "文种", "文种名称，如 半年总结"),
    (
        "templates eject/folder",
        "文件夹",
        "复制到哪个项目，默认当前文件夹",
    ),
    (
        "templates eject/phrases",
        "",
        "只复制可以改写的句子，放进 措辞.yaml",
    ),
    ("templates eject/part", "名称", "只复制一个片段，如 落款"),
    ("templates eject/block", "名称", "只复制一个块，如 问题"),
    (
        "templates help",
        "zongjie templates help [词]",
        "模板里的标签、名称、过滤器和判断，各带例子（可写“帮助”）",
    ),
    ("templates help/word", "词", "只看一个词，中文英文都可以"),
    (
        "layouts",
        "zongjie layouts <命令>",
        "查看和检查版式（可写“版式”）",
    ),
    (
        "layouts list",
        "zongjie layouts list [文件夹]",
        "列出全部版式，项目自己的在前（可写“列表”）",
    ),
    (
        "layouts list/folder",
        "文件夹",
        "报告所在的文件夹，列出它自己的版式；不写为当前文件夹",
    ),
    (
        "layouts show",
        "zongjie layouts show <版式> [文件夹]",
        "印出版式，它继承的版式在后，可复制来改（可写“查看”）",
    ),
    ("layouts show/layout", "版式", "版式名称，如 公文"),
    (
        "layouts show/folder",
        "文件夹",
        "报告所在的文件夹；不写为当前文件夹",
    ),
    (
        "layouts check",
        "zongjie layouts check [路径]",
        "检查自己的版式，并看本机缺少哪些字体（可写“检查”）",
    ),
    (
        "layouts check/path",
        "路径",
        "版式文件，或报告所在的文件夹；不写为当前文件夹",
    ),
    (
        "trace",
        "zongjie trace <路径> [选项]",
        "列出文中每个数字的出处（可写“出处”）",
    ),
    ("trace/path", "路径", "报告文件，或有 report.yaml 的文件夹"),
    (
        "trace/data",
        "文件",
        "再加一个数据文件，覆盖报告中的同名内容",
    ),
    (
        "trace/set",
        "键=值",
        "改一处数据，如 指标.税收收入.本期=26525.06万元",
    ),
];

/// The command with its help in a language.
pub fn dress(command: Command, language: Language) -> Command {
    dressed(command, "", language)
}

fn dressed(mut command: Command, path: &str, language: Language) -> Command {
    command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .infer_long_args(false)
        .arg(flag("help", 'h', ArgAction::Help, "Print help"));
    if path.is_empty() {
        command = command.arg(flag(
            "version",
            'V',
            ArgAction::Version,
            "Print the version",
        ));
    }
    if language == Language::Chinese {
        command = in_chinese(command, path);
    }
    command.mut_subcommands(|sub| {
        let below = format!("{path} {}", sub.get_name());
        dressed(sub, below.trim_start(), language)
    })
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(help)
}

fn in_chinese(mut command: Command, path: &str) -> Command {
    if let Some((_, usage, about)) = find(path) {
        command = command.about(*about).override_usage(*usage);
    }
    command
        .help_template("{about}\n\n用法：{usage}\n\n{all-args}")
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "参数"
            } else {
                "选项"
            };
            let arg = arg.help_heading(heading);
            let own = format!("{path}/{}", arg.get_id());
            let common = format!("/{}", arg.get_id());
            match find(&own).or_else(|| find(&common)) {
                Some((_, "", help)) => arg.help(*help),
                Some((_, value, help)) => arg.help(*help).value_name(*value),
                None => arg,
            }
        })
}

fn find(key: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WORDS.iter().find(|(k, _, _)| *k == key)
}
