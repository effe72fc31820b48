//! `{%-` and `-%}`: carried out here, because the engine's own trimming would meet a mark.

use super::scan::Piece;

/// `-` in a tag eats ASCII blanks and line ends on its side, never U+3000: the engine's own trimming would meet a mark.
pub(super) fn trim_dashes<'t>(text: &str, pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
    if !pieces.iter().any(|p| dashes(p) != (false, false)) {
        return pieces;
    }
    let ascii = |c: char| c.is_ascii_whitespace();
    let mut out: Vec<Piece<'t>> = Vec::with_capacity(pieces.len());
    let mut eating = false;
    for piece in pieces {
        match piece {
            Piece::LineEnd { .. } if eating => continue,
            Piece::Blank { start, end } if eating => {
                let blank = &text[start..end];
                let start = end - blank.trim_start_matches(ascii).len();
                if start < end {
                    out.push(Piece::Blank { start, end });
                    eating = false;
                }
                continue;
            }
            _ => {}
        }
        let (before, after) = dashes(&piece);
        if before {
            trim_end(text, &mut out);
        }
        eating = after;
        out.push(piece);
    }
    out
}

fn trim_end(text: &str, out: &mut Vec<Piece<'_>>) {
    loop {
        match out.last() {
            Some(Piece::LineEnd { .. }) => {
                out.pop();
            }
            Some(&Piece::Blank { start, end }) => {
                out.pop();
                let kept = text[start..end]
                    .trim_end_matches(|c: char| c.is_ascii_whitespace())
                    .len();
                if kept > 0 {
                    out.push(Piece::Blank {
                        start,
                        end: start + kept,
                    });
                    return;
                }
            }
            _ => return,
        }
    }
}

fn dashes(piece: &Piece<'_>) -> (bool, bool) {
    match piece {
        Piece::Statement(tag) | Piece::Expression(tag) => (tag.trims_before, tag.trims_after),
        Piece::Comment {
            trims_before,
            trims_after,
            ..
        } => (*trims_before, *trims_after),
        _ => (false, false),
    }
}
