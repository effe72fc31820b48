//! In which order values can be computed, and which figures are made of themselves.

use super::names::Named;
use crate::diag::Place;
use crate::model::{FigureId, Report};

/// One step of a circle: the figure, and where it names the next.
pub(super) type Step = (FigureId, Place);

/// The order in which values can be computed, and the circles that cannot.
pub(super) fn order(report: &Report, named: &[Named]) -> (Vec<FigureId>, Vec<Vec<Step>>) {
    let needs: Vec<Vec<Step>> = report
        .figures
        .iter()
        .zip(named)
        .map(|(figure, named)| {
            let share = named.share.filter(|_| figure.value.is_none());
            let parts = named.parts.iter().flatten().chain(&named.among).copied();
            parts.chain(share.into_iter().flatten()).collect()
        })
        .collect();
    let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); needs.len()];
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    for (index, steps) in needs.iter().enumerate() {
        for (id, _) in steps {
            if let Some(list) = needed_by.get_mut(id.0 as usize) {
                list.push(index);
            }
        }
    }
    let mut ready: Vec<usize> = (0..needs.len()).filter(|i| open[*i] == 0).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(index) = ready.pop() {
        order.push(index);
        for &user in &needed_by[index] {
            open[user] -= 1;
            if open[user] == 0 {
                ready.push(user);
            }
        }
    }
    let circular = circles(&needs, &open);
    let id = |i: usize| u32::try_from(i).map_or(FigureId(u32::MAX), FigureId);
    (order.into_iter().map(id).collect(), circular)
}

/// The circles among the figures that still wait for others. Every such figure is in a circle or waits for one.
fn circles(needs: &[Vec<Step>], open: &[usize]) -> Vec<Vec<Step>> {
    let mut seen = vec![false; needs.len()];
    let mut found = Vec::new();
    for start in 0..needs.len() {
        let mut walk: Vec<(usize, Step)> = Vec::new();
        let mut at = start;
        while !seen[at] {
            seen[at] = true;
            let waiting = |(id, _): &&Step| open.get(id.0 as usize).is_some_and(|n| *n > 0);
            let Some(step) = needs[at].iter().find(waiting) else {
                break;
            };
            walk.push((at, *step));
            at = step.0.0 as usize;
        }
        if let Some(first) = walk.iter().position(|(index, _)| *index == at) {
            found.push(walk.iter().skip(first).map(|(_, step)| *step).collect());
        }
    }
    found
}
