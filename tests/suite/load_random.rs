//! Whatever comes in, loading ends with findings, and places are true.

use super::load::run;
use proptest::prelude::*;
use zongjie::diag::{Findings, Source, SourceId, Sources};
use zongjie::load::node::{Kind, Node, Scalar};
use zongjie::load::yaml::{Tree, parse};
use zongjie::load::{Piece, decode, overlay, quoted};

const GOOD: &str = "\
格式: 1
模板: 空白
单位: '某市''园区'
附件: [甲, \"乙：丙\"]
指标:
  出口: {状态: 待补, 单位: 万美元, 占比: {部分: 甲, 总体: 乙}}
  税收: {本期: 1,234.5万元, 同比: 3.2%}
指标表:
  招商:
    列: [总投资, 当年]
    行: {合计: [99.4亿元, 32.5亿元]}
成绩:
  - 标题: 园区
    正文: |
      第一条：保持{{税收|同比}}。
      第二行。 # 甲
  - \"{{期间}}\\n道路\" # 注释
";

/// Loads any bytes as the report and checks that every place lies in its source.
fn survives(bytes: &[u8]) {
    let run = run(&[("report.yaml", bytes)], |input| {
        input.set.push(String::from_utf8_lossy(bytes).into_owned());
    });
    for finding in run.findings.iter() {
        let places = finding
            .place
            .iter()
            .chain(finding.related.iter().map(|r| &r.0));
        for place in places {
            assert!(run.sources.slice(*place).is_some(), "{finding:?}");
        }
    }
}

fn scalar(root: Option<Node>) -> Option<Scalar> {
    let root = root?;
    let entry = root.entries().first()?;
    match &entry.value.kind {
        Kind::Scalar(scalar) => Some(scalar.clone()),
        _ => None,
    }
}

/// The scalar of `甲: …`, with the source it was read from.
fn read(source: &str) -> Option<(Scalar, String)> {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a", source));
    match parse(Piece::whole(id, source)) {
        Tree::Read(root, faults) if faults.is_empty() => Some((scalar(root)?, source.to_owned())),
        _ => None,
    }
}

/// Every letter of a stretch must be the same in the text and in the source; returns how many letters were compared.
fn letters_agree(scalar: &Scalar, source: &str) -> usize {
    let mut compared = 0;
    for (i, (text, at)) in scalar.stretches.iter().enumerate() {
        let end = scalar
            .stretches
            .get(i + 1)
            .map_or(scalar.text.len(), |next| next.0 as usize);
        let text = &scalar.text[*text as usize..end];
        let source = &source[*at as usize..];
        for (a, b) in text.chars().zip(source.chars()) {
            // Where lines meet, and at escapes, the letter is not in the source.
            if a.is_whitespace() || b == '\\' {
                break;
            }
            assert_eq!(a, b, "{scalar:?}");
            compared += 1;
        }
    }
    compared
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives(&bytes);
        let _ = decode(&bytes);
    }

    #[test]
    fn characters_that_no_text_may_hold_are_found_wherever_they_stand(
        text in "[a甲\u{c1}\u{b7}\u{ffe5}\u{fdc0}\u{fefc}\u{feff}\r\n\t\u{1f}\u{7f}\u{85}\u{fdd0}\u{fdef}\u{fffd}\u{fffe}\u{ffff}]{0,12}|[a甲，\n]{0,40}[a\u{85}\u{ffff}]{0,2}[甲，]{0,40}",
    ) {
        let is_reserved = |c: &char| {
            matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
                || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        };
        let mut findings = Findings::new();
        overlay::reserved(SourceId(0), &text, &mut findings);
        prop_assert_eq!(findings.iter().count(), text.chars().filter(is_reserved).count());
    }

    #[test]
    fn any_change_of_a_good_file_is_survived(
        at in 0..GOOD.chars().count(),
        length in 0usize..6,
        new in "[-：，:,'\"{}\\[\\]|>#*&!%@\t\r\n 　－｛｝a甲0-9—]{0,4}",
    ) {
        let letters: Vec<char> = GOOD.chars().collect();
        let end = (at + length).min(letters.len());
        let changed: String = letters[..at].iter().copied().chain(new.chars()).chain(letters[end..].iter().copied()).collect();
        survives(changed.as_bytes());
    }

    #[test]
    fn a_quoted_text_is_read_back_with_true_places(text in "[ -~甲乙：，“”。{}\u{3000}]{1,30}") {
        for typed in [quoted(&text), format!("'{}'", text.replace('\'', "''")), format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))] {
            let source = format!("甲: {typed} # 注释\n");
            let (scalar, source) = read(&source).expect("a text");
            prop_assert_eq!(&scalar.text, &text);
            letters_agree(&scalar, &source);
        }
    }

    #[test]
    fn a_block_text_has_true_places_line_by_line(
        lines in proptest::collection::vec("[甲乙a:：#-]{1,6}( [甲a]{0,3}[乙b])?|", 1..6),
        end in "\r?\n",
        header in "[|>]-?",
    ) {
        let body: String = lines.iter().map(|l| if l.is_empty() { end.clone() } else { format!("    {l}{end}") }).collect();
        let source = format!("甲: {header}{end}{body}乙: 1{end}");
        if let Some((scalar, source)) = read(&source) {
            let letters = scalar.text.chars().filter(|c| !c.is_whitespace()).count();
            let compared = letters_agree(&scalar, &source);
            prop_assert!(scalar.text.contains(' ') || compared == letters, "{:?} {} {}", scalar, compared, letters);
        }
    }
}
