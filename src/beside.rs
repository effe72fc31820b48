//! Pieces of work, one beside the other when that saves time.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
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

/// Pieces of a list for each thread: one that is held up leaves its share to the others.
const SHARES: usize = 4;

/// Runs work over a list cut into pieces, none of them shorter than `least`, on as many threads as there are processors,
/// each taking the next piece when it is done with one; gives what came of each piece, in the order of the list. For one
/// piece there is no other thread.
pub fn spread<T: Sync, A: Send>(
    list: &[T],
    least: usize,
    work: impl Fn(&[T]) -> A + Sync,
) -> Vec<A> {
    let threads = available_parallelism().map_or(1, NonZero::get);
    let pieces = (list.len() / least.max(1)).min(threads * SHARES);
    if pieces < 2 {
        return vec![work(list)];
    }
    let queue = Mutex::new(list.chunks(list.len().div_ceil(pieces)).enumerate());
    let labour = || {
        let mut done = Vec::new();
        loop {
            let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((number, piece)) = next else {
                return done;
            };
            done.push((number, work(piece)));
        }
    };
    std::thread::scope(|scope| {
        let others = 1..threads.min(pieces);
        let others: Vec<_> = others.map(|_| scope.spawn(labour)).collect();
        let mut all = labour();
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all.sort_unstable_by_key(|(number, _)| *number);
        all.into_iter().map(|(_, done)| done).collect()
    })
}
