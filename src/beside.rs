//! Pieces of work, one beside the other when that saves time.

use std::num::NonZero;
use std::thread::available_parallelism;

/// Runs two pieces of work that share nothing they change: on two threads when told so, else one behind the other. For
/// less than about a tenth of a millisecond a thread costs more than it saves.
pub fn both<A: Send, B>(
    together: bool,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B,
) -> (A, B) {
    if !together {
        return (first(), second());
    }
    std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        match first.join() {
            Ok(first) => (first, second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Runs work over a list in as many pieces as there are processors, none of them shorter than `least`; gives what came of
/// each piece, in the order of the list. For one piece there is no other thread.
pub fn spread<T: Sync, A: Send>(
    list: &[T],
    least: usize,
    work: impl Fn(&[T]) -> A + Sync,
) -> Vec<A> {
    let pieces = list.len() / least.max(1);
    if pieces < 2 {
        return vec![work(list)];
    }
    let threads = available_parallelism().map_or(1, NonZero::get);
    let size = list.len().div_ceil(pieces.min(threads));
    let (first, rest) = list.split_at(size.min(list.len()));
    std::thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = rest
            .chunks(size)
            .map(|piece| scope.spawn(move || work(piece)))
            .collect();
        let mut all = vec![work(first)];
        for other in others {
            match other.join() {
                Ok(done) => all.push(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    })
}
