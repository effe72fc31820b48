//! Pieces of work, one beside the other when that saves time.

use std::num::NonZero;
use std::sync::{Mutex, OnceLock, PoisonError};
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

/// How many threads can run at once. The system is asked once: the answer takes it as long as a short document takes us.
pub fn processors() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| available_parallelism().map_or(1, NonZero::get))
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
    let most = list.len() / least.max(1);
    if most < 2 {
        return vec![work(list)];
    }
    let threads = processors();
    let pieces = most.min(threads * SHARES);
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
