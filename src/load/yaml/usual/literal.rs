//! Long texts behind `|`.

use super::Reader;
use crate::load::node::{Kind, Node, Scalar, Style};
use crate::load::stretches;

impl Reader<'_> {
    /// The text behind a `|`, whose lines stand deeper than a column. How many line ends follow it makes no difference,
    /// so `|-` and `|+` are the same; an indentation that is given as a number is left to the parser.
    pub fn literal(&mut self, column: usize, bar: usize) -> Option<Node> {
        let signs = usize::from(matches!(self.byte(bar + 1), Some(b'+' | b'-')));
        let body = self.rest_of_line(bar + 1 + signs)? + 1;
        let (start, indent) = self.first_line(body)?;
        if indent <= column {
            return None;
        }
        let (text, end, next) = self.lines(body, indent);
        self.open_line(next);
        let place = self.piece.place(start, end);
        let stretches = stretches::literal(&text, self.piece.text, start);
        let stretches = self.piece.in_source(stretches);
        let style = Style::Block;
        let scalar = Scalar {
            text,
            style,
            stretches,
        };
        Some(Node::new(Kind::Scalar(scalar), place))
    }

    /// Where the first line that is not blank has its content, and at which column. Longer lines of blanks before it
    /// would say that the text stands deeper.
    fn first_line(&self, mut line: usize) -> Option<(usize, usize)> {
        let mut deepest = 0;
        loop {
            let at = self.behind_blanks(line);
            deepest = deepest.max(at - line);
            match self.byte(at)? {
                b'\n' => line = at + 1,
                b'\r' => line = at + 2,
                _ => return (at - line == deepest).then_some((at, deepest)),
            }
        }
    }

    /// The text of all lines that stand at a column or deeper, where the parser takes it to end, and the line behind it.
    fn lines(&self, mut line: usize, column: usize) -> (String, usize, usize) {
        let mut text = String::new();
        let end = loop {
            let at = self.behind_blanks(line).min(line + column);
            match self.byte(at) {
                None => break at,
                Some(b'\n' | b'\r') => {}
                Some(_) if at - line < column => break at,
                Some(_) => {}
            }
            let end = self.end_of_line(at);
            let content = self.piece.text.get(at..end).unwrap_or_default();
            text.push_str(content.strip_suffix('\r').unwrap_or(content));
            if end == self.bytes.len() {
                line = end;
                break end;
            }
            text.push('\n');
            line = end + 1;
        };
        text.truncate(text.trim_end_matches('\n').len());
        (text, end, line)
    }
}
