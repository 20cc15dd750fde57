/**
 * Works on items, at most so many at once, and gives each result as soon as it is there. Once `signal` is raised nothing new
 * is begun and what is under way is told to end; the same when whoever listens has gone, or when work fails.
 */
export async function* sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result> {
  const stop = new AbortController();
  const ending = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const rest = items.entries();
  const running = new Map<number, Promise<[number, Result]>>();
  const fill = () => {
    while (running.size < atOnce && !ending.aborted) {
      const next = rest.next();
      if (next.done) return;
      const [at, item] = next.value;
      running.set(
        at,
        work(item, ending).then((result) => [at, result]),
      );
    }
  };
  try {
    for (fill(); running.size > 0; fill()) {
      const [at, result] = await Promise.race(running.values());
      running.delete(at);
      yield result;
    }
  } finally {
    // What nobody hears any more is not paid for to the end.
    stop.abort();
    await Promise.allSettled(running.values());
  }
}
