/**
 * Long work of requests, in pieces: one piece at a time, however many ask, and after each the event loop has its turn.
 * So who asks for much waits for it, and nobody else waits longer than for one piece.
 */
let last: Promise<void> = Promise.resolve();

/** @param work a piece of it; if it goes on later, others do not wait for that */
export async function inTurns<T>(work: () => T | Promise<T>): Promise<T> {
  const before = last;
  let done: () => void = () => undefined;
  last = new Promise((resolve) => (done = resolve));
  await before;
  try {
    return work();
  } finally {
    setImmediate(done);
  }
}
